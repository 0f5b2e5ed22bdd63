/**
 * Packs the name lists that the detector ships: `node tools/pack-names.ts --data DIR`, where DIR holds
 * `given-names.tsv` and `surnames.tsv`. Writes `lib/detect/names/gazetteer.data.ts`. The byte format is
 * described in `lib/detect/names/gazetteer.ts`; sources and licences in `lib/detect/names/SOURCES.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FLAG, nameKey } from '../lib/detect/names/gazetteer.ts';

/** Children born since 2005 come first, then the names of the adults around them. */
const GIVEN_OF_PUPILS = 6000;
const GIVEN_IN_ALL = 8000;
const SURNAMES = 10_000;
/** Entries that the statistics offices use for a name that was not recorded. */
const NOT_NAMES = new Set(['unknown', 'baby', 'infant', 'notnamed']);

const namesFolder = join(import.meta.dirname, '..', 'lib', 'detect', 'names');

function rowsOf(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

function collect(dataFolder: string): Map<string, number> {
  const flags = new Map<string, number>();
  const mark = (name: string, flag: number): void => {
    const key = nameKey(name);
    if (!NOT_NAMES.has(key)) flags.set(key, (flags.get(key) ?? 0) | flag);
  };
  const given = rowsOf(join(dataFolder, 'given-names.tsv'));
  const byCount = (column: number) =>
    [...given].sort((a, b) => Number(b[column]) - Number(a[column])).map((row) => row[0]!);
  const chosen = new Set(byCount(2).slice(0, GIVEN_OF_PUPILS));
  for (const name of byCount(1)) if (chosen.size < GIVEN_IN_ALL) chosen.add(name);
  for (const name of chosen) mark(name, FLAG.given);
  for (const row of rowsOf(join(dataFolder, 'surnames.tsv')).slice(0, SURNAMES)) mark(row[1]!, FLAG.surname);
  for (const line of readFileSync(join(namesFolder, 'words.txt'), 'utf8').split('\n')) {
    if (!line.startsWith('#')) for (const word of line.split(' ')) if (word) mark(word, FLAG.word);
  }
  return flags;
}

function pack(flags: Map<string, number>): Uint8Array {
  const bytes: number[] = [];
  let before = '';
  for (const key of [...flags.keys()].sort()) {
    let shared = 0;
    while (shared < 31 && shared < before.length && before[shared] === key[shared]) shared++;
    // A key that is all prefix would have no last byte to carry the end mark.
    if (shared === key.length) shared--;
    bytes.push((flags.get(key)! << 5) | shared);
    for (let i = shared; i < key.length; i++) {
      bytes.push(key.charCodeAt(i) | (i === key.length - 1 ? 0x80 : 0));
    }
    before = key;
  }
  return Uint8Array.from(bytes);
}

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  process.stderr.write('usage: node tools/pack-names.ts --data DIR\n');
  process.exit(2);
}
const flags = collect(values.data);
const packed = pack(flags);
writeFileSync(
  join(namesFolder, 'gazetteer.data.ts'),
  `// Written by tools/pack-names.ts; see SOURCES.md. An object, because bundlers copy a constant string to every use.\nexport const TABLES = {\n  names: '${Buffer.from(packed).toString('base64')}',\n};\n`,
);
process.stdout.write(`${flags.size} entries, ${packed.length} bytes\n`);
