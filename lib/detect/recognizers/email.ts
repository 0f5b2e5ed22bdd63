import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Longest local part, RFC 5321 section 4.5.3.1.1. */
const LOCAL_MAX = 64;
const LOCAL = /[\p{L}\p{M}\p{N}._%+'’-]/u;
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/uy;

/** E-mail addresses. Works outward from each @, so that a text full of them stays cheap. */
export const email: Recognizer = {
  id: 'email',
  categories: ['email'],
  description: 'E-mail addresses.',
  find({ text }) {
    const found = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      let start = at;
      while (start > 0 && at - start < LOCAL_MAX && LOCAL.test(text[start - 1]!)) start--;
      while (start < at && /['’.]/.test(text[start]!)) start++;
      DOMAIN.lastIndex = at + 1;
      if (start < at && text[at - 1] !== '.' && DOMAIN.test(text)) {
        found.push(candidate('email', start, DOMAIN.lastIndex, 0.98, 'shape'));
      }
    }
    return found;
  },
};
