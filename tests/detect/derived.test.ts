import { describe, expect, test } from 'vitest';
import { derivedForms } from '../../lib/detect/derived.ts';
import { createDocument } from '../../lib/detect/document.ts';
import { createGazetteer } from '../../lib/detect/names/gazetteer.ts';
import { loadTables } from '../../tools/load-detector.ts';
import { detector, textOf, textsOf } from './load.ts';

const gazetteer = createGazetteer(loadTables());

describe('accounts made of the names of people in the text', () => {
  test.each<[text: string, ...found: string[]]>([
    ["Coach Ferrante can't print, bferrante, room 12", 'bferrante'],
    ['Her brother Idris Haidari (ihaidari28) is locked out of the class drive.', 'ihaidari28'],
    ['Ask Jonah Pettigrew, jonahpettigrew or pettigrew.j, which one works.', 'jonahpettigrew', 'pettigrew.j'],
    ['Maya Lopez forgot it again: lopez_22', 'lopez_22'],
    // An ordinary word and a listed name stay what they are, and so does a name of nobody here.
    ['Mr. Rice asked the price of the rice cooker for Peter Rice.'],
    ['Amanda and Mr. Manda came late.'],
    ['Maya Lopez was late. The file is kferrante22 in the archive.'],
    ['Write to Maya Lopez at mlopez22@example.org today.'],
    ['Maya Lopez put it on example.org/mlopez22 for everybody.'],
    ['The Lopez-led team met Ms. Lopez.'],
    ['i recommend ms. nwosu-bell. tuan-anh and his mom came late today'],
  ])('%s', (text, ...found) => {
    expect(textsOf(text, 'username')).toEqual(found);
  });
});

/** What the people of a text tell of other words in it; what the tagger finds of these is its own. */
function derivedIn(text: string, ...names: string[]): string[] {
  const people = detector
    .detect(text)
    .filter((finding) => finding.category === 'person-name' && names.includes(textOf(text, finding)));
  expect(people.length).toBe(names.length);
  return derivedForms(createDocument(text), people, gazetteer).map(({ span: { start, end } }) =>
    text.slice(start, end),
  );
}

describe('numbers in the rows of people', () => {
  test('of one length, all different, are theirs', () => {
    const text =
      'need the dupes\n900412, Soto Luna, Amaris, HR 22\n900413, Stout, Anders, HR 22\n900421, Sylla, Mariama, HR 24';
    expect(textsOf(text, 'student-id')).toEqual(['900412', '900413', '900421']);
  });

  test.each([
    ['two rows', '900412 HR 22\nAnders Stout 900413 HR 22'],
    ['different lengths', '900412 HR\nAnders Stout 90041 HR\nMariama Sylla 8221144 HR'],
    ['the same number', '90041 HR\nAnders Stout 90041 HR\nMariama Sylla 90041 HR'],
    ['dates', '20251103 HR\nAnders Stout 20251104 HR\nMariama Sylla 20251106 HR'],
  ])('%s say nothing', (_name, text) => {
    const whole = `Amaris Soto, absent ${text}`.replaceAll(/(Stout|Sylla) /g, '$1, absent ');
    const names = ['Amaris Soto', 'Anders Stout', 'Mariama Sylla'].filter((name) => whole.includes(name));
    expect(derivedIn(whole, ...names)).toEqual([]);
  });
});

describe('a number right behind a name', () => {
  test.each<[text: string, name: string, ...found: string[]]>([
    ['Student: Angel Figueroa-Stone #611842 was late again', 'Angel Figueroa-Stone', '611842'],
    ['My student Trevion Sykes, gr 11, 30918-K, was late', 'Trevion Sykes', '30918-K'],
    ['LPAC notes for Ximena Ortiz. S 3320915. Beginning listener.', 'Ximena Ortiz', 'S 3320915'],
    // An address, a score, a telephone, a date, a word before the number.
    ['My student Trevion Sykes, 30918 Elm Street, was late', 'Trevion Sykes'],
    ['My student Trevion Sykes 1250 on the test', 'Trevion Sykes'],
    ['My student Trevion Sykes 555-0142 call her', 'Trevion Sykes'],
    ['My student Trevion Sykes (20140304) was late', 'Trevion Sykes'],
    ['My student Trevion Sykes read 61184 words', 'Trevion Sykes'],
  ])('%s', (text, name, ...found) => {
    expect(derivedIn(text, name)).toEqual(found);
  });
});
