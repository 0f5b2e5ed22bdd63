import { describe, expect, it } from 'vitest';
import { createDocument } from '../../lib/detect/document.ts';
import { allFinders, type Finder, finder, finderOf, wordFinder } from '../../lib/detect/finder.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { createFormRecognizers } from '../../lib/detect/registry.ts';
import { loadCorpus } from '../../tools/corpus.ts';
import { loadTables } from '../../tools/load-detector.ts';

const found = (find: Finder, text: string) =>
  find(createDocument(text)).map((match) => [match.index, ...match]);
const expected = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map((match) => [match.index, ...match]);

describe('a finder', () => {
  const texts = [
    '',
    'A student had a student. Students!',
    'self-harm, Self harming, itself harm',
    '3/4/2014 or 13-4-14; 404',
    'no cues',
    "she's in, she’s out",
    '\u017ftudent \u212aid 👍student',
    'studentstudent stu dent',
  ];
  it.each([
    [/student/giu],
    [/(?<!\p{L})students?(?!\p{L})/giu],
    [/(?<!\p{L})self(?: |-)harm(?:ing)?/giu],
    [/\d{1,2}(?<mark>[-/])\d{1,2}\k<mark>\d{2}/g],
    [/(?:she['’]s|he['’]s) (?:in|out)/g],
    [/(?:a |the )?(?:st){0,2}[tu]{1,3}/g],
    [/[a-d] student|\p{L}{2,6} student/giu],
    [/(?:x|\bno) cues|kid/giu],
  ])('finds what matchAll finds: %s', (pattern) => {
    for (const text of texts) expect(found(finder(pattern), text)).toEqual(expected(pattern, text));
  });

  it('takes the first option that matches, and for each option what stands around all', () => {
    const find = finderOf({
      before: '(?<!\\p{L})',
      options: ['(?:ab|abc|abcd)', 'abcde|x'],
      after: '(?!\\p{L})',
      flags: 'u',
    });
    expect(found(find, 'abcd abcdef ab, xx abcde')).toEqual([
      [0, 'abcd'],
      [12, 'ab'],
      [19, 'abcde'],
    ]);
  });

  it('finds words that no letter of any script follows', () => {
    const find = wordFinder(['ids?', 'student']);
    expect(found(find, 'ID, ids 4, idé, ids学, student’s idk')).toEqual([
      [0, 'ID'],
      [4, 'ids'],
      [22, 'student'],
    ]);
  });

  it('finds what may begin with anything', () => {
    const find = finderOf({ options: ['[^a]b', '.c'], after: '', flags: '' });
    expect(found(find, 'ab xb ac')).toEqual([
      [3, 'xb'],
      [6, 'ac'],
    ]);
  });
});

describe('the finders of all recognizers', () => {
  const gazetteer = createGazetteer(loadTables());
  createFormRecognizers(gazetteer);
  const finders = allFinders();
  const texts = loadCorpus('dev').filter((_, i) => i % 6 === 0);

  it('are many', () => expect(finders.length).toBeGreaterThan(60));

  it('find what their expressions find', () => {
    for (const { id, text } of texts) {
      const doc = createDocument(text);
      for (const [find, whole] of finders) {
        const places = find(doc).map((match) => [match.index, match[0]]);
        const wanted = [...text.matchAll(whole)].map((match) => [match.index, match[0]]);
        expect(places, `${id}: ${whole.source.slice(0, 60)}`).toEqual(wanted);
      }
    }
  });
});
