/** What the benchmark counts, and how. Pure: readings of labelled texts in, shares out. */
import { type CategoryId, type CategoryKind, kindOf } from '../../lib/detect/category.ts';
import type { Finding, Span } from '../../lib/detect/finding.ts';
import { isPersonLabel, joined, type Label, type LabelledText } from '../corpus.ts';

/** So many of so many. */
export interface Share {
  hits: number;
  of: number;
}

/** What is found in a labelled text; `alarms` are the findings with the action review or stronger. */
export interface Reading {
  text: LabelledText;
  findings: Finding[];
  alarms: Finding[];
}

/** Categories of kind direct but for names, and the birth date. */
export const IDENTIFIERS = [
  'email',
  'phone',
  'address',
  'student-id',
  'government-id',
  'financial-account',
  'record-number',
  'username',
  'secret',
  'birth-date',
] as const satisfies CategoryId[];

/** What stands between the two findings of one name in "Last, First". */
const LIST_COMMA = /^,\s*$/;
/** Standing before a bare word, these make it a last name. */
const TITLE = /\b(?:mrs?|ms|mx|miss|dr|sra?|srta|coach|profe?|prof|maestr[oa]|principal|señora?)\.?\s+$/i;

/** Whether two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Counts the items that pass. */
function share<T>(items: readonly T[], passes: (item: T) => boolean): Share {
  return { hits: items.filter(passes).length, of: items.length };
}

/** Two shares of different items as one. */
export function add(a: Share, b: Share): Share {
  return { hits: a.hits + b.hits, of: a.of + b.of };
}

function sum(shares: Share[]): Share {
  return shares.reduce(add, { hits: 0, of: 0 });
}

/** The 95% interval of a share, after Wilson (1927), as numbers from 0 to 1; all of it where nothing was counted. */
export function wilson({ hits, of }: Share): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

/** Whether exactly this label is covered: by one span, or by neighbours with only the comma of "Last, First" between. */
export function isWhole(label: Span, spans: Span[], text: string): boolean {
  const inside = spans.filter((span) => overlaps(span, label)).sort((a, b) => a.start - b.start);
  if (inside[0]?.start !== label.start || inside.at(-1)?.end !== label.end) return false;
  return inside
    .slice(1)
    .every(
      (span, i) => span.start > inside[i]!.end && LIST_COMMA.test(text.slice(inside[i]!.end, span.start)),
    );
}

/** The labels of private people. */
export function people(text: Pick<LabelledText, 'labels'>): Label[] {
  return text.labels.filter(isPersonLabel);
}

export interface NameScores {
  /** Labels touched by a name. */
  found: Share;
  /** Labels covered exactly. */
  whole: Share;
  /** Names with an alarm that touch a label of a private person. */
  precision: Share;
}

export function scoreNames(readings: Reading[]): NameScores {
  return {
    found: findNames(readings, () => true),
    whole: sum(
      readings.map(({ text, findings }) =>
        share(people(text), (label) => isWhole(label, namesOf(findings), text.text)),
      ),
    ),
    precision: sum(
      readings.map(({ text, alarms }) =>
        share(namesOf(alarms), (name) => people(text).some((label) => overlaps(label, name))),
      ),
    ),
  };
}

/** The places of names among findings. */
export function namesOf(findings: Finding[]): Span[] {
  return findings.filter(({ category }) => category === 'person-name').map(({ span }) => span);
}

/** Which of the private people's labels that are chosen are touched by a name. */
export function findNames(readings: Reading[], chosen: (label: Label, text: LabelledText) => boolean): Share {
  return sum(
    readings.map(({ text, findings }) =>
      share(
        people(text).filter((label) => chosen(label, text)),
        (label) => namesOf(findings).some((name) => overlaps(label, name)),
      ),
    ),
  );
}

function textOf(label: Span, { text }: Pick<LabelledText, 'text'>): string {
  return text.slice(label.start, label.end);
}

export function isFullName(label: Label, text: LabelledText): boolean {
  return /\S\s+\S/.test(textOf(label, text));
}

/**
 * Whether a label is a first name alone: one word without a title before it, and, where a fuller form of the same
 * person stands in the text, the first word of that (the one after the comma in "Last, First").
 */
export function isFirstName(label: Label, text: LabelledText): boolean {
  if (isFullName(label, text) || TITLE.test(text.text.slice(Math.max(0, label.start - 12), label.start)))
    return false;
  const fuller = people(text).filter((other) => other.entity === label.entity && isFullName(other, text));
  const word = textOf(label, text).toLowerCase();
  return (
    fuller.length === 0 ||
    fuller.some((other) => {
      const [last = '', first = last] = textOf(other, text).toLowerCase().split(/,\s*/);
      return first.split(/\s+/)[0] === word;
    })
  );
}

/** Whether nobody private is in a text, and nothing else that has a label. */
export function isClean({ labels }: Pick<LabelledText, 'labels'>): boolean {
  return labels.every(({ label }) => label === 'public');
}

/** Of the clean texts, those with an alarm of one of these kinds. */
export function falseAlarms(readings: Reading[], kinds: CategoryKind[]): Share {
  return share(
    readings.filter(({ text }) => isClean(text)),
    ({ alarms }) => alarms.some(({ category }) => kinds.includes(kindOf(category))),
  );
}

/** Of the names that must not be flagged, in texts with private people, those with an alarm for a name or identifier. */
export function flaggedPublic(readings: Reading[]): Share {
  return sum(
    readings
      .filter(({ text }) => people(text).length > 0)
      .map(({ text, alarms }) =>
        share(
          text.labels.filter(({ label }) => label === 'public'),
          (label) => alarms.some(({ category, span }) => isIdentifying(category) && overlaps(span, label)),
        ),
      ),
  );
}

function isIdentifying(category: CategoryId): boolean {
  return kindOf(category) === 'direct' || kindOf(category) === 'indirect';
}

/** Labels of a category that are touched by a finding of the same category, and by any whose category passes. */
export function recall(
  readings: Reading[],
  category: CategoryId,
  also: (category: CategoryId) => boolean,
): { same: Share; any: Share } {
  const touched = (passes: (category: CategoryId) => boolean) =>
    sum(
      readings.map(({ text, findings }) =>
        share(
          text.labels.filter((label) => label.label === category && !isPersonLabel(label)),
          (label) => findings.some((f) => passes(f.category) && overlaps(f.span, label)),
        ),
      ),
    );
  return { same: touched((id) => id === category), any: touched(also) };
}

/** Findings of identifiers that touch a label of an identifier, of whatever category. */
export function identifierPrecision(readings: Reading[]): Share {
  const isIdentifier = (category: string) => (IDENTIFIERS as readonly string[]).includes(category);
  return sum(
    readings.map(({ text, findings }) =>
      share(
        findings.filter(({ category }) => isIdentifier(category)),
        ({ span }) => text.labels.some((label) => isIdentifier(label.label) && overlaps(label, span)),
      ),
    ),
  );
}

/** How often names of each tenth of the score are right, lowest first; tenths without any are left out. */
export function reliability(readings: Reading[]): { from: number; meanScore: number; right: Share }[] {
  const tenths = Array.from({ length: 10 }, (_, i) => ({
    from: i / 10,
    scores: 0,
    right: { hits: 0, of: 0 },
  }));
  for (const { text, findings } of readings) {
    for (const { category, score, span } of findings) {
      if (category !== 'person-name') continue;
      const tenth = tenths[Math.min(9, Math.floor(score * 10))]!;
      tenth.scores += score;
      tenth.right = add(tenth.right, {
        hits: people(text).some((label) => overlaps(label, span)) ? 1 : 0,
        of: 1,
      });
    }
  }
  return tenths
    .filter(({ right }) => right.of > 0)
    .map(({ from, scores, right }) => ({ from, meanScore: scores / right.of, right }));
}

/** The text with every letter in another case; the few letters whose other case is longer stay, so that labels still fit. */
export function recase<T extends { text: string }>(text: T, casing: 'lower' | 'upper'): T {
  const change = (letter: string) => (casing === 'lower' ? letter.toLowerCase() : letter.toUpperCase());
  return {
    ...text,
    text: text.text.replace(/\p{L}/gu, (letter) =>
      change(letter).length === letter.length ? change(letter) : letter,
    ),
  };
}

/** Each text about private people among so many clean ones, the same ones at each run, above and below it by turns. */
export function amongClean(texts: LabelledText[], count: number): LabelledText[] {
  const clean = texts.filter(isClean);
  return texts
    .filter((text) => people(text).length > 0)
    .map((text, i) => {
      let all = text;
      for (let k = 0; k < count; k++) {
        const other = clean[(i * count + k) % clean.length]!;
        all = (i + k) % 2 === 0 ? joined(other, all) : joined(all, other);
      }
      return all;
    });
}

/** Every word of the private people's names in lower case: as written, its parts, and without apostrophes and hyphens. */
export function nameWords(texts: Pick<LabelledText, 'text' | 'labels'>[]): Set<string> {
  const words = texts.flatMap((text) =>
    people(text).flatMap(
      (label) =>
        textOf(label, text)
          .toLowerCase()
          .match(/[\p{L}\p{M}'’-]+/gu) ?? [],
    ),
  );
  return new Set(
    words.flatMap((word) => [word, word.replace(/['’-]/g, ''), ...word.split(/['’-]/)]).filter(Boolean),
  );
}
