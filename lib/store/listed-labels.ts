/**
 * The labels of people on class lists, in `storage.session`, in small parts: who looks up a name reads one or two of them,
 * and never opens the lists. The background makes them (`make-listed-labels.ts`); any page of ours may read them.
 */
import { browser } from 'wxt/browser';
import { keyedHash } from '../class-list/keyed-hash.ts';
import { type LabelIndex, type Listed, waysOf } from '../class-list/label-index.ts';
import type { Alias } from '../redact/alias.ts';
import { labelFor, labelsIn, readLabel } from '../redact/labels.ts';
import { type AliasRequest, type ListedLabel, labelKind } from '../redact/vault.ts';
import { LISTS_CHANGED } from './class-digest.ts';

/** For which state of the lists the parts were made. */
const MADE = 'listed-made';
const WAYS = 'listed-ways-';
const PEOPLE = 'listed-people-';
/** A part of 5,000 people has some hundred names. */
const PARTS = 128;
/** Of one first name so many more people are thought of; a question with more of them helps nobody. */
const MOST_NAMESAKES = 5;

const wayPart = (way: string) => WAYS + (keyedHash([0, 0], way) % PARTS);
const personPart = (number: number) => PEOPLE + (number % PARTS);

/** Whether what is kept is of the lists as they are now, or there are none. */
export async function listedIsReady(): Promise<boolean> {
  const [{ [LISTS_CHANGED]: changed }, { [MADE]: made }] = await Promise.all([
    browser.storage.local.get(LISTS_CHANGED),
    browser.storage.session.get(MADE),
  ]);
  return changed === made;
}

/** Keeps an index, in the place of the one before. @param made what `LISTS_CHANGED` said when the lists were read */
export async function keepListed({ ways, people }: LabelIndex, made: unknown): Promise<void> {
  const parts: Record<string, Record<string, unknown>> = {};
  for (let i = 0; i < PARTS; i++) {
    parts[WAYS + i] = {};
    parts[PEOPLE + i] = {};
  }
  for (const [way, numbers] of ways) parts[wayPart(way)]![way] = numbers;
  for (const [number, person] of people) parts[personPart(number)]![number] = person;
  await browser.storage.session.set({ ...parts, [MADE]: made });
}

/** Forgets all of it: there is no list any more. */
export async function dropListed(): Promise<void> {
  const parts = Array.from({ length: PARTS }, (_, i) => [WAYS + i, PEOPLE + i]).flat();
  await browser.storage.session.remove([...parts, MADE]);
}

async function partsOf(keys: Iterable<string>): Promise<Record<string, Record<string, unknown>>> {
  const wanted = [...new Set(keys)];
  return wanted.length === 0
    ? {}
    : ((await browser.storage.session.get(wanted)) as Record<string, Record<string, unknown>>);
}

async function peopleOf(numbers: Iterable<number>): Promise<Map<number, Listed>> {
  const wanted = [...new Set(numbers)];
  const parts = await partsOf(wanted.map(personPart));
  const found = wanted.map((number) => parts[personPart(number)]?.[number] as Listed | undefined);
  return new Map(found.flatMap((person) => (person ? [[person.number, person]] : [])));
}

const numberOf = (label: string): number[] => {
  const read = readLabel(label);
  return read?.kind === 'Student' ? [read.number] : [];
};

/** The listed people whom requests may mean, by name or by their label. */
export async function listedFor(requests: AliasRequest[]): Promise<ListedLabel[]> {
  const asked = requests.filter(
    ({ category, role }) => category === 'person-name' && labelKind(category, role) === 'Student',
  );
  const forms = asked.flatMap(({ forms }) => forms).map((form) => ({ form, ...waysOf(form) }));
  const parts = await partsOf(
    forms.flatMap(({ full, given }) => [...full, ...(given === null ? [] : [given])]).map(wayPart),
  );
  const called = (way: string) => (parts[wayPart(way)]?.[way] ?? []) as number[];
  /** By number: the forms that are a name of theirs as a whole. */
  const found = new Map<number, string[]>();
  for (const { form, full, given } of forms) {
    full.forEach((way, i) => {
      for (const number of called(way)) {
        const known = found.get(number) ?? [];
        found.set(number, i === 0 ? [...known, form] : known);
      }
    });
    if (given === null) continue;
    for (const number of called(given).slice(0, MOST_NAMESAKES))
      if (!found.has(number)) found.set(number, []);
  }
  for (const number of asked.flatMap(({ as }) => numberOf(as ?? '')))
    if (!found.has(number)) found.set(number, []);
  const people = await peopleOf(found.keys());
  return [...found].flatMap(([number, forms]) => {
    const person = people.get(number);
    if (!person) return [];
    const { name, also, of } = person;
    return [
      { surrogate: labelFor('Student', number, 'en'), original: name, of, forms: [name, ...also, ...forms] },
    ];
  });
}

/** The listed people whose labels stand in texts. */
export async function listedIn(texts: string[]): Promise<Alias[]> {
  const numbers = texts
    .flatMap((text) => [...labelsIn(String(text))])
    .flatMap((label) => numberOf(`[${label}]`));
  return [...(await peopleOf(numbers)).values()].map(({ number, name }) => ({
    surrogate: labelFor('Student', number, 'en'),
    original: name,
    category: 'person-name',
    entity: 0,
  }));
}
