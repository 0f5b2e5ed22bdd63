/** Five-minute paths: a few tips, or a lesson, on one theme. The words are data, in curriculum/paths.json. */
import raw from '../../curriculum/paths.json' with { type: 'json' };

export interface Path {
  /** `first-week` */
  id: string;
  title: string;
  about: string;
  minutes: number;
  /** Ids of tips (`m2-scores`), or of modules for their lessons (`M2`), in the order in which they are shown. */
  parts: string[];
}

/** The paths in a language (a BCP 47 tag): Spanish, or English for any other. One that is not whole is left out. */
export function pathsIn(language: string): Path[] {
  return readPaths(raw, language.toLowerCase().startsWith('es') ? 'es' : 'en');
}

/** Reads the file of paths, which a trainer may have edited. Throws nothing. */
export function readPaths(file: unknown, language: 'en' | 'es'): Path[] {
  const list = isObject(file) && Array.isArray(file.paths) ? file.paths : [];
  return list.flatMap((one) => {
    if (!isObject(one)) return [];
    const { id, minutes, parts } = one;
    const words = one[language];
    if (!isObject(words)) return [];
    const { title, about } = words;
    const isWhole =
      typeof id === 'string' &&
      /^[a-z0-9-]+$/.test(id) &&
      typeof minutes === 'number' &&
      Array.isArray(parts) &&
      parts.every(isText) &&
      isText(title) &&
      isText(about);
    return isWhole ? [{ id, title, about, minutes, parts }] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
