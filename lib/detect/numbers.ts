/** A list of whole numbers in the making, of which nobody knows how long it will be. */
export class Numbers {
  #values = new Int32Array(1 << 12);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** A copy of what was added. */
  taken(): Int32Array {
    return this.#values.slice(0, this.length);
  }
}
