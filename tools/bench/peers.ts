/** Other finders of names, measured beside ours. A further peer is one function here and its line in `PEERS`. */
import { OpenRedaction } from '@openredaction/core';
import nlp from 'compromise';
import redactPii from 'redact-pii';
import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemToken } from 'wink-nlp';
import type { Span } from '../../lib/detect/finding.ts';
import { createGazetteer, FLAG, nameKey } from '../../lib/detect/names/gazetteer.ts';
import { loadTables } from '../load-detector.ts';

export type NameFinder = (text: string) => Span[] | Promise<Span[]>;

export const PEERS: { name: string; find: NameFinder }[] = [
  { name: 'compromise', find: compromise },
  { name: 'redact-pii', find: redactedNames },
  { name: 'openredaction', find: openNames },
  { name: 'wink-nlp', find: properNouns },
  { name: 'name lists', find: listedNames },
];

/** `people()` of compromise. Its offsets drift after emoji, so each person is looked up again and outer marks are cut. */
export function compromise(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const person of nlp(text).people().out('array') as string[]) {
    const found = text.indexOf(person, from);
    if (person === '' || found < 0) continue;
    from = found + person.length;
    const start = found + (/^[^\p{L}]+/u.exec(person)?.[0].length ?? 0);
    const end = found + person.replace(/(?:['’]s)?[^\p{L}]*$/iu, '').length;
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** Runs compromise for its time alone. */
export function timeCompromise(text: string): void {
  nlp(text).people();
}

/** Stands in the output of redact-pii for a name, whatever its options say. */
const REDACTED = 'PERSON_NAME';
const redactor = new redactPii.SyncRedactor({
  builtInRedactors: Object.fromEntries(
    [
      ...[
        'creditCardNumber',
        'streetAddress',
        'zipcode',
        'phoneNumber',
        'ipAddress',
        'usSocialSecurityNumber',
      ],
      ...['emailAddress', 'username', 'password', 'credentials', 'digits', 'url'],
    ].map((name) => [name, { enabled: false }]),
  ),
});

/** The names redactor of redact-pii. It gives a text, no places: what stands between two names is looked up. */
function redactedNames(text: string): Span[] {
  const parts = redactor.redact(text).split(REDACTED);
  const spans: Span[] = [];
  let at = parts[0]!.length;
  for (const part of parts.slice(1)) {
    const next = part === '' ? at : text.indexOf(part, at);
    if (next < 0) break;
    const end = parts.at(-1) === part && part === '' ? text.length : next;
    if (end > at) spans.push({ start: at, end });
    at = end + part.length;
  }
  return spans;
}

const openRedaction = new OpenRedaction({ includeNames: true });

/** Findings of the type NAME of openredaction. */
async function openNames(text: string): Promise<Span[]> {
  const { detections } = await openRedaction.detect(text);
  return detections
    .filter(({ type }) => type.includes('NAME') && type !== 'USERNAME')
    .map(({ position: [start, end] }) => ({ start, end }));
}

const wink = winkNlp(model, ['sbd', 'pos']);

/** Proper nouns of wink-nlp, neighbours as one. */
function properNouns(text: string): Span[] {
  const tokens = wink.readDoc(text).tokens();
  const spans: Span[] = [];
  let at = 0;
  tokens.each((token: ItemToken) => {
    const value = token.out();
    const start = text.indexOf(value, at);
    if (start < 0) return;
    const end = start + value.length;
    const last = spans.at(-1);
    if (token.out(wink.its.pos) === 'PROPN') {
      if (last && text.slice(last.end, start) === ' ') last.end = end;
      else spans.push({ start, end });
    }
    at = end;
  });
  return spans;
}

const gazetteer = createGazetteer(loadTables());

/** The list baseline: every capitalised word in our lists of common names is a name, neighbours are one. */
function listedNames(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(/\p{Lu}(?:[\p{L}\p{M}]|['’-](?=\p{L}))*/gu)) {
    const name = word.replace(/['’]s$/i, '');
    if (!(gazetteer.flagsOf(nameKey(name)) & (FLAG.given | FLAG.surname))) continue;
    const last = spans.at(-1);
    const end = index + name.length;
    if (last && text.slice(last.end, index) === ' ') last.end = end;
    else spans.push({ start: index, end });
  }
  return spans;
}
