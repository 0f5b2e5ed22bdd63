/**
 * npm run bench:restore: how surely names come back into an answer, and whether a wrong one ever does. 2,000 invented
 * answers are written with labels or stand-in names in every way that is known of AIs, each way with a generator of its
 * own that knows nothing of how restore reads; the same seed gives the same answers. Then lines that only look like
 * labels, of which none may change.
 *
 *   node tools/bench/restore.ts [--seed N] [--show]
 *
 * Prints the report and, without --seed, puts it at the end of docs/benchmark.md. --show prints what failed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Alias } from '../../lib/redact/alias.ts';
import { restoreAliases, restoreStream } from '../../lib/redact/restore.ts';
import { percent, table, verdict } from './report.ts';
import { RESTORED, withSection } from './sections.ts';

const ANSWERS = 2000;
const SEED = 20261201;
const GOAL = 99.5;
const PAGE = new URL('../../docs/benchmark.md', import.meta.url);

const bank = JSON.parse(readFileSync(new URL('../../tests/bench/restore.json', import.meta.url), 'utf8')) as {
  plain: string[];
  possessive: string[];
  plural: string[];
  joined: string[];
  languages: Record<string, string[]>;
  nearMisses: string[];
  nameMisses: string[];
};
const { values } = parseArgs({ options: { seed: { type: 'string' }, show: { type: 'boolean' } } });

/** Mulberry32. */
let state = Number(values.seed ?? SEED);
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n: number) => Math.floor(random() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Somebody or something of an answer. */
interface Member {
  word: 'Student' | 'Adult' | 'Email' | 'Date' | 'School';
  number: number;
  /** What is to come back. */
  real: string;
  /** The invented name of a person. */
  standIn: string;
}
type Form = 'plain' | 'possessive' | 'plural';
/** How a mention is written, and what is to stand there afterwards. */
interface Written {
  written: string;
  expected: string;
}
interface Way {
  name: string;
  bank?: 'plain' | 'possessive' | 'plural' | 'joined' | string[];
  write(one: Member, form: Form): Written | string;
  join?(group: Member[]): Written;
  layout?: 'prose' | 'list' | 'table';
  standIns?: boolean;
  chunks?: boolean;
}

const label = ({ word, number }: Member) => `[${word} ${number}]`;
const bareLabel = ({ word, number }: Member) => `${word} ${number}`;
const isPerson = ({ word }: Member) => word === 'Student' || word === 'Adult';
const plural = (name: string) => (/(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`);
const firstOf = (name: string) => name.slice(0, name.indexOf(' '));
const lastOf = (name: string) => name.slice(name.indexOf(' ') + 1);
const around = (left: string, right: string, one: Member, inner: string): Written => ({
  written: left + inner + right,
  expected: left + one.real + right,
});

/** The words as a translator would write them, apart from the product's own list. */
const TRANSLATED: Record<string, Record<Member['word'], string[]>> = {
  es: {
    Student: ['Estudiante', 'Alumno', 'Alumna', 'estudiante'],
    Adult: ['Adulto'],
    Email: ['Correo', 'Correo electrónico'],
    Date: ['Fecha'],
    School: ['Escuela'],
  },
  fr: {
    Student: ['Élève', 'élève', 'Étudiant'],
    Adult: ['Adulte'],
    Email: ['E-mail', 'Courriel'],
    Date: ['Date'],
    School: ['École'],
  },
  pt: {
    Student: ['Aluno', 'Aluna', 'Estudante'],
    Adult: ['Adulto'],
    Email: ['E-mail'],
    Date: ['Data'],
    School: ['Escola'],
  },
  de: {
    Student: ['Schüler', 'Schülerin'],
    Adult: ['Erwachsener', 'Erwachsene'],
    Email: ['E-Mail'],
    Date: ['Datum'],
    School: ['Schule'],
  },
  zh: {
    Student: ['学生', '學生'],
    Adult: ['成人', '成年人'],
    Email: ['电子邮件', '邮箱'],
    Date: ['日期'],
    School: ['学校'],
  },
  ko: { Student: ['학생'], Adult: ['성인', '어른'], Email: ['이메일'], Date: ['날짜'], School: ['학교'] },
  vi: {
    Student: ['Học sinh', 'học sinh'],
    Adult: ['Người lớn'],
    Email: ['Email'],
    Date: ['Ngày'],
    School: ['Trường'],
  },
  tl: {
    Student: ['Mag-aaral', 'Estudyante'],
    Adult: ['Matanda'],
    Email: ['Email'],
    Date: ['Petsa'],
    School: ['Paaralan'],
  },
};
const LANGUAGES: Record<string, string> = {
  ...{ es: 'Spanish', fr: 'French', pt: 'Portuguese', de: 'German' },
  ...{ zh: 'Chinese', ko: 'Korean', vi: 'Vietnamese', tl: 'Tagalog' },
};

const WAYS: Way[] = [
  { name: 'as it was sent', write: label },
  { name: 'small letters', write: (one) => label(one).toLowerCase() },
  { name: 'capitals', write: (one) => label(one).toUpperCase() },
  {
    name: 'emphasis around',
    write: (one) => {
      const mark = pick(['**', '*', '_', '__', '***', '~~']);
      return around(mark, mark, one, label(one));
    },
  },
  {
    name: 'emphasis inside the brackets',
    write: (one) => {
      const mark = pick(['**', '*', '__']);
      return { written: `[${mark}${bareLabel(one)}${mark}]`, expected: `${mark}${one.real}${mark}` };
    },
  },
  {
    name: 'the number or the word emphasized',
    write: (one) => pick([`[${one.word} **${one.number}**]`, `[**${one.word}** ${one.number}]`]),
  },
  { name: 'code span', write: (one) => around('`', '`', one, label(one)) },
  { name: 'brackets dropped', write: (one) => (isPerson(one) ? bareLabel(one) : label(one)) },
  { name: 'brackets dropped, dates and addresses too', write: bareLabel },
  {
    name: 'brackets dropped, bold',
    write: (one) => (isPerson(one) ? around('**', '**', one, bareLabel(one)) : label(one)),
  },
  { name: 'brackets dropped, possessive', bank: 'possessive', write: bareLabel },
  { name: 'other brackets', write: (one) => pick(['()', '{}', '<>', '⟨⟩']).split('').join(bareLabel(one)) },
  {
    name: 'brackets of East Asia',
    write: (one) => pick(['【】', '「」', '［］', '〔〕', '（）', '《》']).split('').join(bareLabel(one)),
  },
  { name: 'doubled brackets', write: (one) => pick([`{{${bareLabel(one)}}}`, `<<${bareLabel(one)}>>`]) },
  {
    name: 'escaped brackets',
    write: (one) => pick([`\\[${bareLabel(one)}\\]`, `\\\\[${bareLabel(one)}\\\\]`]),
  },
  {
    name: 'HTML entities',
    write: (one) =>
      pick([
        `&#91;${bareLabel(one)}&#93;`,
        `&lt;${bareLabel(one)}&gt;`,
        `&lbrack;${one.word}&nbsp;${one.number}&rbrack;`,
      ]),
  },
  {
    name: 'hyphen or underscore',
    write: (one) => `[${one.word}${pick(['-', '_', '\u2011', '–', '\\_'])}${one.number}]`,
  },
  { name: 'capitals and underscore', write: (one) => `[${one.word.toUpperCase()}_${one.number}]` },
  { name: 'no space', write: (one) => `[${one.word}${one.number}]` },
  {
    name: 'more space',
    write: (one) =>
      pick([
        `[ ${bareLabel(one)} ]`,
        `[${one.word}  ${one.number}]`,
        `[${one.word}\u00a0${one.number}]`,
        `[${one.word}\u202f${one.number} ]`,
      ]),
  },
  { name: 'line break inside', write: (one) => `[${one.word}${pick(['\n', '\r\n', '\n  '])}${one.number}]` },
  {
    name: '#1',
    write: (one) =>
      pick([
        `[${one.word} #${one.number}]`,
        isPerson(one) ? `${one.word} #${one.number}` : `[${one.word} #${one.number}]`,
      ]),
  },
  {
    name: 'No. 1, n.º 1',
    write: (one) => `[${one.word} ${pick(['No. ', 'no. ', 'n.º ', 'nº ', 'Nr. ', 'number '])}${one.number}]`,
  },
  {
    name: 'possessive',
    bank: 'possessive',
    write: (one, form) =>
      form === 'possessive'
        ? { written: pick([`${label(one)}'s`, `${label(one)}’s`]), expected: '' }
        : label(one),
  },
  {
    name: 'possessive inside',
    bank: 'possessive',
    write: (one, form) =>
      form === 'possessive' ? { written: `[${bareLabel(one)}'s]`, expected: `${one.real}'s` } : label(one),
  },
  { name: 'plural', bank: 'plural', write: (one) => pick([`${label(one)}s`, `${bareLabel(one)}s`]) },
  {
    name: 'joined in one label',
    bank: 'joined',
    write: label,
    join: (group) => {
      const numbers = group.map(({ number }) => String(number));
      const names = group.map(({ real }) => real);
      const and = pick([' and ', ' & ']);
      const list = (all: string[]) =>
        all.length > 2 ? `${all.slice(0, -1).join(', ')}${and}${all.at(-1)}` : all.join(and);
      return { written: `[Students ${list(numbers)}]`, expected: list(names) };
    },
  },
  {
    name: 'joined, each with its word',
    bank: 'joined',
    write: label,
    join: (group) => {
      const mark = pick([', ', ' and ', '/']);
      return {
        written: `[${group.map(bareLabel).join(mark)}]`,
        expected: group.map(({ real }) => real).join(mark),
      };
    },
  },
  {
    name: 'joined, brackets dropped',
    bank: 'joined',
    write: bareLabel,
    join: (group) => {
      const list = (all: (string | number)[]) =>
        all.length > 2 ? `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}` : all.join(' and ');
      return {
        written: `Students ${list(group.map(({ number }) => number))}`,
        expected: list(group.map(({ real }) => real)),
      };
    },
  },
  {
    name: 'in a list',
    layout: 'list',
    write: (one) => (isPerson(one) ? pick([label(one), bareLabel(one)]) : label(one)),
  },
  {
    name: 'in a table',
    layout: 'table',
    write: (one) =>
      isPerson(one) ? pick([label(one), bareLabel(one), `**${label(one)}**`].slice(0, 2)) : label(one),
  },
  {
    name: 'streamed in chunks',
    chunks: true,
    write: (one) =>
      isPerson(one) ? pick([label(one), bareLabel(one), `[${one.word}-${one.number}]`]) : label(one),
  },
  ...Object.entries(TRANSLATED).map(
    ([code, words]): Way => ({
      name: `translated: ${LANGUAGES[code]}`,
      bank: bank.languages[code]!,
      write: (one) => `[${pick(words[one.word])}${pick(code === 'zh' ? [' ', ''] : [' '])}${one.number}]`,
    }),
  ),
  {
    name: 'stand-in: whole',
    standIns: true,
    write: (one) =>
      isPerson(one) ? pick([one.standIn, one.standIn, one.standIn.toUpperCase()]) : label(one),
  },
  {
    name: 'stand-in: first name alone',
    standIns: true,
    write: (one) =>
      isPerson(one) ? { written: firstOf(one.standIn), expected: firstOf(one.real) } : label(one),
  },
  {
    name: 'stand-in: surname after a title',
    standIns: true,
    write: (one) => {
      if (!isPerson(one)) return label(one);
      const title = pick(['Ms. ', 'Mr. ', 'Dr. ', 'Coach ', 'Mrs ', 'señora ']);
      return { written: title + lastOf(one.standIn), expected: title + lastOf(one.real) };
    },
  },
  {
    name: 'stand-in: last name first',
    standIns: true,
    write: (one) =>
      isPerson(one)
        ? {
            written: `${lastOf(one.standIn)}, ${firstOf(one.standIn)}`,
            expected: `${lastOf(one.real)}, ${firstOf(one.real)}`,
          }
        : label(one),
  },
  {
    name: 'stand-in: possessive',
    standIns: true,
    bank: 'possessive',
    write: (one) => (isPerson(one) ? one.standIn : label(one)),
  },
  {
    name: 'stand-in: emphasis',
    standIns: true,
    write: (one) =>
      isPerson(one)
        ? pick([
            around('**', '**', one, one.standIn),
            {
              written: `**${firstOf(one.standIn)}** ${lastOf(one.standIn)}`,
              expected: `**${one.real}**`,
            },
          ])
        : label(one),
  },
];

const { groups } = JSON.parse(
  readFileSync(new URL('../../tests/bench/equity.json', import.meta.url), 'utf8'),
) as { groups: Record<string, string[]> };
const REAL = Object.values(groups)
  .flat()
  .filter((name) => name.split(' ').length === 2);
const STAND_INS = JSON.parse(
  readFileSync(new URL('../../lib/redact/stand-ins.json', import.meta.url), 'utf8'),
) as { first: string[]; last: string[] };

interface Cast {
  students: Member[];
  adults: Member[];
  things: Member[];
}

/** Students 1, 2 and 10 are in every cast, so that near misses and longer numbers are tried. */
function newCast(): Cast {
  const names = shuffled(REAL);
  const first = shuffled(STAND_INS.first);
  const last = shuffled(STAND_INS.last);
  const person = (word: Member['word'], number: number): Member => ({
    word,
    number,
    real: names.pop()!,
    standIn: `${first.pop()} ${last.pop()}`,
  });
  const thing = (word: Member['word'], real: string): Member => ({
    word,
    number: 1 + below(3),
    real,
    standIn: '',
  });
  const numbers = new Set([1, 2, 10, 3 + below(4), 11 + below(8), 20 + below(15)]);
  return {
    students: [...numbers].map((number) => person('Student', number)),
    adults: [person('Adult', 1), person('Adult', 2)],
    things: [
      thing('Email', 'office@example.org'),
      thing('Date', 'March 4'),
      thing('School', 'Oak Middle School'),
    ],
  };
}

/** A piece of text, or a mention with what it becomes. */
type Part = string | Written;

/** A sentence with its places filled. */
function fill(sentence: string, cast: Cast, way: Way): Part[] {
  const students = shuffled(cast.students);
  const adult = pick(cast.adults);
  const byLetter: Record<string, Member> = { S: students[0]!, T: students[1]!, U: students[2]!, A: adult };
  for (const thing of cast.things) byLetter[thing.word[0] === 'S' ? 'H' : thing.word[0]!] = thing;
  const parts: Part[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{([A-Z])((?:\+[A-Z])*)('s|s|)\}/g)) {
    parts.push(sentence.slice(at, match.index));
    at = match.index + match[0].length;
    const [, letter = '', more = '', ending = ''] = match;
    if (more) {
      const group = [letter, ...more.slice(1).split('+')].map((one) => byLetter[one]!);
      parts.push(way.join!(group));
      continue;
    }
    const one = byLetter[letter]!;
    const form: Form = ending === "'s" ? 'possessive' : ending === 's' ? 'plural' : 'plain';
    const made = way.write(one, form);
    const whole = typeof made === 'string' ? { written: made, expected: one.real } : made;
    if (form === 'plural') parts.push({ written: whole.written, expected: plural(one.real) });
    else if (form === 'plain' || way.name === 'possessive inside') parts.push(whole);
    else if (way.name === 'possessive') {
      const mark = whole.written.slice(-2);
      parts.push({ written: whole.written.slice(0, -2), expected: one.real }, mark);
    } else parts.push(whole, "'s");
  }
  return [...parts, sentence.slice(at)];
}

interface Answer {
  parts: Part[];
  aliases: Alias[];
}

function newAnswer(way: Way): Answer {
  const cast = newCast();
  const category: Record<Member['word'], CategoryId> = {
    ...{
      Student: 'person-name',
      Adult: 'person-name',
      Email: 'email',
      Date: 'record-date',
      School: 'school',
    },
  };
  const aliases = [...cast.students, ...cast.adults, ...cast.things].map(
    (one, i): Alias => ({
      surrogate: way.standIns && isPerson(one) ? one.standIn : label(one),
      original: one.real,
      category: category[one.word],
      entity: i + 1,
    }),
  );
  const sentences = Array.isArray(way.bank) ? way.bank : bank[way.bank ?? 'plain'];
  const parts: Part[] = ['Here is a draft.\n\n'];
  const count = 4 + below(5);
  for (let i = 0; i < count; i++) {
    const sentence = pick(sentences);
    const filled = fill(sentence, cast, way);
    if (way.layout === 'list') parts.push(pick(['- ', '* ', `${i + 1}. `]), ...filled, '\n');
    else if (way.layout === 'table') {
      const made = pick(cast.students);
      const written = way.write(made, 'plain');
      parts.push(
        '| ',
        typeof written === 'string' ? { written, expected: made.real } : written,
        ` | ${60 + below(40)} | `,
      );
      parts.push(...filled, ' |\n');
    } else parts.push(...filled, /[.!?。]$/.test(sentence) ? pick([' ', '\n\n']) : '\n\n');
    if (below(4) === 0) parts.push(`\n\n${nearMiss()}\n\n`);
  }
  return { parts, aliases };
}

function nearMiss(): string {
  return pick(bank.nearMisses).replaceAll('{n}', String(36 + below(40)));
}

interface Outcome {
  names: number;
  right: number;
  wrong: number;
  isWhole: boolean;
}

/** Reads a restored answer beside what it was made of: each name right, still as it was written, or wrong. */
function judge(parts: Part[], out: string): Outcome {
  let at = 0;
  const outcome: Outcome = { names: 0, right: 0, wrong: 0, isWhole: true };
  const places = parts.filter((part) => typeof part !== 'string').length;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (out.startsWith(part, at)) {
        at += part.length;
        continue;
      }
    } else if (out.startsWith(part.expected, at)) {
      outcome.right++;
      at += part.expected.length;
      continue;
    } else if (out.startsWith(part.written, at)) {
      outcome.isWhole = false;
      at += part.written.length;
      continue;
    }
    // Something else stands here: all that follows cannot be read any more.
    return { ...outcome, names: places, wrong: 1, isWhole: false };
  }
  outcome.names = places;
  if (at !== out.length) return { ...outcome, wrong: 1, isWhole: false };
  return outcome;
}

function restored({ parts, aliases }: Answer, way: Way): { text: string; out: string } {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.written)).join('');
  if (!way.chunks) return { text, out: restoreAliases(text, aliases).text };
  const stream = restoreStream(aliases);
  let out = '';
  for (let at = 0; at < text.length; ) {
    const size = 1 + below(40);
    out += stream.push(text.slice(at, at + size)).text;
    at += size;
  }
  return { text, out: out + stream.end().text };
}

const rows: string[][] = [];
const sum = { answers: 0, whole: 0, names: 0, right: 0, wrong: 0 };
for (const [i, way] of WAYS.entries()) {
  const row = { answers: 0, whole: 0, names: 0, right: 0, wrong: 0 };
  const count = Math.floor((ANSWERS * (i + 1)) / WAYS.length) - Math.floor((ANSWERS * i) / WAYS.length);
  for (let n = 0; n < count; n++) {
    const answer = newAnswer(way);
    const { text, out } = restored(answer, way);
    const { names, right, wrong, isWhole } = judge(answer.parts, out);
    row.answers++;
    row.whole += Number(isWhole);
    row.names += names;
    row.right += right;
    row.wrong += wrong;
    if (values.show && !isWhole) console.log(`--- ${way.name}\n${text}\n=>\n${out}\n`);
  }
  for (const key of ['answers', 'whole', 'names', 'right', 'wrong'] as const) sum[key] += row[key];
  rows.push([
    way.name,
    String(row.names),
    `${percent({ hits: row.right, of: row.names })}%`,
    `${percent({ hits: row.whole, of: row.answers })}%`,
    String(row.wrong),
  ]);
}

const near = { lines: 0, changed: 0 };
const cast = newCast();
const known = [...cast.students, ...cast.adults].flatMap((one, i): Alias[] => {
  const alias = { original: one.real, category: 'person-name' as const, entity: i + 1 };
  return [
    { ...alias, surrogate: label(one) },
    { ...alias, surrogate: one.standIn },
  ];
});
known.push(
  ...(['Email', 'Phone', 'Address', 'ID', 'Date', 'School', 'Link', 'Place', 'Detail'] as const).flatMap(
    (word) =>
      [1, 2].map(
        (number): Alias => ({
          surrogate: `[${word} ${number}]`,
          original: `a ${word}`,
          category: 'custom',
          entity: 99,
        }),
      ),
  ),
);
const lines = [
  ...Array.from({ length: 3 }, () =>
    bank.nearMisses.map((line) => line.replaceAll('{n}', String(36 + below(40)))),
  ).flat(),
  ...cast.students.flatMap(({ standIn }) =>
    bank.nameMisses.map((line) =>
      line.replaceAll('{first}', firstOf(standIn)).replaceAll('{last}', lastOf(standIn)),
    ),
  ),
];
for (const line of lines) {
  near.lines++;
  const out = restoreAliases(line, known).text;
  if (out === line) continue;
  near.changed++;
  if (values.show) console.log(`--- near miss\n${line}\n=>\n${out}\n`);
}

const success = { hits: sum.right, of: sum.names };
const report = [
  `Written by \`npm run bench:restore\`: ${sum.answers.toLocaleString('en')} invented answers with ${sum.names.toLocaleString('en')} labels and stand-in names, written in`,
  `${WAYS.length} ways, with lines between that only look like labels. Wrong: something else than the name stands there, or text`,
  'around it is lost. The sentences were written beside the rules, so expect somewhat less of the answers of real AIs.',
  '',
  table(
    ['measure', 'figure', 'of', 'goal', ''],
    [
      [
        'names that come back',
        `${((100 * success.hits) / success.of).toFixed(2)}%`,
        String(sum.names),
        `at least ${GOAL}%`,
        verdict((100 * success.hits) / success.of >= GOAL),
      ],
      [
        'answers as expected to the letter',
        `${percent({ hits: sum.whole, of: sum.answers })}%`,
        String(sum.answers),
        '–',
        '–',
      ],
      ['wrong', String(sum.wrong), String(sum.names), '0', verdict(sum.wrong === 0)],
      [
        'lines that only look like it, changed',
        String(near.changed),
        String(near.lines),
        '0',
        verdict(near.changed === 0),
      ],
    ],
  ),
  '',
  table(['how it is written', 'names', 'come back', 'answers as expected', 'wrong'], rows),
].join('\n');
console.log(report);
if (values.seed === undefined) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), RESTORED, report));
