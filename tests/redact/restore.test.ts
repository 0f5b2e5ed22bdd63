import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Alias } from '../../lib/redact/alias.ts';
import { redact } from '../../lib/redact/redact.ts';
import { editsBack, type Restored, restoreAliases, restoreStream } from '../../lib/redact/restore.ts';

const alias = (surrogate: string, original: string, category: CategoryId = 'person-name'): Alias => ({
  surrogate,
  original,
  category,
  entity: 1,
});
const KNOWN = [
  alias('[Student 1]', 'Maya Lopez'),
  alias('[Student 2]', 'Leo Kim'),
  alias('[Student 3]', 'Ana Ruiz'),
  alias('[Student 10]', 'Omar Shah'),
  alias('[Adult 1]', 'Rosa Diaz'),
  alias('[Email 1]', 'rosa@example.org', 'email'),
  alias('[Date 1]', 'March 4', 'record-date'),
  alias('[ID 1]', '204418', 'student-id'),
];
const restored = (text: string, aliases = KNOWN) => restoreAliases(text, aliases);

describe('a label, however it is written', () => {
  test.each<[written: string, expected: string]>([
    // As it was, and case.
    ['[Student 1] met [Student 10].', 'Maya Lopez met Omar Shah.'],
    ['[student 1], [STUDENT 2] and [StUdEnT 3]', 'Maya Lopez, Leo Kim and Ana Ruiz'],
    // Emphasis and code.
    ['**[Student 1]** and *[Student 2]*', '**Maya Lopez** and *Leo Kim*'],
    ['[**Student 1**] and [_Student 2_]', '**Maya Lopez** and _Leo Kim_'],
    ['[Student **1**] and **[Student** 2]', 'Maya Lopez and **Leo Kim**'],
    ['`[Student 1]` and [`Student 2`]', '`Maya Lopez` and `Leo Kim`'],
    ['**Student 1:** reads; **Student** 2 writes', '**Maya Lopez:** reads; **Leo Kim** writes'],
    ['~~[Student 1]~~ ***[Student 2]***', '~~Maya Lopez~~ ***Leo Kim***'],
    // Brackets.
    ['Student 1 helped Student 2.', 'Maya Lopez helped Leo Kim.'],
    ['(Student 1) {Student 2} <Student 3>', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['【Student 1】「Student 2」［Student 3］', 'Maya LopezLeo KimAna Ruiz'],
    ['{{Student 1}} <<Student 2>> «Student 3»', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['\\[Student 1\\] and \\\\[Student 2\\\\]', 'Maya Lopez and Leo Kim'],
    ['&#91;Student 1&#93; and &lt;Student 2&gt;', 'Maya Lopez and Leo Kim'],
    ['[[Student 1]]', '[Maya Lopez]'],
    ['[Student 1](https://example.org)', '[Maya Lopez](https://example.org)'],
    ['[Student 1 was absent]', '[Maya Lopez was absent]'],
    // What stands before the number.
    ['[Student-1] [Student_2] [Student\\_3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[Student1] [STUDENT_2] [student-3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[Student #1] Student #2 [Student no. 3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['**[Student 1:]** with student #2 and estudiante n.º 3', '**Maya Lopez:** with Leo Kim and Ana Ruiz'],
    ['[Estudiante n.º 1] [Estudiante nº 2] [Schüler Nr. 3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[ Student 1 ] [Student\u00a02] [Student&nbsp;3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[Student\n1] and [Student\r\n   2]', 'Maya Lopez and Leo Kim'],
    ['[Student １]', 'Maya Lopez'],
    // Possessive and plural.
    ["[Student 1]'s, [Student 2]’s and [Student 3's] turn", "Maya Lopez's, Leo Kim’s and Ana Ruiz's turn"],
    ['the [Student 1]s and the Student 2s', 'the Maya Lopezes and the Leo Kims'],
    ["the [Student 1]s'", "the Maya Lopezes'"],
    ["Student 1's desk is in row 1", "Maya Lopez's desk is in row 1"],
    ['[Schüler 1]s Heft, [Schüler 2]s Heft', 'Maya Lopez’ Heft, Leo Kims Heft'],
    // Joined.
    ['[Students 1 and 2]', 'Maya Lopez and Leo Kim'],
    ['[Students 1, 2, and 3]', 'Maya Lopez, Leo Kim, and Ana Ruiz'],
    [
      '[Students 1–3] and [Students 1 to 3]',
      'Maya Lopez, Leo Kim and Ana Ruiz and Maya Lopez, Leo Kim and Ana Ruiz',
    ],
    ['[Estudiantes 1 y 2], [Élèves 1 à 3]', 'Maya Lopez y Leo Kim, Maya Lopez, Leo Kim et Ana Ruiz'],
    ['[Student 1, Adult 1] [Student 1/Student 2]', 'Maya Lopez, Rosa Diaz Maya Lopez/Leo Kim'],
    ['[Student 1][Student 2]', 'Maya LopezLeo Kim'],
    [
      'Students 1 and 2 read. Students 1–3 sit.',
      'Maya Lopez and Leo Kim read. Maya Lopez, Leo Kim and Ana Ruiz sit.',
    ],
    [
      'Student 1 and 2 are friends. Student 1 and 2 friends came.',
      'Maya Lopez and Leo Kim are friends. Maya Lopez and 2 friends came.',
    ],
    // Other languages.
    ['[Estudiante 1] [Alumna 2] [Adulto 1] [Fecha 1]', 'Maya Lopez Leo Kim Rosa Diaz March 4'],
    ['[Élève 1] [ELEVE 2] [E\u0301le\u0300ve 3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[Aluno 1] [Schüler 2] [Schülerin 3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['[学生 1]的[电子邮件 1]、[学生2]、学生3的书', 'Maya Lopez的rosa@example.org、Leo Kim、Ana Ruiz的书'],
    ['[학생 1]은 학생 2의 책', 'Maya Lopez은 Leo Kim의 책'],
    ['[Học sinh 1] [Hoc sinh 2] [Mag-aaral 3]', 'Maya Lopez Leo Kim Ana Ruiz'],
    ['El estudiante 1 es amable.', 'El Maya Lopez es amable.'],
    // Tables, lists, small letters.
    ['| Student 1 | 85 |\n| [Student 2] | 90 |', '| Maya Lopez | 85 |\n| Leo Kim | 90 |'],
    ['- Student 1: reads\n1. Student 2', '- Maya Lopez: reads\n1. Leo Kim'],
    ['**student 1** and `student 2`\n- student 3: reads', '**Maya Lopez** and `Leo Kim`\n- Ana Ruiz: reads'],
    ['I saw student 1. Then student 2 helped student 3.', 'I saw Maya Lopez. Then Leo Kim helped Ana Ruiz.'],
    ['Write to Email 1 before Date 1.', 'Write to rosa@example.org before March 4.'],
  ])('%j', (written, expected) => {
    const out = restored(written);
    expect(out.text).toBe(expected);
    expect(out.unknown).toEqual([]);
  });
});

describe('what only looks like a label stays', () => {
  test.each([
    'Student 1 of 30, Student 1 out of 30, Student 1 of the group',
    'STUDENT 1 OF 30 and Student 1/30 and Estudiante 1 de 30',
    'each student 1 pencil. Each Student 1 book. Every Student 1 hour. Give the student 1 pencil.',
    'cada estudiante 1 lápiz. Pro Schüler 1 Heft. 每个学生1本书。给学生1个苹果。학생 1명이 왔다. mỗi học sinh 1 quyển vở',
    'Student 1-on-1 time. Student 1:1 time. Student 1st. Student 1A. Student 1.5. Student 1,000. Student 1%.',
    'student1 = 3; students[1]; my_student 1; student_1.name; {student1}; f"{student_1}"; [student1, student2]',
    'Student_1.docx, https://example.org/Student-1, @Student1, #Student1, student1@example.org',
    'For every student\n1. Open the book\n2. Read',
    'Students 1 min each. Students 1 to 30 read. Student 1 to 3 minutes. students 1 and 2',
    'Email 1 parent a day. Place 1 cup of rice. Address 1 concern. Due Date 1. Student ID 1. High School 1. date 1',
    'grade 1 students, 1 student, [1], [Student], [Student one], [Student 0], [Figure 1], Student A',
    'non-Student 1, Graduate-Student 1, 大学生1, 中学生1',
    '[Student 1 of 30] [Student 1-2] [Student',
  ])('%s', (text) => {
    const { text: out, mentions, restored: count } = restored(text);
    expect({ out, mentions, count }).toEqual({ out: text, mentions: [], count: 0 });
  });

  test('a label that nobody is known by stays and is named once', () => {
    const out = restored('[Student 12], [student 12], Student 7, [Students 1 and 9], [Estudiante 4]');
    expect(out.text).toBe(
      '[Student 12], [student 12], Student 7, Maya Lopez and [Student 9], [Estudiante 4]',
    );
    expect(out.unknown).toEqual(['[Student 12]', '[Student 7]', '[Student 9]', '[Estudiante 4]']);
  });

  test('a range of which one is not known stays whole', () => {
    const out = restored('[Students 1–4]');
    expect(out).toEqual({ text: '[Students 1–4]', mentions: [], restored: 0, unknown: ['[Student 4]'] });
  });
});

describe('what is put in', () => {
  test('is taken as it is and not searched again', () => {
    const odd = [alias('[Detail 1]', '$& $1 [Student 1]'), ...KNOWN];
    expect(restored('x [Detail 1]', odd).text).toBe('x $& $1 [Student 1]');
    const chained = [alias('[Student 1]', 'Student'), alias('[Student 2]', '2')];
    expect(restored('[Student 1] 2, [Student 1] [Student 2]', chained).text).toBe('Student 2, Student 2');
  });

  test('stands where the mentions say', () => {
    const { text, mentions, restored: count } = restored('👩🏽‍🏫 [Student 1]\r\n[Students 2 and 3]s');
    expect(mentions.map(({ start, end, surrogate }) => [text.slice(start, end), surrogate])).toEqual([
      ['Maya Lopez', '[Student 1]'],
      ['Leo Kim', '[Student 2]'],
      ['Ana Ruizes', '[Student 3]'],
    ]);
    expect(count).toBe(3);
  });

  test('the fuller of two forms; never one of two people', () => {
    const forms = [
      alias('[Student 1]', 'Maya'),
      alias('[Student 1]', 'Lopez, Maya'),
      alias('[Student 1]', 'maya lopez'),
    ];
    expect(restored('[Student 1]', forms).text).toBe('Lopez, Maya');
    const two = [...KNOWN, alias('[Student 1]', 'Ana Ruiz'), alias('[Student 1]', 'Maya Lopez')];
    expect(restored('[Student 1] and [Estudiante 1]', two)).toEqual({
      text: '[Student 1] and [Estudiante 1]',
      mentions: [],
      restored: 0,
      unknown: ['[Student 1]'],
    });
  });

  test('the person of a number in any language, whatever the label was written in', () => {
    const spanish = [alias('[Estudiante 1]', 'Maya Lopez')];
    expect(restored('[Student 1] and [Estudiante 1]', spanish).text).toBe('Maya Lopez and Maya Lopez');
  });

  test('a surrogate without brackets that looks like a label is one, and no part of "Student A" stands for it', () => {
    const own = [alias('Student 1', 'Maya'), alias('Student A', 'Leo')];
    expect(restored('[Student 1], student-1, Student A and Student B. The Student A.', own).text).toBe(
      'Maya, student-1, Leo and Student B. The Leo.',
    );
    expect(restored('Student reads. A reads.', own).text).toBe('Student reads. A reads.');
  });

  test('other surrogates in square brackets count as they are written', () => {
    const own = [alias('[Reader 1]', 'Maya'), alias('[the aide]', 'Rosa')];
    expect(restored('[reader 1] and [the aide], Reader 1, [aide]', own).text).toBe(
      'Maya and Rosa, Reader 1, [aide]',
    );
  });
});

describe('stand-in names', () => {
  const names = [
    alias('Jordan Ellis', 'Carla de la Cruz'),
    alias('Tamsin Corvell', 'Lopez, Maya'),
    alias('Jovan', 'Bo'),
    alias('tamsin.corvell@example.com', 'maya@example.org', 'email'),
    alias('age 12', 'March 4, 2014', 'birth-date'),
  ];
  test.each<[string, string]>([
    [
      'Jordan Ellis met JORDAN ELLIS and jordan ellis.',
      'Carla de la Cruz met Carla de la Cruz and Carla de la Cruz.',
    ],
    ['Jordan reads. Dear Jordan, when Jordan reads', 'Carla reads. Dear Carla, when Carla reads'],
    ['Ms. Ellis, Coach Ellis and señora Ellis', 'Ms. de la Cruz, Coach de la Cruz and señora de la Cruz'],
    [
      "Ellis, Jordan; Jordan E.; J. Ellis; Mr. Ellis'",
      "de la Cruz, Carla; Carla d.; C. de la Cruz; Mr. de la Cruz's",
    ],
    ["Jordan's book and the Corvells’ car", "Carla's book and the Lopezes’ car"],
    [
      '**Tamsin** Corvell, **Tamsin Corvell**, Tamsin\nCorvell',
      '**Lopez, Maya**, **Lopez, Maya**, Lopez, Maya',
    ],
    ['Tamsin, Jovan and Jordan', 'Maya, Bo and Carla'],
    ['Write to Tamsin.Corvell@example.com.', 'Write to maya@example.org.'],
  ])('%j', (written, expected) => {
    expect(restored(written, names).text).toBe(expected);
  });

  test.each([
    'the Jordan River, Michael Jordan, Jordan Peele, in Jordan, Mr. Jordan, St. Jordan, the Jordan family',
    'jordan, Ellis Island, an Ellis, Jordan-Hare, Jordans, jordan.ellis@example.com, @Jordan',
    'Corvell wrote. He is age 12. tamsin',
  ])('what may be somebody else stays: %s', (text) => {
    expect(restored(text, names).text).toBe(text);
  });

  test('a part that fits two people is nobody', () => {
    const two = [alias('Tamsin Corvell', 'Maya Lopez'), alias('Tamsin Verrick', 'Ana Ruiz')];
    expect(restored('Tamsin, Tamsin Verrick and Ms. Corvell', two).text).toBe(
      'Tamsin, Ana Ruiz and Ms. Lopez',
    );
    const family = [alias('Tamsin Corvell', 'Maya Lopez'), alias('Jovan Corvell', 'Ben Lopez')];
    expect(restored('Ms. Corvell and the Corvells', family).text).toBe('Ms. Lopez and the Lopezes');
  });

  test('a part whose real one is not known stays', () => {
    const bare = [alias('Tamsin Corvell', 'Maya')];
    expect(restored('Tamsin Corvell, Tamsin, Ms. Corvell', bare).text).toBe('Maya, Maya, Ms. Corvell');
  });
});

describe('in chunks', () => {
  const aliases = [...KNOWN, alias('Jordan Ellis', 'Carla Cruz'), alias('[the aide]', 'Rosa')];
  const list = (words: string) => fc.constantFrom(...words.split('|'));
  const word = fc.oneof(
    list("[|]|**|(|)|`|\\|\n| | |, | and |-|'s|s|.|#|{{|}}|👍|\ud83d|é|e\u0301|1|2|10|0"),
    list(
      'Student|student|Students|Estudiante|Học sinh|学生|Email|Adult|Jordan|Ellis|Ms. |each |the |write to ',
    ),
    list(
      'Student 1|[Student 2]|[Students 1, 2 and 3]|[Student 1 and Student 2]|[Adult 1, Estudiante 2 & Adult 1]|student 2| Jordan Ellis |Ellis, Jordan|[the aide]| Jordan |Email 1',
    ),
    list(' of 30|, 2, 3 and 1|, 3, 2, 1 and 3 are| Peele| is here|  **1**] |-on-1 |'.concat(' '.repeat(30))),
    list(
      `Every Student 1 book, ${'a good day, '.repeat(12)}|near Jordan and ${'so on and on, '.repeat(10)}|[Students 1, 2, 3, 1, 2, `,
    ),
  );
  const whole = (pieces: Restored[]) => ({
    text: pieces.map(({ text }) => text).join(''),
    mentions: pieces.flatMap(({ mentions }) => mentions),
    restored: pieces.reduce((sum, piece) => sum + piece.restored, 0),
    unknown: [...new Set(pieces.flatMap(({ unknown }) => unknown))],
  });

  test('any text cut anywhere comes out as in one pass', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 10, maxLength: 80 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
        (words, sizes) => {
          const text = words.join('');
          const stream = restoreStream(aliases);
          const pieces: Restored[] = [];
          for (let at = 0, i = 0; at < text.length; i++) {
            const size = sizes[i % sizes.length]!;
            pieces.push(stream.push(text.slice(at, at + size)));
            at += size;
          }
          pieces.push(stream.end());
          const once = restoreAliases(text, aliases);
          expect(whole(pieces)).toEqual(once);
          // And edit by edit.
          const { edits, restored, unknown } = editsBack(text, aliases);
          const swapped = redact(
            text,
            edits.map(({ span, words }) => ({ span, surrogate: words })),
          );
          expect([swapped.text, restored, unknown]).toEqual([once.text, once.restored, once.unknown]);
        },
      ),
      { seed: 20261201, numRuns: 1000 },
    );
  });

  test('what is certain does not wait for the end', () => {
    const stream = restoreStream(KNOWN);
    const first = stream.push(`[Student 1] reads. ${'It is a good day. '.repeat(20)}`);
    expect(first.text).toMatch(/^Maya Lopez reads\. It is a good day\./);
    expect(first.text.length).toBeGreaterThan(200);
    expect(stream.push(' [Stud').text).not.toContain('Stud');
  });
});
