/** Whether names of every group are found alike: our own list of names, put into the same sentences. */
import { readFileSync } from 'node:fs';
import type { LabelledText } from '../corpus.ts';
import { recase } from './measure.ts';

interface EquityData {
  /** Eight full names each. */
  groups: Record<string, string[]>;
  /** Each with one `{name}`. */
  sentences: string[];
}

const DATA: EquityData = JSON.parse(
  readFileSync(new URL('../../tests/bench/equity.json', import.meta.url), 'utf8'),
);

export const EQUITY_GROUPS = Object.keys(DATA.groups);

/** A way to write a name; `gap` is the most points that recall may differ between groups. */
export interface Form {
  name: string;
  gap: number;
  first: boolean;
  casing?: 'lower' | 'upper';
}

export const FORMS: Form[] = [
  { name: 'full name', gap: 3, first: false },
  { name: 'full, lower case', gap: 6, first: false, casing: 'lower' },
  { name: 'full, ALL CAPS', gap: 6, first: false, casing: 'upper' },
  { name: 'first name', gap: 6, first: true },
  { name: 'first, lower case', gap: 6, first: true, casing: 'lower' },
  { name: 'first, ALL CAPS', gap: 6, first: true, casing: 'upper' },
];

/** Every sentence with every name of a group in this form, each name labelled as a student's. */
export function equityTexts(group: string, { first, casing }: Form): LabelledText[] {
  return (DATA.groups[group] ?? []).flatMap((full, i) =>
    DATA.sentences.map((sentence, j) => {
      const name = first ? full.slice(0, full.lastIndexOf(' ')) : full;
      const start = sentence.indexOf('{name}');
      const text: LabelledText = {
        id: `${group}-${i + 1}-${j + 1}`,
        genre: 'equity',
        lang: 'en',
        text: sentence.replace('{name}', name),
        labels: [{ start, end: start + name.length, label: 'student', entity: 1 }],
      };
      return casing ? recase(text, casing) : text;
    }),
  );
}
