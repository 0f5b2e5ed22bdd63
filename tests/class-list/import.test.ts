import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ColumnKind, readColumns } from '../../lib/class-list/columns.ts';
import { importRows, NOTE_CODES } from '../../lib/class-list/import.ts';
import { fullName, type ListedPerson } from '../../lib/class-list/person.ts';
import { rowsOfFile, rowsOfText } from '../../lib/list-rows.ts';
import { packed, xlsx } from '../files/packages.ts';

const isWord = (name: string) => /^(?:hope|will)$/i.test(name);
const ids = () => {
  let next = 0;
  return () => `p${next++}`;
};

function imported(rows: string[][], change: Record<string, ColumnKind> = {}) {
  const table = readColumns(rows);
  const columns = table.columns.map((column) => ({ ...column, kind: change[column.heading] ?? column.kind }));
  const { people, notes, dropped } = importRows(table, columns, { newId: ids(), isWord });
  return {
    kinds: table.columns.map(({ kind }) => kind).join(' '),
    people: people.map(({ id: _, ...rest }) => rest),
    notes: notes.map(({ code, row, name }) => `${code} ${row} ${name}`),
    dropped: dropped.map((place) => table.columns[place]?.heading),
  };
}
const pasted = (text: string, change?: Record<string, ColumnKind>) => imported(rowsOfText(text), change);
const person = (first: string, last: string, rest: Partial<ListedPerson> = {}) => ({ first, last, ...rest });

test.each<[string, string, ReturnType<typeof person>[]]>([
  ['names', 'Maya Lopez\nDevon Carter\n', [person('Maya', 'Lopez'), person('Devon', 'Carter')]],
  ['one name', 'Maya Lopez', [person('Maya', 'Lopez')]],
  ['a first name', 'Maya', [person('Maya', '')]],
  [
    'last, first',
    'Lopez, Maya\nCarter, Devon James',
    [person('Maya', 'Lopez'), person('Devon James', 'Carter')],
  ],
  ['one of them', 'Lopez, Maya', [person('Maya', 'Lopez')]],
  ['quoted', '"Lopez, Maya"\n"Carter, Devon"', [person('Maya', 'Lopez'), person('Devon', 'Carter')]],
  ['first,last', 'Maya,Lopez\nDevon,Carter', [person('Maya', 'Lopez'), person('Devon', 'Carter')]],
  ['two surnames', 'Maya Lopez Garcia', [person('Maya', 'Lopez Garcia')]],
  [
    'a list in one line',
    'Maya Lopez, Devon Carter, Ava Chen',
    [person('Maya', 'Lopez'), person('Devon', 'Carter'), person('Ava', 'Chen')],
  ],
  [
    'numbered',
    '1. Maya Lopez\n2) Devon Carter\n• Ava Chen',
    [person('Maya', 'Lopez'), person('Devon', 'Carter'), person('Ava', 'Chen')],
  ],
  [
    'with tabs',
    'Lopez, Maya\t204418\nCarter, Devon\t204419',
    [person('Maya', 'Lopez', { number: '204418' }), person('Devon', 'Carter', { number: '204419' })],
  ],
  [
    'what has no headings, and keeps neither birth dates nor phone numbers',
    '1\tLopez, Maya\tF\t3/14/2013\t(555) 010-0147\tS-20441\n2\tCarter, Devon\tM\t2013-04-01\t555-0148\tS-20442\n3\tChen, Ava\tF\t4/1/2013\t5550100149\tS-20443',
    [
      person('Maya', 'Lopez', { number: 'S-20441' }),
      person('Devon', 'Carter', { number: 'S-20442' }),
      person('Ava', 'Chen', { number: 'S-20443' }),
    ],
  ],
  [
    'first and last with tabs',
    'Maya\tLopez\tmaya@school.example\nDevon\tCarter\tdevon@school.example',
    [
      person('Maya', 'Lopez', { email: 'maya@school.example' }),
      person('Devon', 'Carter', { email: 'devon@school.example' }),
    ],
  ],
  [
    'with addresses',
    'Maya Lopez <maya@school.example>\nDevon Carter <devon@school.example>',
    [
      person('Maya', 'Lopez', { email: 'maya@school.example' }),
      person('Devon', 'Carter', { email: 'devon@school.example' }),
    ],
  ],
  [
    'nicknames',
    'Maya (May) Lopez\nDevon "DJ" Carter\nAva (she/her) Chen',
    [
      person('Maya', 'Lopez', { nickname: 'May' }),
      person('Devon', 'Carter', { nickname: 'DJ' }),
      person('Ava', 'Chen'),
    ],
  ],
  [
    'juniors',
    'Lopez, Jr., Maya\nDevon Carter, III',
    [person('Maya', 'Lopez Jr.'), person('Devon', 'Carter III')],
  ],
  [
    'accents and spaces',
    '\ufeffJosé\u00a0 Núñez\u200b\nBe\u0301a O’Neil',
    [person('José', 'Núñez'), person('Béa', 'O’Neil')],
  ],
  [
    'a quote that never ends',
    'Maya,"Lopez\nDevon,Carter\nAva,Chen',
    [person('Maya', 'Lopez'), person('Devon', 'Carter'), person('Ava', 'Chen')],
  ],
])('reads %s', (_what, text, people) => {
  const found = pasted(text);
  expect(found.people).toEqual(people);
  expect(found.notes).toEqual([]);
});

test('OneRoster users.csv: students only, and neither birth date nor password', () => {
  const csv = [
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,preferredFirstName',
    'a1,active,2026-08-01,true,s1,student,mlopez,,Maya,Lopez,Rose,204418,maya@school.example,,555-0147,g1,07,hunter2,May',
    'a2,active,2026-08-01,true,s1,student,dcarter,,Devon,Carter,,204419,devon@school.example,,,,07,,',
    't1,active,2026-08-01,true,s1,teacher,dwhit,,Dana,Whitfield,,T9911,dana@school.example,,,,,,',
    'g1,active,2026-08-01,true,s1,guardian,alopez,,Ana,Lopez,,,ana@home.example,,,,,,',
  ].join('\r\n');
  const { people, notes, dropped } = pasted(csv);
  expect(people).toEqual([
    person('Maya', 'Lopez', { nickname: 'May', email: 'maya@school.example', number: '204418' }),
    person('Devon', 'Carter', { email: 'devon@school.example', number: '204419' }),
  ]);
  expect(notes).toEqual(['not-student 4 Dana Whitfield', 'not-student 5 Ana Lopez']);
  expect(dropped).toEqual(expect.arrayContaining(['sourcedId', 'middleName', 'phone', 'grades', 'password']));
  const { people: withFamily } = pasted(csv, { agentSourcedIds: 'family' });
  expect(withFamily.map(({ family }) => family)).toEqual([['Ana Lopez'], undefined]);
});

test('Google Classroom: marks are dropped, and lines that are no student', () => {
  const csv = [
    'Last Name,First Name,Email Address,Overall Grade,Essay 1',
    'Date,,,,2026-10-01',
    'Points,,,,100',
    'Class average,,,88.5%,90',
    'Lopez,Maya,maya@school.example,91%,95',
    'Carter,Devon,devon@school.example,86%,85',
  ].join('\n');
  const { people, notes, dropped } = pasted(csv);
  expect(people).toEqual([
    person('Maya', 'Lopez', { email: 'maya@school.example' }),
    person('Devon', 'Carter', { email: 'devon@school.example' }),
  ]);
  expect(notes).toEqual(['not-student 2 Date', 'not-student 3 Points', 'not-student 4 Class average']);
  expect(dropped).toEqual(['Overall Grade', 'Essay 1']);
});

test('PowerSchool: one number, and family by a click', () => {
  const tsv = [
    'ID\tStudent_Number\tLastFirst\tFirst_Name\tLast_Name\tGrade_Level\tGender\tDOB\tHome_Room\tMother\tFather\tIEP\tLunchStatus\tGuardianEmail',
    '331\t204418\tLopez, Maya Rose\tMaya\tLopez\t7\tF\t3/14/2013\t12\tAna Lopez\tLuis Lopez\tY\tF\tana@home.example',
    '332\t204419\tCarter, Devon\tDevon\tCarter\t7\tM\t4/1/2013\t12\t\tCarter, James\tN\tP\t',
  ].join('\r\n');
  const plain = pasted(tsv);
  expect(plain.people).toEqual([
    person('Maya', 'Lopez', { number: '204418' }),
    person('Devon', 'Carter', { number: '204419' }),
  ]);
  expect(plain.dropped).toEqual(
    expect.arrayContaining(['ID', 'Grade_Level', 'DOB', 'IEP', 'LunchStatus', 'Mother', 'GuardianEmail']),
  );
  const { people } = pasted(tsv, { Mother: 'family', Father: 'family' });
  expect(people.map(({ family }) => family)).toEqual([['Ana Lopez', 'Luis Lopez'], ['James Carter']]);
});

test.each([
  [
    'Nombre;Apellido paterno;Apellido materno;Matrícula;Correo electrónico;Grado;Tutor',
    'first last last number email none none',
  ],
  ['Alumno;Número de control;Fecha de nacimiento', 'name number none'],
  ['Nombre completo;Apodo;Correo de la madre', 'name nickname none'],
  ['Apellidos, Nombres;Grupo', 'name none'],
  [
    'First Name;Last Name;Preferred Name;Student ID #;Teacher Name;School',
    'first last nickname none none none',
  ],
  ['Student Name;Student ID;Email;Parent Email;Counselor', 'name number email none none'],
  ['Name;Surname;E-mail', 'first last email'],
  ['Family name;Given names;Family contact', 'last first none'],
  ['Student;ID;SIS User ID;SIS Login ID;Section', 'name none number none none'],
])('knows the headings %s', (headings, kinds) => {
  const { columns } = readColumns([headings.split(';'), []]);
  expect(columns.map(({ kind }) => kind).join(' ')).toBe(kinds);
});

test('headings under a title, and merged over two rows', async () => {
  const text = (reference: string, words: string) =>
    `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const sheet = [
    `<row r="1">${text('A1', 'Lincoln Middle School')}</row>`,
    `<row r="3">${text('A3', 'Student')}${text('C3', 'Student ID')}${text('D3', 'IEP')}</row>`,
    `<row r="4">${text('A4', 'Last')}${text('B4', 'First')}</row>`,
    `<row r="5">${text('A5', 'Lopez')}${text('B5', 'Maya')}<c r="C5"><v>204418</v></c>${text('D5', 'yes')}</row>`,
    `<row r="6">${text('A6', 'Carter')}<c r="B6" t="str"><f>PROPER("devon")</f><v>Devon</v></c><c r="C6" t="e"><v>#N/A</v></c></row>`,
  ].join('');
  const [found] = await rowsOfFile(xlsx({ 'Period 3': sheet }), 'roster.xlsx');
  expect(found?.name).toBe('Period 3');
  const { people, notes, kinds, dropped } = imported(found!.rows);
  expect(kinds).toBe('last first number none');
  expect(people).toEqual([person('Maya', 'Lopez', { number: '204418' }), person('Devon', 'Carter')]);
  expect(notes).toEqual(['formula 6 Devon Carter']);
  expect(dropped).toEqual(['IEP']);
});

test.each([
  ['UTF-8', Buffer.from('\ufeffName,ID\nJosé Núñez,204418\n')],
  ['UTF-16', Buffer.from('\ufeffName,ID\nJosé Núñez,204418\n', 'utf16le')],
  ['UTF-16, the other way', Buffer.from('\ufeffName,ID\nJosé Núñez,204418\n', 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('Name,ID\nJosé Núñez,204418\n', 'utf16le')],
  ['Windows-1252', Buffer.from('Name,ID\nJosé Núñez,204418\n', 'latin1')],
])('a file in %s', async (_encoding, bytes) => {
  const [sheet] = await rowsOfFile(new Uint8Array(bytes), 'list.csv');
  expect(imported(sheet!.rows).people).toEqual([person('José', 'Núñez', { number: '204418' })]);
});

test('real files', async () => {
  const of = async (name: string) => {
    const bytes = new Uint8Array(readFileSync(`tests/files/fixtures/${name}`));
    return imported((await rowsOfFile(bytes, name))[0]!.rows);
  };
  for (const name of ['roster.xlsx', 'roster.ods', 'excel.xlsx']) {
    const { people, dropped } = await of(name);
    expect(people.slice(0, 2)).toEqual([
      person('Maya', 'Reyes', { number: '1002345' }),
      person('Diego', 'Fuentes', { number: '1002346' }),
    ]);
    expect(dropped).toContain('DOB');
  }
});

test('what is no list is said', async () => {
  await expect(rowsOfFile(packed({ 'a.txt': 'x' }), 'a.zip')).rejects.toMatchObject({ code: 'unknown-kind' });
  const pdf = new Uint8Array(readFileSync('tests/files/fixtures/text/class.pdf'));
  await expect(rowsOfFile(pdf, 'class.pdf')).rejects.toMatchObject({ code: 'unknown-kind' });
});

test('what is wrong is said by row, and all else is taken', () => {
  const csv = [
    'First,Last,ID,Email',
    'Maya,Lopez,204418,maya@school.example',
    'Maya,Lopez,204418,',
    'Maya,Lopez,204777,',
    'Devon,Carter,204418,',
    ',,204500,',
    'Hope,Ng,204501,none',
    'Q,,,',
    'X,Chen,7,',
    '=A2,Smith,="0012345",',
    'JosÃ©,Diaz,2.04E+09,',
    '12,34,204510,',
    '',
    'Will,Park,204502,',
  ].join('\n');
  const { people, notes } = pasted(csv);
  expect(people).toEqual([
    person('Maya', 'Lopez', { number: '204418', email: 'maya@school.example' }),
    person('Maya', 'Lopez', { number: '204777' }),
    person('Devon', 'Carter', { number: '204418' }),
    person('Hope', 'Ng', { number: '204501' }),
    person('X', 'Chen'),
    person('', 'Smith', { number: '0012345' }),
    person('JosÃ©', 'Diaz'),
    person('Will', 'Park', { number: '204502' }),
  ]);
  expect(notes).toEqual([
    'twice 3 Maya Lopez',
    'same-name 4 Maya Lopez',
    'shared 5 Devon Carter',
    'no-name 6 204500',
    'email 7 Hope Ng',
    'word 7 Hope Ng',
    'one-letter 8 Q',
    'number 9 X Chen',
    'short 9 X Chen',
    'formula 10 Smith',
    'letters 11 JosÃ© Diaz',
    'number 11 JosÃ© Diaz',
    'no-name 12 12',
    'word 14 Will Park',
  ]);
  expect(NOTE_CODES.filter((code) => !notes.some((note) => note.startsWith(code)))).toEqual(['not-student']);
});

test('50,000 rows, none lost', () => {
  const letters = (n: number) => Array.from(String(n), (digit) => 'abcdefghij'[Number(digit)]).join('');
  const lines = Array.from({ length: 50_000 }, (_, i) => `Ma${letters(i)},Lo${letters(i)},${100_000 + i}`);
  const { people, notes } = pasted(`First name,Last name,Student ID\n${lines.join('\n')}`);
  expect(people.length).toBe(50_000);
  expect(people.at(-1)).toEqual(person('Maejjjj', 'Loejjjj', { number: '149999' }));
  expect(notes).toEqual([]);
});

test('a list says which columns it has, and the teacher corrects them', () => {
  const csv = 'Maya,Lopez\nDevon,Carter';
  const table = readColumns(rowsOfText(csv));
  expect(table.columns.map(({ kind }) => kind)).toEqual(['first', 'last']);
  const swapped = table.columns.map((column) => ({
    ...column,
    kind: column.kind === 'first' ? ('last' as const) : ('first' as const),
  }));
  const { people } = importRows(table, swapped, { newId: ids(), isWord });
  expect(people.map(fullName)).toEqual(['Lopez Maya', 'Carter Devon']);
});
