/** More features than any token has. */
const ROOM = 128;

/** Room for the features of the tokens of a document, of which nobody knows how many there will be. */
export class Numbers {
  #values = new Int32Array(1 << 15);

  /** The list, with room for the features of one token from `end` on; what stands before `end` is kept. */
  roomAt(end: number): Int32Array<ArrayBuffer> {
    if (end + ROOM > this.#values.length) {
      const larger = new Int32Array(2 * this.#values.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    return this.#values;
  }
}
