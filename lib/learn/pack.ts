/**
 * A pack: prompts and tips in a file, from a district, a trainer or a colleague. The format is described in docs/packs.md.
 */
import type { CategoryId } from '../detect/category.ts';
import { CATEGORY_KEYS } from '../policy/fields.ts';
import type { Prompt } from './prompt.ts';
import { areBands, areSubjects, areTopics } from './read-prompts.ts';
import { isListOf, isObject, isText } from './shape.ts';
import { type AnyTip, BANDS } from './tip.ts';

export interface Pack {
  title: string;
  /** Who made it, in their own words; empty where they do not say. */
  from: string;
  language: 'en' | 'es';
  prompts: Prompt[];
  tips: AnyTip[];
}

const FORMAT = 'chalkline-pack';
const VERSION = 1;
/** What a file may be at most: in bytes, and in prompts and tips together. */
export const MOST_BYTES = 1_000_000;
export const MOST_ENTRIES = 500;
/** In UTF-16 units. */
export const LONGEST = {
  title: 100,
  from: 100,
  text: 3000,
  idea: 300,
  why: 500,
  tryInstead: 1000,
  source: 300,
} as const;

const PACK_LISTS = ['prompts', 'tips'] as const;

/**
 * `no-pack`: it is not a pack at all. `newer`: its version is not known. `none`: nothing in it can be used. `many`: too
 * many entries. `missing`: a text that must be there is missing, empty or no text. `long`: a text is too long. `unknown`:
 * a value is none of those that may stand there. `twice`: the same entry stands before.
 */
export type PackFault = 'no-pack' | 'newer' | 'none' | 'many' | 'missing' | 'long' | 'unknown' | 'twice';

export interface PackProblem {
  /** `title`, `prompts.3.text` (counted from 0). */
  path: string;
  fault: PackFault;
}

interface ReadPack {
  pack: Pack | null;
  problems: PackProblem[];
  /** Where entries stand in the file, by id: `prompts.3`. */
  paths: Map<string, string>;
}

/**
 * Reads a pack. In: the parsed JSON; the ids of tasks that prompts may name, or null where any will do. Out: the pack with
 * the entries that are whole, or null where there is nothing to use; and all that is wrong. An entry with a problem is left
 * out. Fields that are not known are passed by. Throws nothing.
 */
export function readPack(raw: unknown, tasks: string[] | null): ReadPack {
  const paths = new Map<string, string>();
  const fail = (path: string, fault: PackFault) => ({ pack: null, problems: [{ path, fault }], paths });
  if (!isObject(raw) || raw.format !== FORMAT) return fail('format', 'no-pack');
  if (raw.version !== VERSION) return fail('version', typeof raw.version === 'number' ? 'newer' : 'unknown');
  const problems: PackProblem[] = textProblems(raw, '', { title: 'must', from: 'may' });
  if (raw.language !== 'en' && raw.language !== 'es') problems.push({ path: 'language', fault: 'unknown' });
  const isWhole = problems.length === 0;
  const lists = PACK_LISTS.map((list): unknown[] => {
    const value = raw[list] ?? [];
    if (!Array.isArray(value)) problems.push({ path: list, fault: 'unknown' });
    return Array.isArray(value) ? value : [];
  });
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  if (count > MOST_ENTRIES) return fail(lists[0]!.length > lists[1]!.length ? 'prompts' : 'tips', 'many');

  const from = textOf(raw.from);
  const good = lists.map((list, i) =>
    list.flatMap((entry, index) => {
      const path = `${PACK_LISTS[i]}.${index}`;
      const wrong =
        PACK_LISTS[i] === 'prompts' ? promptProblems(entry, path, tasks) : tipProblems(entry, path);
      const id = isObject(entry) && wrong.length === 0 ? idOf(entry) : '';
      if (paths.has(id)) wrong.push({ path, fault: 'twice' });
      else if (id) paths.set(id, path);
      problems.push(...wrong);
      return wrong.length === 0 ? [{ ...(entry as Record<string, unknown>), id }] : [];
    }),
  );
  const prompts = good[0]!.map(promptOf);
  const tips = good[1]!.map((entry) => tipOf(entry, from || textOf(raw.title)));
  if (prompts.length + tips.length === 0) problems.push({ path: 'prompts', fault: 'none' });
  if (!isWhole || prompts.length + tips.length === 0) return { pack: null, problems, paths };
  const pack = { title: textOf(raw.title), from, language: raw.language as 'en' | 'es', prompts, tips };
  return { pack, problems, paths };
}

/** A pack as the text of a file. `readPack` of it gives the pack again. */
export function writePack({ title, from, language, prompts, tips }: Pack): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    title,
    ...(from && { from }),
    language,
    prompts: prompts.map((one) => ({
      title: one.title,
      text: one.text,
      task: one.task,
      bands: one.bands,
      subjects: one.subjects,
      topics: one.topics,
    })),
    tips: tips.map((one) => ({
      idea: one.idea,
      why: one.why,
      tryInstead: one.tryInstead,
      ...(one.module && { module: one.module }),
      categories: one.categories,
      bands: one.bands,
      subjects: one.subjects,
      topics: one.topics,
      ...(one.source && { source: one.source }),
      ...(one.checked && { checked: one.checked }),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A prompt or tip of one's own, as it is kept and put into a pack. */
export function newPrompt(fields: Omit<Prompt, 'id'>): Prompt {
  return promptOf({ ...fields, id: idOf(fields) });
}

export function newTip(fields: Omit<AnyTip, 'id' | 'source' | 'checked'>): AnyTip {
  return tipOf({ ...fields, id: idOf(fields) }, '');
}

/**
 * The tips to choose from: those of the packs in this language come first, since a district, a colleague or the teacher has
 * put them there.
 */
export function withPackTips(tips: AnyTip[], packs: Pack[], language: Pack['language']): AnyTip[] {
  return [...packs.filter((pack) => pack.language === language).flatMap((pack) => pack.tips), ...tips];
}

/** What of an entry a person can read, with the words that tell it from others first. */
export function wordsOfEntry(entry: Prompt | AnyTip): [string, ...string[]] {
  return 'text' in entry ? [entry.title, entry.text] : [entry.idea, entry.why, entry.tryInstead];
}

type Needs = Partial<Record<keyof typeof LONGEST, 'must' | 'may'>>;

function textProblems(raw: Record<string, unknown>, path: string, needs: Needs): PackProblem[] {
  return Object.entries(needs).flatMap(([name, need]): PackProblem[] => {
    const value = raw[name];
    const place = path ? `${path}.${name}` : name;
    if (value === undefined && need === 'may') return [];
    if (typeof value !== 'string' || (need === 'must' && !isText(value)))
      return [{ path: place, fault: 'missing' }];
    return value.length > LONGEST[name as keyof typeof LONGEST] ? [{ path: place, fault: 'long' }] : [];
  });
}

function promptProblems(raw: unknown, path: string, tasks: string[] | null): PackProblem[] {
  if (!isObject(raw)) return [{ path, fault: 'missing' }];
  const { task } = raw;
  const isTask = typeof task === 'string' && (tasks === null || tasks.includes(task));
  return [
    ...textProblems(raw, path, { title: 'must', text: 'must' }),
    ...(isTask ? [] : [{ path: `${path}.task`, fault: 'unknown' as const }]),
    ...listProblems(raw, path),
  ];
}

function tipProblems(raw: unknown, path: string): PackProblem[] {
  if (!isObject(raw)) return [{ path, fault: 'missing' }];
  const { module = '', categories = [], checked = '' } = raw;
  const wrong = Object.entries({
    module: typeof module === 'string' && /^(?:M[1-8])?$/.test(module),
    categories: isListOf(categories, (one) => (CATEGORY_KEYS as unknown[]).includes(one)),
    checked: typeof checked === 'string' && /^(?:\d{4}-\d\d-\d\d)?$/.test(checked),
  }).filter(([, fits]) => !fits);
  return [
    ...textProblems(raw, path, { idea: 'must', why: 'must', tryInstead: 'must', source: 'may' }),
    ...wrong.map(([name]) => ({ path: `${path}.${name}`, fault: 'unknown' as const })),
    ...listProblems(raw, path),
  ];
}

function listProblems({ bands, subjects, topics }: Record<string, unknown>, path: string): PackProblem[] {
  return Object.entries({
    bands: bands === undefined || areBands(bands),
    subjects: subjects === undefined || areSubjects(subjects),
    topics: topics === undefined || areTopics(topics),
  })
    .filter(([, fits]) => !fits)
    .map(([name]) => ({ path: `${path}.${name}`, fault: 'unknown' }));
}

/** From an entry without problems. What is not said holds for all. */
function promptOf(raw: Record<string, unknown>): Prompt {
  return {
    id: raw.id as string,
    title: textOf(raw.title),
    text: textOf(raw.text),
    task: raw.task as string,
    ...audienceOf(raw),
  };
}

function tipOf(raw: Record<string, unknown>, source: string): AnyTip {
  return {
    id: raw.id as string,
    module: textOf(raw.module),
    idea: textOf(raw.idea),
    why: textOf(raw.why),
    tryInstead: textOf(raw.tryInstead),
    categories: (raw.categories ?? []) as CategoryId[],
    ...audienceOf(raw),
    source: textOf(raw.source) || source,
    checked: textOf(raw.checked),
  };
}

function audienceOf({
  bands,
  subjects,
  topics,
}: Record<string, unknown>): Pick<Prompt, 'bands' | 'subjects' | 'topics'> {
  const orAll = <T>(value: unknown, all: T[]): T[] =>
    Array.isArray(value) && value.length > 0 ? value : all;
  return { bands: orAll(bands, [...BANDS]), subjects: orAll(subjects, ['all']), topics: orAll(topics, []) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The same words have the same id, wherever they come from: FNV-1a over UTF-16 units, 32 bits. */
function idOf(raw: object): string {
  const { title, text, idea, why } = raw as Record<string, unknown>;
  let hash = 0x811c9dc5;
  for (const char of [title, text, idea, why].map(textOf).join('\n')) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  return `pack-${(hash >>> 0).toString(36)}`;
}
