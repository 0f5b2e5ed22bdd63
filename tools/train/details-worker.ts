/** Trains the tagger of details beside that of names: it needs the folds of the latter alone. Posts the model's bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { asRead, loadCorpus } from '../corpus.ts';
import { loadTables } from '../load-detector.ts';
import { trainDetails } from './details.ts';

const texts = [...loadCorpus('train'), ...loadCorpus('statements')].map(asRead);
parentPort?.postMessage(trainDetails(texts, createGazetteer(loadTables()), workerData));
