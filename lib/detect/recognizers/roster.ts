import type { TextDocument } from '../document.ts';
import type { Candidate, Span } from '../finding.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { type PersonTest, personTest } from '../person-test.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Fewest names that make a list of pupils. */
const NAMES_MIN = 5;
/** Lists of other people: teams of a league, casts, authors, words. */
const OTHER_LIST =
  /(?<![\p{L}])(?:vocab(?:ulary)?|spelling|word (?:bank|list|wall)|cast|characters?|authors?|poets?|presidents?|explorers?|scientists?|inventors?|composers?|artists?|painters?|books?|novels?|titles?|works cited|bibliography|references|reading list|superheroes|celebrit(?:y|ies)|players|league|playoffs?|nba|wnba|nfl|mlb|olympics?|states|capitals|countries|cities|species|elements|planets|gods|goddesses|heroes|nouns?|verbs?|name tags? for|sample data|data ?set|fake|made(?: |-)up|fictional|examples?|autor(?:es|as)?|personajes|presidentes|vocabulario|lista de palabras|artistas?|menu|who's who|who’s who|narrator|narrador|reader['’]s theater|script|dialogue|diálogo|reading guide|glossary|world lit|canon|libros|países|capitales|monologues?|musical|act [1-5i]+)(?![\p{L}])/iu;
/** What says that the list is of a class. */
const CLASS =
  /(?<![\p{L}])(?:roster|class ?list|seating|seats?|gradebook|grade book|my (?:class|kids|students|homeroom)|period \d|hour \d|homeroom|students?|comments?|partners|groups?|teams of|row [a-z\d]|table \d|mesa \d|lista|alumn[oa]s|grupo|salón|birthdays?|attendance|absent|id|sid|bus|locker|grade|parent|mom|dad|lunch|these (?:nine|ten|kids)|\d{1,2}(?:st|nd|rd|th) (?:grade|hour)|pickup|waitlist|chart|owes?|jobs|choir|recital|lane|heat|field (?:trip|day)|tabla|export|scores?|points|quiz|tests?|hw|buddies|patron|shifts?|reteach|kiosk|tardies|lexile|pts|band|rm|ladder|pw|password)(?![\p{L}])/iu;
const LIST_MARK =
  /^(?:[ \t]{0,8}(?:[-–—*•·▪☐□|[({"“]|\d{1,2}[.)]?(?=[ \t])|(?:row|table|mesa|group|team|fila|equipo|seat) ?(?:\d{1,2}|[a-z])? ?[:.–-])){0,3}[ \t]{0,8}/iu;
/** A number or id in front of a name: "0048213,Tillery", "8:40 Pang Nhia". */
const ID_LEAD = /^[\p{N}:#. \t-]{2,16}[\t,|; ]{1,4}(?=\p{Lu})/u;
/** What stands in lists about books and history, seldom in those about pupils. */
const ABOUT_PUBLIC =
  /(?<=[ (–-])(?:1[4-9]\d\d|200[0-5])(?![\w-])|(?<=[\p{L}:] )[“"«](?=\p{Lu})|→|(?<![\p{L}])(?:novel|poem|invent(?:ed|or)|discover(?:ed|y)|king|queen|v\.|century)(?![\p{L}])/iu;
/** How far around a block its heading and instruction are read. */
const AROUND = 160;
const HEAD_WORDS = 5;
/** What parts the fields of a row. */
const FIELDS = /[\t|,/:—–]| - | {2}|\d/u;
/** A row of fields is no longer than this, in UTF-16 code units. */
const FIELDS_MAX = 160;
/** A longer line is prose, in UTF-16 code units. */
const ROW_MAX = 500;

interface Row extends Span {
  /** Names in the line. */
  names: number;
  /** What the line begins with: a listed name, a listed name that is also a word, something like a name, or nothing. */
  head: 'listed' | 'word' | 'unlisted' | 'none';
  first: string;
  brackets: boolean;
  /** A short line of fields. */
  fields: boolean;
}

/** A class list, gradebook, seating chart or comments for several children: one mark over the range. */
export function roster(gazetteer: Gazetteer): Recognizer {
  return {
    id: 'roster',
    categories: ['roster'],
    description: 'A list of pupils: class list, gradebook, seating chart, comments for several children.',
    find(doc) {
      const rows = doc.lines.map((line) => readRow(doc, gazetteer, line));
      const found = [];
      for (let i = 0; i < rows.length; ) {
        const next = rows[i + 1];
        // "Seating chart" above the names is a heading.
        if (rows[i]!.names === 0 && next && isListy(next) && CLASS.test(textOf(doc, rows[i]!))) {
          i++;
          continue;
        }
        const end = blockEnd(doc, rows, i);
        if (end > i && isRoster(doc, gazetteer, rows, i, end)) {
          found.push(candidate('roster', rows[i]!.start, rows[end - 1]!.end, 0.8, 'shape'));
        }
        i = Math.max(end, i + 1);
      }
      return found;
    },
  };
}

/** Most characters of a list for each name in it; more is prose that speaks of several people. */
const SPREAD_MAX = 120;

/**
 * Lists of people whom the tagger found, whatever their names and heading: at least five in lines that follow each
 * other, or close together in one line. Staff do not count.
 */
export function rostersOf(doc: TextDocument, people: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let names: string[] = [];
  let from: Span | undefined;
  let to: Span | undefined;
  let next = 0;
  const close = () => {
    if (from && to && new Set(names).size >= NAMES_MIN && (to.end - from.start) / names.length < SPREAD_MAX)
      found.push(candidate('roster', from.start, to.end, 0.8, 'shape'));
    names = [];
    from = to = undefined;
  };
  const pupils = people
    .filter(({ role }) => role !== 'staff' && role !== 'self')
    .sort((a, b) => a.span.start - b.span.start);
  for (const line of doc.lines) {
    const before = names.length;
    for (; next < pupils.length && pupils[next]!.span.start < line.end; next++) {
      const { start, end } = pupils[next]!.span;
      names.push(doc.text.slice(start, end).toLowerCase());
    }
    if (names.length > before) {
      from ??= line;
      to = line;
    } else if (doc.text.slice(line.start, line.end).trim() !== '') close();
  }
  close();
  return found;
}

/** The beginning of a line: enough to know it by. */
const textOf = (doc: TextDocument, row: Span): string =>
  doc.text.slice(row.start, Math.min(row.end, row.start + 200));

function readRow(doc: TextDocument, gazetteer: Gazetteer, line: Span): Row {
  const test = personTest(doc, gazetteer);
  const opening = doc.text.slice(line.start, Math.min(line.end, line.start + 60));
  const mark = LIST_MARK.exec(opening)?.[0].length ?? 0;
  const lead = mark + (ID_LEAD.exec(opening.slice(mark))?.[0].length ?? 0);
  const row: Row = {
    ...line,
    names: 0,
    head: 'none',
    first: '',
    fields: line.end - line.start <= FIELDS_MAX && FIELDS.test(opening),
    brackets: /\[\p{Lu}[^\]]{1,30}\]/u.test(opening),
  };
  if (line.end - line.start > ROW_MAX) return row;
  let previous = -2;
  for (let i = test.tokenAt(line.start); i < doc.tokens.length && doc.tokens[i]!.start < line.end; i++) {
    const { kind, shape } = doc.tokens[i]!;
    if (kind !== 'word' || (shape !== 'capital' && shape !== 'upper')) continue;
    if (!test.isListedName(i)) continue;
    if (previous !== i - 1) row.names++;
    previous = i;
  }
  readHead(doc, test, row, line.start + lead);
  return row;
}

/** The words before the first mark, number or word in lower case. */
function readHead(doc: TextDocument, test: PersonTest, row: Row, start: number): void {
  const first = test.tokenAt(start);
  let last = first;
  for (
    let i = first;
    i < first + HEAD_WORDS && doc.tokens[i] && doc.tokens[i]!.start < row.end;
    i++, last = i
  ) {
    const token = doc.tokens[i]!;
    const inName = token.key === '.' || token.key === ',' || token.key === "'";
    if (token.kind === 'mark' && inName && i > first) continue;
    if (
      token.kind !== 'word' ||
      (token.shape !== 'capital' && token.shape !== 'upper' && token.shape !== 'initial')
    )
      break;
    row.first ||= token.key;
    if (token.shape === 'initial') continue;
    const kind = test.nameKind(i);
    if (kind === 'listed' || row.head === 'none' || (kind === 'word' && row.head === 'unlisted'))
      row.head = kind;
  }
  // "Maya went to the office and": a sentence, not a row.
  const next = doc.tokens[last];
  const prose = next?.kind === 'word' && next.start < row.end && row.end - row.start > 60;
  if (last === first || prose) row.head = 'none';
}

/** A row that may stand in a list: it begins with a name, or is dense in them. */
const isListy = (row: Row): boolean =>
  row.head !== 'none' ||
  (row.names > 0 && row.fields) ||
  (row.names > 1 && (row.end - row.start) / row.names < 25);

/** Where the run of rows that begins at `from` ends: rows with names, at most one other line between two of them. */
function blockEnd(doc: TextDocument, rows: Row[], from: number): number {
  if (!isListy(rows[from]!)) return from;
  let end = from + 1;
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i]!;
    if (isListy(row)) end = i + 1;
    else if (i > end || doc.text.slice(row.start, row.end).trim() === '') break;
  }
  return end;
}

/** Whether a row names somebody whom lessons are about, or tells of a book or of history. */
function isOfPublic(doc: TextDocument, test: PersonTest, row: Row): boolean {
  if (ABOUT_PUBLIC.test(textOf(doc, row))) return true;
  for (let i = test.tokenAt(row.start); i < doc.tokens.length && doc.tokens[i]!.start < row.end; i++) {
    const { shape } = doc.tokens[i]!;
    if ((shape === 'capital' || shape === 'upper') && test.isPublicName(i)) return true;
  }
  return false;
}

function isRoster(doc: TextDocument, gazetteer: Gazetteer, rows: Row[], from: number, to: number): boolean {
  const block = rows.slice(from, to);
  const heads = block.filter(({ head }) => head !== 'none');
  const names = block.reduce((sum, row) => sum + row.names, 0);
  if (heads.length < NAMES_MIN && names < NAMES_MIN) return false;
  const start = rows[from]!.start;
  const end = rows[to - 1]!.end;
  const around = `${doc.text.slice(Math.max(0, start - AROUND), start)}\n${doc.text.slice(end, end + AROUND)}`;
  const other =
    OTHER_LIST.test(around) ||
    OTHER_LIST.test(doc.text.slice(start, Math.min(rows[from]!.end, start + AROUND)));
  // "Book club picks: Ana - Holes" is of a class all the same; "Authors: ..." is not.
  if (other && !CLASS.test(around)) return false;
  const known = block.filter((row) => isOfPublic(doc, personTest(doc, gazetteer), row)).length;
  if (known > (other ? 0 : 1) && (other || known > 0.2 * block.length)) return false;
  const listed = heads.filter(({ head }) => head === 'listed').length;
  const words = heads.filter(({ head }) => head === 'word').length;
  const ofClass = CLASS.test(around) || block.some((row) => CLASS.test(textOf(doc, row)));
  // A list with a name at the head of each line.
  if (
    new Set(heads.map(({ first }) => first)).size >= NAMES_MIN - 1 &&
    heads.length >= NAMES_MIN &&
    heads.length >= 0.6 * block.length
  ) {
    if (listed >= (ofClass ? 0.3 : 0.5) * heads.length) return true;
    if (ofClass && listed + words >= 0.6 * heads.length) return true;
  }
  // A table with the name in another column.
  const named = block.filter((row) => row.fields && row.names > 0).length;
  const fielded = block.filter((row) => row.fields && (row.names > 0 || row.head === 'unlisted')).length;
  if (ofClass && fielded >= NAMES_MIN && fielded >= 0.8 * block.length && named >= 0.5 * fielded) return true;
  // Rows of a seating chart, or a list within a line.
  const length = block.reduce((sum, row) => sum + row.end - row.start, 0);
  return (
    names >= NAMES_MIN && length / names < 22 && (ofClass || block.filter((row) => row.brackets).length > 1)
  );
}
