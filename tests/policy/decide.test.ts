import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/detect/finding.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import type { Action } from '../../lib/policy/policy.ts';
import { at } from './helpers.ts';

const DEFAULTS = mergePolicies({ district: undefined, teacher: undefined });
const actions = (text: string, findings: Finding[], policy = DEFAULTS) =>
  decide(text, findings, policy).map((d) => d.action);

describe('the table of categories', () => {
  const note = 'Maya rides bus 12 and has an IEP. Write to m@example.org';
  const maya = at(note, 'Maya', 'person-name');
  const bus = at(note, 'bus 12', 'logistics');
  const iep = at(note, 'IEP', 'disability');
  const mail = at(note, 'm@example.org', 'email');
  test.each<[string, Finding[], Action[]]>([
    ['a name', [maya], ['review']],
    ['a bus alone', [bus], ['note']],
    ['a bus with a name', [maya, bus], ['review', 'review']],
    ['a statement alone', [iep], ['note']],
    ['a statement with an identifier', [iep, mail], ['review', 'review']],
    ['a statement and a password', [iep, at(note, 'has', 'secret')], ['note', 'review']],
    ['a statement and another statement', [iep, at(note, 'has', 'health')], ['note', 'note']],
    ['two indirect details', [bus, at(note, 'IEP', 'school')], ['note', 'note']],
    [
      'a statement and the teacher',
      [at(note, 'Maya', 'person-name', { role: 'self' }), iep],
      ['off', 'note'],
    ],
    ['a statement and staff', [at(note, 'Maya', 'person-name', { role: 'staff' }), iep], ['note', 'note']],
    [
      'a statement and a signature',
      [iep, at(note, 'm@example.org', 'email', { role: 'staff' })],
      ['note', 'note'],
    ],
    ['safety needs no name', [at(note, 'has', 'safety')], ['review']],
    ['a birth date', [at(note, '12', 'birth-date')], ['review']],
  ])('%s', (_name, findings, expected) => {
    expect(actions(note, findings)).toEqual(expected);
  });
});

describe('a score below the least one', () => {
  const text = 'Leo and Mia find a mitten at m@example.org, he has ADHD';
  const leo = at(text, 'Leo', 'person-name', { score: 0.4 });
  const mia = at(text, 'Mia', 'person-name', { score: 0.54 });
  const sure = at(text, 'Mia', 'person-name', { score: 0.55 });
  const mail = at(text, 'm@example.org', 'email', { score: 0.3 });
  const statement = at(text, 'has ADHD', 'disability');
  test.each<[string, Finding[], Action[]]>([
    ['alone stops nothing', [leo], ['note']],
    ['beside another stops nothing', [leo, mia], ['note', 'note']],
    ['stays a note beside a sure one', [leo, sure], ['note', 'review']],
    [
      'is as sure as another mention of the same person',
      [
        { ...leo, entity: 1 },
        { ...sure, entity: 1 },
      ],
      ['review', 'review'],
    ],
    ['stays a note beside an identifier, which has no least score', [leo, mail], ['note', 'review']],
    ['makes no combination with a date', [leo, at(text, 'mitten', 'record-date')], ['note', 'note']],
    ['makes a statement one to review, whom it may be about', [leo, statement], ['note', 'review']],
  ])('%s', (_name, findings, expected) => {
    expect(actions(text, findings)).toEqual(expected);
  });

  test('is what the policy says', () => {
    const policy = mergePolicies({ district: { minScore: { 'person-name': 0, email: 0.9 } }, teacher: {} });
    expect(actions(text, [leo], policy)).toEqual(['review']);
    expect(actions(text, [mail], policy)).toEqual(['note']);
  });
});

test('a roster is reviewed with a name inside it, not beside it', () => {
  const text = 'Ana asked.\nname,score\nLeo,42\n';
  const roster = at(text, 'name,score\nLeo,42', 'roster');
  expect(actions(text, [roster, at(text, 'Leo', 'person-name')])[0]).toBe('review');
  expect(actions(text, [roster, at(text, 'Ana', 'person-name')])[0]).toBe('note');
});

test.each([
  ['Ms. Ortiz is a lazy and ineffective colleague.', 'review'],
  ['My complaint is about Ms. Ortiz', 'review'],
  ['Write a grievance. Ms. Ortiz teaches fifth grade.', 'note'],
  ['Ms. Ortiz will read the story of the lazily drawn map.', 'note'],
  ['Ms. Ortiz teaches.\nThe evaluation score rubric is below.', 'note'],
  ['La maestra Ortiz es muy grosera con la clase.', 'review'],
])('staff: %s', (text, action) => {
  expect(actions(text, [at(text, 'Ortiz', 'person-name', { role: 'staff' })])).toEqual([action]);
});

describe('allowed terms', () => {
  const text = 'MAYA and Maya Lopez have an IEP';
  const findings = [
    at(text, 'MAYA', 'person-name'),
    at(text, 'Maya Lopez', 'person-name'),
    at(text, 'IEP', 'disability'),
  ];
  test('are exact, in any case', () => {
    const policy = mergePolicies({ district: {}, teacher: { allowTerms: [' maya '] } });
    const found = decide(text, findings, policy).map((d) =>
      text.slice(d.finding.span.start, d.finding.span.end),
    );
    expect(found).toEqual(['Maya Lopez', 'IEP']);
  });
  test('are no person in the draft either', () => {
    const policy = mergePolicies({ district: {}, teacher: { allowTerms: ['maya', 'maya lopez'] } });
    expect(actions(text, findings, policy)).toEqual(['note']);
  });
  test('of the teacher do not loosen a locked rule, the district’s own do', () => {
    const teacher = mergePolicies({
      district: { locked: ['person-name'] },
      teacher: { allowTerms: ['maya'] },
    });
    expect(decide(text, findings, teacher)).toHaveLength(3);
    const district = mergePolicies({
      district: { locked: ['person-name'], allowTerms: ['maya'] },
      teacher: {},
    });
    expect(decide(text, findings, district)).toHaveLength(2);
  });
});

test('who decided, and what is an alarm', () => {
  const text = 'Maya m@example.org';
  const policy = mergePolicies({
    district: { rules: { email: 'block' } },
    teacher: { rules: { 'person-name': 'note' } },
  });
  const [name, mail] = decide(
    text,
    [at(text, 'Maya', 'person-name'), at(text, 'm@example.org', 'email')],
    policy,
  );
  expect([name!.source, name!.action, isAlarm(name!)]).toEqual(['teacher', 'note', false]);
  expect([mail!.source, mail!.action, isAlarm(mail!)]).toEqual(['district', 'block', true]);
  const [sign] = decide(text, [at(text, 'm@example.org', 'email', { role: 'staff' })], policy);
  expect([sign!.source, sign!.action]).toEqual(['default', 'note']);
});
