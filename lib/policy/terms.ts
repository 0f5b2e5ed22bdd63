/** Findings from lists of words: a class list, a district's or a teacher's own terms. */
import type { Because, Finding } from '../detect/finding.ts';
import { isSensitive } from './defaults.ts';
import type { EffectivePolicy } from './policy.ts';

/** A word or phrase to find, and what it is. */
export interface Term {
  text: string;
  /** Whether letter case must agree: a bare first name such as "Hope" is also a word. */
  exactCase: boolean;
  category: 'person-name' | 'custom';
  /** Terms of one person or one thing share it. */
  group: number;
}

/**
 * Reads a class list: one name a line ("Maya Lopez"), or CSV with first name, last name. A header line is left out.
 * Out: the terms of each student: "First Last", "Last, First" and, if it has three letters or more, the first
 * name alone, which is a group of its own, since it does not say which of two students it is.
 */
export function parseClassList(text: string): Term[] {
  const terms: Term[] = [];
  const bare = new Set<string>();
  let group = 0;
  const add = (form: string, exactCase: boolean) =>
    terms.push({ text: form, exactCase, category: 'person-name', group });
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [first, last] = firstAndLast(line);
    if (!first || (i === 0 && /^(?:first|name|student|nombre)\b/i.test(first))) continue;
    if (last) {
      add(`${first} ${last}`, false);
      add(`${last}, ${first}`, false);
      group++;
    }
    if (first.length >= 3) bare.add(first);
  }
  for (const first of bare) {
    add(first, true);
    group++;
  }
  return terms;
}

function firstAndLast(line: string): [string, string] {
  const quoted = /^\s*"([^",]+),([^",]+)"\s*$/.exec(line);
  if (quoted) return [clean(quoted[2]!), clean(quoted[1]!)];
  const [a = '', b] = line.split(',').map(clean);
  if (b) return [a, b];
  const space = a.indexOf(' ');
  return space < 0 ? [a, ''] : [a.slice(0, space), a.slice(space + 1)];
}

function clean(cell: string): string {
  return cell.replaceAll('"', '').replace(/\s+/g, ' ').trim();
}

/** The terms of a policy's `customTerms`: any case. */
export function customTerms(words: string[]): Term[] {
  return words.map((text, group) => ({ text: clean(text), exactCase: false, category: 'custom', group }));
}

/**
 * Adds the places of terms to a detector's findings. In: the text, its findings, the terms. Out: all findings in the
 * order of the text; the given ones are not changed. A term is found between word borders, its spaces as any white
 * space. A name within a person's finding makes that person a known student, score 1. A term within any other
 * finding that would itself be swapped adds nothing; a sensitive statement or a smaller finding gives way to it.
 * Document marks are left alone.
 */
export function addTerms(text: string, findings: Finding[], terms: Term[]): Finding[] {
  const byKey = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.text === '') continue;
    const key = keyOf(term.text);
    byKey.set(key, [...(byKey.get(key) ?? []), term]);
  }
  if (byKey.size === 0) return findings;

  let out = findings.map((f) => ({ ...f }));
  let nextEntity = out.reduce((most, f) => Math.max(most, f.entity), 0) + 1;
  const entities = new Map<string, number>();
  for (const match of text.matchAll(pattern(byKey.keys()))) {
    const span = { start: match.index, end: match.index + match[0].length };
    const term = byKey.get(keyOf(match[0]))?.find((t) => !t.exactCase || t.text === clean(match[0]));
    if (!term) continue;
    const near = out.filter(
      (f) =>
        f.span.start < span.end &&
        f.span.end > span.start &&
        f.category !== 'roster' &&
        f.category !== 'student-work',
    );
    const around = near.find(
      (f) => f.span.start <= span.start && f.span.end >= span.end && !isSensitive(f.category),
    );
    const isName = term.category === 'person-name';
    const because: Because = { code: isName ? 'class-list' : 'custom-term', args: [] };
    if (around) {
      if (isName && around.category === 'person-name') {
        for (const f of out.filter((f) => f.entity === around.entity && f.category === 'person-name')) {
          f.role = 'student';
          f.score = 1;
          if (!f.because.some((b) => b.code === because.code)) f.because = [...f.because, because];
        }
      }
      continue;
    }
    const key = `${term.category} ${term.group}`;
    const entity =
      near.find((f) => f.category === term.category)?.entity ?? entities.get(key) ?? nextEntity++;
    entities.set(key, entity);
    out = out.filter((f) => !near.includes(f));
    const added: Finding = {
      span,
      category: term.category,
      score: 1,
      recognizer: because.code,
      because: [because],
      entity,
    };
    if (isName) added.role = 'student';
    out.push(added);
  }
  return out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Adds what the policy's own words find to a detector's findings. */
export function addOwnTerms(text: string, findings: Finding[], policy: EffectivePolicy): Finding[] {
  return addTerms(text, findings, customTerms(policy.policy.customTerms));
}

function keyOf(text: string): string {
  return clean(text).toLowerCase();
}

/** One expression for all terms, the longest first, so that "Maya Lopez" goes before "Maya". */
function pattern(keys: Iterable<string>): RegExp {
  const forms = [...keys]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+'));
  // A part of a hyphened name is another name; an apostrophe begins a possessive ending.
  return new RegExp(`(?<![\\p{L}\\p{N}_]|\\p{L}-)(?:${forms.join('|')})(?![\\p{L}\\p{N}_]|-\\p{L})`, 'giu');
}
