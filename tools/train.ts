/**
 * npm run train: trains the taggers of names and of details, and writes their weights into `lib/detect`.
 *
 *   node tools/train.ts [--dry-run]
 *
 * Reads only this repository: the name lists (packed, and `train/names.txt`), the lists of `lib/detect/names/known.ts`, and
 * the training texts of the corpus; the dev split calibrates the scores. All threads draw their chances from fixed seeds, so
 * that a second run on the same Node writes the same bytes.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { JUDGE_AT } from '../lib/detect/details/tagger.ts';
import type { Weights } from '../lib/detect/names/tagger.ts';
import { asRead, loadCorpus } from './corpus.ts';
import { loadTables } from './load-detector.ts';
import { calibrateDetails } from './train/calibrate.ts';
import { FOLDS, trainFolds, trainNames } from './train/names.ts';
import { readTraining } from './train/read-training.ts';
import { samplesOf } from './train/samples.ts';

const { values: options } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
const { gazetteer, samples, variations } = readTraining();
const dev = loadCorpus('dev').map(asRead);

/** What a worker posts, once it does. */
async function posted<Result>(worker: Worker): Promise<Result> {
  const [result] = await once(worker, 'message');
  return result;
}

// Half of the folds in each of two threads.
const half = FOLDS / 2;
const numbers = Array.from({ length: FOLDS }, (_, fold) => fold);
const later = posted<Weights[]>(
  new Worker(new URL('train/folds-worker.ts', import.meta.url), { workerData: numbers.slice(half) }),
);
const first = trainFolds(numbers.slice(0, half), samples, gazetteer, variations);
const folds = [...first, ...(await later)];
const detailsPosted = posted<Uint8Array>(
  new Worker(new URL('train/details-worker.ts', import.meta.url), { workerData: folds }),
);
const tagger = trainNames(samples, samplesOf(dev), gazetteer, variations, folds);
const details = await detailsPosted;
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
