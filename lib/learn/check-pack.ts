/** What is wrong with a pack, for the person who writes it. */
import { linePlaces } from '../policy/check.ts';
import { CATEGORY_KEYS } from '../policy/fields.ts';
import { jsonPlaces } from '../policy/json-places.ts';
import { TOPICS } from '../policy/policy.ts';
import { LONGEST, MOST_ENTRIES, type Pack, type PackFault, readPack } from './pack.ts';
import { BANDS, SUBJECTS } from './tip.ts';

interface PackHint {
  /** 1-based place in the file, columns in UTF-16 code units. */
  line: number;
  column: number;
  /** `prompts.3.text`, counted from 0 as in the file's list; `pack` for the file as a whole. */
  field: string;
  hint: string;
}

interface CheckedPack {
  /** What is whole; null where there is nothing. */
  pack: Pack | null;
  problems: PackHint[];
  /** Where an entry stands, by its id; the title for any other word. */
  placeOf(id: string): { line: number; column: number };
}

/**
 * Every problem of a pack, in the file's order. In: its text, without a byte order mark; the ids of tasks. Throws
 * nothing.
 */
export function checkPack(text: string, tasks: string[]): CheckedPack {
  const { places, bad } = jsonPlaces(text);
  const place = linePlaces(text);
  if (bad !== undefined) {
    const problem = { ...place(bad), field: 'pack', hint: 'not JSON from here on' };
    return { pack: null, problems: [problem], placeOf: () => problem };
  }
  const { pack, problems, paths } = readPack(JSON.parse(text), tasks);
  const hints = problems
    .map(({ path, fault }) => ({ path, fault, offset: nearest(places, path) }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ path, fault, offset }) => ({ ...place(offset), field: path, hint: hintFor(path, fault, tasks) }));
  const placeOf = (id: string) => place(nearest(places, paths.get(id) ?? 'title'));
  return { pack, problems: hints, placeOf };
}

/** The offset of a path, or of what it would stand in. */
function nearest(places: Map<string, number>, path: string): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const offset = places.get(at);
    if (offset !== undefined) return offset;
  }
  return places.get('') ?? 0;
}

function hintFor(path: string, fault: PackFault, tasks: string[]): string {
  const field = path.split('.').at(-1) ?? '';
  if (fault === 'no-pack')
    return 'not a pack: it begins with { "format": "chalkline-pack", "version": 1, ... }';
  if (fault === 'newer') return 'a newer version than this Chalkline reads; it reads 1';
  if (fault === 'none') return 'nothing here can be used';
  if (fault === 'many') return `too many: prompts and tips together may be ${MOST_ENTRIES}`;
  if (fault === 'missing') return 'missing or empty; write a text in quotes';
  if (fault === 'twice') return 'the same stands further up';
  if (fault === 'long') return `too long: at most ${LONGEST[field as keyof typeof LONGEST]} characters`;
  const known: Record<string, readonly string[]> = {
    task: tasks,
    bands: BANDS,
    subjects: SUBJECTS,
    topics: TOPICS,
    categories: CATEGORY_KEYS,
    language: ['en', 'es'],
  };
  if (field === 'task' || field === 'language') return `write one of ${known[field]!.join(', ')}`;
  if (field in known) return `write a list of these: ${known[field]!.join(', ')}`;
  if (field === 'module') return 'write M1 to M8';
  if (field === 'checked') return 'write a day as YYYY-MM-DD';
  return field === 'version' ? 'write 1' : 'write a list: [ { ... } ]';
}
