/** What is written into a text in the place of a mention. */
import { labelFor, readLabel } from './labels.ts';
import { passageLanguages } from './passage-language.ts';

/**
 * Writes the labels of a text. In: the text. Out: takes a label and an offset of the text (UTF-16 units), and gives the
 * label in the language of the passage there: `[Estudiante 1]`. What is no label of ours stays as it is.
 */
export function labelWriter(text: string): (label: string, at: number) => string {
  const languageAt = passageLanguages(text);
  return (label, at) => {
    const read = readLabel(label);
    return read ? labelFor(read.kind, read.number, languageAt(at)) : label;
  };
}
