import type { Recognizer } from '../recognizer.ts';
import { candidate, GAP } from './pattern.ts';

const CUE =
  '(?:(?:wi-?fi )?pass(?:word|code|phrase)|pwd|pw|pin(?: (?:code|number))?|(?:locker|lock)(?: combo| combination| code)|combination|access code|door code|gate code|security code)';
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])${CUE}(?![\\p{L}\\p{N}])${GAP}(?<sign>[:=]|is|was)?${GAP}["“'‘]?(?<value>[^\\s"“”,;]{3,40})`,
  'dgiu',
);
const LOCK = /^\d{1,2}[-–]\d{1,2}[-–]\d{1,2}/;
const PLACEHOLDER =
  /^(?:must|should|required|none|n\/a|your|the|their|a|an|same|see|reset|changed|and|or|not)$/i;

/** Passwords, PINs and lock combinations after a cue word. */
export const secret: Recognizer = {
  id: 'secret',
  categories: ['secret'],
  description: 'Passwords, PINs and lock combinations that stand after a cue word.',
  find({ text }) {
    const found = [];
    for (const match of text.matchAll(PATTERN)) {
      const signed = /[:=]/.test(match.groups?.sign ?? '');
      const lock = LOCK.exec(match.groups!.value!);
      const value = lock?.[0] ?? match.groups!.value!.replace(/[.!?)'’]+$/, '');
      // After "is" or nothing only what no sentence would say: "the password is important" is no finding.
      const telling = /\d/.test(value) || /[^\p{L}\p{N}'’-]/u.test(value);
      if (value.length < 3 || PLACEHOLDER.test(value) || !(signed || telling)) continue;
      const start = match.indices!.groups!.value![0];
      found.push(candidate('secret', start, start + value.length, 0.88, 'after-cue'));
    }
    return found;
  },
};
