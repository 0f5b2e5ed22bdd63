/** What a review is about: groups, choices, and the text that comes out. Pure. */
import type { CategoryId } from './detect/category.ts';
import type { Span } from './detect/finding.ts';
import type { Counts, LabelRequest } from './messages.ts';
import { isDirect, isDocument, isSensitive } from './policy/defaults.ts';
import type { Decision } from './policy/policy.ts';
import { type Group, groupDecisions } from './redact/group.ts';

/** A group with the choice made for it. */
export interface Item extends Group {
  key: string;
  /** The words as the teacher wrote them, the longest form. */
  name: string;
  swap: boolean;
  /** What stands in for it; null until there is a label. */
  label: string | null;
}

/** A sensitive statement that a teacher takes out leaves this. */
const BLANK = '[…]';

/** The groups of a draft with the choices they start with. */
export function itemsOf(text: string, decisions: Decision[]): Item[] {
  return groupDecisions(decisions, { notes: true })
    .filter((group) => !isDocument(group.category))
    .map((group) => ({
      ...group,
      key: `${group.entity} ${group.category}`,
      name: longest(formsOf(text, group.mentions)),
      swap: group.list === 'swap',
      label: isSensitive(group.category) ? BLANK : null,
    }));
}

function formsOf(text: string, mentions: Span[]): string[] {
  return mentions.map(({ start, end }) => text.slice(start, end));
}

function longest(forms: string[]): string {
  return forms.reduce((best, form) => (form.length > best.length ? form : best), '');
}

/** Asks for the labels that items lack. */
export function labelRequests(text: string, items: Item[]): LabelRequest[] {
  return items
    .filter((item) => item.swap && item.label === null)
    .map(({ entity, category, role, mentions }) => ({
      entity,
      category,
      role,
      forms: formsOf(text, mentions),
    }));
}

/** A mention as it is drawn and replaced: `label` is what stands in for it, null where it stays. */
export interface Mark {
  span: Span;
  key: string;
  label: string | null;
}

/** The mentions of all items in order, without overlap: a word that the teacher added wins over a finding. */
export function marksOf(items: Item[]): Mark[] {
  const all = items.flatMap((item) =>
    item.mentions.map((span) => ({
      span,
      key: item.key,
      label: item.swap ? item.label : null,
      own: item.category === 'custom',
    })),
  );
  const kept: typeof all = [];
  for (const mark of all.sort((x, y) => x.span.start - y.span.start || x.span.end - y.span.end)) {
    const overlaps = () => (kept.at(-1)?.span.end ?? 0) > mark.span.start;
    if (mark.own) while (overlaps() && !kept.at(-1)?.own) kept.pop();
    if (!overlaps()) kept.push(mark);
  }
  return kept;
}

/** The spans to replace. */
export function swapsOf(items: Item[]): { span: Span; surrogate: string }[] {
  return marksOf(items).flatMap(({ span, label }) => (label === null ? [] : [{ span, surrogate: label }]));
}

/**
 * A word or phrase that the teacher adds: all its mentions as whole words, exactly as written.
 * @returns null where it does not stand in the text, or is there already
 */
export function addedItem(text: string, phrase: string, items: Item[]): Item | null {
  const words = phrase.trim();
  if (!words) return null;
  const mentions: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const inWord = joins(text.at(at - 1), words.at(0), at) || joins(words.at(-1), text.at(end), end);
    if (!inWord) mentions.push({ start: at, end });
  }
  const entity = 1 + Math.max(0, ...items.map((item) => item.entity));
  if (mentions.length === 0 || items.some((item) => item.category === 'custom' && item.name === words))
    return null;
  return {
    ...{
      entity,
      category: 'custom',
      mentions,
      action: 'review',
      source: 'teacher',
      because: [{ code: 'custom-term', args: [] }],
    },
    ...{
      score: 1,
      list: 'swap',
      fixed: false,
      key: `${entity} custom`,
      name: words,
      swap: true,
      label: null,
    },
  };
}

/** Whether two neighbouring characters belong to one word. At the very start there is no neighbour. */
function joins(before: string | undefined, after: string | undefined, at: number): boolean {
  const word = /[\p{L}\p{N}]/u;
  return at > 0 && before !== undefined && after !== undefined && word.test(before) && word.test(after);
}

/** Whether the teacher may put in the text as it was: not where a rule says that something must not go. */
export function mayUseOriginal(items: Item[]): boolean {
  return !items.some((item) => item.fixed);
}

/** Most severe first: what points to one child, then what is told about them. */
export function bySeverity(items: Item[]): CategoryId[] {
  const rank = (category: CategoryId) => (isSensitive(category) ? 0 : isDirect(category) ? 1 : 2);
  return [...new Set(items.map((item) => item.category))].sort((a, b) => rank(a) - rank(b));
}

/** What is counted of a review: how many details were swapped, by the five kinds. */
export function countsOf(items: Item[]): Counts {
  const counts: Counts = { names: 0, identifiers: 0, indirect: 0, sensitive: 0, documents: 0 };
  for (const { category, swap } of items) {
    if (!swap) continue;
    if (category === 'person-name') counts.names += 1;
    else if (isSensitive(category)) counts.sensitive += 1;
    else if (isDirect(category) || category === 'custom') counts.identifiers += 1;
    else counts.indirect += 1;
  }
  return counts;
}
