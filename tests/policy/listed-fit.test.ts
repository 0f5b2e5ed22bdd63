/** Cutting a name that a detector has taken too wide to whom a class list has. `«…»` is the detector's name. */
import { expect, test } from 'vitest';
import type { ListedSpan } from '../../lib/class-list/find.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import { fitted, type ListedMark } from '../../lib/policy/listed-fit.ts';
import { detector } from '../detect/load.ts';

/** In: a text with one name of the detector, and listed names in it with their kinds. Out: the names that are left of it. */
function cut(marked: string, listed: [words: string, kind: ListedSpan['kind']][]): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const finding: Finding = {
    ...{ span: { start, end }, category: 'person-name', score: 0.9, entity: 1 },
    ...{ recognizer: 'person-name', because: [], source: 'recognizer' },
  } as unknown as Finding;
  const marks = listed.map(([words, kind]): ListedMark => {
    const at = text.indexOf(words);
    const span = { start: at, end: at + words.length };
    const score = kind === 'full' ? 1 : 0.9;
    return { span, kind, score, category: 'person-name', code: 'class-list', key: words };
  });
  return fitted(text, [finding], marks, detector.kindOfWord).map(({ span }) =>
    text.slice(span.start, span.end),
  );
}

test.each<[text: string, name: string, kind: ListedSpan['kind'], left: string[]]>([
  ['«Maya Lopez Keppra» 500 at noon', 'Maya Lopez', 'full', ['Maya Lopez']],
  ['«Maya L Concerta» 36', 'Maya L', 'short', ['Maya L']],
  ['«Lopez, Maya T. Entry» 08/12', 'Lopez, Maya T.', 'full', ['Lopez, Maya T.']],
  ['«Maya L. peanut» only', 'Maya L', 'short', ['Maya L.']],
  ['with «Maya L. Then» we left', 'Maya L', 'short', ['Maya L']],
  ['«Maya homesick», call', 'Maya', 'bare', ['Maya']],
  ['«nick reliable» or not', 'nick', 'bare', ['nick']],
  ['«Bailiff Maya Lopez» spoke', 'Maya Lopez', 'full', ['Maya Lopez']],
  ['C/«Amn Lopez» sat', 'Lopez', 'last', ['Lopez']],
  ['no «F’s. Maya Lopez» 2.4', 'Maya Lopez', 'full', ['Maya Lopez']],
  ['3. «LOPEZ, MAYA\n4». SINGH, J', 'LOPEZ, MAYA', 'full', ['LOPEZ, MAYA']],
  ['«Gia Castagnoli\nMaya» herself', 'Maya', 'bare', ['Gia Castagnoli', 'Maya']],
  ['«Lopez, Maya   E-113» done', 'Lopez, Maya', 'full', ['Lopez, Maya']],
  ['«Lopez, Maya 3» Tigrinya', 'Lopez, Maya', 'full', ['Lopez, Maya']],
  ['«mayas» essay', 'maya', 'bare', ['maya']],
  // May be another name: it stays as it is.
  ['«Maya Lopez Garcia» sat', 'Maya Lopez', 'full', ['Maya Lopez Garcia']],
  ['«Maya de la Cruz» sat', 'Maya', 'bare', ['Maya de la Cruz']],
  ['«Maya Brown» sat', 'Maya', 'bare', ['Maya Brown']],
  ['«Maya van Dyke» sat', 'Maya', 'bare', ['Maya van Dyke']],
  ['«Maya Tzintzun» sat', 'Maya', 'bare', ['Maya Tzintzun']],
  ['«Maya Cai» sat', 'Maya', 'bare', ['Maya Cai']],
  ['«maya cai» sat', 'maya', 'bare', ['maya cai']],
  ['«Maya lopez» sat', 'Maya', 'bare', ['Maya lopez']],
  ['«Maya  Tzintzun» sat', 'Maya', 'bare', ['Maya  Tzintzun']],
  ['«maya i»: hi', 'maya', 'bare', ['maya i']],
  ['«Maya\nLopez» sat', 'Maya\nLopez', 'full', ['Maya\nLopez']],
  ['«Ana-Maya Lopez» sat', 'Lopez', 'last', ['Ana-Maya Lopez']],
  ['«J. R. Maya» sat', 'Maya', 'last', ['J. R. Maya']],
])('%j', (text, name, kind, left) => {
  expect(cut(text, [[name, kind]])).toEqual(left);
});

test('letters behind many listed names are grades, behind one an initial', () => {
  const all = ['Aria', 'Chau', 'Gage', 'Issa'].map((name): [string, 'bare'] => [name, 'bare']);
  expect(cut('«Aria A», Chau B, Gage C, Issa B, all of them', all)[0]).toBe('Aria');
  expect(cut('«Aria A», Chau B, Gage, Issa.', all)[0]).toBe('Aria A');
});
