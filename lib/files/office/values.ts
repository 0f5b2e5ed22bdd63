import type { Reading } from './reading.ts';
import { SameWords, type Words } from './words.ts';

/** Values that stand in many places of a file, each read once and written in all of them. */
export class Values {
  readonly #values = new Map<string, SameWords>();

  add(value: string, words: Words): void {
    const known = this.#values.get(value);
    if (known) known.add(words);
    else this.#values.set(value, new SameWords([words]));
  }

  /** Each value as a line, in the order in which they came. */
  readInto(reading: Reading): void {
    for (const [value, words] of this.#values) {
      reading.show(value, words);
      reading.say('\n');
    }
  }
}
