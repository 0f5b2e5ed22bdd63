// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { asMarkup, harmless, hiddenText } from '../../lib/page/html.ts';

describe('what HTML holds beyond its plain text', () => {
  test.each([
    [
      'an address behind a link',
      '<a href="mailto:ana@example.org">write</a>',
      'write',
      'mailto:ana@example.org',
    ],
    [
      'an encoded one',
      '<a href="https://example.org/?n=Maya%20Lopez">x</a>',
      'x',
      'https://example.org/?n=Maya Lopez',
    ],
    ['an alt text', '<img alt="Maya Lopez" src="data:image/png;base64,AAAA">', '', 'Maya Lopez'],
    [
      'a sheet cell',
      `<table><tr><td data-sheets-value='{"2":"Maya"}'>M</td></tr></table>`,
      'M',
      '{"2":"Maya"}',
    ],
  ])('%s', (_what, html, plain, found) => {
    expect(hiddenText(html, plain)).toContain(found);
  });

  test.each([
    ['nothing', '', 'anything'],
    ['the same words with marks', '<p>Use <b>number</b> lines.</p>', 'Use number lines.'],
    ['looks', '<p class="Maya" style="font-family: Maya" id="Maya">lines</p>', 'lines'],
    ['a style sheet and a comment', '<style>Maya{}</style><!-- Maya --><p>lines</p>', 'lines'],
  ])('nothing in %s', (_what, html, plain) => {
    expect(hiddenText(html, plain)).toBe('');
  });

  test('the text itself where the plain one differs', () => {
    expect(hiddenText('<p>Maya Lopez</p><p>was late</p>', 'something else')).toMatch(
      /Maya Lopez\n\s*was late/,
    );
  });
});

test('harmless HTML has no scripts and no handlers', () => {
  const out = harmless(
    '<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a><iframe srcdoc="c"></iframe></p>',
  );
  expect(out).toBe('<p>a<a>b</a></p>');
});

test('plain text as markup', () => {
  expect(asMarkup('a < b & c\r\n\nd', 'breaks')).toBe('a &lt; b &amp; c<br><br>d');
  expect(asMarkup('a\n\nb', 'paragraphs')).toBe('<div><p>a</p><p><br></p><p>b</p></div>');
});
