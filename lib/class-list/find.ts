/** Finds listed people in a text, by the digest of their list. Pure. */
import { type DigestKind, foldedNumber, type ListDigest } from './digest.ts';
import { keyedHash } from './keyed-hash.ts';
import { foldedName } from './person.ts';

/** `person`: whose it is, as a number within the list; of a bare first name, which several may have, its hash. */
export interface ListedSpan {
  /** UTF-16 units, end-exclusive. */
  span: { start: number; end: number };
  kind: Exclude<DigestKind, 'begins'>;
  person: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`.][\p{L}\p{M}]+)*/gu;
/** "Maya's" is Maya; a bare apostrophe behind a name is none of its letters. */
const POSSESSIVE = /['’ʼ‘`]s$/i;
/** What stands between the parts of one name: a space, a hyphen, a comma of "Lopez, Maya", a full stop of an initial. */
const GAP = /^(?:[.,]?[^\S\r\n]{1,3}|\s|[-\u2010-\u2015])$/u;
const EMAIL = /[^\s@<>(),;:"“”]+@[^\s@<>(),;:"“”]+\.[\p{L}]{2,}/gu;
const NUMBER = /(?<![\p{L}\d])(?=[\p{L}./_-]*\d)[\p{L}\d](?:[\p{L}\d./_-]{2,38})[\p{L}\d](?![\p{L}\d])/gu;

/** Whether no further part of a name or an identifier touches a place: "Maya-Rose" is another one, "_Maya" none. */
function isApart(text: string, start: number, end: number): boolean {
  return (
    !/(?:_|\p{L}-)$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:_|-\p{L})/u.test(text.slice(end, end + 2))
  );
}

/**
 * All places in a text where a listed name, address or number stands, in the order of the text, none over another, the
 * longest where several fit. Case and accents do not matter; in a first name that stands alone, case does.
 */
export function findListed(text: string, digest: ListDigest): ListedSpan[] {
  const { key, found, longest } = digest;
  const all: ListedSpan[] = [];
  if (found.email.size > 0) {
    for (const { 0: address, index } of text.matchAll(EMAIL)) {
      const person = found.email.get(keyedHash(key, address.toLowerCase()));
      if (person !== undefined)
        all.push({ span: { start: index, end: index + address.length }, kind: 'email', person });
    }
  }
  if (found.number.size > 0) {
    for (const { 0: number, index } of text.matchAll(NUMBER)) {
      const person = found.number.get(keyedHash(key, foldedNumber(number)));
      if (person !== undefined)
        all.push({ span: { start: index, end: index + number.length }, kind: 'number', person });
    }
  }
  const words = Array.from(text.matchAll(WORD), ({ 0: raw, index }) => {
    const word = raw.replace(POSSESSIVE, '');
    return { start: index, end: index + word.length, word, folded: foldedName(word) };
  });
  const isNext = (i: number) => {
    const gap = text.slice(words[i - 1]!.end, words[i]!.start);
    // Behind a whole word a full stop ends the sentence.
    return GAP.test(gap) && (gap[0] !== '.' || words[i - 1]!.word.length === 1);
  };
  for (let i = 0; i < words.length; i++) {
    const { start, end, word, folded } = words[i]!;
    let name: ListedSpan | null = null;
    let last = i;
    if (found.begins.has(keyedHash(key, folded))) {
      let joined = folded;
      for (let j = i + 1; j < words.length && j - i < longest && isNext(j); j++) {
        joined += ` ${words[j]!.folded}`;
        const hash = keyedHash(key, joined);
        const person = found.full.get(hash) ?? found.family.get(hash);
        if (person === undefined || !isApart(text, start, words[j]!.end)) continue;
        last = j;
        name = {
          span: { start, end: words[j]!.end },
          kind: found.full.has(hash) ? 'full' : 'family',
          person,
        };
      }
    }
    if (!name && /^\p{Lu}/u.test(word) && isApart(text, start, end)) {
      const hash = keyedHash(key, word.normalize('NFC'));
      if (found.bare.has(hash)) name = { span: { start, end }, kind: 'bare', person: hash };
    }
    if (!name) continue;
    all.push(name);
    i = last;
  }
  const inOrder = all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let behind = 0;
  return inOrder.filter(({ span }) => {
    const isFree = span.start >= behind;
    if (isFree) behind = span.end;
    return isFree;
  });
}
