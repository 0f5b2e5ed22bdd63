/**
 * npm run bench:lists: how well the people of a class list are found, how quiet a list is, and what it costs.
 *
 *   node tools/bench/class-list.ts [--split dev|test]
 *
 * Prints the section. Of the test split (the default) it also writes it into docs/benchmark.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CategoryKind } from '../../lib/detect/category.ts';
import { createGazetteer, nameKey } from '../../lib/detect/names/gazetteer.ts';
import { loadCorpus } from '../corpus.ts';
import { loadDetector, loadTables } from '../load-detector.ts';
import { cleanReadings, costOf, LOOKS, lookOf, lookWith, mentionsOf, scoreListed } from './listed.ts';
import { falseAlarms } from './measure.ts';
import { goalTable, type Row, verdict } from './report.ts';
import { LISTED, withSection } from './sections.ts';

const PEOPLE = 5000;
const MOST_COST = 1.3;
const KINDS: CategoryKind[] = ['direct', 'indirect', 'sensitive', 'document', 'own'];

const { values } = parseArgs({ options: { split: { type: 'string', default: 'test' } } });
if (values.split !== 'dev' && values.split !== 'test') {
  console.error('--split is dev or test');
  process.exit(2);
}
const texts = loadCorpus(values.split);
const detector = loadDetector();
const gazetteer = createGazetteer(loadTables());
/** Whether children are called so, rare names too. */
const isGiven = (word: string) => ((gazetteer.entryOf(nameKey(word)) >> 3) & 3) > 0;
const look = lookWith(detector);
const mentions = mentionsOf(texts, look);
const scores = scoreListed(mentions);
const byLook = Map.groupBy(mentions, (one) => lookOf(one, detector.kindOfWord));
const looks = LOOKS.map((what) => {
  const fates = (byLook.get(what) ?? []).map(({ listed }) => listed);
  const missed = fates.filter(({ isFound }) => !isFound).length;
  const cut = fates.filter(({ isFound, isWhole }) => isFound && !isWhole).length;
  return `| ${what} | ${fates.length} | ${missed} | ${cut} |`;
});
const { listed, before } = cleanReadings(texts, look, isGiven);
const without = falseAlarms(before, KINDS);
const rows: Row[] = [
  { name: 'mentions found', share: scores.found, goal: { min: 99.8 } },
  { name: 'mentions found whole', share: scores.whole, goal: { min: 99 } },
  { name: 'by a name of the list or an initial: found', share: scores.known, goal: { min: 99.8 } },
  { name: 'by a name of the list or an initial: whole', share: scores.knownWhole, goal: { min: 99 } },
  { name: 'full names found', share: scores.full },
  { name: 'first names, initials and other short forms found', share: scores.less },
  { name: 'mentions that stop a paste', share: scores.stopped },
  { name: 'without the list: found', share: scores.foundBefore },
  { name: 'without the list: found whole', share: scores.wholeBefore },
  { name: 'without the list: stop a paste', share: scores.stoppedBefore },
  {
    name: 'clean texts with an alarm, the list having their first names',
    share: falseAlarms(listed, KINDS),
    goal: { max: Math.ceil((1000 * without.hits) / without.of) / 10 },
  },
  { name: 'clean texts with an alarm, without the list', share: without },
];
const cost = costOf(loadCorpus('dev').slice(0, 300), look, PEOPLE);
const section = `Written by \`npm run bench:lists\`. Each text is read with a class list of its own students, as its fullest form of each
name tells them, and of 25 students of other texts. A mention counts whatever it is: "Maya", "M. Lopez" or a name that the list does
not have, such as a nickname. The goal for clean texts is what they raise without a list.

${goalTable(rows)}

| what a mention looks like | mentions | missed | found, not whole |
| --- | --- | --- | --- |
${looks.join('\n')}

A text takes ${cost.toFixed(2)} times as long with a list of ${PEOPLE.toLocaleString('en')} people as without one, in one run (goal: at most ${MOST_COST}; ${verdict(cost <= MOST_COST)}).`;
console.log(section);
if (values.split === 'test') {
  const file = new URL('../../docs/benchmark.md', import.meta.url);
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), LISTED, section));
}
