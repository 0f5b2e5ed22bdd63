/** Which language is spoken, and the strings of a page in it. */

export type Spoken = 'en' | 'es';

/** The language that is spoken for a BCP 47 tag such as `es-MX`: Spanish, or English for any other. */
export function spoken(language: string): Spoken {
  return language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/**
 * The strings of a page that has a file of its own (locales/<page>.json), so that the review does not load them. A key
 * that Spanish lacks falls back to English.
 * @param language a BCP 47 tag
 */
export function translatorOf<K extends string>(
  words: { en: Record<K, string>; es: Record<string, string> },
  language: string,
): (key: K, ...args: (string | number)[]) => string {
  const english: Record<string, string> = words.en;
  const strings: Record<string, string> = words[spoken(language)];
  const lookup = (key: string) => strings[key] ?? english[key];
  return (key, ...args) => {
    const text = (args[0] === 1 ? lookup(`${key}.one`) : undefined) ?? lookup(key) ?? key;
    return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
  };
}
