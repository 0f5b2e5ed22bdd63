import { describe, expect, test } from 'vitest';
import { unpackDigest } from '../../lib/class-list/digest.ts';
import { digestOf } from '../../lib/class-list/digest-of.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { addListed } from '../../lib/policy/listed.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { detector } from '../detect/load.ts';
import { at } from './helpers.ts';

const POLICY = mergePolicies({ district: undefined, teacher: undefined });
const NAMES = ['Maya', 'Omar', 'Zyaire', 'Hope', 'Xochitl', 'Will', 'Ines', 'Tom', 'Grace', 'Ali'];
const LIST = unpackDigest(
  digestOf(
    NAMES.map((first, i) => ({ id: `${i}`, first, last: `Okonkw${'aeiou'[i % 5]}r`, number: `77120${i}` })),
    [7, 11],
  ),
);

const alarms = (text: string, list: typeof LIST | null) =>
  decide(text, addListed(text, detector.detect(text), list, POLICY.policy, detector.kindOfWord), POLICY)
    .filter(isAlarm)
    .map(({ finding: { span, category } }) => [text.slice(span.start, span.end), category]);

/** What names a class shares with the people of word problems, stories and known works. */
const LESSONS = [
  (name: string) =>
    `${name} has 12 apples and gives away 5. How many are left? Show your work on a number line.`,
  (name: string) =>
    `A train leaves at 8:15. ${name} walks 3 miles at 4 miles per hour. When does the train pass?`,
  (name: string) =>
    `Write a story in which a dragon called ${name} learns to share. Use three feeling words.`,
  (name: string) => `Read chapter 4. Why does ${name} hide the letter? Quote one line of the novel.`,
  (name: string) =>
    `Role play: one of you is ${name}, a shopkeeper in a made-up town. The other asks for directions.`,
  (name: string) => `If ${name} rolls two dice, what is the chance of a sum of 7?`,
  (name: string) => `Fill in the blank: ${name} ___ (run) to the park every day.`,
  (name: string) => `Make a reader's theater script with the roles ${name}, Narrator and Fox.`,
  (name: string) => `Translate into Spanish: "My friend ${name} likes to swim in the lake."`,
  (name: string) =>
    `Create a fictional example: ${name} buys 3 notebooks at $2.50. What is the change from $10?`,
];

describe('a first name alone', () => {
  test.each(LESSONS.flatMap((lesson) => NAMES.map((name) => [lesson(name)])))(
    'in a lesson stops nothing that was not stopped before: %s',
    (text) => {
      expect(alarms(text, LIST)).toEqual(alarms(text, null));
    },
  );

  test('stands for a student where somebody of the list is certainly meant', () => {
    const text = 'Zyaire Okonkwir (771202) was out. Xochitl and Hope sat apart.';
    expect(alarms(text, LIST)).toEqual([
      ['Zyaire Okonkwir', 'person-name'],
      ['771202', 'student-id'],
      ['Xochitl', 'person-name'],
      ['Hope', 'person-name'],
    ]);
  });
});

test('a full name and a number of the list are found in any case, however plain the words around are', () => {
  for (const [i, name] of NAMES.entries()) {
    const last = `okonkw${'aeiou'[i % 5]}r`;
    expect(alarms(`about ${name.toLowerCase()} ${last} and 77120${i} pls`, LIST)).toEqual([
      [`${name.toLowerCase()} ${last}`, 'person-name'],
      [`77120${i}`, 'student-id'],
    ]);
  }
});

/** What is found of a text with a class of these people: words, action, entity. */
function seen(text: string, people: [first: string, last: string][]) {
  const list = unpackDigest(
    digestOf(
      people.map(([first, last], i) => ({ id: String(i), first, last })),
      [7, 11],
    ),
  );
  const findings = addListed(text, detector.detect(text), list, POLICY.policy, detector.kindOfWord);
  return decide(text, findings, POLICY)
    .filter(({ finding }) => finding.category === 'person-name')
    .map(({ finding: { span, entity, role }, action }) => ({
      words: text.slice(span.start, span.end),
      action,
      entity,
      role,
    }));
}
const words = (text: string, people: [string, string][], only?: string) =>
  seen(text, people)
    .filter(({ action }) => only === undefined || action === only)
    .map((one) => one.words);

describe('a name that is a word too', () => {
  const CLASS: [string, string][] = [
    ['Hope', 'Okonkwir'],
    ['Will', 'Okonkwer'],
    ['May', 'Okonkwar'],
    ['Art', 'Okonkwor'],
    ['Rose', 'Okonkwur'],
    ['Grace', 'Zyairo'],
  ];

  test.each([
    'Hope this helps! Will you plan a week in May about art? Roses, grace and a rose.',
    'Art is on Monday. May I have the list? Rose to the top.',
    '- Hope\n- Grace under pressure\n',
    'The theme is Hope. We rose, and will meet in April or May.',
  ])('in %j is nobody whom the detector does not see', (text) => {
    expect(words(text, CLASS)).toEqual(words(text, []));
  });

  test('stands for a student in name position', () => {
    const text = 'Zyairo, Grace was out. Hope, Art and Will sat apart.';
    expect(words(text, CLASS, 'review')).toEqual(['Zyairo, Grace', 'Hope', 'Art', 'Will']);
  });

  test('counts where a text without capitals tells of a person', () => {
    const list = unpackDigest(
      digestOf(
        CLASS.map(([first, last], i) => ({ id: String(i), first, last })),
        [7, 11],
      ),
    );
    const found = (text: string) =>
      addListed(text, [], list, POLICY.policy, detector.kindOfWord).map(({ span, score }) => [
        text.slice(span.start, span.end),
        score,
      ]);
    expect(found('will knows why. may i go? i hope so, and art’s mom asked')).toEqual([
      ['will', 0.5],
      ['art', 0.5],
    ]);
    // A rare one may be meant; of two in one enumeration each is as likely as the other.
    expect(found('grace and rose have detention. i saw hope')).toEqual([
      ['grace', 0.5],
      ['rose', 0.5],
    ]);
    expect(found('hope cat and will cat')).toEqual([]);
    expect(found('WE SAW HOPE. WILL CAN’T COME')).toEqual([['WILL', 0.5]]);
    expect(found('The class: will knows why. may i go? i hope so, and art’s mom asked')).toEqual([]);
  });

  test('stops nothing elsewhere, whoever stands in the text', () => {
    const text = 'Grace Zyairo was out. Hope this helps. Will you call in May?';
    expect(words(text, CLASS, 'review')).toEqual(['Grace Zyairo']);
  });
});

describe('what leaves room for somebody else', () => {
  const MAYA: [string, string][] = [['Maya', 'Okonkwor']];

  test('initials count beside the full name only, and are not what schools write', () => {
    expect(words('MO was late. It rains in MO.', MAYA)).toEqual([]);
    const text = 'Maya Okonkwor was late. M. O. left.';
    const found = words(text, MAYA, 'review').map((one) => one.replace(/\.$/, ''));
    expect(found).toEqual(['Maya Okonkwor', 'M. O']);
    const ids = seen('Ian Davis was late. The ID is new.', [['Ian', 'Davis']]);
    expect(ids.map(({ words }) => words)).toEqual(['Ian Davis']);
  });

  test('an initial and a surname are the child where the full name stands there too', () => {
    const [full, short] = seen('Maya Okonkwor was late. then M. Okonkwor left', MAYA);
    expect(short).toMatchObject({ action: 'review', entity: full!.entity });
  });

  test('a typing error stops a paste, and is never told to be the child', () => {
    const [full, near] = seen('Maya Okonkwor was late. Mayaa Okonkwor left.', MAYA);
    expect(near).toMatchObject({ words: 'Mayaa Okonkwor', action: 'review' });
    expect(near!.entity).not.toBe(full!.entity);
  });

  test('a last name behind a title is what the detector makes of it', () => {
    const text = 'Ms. Okonkwor teaches art. Maya Okonkwor was late.';
    const adult = (people: [string, string][]) => seen(text, people)[0];
    expect(adult(MAYA)).toEqual(adult([]));
    expect(adult(MAYA)?.role).not.toBe('student');
  });

  test('a first name that nothing bears out makes no statement one about a child', () => {
    const text = 'In this play Lupita is hungry and has a fever. Write the next scene for the class.';
    const list = unpackDigest(digestOf([{ id: '0', first: 'Lupita', last: 'Okonkwor' }], [7, 11]));
    expect(alarms(text, list)).toEqual(alarms(text, null));
  });
});

test('one finding over several listed people is one for each', () => {
  const people: [string, string][] = [
    ['Ruqaiya', 'Diaz'],
    ['Zora-Lee', 'Ortiz'],
    ['Seo-yeon', 'Park'],
  ];
  const found = seen('Groups for Monday:\nP: Ruqaiya Zora-Lee Seo-yeon\nR: others', people);
  expect(found.map(({ words }) => words)).toEqual(['Ruqaiya', 'Zora-Lee', 'Seo-yeon']);
  expect(new Set(found.map(({ entity }) => entity)).size).toBe(3);
});

test.each([
  ['Otis Kaplan R 40 dB, Maile fluid', 'Otis Kaplan'],
  ['Kaplan, Otis M M M 0', 'Kaplan, Otis'],
  ['LT Otis Kaplan was out', 'Otis Kaplan'],
])('a mark beside a listed name is no part of it: %s', (text, name) => {
  const spans = seen(text, [['Otis', 'Kaplan']]).map(({ words }) => words);
  expect(spans.join(', ')).toMatch(new RegExp(`^${name}(?:$|, Maile)`));
});

test('a longer name than the list has stays whole', () => {
  expect(words('Otis Kaplan Ruiz was out.', [['Otis', 'Kaplan']])).toEqual(['Otis Kaplan Ruiz']);
});

test('names of the list among a detector’s findings', () => {
  const text = 'Coach Maya Okonkwor-Ruiz; Hope Ng; Xi Chen has an IEP; maya@example.org';
  const findings = [
    at(text, 'Maya Okonkwor-Ruiz', 'person-name', { role: 'unknown', entity: 1 }),
    at(text, 'Hope', 'person-name', { role: 'unknown', entity: 2 }),
    at(text, 'Xi Chen has an IEP', 'disability', { entity: 3 }),
    at(text, 'maya@example.org', 'email', { entity: 4 }),
  ];
  const before = structuredClone(findings);
  const list = unpackDigest(
    digestOf(
      [
        { id: 'a', first: 'Maya', last: 'Okonkwor' },
        { id: 'b', first: 'Hope', last: 'Ng' },
        { id: 'c', first: 'Xi', last: 'Chen' },
      ],
      [7, 11],
    ),
  );
  const listed = addListed(text, findings, list, POLICY.policy, detector.kindOfWord);
  expect(
    listed.map(({ span, category, role, entity }) => [
      text.slice(span.start, span.end),
      category,
      role,
      entity,
    ]),
  ).toEqual([
    // Another name, whatever it begins with.
    ['Maya Okonkwor-Ruiz', 'person-name', 'unknown', 1],
    ['Hope Ng', 'person-name', 'student', 2],
    ['Xi Chen', 'person-name', 'student', 5],
    // A name on the list says who it is about; it must not take what is said away.
    ['has an IEP', 'disability', undefined, 3],
    ['maya@example.org', 'email', undefined, 4],
  ]);
  expect(findings).toEqual(before);
});

describe('a last name that is a word in small letters', () => {
  const CLASS: [string, string][] = [
    ['Omar', 'Cruz'],
    ['Nadia', 'Luna'],
    ['Ines', 'Flores'],
    ['Rosa', 'León'],
    ['Zyaire', 'Okonkwor'],
  ];

  test.each([
    ['Omar Cruz dibujó la luna, las flores y un león que duerme en el patio.', 'Omar Cruz'],
    ['Omar Cruz read a poem about the luna moth. Flores was out.', 'Omar Cruz', 'Flores'],
    ['Nadia Luna was out. i told okonkwor and cruz to call', 'Nadia Luna', 'okonkwor', 'cruz'],
    ['omar cruz was out and flores too, okonkwor was late', 'omar cruz', 'flores', 'okonkwor'],
  ])('%s', (text, ...names) => {
    expect(words(text, CLASS, 'review')).toEqual(names);
  });
});

test('without a list nothing changes', () => {
  const text = 'Maya Lopez was late.';
  const findings = detector.detect(text);
  expect(addListed(text, findings, null, POLICY.policy, detector.kindOfWord)).toBe(findings);
});

describe('two children of the list are two', () => {
  const listOf = (...names: string[]) =>
    unpackDigest(
      digestOf(
        names.map((name, i) => ({ id: `${i}`, first: name.split('/')[0]!, last: name.split('/')[1]! })),
        [7, 11],
      ),
    );
  /** What stands for a person, and the number of its person, in the order of the text. */
  const people = (text: string, list: typeof LIST) => {
    const found = addListed(text, detector.detect(text), list, POLICY.policy, detector.kindOfWord);
    return found
      .filter(({ category }) => category === 'person-name')
      .map(({ span, entity }) => [text.slice(span.start, span.end), entity] as const);
  };
  const FORMATS = [
    (...names: string[][]) => names.map(([first, last]) => `${last}, ${first}`).join('\n'),
    (...names: string[][]) => names.map(([first, last], i) => `${i + 1}. ${last}, ${first}: B+`).join('\n'),
    (...names: string[][]) =>
      ['Last\tFirst\tGrade', ...names.map(([first, last]) => `${last}\t${first}\tB+`)].join('\n'),
    (...names: string[][]) =>
      ['Name,Grade', ...names.map(([first, last]) => `${first} ${last},B+`)].join('\n'),
    (...names: string[][]) => `${names.map((one) => one.join(' ')).join(' and ')} were late.`,
  ];

  test.each(FORMATS.map((format, i) => [i, format] as const))('of one last name, in form %i', (_, format) => {
    for (const [one, other] of [
      [
        ['Jose', 'Garcia'],
        ['Maria', 'Garcia'],
      ],
      [
        ['Linh', 'Nguyen'],
        ['An', 'Nguyen'],
      ],
      [
        ['Maria', 'Ruiz'],
        ['Maria Elena', 'Ruiz'],
      ],
      [
        ['Jose', 'Garcia'],
        ['Jose', 'Okafor'],
      ],
    ] as [string[], string[]][]) {
      const text = format(one, other);
      const found = people(text, listOf(one.join('/'), other.join('/')));
      const numbers = (of: string[]) =>
        new Set(found.filter(([words]) => of.every((part) => words.includes(part))).map(([, n]) => n));
      const both = [numbers(one), numbers(other)];
      // "Maria Elena Ruiz" holds the words of the other Maria too.
      if (other[0]!.startsWith(`${one[0]} `)) for (const n of both[1]!) both[0]!.delete(n);
      expect([...both[0]!, ...both[1]!], text).toHaveLength(2);
    }
  });

  test('also where one’s short form is the other’s name, or what both may be called', () => {
    const text = 'x.org/liz-lopez x.org/elizabeth-lopez';
    const found = people(text, listOf('Elizabeth/Lopez', 'Liz/Lopez'));
    expect(new Set(found.map(([, entity]) => entity)).size).toBe(2);
    const digest = listOf('Daniel/Garcia', 'Danielle/Garcia', 'Maya/Garcia Lopez', 'Maya/Ruiz Lopez');
    const kinds = new Set(people('Maya Garcia Lopez sat by Maya Ruiz Lopez.', digest).map(([, n]) => n));
    expect(kinds.size).toBe(2);
  });
});
