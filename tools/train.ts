/**
 * npm run train: trains the taggers of names and of details, and writes their weights into `lib/detect`.
 *
 *   node tools/train.ts [--dry-run]
 *
 * Reads only this repository: the name lists (packed, and `train/names.txt`), the lists of `lib/detect/names/known.ts`, and the train split of
 * the corpus; the dev split calibrates the scores. Every number comes from one seed, so that a second run on the same
 * Node writes the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGazetteer } from '../lib/detect/names/gazetteer.ts';
import { asRead, loadCorpus } from './corpus.ts';
import { loadTables } from './load-detector.ts';
import { trainDetails } from './train/details.ts';
import { trainNames } from './train/names.ts';
import { samplesOf, Variations } from './train/samples.ts';

const NAME_EPOCHS = 14;

const { values: options } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
const gazetteer = createGazetteer(loadTables());
const train = loadCorpus('train').map(asRead);
const dev = loadCorpus('dev').map(asRead);
const samples = samplesOf(train);

const names = trainNames(samples, samplesOf(dev), gazetteer, new Variations(samples, gazetteer), NAME_EPOCHS);
write('names/tagger.data.ts', 'MODEL', 'tagger', names.model);
const details = trainDetails(train, gazetteer, names);
write('details/tagger.data.ts', 'DETAILS', 'tagger', details);

function write(file: string, constant: string, key: string, model: Uint8Array): void {
  process.stdout.write(`${file}: ${model.length} bytes\n`);
  if (options['dry-run']) return;
  const packed = Buffer.from(model).toString('base64');
  writeFileSync(
    new URL(`../lib/detect/${file}`, import.meta.url),
    `// Written by npm run train. An object, because bundlers copy a constant string to every use.\nexport const ${constant} = {\n  ${key}: '${packed}',\n};\n`,
  );
}
