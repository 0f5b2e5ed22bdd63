/** Runs everything that the benchmark measures. */
import { CATEGORY_IDS, type CategoryId, type CategoryKind, kindOf } from '../../lib/detect/category.ts';
import type { Detector } from '../../lib/detect/detect.ts';
import type { Finding, Span } from '../../lib/detect/finding.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { type LabelledText, loadCorpus, type Split } from '../corpus.ts';
import { loadDetector } from '../load-detector.ts';
import { measureGrowth, measureSize, measureSpeed } from './cost.ts';
import { EQUITY_GROUPS, equityTexts, FORMS, type Form } from './equity.ts';
import {
  amongClean,
  falseAlarms,
  findNames,
  flaggedPublic,
  IDENTIFIERS,
  identifierPrecision,
  isClean,
  isFirstName,
  isFullName,
  nameWords,
  people,
  type Reading,
  recall,
  recase,
  reliability,
  type Share,
  scoreNames,
} from './measure.ts';
import { compromise, type NameFinder, PEERS } from './peers.ts';
import type { Row } from './report.ts';

/** Genres with fewer names are one row together: their figures would be chance. */
export const GENRE_NAMES = 10;
/** Most points between groups of names that are in no list, as for first names alone. */
const UNLISTED_GAP = 6;
/** Points of recall that Spanish and mixed texts may stay below the goal. */
const LANGUAGE_SLACK = 4;
const POLICY = mergePolicies({ district: undefined, teacher: undefined });
const NAME_OR_IDENTIFIER: CategoryKind[] = ['direct', 'indirect'];
const SENSITIVE = CATEGORY_IDS.filter((id) => kindOf(id) === 'sensitive');

function read(detector: Detector, texts: LabelledText[]): Reading[] {
  return texts.map((text) => {
    const findings = detector.detect(text.text);
    const alarms = decide(text.text, findings, POLICY)
      .filter(isAlarm)
      .map(({ finding }) => finding);
    return { text, findings, alarms };
  });
}

function namesOnly(readings: Reading[]): Reading[] {
  const isName = ({ category }: Finding) => category === 'person-name';
  return readings.map(({ text, findings, alarms }) => ({
    text,
    findings: findings.filter(isName),
    alarms: alarms.filter(isName),
  }));
}

function languageRows(readings: Reading[]): Row[] {
  const rows = (name: string, chosen: Reading[], slack?: number): Row[] => {
    const { found, whole, precisionBeside, clean } = nameScores(chosen);
    const min = (goal: number) => (slack === undefined ? undefined : { min: goal - slack });
    return [
      { name: `${name}: names found`, share: found, goal: min(95) },
      { name: `${name}: names found whole`, share: whole, goal: min(92) },
      {
        name: `${name}: names, precision, texts with private people`,
        share: precisionBeside,
        goal: min(93),
      },
      {
        name: `${name}: clean texts with an alarm for a name or identifier`,
        share: clean,
        goal: slack === undefined ? undefined : { max: 6 + slack },
      },
    ];
  };
  return [
    ...rows(
      'English',
      readings.filter(({ text }) => text.lang === 'en'),
    ),
    ...rows(
      'Spanish and mixed',
      readings.filter(({ text }) => text.lang !== 'en'),
      LANGUAGE_SLACK,
    ),
  ];
}

function nameScores(readings: Reading[]) {
  return {
    ...scoreNames(readings),
    precisionBeside: scoreNames(readings.filter(({ text }) => people(text).length > 0)).precision,
    clean: falseAlarms(readings, NAME_OR_IDENTIFIER),
    flagged: flaggedPublic(readings),
    cleanSensitive: falseAlarms(readings, ['sensitive']),
    cleanDocument: falseAlarms(readings, ['document']),
  };
}

export interface CategoryRow extends Row {
  name: CategoryId;
  /** Touched by a finding of any category of the same sort. */
  any: Share;
}

function categoryRows(readings: Reading[]) {
  const isDirect = (id: CategoryId) => kindOf(id) === 'direct';
  const isSensitive = (id: CategoryId) => kindOf(id) === 'sensitive';
  const row = (name: CategoryId, also: (id: CategoryId) => boolean, min?: number): CategoryRow => {
    const { same, any } = recall(readings, name, also);
    return { name, share: same, any, goal: min === undefined ? undefined : { min } };
  };
  const goals: Partial<Record<CategoryId, number>> = { email: 97, phone: 95 };
  return {
    identifiers: IDENTIFIERS.map((id) => row(id, isDirect, goals[id] ?? 93)),
    precision: {
      name: 'all identifiers: precision',
      share: identifierPrecision(readings),
      goal: { min: 95 },
    },
    indirect: [
      ...(['school', 'link', 'record-date'] as const).map((id) => row(id, isDirect, 85)),
      ...(['logistics', 'rare-trait'] as const).map((id) => row(id, isDirect)),
    ],
    sensitive: SENSITIVE.map((id) => row(id, isSensitive)),
    documents: (['roster', 'student-work'] as const).map(
      (id): Row => ({ name: `\`${id}\`: recall`, share: recall(readings, id, () => false).same }),
    ),
  };
}

function genreRows(readings: Reading[]): Row[] {
  const genres = Map.groupBy(
    readings.filter(({ text }) => people(text).length > 0),
    ({ text }) => text.genre,
  );
  const rows: Row[] = [];
  const small: Reading[] = [];
  for (const [name, chosen] of genres) {
    const found = findNames(chosen, () => true);
    if (found.of < GENRE_NAMES) small.push(...chosen);
    else rows.push({ name, share: found });
  }
  const rest = { name: 'all smaller genres', share: findNames(small, () => true) };
  return [...rows, rest]
    .filter(({ share }) => share.of > 0)
    .sort((a, b) => a.share.hits / a.share.of - b.share.hits / b.share.of);
}

export interface EquityColumn {
  name: string;
  /** Most points between groups; none is set for a peer. */
  gap?: number;
  /** By group, in the order of `EQUITY_GROUPS`. */
  shares: Share[];
}

/** Finds what there is in texts. */
type Reader = (texts: LabelledText[]) => Reading[];
type PeerReader = (texts: LabelledText[]) => Promise<Reading[]>;

function equity(ours: Reader, unlisted: Reader, compromise: PeerReader): Promise<EquityColumn[]> {
  const column = async (
    reader: Reader | PeerReader,
    form: Form,
    name: string,
    gap?: number,
  ): Promise<EquityColumn> => {
    const readings = await Promise.all(EQUITY_GROUPS.map((group) => reader(equityTexts(group, form))));
    return { name, gap, shares: readings.map((some) => findNames(some, () => true)) };
  };
  const plain = FORMS.filter(({ casing }) => !casing);
  return Promise.all([
    ...FORMS.map((form) => column(ours, form, form.name, form.gap)),
    ...plain.map((form) => column(unlisted, form, `${form.name}, in no list`, UNLISTED_GAP)),
    ...plain.map((form) => column(compromise, form, `compromise, ${form.name}`)),
  ]);
}

/** A peer as a reader: each of its names is a finding and an alarm. */
function peerReader(find: NameFinder): PeerReader {
  const finding = (span: Span): Finding => ({
    span,
    category: 'person-name',
    score: 1,
    recognizer: 'peer',
    because: [],
    entity: 0,
  });
  return (texts) =>
    Promise.all(
      texts.map(async (text) => {
        const findings = (await find(text.text)).map(finding);
        return { text, findings, alarms: findings };
      }),
    );
}

/** All figures of a split: each with what it counts, under the default policy. Speed is always that of the dev split. */
export async function measure(split: Split) {
  const texts = loadCorpus(split);
  const detector = loadDetector();
  const ours: Reader = (some) => read(detector, some);
  const readings = ours(texts);
  const words = nameWords([
    ...texts,
    ...EQUITY_GROUPS.flatMap((group) => FORMS.flatMap((form) => equityTexts(group, form))),
  ]);
  const withheldDetector = loadDetector({ withhold: words });
  const unlistedReadings = read(withheldDetector, texts);
  const peers = [{ name: 'Chalkline', readings: namesOnly(readings) }];
  for (const { name, find } of PEERS) peers.push({ name, readings: await peerReader(find)(texts) });
  const cased = (casing: 'lower' | 'upper') => nameScores(ours(texts.map((text) => recase(text, casing))));
  return {
    split,
    date: new Date().toISOString().slice(0, 10),
    texts: texts.length,
    cleanTexts: texts.filter(isClean).length,
    privateNames: texts.flatMap(people).length,
    labels: texts.reduce((total, { labels }) => total + labels.length, 0),
    names: nameScores(readings),
    languages: languageRows(readings),
    categories: categoryRows(readings),
    genres: genreRows(readings),
    casings: [
      { name: 'as written', ...nameScores(readings) },
      { name: 'lower case', ...cased('lower') },
      { name: 'ALL CAPS', ...cased('upper') },
    ],
    long: [1, 3, 6].map((count) => {
      const some = ours(amongClean(texts, count));
      const silent = { hits: some.filter(({ alarms }) => alarms.length === 0).length, of: some.length };
      return { name: `among ${count}`, ...scoreNames(some), silent };
    }),
    mentions: [
      { name: 'full names', share: findNames(readings, isFullName) },
      { name: 'first names alone', share: findNames(readings, isFirstName) },
    ] satisfies Row[],
    withheld: [
      { name: 'full names, in no list', share: findNames(unlistedReadings, isFullName), goal: { min: 90 } },
      {
        name: 'first names alone, in no list',
        share: findNames(unlistedReadings, isFirstName),
        goal: { min: 80 },
      },
      { name: 'all names, in no list', share: findNames(unlistedReadings, () => true) },
    ] satisfies Row[],
    peers: peers.map(({ name, readings: some }) => ({ name, ...nameScores(some) })),
    equity: await equity(ours, (some) => read(withheldDetector, some), peerReader(compromise)),
    reliability: reliability(readings),
    speed: measureSpeed(detector, loadCorpus('dev')),
    growth: measureGrowth(detector),
    size: measureSize(),
  };
}

export type Results = Awaited<ReturnType<typeof measure>>;
