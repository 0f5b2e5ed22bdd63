/** Who the teacher is, and what is no person: by the findings that a policy then stops. */
import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding, Role } from '../../lib/detect/finding.ts';
import { parseCorrections, parseMe } from '../../lib/policy/corrections.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';

const ME = { names: ['Dana Whitfield'], emails: ['Dana@example.org'], phones: ['(555) 555-0142'] };

/** What stops a paste of these words, each a finding. */
function stopping(
  found: [words: string, category: CategoryId, entity: number, role?: Role, listed?: number][],
  { me = ME as unknown, notPeople = [] as string[], rules = {}, corrections = {}, district = {} } = {},
): string[] {
  const text = found.map(([words]) => words).join(' | ');
  let at = 0;
  const findings = found.map(([words, category, entity, role, listed]): Finding => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return {
      span: { start, end: at },
      category,
      entity,
      score: listed ?? 0.9,
      recognizer: 'test',
      because: listed === undefined ? [] : [{ code: 'class-list', args: [] }],
      ...(role && { role }),
    };
  });
  const layers = { district: { rules, ...district }, teacher: {}, me, corrections };
  const policy = { ...mergePolicies(layers), notPeople };
  return decide(text, findings, policy)
    .filter(isAlarm)
    .map(({ finding: { span } }) => text.slice(span.start, span.end));
}

describe('the teacher', () => {
  test('is not asked about: name in any order, with a title, e-mail and phone however written', () => {
    expect(
      stopping([
        ['Dana Whitfield', 'person-name', 1],
        ['WHITFIELD, Dana', 'person-name', 2],
        ['Whitfield', 'person-name', 3, 'staff'],
        ['dana@example.org', 'email', 4],
        ['+1 555 555 0142', 'phone', 5],
      ]),
    ).toEqual([]);
  });

  test('is asked about where a pupil of a class list has the same name', () => {
    expect(stopping([['Dana Whitfield', 'person-name', 1, 'student', 1]])).toEqual(['Dana Whitfield']);
  });

  test('a bare first name is, where the text says whose it is', () => {
    expect(
      stopping([
        ['Dana Whitfield', 'person-name', 1],
        ['Dana', 'person-name', 1],
      ]),
    ).toEqual([]);
    expect(stopping([['Dana', 'person-name', 1]])).toEqual(['Dana']);
  });

  test.each<[string, [string, CategoryId, number, Role?]]>([
    ['a pupil with the same last name', ['Ben Whitfield', 'person-name', 1, 'student']],
    ['a pupil by the last name alone', ['Whitfield', 'person-name', 1, 'student']],
    ['a pupil with the same first name', ['Dana Lopez', 'person-name', 1]],
    ['another address', ['dana@example.com', 'email', 1]],
    ['a number of the same digits that is no phone', ['5555550142', 'student-id', 1]],
  ])('%s is somebody else', (_what, finding) => {
    expect(stopping([finding])).toEqual([finding[0]]);
  });

  test('nobody is let by where the rule redacts or blocks', () => {
    const rules = { email: 'block', 'person-name': 'redact' };
    expect(
      stopping(
        [
          ['Dana Whitfield', 'person-name', 1],
          ['dana@example.org', 'email', 2],
        ],
        { rules },
      ),
    ).toHaveLength(2);
  });

  test('what was stored badly is nobody', () => {
    expect(parseMe({ names: ['Dana', 7, ''], emails: 'x' })).toEqual({
      names: ['Dana'],
      emails: [],
      phones: [],
    });
    expect(parseMe(null)).toEqual({ names: [], emails: [], phones: [] });
  });
});

describe('no person', () => {
  test('is left out where every form of the name is meant', () => {
    const notPeople = ['pythagoras'];
    expect(stopping([['Pythagoras', 'person-name', 1]], { notPeople })).toEqual([]);
    expect(
      stopping(
        [
          ['Pythagoras', 'person-name', 1],
          ['Pythagoras Lopez', 'person-name', 1],
        ],
        { notPeople },
      ),
    ).toHaveLength(2);
    expect(stopping([['Pythagoras', 'username', 1]], { notPeople })).toEqual(['Pythagoras']);
    expect(
      stopping([['Pythagoras', 'person-name', 1]], { notPeople, rules: { 'person-name': 'block' } }),
    ).toHaveLength(1);
  });

  test('is nobody whom a sensitive statement could be about', () => {
    const found: Parameters<typeof stopping>[0] = [
      ['Pythagoras', 'person-name', 1],
      ['dyslexia', 'disability', 2],
    ];
    expect(stopping(found)).toEqual(['Pythagoras', 'dyslexia']);
    expect(stopping(found, { notPeople: ['Pythagoras'] })).toEqual([]);
  });
});

describe('what was said for good', () => {
  const HOPE: [string, CategoryId, number] = ['Hope', 'person-name', 1];
  const EMMA: [string, CategoryId, number] = ['Emma Whitfield', 'person-name', 2];
  const never = { corrections: { never: ['hope'] } };
  const keep = { corrections: { keep: ['Emma Whitfield', 'emma@example.org', '(555) 555-0199'] } };

  test('is never a name, where every form of it was said', () => {
    expect(stopping([HOPE], never)).toEqual([]);
    expect(stopping([HOPE, ['Hope Lopez', 'person-name', 1]], never)).toEqual(['Hope', 'Hope Lopez']);
    expect(stopping([['Hope', 'custom', 1]], never)).toEqual(['Hope']);
  });

  test('stays: a person in any form, an e-mail address, a phone number', () => {
    expect(
      stopping(
        [
          EMMA,
          ['Emma', 'person-name', 2],
          ['Emma@example.org', 'email', 3],
          ['+1 555 555 0199', 'phone', 4],
          ['Emma', 'person-name', 5],
        ],
        keep,
      ),
    ).toEqual(['Emma']);
  });

  test('makes no statement one about a child, and is on the list of what stays', () => {
    const text = 'Emma Whitfield | has asthma';
    const finding = (start: number, end: number, category: CategoryId, entity: number): Finding => ({
      ...{ span: { start, end }, category, entity, score: 0.9, recognizer: 'test', because: [] },
    });
    const findings = [finding(0, 14, 'person-name', 1), finding(17, 27, 'health', 2)];
    const actions = (corrections: object) =>
      decide(text, findings, mergePolicies({ district: {}, teacher: {}, corrections })).map(
        (one) => one.action,
      );
    expect(actions({})).toEqual(['review', 'review']);
    expect(actions(keep.corrections)).toEqual(['note', 'note']);
  });

  test('works on a locked review', () => {
    const district = { locked: ['rules', 'person-name', 'allowTerms'] };
    expect(
      stopping([HOPE, EMMA], { corrections: { ...never.corrections, ...keep.corrections }, district }),
    ).toEqual([]);
  });

  test('does not where the district lets nothing hold for good', () => {
    const district = { allowCorrections: false };
    expect(stopping([HOPE], { ...never, district })).toEqual(['Hope']);
    expect(stopping([EMMA], { ...keep, district })).toEqual(['Emma Whitfield']);
  });

  test.each(['redact', 'block'])('does not where the rule is %s', (rule) => {
    const rules = { 'person-name': rule, email: rule };
    expect(stopping([HOPE], { ...never, rules })).toEqual(['Hope']);
    expect(stopping([EMMA, ['emma@example.org', 'email', 3]], { ...keep, rules })).toHaveLength(2);
  });

  test.each<CategoryId>(['student-id', 'government-id', 'secret', 'financial-account'])(
    'never holds for %s',
    (category) => {
      const corrections = { never: ['204418'], keep: ['204418'] };
      expect(stopping([['204418', category, 1]], { corrections })).toEqual(['204418']);
    },
  );

  test('never holds for whom a class list has', () => {
    const pupil: [string, CategoryId, number, Role, number] = [
      'Emma Whitfield',
      'person-name',
      1,
      'student',
      1,
    ];
    expect(stopping([pupil], keep)).toEqual(['Emma Whitfield']);
    const bare: [string, CategoryId, number, Role, number] = ['Emma', 'person-name', 1, 'student', 0.9];
    expect(stopping([bare], { corrections: { keep: ['Emma'] } })).toEqual(['Emma']);
    // A first name of the list may be a word in this teacher's texts all the same.
    expect(stopping([['Hope', 'person-name', 1, 'student', 0.9]], never)).toEqual([]);
    expect(stopping([['Hope', 'person-name', 1, 'student', 1]], never)).toEqual(['Hope']);
  });

  test('what was stored badly is nothing', () => {
    expect(parseCorrections({ never: ['Hope', 7, ' '], keep: 'x' })).toEqual({ never: ['Hope'], keep: [] });
    expect(parseCorrections(null)).toEqual({ never: [], keep: [] });
  });
});
