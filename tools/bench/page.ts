/** The benchmark's page and chart, out of its results. */
import type { Growth, Size, Speed } from './cost.ts';
import { EQUITY_GROUPS } from './equity.ts';
import { add, type Share } from './measure.ts';
import {
  type Bars,
  chart,
  figure,
  goalTable,
  isReached,
  percent,
  type Row,
  table,
  verdict,
} from './report.ts';
import { type CategoryRow, type EquityColumn, GENRE_NAMES, type Results } from './results.ts';

/** Time per KB of 1 MB over that of 100 KB: more than this is not linear. */
const LINEAR = 1.5;
/** How much longer a text of twice the length may take, with room for a busy machine. */
const DOUBLE = 3.5;
const MEGABYTE = 1_000_000;

function headRows(names: Results['names']): Row[] {
  return [
    { name: 'private names found', share: names.found, goal: { min: 95 } },
    { name: 'private names found whole', share: names.whole, goal: { min: 92 } },
    { name: 'names: precision, all texts', share: names.precision, goal: { min: 93 } },
    { name: 'names: precision, texts with private people', share: names.precisionBeside, goal: { min: 93 } },
    { name: 'clean texts with an alarm for a name or identifier', share: names.clean, goal: { max: 6 } },
    { name: 'public names flagged, beside private people', share: names.flagged, goal: { max: 8 } },
    { name: 'clean texts with a sensitive alarm', share: names.cleanSensitive, goal: { max: 3 } },
    {
      name: 'clean texts with a roster or student-work alarm',
      share: names.cleanDocument,
      goal: { max: 2 },
    },
  ];
}

/** Points between the group that is found best and the one that is found worst. */
function gapOf({ shares }: EquityColumn): number {
  const figures = shares.map(({ hits, of }) => (100 * hits) / of);
  return Math.max(...figures) - Math.min(...figures);
}

/** "5 of 100", with a decimal where it is under ten. */
function ofHundred(share: Share): string {
  return `${perHundred(share)} of 100`;
}

function perHundred({ hits, of }: Share): string {
  return ((100 * hits) / of).toFixed(10 * hits < of ? 1 : 0);
}

function misses({ hits, of }: Share): Share {
  return { hits: of - hits, of };
}

function listed(rows: Row[]): string {
  return rows.map(({ name, share }) => `${name} (${percent(share)}%)`).join(', ');
}

function worstFirst<T extends Row>(rows: T[]): T[] {
  return rows
    .filter(({ share }) => share.of > 0)
    .sort((a, b) => a.share.hits / a.share.of - b.share.hits / b.share.of);
}

function stillMissed(results: Results): string {
  const { found, whole, precisionBeside, clean, flagged } = results.names;
  const { identifiers, indirect, sensitive } = results.categories;
  const [, lower, upper] = results.casings;
  const [full, , , first] = results.equity;
  const longest = results.long.at(-1)!;
  const worst = (column: EquityColumn) =>
    worstFirst(column.shares.map((share, i): Row => ({ name: EQUITY_GROUPS[i]!, share })))[0]!;
  return [
    `- Of 100 names of private people ${perHundred(misses(found))} are not found, and ${perHundred(misses(whole))} are not found in full.`,
    `- In texts with private people, ${ofHundred(misses(precisionBeside))} names that it stops for are not a private person's.`,
    `- ${ofHundred(clean)} clean teaching texts raise an alarm for a name or identifier; beside private people ${ofHundred(flagged)} public names are taken for private ones.`,
    `- Names are missed most often in these kinds of text: ${listed(results.genres.slice(0, 3))}.`,
    `- Found worst among identifiers and details: ${listed(worstFirst([...identifiers, ...indirect]).slice(0, 4))}.`,
    `- Found worst among sensitive statements: ${listed(worstFirst(sensitive).slice(0, 4))}. Such statements are found by their wording; what is said in other words is missed.`,
    `- With the whole text in lower case it finds ${percent(lower!.found)}% of the names, in ALL CAPS ${percent(upper!.found)}%.`,
    `- In a long text that is mostly about nobody it finds fewer: ${percent(longest.found)}% of the names of a text among six clean ones.`,
    `- Between groups of names: full names are found worst for ${listed([worst(full!)])}, first names alone for ${listed([worst(first!)])}.`,
    '- Languages other than English and Spanish are not measured.',
  ].join('\n');
}

function categoryTable(rows: CategoryRow[], anyHead: string): string {
  return table(
    ['category', 'recall (95% interval)', 'of', anyHead, 'goal', ''],
    rows.map((row) => [
      `\`${row.name}\``,
      figure(row.share),
      String(row.share.of),
      `${percent(row.any)}%`,
      row.goal && 'min' in row.goal ? `${row.goal.min}%` : '–',
      verdict(isReached(row)),
    ]),
  );
}

function equityTable(columns: EquityColumn[]): string {
  const cell = (share: Share) => figure(share).replace('%', '');
  return table(
    ['group', ...columns.map(({ name }) => name)],
    [
      ...EQUITY_GROUPS.map((group, i) => [group, ...columns.map(({ shares }) => cell(shares[i]!))]),
      ['**gap, points**', ...columns.map((column) => gapOf(column).toFixed(1))],
      [
        'goal',
        ...columns.map((column) =>
          column.gap === undefined ? '–' : `${column.gap}: ${verdict(gapOf(column) <= column.gap)}`,
        ),
      ],
    ],
  );
}

function speedTable({ ours, compromise, at1KB, at100KB, at1MB }: Speed): string {
  const ratio = compromise / ours;
  const growth = at1MB / at100KB;
  return table(
    ['measure', 'figure', 'goal', ''],
    [
      ['detector, ms per KB, warm', ours.toFixed(2), '–', '–'],
      ['ms for a text of 1 KB, median', at1KB.toFixed(2), 'under 5', verdict(at1KB < 5)],
      ['`compromise(text).people()`, ms per KB, warm', compromise.toFixed(2), '–', '–'],
      ['times as fast as compromise', ratio.toFixed(1), 'at least 10', verdict(ratio >= 10)],
      ['ms per KB of a text of 100 KB', at100KB.toFixed(2), '–', '–'],
      ['ms per KB of a text of 1 MB', at1MB.toFixed(2), '–', '–'],
      ['1 MB over 100 KB, per KB', growth.toFixed(2), `linear: at most ${LINEAR}`, verdict(growth <= LINEAR)],
    ],
  );
}

function growthTable(growth: Growth[]): string {
  return table(
    ['repeated', '15 KB over 7.5 KB', '256 KB over 128 KB', `goal: at most ${DOUBLE}`],
    growth.map(({ unit, within, across }) => [
      `\`${JSON.stringify(unit).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\``,
      within.toFixed(2),
      across.toFixed(2),
      verdict(within <= DOUBLE && across <= DOUBLE),
    ]),
  );
}

function sizeTable(sizes: Size[]): string {
  return table(
    ['what', 'bytes', 'bytes, gzip', 'goal', ''],
    sizes.map(({ what, raw, gzip }) => [
      what,
      raw.toLocaleString('en'),
      gzip.toLocaleString('en'),
      '2 MB raw, 900 KB compressed',
      verdict(raw <= 2 * MEGABYTE && gzip <= 0.9 * MEGABYTE),
    ]),
  );
}

/** docs/benchmark.md. */
export function page(results: Results): string {
  const { split, names, categories } = results;
  const allSensitive = categories.sensitive.reduce((total, row) => add(total, row.share), { hits: 0, of: 0 });
  const anySensitive = categories.sensitive.reduce((total, row) => add(total, row.any), { hits: 0, of: 0 });
  return `# Benchmark

How well Chalkline finds private people and their details, and how quiet it stays where there are none. Written by
\`npm run bench\` on ${results.date}, on the ${split} split of the [labelled corpus](../tests/bench/corpus/README.md): ${results.texts.toLocaleString('en')} texts,
${results.cleanTexts.toLocaleString('en')} of them clean, with ${results.labels.toLocaleString('en')} labels, ${results.privateNames.toLocaleString('en')} of these names of private people. The policy is the default one.

## What is still missed

${stillMissed(results)}

The texts are invented, for this project. Nobody who trains or tunes the detector reads the test split, but real drafts
will differ from it more than its authors do from one another: expect somewhat worse. Swapping what is found reduces
identifiers; it does not make a text safe to share with anyone.

## How to read the figures

Brackets hold the 95% interval (Wilson). "Reached" means the figure itself. A name is found if a finding touches it,
found whole if it is covered exactly (by one finding, or by two with the comma of "Last, First" between). Precision is
the share of names with an alarm that touch the name of a private person; clean texts, where every name is wrong, count
under "all texts". An alarm is a finding that stops a paste. A text is clean if it has no label but public names.

## Names and alarms

${goalTable(headRows(names))}

### By language

${goalTable(results.languages)}

### Beside other finders of names

![Names found, found whole, and precision, beside the peers](images/benchmark.svg)

${table(
  [
    'finder',
    'found',
    'found whole',
    'precision, all texts',
    'precision, texts with private people',
    'clean texts with a name alarm',
    'public names flagged as a private person’s',
  ],
  results.peers.map((peer) => [
    peer.name,
    figure(peer.found),
    figure(peer.whole),
    figure(peer.precision),
    figure(peer.precisionBeside),
    figure(peer.clean),
    figure(peer.flagged),
  ]),
)}

\`compromise\` is \`people()\` of that package. "Name lists": every capitalised word in our lists of given names and
surnames counts, neighbours as one. All ran over the same texts in the same run; only names are compared.

### By kind of mention and casing

${goalTable(results.mentions)}

${table(
  [
    'the whole text',
    'found',
    'found whole',
    'precision, texts with private people',
    'clean texts with an alarm for a name or identifier',
  ],
  results.casings.map(({ name, found, whole, precisionBeside, clean }) => [
    name,
    figure(found),
    figure(whole),
    figure(precisionBeside),
    figure(clean),
  ]),
)}

### Long texts

Each text about private people among clean ones, with a line between: what a teacher pastes is often long, and a child is
in one part of it.

${table(
  ['clean texts around it', 'found', 'found whole', 'precision', 'texts without any alarm'],
  results.long.map(({ name, found, whole, precision, silent }) => [
    name,
    figure(found),
    figure(whole),
    figure(precision),
    figure(silent),
  ]),
)}

### Names that are in no list

Every word of every private name in these texts counts as standing in no list.

${goalTable(results.withheld)}

### By genre, worst first

Genres with fewer than ${GENRE_NAMES} names are one row.

${table(
  ['genre', 'names found (95% interval)', 'of'],
  results.genres.map(({ name, share }) => [name, figure(share), String(share.of)]),
)}

## Identifiers

${categoryTable(categories.identifiers, 'by any direct category')}

${goalTable([categories.precision])}

## Indirect details

${categoryTable(categories.indirect, 'by any direct category')}

## Sensitive statements

${goalTable([
  { name: 'all, found as their own category', share: allSensitive, goal: { min: 85 } },
  { name: 'all, found as any sensitive category', share: anySensitive },
])}

${categoryTable(categories.sensitive, 'by any sensitive category')}

## Documents

${goalTable(categories.documents)}

## Names by group

Recall in percent. Eight invented full names of each group in each of twelve teacher sentences
(\`tests/bench/equity.json\`), so that a group's figure moves with the group's names alone. The same name stands in twelve
sentences, so the true intervals are wider than those given.

${equityTable(results.equity)}

## Scores

A score of 0.8 should be right four times in five. Names by tenths of their score:

${table(
  ['score from', 'mean score', 'right (95% interval)', 'of'],
  results.reliability.map(({ from, meanScore, right }) => [
    from.toFixed(1),
    meanScore.toFixed(2),
    figure(right),
    String(right.of),
  ]),
)}

## Speed

${results.speed.texts} texts of prose with names from the dev split (${results.speed.kilobytes.toFixed(0)} KB), both finders in turns, text by text; medians of rounds. Times depend on the
machine; the ratio less so.

${speedTable(results.speed)}

A text of twice the length should take twice the time, also where it is made to be slow: one thing repeated, medians.

${growthTable(results.growth)}

## Size

${sizeTable(results.size)}
`;
}

/** The chart of our names beside the peers', as SVG. */
export function drawing(results: Results): string {
  const bars = results.peers.map(
    ({ name, found, whole, precisionBeside }): Bars => ({ name, shares: [found, whole, precisionBeside] }),
  );
  return chart(
    `Names of private people, ${results.split} split, with 95% intervals`,
    ['found', 'found whole', 'precision, texts with private people'],
    bars,
  );
}
