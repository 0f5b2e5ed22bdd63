/** Files that are cut, broken, huge or made to do harm: a problem with a code or a text that was read, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileProblem, type OpenedFile } from '../../lib/files/file.ts';
import { openFile } from '../../lib/files/open.ts';
import { makePdf, words } from './make-pdf.ts';
import { bytesOf, latin, swapsOf, textOf } from './rewriting.ts';

const NAMES = [
  'a',
  'a.txt',
  'a.csv',
  'a.tsv',
  'a.md',
  'a.json',
  'a.html',
  'a.rtf',
  'a.ics',
  'a.eml',
  'a.pdf',
  'a.docx',
];
const HEADS: Record<string, string> = {
  'a.rtf': '{\\rtf1 ',
  'a.ics': 'BEGIN:VCALENDAR\n',
  'a.eml': 'From: x\n',
  'a.html': '<html>',
  'a.pdf': '%PDF-1.7\n%%EOF',
  'a.json': '[',
};
/** Pieces that the formats are made of, so that random texts are more than plain words. */
const MARKS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    "\\'e9",
    '\\u241?',
    '\\u-10179 ',
    '\\bin9 ',
    '\\*\\x',
    '{\\pict ',
    '{\\info{\\author ',
    '{\\*\\revtbl ',
    '{\\footnote ',
    '\\constructor ',
  ],
  ...[
    '<',
    '>',
    '<p>',
    '</p>',
    '<td>',
    '<!--',
    '-->',
    '&amp;',
    '&#77;',
    '&',
    '<script>',
    '<a href="',
    "title='",
    '=',
    '<pre>',
  ],
  ...[
    '\r\n',
    '\n',
    '\r',
    ' ',
    '\t',
    ';',
    'SUMMARY;CN="',
    'BEGIN:VEVENT',
    '=?utf-8?q?=C3?=',
    '=C3=B1',
    '=\r\n',
    '--b',
    '--b--',
  ],
  ...[
    'Content-Type: multipart/mixed; boundary=b\n\n',
    'Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n',
    'PHA+',
  ],
  ...['Maya', 'Lopez', '204418', 'ñ', '😀', '\u05d0', '\0', '\u0085', '\uFEFF', '\ud800'],
];

/** The parts cover the text, the copy opens again, and without swaps nothing but properties changes. */
async function check(file: OpenedFile, cuts: number[]): Promise<void> {
  const { text, parts } = file;
  expect([parts[0]!.start, parts.at(-1)!.end]).toEqual([0, text.length]);
  for (const [i, { start, end }] of parts.entries()) {
    expect(start).toBe(i === 0 ? 0 : parts[i - 1]!.end);
    expect(text.slice(start, end)).toMatch(/[\r\n]$/);
  }
  const swaps = cuts.map((cut) => {
    const start = cut % text.length;
    return { span: { start, end: Math.min(text.length, start + 1 + (cut % 9)) }, surrogate: '[Student 1]' };
  });
  const { bytes, name } = await file.rewrite(swaps);
  await openFile(bytes, name);
}

/** @returns the code of the problem, if there is one */
async function openAndCheck(
  bytes: Uint8Array,
  name: string,
  cuts: number[] = [],
): Promise<string | undefined> {
  try {
    await check(await openFile(bytes, name), cuts);
    return undefined;
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
}

describe('random', () => {
  const runs = { numRuns: 300, seed: 7 };
  const name = fc.constantFrom(...NAMES);
  const cuts = fc.array(fc.nat(2000), { maxLength: 5 });

  test('bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), name, cuts, async (bytes, name, cuts) => {
        await openAndCheck(bytes, name, cuts);
      }),
      runs,
    );
  });

  const marks = fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }).map((all) => all.join(''));

  test('texts of the marks of all formats', async () => {
    await fc.assert(
      fc.asyncProperty(marks, name, cuts, async (text, name, cuts) => {
        const code = await openAndCheck(bytesOf((HEADS[name] ?? '') + text), name, cuts);
        expect([undefined, 'damaged', 'unknown-kind']).toContain(code);
      }),
      { ...runs, numRuns: 600 },
    );
  });

  test('words can be swapped in whatever was opened', async () => {
    const texts = fc.constantFrom(...NAMES.filter((one) => one !== 'a.pdf'));
    await fc.assert(
      fc.asyncProperty(marks, texts, fc.nat(2), async (text, name, which) => {
        const whole = `${HEADS[name] ?? ''}${text}${name === 'a.rtf' ? '}'.repeat(60) : ''}`;
        const file = await openFile(bytesOf(whole), name).catch(() => undefined);
        const word = ['Maya', 'Lopez', '204418'][which]!;
        const copy = await file?.rewrite(swapsOf(file.text, { [word]: '[Student 1]' }));
        if (copy)
          expect((await openFile(copy.bytes, copy.name)).text).not.toMatch(new RegExp(`\\b${word}\\b`));
      }),
      { ...runs, numRuns: 600 },
    );
  });

  test('values of JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), cuts, async (json, cuts) => {
        const file = await openFile(bytesOf(json), 'a.json');
        if (file.kind !== 'json') return;
        const swaps = cuts.map((cut) => {
          const start = cut % file.text.length;
          return { span: { start, end: Math.min(file.text.length, start + 4) }, surrogate: 'a "b"\\' };
        });
        const { bytes } = await file.rewrite(swaps);
        JSON.parse(textOf(bytes));
      }),
      runs,
    );
  });

  test('tables keep their cells', async () => {
    const cell = fc.constantFrom('Maya', '', 'a,b', 'say "hi"', 'two\nlines', '5" tall', ' x ');
    const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const table = (of: string[][]) => of.map((row) => row.map(quoted).join(',')).join('\n');
        const file = await openFile(bytesOf(`a,b,c\n${table(rows)}`), 'a.csv');
        const swaps = Array.from(file.text.matchAll(/Maya|hi/g), ({ 0: found, index }) => ({
          span: { start: index, end: index + found.length },
          surrogate: 'x, "y"',
        }));
        const { bytes } = await file.rewrite(swaps);
        const expected = rows.map((row) => row.map((text) => text.replace(/Maya|hi/, 'x, "y"')));
        expect(textOf(bytes)).toBe(`a,b,c\n${table(expected)}`);
      }),
      runs,
    );
  });
});

describe('cut and broken', () => {
  const folder = new URL('fixtures/text/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:pdf|rtf|eml|ics|html|json|csv)$/.test(name));

  test.each(files)('%s at some places', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    for (let share = 0.05; share < 1; share += name.endsWith('.pdf') ? 0.3 : 0.1) {
      const cut = bytes.slice(0, Math.floor(bytes.length * share));
      const code = await openAndCheck(cut, name);
      if (/\.(?:pdf|rtf)$/.test(name)) expect(code).toBe('damaged');
    }
  });

  test.each(files.filter((name) => name.endsWith('.pdf')))('%s with wrong bytes', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    for (let run = 0; run < 3; run++) {
      const broken = bytes.slice();
      for (let i = 0; i < 200; i++)
        broken[(i * 7919 + run * 104_729) % broken.length] = (i * 31 + run) & 0xff;
      await openAndCheck(broken, name);
    }
  });

  test.each([
    ['no pages', '%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF'],
    ['nothing', '%PDF-1.7\n%%EOF'],
  ])('a PDF with %s', async (_what, text) => {
    expect(await openAndCheck(latin(text), 'a.pdf')).toBe('damaged');
  });

  test('a PDF whose tree of pages is a circle has a page that was not read', async () => {
    const circle =
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>';
    const file = await openFile(latin(`%PDF-1.7\n${circle}\n%%EOF`), 'a.pdf');
    expect(file).toMatchObject({ text: 'a\n', unread: [{ what: 'scanned-page', times: 1 }] });
  });

  test('a PDF that claims more pages than there are', async () => {
    const pdf = textOf(makePdf({ pages: [words(0, 0, 'Maya')] })).replace('/Count 1', '/Count 2');
    expect((await openFile(bytesOf(pdf), 'a.pdf')).text).toBe('a\nMaya\n');
  });
});

describe('huge', () => {
  test.each<[string, string, string]>([
    ['a line', 'a.txt', 'Maya '.repeat(400_000)],
    ['a line of a table', 'a.csv', 'Maya,'.repeat(200_000)],
    ['quotes', 'a.csv', '"'.repeat(300_001)],
    ['groups in groups', 'a.rtf', `{\\rtf1 ${'{'.repeat(300_000)}`],
    ['brackets in brackets', 'a.json', `${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`],
    ['brackets that are never closed', 'a.json', '['.repeat(300_000)],
    ['a string of JSON', 'a.json', JSON.stringify(['\\"\n'.repeat(200_000)])],
    ['elements in elements', 'a.html', '<div>'.repeat(200_000)],
    ['comments', 'a', '<!-- a -->'.repeat(100_000)],
    ['the comment of a page', 'a.html', `<p><!--${'a>'.repeat(200_000)}-->`],
    ['attributes', 'a.html', `<p ${'a=b '.repeat(100_000)}>`],
    ['quotes of an attribute', 'a.html', `<p title="${'&amp;'.repeat(100_000)}">`],
    ['folds', 'a.ics', `BEGIN:VCALENDAR\nSUMMARY:${'a\n '.repeat(100_000)}`],
    ['parameters', 'a.ics', `BEGIN:VCALENDAR\nX${';CN=a,b'.repeat(20_000)}:x`],
    [
      'parts in parts',
      'a.eml',
      `From: x\n${'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(5000)}`,
    ],
    [
      'parts',
      'a.eml',
      `From: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(10_000)}`,
    ],
    ['a heading', 'a.eml', `From: ${'=?utf-8?q?a?= '.repeat(50_000)}\n\nx`],
    ['a folded heading', 'a.eml', `From: ${'x\n '.repeat(100_000)}\n\nx`],
    ['a mail of base64', 'a.eml', `From: x\nContent-Transfer-Encoding: base64\n\n${'TWF5YQ'.repeat(30_000)}`],
  ])('%s', async (_what, name, text) => {
    expect(await openAndCheck(bytesOf(text), name, [3, 40])).toBe(name === 'a.rtf' ? 'damaged' : undefined);
  });

  test('a page of many words', async () => {
    const page = Array.from({ length: 5000 }, (_, i) =>
      words((i % 50) * 12, Math.floor(i / 50) * 7, 'Bo'),
    ).join('\n');
    const file = await openFile(makePdf({ pages: [page] }), 'a.pdf');
    expect(file.text.match(/Bo/g)).toHaveLength(5000);
  });

  test('more than 50 MB', async () => {
    expect(await openAndCheck(new Uint8Array(50 * 1024 * 1024 + 1), 'a.txt')).toBe('too-large');
  });
});

test('right to left, and characters of two units', async () => {
  const text = '\u202eמאיה לופז\u202c مايا 204418 😀';
  for (const [name, content] of [
    ['a.txt', text],
    ['a.csv', `שם,"${text}"`],
    ['a.html', `<p dir=rtl>${text}</p>`],
    ['a.json', JSON.stringify([text])],
    ['a.ics', `BEGIN:VCALENDAR\nSUMMARY:${text}\n`],
    ['a.eml', `Subject: ${text}\n\n${text}`],
  ] as const) {
    const file = await openFile(bytesOf(content), name);
    expect(file.text).toContain(text);
    const at = file.text.indexOf('204418');
    const { bytes } = await file.rewrite([{ span: { start: at, end: at + 6 }, surrogate: '[ID 1]' }]);
    expect((await openFile(bytes, name)).text).toBe(file.text.replace('204418', '[ID 1]'));
  }
});

test('a span outside of the text is a mistake of who gives it', async () => {
  const file = await openFile(bytesOf('x'), 'a.txt');
  await expect(file.rewrite([{ span: { start: 0, end: 99 }, surrogate: 's' }])).rejects.toThrow(RangeError);
});

test('a problem never holds words of the file', async () => {
  for (const bytes of [
    latin('%PDF-1.7 Maya Lopez %%EOF'),
    bytesOf('{\\rtf1 Maya Lopez'),
    latin('PK\x03\x04Maya Lopez'),
  ]) {
    const error = await openFile(bytes, 'Maya Lopez.pdf').catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(FileProblem);
    expect(JSON.stringify([String(error), (error as Error).message, (error as Error).cause])).not.toMatch(
      /Maya/,
    );
  }
});
