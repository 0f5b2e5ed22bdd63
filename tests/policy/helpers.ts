import type { CategoryId } from '../../lib/detect/category.ts';
import type { Finding, Role } from '../../lib/detect/finding.ts';

/** A finding over the first place of a word in a text. */
export function at(
  text: string,
  word: string,
  category: CategoryId,
  more: { role?: Role; entity?: number; score?: number; codes?: string[] } = {},
): Finding {
  const start = text.indexOf(word);
  if (start < 0) throw new Error('the word is not in the text');
  const finding: Finding = {
    span: { start, end: start + word.length },
    category,
    score: more.score ?? 0.9,
    recognizer: 'test',
    entity: more.entity ?? start,
    because: (more.codes ?? ['shape']).map((code) => ({ code, args: [] })),
  };
  if (category === 'person-name') finding.role = more.role ?? 'student';
  else if (more.role) finding.role = more.role;
  return finding;
}

/** Mulberry32: a small generator with a seed, so that a failing case can be run again. Out: 0 to 1. */
export function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
