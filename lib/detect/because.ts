import type { Because } from './finding.ts';

/** Every reason a finding can give, with its meaning. `locales/` holds one sentence for each code. */
export const BECAUSE_CODES = {
  'name-list': 'the word is in the list of US names',
  'name-model': 'the language model takes it for a person',
  'name-shape': 'it is written the way names are',
  'name-repeat': 'the same name stands elsewhere in the text with better evidence',
  'beside-name': 'it stands in a list of people',
  'after-name': 'the name of a person stands right before it',
  'made-of-name': 'it is made of the name of a person in the text',
  'after-title': 'a title such as Ms. or Coach stands before it',
  'after-cue': 'a word before it says what it is, such as "my student" or "DOB:"',
  'before-verb': 'what follows is something that a person does',
  'before-kin': 'a word for family follows, such as "...\'s mom"',
  shape: 'it has the form of such a value',
  'private-link': 'the link leads to a private file, course or meeting',
  'about-person': 'the sentence is about one person',
} as const;

export type BecauseCode = keyof typeof BECAUSE_CODES;

/** Builds the reasons of a finding; args are numbers or codes, never text of the draft. */
export function because(...codes: BecauseCode[]): Because[] {
  return codes.map((code) => ({ code, args: [] }));
}
