/** People out of the rows of a list. What is right is taken; what is not is said, by row. */
import { COLUMN_KINDS, type Column, type ColumnKind, type Table } from './columns.ts';
import { joinPeople } from './join.ts';
import { bare, readName } from './name.ts';
import { fullName, isEmail, isName, isNumber, type ListedPerson, tidy } from './person.ts';

/**
 * What is said of rows. Left out: `no-name` (there is none in it), `not-student` (by its role, or a line such as "Class
 * average"), `one-letter` (a name of one letter and nothing else). Taken: `twice` (the person stands in it again),
 * `same-name` (two students share one), `shared` (a number or address that somebody else has), `short` (a part has one
 * letter, and is found only with the rest), `word` (the given name is a word too). Taken without a cell: `formula` (a formula or
 * an error in place of a value), `email`, `number` (none). `letters`: letters came in damaged.
 */
export const NOTE_CODES = [
  'no-name',
  'not-student',
  'one-letter',
  'formula',
  'letters',
  'email',
  'number',
  'twice',
  'same-name',
  'shared',
  'short',
  'word',
] as const;
type NoteCode = (typeof NOTE_CODES)[number];

export interface RowNote {
  code: NoteCode;
  /** From 1, as the list shows it. */
  row: number;
  /** What to know the row by; may be empty. */
  name: string;
}

export interface Import {
  people: ListedPerson[];
  /** By row. */
  notes: RowNote[];
  /** The columns that hold something and are dropped, by their places. */
  dropped: number[];
}

export interface ImportTools {
  /** A new id for each person. */
  newId(): string;
  /** Whether a given name is an ordinary word too. */
  isWord(name: string): boolean;
}

/** Lines of grade books that are no student, in a column of names. */
const SUMMARY =
  /^(?:class )?(?:average|mean|median|total|totals|points(?: possible)?|due date|date|max(?:imum)? points|test student|promedio|total(?:es)?|puntos|fecha(?: de entrega)?)$/i;
/** The same of any role that a student has in OneRoster and other lists. */
const STUDENT = /student|pupil|learner|alumn|estudiante/i;
const FORMULA = /^[=]|^#(?:N\/A|REF|NAME|VALUE|NULL|NUM|DIV)/i;
/** A text in quotes behind an equals sign: how programs keep the zeros of a number from Excel. */
const QUOTED = /^="((?:[^"]|"")*)"$/;
/** UTF-8 that was read as Windows-1252 before it came to us, or signs that no encoding has. */
const DAMAGED = /\ufffd|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/** @param columns as the teacher has corrected them */
export function importRows({ rows, start }: Table, columns: readonly Column[], tools: ImportTools): Import {
  const notes: RowNote[] = [];
  const read: { person: ListedPerson; row: number }[] = [];
  const at = Object.fromEntries(
    COLUMN_KINDS.map((kind) => [kind, columns.flatMap((column, i) => (column.kind === kind ? [i] : []))]),
  ) as Record<ColumnKind, number[]>;
  const relatives = at.family.length > 0 ? namesById(rows, columns, at) : new Map<string, string>();
  for (const [i, cells] of rows.entries()) {
    if (i < start || !cells.some((cell) => tidy(cell) !== '')) continue;
    const row = i + 1;
    const found: NoteCode[] = [];
    const values = (kind: ColumnKind) =>
      at[kind].flatMap((place) => {
        const raw = tidy(cells[place] ?? '');
        const text = tidy(QUOTED.exec(raw)?.[1]?.replaceAll('""', '"') ?? raw);
        if (FORMULA.test(text)) found.push('formula');
        if (kind !== 'none' && DAMAGED.test(text)) found.push('letters');
        return text === '' || FORMULA.test(text) ? [] : [text];
      });
    const note = (code: NoteCode, name: string) => notes.push({ code, row, name });
    const person = personOf(values, found, relatives, tools.newId);
    const shown = person
      ? fullName(person)
      : (cells.map(tidy).find((cell) => cell !== '') ?? '').slice(0, 40);
    const roles = values('role');
    if (SUMMARY.test(shown) || (roles.length > 0 && !roles.some((role) => STUDENT.test(role)))) {
      note('not-student', shown);
      continue;
    }
    for (const code of new Set(found)) note(code, shown);
    if (!person) {
      note('no-name', shown);
      continue;
    }
    const parts = [person.first, person.last].filter(Boolean);
    if (parts.every((part) => lettersIn(part) < 2)) {
      if (!person.number && !person.email) {
        note('one-letter', shown);
        continue;
      }
      note('short', shown);
    } else if (parts.some((part) => lettersIn(part) < 2)) note('short', shown);
    else if (person.first !== '' && tools.isWord(person.first)) note('word', shown);
    read.push({ person, row });
  }
  const joined = joinPeople(
    [],
    read.map(({ person }) => person),
  );
  const rowOf = new Map(read.map(({ person, row }) => [person, row]));
  const about: [NoteCode, ListedPerson[]][] = [
    ['twice', joined.merged.map(({ person }) => person)],
    ['same-name', joined.sameName],
    ['shared', joined.shared],
  ];
  for (const [code, people] of about)
    for (const person of people) notes.push({ code, row: rowOf.get(person)!, name: fullName(person) });
  return {
    people: joined.people,
    notes: notes.sort((a, b) => a.row - b.row),
    dropped: at.none.filter((place) =>
      rows.some((cells, i) => i >= start && tidy(cells[place] ?? '') !== ''),
    ),
  };
}

function personOf(
  values: (kind: ColumnKind) => string[],
  found: NoteCode[],
  relatives: ReadonlyMap<string, string>,
  newId: () => string,
): ListedPerson | null {
  const whole = values('name').map(readName)[0];
  const given = values('first').map(bare).join(' ');
  const first = given || whole?.first || '';
  const last = values('last').map(bare).join(' ') || whole?.last || '';
  if (![first, last].every((part) => part === '' || isName(part)) || first + last === '') return null;
  const nickname = values('nickname').map(bare).find(isName) ?? whole?.nickname;
  const emails = values('email');
  const email = emails.find(isEmail) ?? whole?.email;
  if (emails.length > 0 && !emails.some(isEmail)) found.push('email');
  const numbers = values('number').map((text) => text.replace(/^'|\.0$/g, ''));
  const number = numbers.find(isNumber);
  if (numbers.length > 0 && !number) found.push('number');
  const family = [...new Set(values('family').flatMap((cell) => familyIn(cell, relatives)))];
  return {
    id: newId(),
    first,
    last,
    // A preferred name that is the given name says nothing new.
    ...(nickname && nickname !== first && { nickname }),
    ...(email && { email }),
    ...(number && { number }),
    ...(family.length > 0 && { family }),
  };
}

/** "Ana Lopez; Luis Lopez", "Ana Lopez and Luis Lopez", or the ids of their rows. */
function familyIn(cell: string, relatives: ReadonlyMap<string, string>): string[] {
  const listed = cell.split(',').map((id) => relatives.get(id.trim()));
  if (listed.some(Boolean)) return listed.filter((name) => name !== undefined);
  return cell
    .split(/\s*(?:[;/&\n]|\band\b|\s[yY]\s)\s*/)
    .map((one) => fullName(readName(one)))
    .filter(isName);
}

/** The names in a OneRoster list by `sourcedId`: family has rows of its own there. */
function namesById(
  rows: readonly string[][],
  columns: readonly Column[],
  at: Record<ColumnKind, number[]>,
): Map<string, string> {
  const place = columns.findIndex(({ heading }) => heading === 'sourcedId');
  const nameIn = (cells: string[]) =>
    [...at.first, ...at.last]
      .map((part) => bare(cells[part] ?? ''))
      .filter(Boolean)
      .join(' ');
  return new Map(
    place < 0
      ? []
      : rows.flatMap((cells): [string, string][] => {
          const name = nameIn(cells);
          return isName(name) ? [[tidy(cells[place] ?? ''), name]] : [];
        }),
  );
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
