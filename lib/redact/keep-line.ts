/** A line for the AI, added to a text on the teacher's wish: labels that it keeps as they are can be turned back. */

const LINES = {
  en: (label: string) => `Keep labels like ${label} exactly as they are.`,
  es: (label: string) => `Deje las etiquetas como ${label} exactamente como están.`,
};

/** The line in the language of the passage; in any but Spanish it is English. In: a label of the text, as it is written there. */
export function keepLine(label: string, language: string): string {
  return LINES[language === 'es' ? 'es' : 'en'](label);
}

/** A text with a line of its own at the end, behind an empty one. */
export function withLine(text: string, line: string): string {
  const ends = /\n*$/.exec(text)![0].length;
  return `${text}${'\n'.repeat(Math.max(0, 2 - ends))}${line}`;
}
