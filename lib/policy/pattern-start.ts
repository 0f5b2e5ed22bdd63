/**
 * How a match of a pattern must begin. Where that is known, a text is looked through for such places first, which takes a
 * hundredth of the time that the pattern itself takes.
 */

/** The first signs of a match that are looked for. More tell little more. */
const MOST_SIGNS = 8;
/** A start that stands in ordinary words more often than this filters too little. */
const MOST_IN_SAMPLE = 1 / 20;
/** Ordinary words, with as many capitals, digits and signs as a text for teachers has. */
const SAMPLE =
  "On Monday the 7th graders read chapter 3 and wrote two paragraphs about the main idea. Next week's lesson has a warm-up (10 minutes), a short video and an exit ticket; please bring the worksheets. " +
  'Las familias reciben una carta antes del 12 de mayo con los temas de la unidad. ¿Qué aprendieron los niños sobre el agua, y cómo lo explican en sus propias palabras? Students may work alone or in pairs.';

interface Atom {
  /** A JavaScript expression for one sign or some; '' for what takes no room, null where it may be nearly anything. */
  source: string | null;
  /** Whether it is always as many signs as `source` has. */
  fixed: boolean;
}

const NO_ROOM: Atom = { source: '', fixed: true };
const ANYTHING: Atom = { source: null, fixed: false };

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const FLAGS = /\?([imsU]*)(?:-[imsU]+)?([:)])/y;
const NAMED_OR_PLAIN = /(?:\?P?<\w+>)?/y;
/** `\pL`, `\p{Greek}`, octal numbers, and a quoted part, which ends with `\E` or the pattern. */
const RARE_ESCAPE = /\\(?:[pP](?:\{[^}]*\}?|.?)|[0-7]{1,3}|Q[\s\S]*?(?:\\E|$))/y;
const NAMED_CLASS = /\[:\^?\w+:\]/y;
/** At an end of a class it is a sign like others. */
const RANGE_SIGN = /-(?!\])/y;
const HEX = /\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/y;
const NAMED_SIGNS: Record<string, string> = {
  ...{ a: '\x07', f: '\f', t: '\t', n: '\n', r: '\r', v: '\v' },
};

/**
 * How a match of a pattern begins, as a global expression whose matches are the only places where one can start. In: a
 * pattern in RE2's syntax. Out: null where it begins with what may be missing, with any sign, or with what stands in every
 * text; also where it is no pattern at all, though not each of those is told.
 */
export function startOf(pattern: string): RegExp | null {
  const { source, ignoresCase } = read(pattern);
  if (!source) return null;
  try {
    const start = new RegExp(source, ignoresCase ? 'giu' : 'gu');
    const found = SAMPLE.match(start)?.length ?? 0;
    return found / SAMPLE.length > MOST_IN_SAMPLE ? null : start;
  } catch {
    return null;
  }
}

function read(pattern: string): { source: string | null; ignoresCase: boolean } {
  let at = 0;
  let ignoresCase = false;
  const take = (what: RegExp) => {
    what.lastIndex = at;
    const found = what.exec(pattern);
    if (found) at += found[0].length;
    return found;
  };
  const takeSign = (): string => {
    const sign = String.fromCodePoint(pattern.codePointAt(at)!);
    at += sign.length;
    return sign;
  };

  const alternatives = (): string | null => {
    const found = [branch()];
    while (pattern[at] === '|') {
      at++;
      found.push(branch());
    }
    return found.includes(null) ? null : `(?:${found.join('|')})`;
  };

  const branch = (): string | null => {
    let source = '';
    let left = MOST_SIGNS;
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const one = atom();
      const { least, exact } = quantifier();
      if (one.source === '' || left === 0) continue;
      const times = one.source === null ? 0 : Math.min(least, left);
      if (times > 0) source += times > 1 ? `${one.source}{${times}}` : one.source;
      left = exact && one.fixed ? left - times : 0;
    }
    return source || null;
  };

  const quantifier = (): { least: number; exact: boolean } => {
    const found = take(QUANTIFIER);
    if (!found) return { least: 1, exact: true };
    const [, sign, least = '', comma, most] = found;
    if (sign) return { least: sign === '+' ? 1 : 0, exact: false };
    return { least: Number(least), exact: Number(least) > 0 && (comma === '' || least === most) };
  };

  const atom = (): Atom => {
    switch (pattern[at]) {
      case '(':
        at++;
        return group();
      case '[':
        return signClass();
      case '\\':
        return escaped();
      case '^':
      case '$':
        at++;
        return NO_ROOM;
      case '.':
        at++;
        return ANYTHING;
      default:
        return { source: literal(takeSign()), fixed: true };
    }
  };

  const group = (): Atom => {
    const flags = take(FLAGS);
    if (flags?.[1]?.includes('i')) ignoresCase = true;
    if (flags?.[2] === ')') return NO_ROOM;
    if (!flags) take(NAMED_OR_PLAIN);
    const source = alternatives();
    at++;
    return { source, fixed: false };
  };

  const escaped = (): Atom => {
    if (take(RARE_ESCAPE)) return ANYTHING;
    const sign = escapedSign();
    if (sign !== null) return { source: literal(sign), fixed: true };
    at++;
    const name = at < pattern.length ? takeSign() : '';
    if (/^[bBAz]$/.test(name)) return NO_ROOM;
    if (/^[dws]$/.test(name)) return { source: `\\${name}`, fixed: true };
    return /^[\p{L}\p{N}]?$/u.test(name) ? ANYTHING : { source: literal(name), fixed: true };
  };

  /** A sign that is written by its number or a letter. */
  const escapedSign = (): string | null => {
    const hex = take(HEX);
    if (hex) return String.fromCodePoint(Math.min(Number.parseInt(hex[1] ?? hex[2]!, 16), 0x10ffff));
    const named = NAMED_SIGNS[pattern[at + 1] ?? ''];
    if (named) at += 2;
    return named ?? null;
  };

  const signClass = (): Atom => {
    at++;
    const negated = pattern[at] === '^';
    if (negated) at++;
    let source = '';
    let wide = negated;
    for (let first = true; at < pattern.length && (first || pattern[at] !== ']'); first = false) {
      if (take(NAMED_CLASS)) wide = true;
      else if (source !== '' && take(RANGE_SIGN)) source += '-';
      else {
        const one = pattern[at] === '\\' ? escaped() : { source: literal(takeSign()) };
        source += one.source ?? '';
        wide ||= !one.source;
      }
    }
    at++;
    return wide || source === '' ? ANYTHING : { source: `[${source}]`, fixed: true };
  };

  const source = alternatives();
  return { source: at < pattern.length ? null : source, ignoresCase };
}

/** A sign as an expression that means nothing but itself, inside a class too. */
function literal(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}
