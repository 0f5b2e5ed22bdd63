/** What a review is about: groups, choices, and the text that comes out. Pure. */
import { type Choice, type Memory, recall } from './choices.ts';
import type { CategoryId } from './detect/category.ts';
import type { Span } from './detect/finding.ts';
import type { Counts } from './messages.ts';
import { isAlarmAction } from './policy/decide.ts';
import { isDirect, isDocument, isSensitive } from './policy/defaults.ts';
import type { Decision } from './policy/policy.ts';
import type { GivenAlias } from './redact/alias.ts';
import { BLANK, generalWords } from './redact/general.ts';
import { type Group, groupDecisions } from './redact/group.ts';
import { nameKey, valueKey } from './redact/identity.ts';
import { keepLine } from './redact/keep-line.ts';
import { readLabel } from './redact/labels.ts';
import { passageLanguages } from './redact/passage-language.ts';
import { type StandIn, standInKind } from './redact/stand-in.ts';
import type { AliasRequest, LookedUp } from './redact/vault.ts';
import {
  type Detail,
  isSurelyGeneral,
  standInOf,
  styleOf,
  type Writing,
  writeDetails,
} from './redact/written.ts';

/** Somebody whom a name may mean: by the key of an item, or by a label of an earlier draft. */
export interface Person {
  to: string;
  name: string;
}

/** A group with the choice made for it. */
export interface Item extends Group {
  /** Tells the person or value, also after the draft was edited. */
  key: string;
  /** The words as the teacher wrote them, the longest form. */
  name: string;
  swap: boolean;
  /** Its label in the vault, which is written in the language of the passage; null until there is one. */
  label: string | null;
  /** The invented name that stands in for it; null where there is none, undefined where nobody asked. */
  standIn?: StandIn | null;
  /** The teacher added it in this review. */
  added: boolean;
  /** What was chosen for it earlier in this conversation. */
  chosen: Choice | null;
  /** Whom the name may mean, where that is not certain. */
  which: Person[];
  /** What says the same in general, for a sensitive statement that has such words. */
  general: string | null;
  /** What the teacher said about who it is; for the vault. */
  as?: string;
  joined?: boolean;
  apart?: boolean;
}

/** What the teacher has said in a review. Kept apart from the draft, so that it holds while the draft is edited. */
export interface Said {
  /** By the key of an item. `general`: swapped for words that say the same in general. */
  choices: Record<string, Choice | 'general'>;
  /** `Same person as …` and `Which Maya?`: item key to whom it is; nobody known where `to` is empty. */
  joined: Record<string, { to: string; always: boolean }>;
  /** Keys of groups that are two people. */
  apart: string[];
  /** Words that were missed. */
  added: string[];
}

export const NOTHING_SAID: Said = { choices: {}, joined: {}, apart: [], added: [] };

/** Is drawn until there is a label; never written: `swapsOf` throws then. */
const PENDING = '…';

/** The groups of a draft with the choices they start with. */
export function itemsOf(text: string, decisions: Decision[], writing: Writing): Item[] {
  const languageAt = passageLanguages(text);
  const keys = new Map<string, number>();
  const items = groupDecisions(decisions, { notes: true })
    .filter((group) => !isDocument(group.category))
    .map((group): Item => {
      const name = longest(formsOf(text, group.mentions));
      const id = group.category === 'person-name' ? nameKey(name) : valueKey(group.category, name);
      const base = `${group.category} ${id}`;
      const times = (keys.get(base) ?? 0) + 1;
      keys.set(base, times);
      const sensitive = isSensitive(group.category);
      const [first] = group.mentions;
      const general = sensitive ? generalWords(group.category, name, languageAt(first?.start ?? 0)) : null;
      const isGeneral =
        general !== null &&
        styleOf(writing, group.category) === 'generalize' &&
        isSurelyGeneral(text, group.category, group.mentions);
      return {
        ...group,
        key: times > 1 ? `${base} #${times}` : base,
        name,
        swap: group.list === 'swap',
        label: sensitive ? (isGeneral ? general : BLANK) : null,
        added: false,
        chosen: null,
        which: [],
        general,
      };
    });
  return items.map((item) => ({
    ...item,
    which: items
      .filter(({ category, entity }) => category === 'person-name' && item.fits.includes(entity))
      .map(({ key, name }) => ({ to: key, name })),
  }));
}

/**
 * The items of a draft as the teacher has left them. In: the draft, its decisions, what was said in this review, what is
 * remembered of earlier drafts, and how the text is written.
 */
export function planOf(
  text: string,
  decisions: Decision[],
  said: Said,
  memory: Memory,
  lookedUp: Map<string, LookedUp>,
  writing: Writing,
): Item[] {
  let items = itemsOf(text, decisions, writing).flatMap((item) =>
    said.apart.includes(item.key) ? partsOf(text, item) : [item],
  );
  items = items.map((item, i) => ({ ...item, entity: i + 1 }));
  items = joinItems(items, said.joined);
  items = items.filter(({ key }) => !lookedUp.get(key)?.standsIn);
  items = recall(items, lookedUp, memory).map((item) => choose(item, said.choices[item.key]));
  for (const phrase of said.added) {
    const item = addedItem(text, phrase, items);
    if (item) items.push(choose(item, said.choices[item.key]));
  }
  return items;
}

/** An item with a choice of the teacher's, as far as there is one to make. */
function choose(item: Item, choice: Choice | 'general' | undefined): Item {
  if (!choice || item.fixed) return item;
  const label = choice === 'general' ? item.general : isSensitive(item.category) ? BLANK : item.label;
  return { ...item, swap: choice !== 'keep', label };
}

/** Two people under one name: one item for each way it is written, or for each mention where there is one way. */
function partsOf(text: string, item: Item): Item[] {
  const forms = Map.groupBy(item.mentions, ({ start, end }) => nameKey(text.slice(start, end)));
  const parts = forms.size > 1 ? [...forms.values()] : item.mentions.map((span) => [span]);
  return parts.map((mentions, i) => {
    const part = { ...item, mentions, name: longest(formsOf(text, mentions)), which: [], fits: [] };
    return i === 0 ? part : { ...part, key: `${item.key} /${i + 1}`, apart: true };
  });
}

/** Joins what the teacher has called one person. Who is joined to an item goes into it; to a label, gets that label. */
function joinItems(items: Item[], joined: Said['joined']): Item[] {
  const out = new Map(items.map((item) => [item.key, item]));
  for (const item of items) {
    const said = joined[item.key];
    if (!said) continue;
    const { to, always } = said;
    const target = out.get(to);
    if (target && target.key !== item.key) {
      out.delete(item.key);
      const mentions = [...target.mentions, ...item.mentions].sort((a, b) => a.start - b.start);
      out.set(to, { ...target, mentions, ...(always && { joined: true }) });
    } else {
      const who = to === '' ? { apart: true } : { as: to, ...(always && { joined: true }) };
      out.set(item.key, { ...item, ...who });
    }
  }
  return [...out.values()];
}

function formsOf(text: string, mentions: Span[]): string[] {
  return mentions.map(({ start, end }) => text.slice(start, end));
}

function longest(forms: string[]): string {
  return forms.reduce((best, form) => (form.length > best.length ? form : best), '');
}

/** What the vault is asked about an item. */
export function requestOf(text: string, item: Item): AliasRequest {
  const { entity, category, role, mentions, as, joined, apart } = item;
  const unsure = item.which.length > 0 && as === undefined && !apart;
  const said = {
    ...(role && { role }),
    ...(as && { as }),
    ...(joined && { joined }),
    ...(apart && { apart }),
    ...(unsure && { unsure }),
  };
  return { entity, category, forms: formsOf(text, mentions), ...said };
}

/** Whether an invented name is to stand in for an item and nobody has asked for one. */
export function wantsStandIn(item: Item, writing: Writing): boolean {
  return item.swap && item.standIn === undefined && styleOf(writing, item.category) === 'stand-in';
}

/**
 * Asks for the labels and invented names that items lack: what is swapped, and of labels what could be, since choices are
 * remembered by label.
 */
export function labelRequests(text: string, items: Item[], writing: Writing): AliasRequest[] {
  return items
    .filter(
      (item) =>
        (item.label === null && (item.swap || isAlarmAction(item.action))) || wantsStandIn(item, writing),
    )
    .map((item): AliasRequest => {
      const request = requestOf(text, item);
      const known = item.label === null ? request : { ...request, as: item.label };
      if (!wantsStandIn(item, writing)) return known;
      return { ...known, standIn: standInKind(text, item.mentions) };
    });
}

/** Gives items the labels and invented names that were asked for. */
export function withLabels(items: Item[], aliases: GivenAlias[]): Item[] {
  return items.map((item) => {
    const alias = aliases.find(
      ({ entity, category }) => entity === item.entity && category === item.category,
    );
    if (!alias) return item;
    const standIn = standInOf(alias);
    return { ...item, label: item.label ?? alias.surrogate, ...(standIn !== undefined && { standIn }) };
  });
}

/** A mention as it is drawn and replaced. */
export interface Mark {
  /** Of what is replaced: with the words before the mention that change with it. */
  span: Span;
  key: string;
  /** What is written in its place, null where it stays. */
  label: string | null;
  /** That says it in general, and cannot be turned back. */
  isGeneral: boolean;
}

/**
 * The mentions of all items in the text in order, without overlap. A phrase that the teacher added takes the place of the
 * findings that lie in it, but never of one that a rule fixes; where they only touch, it keeps what is left of it.
 */
export function marksOf(text: string, items: Item[], writing: Writing): Mark[] {
  const detailOf = (item: Item, span: Span): Detail & { key: string; fixed: boolean } => {
    const { key, category, fixed, label, general, standIn } = item;
    const isGeneral = item.swap && label !== null && label === general;
    return { span, key, category, fixed, standIn, label: item.swap ? (label ?? PENDING) : null, isGeneral };
  };
  let details = items
    .filter((item) => !item.added)
    .flatMap((item) => item.mentions.map((span) => detailOf(item, span)));
  for (const item of items.filter((one) => one.added && one.swap)) {
    for (const mention of item.mentions) {
      const inside = ({ span, fixed }: (typeof details)[number]) =>
        !fixed && span.start >= mention.start && span.end <= mention.end;
      details = details.filter((detail) => !inside(detail));
      let { start, end } = mention;
      for (const { span } of details.filter(({ span }) => span.start < end && span.end > start)) {
        if (span.start <= start) start = Math.min(end, span.end);
        else end = Math.max(start, span.start);
      }
      if (start < end) details.push(detailOf(item, { start, end }));
    }
  }
  details.sort((x, y) => x.span.start - y.span.start);
  return writeDetails(text, details, writing).map(({ span, words, way }, i) => ({
    span,
    key: details[i]!.key,
    label: words,
    isGeneral: way === 'general',
  }));
}

/**
 * The spans of the text to replace.
 * @throws where something that shall be swapped has no label yet: it must not slip by
 */
export function swapsOf(text: string, items: Item[], writing: Writing): { span: Span; surrogate: string }[] {
  if (items.some((item) => item.swap && (item.label === null || wantsStandIn(item, writing))))
    throw new Error('A label is missing.');
  return marksOf(text, items, writing).flatMap(({ span, label }) =>
    label === null ? [] : [{ span, surrogate: label }],
  );
}

/** The line that asks an AI to keep labels, for a text with these marks; null where no label is written in it. */
export function keepLineFor(text: string, marks: Mark[]): string | null {
  const first = marks.find(({ label }) => label !== null && readLabel(label));
  return first ? keepLine(first.label!, passageLanguages(text)(first.span.start)) : null;
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
    fits: [],
    key: `added ${words}`,
    name: words,
    swap: true,
    label: null,
    added: true,
    chosen: null,
    which: [],
    general: null,
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
