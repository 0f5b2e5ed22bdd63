/** Turns what the name tagger and the lists say into scores that are right as often as they say. */
import { createDocument } from '../../lib/detect/document.ts';
import { createGazetteer, type Gazetteer, type NameTables } from '../../lib/detect/names/gazetteer.ts';
import { createTagger, EVIDENCE } from '../../lib/detect/names/tagger.ts';
import { weighNames } from '../../lib/detect/recognizers/person-name.ts';
import { nameWords, recase } from '../bench/measure.ts';
import { isPersonLabel } from '../corpus.ts';
import type { Sample } from './samples.ts';

/** Pulls the weights of evidence towards 0, so that the few texts of dev do not decide alone. */
const RESTRAINT = 0.0005;

/**
 * Fits the weights of evidence on texts by gradient steps: the log-odds that a name is right. The texts count as they
 * are, in lower case, in capitals, and with their names in no list, so that no kind of writing or name pays for another.
 */
export function calibrate(model: Uint8Array, texts: Sample[], tables: NameTables): number[] {
  const cases: { evidence: number[]; right: number }[] = [];
  const listed = createGazetteer(tables);
  const variants: [Sample[], Gazetteer][] = [
    [texts, listed],
    [texts, createGazetteer(tables, nameWords(texts))],
    [texts.map((text) => recase(text, 'lower')), listed],
    [texts.map((text) => recase(text, 'upper')), listed],
  ];
  for (const [some, gazetteer] of variants) {
    const tagger = createTagger(model);
    for (const { text, labels } of some) {
      const doc = createDocument(text);
      const people = labels.filter(isPersonLabel);
      for (const { from, to, evidence } of weighNames(doc, gazetteer, tagger)) {
        const start = doc.tokens[from]!.start;
        const end = doc.tokens[to - 1]!.end;
        const right = people.some((label) => label.start < end && start < label.end);
        cases.push({ evidence, right: right ? 1 : 0 });
      }
    }
  }
  const fit = new Array<number>(EVIDENCE).fill(0);
  const squares = new Array<number>(EVIDENCE).fill(1e-3);
  for (let round = 0; round < 2000; round++) {
    const gradient = new Array<number>(EVIDENCE).fill(0);
    for (const { evidence, right } of cases) {
      const sum = evidence.reduce((total, value, i) => total + value * fit[i]!, 0);
      const error = right - 1 / (1 + Math.exp(-sum));
      for (let i = 0; i < EVIDENCE; i++) gradient[i]! += (error * evidence[i]!) / cases.length;
    }
    for (let i = 0; i < EVIDENCE; i++) {
      const g = gradient[i]! - RESTRAINT * fit[i]!;
      squares[i]! += g * g;
      fit[i]! += (0.1 * g) / Math.sqrt(squares[i]!);
    }
  }
  process.stdout.write(`calibration ${fit.map((value) => value.toFixed(2)).join(' ')}\n`);
  return fit;
}
