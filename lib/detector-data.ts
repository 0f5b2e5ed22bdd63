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
  // 0.2 ms for 300 KB where the browser has it, since 2025; 20 ms otherwise.
  const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  return native
    ? native.call(Uint8Array, base64)
    : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
