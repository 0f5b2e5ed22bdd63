/**
 * npm run train: trains the taggers of names and of details, and writes their weights into `lib/detect`.
 *
 *   node tools/train.ts [--dry-run]
 *
 * Reads only this repository: the name lists (packed, and `train/names.txt`), the lists of `lib/detect/names/known.ts`, and
 * the training texts of the corpus; the dev split calibrates the scores. Both threads draw their chances from one seed, so
 * that a second run on the same Node writes the same bytes.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { JUDGE_AT } from '../lib/detect/details/tagger.ts';
import { createGazetteer } from '../lib/detect/names/gazetteer.ts';
import { asRead, loadCorpus } from './corpus.ts';
import { loadTables } from './load-detector.ts';
import { calibrateDetails } from './train/calibrate.ts';
import { trainFolds, trainNames } from './train/names.ts';
import { samplesOf, Variations } from './train/samples.ts';

const { values: options } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
const gazetteer = createGazetteer(loadTables());
const samples = samplesOf(loadCorpus('train').map(asRead));
const dev = loadCorpus('dev').map(asRead);
const variations = new Variations(samples, gazetteer);

const folds = trainFolds(samples, gazetteer, variations);
const worker = new Worker(new URL('train/details-worker.ts', import.meta.url), { workerData: folds });
const posted: Promise<[Uint8Array]> = once(worker, 'message') as Promise<[Uint8Array]>;
const tagger = trainNames(samples, samplesOf(dev), gazetteer, variations, folds);
const [details] = await posted;
// The judge of details is fitted to names and details as they are found, so it is written into the bytes last.
const judge = calibrateDetails({ names: loadTables(), tagger, details }, dev);
new Float32Array(details.buffer, details.byteOffset + 4 * JUDGE_AT, judge.length).set(judge);
write('names/tagger.data.ts', 'MODEL', 'tagger', tagger);
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
