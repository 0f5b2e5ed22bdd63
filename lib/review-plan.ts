/** What a review is about: groups, choices, and the text that comes out. Pure. */
import type { CategoryId } from './detect/category.ts';
import type { Span } from './detect/finding.ts';
import type { Counts, LabelRequest } from './messages.ts';
import { isDirect, isDocument, isSensitive } from './policy/defaults.ts';
import type { Decision } from './policy/policy.ts';
import type { Alias } from './redact/alias.ts';
import { type Group, groupDecisions } from './redact/group.ts';

/** A group with the choice made for it. */
export interface Item extends Group {
  key: string;
  /** The words as the teacher wrote them, the longest form. */
  name: string;
  swap: boolean;
  /** What stands in for it; null until there is a label. */
  label: string | null;
  /** The teacher added it in this review. */
  added: boolean;
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
      added: false,
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

/** Gives items the labels that were asked for. */
export function withLabels(items: Item[], aliases: Alias[]): Item[] {
  return items.map((item) => {
    const alias = aliases.find(
      ({ entity, category }) => entity === item.entity && category === item.category,
    );
    return item.label === null && alias ? { ...item, label: alias.surrogate } : item;
  });
}

/** A mention as it is drawn and replaced: `label` is what stands in for it, null where it stays. */
export interface Mark {
  span: Span;
  key: string;
  label: string | null;
}

/**
 * The mentions of all items in order, without overlap. A phrase that the teacher added takes the place of the
 * findings that lie in it, but never of one that a rule fixes; where they only touch, it keeps what is left of it.
 */
export function marksOf(items: Item[]): Mark[] {
  const markOf = (item: Item, span: Span) => ({
    span,
    key: item.key,
    label: item.swap ? item.label : null,
    fixed: item.fixed,
  });
  let marks = items
    .filter((item) => !item.added)
    .flatMap((item) => item.mentions.map((span) => markOf(item, span)));
  for (const item of items.filter((one) => one.added && one.swap)) {
    for (const mention of item.mentions) {
      const inside = ({ span, fixed }: (typeof marks)[number]) =>
        !fixed && span.start >= mention.start && span.end <= mention.end;
      marks = marks.filter((mark) => !inside(mark));
      let { start, end } = mention;
      for (const { span } of marks.filter((mark) => mark.span.start < end && mark.span.end > start)) {
        if (span.start <= start) start = Math.min(end, span.end);
        else end = Math.max(start, span.start);
      }
      if (start < end) marks.push(markOf(item, { start, end }));
    }
  }
  return marks.sort((x, y) => x.span.start - y.span.start);
}

/**
 * The spans to replace.
 * @throws where something that shall be swapped has no label yet: it must not slip by
 */
export function swapsOf(items: Item[]): { span: Span; surrogate: string }[] {
  if (items.some((item) => item.swap && item.label === null)) throw new Error('A label is missing.');
  return marksOf(items).flatMap(({ span, label }) => (label === null ? [] : [{ span, surrogate: label }]));
}

/**
 * A word or phrase that the teacher adds: all its mentions as whole words, exactly as written, but for those that
 * are swapped already.
 * @returns null where none is left
 */
export function addedItem(text: string, phrase: string, items: Item[]): Item | null {
  const words = phrase.trim();
  if (!words) return null;
  const swapped = items.filter((item) => item.swap).flatMap((item) => item.mentions);
  const mentions: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    const inWord = joins(text.at(start - 1), words.at(0), start) || joins(words.at(-1), text.at(end), end);
    const inSwap = swapped.some((span) => span.start <= start && span.end >= end);
    if (!inWord && !inSwap) mentions.push({ start, end });
  }
  if (mentions.length === 0) return null;
  const entity = 1 + Math.max(0, ...items.map((item) => item.entity));
  return {
    entity,
    category: 'custom',
    mentions,
    action: 'review',
    source: 'teacher',
    because: [{ code: 'custom-term', args: [] }],
    score: 1,
    list: 'swap',
    fixed: false,
    key: `${entity} custom`,
    name: words,
    swap: true,
    label: null,
    added: true,
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
