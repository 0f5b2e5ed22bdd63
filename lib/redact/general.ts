/** General words for a sensitive statement: "has dyslexia" becomes "has a learning need". Our own wording. */
import type { CategoryId } from '../detect/category.ts';
import { generalScores } from './general-score.ts';
import type { LabelLanguage } from './labels.ts';
import { before, behind, type General, instead, OPEN, type Place } from './place.ts';

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
/** A noun by itself: a few words, of which none is a verb as above; "in counseling" is none. */
const NOUN =
  /^(?!(?:in|on|at|under|off|out|with|without|from|to|not|no|en|bajo|con|sin|de)\s)(?:(?:an?|his|her|their|una?|su)\s+)?(?:[\p{L}\p{M}-]+\s*){1,3}$/iu;
const VERB = /(?<!\p{L})(?:is|are|was|were|has|have|had|es|está|fue|tiene|tenía)(?!\p{L})/iu;
/** What a statement leaves that is taken out. */
export const BLANK = '[…]';

/**
 * The words that can take the place of a statement in its sentence. In: the category, the statement, the language of the
 * passage. Out: null where the category has none, or the statement is built in a way we cannot follow.
 */
export function generalWords(
  category: CategoryId,
  statement: string,
  language: LabelLanguage,
): string | null {
  if (language !== 'en' && language !== 'es') return null;
  if (category === 'academic-record') return generalScores(statement, language);
  const words = WORDS[category];
  if (!words) return null;
  const general = words[language];
  for (const [pattern, verbs] of [
    [PRESENT, { en: 'has', es: 'tiene' }],
    [PAST, { en: 'had', es: 'tuvo' }],
  ] as const) {
    const match = pattern.exec(statement);
    if (!match) continue;
    const verb = language === 'en' && /^they$/i.test(match[1] ?? '') ? 'have' : verbs[language];
    return [match[1], verb, general].filter(Boolean).join(' ');
  }
  return NOUN.test(statement) && !VERB.test(statement) ? general : null;
}

const OWNED = /(?<!\p{L})(?:an?|the|his|her|their|my|our|your|una?|el|la|su|mi) $/iu;
const NOUN_BEFORE =
  /(?<!\p{L})(?:has|have|had|with|for|of|about|and|or|to|from|by|tiene|tienen|tenía|tuvo|con|por|de|y|o|para|sobre) $/iu;
/** Nobody is a need: "is dyslexic", "is an English learner". */
const IS =
  /(?<!\p{L})(?:(?:is|are|was|were|am|be|been|being)(?:n['’]t)?|(?:s?he|they|it)['’](?:s|re)|es|son|era|eran|fue|fueron|ser|sido|está|están|estaba)(?: (?:not|no|an?|the|una?|el|la))* $/iu;
/** "quiet and dyslexic", "with an English learner": only a label or a cell before it makes that a thing one has. */
const OF_A_PERSON =
  /(?<!\p{L})(?:\p{L}{3,}(?:ic|less|ed|ic[oa]s?|[ai]d[oa]s?|istas?)|learners?|speakers?|students?|child|children|kids?|EL|ELL|estudiantes?|alumn[oa]s?|aprendiz)$/iu;
const LISTED = /(?:^|[\n\t|;:])[ \u00a0]*$/;
const FOLLOWS =
  /^(?:[ \u00a0]*(?:$|[.,;:!?)\]"”»\n\r\t|])|[ \u00a0](?:and|or|but|in|on|at|for|with|which|that|is|was|has|had|to|from|by|since|until|as|because|when|this|last|today|after|before|during|while|so|if|y|o|en|con|para|por|que|es|fue|desde|porque|cuando|se|pero)(?!\p{L}))/iu;

/**
 * A statement said in general where it stands: "her dyslexia" is "her learning need". Out: null where it has no such words,
 * `isSure` false where the sentence may not read well.
 */
export function generalStatement(
  category: CategoryId,
  place: Place,
): { general: General; isSure: boolean } | null {
  const { text, span, language } = place;
  const words = generalWords(category, text.slice(span.start, span.end), language);
  if (words === null) return null;
  if (category === 'academic-record') return { general: withBand(place, words), isSure: true };
  const isNoun = /^(?:an?|una?) /.test(words);
  const said = before(place);
  if (isNoun && IS.test(said)) return null;
  const { replaced, fitted } = isNoun ? withArticle(said, words, language) : { replaced: '', fitted: words };
  const general = instead(place, replaced, fitted);
  const isThing = !OF_A_PERSON.test(text.slice(span.start, span.end));
  // "hit a peer" is no noun, but only what stands before it tells.
  const fits =
    !isNoun ||
    LISTED.test(said) ||
    (isThing && (OWNED.test(said) || NOUN_BEFORE.test(said) || OPEN.test(said)));
  return general && { general, isSure: fits && FOLLOWS.test(behind(place)) };
}

/** Scores in bands stand where the scores stood, but "an" before "an 18" is "a". */
function withBand(place: Place, words: string): General {
  const article = /^10–/.test(words) ? /(?<!\p{L})an $/iu.exec(before(place))?.[0] : undefined;
  const fitted = article && instead(place, article, `${article[0]} ${words}`);
  return fitted || { span: place.span, words };
}

/** A general noun behind what stands before it, and what of that its own article takes the place of. */
function withArticle(said: string, words: string, language: Place['language']) {
  const noun = words.replace(/^\S+ /, '');
  if (language === 'en') {
    const replaced = /(?<!\p{L})an $/iu.exec(said)?.[0];
    if (replaced) return { replaced, fitted: words };
  } else {
    const [replaced, article] = /(?<!\p{L})(el|la|una?) $/iu.exec(said) ?? [];
    const isDefinite = article !== undefined && /^[el]/i.test(article);
    if (replaced)
      return { replaced, fitted: isDefinite ? `${words.startsWith('una ') ? 'la' : 'el'} ${noun}` : words };
  }
  return { replaced: '', fitted: OWNED.test(said) ? noun : words };
}
