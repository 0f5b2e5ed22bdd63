/**
 * Which column of a list is what: by its heading in English or Spanish, as OneRoster, Google Classroom, PowerSchool and
 * other exports write it, else by what stands in it. A guess that is shown, and that the teacher can correct.
 */
import { readName } from './name.ts';
import { isEmail, tidy } from './person.ts';

/** `role` is kept nowhere: it tells who of all is a student. Everything that is `none` is dropped. */
export const COLUMN_KINDS = [
  'none',
  'name',
  'first',
  'last',
  'nickname',
  'email',
  'number',
  'family',
  'role',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface Column {
  kind: ColumnKind;
  /** Empty where the list has none. */
  heading: string;
  /** Names of family stand in it, which are taken only where the teacher asks for them. */
  family: boolean;
}

export interface Table {
  rows: readonly string[][];
  /** The first row that may be a person, from 0. */
  start: number;
  columns: Column[];
}

/** Above its headings a list may have a title, a school and a date. */
const HEAD_ROWS = 15;
const SAMPLE_ROWS = 60;
/** Of cells that must agree before a column without a heading counts as something. */
const SHARE = 0.6;
const LONGEST_HEADING = 48;
/** No date and no phone number: what only looks like a student number is not kept. */
const PLAIN_NUMBER = /^[A-Z]{0,4}[-#]?\d{4,9}$/i;

/** Words of a heading: "Student_Number", "givenName" and "Student  number:" are alike. */
function plain(heading: string): string {
  return tidy(heading)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\d#]+/gu, ' ')
    .trim();
}

/** Names of family, in OneRoster the ids of their rows (`agentSourcedIds`); in some languages a "family name" is a surname. */
const FAMILY =
  /\b(?:parents?|guardians?|mother|father|mom|dad|contacts?|agents?|emergency|family(?! names?$)|padres?|madres?|mama|papa|tutor(?:a|es)?|acudientes?|apoderad[oa]s?|familia(?:r|res)?|contactos?)\b/;
/** What is known of family beside their names. */
const FAMILY_OTHER =
  /\b(?:mail|phone|cell|mobile|number|address|relation\w*|language|id|type|correo|telefono|celular|direccion|parentesco|idioma)\b/;
/** Names and numbers of something else than a student. */
const OTHERS =
  /\b(?:teacher|counselor|staff|school|homeroom|home room|course|class|section|district|maestr[oa]|docente|profesora?|escuela|colegio|curso|grupo|clase|seccion|middle|segundo nombre|user ?name|org|login)\b/;
/** Columns that such lists have and that are never kept; that they are known tells a row of headings. */
const DROPPED =
  /\b(?:grades?|grade level|gender|sex|birth\w*|dob|iep|504|ell?|ethnic\w*|race|lunch|meals?|status|phone|address|points?|score|average|period|language|enabled user|date last modified|password|sms|middle|grado|sexo|genero|nacimiento|telefono|direccion|promedio|calificacion|comida|idioma|estado)\b/;

/** The first that fits; of several columns of a kind that there is once, the one that stands first here. */
const HEADINGS: [ColumnKind, RegExp][] = [
  ['role', /^(?:user )?(?:roles?|rol)$/],
  [
    'nickname',
    /^(?:student )?(?:nick ?names?|preferred(?: first)?(?: name)?|chosen(?: first)? name|goes by|known as|also known as|aka|apodo|sobrenombre|nombre preferido|nombre social)$/,
  ],
  [
    'first',
    /^(?:student |pupil |learner |legal )*(?:first|given|fore|f)(?: ?names?)?(?: student| legal)?$|^(?:nombres|nombre s|primer nombre|nombre de pila)$/,
  ],
  [
    'last',
    /^(?:student |pupil |learner |legal )*(?:last|sur|family|l)(?: ?names?)(?: student| legal)?$|^(?:student )?last$|^(?:(?:primer|segundo) )?apellidos?(?: (?:paterno|materno|s|del? (?:alumno|alumna|estudiante)))*$/,
  ],
  [
    'name',
    /^(?:full |student |pupil |learner |display |sortable )*(?:names?|students?|pupils?|learners?|scholars?)(?: full)?(?: name)?(?: last(?: name)? first(?: name)?(?: m\w*)*)?$|^last(?: name)? first(?: name)?(?: m\w*)*$|^(?:nombre|nombre completo|nombres? y apellidos?|apellidos? y nombres?|alumn(?:o|a|os|as|o a)|estudiantes?|nombre (?:completo )?del? (?:la )?(?:alumno|alumna|estudiante))$/,
  ],
  ['email', /\b(?:e ?mail|correo)\b/],
  [
    'number',
    /^(?:student|pupil|learner|local|perm\w*) (?:id|number|no|num|nbr)(?: number| no)?$|^student ?(?:id|number)$|^sis (?:user )?id$|^identifier$|^matricula$|^(?:numero|num|no|n|clave|codigo|id) (?:de |del )?(?:alumno|alumna|estudiante|matricula|control)$/,
  ],
  ['number', /^(?:id|id number|id #|student #|number|no|user id|state id|numero|clave|codigo|cedula)$/],
];
/** Of these a list has one each. */
const ONCE: readonly ColumnKind[] = ['name', 'email', 'number', 'role', 'nickname'];

interface Heading {
  kind: ColumnKind;
  family: boolean;
  /** How sure; a lower number wins where there can be one only. */
  rank: number;
}

/** What a heading says; null where it is none that is known. */
function readHeading(heading: string): Heading | null {
  if (heading.length > LONGEST_HEADING) return null;
  const words = plain(heading);
  if (words === '') return null;
  if (FAMILY.test(words)) return { kind: 'none', family: !FAMILY_OTHER.test(words), rank: 0 };
  const rank = OTHERS.test(words) ? -1 : HEADINGS.findIndex(([, pattern]) => pattern.test(words));
  if (rank >= 0) return { kind: HEADINGS[rank]![0], family: false, rank };
  return OTHERS.test(words) || DROPPED.test(words) ? { kind: 'none', family: false, rank: 0 } : null;
}

/** Finds headings and guesses what the columns are. In: cells by row; rows may be of any length. */
export function readColumns(rows: readonly string[][]): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const head = headRow(rows);
  const start = head + 1;
  const columns = Array.from({ length: width }, (_, i): Column & { rank: number } => {
    // A cell that is merged over two rows of headings has its words in the upper one.
    const above = rows.slice(0, start).map((row) => tidy(row[i] ?? ''));
    const own = above.pop() ?? '';
    const heading = own || above.findLast((text) => readHeading(text)) || '';
    return { heading, ...(readHeading(heading) ?? { kind: 'none', family: false, rank: 0 }) };
  });
  for (const kind of ONCE) {
    const all = columns.filter((column) => column.kind === kind).sort((a, b) => a.rank - b.rank);
    for (const other of all.slice(1)) other.kind = 'none';
  }
  const of = (kind: ColumnKind) => columns.filter((column) => column.kind === kind);
  const [name] = of('name');
  // "Name, Surname", "Nombre, Apellidos".
  if (name && of('last').length > 0) name.kind = of('first').length > 0 ? 'none' : 'first';
  if (of('name').length + of('first').length + of('last').length === 0) guess(rows.slice(start), columns);
  return { rows, start, columns: columns.map(({ kind, heading, family }) => ({ kind, heading, family })) };
}

/** The row of headings; -1 where there is none. */
function headRow(rows: readonly string[][]): number {
  let best = -1;
  let most = 0;
  for (const [i, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const cells = row.map(tidy).filter(Boolean);
    const read = cells.map(readHeading);
    const known = read.filter(Boolean).length;
    const useful = read.filter((one) => one && one.kind !== 'none').length;
    // One word such as "Student" above names that are not known, or most of the row.
    if (useful === 0 || known * 2 < cells.length || known <= most) continue;
    best = i;
    most = known;
  }
  // Headings in two rows, of which the upper one has merged cells.
  const isHead = (row: string[] = []) => {
    const cells = row.map(tidy).filter(Boolean);
    return cells.length > 0 && cells.every(readHeading);
  };
  while (best >= 0 && isHead(rows[best + 1])) best++;
  return best;
}

/** Guesses by what stands in the columns. Those that a heading has told stay. */
function guess(rows: readonly string[][], columns: Column[]): void {
  const sample = rows.filter((row) => row.some((cell) => tidy(cell) !== '')).slice(0, SAMPLE_ROWS);
  const free = columns.map((column, i) => {
    const cells = sample.map((row) => row[i] ?? '').filter((cell) => tidy(cell) !== '');
    const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / Math.max(1, cells.length);
    return { column, cells, share };
  });
  for (const { column, cells, share } of free) {
    if (column.kind !== 'none' || column.family || cells.length === 0) continue;
    const isNew = (kind: ColumnKind) => columns.every((one) => one.kind !== kind);
    if (isNew('email') && share((cell) => isEmail(tidy(cell))) >= SHARE) column.kind = 'email';
    else if (isNew('number') && share((cell) => PLAIN_NUMBER.test(tidy(cell))) >= SHARE)
      column.kind = 'number';
  }
  const names = free.filter(({ column, cells, share }) => {
    if (column.kind !== 'none' || column.family || (column.heading !== '' && readHeading(column.heading)))
      return false;
    const distinct = new Set(cells.map(tidy)).size;
    return cells.length > 0 && share(looksLikeName) >= SHARE && distinct * 2 > Math.min(cells.length, 20);
  });
  const [one, two] = names;
  if (!one) return;
  const isWhole = one.share((cell) => readName(cell).last !== '') >= 0.5;
  if (isWhole || !two || free.indexOf(two) !== free.indexOf(one) + 1) {
    one.column.kind = 'name';
    return;
  }
  // "Lopez, Maya" has a space behind its comma, which parts a table seldom have.
  const isSurnameFirst = two.share((cell) => cell.startsWith(' ')) >= 0.5;
  one.column.kind = isSurnameFirst ? 'last' : 'first';
  two.column.kind = isSurnameFirst ? 'first' : 'last';
}

function looksLikeName(cell: string): boolean {
  const words = tidy(cell).split(' ');
  return words.length <= 6 && !/[\d@/]{2}/.test(cell) && /^\P{L}{0,6}\p{L}/u.test(tidy(cell));
}
