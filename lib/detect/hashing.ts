/** How both taggers turn what they see into places of a table of weights: a change here asks for `npm run train`. */

/** Buckets of a tagger's table; a power of two. */
export const BUCKETS = 1 << 18;

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** The bucket of a feature: its template and up to three values. */
export function bucket(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 15)) & (BUCKETS - 1);
}
