/** Files that real programs made are read with all that is known to be in them: fixtures/README.md says how they were made. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';

const at = (name: string) => new URL(`fixtures/real/${encodeURIComponent(name)}`, import.meta.url);
const KNOWN: Record<string, string[]> = JSON.parse(readFileSync(at('known.json'), 'utf8'));

test('there are 40 of them, of all kinds that these programs write', () => {
  const kinds = new Set(Object.keys(KNOWN).map((name) => name.slice(name.lastIndexOf('.') + 1)));
  expect(Object.keys(KNOWN)).toHaveLength(40);
  expect([...kinds].sort()).toEqual('csv docx eml html json ods odt pdf pptx rtf tsv txt xlsx'.split(' '));
});

describe.each(Object.entries(KNOWN))('%s', (name, known) => {
  test(`holds ${known.length} names and numbers`, async () => {
    const { text, kind } = await openFile(new Uint8Array(readFileSync(at(name))), name);
    expect(name.endsWith(`.${kind}`)).toBe(true);
    expect(known.length).toBeGreaterThan(1);
    expect(known.filter((word) => !text.includes(word))).toEqual([]);
  });
});
