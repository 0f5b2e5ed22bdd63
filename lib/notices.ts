/** The few words that a guard says in a page. Apart from the other strings, since every frame of an AI site loads them. */
import notices from '../locales/notices.json' with { type: 'json' };

export type NoticeWord = keyof (typeof notices)['en'];

/**
 * The notices of a language.
 * @param language a BCP 47 tag such as `es-MX`; anything but Spanish reads English.
 */
export function noticeWords(language: string): (word: NoticeWord) => string {
  const words = language.toLowerCase().startsWith('es') ? notices.es : notices.en;
  return (word) => words[word];
}
