import type { TextDocument } from '../document.ts';
import type { Span } from '../finding.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { personTest } from '../person-test.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Lines of a header that a pupil writes: who, when, for whom. */
const NAME_FIELD = /^[ \t]{0,8}(?:name|nombre|student|alumn[oa])[ \t]{0,4}:[ \t]{0,4}\S/iu;
const BY = /(?:^|[ .,"”)])(?:by|por|from|de)[ \t]{0,2}:?[ \t]{1,3}(\p{Lu}[^.,;:!?]{1,40})$/u;
const TEACHER =
  /(?:^|[,/] ?)[ \t]{0,8}(?:(?:mr|mrs|ms|mx|dr|miss|sra?|srta|prof|maestr[oa])\b\.?|(?:teacher|class|maestr[oa])[ \t]{0,3}:)[^!?]{0,50}$/iu;
const COURSE =
  /(?:^|[ /,])(?:english|history|lit(?:erature)?|biology|chemistry|science|ap lang|ela|español|period|per\.?|block|grade|room|hour|hora|bloque|grado|date|fecha|p\.) ?[\p{L}\d :./]{0,14}$/iu;
const DATE =
  /^[ \t]{0,8}(?:(?:date|fecha)[ \t]{0,3}:.{0,30}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|(?:\d{1,2} )?(?:de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)\p{L}{0,7}\.?(?: \d{1,2})?,?(?: (?:de )?\d{4})?)$/iu;
/** Prose of a pupil: first person, or an opinion argued. */
const FIRST_PERSON = /(?<![\p{L}])(?:i|i'm|i’m|my|me|we|our|mi|mis|yo|nuestr[oa])(?![\p{L}])/iu;
/** Fewest characters of a body, and of a header line at most. */
const BODY_MIN = 80;
const HEADER_LINE_MAX = 60;
const HEADER_LINES = 5;
/** Short lines, a title among them, that may stand between header and body. */
const SHORT_LINES = 6;

/** A pasted piece of a pupil's writing, header and body. */
export function studentWork(gazetteer: Gazetteer): Recognizer {
  return {
    id: 'student-work',
    categories: ['student-work'],
    description: 'A pupil’s essay, story or report with its header.',
    find(doc) {
      const found = [];
      for (let line = 0; line < doc.lines.length; line++) {
        const span = workAt(doc, gazetteer, line);
        if (!span) continue;
        found.push(candidate('student-work', span.start, span.end, 0.8, 'shape'));
        while (line + 1 < doc.lines.length && doc.lines[line + 1]!.start < span.end) line++;
      }
      return found;
    },
  };
}

const textOf = (doc: TextDocument, line: number): string => {
  const span = doc.lines[line];
  return span ? doc.text.slice(span.start, span.end).trim() : '';
};

/** A line that is a name and little else: "Imani Pettigrew", "Brennan Fairweather, 8B". */
function isNameLine(doc: TextDocument, gazetteer: Gazetteer, line: number): boolean {
  const text = textOf(doc, line);
  if (!/^\p{Lu}[\p{L}'’.-]+(?: (?:and )?\p{Lu}[\p{L}'’.-]*){0,5}(?: ?[,/] ?\d\w{0,2})?$/u.test(text))
    return false;
  return hasName(doc, gazetteer, doc.lines[line]!);
}

function hasName(doc: TextDocument, gazetteer: Gazetteer, span: Span): boolean {
  const test = personTest(doc, gazetteer);
  const first = doc.sentences[test.sentenceAt(span.start)];
  if (!first) return false;
  for (let i = first.firstToken; i < doc.tokens.length && doc.tokens[i]!.start < span.end; i++) {
    const token = doc.tokens[i]!;
    if (token.start >= span.start && token.shape === 'capital' && test.isListedName(i)) return true;
  }
  return false;
}

function workAt(doc: TextDocument, gazetteer: Gazetteer, line: number): Span | undefined {
  const first = textOf(doc, line);
  if (first.length === 0 || first.length > HEADER_LINE_MAX + 30) return undefined;
  const by = BY.exec(first);
  const byline = by !== null && hasName(doc, gazetteer, doc.lines[line]!);
  const field = NAME_FIELD.test(first);
  if (!byline && !field && !isNameLine(doc, gazetteer, line)) return undefined;
  // "Brennan Fairweather, 8B": the class stands beside the name.
  let marks = byline || /, ?\d{1,2}[A-Z\d-]{0,3}$/.test(first) ? 1 : 0;
  let at = line + 1;
  for (; at <= line + HEADER_LINES && at < doc.lines.length; at++) {
    const text = textOf(doc, at);
    if (text.length > HEADER_LINE_MAX) break;
    if (TEACHER.test(text) || DATE.test(text) || COURSE.test(text)) marks++;
  }
  if (marks === 0) return undefined;
  const start = line > 0 && byline && first.toLowerCase().startsWith('by ') ? line - 1 : line;
  return bodyFrom(doc, start, at);
}

/** From the header to the end of the last long paragraph; nothing where no prose follows. */
function bodyFrom(doc: TextDocument, start: number, from: number): Span | undefined {
  let end = -1;
  let length = 0;
  let own = false;
  let short = 0;
  for (let at = from; at < doc.lines.length; at++) {
    const text = textOf(doc, at);
    if (text.length === 0) continue;
    if (text.length <= HEADER_LINE_MAX && length >= BODY_MIN) break;
    if (text.length > HEADER_LINE_MAX) {
      length += text.length;
      own ||= FIRST_PERSON.test(text);
      end = doc.lines[at]!.end;
    } else if (/[:|\t]/.test(text) || ++short > SHORT_LINES) return undefined;
  }
  return length >= BODY_MIN && (own || length > 2 * BODY_MIN)
    ? { start: doc.lines[start]!.start, end }
    : undefined;
}
