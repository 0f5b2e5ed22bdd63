import { expect, test } from 'vitest';
import { decide } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { groupDecisions } from '../../lib/redact/group.ts';
import { at } from '../policy/helpers.ts';

const text = 'Maya Lopez has an IEP. Ms. Ortiz, Maya, bus 12, m@example.org, Sam';
const findings = [
  at(text, 'Maya Lopez has an IEP. Ms. Ortiz', 'roster', { entity: 9 }),
  at(text, 'Maya,', 'person-name', {
    entity: 1,
    role: 'unknown',
    score: 0.95,
    codes: ['name-repeat', 'shape'],
  }),
  at(text, 'Maya Lopez', 'person-name', { entity: 1, role: 'student', score: 0.8, codes: ['shape'] }),
  at(text, 'IEP', 'disability', { entity: 2 }),
  at(text, 'Ortiz', 'person-name', { entity: 3, role: 'staff' }),
  at(text, 'bus 12', 'logistics', { entity: 4 }),
  at(text, 'm@example.org', 'email', { entity: 1 }),
  at(text, 'Sam', 'person-name', { entity: 6, role: 'self' }),
];
const groups = (district: unknown, notes = false) =>
  groupDecisions(decide(text, findings, mergePolicies({ district, teacher: undefined })), { notes });
const row = (g: ReturnType<typeof groups>[number]) => [g.category, g.action, g.list, g.fixed];

test('one group for a person and one for a value, in the order of the draft', () => {
  const found = groups(undefined);
  expect(found.map(row)).toEqual([
    ['roster', 'review', 'stay', false],
    ['person-name', 'review', 'swap', false],
    ['disability', 'review', 'stay', false],
    ['logistics', 'review', 'swap', false],
    ['email', 'review', 'swap', false],
  ]);
  expect(found[1]).toMatchObject({ entity: 1, role: 'student', score: 0.95, source: 'default' });
  expect(found[1]!.mentions.map((m) => text.slice(m.start, m.end))).toEqual(['Maya Lopez', 'Maya,']);
  expect(found[1]!.because.map((b) => b.code)).toEqual(['shape', 'name-repeat']);
});

test('notes are listed when asked for, and stay; off never is', () => {
  expect(groups(undefined, true).map(row)).toContainEqual(['person-name', 'note', 'stay', false]);
  expect(groups(undefined, true)).toHaveLength(6);
  expect(groups(undefined, true).some((g) => g.role === 'self')).toBe(false);
});

test('redact and block cannot be refused, but a document is never swapped', () => {
  const found = groups({ rules: { email: 'redact', disability: 'block', roster: 'block' } });
  expect(found.map(row)).toEqual([
    ['roster', 'block', 'stay', false],
    ['person-name', 'review', 'swap', false],
    ['disability', 'block', 'swap', true],
    ['logistics', 'review', 'swap', false],
    ['email', 'redact', 'swap', true],
  ]);
  expect(found[4]!.source).toBe('district');
});

test('the strictest mention decides for a group', () => {
  const note = 'Ms. Ortiz came. Ortiz is incompetent.';
  const staff = [
    at(note, 'Ortiz came'.slice(0, 5), 'person-name', { entity: 1, role: 'staff' }),
    {
      ...at(note, 'Ortiz is'.slice(0, 5), 'person-name', { entity: 1, role: 'staff' }),
      span: { start: 16, end: 21 },
    },
  ];
  const decisions = decide(note, staff, mergePolicies({ district: undefined, teacher: undefined }));
  expect(decisions.map((d) => d.action)).toEqual(['note', 'review']);
  expect(groupDecisions(decisions)).toMatchObject([{ action: 'review', list: 'swap', mentions: [{}, {}] }]);
});

test('the given decisions are not changed', () => {
  const decisions = decide(text, findings, mergePolicies({ district: undefined, teacher: undefined }));
  const before = structuredClone(decisions);
  groupDecisions(decisions);
  expect(decisions).toEqual(before);
});
