/** Signs of stand-ins, for a guard: it loads the names of the pool and nothing else. */
import pool from './stand-ins.json' with { type: 'json' };

const POOL = new RegExp(`(?<!\\p{L})(?:${[...pool.first, ...pool.last].join('|')})(?!\\p{Ll}{2})`, 'u');

/** Whether a text may hold a stand-in. Cheap, and sometimes wrongly so: who knows the stand-ins decides. */
export function mayHoldStandIns(text: string): boolean {
  return POOL.test(text);
}
