// @vitest-environment happy-dom
/** Which answer is meant, and its words. In a browser with its layout: tests/e2e/answers.test.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import { mayHoldLabels } from '../../lib/copy-flow.ts';
import { blocksOf, findAnswer } from '../../lib/page/answers.ts';

beforeEach(() => {
  // Layout is what this environment lacks: everything is in sight.
  Element.prototype.checkVisibility = () => true;
});

const found = (pointed: string | null, known: string[] = []) =>
  findAnswer(pointed === null ? null : document.querySelector(pointed), known, mayHoldLabels)?.id ?? null;

describe('the answer that is meant', () => {
  test('is the last one with a label, not the teacher’s own words', () => {
    document.body.innerHTML = `<main>
      <div id="a" data-message-author-role="assistant"><p>[Student 1] read.</p></div>
      <div id="b" data-message-author-role="assistant"><p>No label.</p></div>
      <div id="c" data-message-id="3" data-message-author-role="user">[Student 1] wrote</div></main><div contenteditable="true">[Student 1]</div>`;
    expect(found(null)).toBe('a');
    expect(found('#b p')).toBe('a');
    expect(found('#a p')).toBe('a');
    expect(found('[contenteditable]')).toBe('a');
  });

  test('is told by what is known of the site', () => {
    document.body.innerHTML = `<main><section id="a" class="x"><p>[Student 1] read.</p></section>
      <section id="b" class="x"><article id="inner">[Student 2] ran.</article></section></main>`;
    expect(found(null, ['.x'])).toBe('b');
    expect(found('#a p', ['.x'])).toBe('a');
    expect(found('#inner', ['.x', ':::no selector'])).toBe('b');
  });

  test('where nothing tells it, is all that stands beside the composer', () => {
    document.body.innerHTML = `<div id="all"><div id="turns"><div>Hello</div><div><p>Then [Student 1] came.</p></div></div><div><textarea>[Student 1]</textarea></div></div>`;
    expect(found(null)).toBe('turns');
  });

  test('is none where no label stands', () => {
    document.body.innerHTML =
      '<main><article id="a">Fractions</article><textarea>[Student 1]</textarea></main>';
    expect(found(null)).toBeNull();
    expect(found('#a')).toBeNull();
  });
});

test('the words of an answer, block by block', () => {
  document.body.innerHTML = `<article><h3>A  note</h3><p>One <b>[Student 1]</b>,
    two.<br>Three<script>no()</script><button>Copy</button></p>
    <ul><li><p>first</p><ul><li>inner</li></ul></li><li>second</li></ul>
    <pre><code>a  = 1
b</code></pre>
    <table><thead><tr><th>Who</th><th>When</th></tr></thead><tbody><tr><td>[Student 2]</td><td></td></tr></tbody></table>loose</article>`;
  for (const one of document.querySelectorAll('b, code')) (one as HTMLElement).style.display = 'inline';
  expect(blocksOf(document.querySelector('article') as Element)).toEqual([
    { kind: 'heading', text: 'A note' },
    { kind: 'text', text: 'One [Student 1], two.\nThree' },
    { kind: 'item', text: 'first' },
    { kind: 'item', text: 'inner' },
    { kind: 'item', text: 'second' },
    { kind: 'code', text: 'a  = 1\nb' },
    { kind: 'row', cells: ['Who', 'When'] },
    { kind: 'row', cells: ['[Student 2]', ''] },
    { kind: 'text', text: 'loose' },
  ]);
});
