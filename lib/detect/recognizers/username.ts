import { credentialPairs, credentialRows } from '../credentials.ts';
import type { Recognizer } from '../recognizer.ts';
import { isSchoolLetters } from '../school-letters.ts';
import { afterCue, at, cueWords, type ReadValue, underHeading } from './pattern.ts';

const CUES = cueWords(
  'user ?-?names?(?: thing)?|user id|users?|log-?ins?|(?:google|grading|computer|portal|laptop|her|his|my|their) login|screen ?name|gamer ?tag|handle|signed in as|log(?:ged)? in (?:with|as)|folder labeled',
  'instagram|insta|tiktok|snapchat|snap|discord|roblox|venmo|cash ?app|twitch|the account|portal|raz kids',
  'usuario|nombre de usuario|cuenta de (?:google|correo)',
);
const HEADING = /^(?:user(?: ?name)?s?|log-?in(?: id)?|login ?name|reading app|account|handle|usuario)$/;
const NAME = /@?[\p{L}\p{N}_][\p{L}\p{N}_.@-]{1,48}[\p{L}\p{N}_](?![\p{L}\p{N}])/uy;
/** Without a colon a plain word after the cue is just the next word of the sentence. */
const NO_WORD = /[\d_@]|\.[\p{L}\p{N}]|^[a-z]+-[a-z]{2,4}$/u;
const PLACEHOLDER =
  /^(?:and|your|the|their|his|her|none|required|password|first|last|name|email|student|same|see|n\/a|must|should|is|are|not|page|here|tickets?|first[._]?last|firstname[._]?lastname|user(?:name)?\d*|yourname|example|https?|www\..*|\d{1,2}(?:st|nd|rd|th)|[\d.-]+)$/iu;

const value: ReadValue = (text, start) => {
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[0];
  if (!name || PLACEHOLDER.test(name)) return -1;
  return start + name.length;
};
const cued: ReadValue = (text, start) => {
  const end = value(text, start);
  if (end < 0) return -1;
  const signed = /[:=|]["'*\s]{0,3}$/.test(text.slice(Math.max(0, start - 4), start));
  const name = text.slice(start, end);
  // "Log in: go to" opens a sentence; an account name is one word that ends its field.
  const alone = /^(?:[\s]*$|[ \t]*[\n,;|/)=]|[ \t]{2}| (?:pw|pass|\/))/i.test(text.slice(end, end + 6));
  return NO_WORD.test(name) || (signed && alone && name === name.toLowerCase()) ? end : -1;
};

/** Account names after a cue word or under a heading. */
export const username: Recognizer = {
  id: 'username',
  categories: ['username'],
  description: 'Account names and handles that stand after a cue word or under a heading.',
  rulesOut: ({ text }, { start, end }) => isSchoolLetters(text.slice(start, end)),
  find(doc) {
    return [
      ...at(afterCue(doc, CUES, cued), 'username', 0.97),
      ...at(
        credentialRows(doc).map(({ user }) => user),
        'username',
        0.8,
      ),
      ...at(
        credentialPairs(doc).map(({ user }) => user),
        'username',
        0.9,
      ),
      ...at(underHeading(doc, HEADING, value), 'username', 0.99),
    ];
  },
};
