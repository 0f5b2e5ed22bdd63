/** Reads one cell or line that holds a name. */
import { isEmail, tidy } from './person.ts';

export interface ReadName {
  first: string;
  last: string;
  nickname?: string;
  email?: string;
}

/** A mark or number that a list puts before its lines. */
const BULLET = /^(?:[-*•·–—▪◦]|\d{1,4}[.):])\s+/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|v)\.?$/i;

/**
 * "Maya Lopez", "Lopez, Maya", "1. Maya (May) Lopez", 'Maya "May" Lopez', "Maya Lopez <maya@example.org>". Without a comma
 * the first word is the given name, all others the surname.
 */
export function readName(cell: string): ReadName {
  let text = tidy(cell).replace(BULLET, '');
  const found: { nickname?: string; email?: string } = {};
  text = text.replace(/<([^<>]*)>|\S+@\S+/u, (whole, inner?: string) => {
    const email = tidy(inner ?? whole);
    if (isEmail(email)) found.email = email;
    return ' ';
  });
  text = text.replace(
    /\(([^()]*)\)|["“”«]([^"“”«»]+)["“”»]/u,
    (whole, inBrackets?: string, quoted?: string) => {
      const nickname = tidy(inBrackets ?? quoted ?? '');
      // A whole cell in quotes is no nickname.
      if (whole.length === text.length) return nickname;
      // "(she/her)" and "(Grade 7)" are none.
      if (/^[\p{L}\p{M}'’-]+$/u.test(nickname)) found.nickname = nickname;
      return ' ';
    },
  );
  const parts = text.split(',').map(bare).filter(Boolean);
  const [head = '', ...rest] = parts;
  const suffix = rest.length > 0 && SUFFIX.test(rest[0]!) ? [rest.shift()!] : [];
  if (rest.length > 0) return { first: rest.join(' '), last: [head, ...suffix].join(' '), ...found };
  const space = head.indexOf(' ');
  return space < 0
    ? { first: head, last: suffix.join(' '), ...found }
    : { first: head.slice(0, space), last: [head.slice(space + 1), ...suffix].join(' '), ...found };
}

/** A part of a name without what is around it. */
export function bare(text: string): string {
  return tidy(text.replace(/["“”]/gu, ' '))
    .replace(/^['’;:|]+|[;:|]+$/gu, '')
    .trim();
}
