import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP } from './pattern.ts';

const CUE =
  '(?:user[ -]?name|user id|login|log-in|screen ?name|gamer ?tag|handle|instagram|tiktok|snapchat|discord|roblox)';
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])${CUE}(?![\\p{L}\\p{N}])(?:[ \\u00a0](?:name|id))?${GAP}(?<sign>[:=]|is|was)?${GAP}["“'‘]?(?<value>@?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{1,38}[\\p{L}\\p{N}_])`,
  'dgiu',
);
/** Without a colon a plain word after the cue is just the next word of the sentence. */
const NO_WORD = /[\d_@]|\.[\p{L}\p{N}]/u;
const PLACEHOLDER =
  /^(?:and|your|the|their|his|her|none|required|password|first|last|name|email|student|same|see|n\/a)$/i;

/** Account names after a cue word. */
export const username: Recognizer = {
  id: 'username',
  categories: ['username'],
  description: 'Account names and handles that stand after a cue word.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(PATTERN)) {
      const signed = /[:=]/.test(match.groups?.sign ?? '');
      const value = match.groups!.value!;
      if (PLACEHOLDER.test(value) || !(signed || NO_WORD.test(value))) continue;
      const [start, end] = match.indices!.groups!.value!;
      found.push(candidate('username', start, end, 0.85, 'after-cue'));
    }
    return found;
  },
};
