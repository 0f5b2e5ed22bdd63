/** The practice assistant: it answers from practice/school.*.json, with the labels that it was sent. Asks nobody. */
import { readLabel } from '../redact/labels.ts';
import type { School } from './content.ts';

/** How many of the words that a sample asks in a message must have to get its answer: it may have been swapped and edited. */
const ALIKE = 0.5;
const LABEL = /\[[\p{L}\p{M}' -]+ \d+\]/gu;
const BLANK = /\{(\p{L}+) (\d+)\}/gu;

/** The answer to a message. In: the message as it was sent. */
export function answerTo(sent: string, school: School): string {
  const words = wordsOf(sent);
  const ranked = school.samples
    .map((sample) => ({ sample, share: shareIn(words, wordsOf(askOf(sample.text))) }))
    .sort((a, b) => b.share - a.share);
  const [best] = ranked;
  return best && best.share >= ALIKE
    ? withLabels(best.sample.answer, sent, school.withoutLabel)
    : school.otherAnswer;
}

/** Puts the labels of a message into an answer, in the order in which they first stand in the message. */
function withLabels(answer: string, sent: string, without: string): string {
  const labels = [...new Set(Array.from(sent.matchAll(LABEL), ([label]) => label))];
  return answer.replace(BLANK, (_, kind: string, nth: string) => {
    const ofKind = labels.filter((label) => readLabel(label)?.kind === kind);
    return ofKind[Number(nth) - 1] ?? without;
  });
}

/** What a sample asks for stands in its first paragraph; in a table below it nearly all may be swapped. */
function askOf(text: string): string {
  return text.split('\n\n')[0] ?? '';
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu));
}

/** How many of the wanted words are there, 0 to 1. */
function shareIn(words: Set<string>, wanted: Set<string>): number {
  return [...wanted].filter((word) => words.has(word)).length / Math.max(1, wanted.size);
}
