/** Files made by real programs (fixtures/text/README.md): all that is known to be in them is read, and nothing of it is in the copy. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';
import { partText, rewritten, swapsOf, textOf } from './rewriting.ts';

const read = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/text/${name}`, import.meta.url)));

const SURROGATES: Record<string, string> = {
  'Maya López': '[Student 1]',
  'López(?:, |";")Maya': '[Student 1]',
  Maya: '[Student 1]',
  'Rosa López': '[Parent 1]',
  'López, Rosa': '[Parent 1]',
  'Ms. López': '[Parent 1]',
  'Devon Carter': '[Student 2]',
  'Carter, (?:Jr\\.";")?Devon': '[Student 2]',
  'Xiomara Quiñones-Bly': '[Student 3]',
  'Amir Haddad': '[Student 4]',
  'Bo Lindqvist': '[Student 5]',
  'Noor Rahimi': '[Student 6]',
  'Ana Ort[ií]z': '[Staff 1]',
  'Ms. Ortiz': '[Staff 1]',
  'ana\\.ortiz@example.org': '[Email 4]',
  '[a-z]+\\.lopez@example.org': '[Email 1]',
  'xiomara\\.bly@example.org': '[Email 3]',
  '(?:devon|maya)@example.org': '[Email 2]',
  '204418': '[ID 1]',
  '775501': '[ID 2]',
  '775123': '[ID 3]',
};
/** Letters that stand in nothing but a name or number that is known; they are ASCII, so that no encoding hides them. */
const KNOWN =
  /Maya|(?<![a-z])L(?:ó|o|\\'f3|&oacute;|=C3=B3|\\u00f3|%C3%B3|\xf3)pez|Devon|Carter|Xiomara|Quin|Bly|Haddad|Lindqvist|Rahimi|Ortiz|lopez@|devon@|20441|77550|77512/;

/** Bytes with what is packed or parted in them as a plain text, by means of this test alone. */
function unpacked(bytes: Uint8Array, name: string): string {
  const raw = Buffer.from(bytes).toString('latin1');
  if (name.endsWith('.eml')) {
    return raw
      .replace(/=\r\n/g, '')
      .replace(/(?<=\r\n\r\n)[A-Za-z0-9+/=\r\n]{60,}(?=\r\n--)/g, (body) =>
        Buffer.from(body, 'base64').toString('latin1'),
      )
      .replace(/=\?utf-8\?b\?([^?]+)\?=/gi, (_, word) => Buffer.from(word, 'base64').toString('latin1'));
  }
  if (name.endsWith('.rtf')) return raw.replace(/\\[a-z]+-?\d* ?|[{}\r\n]/g, '');
  if (name.endsWith('.html'))
    return raw.replace(/<\/?[a-z][^<>]*>|\s+/g, (tag) => (tag.startsWith('<') ? '' : ' ')) + raw;
  if (name.endsWith('.ics')) return raw.replace(/\r\n[ \t]/g, '');
  return raw;
}

/** Parts by kind, with words that stand there and nowhere else in the file. */
const FILES: [name: string, parts: Record<string, string[]>, unread: object[]][] = [
  [
    'letter.rtf',
    {
      body: [
        'Maya López worked with Devon Carter',
        'Maya López\t204418\tWorks',
        'Devon Carter\t\tWas',
        'Noor Rahimi',
      ],
      'header-footer': ['Student: Maya López, ID 204418'],
      footnotes: ['See the file of Devon Carter.'],
      comments: ['Ask Devon Carter too.'],
      links: ['mailto:xiomara.bly@example.org'],
      properties: ['Report about Maya López', 'author: Ana Ortiz'],
    },
    [],
  ],
  [
    'letter.html',
    {
      body: [
        'Maya López worked with Devon Carter',
        'Maya López\t204418\tWorks',
        'Devon Carter\t\tWas',
        'Noor Rahimi',
        'See the file of Devon Carter.',
      ],
      comments: ['Ask Devon Carter too.'],
      links: ['mailto:xiomara.bly@example.org'],
      properties: ['author: Ana Ortiz'],
    },
    [],
  ],
  ['roster.csv', { body: ['"López";"Maya";204418;"maya@example.org"', '"Carter, Jr.";"Devon";775501'] }, []],
  [
    'grades.csv',
    {
      body: [
        'Maya López,204418,"says ""hi"", often\r\nand helps Devon Carter"'.replace('\r', ''),
        '"Carter, Devon"',
      ],
    },
    [],
  ],
  [
    'class.json',
    { body: ['name: Maya López\nid: 204418\nnote: says "hi", often\nand helps', 'Maya López: 1, 2'] },
    [],
  ],
  [
    'plan.ics',
    {
      body: [
        'Rosa López, mailto:rosa.lopez@example.org',
        'her mother and Devon Carter.\nPlease',
        'SUMMARY: Meeting: Maya López',
      ],
    },
    [],
  ],
  [
    'mail.eml',
    {
      body: [
        'From: Ana Ortíz <',
        'López, Rosa <rosa',
        'Devon Carter is her partner',
        'Maya López (ID 204418) may come along —',
        'Maya López,204418',
        'Subject: Maya\nSee',
      ],
      links: ['mailto:devon@example.org'],
      properties: ['title: Devon Carter', 'attachment: Maya López slip.pdf', 'attachment: list.csv'],
    },
    [
      { what: 'embedded-file', times: 1 },
      { what: 'picture', times: 1 },
    ],
  ],
  [
    'letter.pdf',
    {
      page: [
        'Maya López worked with Devon Carter',
        'Maya López\t204418\tWorks',
        'Devon Carter\t\tWas',
        'Noor Rahimi',
        'See the file of Devon Carter.',
        'Student: Maya López, ID',
      ],
      comments: ['Ask Devon Carter too.'],
      links: ['mailto:xiomara.bly@example.org'],
      properties: ['title: Report about Maya López', 'author: Ana Ortiz'],
    },
    [],
  ],
  [
    'letter-untagged.pdf',
    {
      page: [
        'Maya López worked with Devon Carter',
        'Student\tID\tComment\nMaya López\t204418\tWorks hard and helps Devon Carter with',
        'Devon Carter\t\tWas absent on Monday.\nXiomara',
        'taken by Bo Lindqvist, who',
      ],
      links: ['mailto:xiomara.bly@example.org'],
      properties: ['title: Report about Maya López', 'author: Ana Ortiz'],
    },
    [],
  ],
  ...['class.pdf', 'class-untagged.pdf'].map((name): (typeof FILES)[number] => [
    name,
    {
      page: [
        'Tuesday. Maya López has moved ahead in reading, and her mother, Rosa López, asked',
        'Maya López\t204418\tReads more than anybody, works with Devon Carter at times',
        'Devon Carter\t\tAbsent on Monday.\nXiomara Quiñones-Bly\t775123\tNew.',
        'insects in it. Amir Haddad found',
        'in May.\n\nIn the second',
        'Amir Haddad\nBo Lindqvist\nNoor Rahimi\n',
      ],
      links: ['mailto:rosa.lopez@example.org'],
      properties: ['title: Class 7B, Maya López and others'],
    },
    [],
  ]),
];

describe.each(FILES)('%s', (name, parts, unread) => {
  test('is read, each part of it', async () => {
    const file = await openFile(read(name), name);
    expect(file.unread).toEqual(unread);
    expect([...new Set(file.parts.map(({ kind }) => kind))].sort()).toEqual(
      ['file-name', ...Object.keys(parts)].sort(),
    );
    for (const [kind, known] of Object.entries(parts)) {
      for (const words of known) expect(partText(file, kind)).toContain(words);
    }
  });

  test('nothing that is known is in the copy, which is read again as it should be', async () => {
    const bytes = read(name);
    expect(unpacked(bytes, name)).toMatch(name.endsWith('.pdf') ? /%PDF/ : KNOWN);
    const { opened, ...copy } = await rewritten(bytes, name, SURROGATES);
    expect(unpacked(copy.bytes, name)).not.toMatch(KNOWN);
    const again = await openFile(copy.bytes, copy.name);
    expect(again.text).not.toMatch(KNOWN);
    for (const label of ['[Student 1]', '[Student 2]', '[ID 1]']) expect(again.text).toContain(label);
    expect(opened.text).toMatch(KNOWN);
  });

  test('without swaps nothing but its properties changes', async () => {
    const bytes = read(name);
    const { bytes: copy } = await rewritten(bytes, name, {});
    if (name.endsWith('.pdf')) return expect(textOf(copy)).toMatch(/Maya López/);
    const bare = (raw: Uint8Array) =>
      Buffer.from(raw).toString('latin1').replaceAll('Ana Ortiz', '').replace('{\\*\\atnid AO}', '');
    const emptied = (raw: Uint8Array) =>
      /\.(?:rtf|html)$/.test(name) ? bare(raw) : Buffer.from(raw).toString('latin1');
    expect(emptied(copy)).toBe(emptied(bytes));
  });

  test('lines without known words stay as they are', async () => {
    if (name.endsWith('.pdf')) return;
    const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\n');
    const { bytes } = await rewritten(read(name), name, SURROGATES);
    const kept = new Set(lines(bytes));
    const lost = lines(read(name)).filter((line) => !kept.has(line));
    // A name may be parted or written in another way there, or lie in base64.
    const parted = /Ms\. L|^ya L|bly@|Ort=C3|^[A-Za-z0-9+/]{16,}=*\r$/;
    expect(lost.filter((line) => !KNOWN.test(line) && !parted.test(line))).toEqual([]);
  });
});

test('a PDF under a password', async () => {
  await expect(openFile(read('password.pdf'), 'password.pdf')).rejects.toMatchObject({ code: 'password' });
});

test('a page that is a picture', async () => {
  const file = await openFile(read('scan.pdf'), 'scan.pdf');
  expect(file).toMatchObject({
    text: 'scan\ntitle: scan.html\n',
    unread: [
      { what: 'scanned-page', times: 1 },
      { what: 'picture', times: 1 },
    ],
  });
  expect(swapsOf(file.text, SURROGATES)).toEqual([]);
});
