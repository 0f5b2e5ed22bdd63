/** What the detector costs: time beside compromise, growth with the text, bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Detector } from '../../lib/detect/detect.ts';
import type { LabelledText } from '../corpus.ts';
import { isClean, people } from './measure.ts';
import { timeCompromise } from './peers.ts';

const ROOT = new URL('../../', import.meta.url);
const ROUNDS = 5;
const KB = 1024;
/** Texts of 1 KB that are timed. */
const PIECES = 200;

export interface Speed {
  texts: number;
  /** KB of 1,024 UTF-16 code units. */
  kilobytes: number;
  /** Milliseconds for a KB, warm: the median of the rounds. */
  ours: number;
  compromise: number;
  /** Milliseconds for a text of 1 KB: the median over such pieces. */
  at1KB: number;
  /** Milliseconds for a KB of one text of 100 KB and of 1 MB. */
  at100KB: number;
  at1MB: number;
}

/** How much longer a text of twice the length takes: 2 is linear. */
export interface Growth {
  /** What the text repeats. */
  unit: string;
  /** Within what is read at once, and over many such slices. */
  within: number;
  across: number;
}

/** What trips up patterns and lists: half addresses, one long word, brackets that never close, marks on one letter. */
const REPEATED = ['a@', '7', 'A', 'Aa ', '{', '<td>', ',', '\n', '\u0301'];

export interface Size {
  what: string;
  raw: number;
  gzip: number;
}

/** Times both on prose with names, text by text in turns, so that a busy machine slows both alike. */
export function measureSpeed(detector: Detector, texts: LabelledText[]): Speed {
  const prose = texts.filter(
    (text) =>
      !isClean(text) && people(text).length > 0 && !text.labels.some(({ label }) => label === 'roster'),
  );
  const kilobytes = prose.reduce((total, { text }) => total + text.length, 0) / KB;
  const rounds: { ours: number; compromise: number }[] = [];
  // The first round warms both up and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    const spent = { ours: 0, compromise: 0 };
    for (const [i, { text }] of prose.entries()) {
      const runs: [keyof typeof spent, () => void][] = [
        ['ours', () => detector.detect(text)],
        ['compromise', () => timeCompromise(text)],
      ];
      if ((i + round) % 2) runs.reverse();
      for (const [who, run] of runs) spent[who] += timeOf(run);
    }
    if (round > 0) rounds.push(spent);
  }
  const all = prose.map(({ text }) => text).join('\n\n');
  const long = (size: number) => all.repeat(Math.ceil(size / all.length)).slice(0, size);
  const pieces = Array.from({ length: PIECES }, (_, i) => all.slice(i * KB, (i + 1) * KB));
  const perKilobyte = (size: number, runs: number) => {
    const text = long(size);
    return median(Array.from({ length: runs }, () => timeOf(() => detector.detect(text)))) / (size / KB);
  };
  return {
    texts: prose.length,
    kilobytes,
    ours: median(rounds.map(({ ours }) => ours)) / kilobytes,
    compromise: median(rounds.map(({ compromise }) => compromise)) / kilobytes,
    at1KB: median(pieces.map((piece) => timeOf(() => detector.detect(piece)))),
    at100KB: perKilobyte(100 * KB, 3),
    at1MB: perKilobyte(KB * KB, 1),
  };
}

/** Times repetitions of each unit at two lengths in turns: 7.5 and 15 KB, 128 and 256 KB. Medians. */
export function measureGrowth(detector: Detector): Growth[] {
  return REPEATED.map((unit) => {
    const growth = (size: number, runs: number) => {
      const [short, long] = [size, 2 * size].map((length) => unit.repeat(length / unit.length));
      const times: { short: number; long: number }[] = [];
      // The first run warms up and does not count.
      for (let run = 0; run <= runs; run++) {
        const time = {
          short: timeOf(() => detector.detect(short!)),
          long: timeOf(() => detector.detect(long!)),
        };
        if (run > 0) times.push(time);
      }
      return median(times.map(({ long }) => long)) / median(times.map(({ short }) => short));
    };
    return { unit, within: growth(7.5 * KB, 7), across: growth(128 * KB, 3) };
  });
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Bytes of the detector's sources with their data and, where it has been built, of the script in the extension. */
export function measureSize(): Size[] {
  const folder = new URL('lib/detect/', ROOT);
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`));
  const built = new URL('.output/chrome-mv3/detector.js', ROOT);
  return [
    sizeOf('sources and data in `lib/detect`', Buffer.concat(sources)),
    ...(existsSync(built)
      ? [sizeOf('`detector.js` of the extension as last built', readFileSync(built))]
      : []),
  ];
}

function sizeOf(what: string, bytes: Buffer): Size {
  return { what, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
