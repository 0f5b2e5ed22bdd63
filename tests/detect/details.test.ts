/** What the details tagger adds to the recognizers of written forms, and where it keeps out. */
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../lib/detect/category.ts';
import { DETAILS } from '../../lib/detect/details/tagger.data.ts';
import { packWeights, readWeights } from '../../lib/detect/details/tagger.ts';
import { createDocument } from '../../lib/detect/document.ts';
import type { Candidate } from '../../lib/detect/finding.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { MODEL } from '../../lib/detect/names/tagger.data.ts';
import { createTagger } from '../../lib/detect/names/tagger.ts';
import { personName, SURE_NAME } from '../../lib/detect/recognizers/person-name.ts';
import { createFormRecognizers } from '../../lib/detect/registry.ts';
import { loadCorpus } from '../../tools/corpus.ts';
import { loadTables } from '../../tools/load-detector.ts';
import { detector, textOf } from './load.ts';

const found = (text: string) =>
  detector.detect(text).map((finding) => [finding.category, textOf(text, finding)]);

const gazetteer = createGazetteer(loadTables());
const forms = createFormRecognizers(gazetteer);
const names = personName(gazetteer, createTagger(Buffer.from(MODEL.tagger, 'base64')));

describe('statements in words that no cue list has', () => {
  test.each([
    ['housing', "Tavion's family has been sleeping in their van behind the church since October."],
    ['family', 'Her mom is deployed until June, so her aunt signs everything.'],
    ['health', 'He told me he hasn’t eaten since yesterday and his inhaler is empty.'],
    ['academic-record', 'My student Nhia is two grade levels behind in reading.'],
    ['economic', "Maya's family cannot pay for the trip, her dad was laid off."],
    ['immigration', 'His father was picked up by ICE on the way to work.'],
    ['language-status', 'She arrived from Guatemala last month and speaks no English yet.'],
  ])('%s', (category, text) => {
    expect(found(text).map(([id]) => id)).toContain(category);
  });
});

describe('what no recognizer of written forms finds', () => {
  test.each([
    ['economic', 'Devon wears the same shoes with holes because money is tight at home.', 'shoes with holes'],
    ['safety', 'Maya wrote that she wants to go to sleep and not wake up.', 'to sleep and not wake up'],
    [
      'demographic',
      'Amina covers her hair and prays at noon, so please let her step out.',
      'covers her hair',
    ],
    [
      'language-status',
      'My student Noor came in with three words of English and points at things.',
      'three words of English',
    ],
    ['student-id', 'My student Maya Lopez, lunch card with 44-120-B on it.', '44-120-B'],
  ])('%s', (category, text, words) => {
    const doc = createDocument(text);
    const at = text.indexOf(words);
    const byForm = forms
      .flatMap((recognizer) => recognizer.find(doc))
      .filter(({ span }) => span.start < at + words.length && at < span.end);
    expect(byForm).toEqual([]);
    expect(found(text).filter(([id, value]) => id === category && value?.includes(words)).length).toBe(1);
  });
});

describe('borders', () => {
  test('a name is never a part of what is said about its bearer', () => {
    for (const text of [
      'Hollis Grady (dyscalculia) gets a calculator, Tekle Abebe (sickle cell) water.',
      'Sara Begay was suspended after Noor Haddad told the dean about the fight.',
    ]) {
      const findings = detector.detect(text);
      const statements = findings.filter(({ category }) => kindOf(category) === 'sensitive');
      expect(findings.filter(({ category }) => category === 'person-name').length).toBe(2);
      expect(statements.length).toBeGreaterThan(0);
      expect(statements.filter((one) => /Grady|Tekle|Abebe|Begay|Haddad/.test(textOf(text, one)))).toEqual(
        [],
      );
    }
  });

  test('a statement around a name is its longest part, and the name stays', () => {
    const text = 'Mi estudiante Ismael Quispe falta mucho. La mamá de Ismael murió en agosto.';
    expect(found(text)).toContainEqual(['person-name', 'Ismael']);
    expect(found(text)).toContainEqual(['family', 'murió en agosto']);
  });

  test('no development text loses a sure name to a statement', () => {
    const lost = loadCorpus('dev').flatMap(({ id, text }) => {
      const statements = detector.detect(text).filter(({ category }) => kindOf(category) === 'sensitive');
      const overlaps = ({ span }: Candidate) =>
        statements.some((one) => one.span.start < span.end && span.start < one.span.end);
      const sure = names.find(createDocument(text)).filter(({ score }) => score >= SURE_NAME);
      return sure.some(overlaps) ? [id] : [];
    });
    expect(lost).toEqual([]);
  });

  test('a value is all of what stands between two spaces, without the full stop', () => {
    expect(found('Her student ID is S-88213-B.')).toContainEqual(['student-id', 'S-88213-B']);
    expect(found('Logins: Ayesha → ayesha.rm2, Devon → devon.rm2')).toContainEqual([
      'username',
      'ayesha.rm2',
    ]);
    expect(
      found('Maya also gave them her password, Maya_loves_cats3, on the bus.').map(([, value]) => value),
    ).toContain('Maya_loves_cats3');
  });

  test('values in a row are apart', () => {
    expect(found('Maya was absent 9/12, 10/3 and 11/7.').filter(([id]) => id === 'record-date')).toEqual([
      ['record-date', '9/12'],
      ['record-date', '10/3'],
      ['record-date', '11/7'],
    ]);
  });
});

test.each([
  'Students who lose their housing are protected by the McKinney-Vento Act.',
  'Chapter 4: why does the narrator’s father go to prison?',
  'Asthma action plans are due to the nurse by Friday.',
  'The last scene of Hamlet: poison, a duel and four deaths.',
  'Statistics: 42% of pupils in the state get free lunch.',
  'Write a lesson on the causes of the Great Depression for 8th grade.',
  'Order 30 copies, item 204418-B, at $7.25 each.',
  'See page 214, problems 3-27, standard 5.NBT.A.1, at 10:30.',
  '=VLOOKUP(A2,$D$2:$F$40,3,FALSE)',
])('of nobody: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('weights come back from their bytes', () => {
  const bytes = Uint8Array.from(Buffer.from(DETAILS.tagger, 'base64'));
  expect(Buffer.from(packWeights(readWeights(bytes))).equals(Buffer.from(bytes))).toBe(true);
});
