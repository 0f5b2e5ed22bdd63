// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readWords, textOf } from '../../lib/page/words.ts';

let box: HTMLElement;
beforeEach(() => {
  box = document.createElement('div');
  box.contentEditable = 'true';
  document.body.replaceChildren(box);
});

describe('the words of an editor', () => {
  test.each([
    ['one line', 'Maya was late.', 'Maya was late.'],
    ['formatting', 'Maya <b>Lo</b>pez', 'Maya Lopez'],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
    ['an empty paragraph', '<p>one</p><p><br></p><p>two</p>', 'one\n\ntwo'],
    ['a break at the end of a line', '<p>one<br></p><p>two</p>', 'one\ntwo'],
    ['breaks', 'one<br>two', 'one\ntwo'],
    ['a list', '<ul><li><p>one</p></li><li><p>two</p></li></ul>', 'one\ntwo'],
    ['a first line without a block', 'one<div>two</div>', 'one\ntwo'],
    ['a new line at the end', '<p>one</p><p><br></p>', 'one\n'],
    ['what cannot be edited', '<p>For <span contenteditable="false">Maya</span></p>', 'For Maya'],
    ['nothing', '<p></p>', ''],
  ])('%s', (_what, html, text) => {
    box.innerHTML = html;
    expect(textOf(box)).toBe(text);
  });

  test('have their places', () => {
    box.innerHTML = '<p>Ask Ma<b>ya Lo</b>pez.</p><p>Maya</p>';
    const words = readWords(box);
    const wordsAt = (start: number, end: number) => {
      const place = words.rangeOf(start, end)!;
      const range = document.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      return range.toString();
    };
    expect(wordsAt(4, 14)).toBe('Maya Lopez');
    const second = words.text.lastIndexOf('Maya');
    expect(wordsAt(second, second + 4)).toBe('Maya');
    const place = words.rangeOf(second, second + 4)!;
    expect(words.offsetOf({ node: place.startContainer, offset: place.startOffset })).toBe(second);
  });

  test('of a text box are its value', () => {
    const area = document.createElement('textarea');
    area.value = 'one\ntwo';
    expect([textOf(area), readWords(area).rangeOf(0, 1)]).toEqual(['one\ntwo', null]);
  });
});
