import { createRequire } from 'node:module';
import { createDetector, type Detector } from '../lib/detect/detect.ts';
import { TABLES } from '../lib/detect/names/gazetteer.data.ts';
import { type Nlp, peopleFinder } from '../lib/detect/people.ts';

/** The detector as the product has it, for the command line and for tests. compromise is loaded at first need. */
export function loadDetector(): Detector {
  return createDetector({
    names: Buffer.from(TABLES.names, 'base64'),
    people: () => peopleFinder(createRequire(import.meta.url)('compromise/three') as Nlp),
  });
}
