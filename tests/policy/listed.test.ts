import { describe, expect, test } from 'vitest';
import { digestOf, unpackDigest } from '../../lib/class-list/digest.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { addListed } from '../../lib/policy/listed.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { detector } from '../detect/load.ts';

const POLICY = mergePolicies({ district: undefined, teacher: undefined });
const NAMES = ['Maya', 'Omar', 'Zyaire', 'Hope', 'Xochitl', 'Will', 'Ines', 'Tom', 'Grace', 'Ali'];
const LIST = unpackDigest(
  digestOf(
    NAMES.map((first, i) => ({ id: `${i}`, first, last: `Okonkw${'aeiou'[i % 5]}r`, number: `77120${i}` })),
    [7, 11],
  ),
);

const alarms = (text: string, list: typeof LIST | null) =>
  decide(text, addListed(text, detector.detect(text), list, POLICY.policy), POLICY)
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

test('without a list nothing changes', () => {
  const text = 'Maya Lopez was late.';
  const findings = detector.detect(text);
  expect(addListed(text, findings, null, POLICY.policy)).toBe(findings);
});
