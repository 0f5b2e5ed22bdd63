/** Who the teacher is, and what is no person: by the findings that a policy then stops. */
import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding, Role } from '../../lib/detect/finding.ts';
import { parseMe } from '../../lib/policy/corrections.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';

const ME = { names: ['Dana Whitfield'], emails: ['Dana@example.org'], phones: ['(555) 555-0142'] };

/** What stops a paste of these words, each a finding. */
function stopping(
  found: [words: string, category: CategoryId, entity: number, role?: Role][],
  { me = ME as unknown, notPeople = [] as string[], rules = {} as object } = {},
): string[] {
  const text = found.map(([words]) => words).join(' | ');
  let at = 0;
  const findings = found.map(([words, category, entity, role]): Finding => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return {
      span: { start, end: at },
      category,
      entity,
      score: 0.9,
      recognizer: 'test',
      because: [],
      ...(role && { role }),
    };
  });
  const policy = { ...mergePolicies({ district: { rules }, teacher: {}, me }), notPeople };
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
