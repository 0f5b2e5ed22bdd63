/**
 * Groups of words that stand beside the same words in the training texts ("evicted", "repossessed"), so that what is
 * learned of one is known of the others. Vectors by skip-grams with negative samples (Mikolov et al. 2013), then k-means.
 */
import { GROUPS, hashOf } from '../../lib/learn/bias-features.ts';
import { GROUP_BITS } from '../../lib/learn/bias-weigher.ts';
import { random, reseed } from './random.ts';

/** Rarer words are in no group. */
const LEAST = 5;
const SIZE = 48;
const EPOCHS = 6;
const WINDOW = 4;
const NEGATIVES = 5;
const RATE = 0.04;
/** Words that are more common than this are left out now and then. */
const COMMON = 3e-4;
/** Places of the table that negative samples are drawn from. */
const DRAWS = 1 << 20;
const ROUNDS = 12;
const SPLIT = 3;

/** The group of each word by the lower bits of its hash. @param texts as words */
export function groupsOf(texts: string[][]): Map<number, number> {
  reseed();
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const numberOf = new Map(vocabulary.map(([word], i) => [word, i]));
  const documents = texts.map((text) => text.flatMap((word) => numberOf.get(word) ?? []));
  const vectors = vectorsOf(
    documents,
    vocabulary.map(([, count]) => count),
  );
  const all = Int32Array.from(vocabulary, (_, i) => i);
  const large = clustersOf(vectors, all, GROUPS / SPLIT);
  const groups = new Map<number, number>();
  for (let cluster = 0; cluster < GROUPS / SPLIT; cluster++) {
    const own = all.filter((i) => large[i] === cluster);
    const small = clustersOf(vectors, own, SPLIT);
    own.forEach((word, i) => {
      const hash = hashOf(vocabulary[word]![0]) & ((1 << GROUP_BITS) - 1);
      // The more common word keeps its place.
      if (!groups.has(hash)) groups.set(hash, cluster * SPLIT + small[i]!);
    });
  }
  return groups;
}

/** A vector of length 1 for each word. */
function vectorsOf(documents: number[][], counts: number[]): Float32Array {
  const total = counts.reduce((a, b) => a + b, 0);
  const vectors = Float32Array.from({ length: counts.length * SIZE }, () => (random() - 0.5) / SIZE);
  const contexts = new Float32Array(vectors.length);
  const draws = drawsOf(counts);
  const kept = counts.map((count) => Math.sqrt((COMMON * total) / count) + (COMMON * total) / count);
  const change = new Float32Array(SIZE);
  let seen = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const document of documents) {
      seen += document.length;
      const rate = Math.max(RATE / 80, RATE * (1 - seen / (EPOCHS * total)));
      const words = document.filter((word) => random() < kept[word]!);
      for (let i = 0; i < words.length; i++) {
        const reach = 1 + Math.floor(random() * WINDOW);
        const own = words[i]! * SIZE;
        for (let j = Math.max(0, i - reach); j <= Math.min(words.length - 1, i + reach); j++) {
          if (j === i) continue;
          change.fill(0);
          for (let n = 0; n <= NEGATIVES; n++) {
            const other = n === 0 ? words[j]! : draws[Math.floor(random() * DRAWS)]!;
            if (n > 0 && other === words[j]) continue;
            const at = other * SIZE;
            let dot = 0;
            for (let k = 0; k < SIZE; k++) dot += vectors[own + k]! * contexts[at + k]!;
            const step = rate * ((n === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
            for (let k = 0; k < SIZE; k++) {
              change[k]! += step * contexts[at + k]!;
              contexts[at + k]! += step * vectors[own + k]!;
            }
          }
          for (let k = 0; k < SIZE; k++) vectors[own + k]! += change[k]!;
        }
      }
    }
  }
  for (let at = 0; at < vectors.length; at += SIZE) toUnit(vectors, at);
  return vectors;
}

/** Words as often as their counts to the power of 3/4. */
function drawsOf(counts: number[]): Int32Array {
  const parts = counts.map((count) => count ** 0.75);
  const total = parts.reduce((a, b) => a + b, 0);
  const draws = new Int32Array(DRAWS);
  let at = 0;
  let reached = 0;
  parts.forEach((part, word) => {
    reached += part / total;
    while (at < DRAWS && at < reached * DRAWS) draws[at++] = word;
  });
  draws.fill(counts.length - 1, at);
  return draws;
}

function toUnit(vectors: Float32Array, at: number): void {
  let square = 0;
  for (let k = 0; k < SIZE; k++) square += vectors[at + k]! ** 2;
  const length = Math.sqrt(square) || 1;
  for (let k = 0; k < SIZE; k++) vectors[at + k]! /= length;
}

/** The cluster of each of some words, by the angle between vectors. */
function clustersOf(vectors: Float32Array, some: Int32Array, count: number): Int32Array {
  const means = new Float32Array(count * SIZE);
  for (let c = 0; c < count; c++) {
    // Common words are spread over more of the first means.
    const word = some[Math.floor((c / count) ** 1.5 * some.length)];
    if (word !== undefined) means.set(vectors.subarray(word * SIZE, (word + 1) * SIZE), c * SIZE);
  }
  const clusters = new Int32Array(some.length);
  for (let round = 0; round < ROUNDS; round++) {
    some.forEach((word, i) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let dot = 0;
        for (let k = 0; k < SIZE; k++) dot += vectors[word * SIZE + k]! * means[c * SIZE + k]!;
        if (dot > most) {
          most = dot;
          clusters[i] = c;
        }
      }
    });
    means.fill(0);
    some.forEach((word, i) => {
      for (let k = 0; k < SIZE; k++) means[clusters[i]! * SIZE + k]! += vectors[word * SIZE + k]!;
    });
    for (let c = 0; c < count; c++) toUnit(means, c * SIZE);
  }
  return clusters;
}
