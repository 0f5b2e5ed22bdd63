/**
 * Turns what speaks for a finding and against it into log-odds that it is right: a network of one hidden layer, fitted by
 * `tools/train/calibrate.ts`. A sum of weights is not enough: the same doubt means more for a bare first name in a
 * text that reads like a drill than for a full name beside five others.
 */

/** Networks that were fitted apart and count alike: together they waver less. */
export const NETWORKS = 3;
/** Units between what goes in and what comes out. */
export const HIDDEN = 12;
/** Evidence counts in spreads from its mean, up to so many: a text of a kind that nobody has seen must not run away. */
const FARTHEST = 3;

/** Numbers of a hidden unit: a weight for each piece of evidence, one for 1, and what it gives. */
export const unitSize = (evidence: number): number => evidence + 2;
/** Numbers of a network: its units, a weight for each piece of evidence past them, one for 1. */
export const networkSize = (evidence: number): number => HIDDEN * unitSize(evidence) + evidence + 1;
/** Numbers of a judge of so many pieces of evidence: mean and 1/spread of each, then the networks. */
export const judgeSize = (evidence: number): number => 2 * evidence + NETWORKS * networkSize(evidence);

/** Evidence in spreads from its mean. @param judge its first numbers are read */
export function scaled(evidence: readonly number[], judge: Float32Array): Float64Array {
  const n = evidence.length;
  const input = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = (evidence[i]! - judge[i]!) * judge[n + i]!;
    input[i] = Math.max(-FARTHEST, Math.min(FARTHEST, value));
  }
  return input;
}

/** What one network says of scaled evidence. @param units keeps what its hidden units say, for training */
export function judgedBy(network: ArrayLike<number>, input: Float64Array, units?: Float64Array): number {
  const n = input.length;
  const direct = HIDDEN * unitSize(n);
  let sum = network[direct + n]!;
  for (let i = 0; i < n; i++) sum += network[direct + i]! * input[i]!;
  for (let h = 0; h < HIDDEN; h++) {
    const at = h * unitSize(n);
    let inner = network[at + n]!;
    for (let i = 0; i < n; i++) inner += network[at + i]! * input[i]!;
    const said = Math.tanh(inner);
    if (units) units[h] = said;
    sum += network[at + n + 1]! * said;
  }
  return sum;
}

/** The log-odds that a finding with such evidence is right. */
export function judged(evidence: readonly number[], judge: Float32Array): number {
  const input = scaled(evidence, judge);
  const size = networkSize(evidence.length);
  let sum = 0;
  for (let n = 0; n < NETWORKS; n++) {
    const at = 2 * evidence.length + n * size;
    sum += judgedBy(judge.subarray(at, at + size), input);
  }
  return sum / NETWORKS;
}

/** The log-odds of a probability. */
export const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/** The probability of log-odds. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
