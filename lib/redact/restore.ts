import type { Alias } from './alias.ts';
import type { Mention } from './redact.ts';
import { LABEL_KINDS } from './vault.ts';

/**
 * Undoes a redaction to the code unit. In: the redacted text, unchanged, and its mentions. Out: the first text.
 * Throws RangeError where a mention is not within the text or overlaps another: then it is not that text.
 */
export function restoreExact(text: string, mentions: Mention[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const m of [...mentions].sort((a, b) => a.start - b.start)) {
    if (!(m.start >= from && m.end >= m.start && m.end <= text.length)) {
      throw new RangeError('mention outside the text');
    }
    pieces.push(text.slice(from, m.start), m.original);
    from = m.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

const OWN_LABEL = new RegExp(`^\\[(?:${LABEL_KINDS.join('|')}) \\d+\\]$`);

/**
 * Puts originals back where their labels stand exactly. In: any text, the known aliases. Out: the text, how many
 * labels were replaced, and the labels of our own shape that are not known, each once. A label that two
 * originals claim is unknown too, unless one is the fuller form of the other ("Maya" and "Maya Lopez"): then the
 * fuller one is taken. What was put back is not searched again.
 */
export function restoreAliases(
  text: string,
  aliases: Alias[],
): { text: string; restored: number; mentions: { start: number; end: number }[]; unknown: string[] } {
  const originals = new Map<string, string | null>();
  for (const { surrogate, original } of aliases) {
    const known = originals.get(surrogate);
    originals.set(
      surrogate,
      known === undefined ? original : known === null ? null : fuller(known, original),
    );
  }
  const unknown = new Set<string>();
  const mentions: { start: number; end: number }[] = [];
  let grown = 0;
  const out = text.replace(/\[[^[\]\r\n]{1,60}\]/g, (label, at: number) => {
    const original = originals.get(label);
    if (typeof original === 'string') {
      mentions.push({ start: at + grown, end: at + grown + original.length });
      grown += original.length - label.length;
      return original;
    }
    if (original === null || OWN_LABEL.test(label)) unknown.add(label);
    return label;
  });
  return { text: out, restored: mentions.length, mentions, unknown: [...unknown] };
}

/** The one of two forms that holds all words of the other; null if neither does. */
function fuller(a: string, b: string): string | null {
  const [wordsA, wordsB] = [words(a), words(b)];
  if (wordsA.every((w) => wordsB.includes(w))) return wordsA.length === wordsB.length ? a : b;
  return wordsB.every((w) => wordsA.includes(w)) ? a : null;
}

function words(form: string): string[] {
  return form
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}
