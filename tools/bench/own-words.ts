/**
 * npm run bench:own: what a policy's own words cost beside the detector, in one run, so that a busy machine slows both alike.
 * Prints milliseconds for a KB, warm, and how many times faster than the detector that is.
 */
import type { Finding } from '../../lib/detect/finding.ts';
import { findPatterns } from '../../lib/patterns.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { addOwnWords } from '../../lib/policy/own-words.ts';
import { loadCorpus } from '../corpus.ts';
import { loadDetector } from '../load-detector.ts';

const KB = 1024;
const PIECES = 60;
const ROUNDS = 9;

/** What districts may look for; some begin with what stands in many texts. */
const PATTERNS = [
  ...['LC-\\d{6}', '[A-Z]{2}\\d{6}', '\\b\\d{3}-\\d{4}\\b', '(?:IEP|504) case \\d+', 'Room [A-Z]?\\d{2,4}'],
  ...['bus #?\\d+', '(?i)project [a-z]+', 'S\\d{7}', '\\d{6}', '\\d{2}/\\d{2}/\\d{4}', 'Lunch PIN:? \\d{4}'],
  ...['(?i)acct\\.? ?\\d+', '#\\d{5,8}', '[A-Z]{3}-[A-Z0-9]{4,8}', 'Case No\\. [\\w-]+', '[A-Z][a-z]+ House'],
  ...['locker \\d+', '[HS]\\d{4}[A-Z]?', 'Cohort [A-Z]\\b', '\\d+-\\d+'],
];
const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));

const POLICIES: Record<string, object> = {
  '20 patterns': { customPatterns: PATTERNS },
  '50 patterns': { customPatterns: many(50, (i) => `${PATTERNS[i % 20]}${i < 20 ? '' : `x{${i}}`}`) },
  '5,000 own terms': { customTerms: many(5000, (i) => `${['kite', 'owl', 'the group'][i % 3]} ${i} club`) },
  '5,000 schools': { schoolNames: many(5000, (i) => `${['Oak', 'Elm', 'Ridge'][i % 3]} ${i} Middle School`) },
  '50 shapes of ids': { idFormats: many(50, (i) => `${String.fromCharCode(65 + (i % 26))}-######${i}`) },
};

const prose = loadCorpus('dev')
  .map(({ text }) => text)
  .join('\n\n');
const TEXTS: Record<string, string[]> = {
  'texts of teachers': many(PIECES, (i) => prose.slice(i * 9 * KB, i * 9 * KB + KB)),
  'tables of numbers': many(PIECES, (i) =>
    many(200, (j) => `${(i * 7919 + j * 31) % 1000}\t${(j * 97) % 100}\n`)
      .join('')
      .slice(0, KB),
  ),
};

const detector = loadDetector();
for (const [name, texts] of Object.entries(TEXTS)) {
  const found = new Map<string, Finding[]>(texts.map((text) => [text, detector.detect(text)]));
  const detect = perKilobyte(texts, (text) => detector.detect(text));
  console.log(`${name}\n  ${'the detector'.padEnd(18)}${detect.toFixed(3).padStart(8)} ms`);
  for (const [what, district] of Object.entries(POLICIES)) {
    const policy = mergePolicies({ district, teacher: {} });
    if (policy.problems.length > 0) throw new Error(`${what} are not read`);
    const own = perKilobyte(texts, (text) => addOwnWords(text, found.get(text)!, policy, findPatterns));
    console.log(
      `  ${what.padEnd(18)}${own.toFixed(3).padStart(8)} ms   1/${Math.round(detect / own)} of the detector`,
    );
  }
}

/** The median over rounds; the first warms up. */
function perKilobyte(texts: string[], run: (text: string) => void): number {
  const total = texts.reduce((sum, text) => sum + text.length, 0) / KB;
  const rounds = many(ROUNDS + 1, () => {
    const start = performance.now();
    for (const text of texts) run(text);
    return (performance.now() - start) / total;
  });
  return rounds.slice(1).sort((a, b) => a - b)[ROUNDS >> 1]!;
}
