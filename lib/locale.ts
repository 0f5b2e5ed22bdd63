/** Interface strings. English is complete; a key that a language lacks falls back to English. */
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };

export type StringKey = keyof typeof en;
/** Fills `{0}`, `{1}` … of a string; with a number first, `key.one` is used for 1 where it exists. */
export type Translate = (key: StringKey, ...args: (string | number)[]) => string;

const LANGUAGES: Record<Spoken, Record<string, string>> = { en, es };

export type Spoken = 'en' | 'es';

/** The language that is spoken for a BCP 47 tag such as `es-MX`: Spanish, or English for any other. */
export function spoken(language: string): Spoken {
  return language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/**
 * The strings of a language.
 * @param language a BCP 47 tag
 */
export function translator(language: string): Translate {
  const english: Record<string, string> = en;
  const strings = LANGUAGES[spoken(language)];
  const lookup = (key: string) => strings[key] ?? english[key];
  return (key, ...args) => {
    const text = (args[0] === 1 ? lookup(`${key}.one`) : undefined) ?? lookup(key) ?? key;
    return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
  };
}

/** The sentence of a `because` code, or of the category where the code has none. */
export function because(t: Translate, code: string, args: (string | number)[]): string {
  return t(`because.${code}` as StringKey, ...args);
}
