import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import type { Role } from '../../lib/detect/finding.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { MODEL } from '../../lib/detect/names/tagger.data.ts';
import { createTagger } from '../../lib/detect/names/tagger.ts';
import { weighNames } from '../../lib/detect/recognizers/person-name.ts';
import { recase } from '../../tools/bench/measure.ts';
import { loadCorpus } from '../../tools/corpus.ts';
import { loadTables } from '../../tools/load-detector.ts';
import { detector, stoppingNames, textOf, textsOf } from './load.ts';
import { table } from './table.ts';

table('person-name', [
  ['My student Maya Lopez struggles with fractions.', 'Maya Lopez'],
  ["Maya's essay and Jaylen’s poem", 'Maya', 'Jaylen'],
  ['Ms. Nguyen and Coach Ramirez met.', 'Nguyen', 'Ramirez'],
  ['Dr. Aisha Khan, PhD, called.', 'Aisha Khan'],
  ['Lopez, Maya\t104332\r\nNguyen, Tuan\t104333', 'Lopez, Maya', 'Nguyen, Tuan'],
  ['Benjamin "Ben" Carter Jr. was late.', 'Benjamin "Ben" Carter Jr.'],
  ['M. Lopez and J. T. Reyes', 'M. Lopez', 'J. T. Reyes'],
  ['Maria de la Cruz and José Hernández-Ruiz', 'Maria de la Cruz', 'José Hernández-Ruiz'],
  ['Maya and Tom Lopez', 'Maya', 'Tom Lopez'],
  ['Maya/Tom & Ana', 'Maya', 'Tom', 'Ana'],
  ['Priya, Jamal and Tuan', 'Priya', 'Jamal', 'Tuan'],
  ['Thandiwe Mbeki and Xiong Vang worked.', 'Thandiwe Mbeki', 'Xiong Vang'],
  ['a student named Quillara', 'Quillara'],
  ['Quillara forgot her homework again and I called her mom.', 'Quillara'],
  ['my student maya lopez is tired', 'maya lopez'],
  ['MARCUS BELL was absent.', 'MARCUS BELL'],
  ['My student Will needs help. My student Hope reads.', 'Will', 'Hope'],
  ['Quillara was absent. I called Zebrina’s mom.', 'Quillara', 'Zebrina'],
  ['Pair my student Hope Young with a friend.', 'Hope Young'],
  ['Then Grace Nguyen spoke.', 'Grace Nguyen'],
  ['My students Daniel Park and Ana Hall met at Lincoln Park.', 'Daniel Park', 'Ana Hall'],
  ['Austin was absent. He moved here from Austin.', 'Austin'],
  ['Great job, Aaliyah!', 'Aaliyah'],
  ['My student Calliope Drakos  Rm 11', 'Calliope Drakos'],
  ['I called Peggy Lindholm thx', 'Peggy Lindholm'],
  ['My student Kairo was absent. Kairos mom called.', 'Kairo', 'Kairo'],
  ['Groups\nA. Darnell Womack\nB. Trinh Nguyen', 'Darnell Womack', 'Trinh Nguyen'],
  ['Grade K. Marley was absent. I called her mom.', 'Marley'],
  ['fine'],
  ['young'],
  ['Will the class be ready? Mark each answer. Hope this helps!'],
  ['May I go? In April and June we test.'],
  ['Grant writing, rose petals, a chase scene, Summer Reading'],
  ['Maya Angelou wrote it. Rosa Parks sat. Parks was brave.'],
  ['Abraham Lincoln and Shakespeare; Romeo and Juliet'],
  ['Dr. Martin Luther King Jr. had a dream.'],
  ['Use Bloom’s Taxonomy and the Frayer Model.'],
  ['Washington Elementary and Madison Middle School'],
  ['We flew to Charlotte from Paris, France.'],
  ['Student Handbook and Parent Conference'],
  ['Photosynthesis shows how plants work.'],
  ['see maya.lopez@example.com and https://example.org/Maya'],
  ['@MayaLopez #JaylenDay'],
]);

describe('a list of "Last, First"', () => {
  test.each<[text: string, ...names: string[]]>([
    [
      'Make a seating chart of:\nRuiz, Nadia\nRuiz, Andre\nTurner, Cole\nPham, Thuy',
      ...['Ruiz, Nadia', 'Ruiz, Andre', 'Turner, Cole', 'Pham, Thuy'],
    ],
    ['1. Ruiz, Nadia\n2. Ruiz, Andre', 'Ruiz, Nadia', 'Ruiz, Andre'],
    [
      'My class:\n- Okafor, Chidi\n- Thomas, Kelly\n- Vang, Mai',
      'Okafor, Chidi',
      'Thomas, Kelly',
      'Vang, Mai',
    ],
    ['1\tOkafor, Chidi\t91\n2\tVang, Mai\t84', 'Okafor, Chidi', 'Vang, Mai'],
    // Books, pairs, and sentences that begin with one.
    ['Books\nSmith, Tyler. The Long Road. 2018.', 'Smith', 'Tyler'],
    ['Pair them up:\nMaya, Tom\nAna, Leo\nOmar, Emma', 'Maya', 'Tom', 'Ana', 'Leo', 'Omar', 'Emma'],
    [
      'Ruiz, Nadia and her mom came.\nPham, Thuy, Cole and Ana left.',
      'Ruiz',
      'Nadia',
      'Pham',
      'Thuy',
      'Cole',
      'Ana',
    ],
  ])('%j', (text, ...names) => {
    expect(textsOf(text, 'person-name')).toEqual(names);
  });
});

describe('abbreviations with full stops', () => {
  test.each<[text: string, ...names: string[]]>([
    ['Student Name: Nadia Ruiz\nStudent D.O.B.: 5/6/2014\nStudent G.P.A.: 3.1', 'Nadia Ruiz'],
    ['Student: Nadia Ruiz\nStudent S.S.N.: 412-55-1234\nStudent I.D.: 204418', 'Nadia Ruiz'],
    // Children are called by their initials too.
    ['My student J.T. Reyes met A.J. and D.J. at recess.', 'J.T. Reyes', 'A.J.', 'D.J.'],
  ])('%j', (text, ...names) => {
    expect(textsOf(text, 'person-name')).toEqual(names);
    expect(textsOf(text, 'username')).toEqual([]);
  });
});

describe('the plural of a surname', () => {
  test.each<[text: string, ...names: string[]]>([
    ['The Gutierrezes called about Nadia Gutierrez.', 'Gutierrezes', 'Nadia Gutierrez'],
    ['Nadia Pham is new. The Phams called.', 'Nadia Pham', 'Phams'],
    ['Nadia Ruiz es nueva. Los Ruizes llamaron.', 'Nadia Ruiz', 'Ruizes'],
    // A people is called as the child is, and a town has parks.
    ['My student Maya Lopez wrote about the Mayas.', 'Maya Lopez'],
    ['My student Daniel Park was absent when we saw the Parks of the city.', 'Daniel Park'],
  ])('%j', (text, ...names) => {
    expect(stoppingNames(text)).toEqual(names);
  });
});

const ROLES: [text: string, name: string, role: Role][] = [
  ['My student Maya reads.', 'Maya', 'student'],
  ["Maya's mom called.", 'Maya', 'student'],
  ["Maya's mom, Rosa Lopez, called.", 'Rosa Lopez', 'family'],
  ['His mother, Mrs. Lopez, called.', 'Lopez', 'family'],
  ['Rosa Lopez, her aunt, called.', 'Rosa Lopez', 'family'],
  ['Ms. Nguyen called.', 'Nguyen', 'staff'],
  ['The principal, Dr. Aisha Khan, called.', 'Aisha Khan', 'staff'],
  ['I spoke with Daniel Park, the counselor, about him.', 'Daniel Park', 'staff'],
  ['Jaylen called.', 'Jaylen', 'unknown'],
  ['My student Maya reads. Maya is eight.', 'Maya', 'student'],
];

describe('role', () => {
  test.each(ROLES)('%s %s is %s', (text, name, role) => {
    const found = detector.detect(text).filter((finding) => textOf(text, finding) === name);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((finding) => finding.role))).toEqual(new Set([role]));
  });
});

test('no name of a development text ends before it begins, in any case', () => {
  const gazetteer = createGazetteer(loadTables());
  const tagger = createTagger(Buffer.from(MODEL.tagger, 'base64'));
  const turned = loadCorpus('dev')
    .flatMap((text) => [text, recase(text, 'lower'), recase(text, 'upper')])
    .flatMap(({ id, text }) =>
      weighNames(createDocument(text), gazetteer, tagger)
        .filter(({ from, to }) => to <= from)
        .map(() => id),
    );
  expect(turned).toEqual([]);
});

describe('a child is not passed by', () => {
  const lesson = readFileSync(new URL('clean-lesson.txt', import.meta.url), 'utf8');
  test.each([
    ['in a text of a few words', 'Tomas Novak was late.', 'Tomas Novak'],
    ['near an identifier', 'Maya Lopez was late.\nWrite to ana.lopez@example.org.', 'Maya Lopez'],
    ['whom a school has numbered', 'Michael Jordan (ID 204418) was late again.', 'Michael Jordan'],
    ['whom the writer calls their own', `${lesson}\n\nMy student Maya Lopez was late.`, 'Maya Lopez'],
    [
      'whom the writer calls their own, before a role play',
      'give me 5 role play scenarios. my student Devin screams when told no',
      'Devin',
    ],
    ['who has a famous name', 'Michael Jordan was absent Monday.', 'Michael Jordan'],
    ['who has a famous name, in lower case', 'michael jordan was late again, no pass', 'michael jordan'],
    ['with a hyphen, in lower case', 'my student tuan-anh was late today', 'tuan-anh'],
    ['que se llama como alguien famoso', 'Frida Kahlo faltó hoy y ayer.', 'Frida Kahlo'],
    ['with a famous name and a plan', 'Rosa Parks has a 504 and sits in front.', 'Rosa Parks'],
  ])('%s', (_name, text, name) => {
    expect(stoppingNames(text)).toEqual([name]);
  });
});

test.each([
  'Abraham Lincoln was late to the theater in 1865.',
  'Emily Dickinson was absent from the canon for decades.',
  'Jackie Robinson was out at second base.',
  'Rosa Parks was arrested on Thursday, December 1, 1955.',
  'Frida Kahlo’s mother was a calm woman.',
])('a famous person stays one: %s', (text) => {
  expect(stoppingNames(text)).toEqual([]);
});

describe('names that begin their lines as the others do', () => {
  const PUPILS =
    'Ava Alvarez,Ben Brooks,Chloe Chen,Diego Dawson,Elena Ellis,Finn Flores,Ivy Ibrahim,Kira Khan,Liam Lopez,Noah Nguyen,Priya Brooks,Yusuf Khan'.split(
      ',',
    );
  const MATH =
    'has made good progress in math. He asks good questions and shows his steps. A next step is to practice facts.';
  const READING =
    'listens well and joins in when the class talks about books. The reading log was full each week.';
  test.each<[string, (name: string) => string, string]>([
    ['name, then comment', (name) => `${name}\n${name.split(' ')[0]} ${MATH}`, '\n\n'],
    ['name as the subject', (name) => `${name} ${MATH}`, '\n'],
    ['name and colon', (name) => `${name}: ${MATH}`, '\n'],
    ['a comment on reading', (name) => `${name}\n${name.split(' ')[0]} ${READING}`, '\n\n'],
  ])('12 report-card comments, %s', (_what, comment, between) => {
    const names = stoppingNames(PUPILS.map(comment).join(between));
    expect(PUPILS.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each([
    'Rosa Parks\nRosa Parks stayed in her seat.\n\nHarriet Tubman\nHarriet Tubman led people north.\n\nFrederick Douglass\nFrederick Douglass wrote and spoke.\n\nSojourner Truth\nSojourner Truth spoke in Akron.\n\nIda Wells\nIda Wells wrote for newspapers.',
  ])('a list of others is none of pupils: %s', (text) => {
    expect(stoppingNames(text)).toEqual([]);
  });

  test('a pupil with the full name of somebody whom all know is one of them', () => {
    const names = [...PUPILS, 'Michael Jordan'];
    const comments = names.map((name) => `${name}\n${name.split(' ')[0]} ${MATH}`);
    expect(stoppingNames(comments.join('\n\n'))).toContain('Michael Jordan');
  });

  test('a heading among them is none', () => {
    const lines = ['Summer Reading', ...PUPILS.slice(0, 6), 'April Goals'].map(
      (line) => `${line}\nDone by Friday.`,
    );
    expect(stoppingNames(lines.join('\n\n'))).toEqual(PUPILS.slice(0, 6));
  });
});
