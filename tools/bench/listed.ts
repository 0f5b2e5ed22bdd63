/** How well people of a class list are found, how quiet a list is, and what it costs. Pure: labelled texts in, figures out. */
import { type ListDigest, unpackDigest } from '../../lib/class-list/digest.ts';
import { digestOf } from '../../lib/class-list/digest-of.ts';
import { readName } from '../../lib/class-list/name.ts';
import { foldedName, fullName, type ListedPerson } from '../../lib/class-list/person.ts';
import type { Detector } from '../../lib/detect/detect.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { addListed } from '../../lib/policy/listed.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import type { Label, LabelledText } from '../corpus.ts';
import { isClean, isFullName, isWhole, namesOf, overlaps, type Reading, type Share } from './measure.ts';

/** Others of the class, from other texts: a list is rarely about one text. */
const OTHERS = 25;
const KEY = [0x51f0c3a7, 0x09be7d21] as const;
const POLICY = mergePolicies({ district: undefined, teacher: undefined });
const INITIAL = /^\p{Lu}\.?$/u;

/** A person as a class list would have it, without an id. */
type Entry = Pick<ListedPerson, 'first' | 'last' | 'nickname'>;

/** What a text calls one student. */
interface Called {
  entry: Entry;
  labels: Label[];
}

/** The students of a text, each with all mentions, as a class list would have them. */
function studentsOf(text: LabelledText, surnames: readonly string[]): Called[] {
  const students = text.labels.filter(({ label, entity }) => label === 'student' && entity > 0);
  return [...Map.groupBy(students, ({ entity }) => entity).values()].map((all) => {
    const labels = mentionsIn(text.text, all);
    const forms = labels.map(({ start, end }) =>
      text.text.slice(start, end).replace(/^([^,\t]+)[,\t]\s?(?=\S)/, '$1, '),
    );
    const fullest = forms.reduce((a, b) => (fullness(b) > fullness(a) ? b : a));
    return { entry: whole(readName(fullest.replace(/\s+/g, ' ')), surnames), labels };
  });
}

/** Mentions of one student; a name in two columns of a table ("Lopez,Maya") is one. */
function mentionsIn(text: string, labels: Label[]): Label[] {
  const joined: Label[] = [];
  for (const label of labels) {
    const before = joined.at(-1);
    if (before && /^(?:,\s?|\t)$/.test(text.slice(before.end, Math.max(before.end, label.start))))
      joined[joined.length - 1] = { ...before, end: label.end };
    else joined.push(label);
  }
  return joined;
}

/** How much of a name a form tells: its words that are no initials, then its letters. */
function fullness(form: string): number {
  const words = form.split(/[\s,.]+/).filter((word) => word.length > 1);
  return words.length * 1000 + form.length;
}

/** No list has "Maya L.": she gets a surname with that letter. A middle initial is dropped, as the import drops it. */
function whole({ first, last, nickname }: Entry, surnames: readonly string[]): Entry {
  const given = first.split(' ').filter((word, i) => i === 0 || !INITIAL.test(word));
  const family = last.split(' ').filter((word, i, all) => i === all.length - 1 || !INITIAL.test(word));
  const only = family.length === 1 && INITIAL.test(family[0]!) ? family[0]![0] : null;
  const drawn = only && surnames.find((name) => name.startsWith(only));
  return { first: given.join(' '), last: drawn || family.join(' '), ...(nickname && { nickname }) };
}

/** The surnames that students of some texts have, once each. */
function surnamesOf(texts: LabelledText[]): string[] {
  const all = texts.flatMap((text) => studentsOf(text, []).map(({ entry }) => entry.last));
  return [...new Set(all.filter((name) => name.length > 1 && !name.includes(' ')))].sort();
}

const digestFrom = (entries: Entry[]): ListDigest =>
  unpackDigest(
    digestOf(
      entries.map((entry, i) => ({ id: String(i), ...entry })),
      KEY,
    ),
  );

/** Finds as a guard does, with a list or without one. */
export type Look = (text: string, digest: ListDigest | null) => Finding[];

/** Looks with this detector. */
export function lookWith(detector: Detector): Look {
  return (text, digest) => addListed(text, detector.detect(text), digest, POLICY.policy, detector.kindOfWord);
}

export interface ListedScores {
  /** Mentions of listed people that a name touches, and that one covers exactly. */
  found: Share;
  whole: Share;
  /** The same by what the mention is: a full name, or anything less. */
  full: Share;
  less: Share;
  /** Mentions with a name that the list has, or an initial: not "Shay" for Oluwaseun. */
  known: Share;
  knownWhole: Share;
  /** Mentions that an alarm touches. */
  stopped: Share;
  /** Without the list. */
  foundBefore: Share;
  wholeBefore: Share;
  stoppedBefore: Share;
}

/** How a mention fares. */
interface Fate {
  isFound: boolean;
  isWhole: boolean;
  isStopped: boolean;
}

/** One mention of a listed person, with the list and without it. The text of the development split only may be printed. */
export interface Mention {
  text: LabelledText;
  label: Label;
  entry: Entry;
  listed: Fate;
  before: Fate;
}

/** Every mention of the students of each text, looked for with a list of them and of so many others. */
export function mentionsOf(texts: LabelledText[], look: Look): Mention[] {
  const surnames = surnamesOf(texts);
  const classes = texts.map((text) => studentsOf(text, surnames));
  return texts.flatMap((text, i) => {
    const mine = classes[i]!;
    if (mine.length === 0) return [];
    const names = new Set(mine.map(({ entry }) => foldedName(fullName(entry))));
    const others: Entry[] = [];
    for (let k = 1; k < texts.length && others.length < OTHERS; k++) {
      for (const { entry } of classes[(i + k) % texts.length]!) {
        if (entry.last === '' || names.has(foldedName(fullName(entry)))) continue;
        names.add(foldedName(fullName(entry)));
        others.push(entry);
      }
    }
    const digest = digestFrom([...mine.map(({ entry }) => entry), ...others.slice(0, OTHERS)]);
    const listed = fates(text, look(text.text, digest));
    const before = fates(text, look(text.text, null));
    return mine.flatMap(({ entry, labels }) =>
      labels.map((label) => ({ text, label, entry, listed: listed(label), before: before(label) })),
    );
  });
}

function fates(text: LabelledText, findings: Finding[]): (label: Label) => Fate {
  const names = namesOf(findings);
  const alarms = namesOf(alarmsOf(text.text, findings));
  return (label) => ({
    isFound: names.some((span) => overlaps(span, label)),
    isWhole: isWhole(label, names, text.text),
    isStopped: alarms.some((span) => overlaps(span, label)),
  });
}

function alarmsOf(text: string, findings: Finding[]): Finding[] {
  return decide(text, findings, POLICY)
    .filter(isAlarm)
    .map(({ finding }) => finding);
}

/** What a mention looks like, for telling which are missed. The first that fits. */
export const LOOKS = [
  'a name that the list does not have',
  'a word too, in small letters or capitals',
  'a word too, with a capital',
  'no word, in small letters or capitals',
  'no word, with a capital',
] as const;

/** What a mention looks like. `kindOf`: what a word is in the detector's lists. */
export function lookOf(mention: Mention, kindOf: Detector['kindOfWord']): (typeof LOOKS)[number] {
  const { text, label } = mention;
  const words = text.text.slice(label.start, label.end);
  if (!isKnown(mention)) return LOOKS[0];
  const isWord = (words.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => kindOf(word) === 'word');
  return LOOKS[(isWord ? 1 : 3) + (/\p{Lu}\p{M}*\p{Ll}/u.test(words) ? 1 : 0)]!;
}

function isKnown({ text, label, entry }: Mention): boolean {
  const wordsOf = (name: string) => foldedName(name).split(/[^\p{L}\p{N}]+/u);
  const listed = wordsOf(`${fullName(entry)} ${entry.nickname ?? ''}`);
  return wordsOf(text.text.slice(label.start, label.end)).some(
    (word) => word.length === 1 || listed.includes(word),
  );
}

export function scoreListed(mentions: Mention[]): ListedScores {
  const share = (some: Mention[], passes: (one: Mention) => boolean): Share => ({
    hits: some.filter(passes).length,
    of: some.length,
  });
  const full = mentions.filter(({ label, text }) => isFullName(label, text));
  const known = mentions.filter(isKnown);
  const less = mentions.filter(({ label, text }) => !isFullName(label, text));
  return {
    found: share(mentions, ({ listed }) => listed.isFound),
    whole: share(mentions, ({ listed }) => listed.isWhole),
    full: share(full, ({ listed }) => listed.isFound),
    less: share(less, ({ listed }) => listed.isFound),
    known: share(known, ({ listed }) => listed.isFound),
    knownWhole: share(known, ({ listed }) => listed.isWhole),
    stopped: share(mentions, ({ listed }) => listed.isStopped),
    foundBefore: share(mentions, ({ before }) => before.isFound),
    wholeBefore: share(mentions, ({ before }) => before.isWhole),
    stoppedBefore: share(mentions, ({ before }) => before.isStopped),
  };
}

/**
 * Clean texts with an alarm, by a list with the first names of their own people and of every name in them that children
 * have, and without one.
 * @param isGiven whether a word is a given name
 */
export function cleanReadings(
  texts: LabelledText[],
  look: Look,
  isGiven: (word: string) => boolean,
): { listed: Reading[]; before: Reading[] } {
  const surnames = surnamesOf(texts);
  const clean = texts.filter(isClean);
  const read = (text: LabelledText, digest: ListDigest | null): Reading => {
    const findings = look(text.text, digest);
    return { text, findings, alarms: alarmsOf(text.text, findings) };
  };
  return {
    listed: clean.map((text, i) => {
      const words = text.text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}+/gu) ?? [];
      const firsts = [...new Set(words)].filter(isGiven);
      const elsewhere = surnames.filter((name) => !text.text.includes(name));
      return read(
        text,
        digestFrom(
          firsts.map((first, k) => ({ first, last: elsewhere[(i * 31 + k * 7) % elsewhere.length]! })),
        ),
      );
    }),
    before: clean.map((text) => read(text, null)),
  };
}

/** Rounds over all texts; the first warms up. */
const ROUNDS = 7;

/** How much longer texts take with a list of so many people: the median of rounds in which both ways take turns. */
export function costOf(texts: LabelledText[], look: Look, people: number): number {
  const surnames = surnamesOf(texts);
  const given = texts.flatMap((text) => studentsOf(text, surnames).map(({ entry }) => entry.first));
  const letters = (n: number) =>
    [...n.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)]).join('');
  const digest = digestFrom(
    Array.from({ length: people }, (_, i) => ({
      first: i % 2 ? given[(i * 17) % given.length]! : `Na${letters(i)}`,
      last: i % 3 ? surnames[(i * 13) % surnames.length]! : `Su${letters(i)}son`,
    })),
  );
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    let [listed, none] = [0, 0];
    for (const { text } of texts) {
      const start = performance.now();
      look(text, null);
      const middle = performance.now();
      look(text, digest);
      none += middle - start;
      listed += performance.now() - middle;
    }
    return listed / none;
  });
  return rounds.slice(1).sort((a, b) => a - b)[ROUNDS >> 1]!;
}
