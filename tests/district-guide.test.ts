/** What is written for districts and stores holds what the code holds. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { LOCKABLE, POLICY_FIELDS } from '../lib/policy/fields.ts';
import { parsePolicy } from '../lib/policy/parse.ts';

// wxt.config.ts is read for its values; WXT itself, with its bundler, would take seconds to load.
vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');
/** The rows of all tables, as cells. */
const rows = (page: string) =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim()));
const codeOf = (cell = '') => /^`([^`]+)`$/.exec(cell)?.[1];

describe('the district guide', () => {
  const guide = read('docs/district-guide.md');
  const section = guide.slice(guide.indexOf('## What each field does'));
  const fields = rows(section.slice(0, section.indexOf('\n## ', 1)))
    .map(([name, example]) => [codeOf(name), codeOf(example)] as const)
    .filter(([name]) => name !== undefined);

  test('explains every field, once', () => {
    expect(fields.map(([name]) => name).sort()).toEqual([...POLICY_FIELDS].sort());
  });

  test.each(fields.filter(([name]) => name !== 'packs' && name !== 'fields'))(
    'the example of %s is understood',
    (name, example) => {
      expect(parsePolicy({ [name!]: JSON.parse(example!) })).toMatchObject({ problems: [] });
    },
  );

  test('the first policy is understood, and names every field that it sets', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    const policy = JSON.parse(json);
    expect(parsePolicy(policy).problems).toEqual([]);
    expect([...policy.fields, 'fields']).toEqual(Object.keys(policy));
    expect(policy.locked.filter((one: string) => !LOCKABLE.includes(one))).toEqual([]);
  });
});

describe('the store pack', () => {
  const manifest = async () => {
    const config = (await import('../wxt.config.ts')).default as unknown as {
      manifest(env: object): { permissions: string[]; description: string };
    };
    return config.manifest({ browser: 'chrome', command: 'build' });
  };

  test('has the reason of each permission, in the words of docs/permissions.md', async () => {
    const reasons = (file: string) =>
      Object.fromEntries(rows(read(file)).map(([first, reason]) => [codeOf(first), reason]));
    const [full, store] = [reasons('docs/permissions.md'), reasons('docs/store/data-use.md')];
    // The page speaks to a teacher, a form of a store speaks of one.
    const plain = (text = '') => text.replace(/[`"]/g, '').replace(/\b(?:you turn|the user turns)\b/, 'turn');
    const heard = (text = '') => text.replace('you opened it on', 'it was opened on');
    for (const one of (await manifest()).permissions)
      expect(plain(store[one]), one).toBe(heard(plain(full[one])));
  });

  test('the summary is the one of the manifest, and short enough for a store', async () => {
    const { description } = await manifest();
    const listing = read('docs/store/listing.md');
    expect(listing).toContain(`**Summary**: ${description}\n`);
    const [, resumen = ''] = /\*\*Resumen\*\*: (.+)\n/.exec(listing) ?? [];
    expect([description, resumen].filter((text) => text.length === 0 || text.length > 132)).toEqual([]);
  });
});
