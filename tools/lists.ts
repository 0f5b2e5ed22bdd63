/** Reads the hand-made lists of `lib/detect/names`. */
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../lib/detect/names/', import.meta.url);

/** The lines of a list without its comments. @param file its name, such as `casts.txt` */
export function linesOfList(file: string): string[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#'));
}

/** The words of a list, which spaces part. */
export function wordsOfList(file: string): string[] {
  return linesOfList(file).flatMap((line) => line.split(' ').filter(Boolean));
}
