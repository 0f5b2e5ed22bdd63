/** General words for a sensitive statement: "has dyslexia" becomes "has a learning need". Our own wording. */
import type { CategoryId } from './detect/category.ts';

/** What is said instead, in English and Spanish. A kind that is not here has no words that keep the sense and tell less. */
const WORDS: Partial<Record<CategoryId, { en: string; es: string }>> = {
  disability: { en: 'a learning need', es: 'una necesidad de aprendizaje' },
  health: { en: 'a health need', es: 'una necesidad de salud' },
  'language-status': { en: 'a language need', es: 'una necesidad de idioma' },
  discipline: { en: 'a behavior concern', es: 'un asunto de conducta' },
  counseling: { en: 'a need for support', es: 'una necesidad de apoyo' },
  economic: { en: 'a need at home', es: 'una necesidad en casa' },
  housing: { en: 'a need at home', es: 'una necesidad en casa' },
  family: { en: 'a change at home', es: 'un cambio en casa' },
};

/** How a statement starts that is more than a noun: who, and a verb of the present or the past. */
const PRESENT =
  /^(?:(he|she|they|it|él|ella)\s+)?(?:is|are|has|have|gets|receives|takes|needs|uses|lives|sees|attends|goes|qualifies|es|está|tiene|recibe|toma|necesita|usa|vive|va|asiste)\s/i;
const PAST =
  /^(?:(he|she|they|it|él|ella)\s+)?(?:was|were|had|got|received|took|needed|used|lived|saw|attended|went|fue|estuvo|estaba|tenía|tuvo|recibió|tomó|vivía)\s/i;
/** A noun by itself: a few words, of which none is a verb as above. */
const NOUN = /^(?:(?:an?|his|her|their|una?|su)\s+)?(?:[\p{L}\p{M}-]+\s*){1,3}$/iu;
const VERB = /(?<!\p{L})(?:is|are|was|were|has|have|had|es|está|fue|tiene|tenía)(?!\p{L})/iu;
const SPANISH = /(?<!\p{L})(?:el|la|los|las|que|una?|con|su|tiene|está|es|por|para|y|de)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:the|and|of|is|was|has|to|an?|with|his|her|for|in)(?!\p{L})/giu;

/**
 * The words that can take the place of a statement in its sentence. In: the category, the statement, the draft around
 * it (for the language). Out: null where the category has none, or the statement is built in a way we cannot follow.
 */
export function generalWords(category: CategoryId, statement: string, draft: string): string | null {
  const words = WORDS[category];
  if (!words) return null;
  const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
  const near = statement.length > 30 ? statement : draft.slice(0, 2000);
  const spanish = count(SPANISH, near) > count(ENGLISH, near);
  const general = spanish ? words.es : words.en;
  for (const [pattern, verbs] of [
    [PRESENT, { en: 'has', es: 'tiene' }],
    [PAST, { en: 'had', es: 'tuvo' }],
  ] as const) {
    const match = pattern.exec(statement);
    if (!match) continue;
    const verb = spanish ? verbs.es : /^they$/i.test(match[1] ?? '') ? 'have' : verbs.en;
    return [match[1], verb, general].filter(Boolean).join(' ');
  }
  return NOUN.test(statement) && !VERB.test(statement) ? general : null;
}
