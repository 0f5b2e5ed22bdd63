/** The same prompt without the cues, or another one where they cannot be cut out well. */
import words from '../../curriculum/bias.json' with { type: 'json' };
import type { Span } from '../detect/finding.ts';
import { type Advice, biasAdvice } from './bias.ts';
import { sentencesOf } from './bias-rules.ts';

export interface Rewritten {
  text: string;
  /** `cut`: the teacher's own words without the cues. `instead`: another request, since that would not read well. */
  kind: 'cut' | 'instead';
}

/** A part of a text and what comes there instead. */
interface Edit extends Span {
  with: string;
}

/** Nouns that a word such as "Black" stands before. */
const NOUN =
  /^[\s-]+(?:(?!(?:and|or|an?|the|of|in|who|with|y)\s)[\p{L}\d'-]+\s+){0,2}?(?:students?|kids?|child|children|boys?|girls?|pupils?|learners?|teens?|teenager|seniors?|juniors?|sophomore|freshman|graders?|homeschooler|writer|speaker|applicants?|candidates?|males?|females?|man|woman|family|families|parents?|immigrants?|refugees?)(?![\p{L}])/iu;
/** Cues that are a noun for a student by themselves. */
const IS_NOUN =
  /^(?:(?:an?|the|foster|young|one)\s)*(?:boy|girl|man|woman|lady|male|female|newcomer|immigrant|refugee|migrant|asylum seeker|dreamer|kid|child|teen|grader|writer|student|orphan|tomboy|ELL|EL|MLL|LTEL|ESL student|English (?:language )?learner|multilingual learner|language learner|emergent bilingual)(s?)(?:\s(?:originally\s)?from\s.+)?$/i;
/** Where a part of a sentence begins that can go by itself. */
const JOINT =
  /[,;:]\s+|\s+[–—-]\s+|\s*\(|\)|\s+(?:and|but|because|bc|since|so|who|whose|which|with|from|in|given that|even though|although|though|while|y|pero|porque|que|con|quien|cuy[oa]|ya que)\s+/giu;
const isAnd = (joint: string) => /^\s*,?\s*(?:and|but|y|pero)\s/i.test(joint);
const isWith = (joint: string) => /^\s+(?:with|from|in|con)\s/i.test(joint);
const isWho = (joint: string) => /^\s+(?:who|whose|which|que|quien|cuy[oa])\s/i.test(joint);
const isReason = (joint: string) =>
  /^\s+(?:because|bc|since|so|given that|even though|although|though|while|porque|ya que)\s/i.test(joint);
/** What begins a sentence that only gives background. */
const BACKGROUND =
  /^(?:keep in mind|note|fyi|background|remember|just so you know|for context|context|ten en cuenta)\b/i;
/** Words that belong to a condition before them. */
const REST =
  /^(?:'s|’s)?(?:\s+(?:syndrome|disorder|disability|disabilities|impairment|delay|status|plan|label|diagnosis|needs|at home|en casa))*/i;
/** Verbs that need what follows them. */
const HANGS = /(?:['’]s|(?<!\p{L})(?:is|are|was|be|comes?|came|moved|lives?|es|vive|viene))$/iu;
/** The beginning of a second thing that is said of the same one. */
const VERB =
  /^(?:is|has|was|se\s\p{L}+|does|doesn['’]t|did|didn['’]t|can|can['’]t|will|won['’]t|got|wrote|came|keeps?|es|tiene|está|quiere|\p{L}+(?:[^s\W]s|ed))(?![\p{L}])/iu;
const PRONOUN = /^(?:he|she|they|his|her|their|él|ella|su)(?![\p{L}])/iu;
const SAYS = /^(.*?)(?:['’]s|\s+(?:is|has|was|got|had|es|tiene|está))(?=\s|$)/i;

const SPANISH = /[¿¡ñ]|(?<!\p{L})(?:el|la|los|de|que|mi|un|una|para|alumn[oa]|estudiante)(?!\p{L})/giu;

/** Rewrites a draft by all of its advice. Pure: a draft without advice comes back as it is. */
export function withoutCues(text: string, advice: Advice[]): Rewritten {
  const [first] = advice;
  if (!first) return { text, kind: 'cut' };
  const all = unique(advice.flatMap(({ cueSpans }) => cueSpans));
  const isName = (span: Span) =>
    advice.some(({ cue, cueSpans }) => cue === 'name-origin' && cueSpans.includes(span)) &&
    !/(?<!\p{L})(?:name|surname|nombre|apellido)(?!\p{L})/iu.test(text.slice(span.start, span.end));
  const names = all.filter(isName);
  const spans = all.filter((span) => !isName(span));
  const tasks = advice.flatMap(({ taskSpans }) => taskSpans);
  const isSpanish = (text.match(SPANISH)?.length ?? 0) * 8 > text.split(/\s+/).length;

  let cut = text;
  // From the last to the first, so that the places before stay true.
  const edits = [
    ...nameEdits(text, names, isSpanish),
    ...spans.map((span): Edit => ({ ...span, with: '' })),
  ].sort((a, b) => b.start - a.start);
  let before = text.length;
  for (const edit of edits) {
    if (edit.end > before) continue;
    const place = edit.with === '' ? editOf(cut, edit, tasks, isSpanish) : edit;
    if (!place) return { text: words.instead[first.task][isSpanish ? 'es' : 'en'], kind: 'instead' };
    cut = cut.slice(0, place.start) + place.with + cut.slice(place.end);
    before = place.start;
  }
  cut = tidied(cut);
  const isLeft = biasAdvice(cut, []).some(({ cue }) => cue !== 'name-origin');
  if (isLeft || !/\p{L}{2}\P{L}+\p{L}{2}/u.test(cut))
    return { text: words.instead[first.task][isSpanish ? 'es' : 'en'], kind: 'instead' };
  return { text: cut, kind: 'cut' };
}

/** What one cue becomes; null where it cannot go without the task or would leave half a sentence. */
function editOf(text: string, cue: Span, tasks: Span[], isSpanish: boolean): Edit | null {
  const words = text.slice(cue.start, cue.end);
  const before = text.slice(0, cue.start);
  const after = text.slice(cue.end);
  const noun = IS_NOUN.exec(words);
  const article = /^(?:an?|the)\s+/i.exec(words)?.[0] ?? '';
  if (NOUN.test(after)) {
    const end = cue.end + /^[\s-]*/.exec(after)![0].length;
    return withArticle(text, { start: cue.start + article.length, end, with: '' });
  }
  if (noun) {
    const student = isSpanish ? 'estudiante' : 'student';
    return withArticle(text, {
      ...cue,
      with: `${article.replace(/^an/i, 'a')}${student}${noun[1] ?? ''}`,
    });
  }
  // In Spanish the word follows its noun: "mi alumna mexicana".
  if (/(?:alumn[oa]s?|estudiantes?|niñ[oa]s?|chic[oa]s?|joven|muchach[oa])\s$/i.test(before))
    return { ...cue, start: cue.start - 1, with: '' };
  const clause = clauseOf(text, cue);
  return clause && tasks.some(({ start }) => clause.start <= start && start < clause.end) ? null : clause;
}

/** "An autistic student" is "a student". */
function withArticle(text: string, edit: Edit): Edit {
  const article = /(?<![\p{L}\d])an?\s$/iu.exec(text.slice(0, edit.start))?.[0];
  if (!article) return edit;
  const next = edit.with || text.slice(edit.end, edit.end + 9);
  const isVowel = /^(?:[aeiou]|8|11|18)/i.test(next) && !/^(?:uni|use|eu|one)/i.test(next);
  const right = `${article[0]}${isVowel ? 'n' : ''} `;
  return { ...edit, start: edit.start - article.length, with: right + edit.with };
}

/** The smallest part of the sentence that can go with a cue; null where what is left would be no sentence. */
function clauseOf(text: string, cue: Span): Edit | null {
  const whole = sentencesOf(text).find(({ start, end }) => start <= cue.start && cue.start < end);
  if (!whole) return null;
  const start = whole.start + whole.text.search(/\S/);
  const end = whole.start + whole.text.search(/[.?!"')\]\s]*$/);
  const cut = (from: number, to: number, put = ''): Edit => ({ start: from, end: to, with: put });
  const sentence = () => cut(whole.start, whole.end);
  if (BACKGROUND.test(text.slice(start))) return sentence();
  const joints = Array.from(whole.text.matchAll(JOINT), (match) => ({
    start: whole.start + match.index,
    end: whole.start + match.index + match[0].length,
    text: match[0],
  }));
  const from = joints.filter((joint) => joint.end <= cue.start).at(-1);
  const next = joints.filter((joint) => joint.start >= cue.end);
  /** Where the part ends, in a list or a row of sentences. */
  const to = next.find((joint) => !isWith(joint.text) && !isWho(joint.text) && !isReason(joint.text));
  const begin = from?.end ?? start;
  const rest = to ? text.slice(to.end, end) : '';

  // "With ADHD", "from Honduras"
  if (from && isWith(from.text)) {
    const near = next[0];
    if (near && isAnd(near.text) && !VERB.test(text.slice(near.end)) && near.start - cue.end < 2)
      return cut(from.end, near.end);
    // "Is in ESL", "comes from a poor family": the verb would be left.
    if (HANGS.test(text.slice(start, from.start)))
      return joints[0] === from && end - start < SHORT ? sentence() : null;
    return cut(from.start, cue.end + REST.exec(text.slice(cue.end))![0].length);
  }
  // "Who is Black and reads well"
  if (from && (isWho(from.text) || isReason(from.text))) {
    const near = next[0];
    if (near && isAnd(near.text)) {
      const more = text.slice(near.end, end);
      if ((isWho(from.text) && VERB.test(more)) || (isReason(from.text) && PRONOUN.test(more)))
        return cut(from.end, near.end);
      if (isWho(from.text) && SAYS.test(text.slice(from.end, cue.start))) return cut(cue.start, near.end);
    }
    return cut(from.start, near?.start ?? end);
  }
  // "She has autism and reads well", "he is deaf with a 3.4"
  const said = text.slice(begin, cue.start);
  const hasVerb = SAYS.test(said);
  const subject = SAYS.exec(said)?.[1] ?? PRONOUN.exec(said)?.[0] ?? said.trim();
  const isShort = subject !== '' && subject.split(/\s+/).length <= 4;
  const near = next[0];
  if (isShort && near && hasVerb && /^\s+with\s/i.test(near.text))
    return cut(begin, near.end, `${subject} has `);
  if (isShort && near && isAnd(near.text)) {
    const more = text.slice(near.end, end);
    // "One is from here and the other is not" says something of two.
    if (/^(?:the other|the second|one|otr[oa])\b/i.test(more)) return null;
    if (VERB.test(more)) return cut(begin, near.end, `${subject} `);
    if (PRONOUN.test(more)) return cut(begin, near.end);
    if (hasVerb) return cut(cue.start - (/(?<!\p{L})an?\s$/iu.exec(said)?.[0].length ?? 0), near.end);
  }
  if (!from && !to) return sentence();
  if (!from && to!.text.includes('(')) return cut(cue.start - 1, to!.start);
  if (!from) {
    const lead = /^(?:and|but|so|y|pero)\s+/i.exec(rest)?.[0].length ?? 0;
    if (isShort && hasVerb && !PRONOUN.test(rest.slice(lead))) return end - start < SHORT ? sentence() : null;
    const at = to!.end + lead;
    return { start, end: at + 1, with: /\p{Lu}/u.test(text[start]!) ? text[at]!.toUpperCase() : text[at]! };
  }
  const part = () => {
    if (from.text.includes('(') && to?.text.includes(')')) return cut(from.start, to.end);
    // "Kid 1: Black, 78" keeps its head.
    if (/[:(]/.test(from.text)) return to ? cut(from.end, to.end) : cut(from.start, end);
    return cut(from.start, to?.start ?? end);
  };
  const edit = part();
  return edit.end - edit.start - (cue.end - cue.start) < MUCH ? edit : null;
}
/** A sentence that may go as a whole, in characters. */
const SHORT = 90;
/** What may go with a cue, in characters: more of it says something that the task needs. */
const MUCH = 40;

/** "A student" for the one who is named, "Student A" and so on for several. */
function nameEdits(text: string, names: Span[], isSpanish: boolean): Edit[] {
  const keyOf = ({ start, end }: Span) => text.slice(start, end).split(/\s+/)[0]!.toLowerCase();
  const keys = [...new Set(names.map(keyOf))];
  const [one, again, several] = isSpanish
    ? ['un estudiante', 'el estudiante', 'Estudiante']
    : ['a student', 'the student', 'Student'];
  const seen = new Set<string>();
  return names.map((span): Edit => {
    const key = keyOf(span);
    const before = text.slice(0, span.start);
    if (keys.length > 1)
      return { ...span, with: `${several} ${String.fromCharCode(65 + keys.indexOf(key))}` };
    // "My student Maya" is named already.
    if (/(?:student|kid|child|alumn[oa]|estudiante|niñ[oa]),?\s$/i.test(before))
      return { start: span.start - 1, end: span.end, with: ' ' };
    const said = seen.has(key) ? again : one;
    seen.add(key);
    const isStart = /(?:^|[.!?]["')\]]*\s+|\n)$/.test(before);
    return { ...span, with: isStart ? said[0]!.toUpperCase() + said.slice(1) : said };
  });
}

function unique(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, i) => !sorted.some((o, j) => j < i && o.end > span.start));
}

/** Gaps, marks and capitals as they must be after a part was cut out. */
function tidied(text: string): string {
  return text
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/ +([,.;:?!)])/g, '$1')
    .replace(/\(\s*[,;]?\s*/g, '(')
    .replace(/\s*\(\)/g, '')
    .replace(/[,;]\s*([.?!])/g, '$1')
    .replace(/(student),(?= (?:wrote|is|has|was|said)\b)/g, '$1')
    .replace(
      /(?<=[.?!]\s+)(?:One of them|(?:The|My|This) (?:student|kid|child|author|writer)(?: is an? student)?|(?:He|She)(?: is an? student)?|El alumno|La alumna)\.\s*/g,
      '',
    )
    .replace(/\b(de|a) el estudiante/g, (_, word: string) => `${word === 'a' ? 'al' : 'del'} estudiante`)
    .trim();
}
