/** Zip files whose bytes depend on nothing but what is in them. */
import { unzipSync, zipSync } from 'fflate';

/** Files by their paths, with `/`. */
export type Files = Record<string, Uint8Array>;

/**
 * A zip of some files: sorted by path, all of the same date, without owners or rights. fflate packs in JavaScript, so that
 * no version of a zlib shows.
 */
export function zipOf(files: Files): Uint8Array {
  // By code units and not by locale.
  const paths = Object.keys(files).sort();
  return zipSync(Object.fromEntries(paths.map((path) => [path, files[path]!])), {
    level: 9,
    // The earliest day that a zip can hold. fflate reads it in local time, so it is the same bytes in every zone.
    mtime: new Date(1980, 0, 1),
    os: 0,
    attrs: 0,
  });
}

/** The files of a zip, without its folders. */
export function filesOf(zip: Uint8Array): Files {
  return Object.fromEntries(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
}
