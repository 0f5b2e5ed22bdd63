import type { Band, Tip } from './tip.ts';

const TEXTS = ['id', 'module', 'idea', 'why', 'tryInstead', 'source', 'checked'] as const;
const BANDS: readonly unknown[] = ['E', 'M', 'H'] satisfies Band[];

/**
 * Reads a tips file, which a trainer may have edited. In: the parsed JSON. Out: the tips that are whole; one with a
 * missing or wrong field is left out, so that it can be shown nowhere half. Throws nothing.
 */
export function readTips(raw: unknown): Tip[] {
  return Array.isArray(raw) ? raw.filter(isTip) : [];
}

function isTip(raw: unknown): raw is Tip {
  if (typeof raw !== 'object' || raw === null) return false;
  const tip = raw as Record<string, unknown>;
  return (
    TEXTS.every((name) => typeof tip[name] === 'string' && tip[name] !== '') &&
    Array.isArray(tip.categories) &&
    tip.categories.length > 0 &&
    tip.categories.every((c) => typeof c === 'string') &&
    Array.isArray(tip.bands) &&
    tip.bands.every((b) => BANDS.includes(b))
  );
}
