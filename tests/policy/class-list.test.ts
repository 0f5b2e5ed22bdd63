import { expect, test } from 'vitest';
import type { Finding } from '../../lib/detect/finding.ts';
import { addListedNames, listedNames } from '../../lib/policy/class-list.ts';
import { DEFAULT_POLICY } from '../../lib/policy/defaults.ts';
import { at } from './helpers.ts';

const shown = (text: string, findings: Finding[]) =>
  findings.map((f) => [text.slice(f.span.start, f.span.end), f.category, f.role, f.entity]);

const people = (...names: [string, string, string?][]) =>
  names.map(([first, last, nickname], i) => ({ id: `p${i}`, first, last, ...(nickname && { nickname }) }));

test('the forms of a student', () => {
  const texts = listedNames(people(['Maya', 'Lopez', 'May'], ['Xi', ''])).map(({ text }) => text);
  expect(texts).toEqual(['Maya Lopez', 'Lopez, Maya', 'May Lopez', 'Lopez, May', 'Maya', 'May']);
});

const LIST = listedNames(people(['Maya', 'Lopez'], ['Hope', 'Ng'], ['Xi', 'Chen']));

test.each([
  ['MAYA  lopez came', ['MAYA  lopez']],
  ["Lopez, Maya's work", ['Lopez, Maya']],
  ['Maya came', ['Maya']],
  ['I hope so. Hope came.', ['Hope']],
  ['Xi came, Xi Chen stayed', ['Xi Chen']],
  ['Mayan art, Maya-Rose, Anna-Maya, amaya', []],
  ['Émaya Maya2 _Maya', []],
])('finds in %j', (text, found) => {
  expect(
    addListedNames(text, [], LIST, DEFAULT_POLICY).map((f) => text.slice(f.span.start, f.span.end)),
  ).toEqual(found);
});

test('one student, one entity; a bare name is nobody certain', () => {
  const text = 'Maya Lopez, Lopez, Maya and Maya';
  const entities = addListedNames(text, [], LIST, DEFAULT_POLICY).map((f) => f.entity);
  expect(entities[0]).toBe(entities[1]);
  expect(entities[2]).not.toBe(entities[0]);
});

test('with a detector’s findings', () => {
  const text = 'Coach Maya Lopez-Ruiz; Hope Ng; Xi Chen has an IEP; maya@example.org';
  const findings = [
    at(text, 'Maya Lopez-Ruiz', 'person-name', { role: 'unknown', entity: 1 }),
    at(text, 'Hope', 'person-name', { role: 'unknown', entity: 2 }),
    at(text, 'Xi Chen has an IEP', 'disability', { entity: 3 }),
    at(text, 'maya@example.org', 'email', { entity: 4 }),
  ];
  const before = structuredClone(findings);
  expect(shown(text, addListedNames(text, findings, LIST, DEFAULT_POLICY))).toEqual([
    ['Maya Lopez-Ruiz', 'person-name', 'student', 1],
    ['Hope Ng', 'person-name', 'student', 2],
    ['Xi Chen', 'person-name', 'student', 5],
    // A name on the list says who it is about; it must not take what is said away.
    ['has an IEP', 'disability', undefined, 3],
    ['maya@example.org', 'email', undefined, 4],
  ]);
  expect(findings).toEqual(before);
});
