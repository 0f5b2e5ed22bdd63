// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
/** What is saved as a file is read back as the same policy, whichever kind of file it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_KEYS, LIGHTER_KEYS, LOCKABLE, RULE_KEYS, STYLED_KEYS } from '../../../lib/policy/fields.ts';
import { managedPolicy } from '../../../lib/policy/formats/managed.ts';
import { readPolicyFile } from '../../../lib/policy/formats/read-file.ts';
import { FORMAT_IDS, type FormatId, writeFile } from '../../../lib/policy/formats/write-file.ts';
import { parsePolicy } from '../../../lib/policy/parse.ts';
import { ACTIONS, CONDITIONS, TIERS, TOPICS } from '../../../lib/policy/policy.ts';
import { MANAGED, SAMPLE, TARGETS } from './samples.ts';

const POLICY_FORMATS = FORMAT_IDS.filter((id) => !id.startsWith('install-'));

/** Words with everything that some format has to escape, and with everything else. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          "'",
          '\\',
          '\n',
          '\r\n',
          '\t',
          ' ',
          ';',
          '#',
          '$',
          '`',
          '%',
          '&amp;',
          '<b>',
          ']]>',
          '‘',
          '’',
        ],
        ...[
          'ñ',
          '😀',
          '\u00a0',
          '@{ Key = ',
          "'@",
          '$(exit)',
          '[x]',
          '=dword:',
          'a',
          '1',
          '{"a":1}',
          '[1]',
          '-',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const action = fc.constantFrom(...ACTIONS);
const rule = fc.oneof(
  action,
  fc.record({ when: fc.constantFrom(...CONDITIONS), then: action, else: action }),
);
const some = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined });
const list = fc.array(words, { maxLength: 12 });
const policies = fc.record({
  rules: some(fc.dictionary(fc.constantFrom(...RULE_KEYS), rule)),
  lighterRules: some(fc.dictionary(fc.constantFrom(...LIGHTER_KEYS), rule)),
  minScore: some(
    fc.dictionary(fc.constantFrom(...CATEGORY_KEYS), fc.double({ min: 0, max: 1, noNaN: true })),
  ),
  aliasStyles: some(fc.dictionary(fc.constantFrom(...STYLED_KEYS), fc.constantFrom('label', 'generalize'))),
  allowTerms: some(list),
  customTerms: some(list),
  schoolNames: some(list),
  approvedTools: some(
    fc.array(fc.record({ site: words, tier: fc.constantFrom(...TIERS) }), { maxLength: 12 }),
  ),
  useInstead: some(words),
  allowPause: some(fc.boolean()),
  retentionDays: some(fc.integer({ min: 0, max: 3650 })),
  classListDays: some(fc.integer({ min: 0, max: 3650 })),
  vaultIdleHours: some(fc.integer({ min: 0, max: 168 })),
  topicsOff: some(fc.subarray([...TOPICS])),
  packs: some(fc.array(fc.json({ maxDepth: 2 }), { maxLength: 2 })),
  locked: some(fc.subarray([...LOCKABLE])),
});

function readBack(format: FormatId, raw: unknown) {
  return readPolicyFile(writeFile(format, raw, TARGETS).text);
}

test.each(POLICY_FORMATS)('%s holds any policy', (format) => {
  fc.assert(
    fc.property(policies, (raw) => {
      const policy = managedPolicy(raw);
      const read = readBack(format, raw);
      // A file in which no field stands names no extension either, where its values are all that it has.
      if (Object.keys(policy).length > 0) expect(read?.policies.map((one) => one.policy)).toEqual([policy]);
      expect(read?.ignored).toEqual([]);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('what a browser gets means what was written', () => {
  fc.assert(
    fc.property(policies, (raw) => {
      const { policy, problems } = parsePolicy(managedPolicy(raw));
      const meant = parsePolicy(JSON.parse(JSON.stringify(raw)));
      for (const [name, value] of Object.entries(policy))
        expect(value).toEqual(meant.policy[name as 'rules']);
      expect(problems.filter((field) => !meant.problems.includes(field))).toEqual([]);
    }),
    { seed: 7, numRuns: 300 },
  );
});

describe('a policy as a browser gets it', () => {
  test('has its fields in the order of the table and names them; what sets nothing is left out', () => {
    expect(managedPolicy(SAMPLE)).toEqual(MANAGED);
    expect(Object.keys(managedPolicy({ locked: ['email'], rules: { email: 'off' } }))).toEqual([
      ...['rules', 'locked', 'fields'],
    ]);
  });

  test('keeps what is not known or does not fit, so that nothing is lost between two files', () => {
    const odd = { future: { a: [1] }, allowPause: 'no', rules: { email: { when: 1 } } };
    expect(managedPolicy(odd)).toEqual({ ...odd, fields: ['rules', 'allowPause', 'future'] });
  });

  test('an explicit default stays: it holds the teacher to it', () => {
    const policy = { rules: { email: 'review' }, allowPause: true, retentionDays: 0 };
    expect(managedPolicy(policy)).toMatchObject(policy);
  });

  test('holds no character that a format cannot hold, and nothing that is null', () => {
    const raw = {
      allowTerms: ['a\u0000b\u001fc\ud800d\ufffe', null, '\t😀\r\n'],
      rules: { email: null, phone: 'off' },
    };
    expect(managedPolicy(raw)).toMatchObject({ allowTerms: ['abcd', '\t😀\r\n'], rules: { phone: 'off' } });
    expect(managedPolicy(raw).rules).not.toHaveProperty('email');
  });

  test.each(['x', null, [1], 7])('%j is no policy', (raw) => {
    expect(managedPolicy(raw)).toEqual({});
  });
});

test.each(FORMAT_IDS)('%s is the same file each time', (format) => {
  const file = writeFile(format, SAMPLE, TARGETS);
  expect(writeFile(format, structuredClone(SAMPLE), TARGETS)).toEqual(file);
  expect(file.text).toMatch(/\n$/);
});

test.each(['registry', 'detect', 'remediate'] as const)(
  '%s is ASCII: no code page can change it',
  (format) => {
    expect(writeFile(format, SAMPLE, TARGETS).text).toMatch(/^[\r\n -~]+$/);
  },
);
