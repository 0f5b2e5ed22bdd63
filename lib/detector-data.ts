/** The detector with the data that the extension ships: for content scripts and our own pages. */
import { createDetector, type Detector } from './detect/detect.ts';
import { TABLES } from './detect/names/gazetteer.data.ts';
import { peopleFinder } from './detect/people.ts';

// The bundler turns this into a module that is evaluated on first call: evaluating compromise at load costs the
// page a task of 190 ms (docs/design.md, "Loading").
declare const require: (id: 'compromise/three') => Parameters<typeof peopleFinder>[0] & {
  default?: Parameters<typeof peopleFinder>[0];
};

export function makeDetector(): Detector {
  return createDetector({
    names: decoded(TABLES.names),
    people: () => {
      const module = require('compromise/three');
      return peopleFinder(module.default ?? module);
    },
  });
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
