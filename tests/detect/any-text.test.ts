import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { BECAUSE_CODES } from '../../lib/detect/because.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { redact } from '../../lib/redact/redact.ts';
import { restoreExact } from '../../lib/redact/restore.ts';
import { loadCorpus } from '../../tools/corpus.ts';
import { detector } from './load.ts';

const SEED = 20261123;
const REPORT = process.env.CHALKLINE_REPORTS;
/** An eighth of the texts and of the megabyte; all of it in `npm run test:long`, which also gets a report. */
const SHARE = REPORT ? 1 : 1 / 8;
const tally: Record<string, number> = {};
afterAll(() => {
  if (!REPORT) return;
  mkdirSync(REPORT, { recursive: true });
  writeFileSync(`${REPORT}/texts.json`, JSON.stringify({ title: 'Texts at random', seed: SEED, tally }));
});
/** Far more than a run takes; only a test that hangs or is no longer linear gets there. */
const PATIENCE = 180_000;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Throws where findings are not what every caller relies on. Plain errors: `expect` costs more than a detection. */
function checkSound(text: string, findings: Finding[]): void {
  const check = (right: boolean, what: string, finding?: Finding) => {
    if (!right) throw new Error(`${what}: ${JSON.stringify(finding)} in ${JSON.stringify(text)}`);
  };
  const borders = new Set([text.length]);
  if (findings.length > 0) for (const { index } of segmenter.segment(text)) borders.add(index);
  let start = 0;
  let end = 0;
  let entities = 0;
  for (const finding of findings) {
    const { span } = finding;
    check(span.start >= 0 && span.start < span.end && span.end <= text.length, 'not in the text', finding);
    check(span.start >= start, 'not sorted', finding);
    start = span.start;
    if (finding.category !== 'roster' && finding.category !== 'student-work') {
      check(span.start >= end, 'overlaps', finding);
      end = span.end;
    }
    check(borders.has(span.start) && borders.has(span.end), 'splits a character', finding);
    check(finding.score > 0 && finding.score <= 1, 'has a score that is none', finding);
    check(finding.entity >= 1 && finding.entity <= entities + 1, 'has an entity out of order', finding);
    entities = Math.max(entities, finding.entity);
    check(finding.because.length > 0, 'has no reason', finding);
    for (const { code } of finding.because) check(code in BECAUSE_CODES, 'has an unknown reason', finding);
  }
}

function sound(name: string, texts: fc.Arbitrary<string>, all: number): void {
  const runs = all * SHARE;
  test(
    `${runs} ${name}`,
    () => {
      let found = 0;
      fc.assert(
        fc.property(texts, (text) => {
          const findings = detector.detect(text);
          checkSound(text, findings);
          found += findings.length;
        }),
        { seed: SEED, numRuns: runs },
      );
      // Texts in which nothing is ever found would show nothing.
      expect(found).toBeGreaterThan(runs / 1000);
      tally[name] = runs;
    },
    PATIENCE,
  );
}

/** Invisible, joining, folding and lone code units. */
const ODD =
  '\u200b|\u00ad|\u200d|\ufeff|\ufe0f|\u0301|\u0323|\u0345|\u20e3|\u00a0|\u3000|\u2028|\r|\n|\r\n|\t|\0|\u001b|\u0085|\u200f|\u202e|\ud83d|\ude00|😀|👩‍👧|👋🏽|🇲🇽|🇺|ﬃ|ﷺ|½|…|º|’|“|—|Ｍ|𝐌|Ⓜ|İ|ı|ß|ẞ|ŉ|\u1100|\u1161|\u11a8|각|ｶ\uff9e|क्षि|ำ|\u0600|\u{1f3fb}|\u{e0041}|漢|ش|ש|Ж|٣|०|１'.split(
    '|',
  );
const PIECES =
  'Maya|Lopez|Lopez, Maya|maya|MAYA|O\'Neil|Jr.|III|J.|Ms. |de la |Will|Grace|April|Lincoln|my student |mom |has ADHD|IEP|suspended|the only |Hmong|ID|ID: |204418|SSN |123-45-6789|DOB: |3/4/2014|March 4|512-555-0142|(512) |ext. 4|@|maya@example.org| at | dot com|https://|example.org/d/a1B2|12 Elm Street|Apt 4|Bus 12|locker |password: |tiger7|4111 1111 1111 1111|Room 12, period 3|Elementary|Middle School|Name,ID\n|Name: |- |* |1. |, |; |: | | | |\n|\n\n|. |! |"|\'|(|)|[|]|{|}|<td>|</td>|<tr>|<table>|&nbsp;|&#x1F600;|[{"name":"|":"|","|"},{"|\\u00f1|\\ud83d|null'.split(
    '|',
  );
const odd = fc.constantFrom(...ODD);
const piece = fc.constantFrom(...PIECES);
const joined = (parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(parts, { maxLength, size: 'max' }).map((all) => all.join(''));

const corpus = loadCorpus('train').map(({ text }) => text);
/** Up to 40 code units from anywhere in a text, cut without regard to characters. */
const cut = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 5, max: 40 }),
  )
  .map(([text, share, length]) => {
    const start = Math.floor(share * text.length);
    return text.slice(start, start + length);
  });
const codes = (text: string, change: (code: number) => number) =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint(change(char.charCodeAt(0))));
const change = fc.oneof(
  fc.constantFrom<((text: string) => string)[]>(
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text + text,
    (text) => text.normalize('NFD'),
    (text) => [...text].reverse().join(''),
    (text) => text.replace(/\s/g, ''),
    (text) => text.replace(/ /g, '\n'),
    (text) => text.replace(/[,.]? /g, '\t'),
    (text) => JSON.stringify(text),
    (text) => JSON.stringify([{ name: text, id: 204418 }, { name: text }]),
    (text) => `<table><tr><td>${text}</td><td>${text}</td></tr></table>`,
    (text) => codes(text, (code) => code + 0xfee0),
    (text) => text.replace(/[A-Z]/g, (char) => String.fromCodePoint(0x1d400 + char.charCodeAt(0) - 65)),
    (text) => text.replace(/[a-z]/g, '$&\u0301'),
  ),
  fc.tuple(odd, fc.double({ min: 0, max: 1, noNaN: true })).map(([char, share]) => (text: string) => {
    const at = Math.floor(share * text.length);
    return text.slice(0, at) + char + text.slice(at);
  }),
  cut.map((other) => (text: string) => text + other),
);
const mutated = fc
  .tuple(cut, fc.array(change, { maxLength: 2 }))
  .map(([text, changes]) => changes.reduce((changed, one) => one(changed), text));

describe('any text gives findings or none', () => {
  sound(
    'random texts',
    fc.string({
      unit: fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        fc.constantFrom('a', 'M', '4', ' ', '@', '.'),
      ),
      maxLength: 40,
    }),
    30_000,
  );
  sound('texts of pieces that recognizers look for', joined(piece, 6), 60_000);
  sound(
    'texts of such pieces and odd characters',
    joined(fc.oneof({ arbitrary: piece, weight: 2 }, odd), 8),
    60_000,
  );
  sound('texts of the corpus, changed', mutated, 50_000);
});

test('what is found in a changed text is swapped and put back to the code unit', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const swaps = detector
        .detect(text)
        .filter(({ category }) => category !== 'roster' && category !== 'student-work')
        .map(({ span, entity }) => ({ span, surrogate: `[Student ${entity}]` }));
      const redacted = redact(text, swaps);
      expect(redacted.mentions).toHaveLength(swaps.length);
      expect(restoreExact(redacted.text, redacted.mentions)).toBe(text);
    }),
    { seed: SEED, numRuns: 2000 * SHARE },
  );
});

describe(`${1024 * SHARE} KB of one thing come to an end`, () => {
  test.each(['a@', '7', 'A', 'Aa ', '{', '<td>', ',', '\n', '\u0301'])(
    '%j',
    (unit) => {
      const text = unit.repeat((2 ** 20 * SHARE) / unit.length);
      checkSound(text, detector.detect(text));
    },
    PATIENCE,
  );
});
