import { createDetector, type Detector } from '../lib/detect/detect.ts';
import { TABLES } from '../lib/detect/names/gazetteer.data.ts';
import { MODEL } from '../lib/detect/names/tagger.data.ts';

/** The detector as the product has it, for the command line and for tests. `withhold` as in `DetectorData`. */
export function loadDetector({ withhold }: { withhold?: ReadonlySet<string> } = {}): Detector {
  return createDetector({
    names: Buffer.from(TABLES.names, 'base64'),
    tagger: Buffer.from(MODEL.tagger, 'base64'),
    withhold,
  });
}
