import { finder } from '../finder.ts';
import type { Recognizer } from '../recognizer.ts';
import { candidate } from './pattern.ts';

/** Longest local part, RFC 5321 section 4.5.3.1.1. */
const LOCAL_MAX = 64;
const LOCAL = /[\p{L}\p{M}\p{N}._%+'’-]/u;
/** Scanners put a space into an address now and then: "exam ple.net"; such a domain must end in a common ending. */
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/uy;
const BROKEN_DOMAIN = /[a-z0-9-]{1,20} [a-z0-9-]{1,20}\.(?:com|net|org|edu)(?![\p{L}\p{N}])/iuy;
/** Addresses of an office, not of a person. */
const OFFICE =
  /^(?:info|help|helpdesk|office|admin|administration|attendance|contact|support|hello|noreply|no-reply|donotreply|webmaster|postmaster|registrar|frontoffice|mainoffice|enrollment|admissions|hr|press|media|news|newsletter|events|sales|billing|orders|feedback|team|staff|service|services|customerservice|library|techsupport|tech|transportation|nurse|health|counseling|pta|ptsa|pto|boosters|tickets|volunteers?|webteam|careers|jobs|privacy|security|abuse|oficina|ayuda|informes|contacto|secretaria|soporte)$/i;

const SAID_DOMAIN = finder(
  /(?<= )at (?<host>[a-z0-9-]{2,30}(?: [a-z0-9-]{2,15})?(?: dot [a-z0-9-]{2,20}){0,3} dot (?:com|org|net|edu|gov|us|k12|mx|es|example))(?![\p{L}\p{N}])/giu,
);
/** Words before "at" that are no part of a dictated address. */
const BEFORE =
  /^(?:is|es|e-?mail|mail|correo|address|the|her|his|my|mine|their|our|also|have|to|me|or|and|y|reads?|write|contact|reach|reached|use|him|them|us|as|de|for|on|mom|dad|mother|father|parents?|classroom|work|home)$/i;
const SAID_WORDS = 7;

/** Where a dictated address begins: behind the nearest word that cannot be part of it. */
function saidStart(text: string, at: number): number {
  let start = at;
  for (let n = 0; n < SAID_WORDS; n++) {
    const word = /(?<=^|[ \n])[\p{L}\p{N}_-]{1,30} $/u.exec(text.slice(Math.max(0, start - 32), start))?.[0];
    if (!word || BEFORE.test(word.trim())) break;
    start -= word.length;
  }
  return start;
}

/** E-mail addresses, written and dictated. Works outward from each @, so that a text full of them stays cheap. */
export const email: Recognizer = {
  id: 'email',
  categories: ['email'],
  description: 'E-mail addresses.',
  find(doc) {
    const { text } = doc;
    const found = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      let start = at;
      while (start > 0 && at - start < LOCAL_MAX && LOCAL.test(text[start - 1]!)) start--;
      while (start < at && /['’.]/.test(text[start]!)) start++;
      if (start === at || text[at - 1] === '.' || OFFICE.test(text.slice(start, at))) continue;
      for (const domain of [DOMAIN, BROKEN_DOMAIN]) {
        domain.lastIndex = at + 1;
        if (!domain.test(text)) continue;
        found.push(candidate('email', start, domain.lastIndex, 0.98, 'shape'));
        break;
      }
    }
    for (const match of SAID_DOMAIN(doc)) {
      const start = saidStart(text, match.index);
      const name = text.slice(start, match.index).trim();
      if (name && !OFFICE.test(name)) {
        found.push(candidate('email', start, match.index + match[0].length, 0.93, 'shape'));
      }
    }
    return found;
  },
};
