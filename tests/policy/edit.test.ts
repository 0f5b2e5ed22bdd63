import { expect, test } from 'vitest';
import { problemsIn, withField, withKey, withLock, withoutPath, withTool } from '../../lib/policy/edit.ts';

const POLICY = {
  rules: { email: 'off' },
  schoolNames: ['Oak', 'Elm'],
  approvedTools: [{ site: 'chatgpt', tier: 'agreement' }, 'odd'],
  locked: ['email'],
  'a.b': 1,
};

test.each([
  ['a field is set', withField(POLICY, 'language', 'es'), { ...POLICY, language: 'es' }],
  ['false and 0 are something', withField({ retentionDays: 1 }, 'retentionDays', 0), { retentionDays: 0 }],
  ['an empty list is nothing', withField({ schoolNames: ['Oak'] }, 'schoolNames', []), {}],
  ['a rule is set', withKey({}, 'rules', 'email', 'block'), { rules: { email: 'block' } }],
  ['the last rule is taken out', withKey({ rules: { email: 'off' } }, 'rules', 'email', undefined), {}],
  ['a lock is set once', withLock(POLICY, 'email', true).locked, ['email']],
  ['a lock is taken out', withLock({ locked: ['email', 'rules'] }, 'email', false), { locked: ['rules'] }],
  [
    'a tool keeps its place',
    withTool(POLICY, 'chatgpt', 'approved').approvedTools,
    [{ site: 'chatgpt', tier: 'approved' }, 'odd'],
  ],
  [
    'a tool is added',
    withTool({}, 'claude', 'approved'),
    { approvedTools: [{ site: 'claude', tier: 'approved' }] },
  ],
  ['a tool is taken out, what is odd stays', withTool(POLICY, 'chatgpt', undefined).approvedTools, ['odd']],
  ['an entry is taken out', withoutPath(POLICY, 'schoolNames.0').schoolNames, ['Elm']],
  [
    'a key is taken out',
    withoutPath({ rules: { emial: 'off', email: 'off' } }, 'rules.emial'),
    { rules: { email: 'off' } },
  ],
  ['a field with a dot is taken out', Object.hasOwn(withoutPath(POLICY, 'a.b'), 'a.b'), false],
])('%s', (_what, is, wanted) => {
  expect(is).toEqual(wanted);
});

test('nothing that is given is changed', () => {
  const before = structuredClone(POLICY);
  withKey(POLICY, 'rules', 'email', undefined);
  withTool(POLICY, 'chatgpt', undefined);
  withLock(POLICY, 'email', false);
  withoutPath(POLICY, 'schoolNames.0');
  expect(POLICY).toEqual(before);
});

test('what a policy does not know itself stands by its field too, with what is close', () => {
  const problems = problemsIn({ sitesOff: ['claude', 'claud'] }, { siteIds: ['claude'] });
  expect(problems.get('sitesOff')).toMatchObject([{ path: 'sitesOff.1', key: '1', near: 'claude' }]);
});

test('problems stand by their field', () => {
  const problems = problemsIn({
    rules: { emial: 'off' },
    idFormats: ['######', '#'],
    'x.y': 1,
    allowPause: 'no',
  });
  expect([...problems].map(([field, all]) => [field, all.map(({ path, key }) => [path, key])])).toEqual([
    ['rules', [['rules.emial', 'emial']]],
    ['idFormats', [['idFormats.1', '1']]],
    ['x.y', [['x.y', '']]],
    ['allowPause', [['allowPause', '']]],
  ]);
});
