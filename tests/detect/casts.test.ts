import { describe, expect, test } from 'vitest';
import { castKey, fellowsAmong, packCasts, readCasts } from '../../lib/detect/names/casts.ts';
import { createGazetteer, nameKey } from '../../lib/detect/names/gazetteer.ts';
import { linesOfList } from '../../tools/lists.ts';
import { loadTables } from '../../tools/load-detector.ts';
import { stoppingNames, textsOf } from './load.ts';

const lines = linesOfList('casts.txt');
const gazetteer = createGazetteer(loadTables());

test('what was packed is read again', () => {
  const { byFirst: works } = readCasts(
    packCasts(['of mice and men: george lennie', 'of course: nobody', 'annie: annie']),
  );
  expect(works.get(castKey('of'))?.map(({ words, cast }) => [words, cast.length])).toEqual([
    [4, 2],
    [2, 1],
  ]);
  expect([...(works.get(castKey('annie'))?.[0]?.cast ?? [])]).toEqual([castKey('annie')]);
  expect(works.get(castKey('mice'))).toBeUndefined();
});

describe('words of one work', () => {
  const casts = readCasts(
    packCasts(['green pioneers: muir carson leopold', 'town: carson emily webb', 'one: emily zed']),
  );
  const among = (...words: string[]) => fellowsAmong(words, casts, (word) => word === 'emily');

  test('speak for each other', () => {
    const fellows = among('muir', 'leopold', 'maya');
    expect([fellows('muir'), fellows('leopold'), fellows('maya'), fellows('carson')]).toEqual([1, 1, 0, 0]);
  });

  test('the less the more works have them and the more people', () => {
    expect(among('muir', 'carson')('muir')).toBe(1 / 2);
    expect(among('webb', 'emily')('webb')).toBeCloseTo(1 / 20);
  });

  test('one alone says nothing', () => {
    expect(among('muir', 'zed')('muir')).toBe(0);
  });
});

test('the list is written as its head says, each work once', () => {
  const titles = lines.map((line) => line.slice(0, line.indexOf(': ')));
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  expect(lines.filter((line) => !/^[a-z0-9]+(?: [a-z0-9]+)*: [a-z]+(?: [a-z]+)*$/.test(line))).toEqual([]);
  expect(titles.flatMap((title) => title.split(' ')).filter((word) => nameKey(word) !== word)).toEqual([]);
});

test('the detector ships the list', () => {
  const packed = lines.filter((line) => {
    const title = line.slice(0, line.indexOf(': '));
    const names = line.slice(title.length + 2).split(' ');
    const works = gazetteer.worksFrom(title.split(' ')[0]!) ?? [];
    return works.some(({ cast }) => names.every((name) => cast.includes(castKey(name))));
  });
  expect(packed.length).toBe(lines.length);
});

describe('characters of a work that the text names', () => {
  test('are nobody’s, beside the pupil who writes of them', () => {
    const text =
      'Paw Htoo Eh\nEnglish 9\n\nIn Of Mice and Men by John Steinbeck, Lennie is strong but George has to look after ' +
      'him. Lennie loves soft things. George tells him about the farm again and again.';
    expect(stoppingNames(text)).toEqual(['Paw Htoo Eh']);
  });

  test('the same names without the work are pupils', () => {
    const text = 'Lennie hit George at recess. I called both moms and George went to the nurse.';
    expect(textsOf(text, 'person-name')).toEqual(['Lennie', 'George', 'George']);
  });
});
