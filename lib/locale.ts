/** Interface strings. English is complete; a key that a language lacks falls back to English. */
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };
import { translatorOf } from './words.ts';

export type StringKey = keyof typeof en;
/** Fills `{0}`, `{1}` … of a string; with a number first, `key.one` is used for 1 where it exists. */
export type Translate = (key: StringKey, ...args: (string | number)[]) => string;

/**
 * The strings of a language.
 * @param language a BCP 47 tag
 */
export function translator(language: string): Translate {
  return translatorOf({ en, es }, language);
}

/** The sentence of a `because` code, or of the category where the code has none. */
export function because(t: Translate, code: string, args: (string | number)[]): string {
  return t(`because.${code}` as StringKey, ...args);
}
