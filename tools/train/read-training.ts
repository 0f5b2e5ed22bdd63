/** What the tagger of names is trained on. */
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { asRead, loadCorpus } from '../corpus.ts';
import { loadTables } from '../load-detector.ts';
import { samplesOf, Variations } from './samples.ts';

/** The texts of the train split, the lists, and what makes other texts of them. */
export function readTraining() {
  const gazetteer = createGazetteer(loadTables());
  const samples = samplesOf(loadCorpus('train').map(asRead));
  return { gazetteer, samples, variations: new Variations(samples, gazetteer) };
}
