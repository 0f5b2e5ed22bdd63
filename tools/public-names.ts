/** Reads the lists of public names in `lib/detect/names/public`. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../lib/detect/names/public/', import.meta.url);

/** The names of the files that are wanted, as they are written; files by name, names in their order. */
export function readPublicNames(isWanted: (file: string) => boolean = () => true): string[] {
  return readdirSync(FOLDER)
    .filter(isWanted)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n'));
}
