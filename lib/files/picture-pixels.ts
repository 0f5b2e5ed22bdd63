/** Pixels as an engine that reads dark words on a light ground needs them. */

/** A tile is about as wide as a few letters; what is most of it and of those around it is the ground. */
const TILE = 16;
/** Shades that are looked at as one. */
const SHADES = 16;

/**
 * Evens out the ground: each pixel is as dark as it differs from what is around it. So light words on dark, and bubbles of
 * several colours in one screenshot, are read as well as ink on paper. The engine by itself cuts a whole picture at one shade.
 * @param gray a byte each, 0 black, by rows
 * @returns a new picture of the same size: words dark, ground white
 */
export function evenedOut(gray: Uint8Array, width: number, height: number): Uint8Array {
  const across = Math.ceil(width / TILE);
  const down = Math.ceil(height / TILE);
  const counts = new Uint16Array(across * down * SHADES);
  const sums = new Uint32Array(across * down * SHADES);
  eachRun(width, height, (tile, from, to) => {
    for (let i = from; i < to; i++) {
      const shade = tile * SHADES + (gray[i]! >> 4);
      counts[shade]!++;
      sums[shade]! += gray[i]!;
    }
  });
  const grounds = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) grounds[y * across + x] = groundOf(x, y);
  }
  const out = new Uint8Array(gray.length);
  eachRun(width, height, (tile, from, to) => {
    const ground = grounds[tile]!;
    const most = Math.max(ground, 255 - ground);
    for (let i = from; i < to; i++) out[i] = 255 - (Math.abs(gray[i]! - ground) * 255) / most;
  });
  return out;

  function groundOf(x: number, y: number): number {
    const near: number[] = [];
    for (let j = Math.max(0, y - 1); j <= Math.min(down - 1, y + 1); j++) {
      for (let i = Math.max(0, x - 1); i <= Math.min(across - 1, x + 1); i++) near.push(j * across + i);
    }
    // The tile itself counts twice.
    near.push(y * across + x);
    let [best, most] = [0, 0];
    for (let shade = 0; shade < SHADES; shade++) {
      let count = 0;
      let sum = 0;
      for (const tile of near) {
        count += counts[tile * SHADES + shade]!;
        sum += sums[tile * SHADES + shade]!;
      }
      if (count > most) [best, most] = [sum / count, count];
    }
    return best;
  }
}

/** Goes through the pixels by stretches that are of one row and one tile. */
function eachRun(width: number, height: number, run: (tile: number, from: number, to: number) => void): void {
  const across = Math.ceil(width / TILE);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * across;
    for (let x = 0; x < width; x += TILE) {
      run(row + x / TILE, y * width + x, y * width + Math.min(x + TILE, width));
    }
  }
}
