import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BECAUSE_CODES } from '../../lib/detect/because.ts';
import { kindOf } from '../../lib/detect/category.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { MODEL } from '../../lib/detect/names/tagger.data.ts';
import { createTagger } from '../../lib/detect/names/tagger.ts';
import { personName } from '../../lib/detect/recognizers/person-name.ts';
import { createDocumentRecognizers, createFormRecognizers } from '../../lib/detect/registry.ts';
import { loadDetector, loadTables } from '../../tools/load-detector.ts';
import { detector, textOf } from './load.ts';

const tagger = Buffer.from(MODEL.tagger, 'base64');

function finish(run: Generator<number, Finding[]>): { shares: number[]; findings: Finding[] } {
  const shares: number[] = [];
  for (;;) {
    const step = run.next();
    if (step.done) return { shares, findings: step.value };
    shares.push(step.value);
  }
}

function expectSound(text: string, findings: Finding[]): void {
  let end = 0;
  for (const finding of findings) {
    const { span } = finding;
    // Marks of documents stand around other findings.
    const isMark = kindOf(finding.category) === 'document';
    if (!isMark) expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    if (!isMark) end = span.end;
    const splits = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
    expect(splits(span.start) || splits(span.end)).toBe(false);
    expect(finding.because.length).toBeGreaterThan(0);
    for (const { code } of finding.because) expect(BECAUSE_CODES).toHaveProperty(code);
    expect(finding.score).toBeGreaterThan(0);
    expect(finding.score).toBeLessThanOrEqual(1);
  }
  expect([...new Set(findings.map(({ entity }) => entity))]).toEqual(
    [...new Set(findings.map(({ entity }) => entity))].map((_, i) => i + 1),
  );
}

describe('offsets', () => {
  test.each<[string, string]>([
    ['emoji', '😀👩‍👧 My student Maya Lopez reads. 😀 My student Priya left.'],
    ['combining marks', 'e\u0301e\u0301 My student Maya Lopez reads. n\u0303 My student Priya left.'],
    ['CR LF', 'One.\r\n\r\nMy student Maya Lopez reads.\r\nMy student Priya left.\r\n'],
    ['no-break space', 'A\u00a0b\u00a0My student Maya Lopez reads.\u00a0My student Priya left.'],
    ['lone surrogates', '\ud83d My student Maya Lopez reads. \udc00 My student Priya left.\ud800'],
    ['right-to-left text', 'שלום \u200fMy student Maya Lopez reads. مرحبا My student Priya left.'],
  ])('%s', (_, text) => {
    const findings = detector.detect(text);
    expect(findings.map((finding) => textOf(text, finding))).toEqual(['Maya Lopez', 'Priya']);
    expectSound(text, findings);
  });
});

test('a draft with many kinds', () => {
  const text =
    'Maya Lopez (ID: 1043321, DOB 4/12/2014) has an IEP. Call 512-555-0142 or rosa@example.com, 12 Elm Street.';
  const findings = detector.detect(text);
  expect(findings.map(({ category }) => category)).toEqual([
    'person-name',
    'student-id',
    'birth-date',
    'disability',
    'phone',
    'email',
    'address',
  ]);
  expectSound(text, findings);
});

test('a lesson plan without private people is clean', () => {
  const text = readFileSync(new URL('clean-lesson.txt', import.meta.url), 'utf8');
  expect(detector.detect(text).map((finding) => textOf(text, finding))).toEqual([]);
});

describe('slices', () => {
  const line = 'My student Maya Lopez wrote to priya@example.org about the lab 😀.\r\n';
  const text = line.repeat(900);

  test('find what detect finds, with entities linked across slices', () => {
    const { shares, findings } = finish(detector.slices(text));
    expect(shares.length).toBeGreaterThanOrEqual(text.length / 16_000);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(findings).toHaveLength(1800);
    expect(new Set(findings.map(({ entity }) => entity)).size).toBe(2);
    expect(findings).toEqual(detector.detect(text));
    for (const finding of findings)
      expect(['Maya Lopez', 'priya@example.org']).toContain(textOf(text, finding));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('no pair is split in a long word, %i letters in', (shift) => {
    const long = 'x'.repeat(shift) + '😀'.repeat(12_000);
    expectSound(long, detector.detect(long));
  });

  test('a name that lies over the limit is whole', () => {
    for (let pad = 15_985; pad < 16_005; pad++) {
      const padded = `${'Plan a lesson on fractions. '.repeat(pad / 28 + 1).slice(0, pad)} My student Maya Lopez left.`;
      expect(
        detector
          .detect(padded)
          .map((finding) => textOf(padded, finding))
          .join(' '),
      ).toContain('Maya');
    }
  });

  test('an empty text has no slice', () => {
    expect(finish(detector.slices(''))).toEqual({ shares: [], findings: [] });
  });

  test('can be left early', () => {
    const run = detector.slices(text);
    expect(run.next().value).toBeLessThan(1);
    run.return([]);
    expect(run.next().done).toBe(true);
  });
});

describe('any string', () => {
  /** Mulberry32: the same texts in each run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const PIECES =
    'Maya|Lopez|,|.| |\n|\r\n|\t|\u00a0|😀|\ud83d|\ude00|e\u0301|\u0301|’s|\'|"|(|)|-|@|example.com|https://|docs.google.com/d/|512|-555-|0142|DOB|4/12/2014|ID:|PIN|Jr.|Ms.|my student|has ADHD|de la|J.|שלום|مرحبا|中文|\u0000|\u2028|Will|III'.split(
      '|',
    );

  test('gives sound findings', () => {
    const next = random(20261123);
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let i = 0; i < 40; i++) {
        const piece = PIECES[Math.floor(next() * PIECES.length)]!;
        text += next() < 0.1 ? String.fromCharCode(Math.floor(next() * 0x10000)) : piece;
        if (next() < 0.4) text += ' ';
      }
      expectSound(text, detector.detect(text));
    }
  });

  test.each([
    'a@',
    'a',
    'Aa ',
    '1-',
    '123 ',
    'password ',
    'Maya, ',
    '"(',
    'http://a.',
    'a.',
    '9 Oak ',
    'M. ',
    '(512) ',
    'Xq Zv ',
  ])('200,000 characters of %j', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    expectSound(text.slice(0, 500), detector.detect(text.slice(0, 500)));
    expect(finish(detector.slices(text)).shares.at(-1)).toBe(1);
  });
});

describe('data', () => {
  test('words that are withheld behave as if they stood in no name list', () => {
    const text = 'Quiet words. Maya read.';
    const score = (withhold?: ReadonlySet<string>) =>
      loadDetector({ withhold }).detect(`My student Maya Lopez reads. ${text}`)[0];
    const listed = score();
    const unlisted = score(new Set(['maya', 'lopez']));
    expect(listed?.because.map(({ code }) => code)).toContain('name-list');
    expect(unlisted?.because.map(({ code }) => code)).not.toContain('name-list');
  });

  test('recognizers have distinct ids and say what they find', () => {
    const gazetteer = createGazetteer(loadTables());
    const recognizers = [
      personName(gazetteer, createTagger(tagger)),
      ...createFormRecognizers(gazetteer),
      ...createDocumentRecognizers(gazetteer),
    ];
    expect(new Set(recognizers.map(({ id }) => id)).size).toBe(recognizers.length);
    for (const { description, categories } of recognizers) {
      expect(description).toMatch(/\.$/);
      expect(categories.length).toBeGreaterThan(0);
    }
  });
});
