/** Trains some of the folds beside the others. Posts their weights, in the order of the numbers that it was given. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainFolds } from './names.ts';
import { readTraining } from './read-training.ts';

const { samples, gazetteer, variations } = readTraining();
parentPort?.postMessage(trainFolds(workerData, samples, gazetteer, variations));
