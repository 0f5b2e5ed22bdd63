import { describe, expect, test } from 'vitest';
import { createGazetteer, FLAG, nameKey } from '../../lib/detect/names/gazetteer.ts';
import { CALENDAR, PLACE_NAMES, PLACES } from '../../lib/detect/names/known.ts';
import { mayHoldStandIns } from '../../lib/redact/may-hold.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { fitsDraft, nameWords, standInFor, standInForm, standInKind } from '../../lib/redact/stand-in.ts';
import pool from '../../lib/redact/stand-ins.json' with { type: 'json' };
import { loadTables } from '../../tools/load-detector.ts';
import { readPublicNames } from '../../tools/public-names.ts';
import { randomFrom } from '../policy/helpers.ts';

describe('the pool', () => {
  const names = createGazetteer(loadTables());
  const all = [...pool.first, ...pool.last];

  test('has nobody twice, and enough for a class', () => {
    expect(new Set(all.map(nameKey)).size).toBe(all.length);
    expect(pool.first.length).toBeGreaterThanOrEqual(60);
    expect(pool.last.length).toBeGreaterThanOrEqual(60);
  });

  test('has no words, places, months or names of public figures, and no ending that changes in the plural', () => {
    const known = new Set(readPublicNames().flatMap((name) => name.split(/[^\p{L}]+/u).map(nameKey)));
    const wrong = all.filter((name) => {
      const key = nameKey(name);
      return (
        known.has(key) ||
        names.isPublicWord(key) ||
        PLACES.has(key) ||
        PLACE_NAMES.has(key) ||
        CALENDAR.has(key) ||
        (names.flagsOf(key) & FLAG.word) !== 0 ||
        /(?:s|x|z|ch|sh)$/.test(key)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('makes no public figure of a first and a last name', () => {
    const figures = pool.first.flatMap((first) =>
      pool.last.filter((last) => names.isPublicName(`${nameKey(first)} ${nameKey(last)}`)),
    );
    expect(figures).toEqual([]);
  });
});

test('fits a draft that has no word of it, or all of it', () => {
  const fits = (standIn: string, draft: string) => fitsDraft(standIn, draft, nameWords([draft]));
  expect(fits('Tamsin Corvell', 'Maya Lopez reads.')).toBe(true);
  expect(fits('Tamsin Corvell', 'Tamsin Reyes reads.')).toBe(false);
  expect(fits('Tamsin Corvell', 'You wrote that TAMSIN CORVELL reads. Tamsin does.')).toBe(true);
  expect(fits('Tamsin', 'Tamsin reads.')).toBe(false);
});

test.each([
  ['Then Tamsin reads.', true],
  ['Ms. Corvell’s class and the Corvells', true],
  ['tamsin is no name here', false],
  ['Maya Lopez reads.', false],
  ['Tamsinette reads.', false],
])('%s: may hold a stand-in: %s', (text, may) => {
  expect(mayHoldStandIns(text)).toBe(may);
});

describe('a stand-in', () => {
  test('has as many parts as the real name', () => {
    expect(standInFor('Maya', new Set(), randomFrom(1))).toMatch(/^\p{L}+$/u);
    expect(standInFor('Maya Rose Lopez', new Set(), randomFrom(1))).toMatch(/^\p{L}+ \p{L}+$/u);
    expect(standInFor('Lopez, Maya', new Set(), randomFrom(1))).toMatch(/^\p{L}+ \p{L}+$/u);
  });

  test('shares no word with the draft, the class or another stand-in, until there is none left', () => {
    const random = randomFrom(2);
    const draft = 'TAMSIN met Lorcan. Kalani Corvell';
    const given: string[] = [];
    for (let name = standInFor('Maya Lopez', nameWords([draft]), random); name; ) {
      given.push(name);
      name = standInFor('Maya Lopez', nameWords([draft, ...given]), random);
    }
    expect(given).toHaveLength(pool.first.length - 3);
    const words = given.flatMap((name) => name.split(' '));
    expect(new Set(words).size).toBe(words.length);
    for (const word of ['Tamsin', 'Lorcan', 'Kalani', 'Corvell']) expect(words).not.toContain(word);
  });

  test.each<[original: string, mention: string, expected: string]>([
    ['Maya Lopez', 'Maya Lopez', 'Tamsin Corvell'],
    ['Maya Lopez', 'MAYA', 'Tamsin'],
    ['Maya Lopez', 'Lopez', 'Corvell'],
    ['Maya Lopez', 'Lopez, Maya R.', 'Corvell, Tamsin'],
    ['Lopez, Maya', 'M. Lopez', 'T. Corvell'],
    ['Maya Lopez', 'Maya L.', 'Tamsin C.'],
    ['Maya Lopez', 'Lopezes', 'Corvells'],
    ['José de la Cruz', 'de la Cruz', 'Corvell'],
    ['Maya Lopez', 'Mayita', 'Tamsin Corvell'],
  ])('of %s for %s is %s', (original, mention, expected) => {
    expect(standInForm('Tamsin Corvell', original, mention)).toBe(expected);
  });

  test('behind a title is a surname, and comes back there', () => {
    const surname = standInFor('Lopez', new Set(), randomFrom(3), 'surname');
    expect(pool.last).toContain(surname);
    const alias = { surrogate: surname!, original: 'Lopez', category: 'person-name' as const, entity: 1 };
    expect(restoreAliases(`Ms. ${surname}’s class`, [alias]).text).toBe('Ms. Lopez’s class');
  });

  test('is known by its surname where a family is meant', () => {
    const alias = {
      surrogate: 'Tamsin Corvell',
      original: 'Maya Lopez',
      category: 'person-name' as const,
      entity: 1,
    };
    const answer = 'The Corvell family met. Corvell reads. The Corvells read. La familia Corvell vino.';
    expect(restoreAliases(answer, [alias]).text).toBe(
      'The Lopez family met. Corvell reads. The Lopezes read. La familia Lopez vino.',
    );
  });

  test('of a family is a surname, and comes back there', () => {
    const kind = (text: string, name: string) => {
      const start = text.indexOf(name);
      return standInKind(text, [{ start, end: start + name.length }]);
    };
    expect(kind('The Nguyens asked.', 'Nguyens')).toBe('surname');
    expect(kind('Vinieron los Pérez.', 'Pérez')).toBe('surname');
    expect(kind('The Maya group met.', 'Maya')).toBe('any');
    expect(kind('Then Thomas reads.', 'Thomas')).toBe('any');

    const back = (original: string, answer: string) =>
      restoreAliases(answer, [
        { surrogate: 'Corvell', original, category: 'person-name' as const, entity: 1 },
      ]).text;
    expect(back('Nguyens', 'The Corvells asked.')).toBe('The Nguyens asked.');
    expect(back('Nguyen', 'Ms. Corvell and the Corvells asked.')).toBe('Ms. Nguyen and the Nguyens asked.');
    expect(back('Nguyens', 'The Corvells And Friends')).toBe('The Nguyens And Friends');
    expect(back('Pérez', 'Los Corvell vinieron.')).toBe('Los Pérez vinieron.');
    expect(back('Pérez', 'The Corvell River, Corvells, an Corvell')).toBe(
      'The Corvell River, Corvells, an Corvell',
    );
  });

  test.each([
    ['The Corvell twins read.', 'The Lopez twins read.'],
    ['The Corvell kids, the Corvell girls.', 'The Lopez kids, the Lopez girls.'],
    ['Vinieron los Corvell y las hermanas Corvell.', 'Vinieron los Lopez y las hermanas Lopez.'],
    ['The Corvell River, the Corvell kidney', 'The Corvell River, the Corvell kidney'],
  ])('with a last name is that of a family: %s', (answer, expected) => {
    const alias = { surrogate: 'Tamsin Corvell', original: 'Maya Lopez', entity: 1 };
    expect(restoreAliases(answer, [{ ...alias, category: 'person-name' }]).text).toBe(expected);
  });

  test.each([
    ['DELGADO, MARIA FERNANDA', 'Corvell, Tamsin reads.', 'DELGADO, MARIA FERNANDA reads.'],
    ['Delgado, Maria F.', 'Call Corvell, Tamsin.', 'Call Delgado, Maria F.'],
    ['Maria Rose Delgado', 'Corvell, Tamsin reads.', 'Delgado, Maria reads.'],
    ['Jackson, T.', 'Call Corvell, Tamsin. Then go.', 'Call Jackson, T. Then go.'],
    ['Jackson, T.', 'Call Tamsin Corvell...', 'Call Jackson, T....'],
    ['Jackson, T.', 'Tamsin Corvell reads.', 'Jackson, T. reads.'],
    ['Jamal Reed Jr.', 'Tamsin Corvell Jr. reads.', 'Jamal Reed Jr. reads.'],
    ['Jamal Reed Jr.', 'Then Tamsin Corvell, Jr. reads.', 'Then Jamal Reed Jr. reads.'],
    ['Jamal Reed Jr.', 'Then Tamsin Corvell Jr reads.', 'Then Jamal Reed Jr. reads.'],
    ['Jamal Reed Jr', 'It is Tamsin Corvell Jr.', 'It is Jamal Reed Jr.'],
    ['Jamal Reed III', 'Tamsin Corvell III reads.', 'Jamal Reed III reads.'],
    ['Jamal Reed Jr.', 'Tamsin Corvell Sr. reads.', 'Jamal Reed Jr. Sr. reads.'],
  ])('of %s: %s', (original, answer, expected) => {
    const alias = { surrogate: 'Tamsin Corvell', original, category: 'person-name' as const, entity: 1 };
    expect(restoreAliases(answer, [alias]).text).toBe(expected);
  });

  test('that shares a word with a child is certain as a whole only', () => {
    const alias = (surrogate: string, original: string) => ({
      ...{ surrogate, original, category: 'person-name' as const, entity: 1 },
    });
    const known = [alias('Tamsin Corvell', 'Maya Lopez'), alias('[Student 2]', 'Tamsin Reyes')];
    const answer = 'Tamsin Corvell reads. Tamsin writes. Ms. Corvell helps.';
    expect(restoreAliases(answer, known).text).toBe('Maya Lopez reads. Tamsin writes. Ms. Lopez helps.');
    const bare = [alias('Tamsin', 'Maya'), alias('[Student 2]', 'Tamsin Reyes')];
    expect(restoreAliases('Tamsin writes.', bare).text).toBe('Tamsin writes.');
  });

  test('comes back in the form in which it was put in', () => {
    const alias = {
      surrogate: 'Tamsin Corvell',
      original: 'Maya Lopez',
      category: 'person-name' as const,
      entity: 1,
    };
    for (const mention of ['Maya Lopez', 'Lopez, Maya', 'Maya', 'M. Lopez', 'Maya L.']) {
      const put = standInForm(alias.surrogate, alias.original, mention);
      expect(restoreAliases(`Then ${put} reads.`, [alias]).text).toBe(`Then ${mention} reads.`);
    }
  });
});
