/** Trains some of the folds beside the others. Posts their weights, in the order of the numbers that it was given. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainFold } from './names.ts';
import { readTraining } from './read-training.ts';

const { samples, gazetteer, variations } = readTraining();
parentPort?.postMessage(
  (workerData as number[]).map((fold) => trainFold(fold, samples, gazetteer, variations)),
);
