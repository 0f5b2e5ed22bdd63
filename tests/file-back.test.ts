/** Files that come back from a chat with labels, of all kinds, get their names back with their layout. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backPlan, withNamesBack } from '../lib/file-back.ts';
import type { Swap } from '../lib/files/file.ts';
import { openFile } from '../lib/files/open.ts';
import type { Alias } from '../lib/redact/alias.ts';
import { docx, entryOf, paragraph } from './files/packages.ts';

const at = (name: string) => new URL(`files/fixtures/real/${encodeURIComponent(name)}`, import.meta.url);
const KNOWN: Record<string, string[]> = JSON.parse(readFileSync(at('known.json'), 'utf8'));
const person = (surrogate: string, original: string): Alias => ({
  ...{ surrogate, original, category: 'person-name', entity: 0 },
});
const ALIASES = [person('[Student 1]', 'Zoë Kim'), person('[Student 2]', 'Maya Lopez')];
const named = (base: string) => `${base} with names`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Every place of some words in a text, the longest words first, none over another. */
function placesOf(text: string, words: string[]): { start: number; end: number; word: string }[] {
  const pattern = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
  const all = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'));
  return Array.from(all, ({ 0: word, index }) => ({ start: index, end: index + word.length, word }));
}

describe.each(Object.entries(KNOWN).filter(([name]) => !name.endsWith('.pdf')))('%s', (name, known) => {
  test('comes back as it went', async () => {
    const source = await openFile(new Uint8Array(readFileSync(at(name))), name);
    const labels = new Map(known.map((word, i) => [word, `[Student ${i + 1}]`]));
    const there = placesOf(source.text, known);
    const swaps: Swap[] = there.map(({ start, end, word }) => ({
      ...{ span: { start, end }, surrogate: labels.get(word)! },
    }));
    const sent = await source.rewrite(swaps);
    const came = await openFile(sent.bytes, sent.name);
    expect(placesOf(came.text, known)).toEqual([]);

    const plan = backPlan(
      came,
      Array.from(labels, ([word, label]) => person(label, word)),
    );
    const back = await withNamesBack(came, plan, named);
    const again = await openFile(back.bytes, name);
    expect(placesOf(again.text, known).map(({ word }) => word)).toEqual(there.map(({ word }) => word));
    expect([plan.restored, plan.unknown, back.lost]).toEqual([there.length, [], []]);
  });
});

test('of a Word file every run keeps its looks', async () => {
  const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>[Stu</w:t></w:r><w:r><w:t>dent 1]</w:t></w:r>';
  const body = `<w:p>${bold}<w:r><w:rPr><w:i/></w:rPr><w:t> read</w:t></w:r></w:p>${paragraph('[Student 7] sat.')}`;
  const file = await openFile(docx(body), 'Note [Student 2].docx');
  const plan = backPlan(file, ALIASES);
  const { bytes, name } = await withNamesBack(file, plan, named);
  expect(entryOf(bytes, 'word/document.xml')).toContain(
    '<w:r><w:rPr><w:b/></w:rPr><w:t>Zoë Kim</w:t></w:r><w:r><w:t></w:t></w:r><w:r><w:rPr><w:i/></w:rPr>',
  );
  expect(entryOf(bytes, 'word/document.xml')).toContain('[Student 7] sat.');
  expect([name, plan.restored, plan.unknown]).toEqual([
    'Note Maya Lopez with names.docx',
    2,
    ['[Student 7]'],
  ]);
});

test.each<[string, string, string]>([
  [
    'a.md',
    '# [Student 1]\n\n- **[Student 2]**: Student 1 of 30',
    '# Zoë Kim\n\n- **Maya Lopez**: Student 1 of 30',
  ],
  ['a.csv', 'name,mark\n[Student 2],9\n"x, [Student 1]",8\n', 'name,mark\nMaya Lopez,9\n"x, Zoë Kim",8\n'],
  ['a.html', '<p><b>[Student 1]</b> &amp; [Student 2]</p>', '<p><b>Zoë Kim</b> &amp; Maya Lopez</p>'],
  ['a.json', '{"[Student 1]": ["[Student 2]"]}', '{"Zoë Kim": ["Maya Lopez"]}'],
])('%s', async (name, text, expected) => {
  const file = await openFile(bytesOf(text), name);
  const { bytes } = await withNamesBack(file, backPlan(file, ALIASES), named);
  expect(new TextDecoder().decode(bytes)).toBe(expected);
});

test('no label runs from the name of a file into its words', async () => {
  const file = await openFile(bytesOf('1] and more'), '[Student.txt');
  expect(backPlan(file, ALIASES)).toEqual({ swaps: [], restored: 0, unknown: [] });
});
