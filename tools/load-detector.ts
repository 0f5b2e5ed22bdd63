import { DETAILS } from '../lib/detect/details/tagger.data.ts';
import { createDetector, type Detector } from '../lib/detect/detect.ts';
import { TABLES } from '../lib/detect/names/gazetteer.data.ts';
import type { NameTables } from '../lib/detect/names/gazetteer.ts';
import { MODEL } from '../lib/detect/names/tagger.data.ts';

/** The detector as the product has it, for the command line and for tests. `withhold` as in `DetectorData`. */
export function loadDetector({ withhold }: { withhold?: ReadonlySet<string> } = {}): Detector {
  return createDetector({
    names: loadTables(),
    tagger: Buffer.from(MODEL.tagger, 'base64'),
    details: Buffer.from(DETAILS.tagger, 'base64'),
    withhold,
  });
}

/** The name tables as the product has them. */
export function loadTables(): NameTables {
  return {
    names: Buffer.from(TABLES.names, 'base64'),
    plainWords: Buffer.from(TABLES.plainWords, 'base64'),
    publicNames: Buffer.from(TABLES.publicNames, 'base64'),
    publicWords: Buffer.from(TABLES.publicWords, 'base64'),
    publicSurnames: Buffer.from(TABLES.publicSurnames, 'base64'),
    casts: Buffer.from(TABLES.casts, 'base64'),
  };
}
