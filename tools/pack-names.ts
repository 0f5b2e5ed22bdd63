/**
 * Packs the name lists that the detector ships: `node tools/pack-names.ts --data DIR`, where DIR holds
 * `given-names.tsv` and `surnames.tsv`. Writes `lib/detect/names/gazetteer.data.ts`, whose format is described in
 * `lib/detect/names/gazetteer.ts`, and `tools/train/names.txt`, the names that training puts into texts. Sources and
 * licences are in `lib/detect/names/SOURCES.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packCasts } from '../lib/detect/names/casts.ts';
import { placeOf } from '../lib/detect/names/filter.ts';
import { nameKey, packEntry, withPrint } from '../lib/detect/names/gazetteer.ts';
import { loadCorpus } from './corpus.ts';
import { linesOfList, wordsOfList } from './lists.ts';
import { readPublicNames } from './public-names.ts';

/** Children born since 2005 come first, then the names of the adults around them. */
const GIVEN_OF_PUPILS = 6000;
/** Names from the most frequent down, in tiers 3 (common), 2 and 1. */
const GIVEN = [8000, 25_000, 50_000];
const SURNAMES = [10_000, 20_000, 30_000];
/** Names that so many bear that both together are nobody's. */
const SHARED_GIVEN = 800;
const SHARED_SURNAMES = 300;
/** Entries that the statistics offices use for a name that was not recorded. */
const NOT_NAMES = new Set(['unknown', 'baby', 'infant', 'notnamed']);
/** A word that stands so often in lower case in the train split, and not as a name, is a plain one. */
const PLAIN_TIMES = 2;

/** As the document's tokens are cut. */
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼʻ\u2010\u2011-][\p{L}\p{M}\p{N}]+)*|\p{N}+/gu;

const root = join(import.meta.dirname, '..');
const namesFolder = join(root, 'lib', 'detect', 'names');

interface Entry {
  given: number;
  surname: number;
  isWord: boolean;
  isPlain: boolean;
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

function collect(dataFolder: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const entryOf = (name: string): Entry => {
    const key = nameKey(name);
    const entry = entries.get(key) ?? { given: 0, surname: 0, isWord: false, isPlain: false };
    if (key && !NOT_NAMES.has(key)) entries.set(key, entry);
    return entry;
  };
  const mark = (names: Iterable<string>, kind: 'given' | 'surname', tiers: number[]) => {
    let rank = 0;
    for (const name of names) {
      const tier = 3 - tiers.findIndex((most) => rank < most);
      if (tier > 3) break;
      rank++;
      const entry = entryOf(name);
      entry[kind] = Math.max(entry[kind], tier);
    }
  };
  const given = rowsOf(join(dataFolder, 'given-names.tsv'));
  const byCount = (column: number) =>
    [...given].sort((a, b) => Number(b[column]) - Number(a[column])).map((row) => row[0]!);
  mark(new Set([...byCount(2).slice(0, GIVEN_OF_PUPILS), ...byCount(1)]), 'given', GIVEN);
  mark(
    rowsOf(join(dataFolder, 'surnames.tsv')).map((row) => row[1]!),
    'surname',
    SURNAMES,
  );
  for (const word of wordsOfList('words.txt')) entryOf(word).isWord = true;
  for (const word of plainWords()) entryOf(word).isPlain = true;
  for (const word of wordsOfList('ordinary.txt')) {
    const { given: tier, surname } = entryOf(word);
    // "Reed" and "Dale" are in every dictionary too.
    if (tier < 2 && surname < 3) entryOf(word).isPlain = true;
  }
  return entries;
}

/** Words that the train split writes in lower case, outside names. */
function plainWords(): string[] {
  const times = new Map<string, number>();
  for (const { text, labels } of loadCorpus('train')) {
    const names = labels.filter(({ entity, label }) => entity > 0 || label === 'public');
    // A text without capitals says nothing of what is a name.
    if (!/[A-Z][a-z]/.test(text)) continue;
    for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{N}@./_-])\p{Ll}{2,}(?![\p{L}\p{N}@_])/gu)) {
      if (names.some(({ start, end }) => start <= index && index < end)) continue;
      times.set(nameKey(word), (times.get(nameKey(word)) ?? 0) + 1);
    }
  }
  return [...times].filter(([, count]) => count >= PLAIN_TIMES).map(([word]) => word);
}

/** A filter: keys are taken off the slots that are theirs alone, then filled in the other order. */
function fill(keys: string[], slotValue: (key: string, print: number) => number): Uint16Array {
  for (let third = Math.ceil((1.23 * keys.length + 32) / 3); ; third++) {
    const places = keys.map((key) => placeOf(key, third));
    const count = new Uint32Array(3 * third);
    const mixed = new Uint32Array(3 * third);
    places.forEach(({ slots }, i) => {
      for (const slot of slots) {
        count[slot]!++;
        mixed[slot]! ^= i;
      }
    });
    const queue = [...count.keys()].filter((slot) => count[slot] === 1);
    const order: { key: number; slot: number }[] = [];
    for (let slot = queue.pop(); slot !== undefined; slot = queue.pop()) {
      if (count[slot] !== 1) continue;
      const key = mixed[slot]!;
      order.push({ key, slot });
      for (const other of places[key]!.slots) {
        count[other]!--;
        mixed[other]! ^= key;
        if (count[other] === 1) queue.push(other);
      }
    }
    // A table of another size has other places.
    if (order.length < keys.length) continue;
    const table = new Uint16Array(3 * third);
    for (const { key, slot } of order.reverse()) {
      const { slots, print } = places[key]!;
      const value = slotValue(keys[key]!, print) & 0xffff;
      table[slot] = slots.reduce((mix, other) => (other === slot ? mix : mix ^ table[other]!), value);
    }
    return table;
  }
}

/** Slots of 16 bits, low byte first. */
function pack(keys: string[], slotValue: (key: string, print: number) => number): Uint8Array {
  return Uint8Array.from([...fill(keys, slotValue)].flatMap((value) => [value & 255, value >> 8]));
}

/** Slots of 8 bits: see `holdsRoughly`. */
function packRoughly(keys: Iterable<string>): Uint8Array {
  return Uint8Array.from(fill([...new Set(keys)].sort(), (_, print) => print & 255));
}

function packSet(keys: Iterable<string>): Uint8Array {
  return pack([...new Set(keys)].sort(), (_, print) => print);
}

/** The names of some files of `public/`, as keys. */
function publicNames(isWanted: (file: string) => boolean): string[] {
  return readPublicNames(isWanted)
    .map((name) => (name.match(WORD) ?? []).map(nameKey).filter(Boolean).join(' '))
    .filter(Boolean);
}

/** Whether many people bear the name: "David Johnson" is more often a pupil than the athlete. */
function isEverybodys(name: string, given: ReadonlySet<string>, surnames: ReadonlySet<string>): boolean {
  const [first = '', last = '', ...more] = name.split(' ');
  return more.length === 0 && given.has(first) && surnames.has(last);
}

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  process.stderr.write('usage: node tools/pack-names.ts --data DIR\n');
  process.exit(2);
}
const entries = collect(values.data);
const given = rowsOf(join(values.data, 'given-names.tsv')).slice(0, SHARED_GIVEN);
const surnames = rowsOf(join(values.data, 'surnames.tsv')).slice(0, SHARED_SURNAMES);
const shared = [given.map((row) => nameKey(row[0]!)), surnames.map((row) => nameKey(row[1]!))] as const;
const [sharedGiven, sharedSurnames] = [new Set(shared[0]), new Set(shared[1])];
// The first list was weighed name by name; the others are long.
const known = [
  ...publicNames((file) => file.startsWith('first-list')),
  ...publicNames((file) => !file.startsWith('first-list')).filter(
    (name) => !isEverybodys(name, sharedGiven, sharedSurnames),
  ),
];
const full = known.filter((name) => name.includes(' '));
const people = publicNames((file) => file !== 'things.txt').filter((name) => name.includes(' '));
const isOnlyPlain = (key: string): boolean => {
  const { given, surname, isWord, isPlain } = entries.get(key)!;
  return isPlain && given === 0 && surname === 0 && !isWord;
};
const tables = {
  names: pack([...entries.keys()].filter((key) => !isOnlyPlain(key)).sort(), (key, print) => {
    const { given, surname, isWord, isPlain } = entries.get(key)!;
    return withPrint(print, packEntry(given, surname, isWord, isPlain));
  }),
  plainWords: packRoughly([...entries.keys()].filter(isOnlyPlain)),
  publicNames: packSet(full),
  publicWords: packSet(known.filter((name) => !name.includes(' '))),
  publicSurnames: packRoughly(
    people.map((name) => name.slice(name.lastIndexOf(' ') + 1)).filter((word) => word.length > 3),
  ),
  casts: packCasts(linesOfList('casts.txt')),
};
const rows = Object.entries(tables).map(
  ([key, bytes]) => `  ${key}: '${Buffer.from(bytes).toString('base64')}',\n`,
);
writeFileSync(
  join(namesFolder, 'gazetteer.data.ts'),
  `// Written by tools/pack-names.ts; see SOURCES.md. An object, because bundlers copy a constant string to every use.\nexport const TABLES = {\n${rows.join('')}};\n`,
);
const common = (kind: 'given' | 'surname') =>
  [...entries]
    .filter(([key, entry]) => entry[kind] > 1 && !entry.isWord && !entry.isPlain && key.length > 2)
    .map(([key]) => key)
    .sort()
    .join(' ');
writeFileSync(
  join(root, 'tools', 'train', 'names.txt'),
  `# Given names, then surnames. Written by tools/pack-names.ts.\n${common('given')}\n${common('surname')}\n`,
);
for (const [key, bytes] of Object.entries(tables)) process.stdout.write(`${key}: ${bytes.length} bytes\n`);
