import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BECAUSE_CODES } from '../../lib/detect/because.ts';
import { createDetector } from '../../lib/detect/detect.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { TABLES } from '../../lib/detect/names/gazetteer.data.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { createRecognizers } from '../../lib/detect/registry.ts';
import { detector, textOf } from './load.ts';

const names = Buffer.from(TABLES.names, 'base64');

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
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    end = span.end;
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
    ['emoji', '😀👩‍👧 Maya Lopez reads. 😀 Then Priya left.'],
    ['combining marks', 'e\u0301e\u0301 Maya Lopez reads. n\u0303 Then Priya left.'],
    ['CR LF', 'One.\r\n\r\nMaya Lopez reads.\r\nThen Priya left.\r\n'],
    ['no-break space', 'A\u00a0b\u00a0Maya Lopez reads.\u00a0Then Priya left.'],
    ['lone surrogates', '\ud83d Maya Lopez reads. \udc00 Then Priya left.\ud800'],
    ['right-to-left text', 'שלום \u200fMaya Lopez reads. مرحبا Then Priya left.'],
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
      const padded = `${'word '.repeat(pad / 5).slice(0, pad)} Maya Lopez left.`;
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
  test('works without compromise', () => {
    const text = 'My student Maya Lopez reads.';
    expect(createDetector({ names }).detect(text)).toHaveLength(1);
  });

  test('asks for compromise once, and only where a capitalised word is unexplained', () => {
    let loads = 0;
    const lazy = createDetector({
      names,
      people: () => {
        loads++;
        return () => [];
      },
    });
    lazy.detect('Plants make food from light. Will they grow? In May, students write.');
    expect(loads).toBe(0);
    lazy.detect('We asked Quillara to wait.');
    lazy.detect('We asked Quillara to wait.');
    expect(loads).toBe(1);
  });

  test('loads it ahead of time when warmed', () => {
    let loads = 0;
    const lazy = createDetector({
      names,
      people: () => {
        loads++;
        return () => [];
      },
    });
    lazy.warm();
    expect(loads).toBe(1);
    lazy.detect('We asked Quillara to wait.');
    expect(loads).toBe(1);
  });

  test('recognizers have distinct ids and say what they find', () => {
    const recognizers = createRecognizers(createGazetteer(names));
    expect(new Set(recognizers.map(({ id }) => id)).size).toBe(recognizers.length);
    for (const { description, categories } of recognizers) {
      expect(description).toMatch(/\.$/);
      expect(categories.length).toBeGreaterThan(0);
    }
  });
});
