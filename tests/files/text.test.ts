import { describe, expect, test } from 'vitest';
import { openFile } from '../../lib/files/open.ts';
import { bytesOf, latin, partText, rewritten, swapsOf, textOf } from './rewriting.ts';

const SURROGATES = { 'Maya L[oó]pez': '[Student 1]', Muñoz: '[Student 2]', '204418': '[ID 1]' };
/** The copy of a text, as it is written. */
const copyOf = async (content: string | Uint8Array, name: string) =>
  textOf((await rewritten(content, name, SURROGATES)).bytes);

describe('the name of the file', () => {
  test('is the first part, and is rewritten', async () => {
    const file = await rewritten('x', 'Maya Lopez 204418 plan.v2.txt', SURROGATES);
    expect(file.opened.text).toBe('Maya Lopez 204418 plan.v2\nx\n');
    expect(file.opened.parts).toEqual([
      { kind: 'file-name', name: '', hidden: false, start: 0, end: 26 },
      { kind: 'body', name: '', hidden: false, start: 26, end: 28 },
    ]);
    expect(file).toMatchObject({ name: '[Student 1] [ID 1] plan.v2.txt', type: 'text/plain', lost: [] });
    expect(textOf(file.bytes)).toBe('x');
  });

  test('takes nothing that a system does not take', async () => {
    const { name } = await rewritten('x', 'Maya.txt', { Maya: 'a/b:c' });
    expect(name).toBe('a-b-c.txt');
  });

  test.each([
    ['', '\nx\n'],
    ['.gitignore', '.gitignore\nx\n'],
    ['Notes on J. Maya Lopez', 'Notes on J. Maya Lopez\nx\n'],
  ])('without an ending: %j', async (name, text) => {
    expect((await openFile(bytesOf('x'), name)).text).toBe(text);
  });
});

describe('encodings and line ends stay', () => {
  const TEXT = 'Señora Muñoz,\r\nMaya López\rand\nMaya Lopez\t204418';
  const SWAPPED = 'Señora [Student 2],\r\n[Student 1]\rand\n[Student 1]\t[ID 1]';
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each<[string, Uint8Array, Uint8Array]>([
    ['UTF-8', bytesOf(TEXT), bytesOf(SWAPPED)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${TEXT}`), bytesOf(`\uFEFF${SWAPPED}`)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), Buffer.from(`\uFEFF${SWAPPED}`, 'utf16le')],
    ['UTF-16, the other way round', utf16be(`\uFEFF${TEXT}`), utf16be(`\uFEFF${SWAPPED}`)],
    ['Windows-1252', latin(TEXT), latin(SWAPPED)],
  ])('%s', async (_name, bytes, expected) => {
    for (const name of ['a.txt', 'a.md', 'a.tsv']) {
      const { opened, bytes: copy } = await rewritten(bytes, name, SURROGATES);
      expect(opened.text).toBe(`a\n${TEXT}\n`);
      expect(Buffer.from(copy).equals(Buffer.from(expected))).toBe(true);
    }
  });

  test('what Windows-1252 cannot hold makes the file UTF-8, with a mark', async () => {
    const { bytes } = await rewritten(latin('\x93Maya\x94 Mu\xf1oz \x80'), 'a.txt', { Maya: 'Học sinh' });
    expect(textOf(bytes.subarray(3))).toBe('“Học sinh” Muñoz €');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each(['', '\n', '   ', '\uFEFF', 'no line end', 'two\r\n\r\n'])(
    '%j comes out as it is',
    async (text) => {
      const { bytes, opened } = await rewritten(text, 'a.txt', {});
      expect(textOf(bytes)).toBe(textOf(bytesOf(text)));
      expect(opened.parts.at(-1)!.end).toBe(opened.text.length);
    },
  );
});

describe('csv and tsv', () => {
  test.each([
    ['a cell without quotes', 'Name,ID\nMaya Lopez,204418\n', 'Name,ID\n[Student 1],[ID 1]\n'],
    ['a cell with quotes', '"Maya Lopez","a ""b"" c",204418', '"[Student 1]","a ""b"" c",[ID 1]'],
    ['other delimiters', 'sep=;\r\nName;ID\r\nMaya Lopez;204418', 'sep=;\r\nName;ID\r\n[Student 1];[ID 1]'],
    ['a line end within quotes', 'Name,Note\n"x\nMaya Lopez, x",1', 'Name,Note\n"x\n[Student 1], x",1'],
    ['a quote in a cell without them', '5" Maya Lopez,x', '"5"" [Student 1]",x'],
    ['a quote that is never closed', 'a,"Maya Lopez,b\n', 'a,"[Student 1],b\n'],
  ])('%s', async (_what, table, expected) => {
    const { opened, bytes } = await rewritten(table, 'a.csv', SURROGATES);
    expect(opened.text.startsWith(`a\n${table}`)).toBe(true);
    expect(textOf(bytes)).toBe(expected);
  });

  test.each([
    ['a,Maya Lopez,b', 'a,"x, ""y""",b'],
    ['a,"Maya Lopez",b', 'a,"x, ""y""",b'],
    ['"Maya ""M."" Lopez",b', '"x, ""y""",b'],
  ])('%j with a surrogate that needs quotes', async (table, expected) => {
    const { bytes } = await rewritten(table, 'a.csv', { 'Maya (?:""M."" )?Lopez': 'x, "y"' });
    expect(textOf(bytes)).toBe(expected);
  });

  test('a name over two cells keeps both', async () => {
    const { bytes } = await rewritten('Last,First\nLopez,Maya\n"Lopez","Maya"', 'a.csv', {
      'Lopez"?,"?Maya': '[Student 1]',
    });
    expect(textOf(bytes)).toBe('Last,First\n[Student 1],\n"[Student 1]",""');
  });
});

describe('json', () => {
  const DATA = {
    class: { teacher: 'Ms. Muñoz', tags: ['a', 'b'], empty: [] },
    students: [
      { name: 'Maya López', id: 204418, scores: [88, 91.5], note: 'says "hi"\n\\ and 😀', ok: true },
      { name: 'Bo', id: null },
    ],
    'Maya Lopez': 1,
  };

  test('reads as lines, strings without escapes', async () => {
    const file = await openFile(bytesOf(JSON.stringify(DATA)), 'a.json');
    expect(file.text).toBe(
      [
        ...['a', 'class:', 'teacher: Ms. Muñoz', 'tags: a, b', 'empty:', 'students:'],
        ...['name: Maya López', 'id: 204418', 'scores: 88, 91.5', 'note: says "hi"', '\\ and 😀', 'ok: true'],
        ...['', 'name: Bo', 'id: null', 'Maya Lopez: 1', ''],
      ].join('\n'),
    );
  });

  test.each([undefined, 2, '\t'])(
    'stays JSON, a swapped number becomes a string: indent %j',
    async (indent) => {
      const ascii = JSON.stringify(DATA, null, indent).replaceAll('ó', '\\u00f3').replaceAll('ñ', '\\u00F1');
      const copy = await copyOf(ascii, 'a.json');
      const expected = structuredClone(DATA) as unknown as Record<string, unknown> & typeof DATA;
      expected.class.teacher = 'Ms. [Student 2]';
      Object.assign(expected.students[0]!, { name: '[Student 1]', id: '[ID 1]' });
      Reflect.deleteProperty(expected, 'Maya Lopez');
      expect(JSON.parse(copy)).toEqual({ ...expected, '[Student 1]': 1 });
      // What is between the strings is as it was.
      const marks = (text: string) => text.replace(/"(?:[^"\\]|\\.)*"|204418/g, '');
      expect(marks(copy)).toBe(marks(ascii));
    },
  );

  test('a surrogate is escaped', async () => {
    const { bytes } = await rewritten('{"a":"x Maya\\u00a0","b":7}', 'a.json', {
      'Maya\u00a0': 'a"\\\n',
      '7': 'q"',
    });
    expect(JSON.parse(textOf(bytes))).toEqual({ a: 'x a"\\\n', b: 'q"' });
  });

  test('lists in lists, and words between groups', async () => {
    const file = await openFile(bytesOf('[[1,2],[3],{"a":["b",{"c":4}]},"d"]'), 'a.json');
    expect(file.text).toBe('a\n1, 2\n3\n\na: b\n\nc: 4\nd\n');
  });
});

describe('html', () => {
  const PAGE = `<!DOCTYPE html>
<html><head><meta charset=utf-8><title>On Maya L&oacute;pez</title>
<meta name="author" content="Ana Ortiz"><meta content='About Maya Lopez' name=description>
<style>.x{color:red}</style><script>const a = "Maya Lopez";</script></head>
<body class="Maya Lopez">
<!-- ask Maya Lopez -->
<p>Ma<b>ya   L</b>opez
 met Mu&#241;oz &amp; co.</p><p title="of Maya Lopez">a<br>b</p>
<table><tr><th>Name</th><th>ID</th></tr>
<tr><td><p>Maya</p><p>Lopez</p></td><td>204418</td></tr><tr><td></td><td>5</td></tr></table>
<img alt=Maya&#32;Lopez src="data:image/png;base64,AAAA">
<a href="mailto:maya%40example.org?subject=Maya%20Lopez&amp;x=1">Maya&nbsp;Lopez</a>
<form><label>Name</label> <input value="Maya Lopez" placeholder='a "name"'><textarea>
 two
lines</textarea></form></body></html>
`;

  test('reads as a browser shows it', async () => {
    const { opened } = await rewritten(PAGE, 'a.html', {});
    expect(partText(opened, 'body')).toBe(`On Maya López

Maya Lopez met Muñoz & co.

a
b

Name\tID
Maya Lopez\t204418
\t5

Maya Lopez Maya\u00a0Lopez
Name Maya Lopez a "name"

 two
lines
`);
    expect(partText(opened, 'comments')).toBe(' ask Maya Lopez \n');
    expect(partText(opened, 'links')).toBe('mailto:maya@example.org?subject=Maya Lopez&x=1\n');
    expect(partText(opened, 'properties')).toBe(
      'author: Ana Ortiz\ndescription: About Maya Lopez\ntitle: of Maya Lopez\n',
    );
    expect(opened.unread).toEqual([
      { what: 'picture', times: 1 },
      { what: 'macro', times: 1 },
    ]);
  });

  test('changes only what it must', async () => {
    const surrogates = { ...SURROGATES, 'maya@example.org': '[Email 1]' };
    const { bytes } = await rewritten(PAGE, 'a.html', surrogates);
    const expected = PAGE.replaceAll('Maya Lopez', '[Student 1]')
      .replace('Maya L&oacute;pez', '[Student 1]')
      .replace('content="Ana Ortiz"', 'content=""')
      .replace('Ma<b>ya   L</b>opez', '[Student 1]<b></b>')
      .replace('Mu&#241;oz', '[Student 2]')
      .replace('<p>Maya</p><p>Lopez</p>', '<p>[Student 1]</p><p></p>')
      .replace('204418', '[ID 1]')
      .replace('alt=Maya&#32;Lopez', 'alt="[Student 1]"')
      .replace('Maya&nbsp;Lopez', '[Student 1]')
      .replace('maya%40example.org?subject=Maya%20Lopez', '%5BEmail%201%5D?subject=%5BStudent%201%5D');
    expect(textOf(bytes)).toBe(expected);
  });

  test('a surrogate is escaped where it stands', async () => {
    const page =
      '<p title="Maya">Maya</p><i title=\'Maya\'></i><i title=Maya></i><!--Maya--><a href="?q=Maya">';
    const { bytes } = await rewritten(page, 'a.html', { Maya: '--><"\'&' });
    expect(textOf(bytes)).toBe(
      '<p title="--&gt;&lt;&quot;&#39;&amp;">--&gt;&lt;"\'&amp;</p>' +
        "<i title='--&gt;&lt;&quot;&#39;&amp;'></i>" +
        '<i title="--&gt;&lt;&quot;&#39;&amp;"></i>' +
        '<!--\u2010\u2010><"\'&--><a href="?q=--%3E%3C%22&#39;%26">',
    );
  });

  test('a script goes on to its end, as in a browser, and is said', async () => {
    const page = '<script src="a.js"/><p>Maya</p><script>1</script><p>Lopez';
    const { opened } = await rewritten(page, 'a.html', {});
    expect(partText(opened, 'body')).toBe('Lopez\n');
    expect(opened.unread).toEqual([{ what: 'macro', times: 1 }]);
  });

  test('the properties that office programs leave in a comment are emptied', async () => {
    const page =
      '<html><!--[if gte mso 9]><xml><o:Author>Ana Ortiz</o:Author><o:Company>Elm School</o:Company></xml><![endif]--><p>x';
    const { bytes, opened } = await rewritten(page, 'a.html', {});
    expect(opened.text).toContain('Ana Ortiz');
    expect(textOf(bytes)).toBe(page.replace('Ana Ortiz', '').replace('Elm School', ''));
  });
});

describe('rtf', () => {
  const letter = (body: string) =>
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}${body}}`;
  const swapped = async (body: string) => {
    const { bytes } = await rewritten(letter(body), 'a.rtf', SURROGATES);
    return textOf(bytes);
  };

  test.each([
    ['letters that are parted by groups', '{\\b Ma}{\\i ya L}opez\\par', '{\\b [Student 1]}{\\i }\\par'],
    ['lines that end anywhere', 'Maya\r\n L\nopez', '[Student 1]\r\n\n'],
    ["bytes of the letter's code page", "Mu\\'f1oz, Maya L\\'f3pez", '[Student 2], [Student 1]'],
    ['characters with something for old readers', "Mu\\u241\\'f1oz Mu\\u241?oz", '[Student 2] [Student 2]'],
    ['with nothing for old readers', '\\uc0 Mu\\u241 oz', '\\uc0 [Student 2]'],
    ['a control word right before', "\\b\\'4daya Lopez\\b0(204418)", '\\b [Student 1]\\b0([ID 1])'],
    [
      'cells',
      '\\intbl Maya\\par Lopez\\cell 204418\\cell\\row',
      '\\intbl [Student 1]\\par \\cell [ID 1]\\cell\\row',
    ],
    ['marks', '\\{204418\\} \\\\ a\\~b', '\\{[ID 1]\\} \\\\ a\\~b'],
  ])('%s', async (_what, body, expected) => {
    expect(await swapped(body)).toBe(letter(expected));
  });

  test('a surrogate is escaped', async () => {
    const { bytes } = await rewritten(letter('Maya'), 'a.rtf', { Maya: 'a{\\ñ😀' });
    expect(textOf(bytes)).toBe(letter('a\\{\\\\\\u241?\\u-10179?\\u-8704?'));
  });

  test('parts, and what is not read', async () => {
    const { opened, bytes } = await rewritten(
      letter(
        '{\\info{\\title Maya Lopez}{\\author Ana Ortiz}{\\*\\company Elm}}{\\*\\revtbl {Unknown;}{Ana Ortiz;}}' +
          "{\\header Maya Lopez\\par}A\\f1\\'cc\\'e0\\f0 B{\\footnote on Maya Lopez}" +
          '{\\*\\atnauthor Ana Ortiz}{\\*\\annotation ask Maya Lopez}' +
          '{\\field{\\*\\fldinst HYPERLINK "http://example.org/204418"}{\\fldrslt here}}{\\field{\\*\\fldinst PAGE}}' +
          '{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv Maya Lopez}}{\\sp{\\sn z}{\\sv 5}}}89ab}}' +
          '{\\nonshppict{\\pict 89ab}}{\\object{\\*\\objdata 0102}{\\result C}}{\\*\\unknown D}',
      ),
      'a.rtf',
      SURROGATES,
    );
    const parts = ['body', 'header-footer', 'footnotes', 'comments', 'links', 'properties'];
    expect(parts.map((kind) => partText(opened, kind))).toEqual([
      'AМаBhereC\n',
      'Maya Lopez\n',
      'on Maya Lopez\n',
      'ask Maya Lopez\n',
      'HYPERLINK "http://example.org/204418"\n',
      'Maya Lopez\nauthor: Ana Ortiz\ncompany: Elm\nauthors: Unknown;Ana Ortiz;\nauthor: Ana Ortiz\nMaya Lopez\n',
    ]);
    expect(opened.unread).toEqual([
      { what: 'picture', times: 1 },
      { what: 'embedded-file', times: 1 },
    ]);
    expect(textOf(bytes)).toContain('{\\author }{\\*\\company }}{\\*\\revtbl {;}{;}}');
    expect(textOf(bytes)).not.toMatch(/Maya|Ana|204418|Elm/);
  });

  test('what lies in the name of an author goes with it', async () => {
    const { bytes } = await rewritten(
      letter('{\\info{\\author A{\\footnote 204418}{\\operator B}}{\\title \\constructor 204418}}x'),
      'a.rtf',
      SURROGATES,
    );
    expect(textOf(bytes)).toBe(letter('{\\info{\\author }{\\title \\constructor [ID 1]}}x'));
  });

  test.each([
    [1251, "\\'cc\\'e0\\'e9\\'ff", 'Майя'],
    [932, "\\'83\\'7d\\'83\\'84", 'マヤ'],
    [65001, "\\'c3\\'b1", 'ñ'],
    [10000, "\\'96", 'ñ'],
  ])('code page %i', async (page, words, text) => {
    const file = await openFile(bytesOf(`{\\rtf1\\ansi\\ansicpg${page} ${words}}`), 'a.rtf');
    expect(file.text).toBe(`a\n${text}\n`);
  });
});

describe('ics', () => {
  const CALENDAR = [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Example//EN', 'BEGIN:VEVENT', 'UID:204418@example.org'],
    ...[
      'DTSTART;TZID=America/Chicago:20260115T090000',
      'SUMMARY:Meeting on Maya Lo',
      ' pez\\, her mother\\nand more',
    ],
    'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Maya Lopez";EMAIL=maya@example.org:mailto:maya@example.org',
    ...['ORGANIZER;CN=Señora Muñoz:mailto:m@example.org', 'ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA'],
    ...[
      'DESCRIPTION:This description is long enough that it has to be cut once more after',
      '  it was changed: 204418',
    ],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

  test('reads', async () => {
    const { opened } = await rewritten(CALENDAR, 'a.ics', {});
    expect(opened.text).toBe(
      [
        ...['a', 'SUMMARY: Meeting on Maya Lopez, her mother', 'and more'],
        'ATTENDEE: Maya Lopez, maya@example.org, mailto:maya@example.org',
        'ORGANIZER: Señora Muñoz, mailto:m@example.org',
        'DESCRIPTION: This description is long enough that it has to be cut once more after it was changed: 204418\n',
      ].join('\n'),
    );
    expect(opened.unread).toEqual([{ what: 'embedded-file', times: 1 }]);
  });

  test('lines that changed are cut anew, the others stay', async () => {
    const { bytes } = await rewritten(CALENDAR, 'a.ics', { ...SURROGATES, 'maya@example.org': '[Email 1]' });
    expect(textOf(bytes)).toBe(
      CALENDAR.replace('UID:204418@', 'UID:[ID 1]@')
        .replace('Maya Lo\r\n pez', '[Student 1]')
        .replace('Maya Lopez', '[Student 1]')
        .replace('mailto:maya@example.org', 'mailto:\r\n [Email 1]')
        .replace('maya@example.org', '[Email 1]')
        .replace('Muñoz', '[Student 2]')
        .replace('204418', '[ID 1]')
        .replace('more after\r\n  it', 'more\r\n  after it'),
    );
  });

  test('a surrogate is escaped', async () => {
    const calendar = 'BEGIN:VCALENDAR\nX-A;CN=Maya;DIR="Maya":Maya\nEND:VCALENDAR';
    const { bytes } = await rewritten(calendar, 'a.ics', { Maya: 'a,"b;\n' });
    expect(textOf(bytes)).toBe(
      'BEGIN:VCALENDAR\nX-A;CN="a,\'b;\'";DIR="a,\'b;\'":a\\,"b\\;\\n\nEND:VCALENDAR',
    );
  });
});

describe('eml', () => {
  const head = (...lines: string[]) => [...lines, 'MIME-Version: 1.0'].join('\r\n');
  const part = (type: string, transfer: string, body: string) =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${body}`;
  const mail = (...parts: string[]) =>
    `${head('Subject: x', 'Content-Type: multipart/mixed; boundary="b"')}\r\n\r\npreamble\r\n--b\r\n${parts.join('\r\n--b\r\n')}\r\n--b--\r\n`;

  test.each<[string, string, string, string]>([
    ['plain', 'text/plain', '7bit', 'Maya Lopez\r\n'],
    [
      'quoted-printable',
      'text/plain; charset=utf-8',
      'quoted-printable',
      'Mu=C3=B1oz, M=\r\naya Lopez =3D 1',
    ],
    [
      'quoted-printable of Latin',
      'text/plain; charset=iso-8859-1',
      'quoted-printable',
      'Mu=F1oz Maya L=F3pez',
    ],
    ['base64', 'text/plain; charset="utf-8"', 'base64', btoa('Mu\xc3\xb1oz Maya Lopez')],
    ['base64 of html', 'text/html', 'base64', btoa('<p>Mu&ntilde;oz Maya <b>Lopez')],
    [
      'html in quoted-printable',
      'text/html; charset=utf-8',
      'quoted-printable',
      '<p title=3D"Maya Lopez">Mu=C3=B1oz',
    ],
    ['a table', 'text/csv', '8bit', 'a,Maya Lopez'],
  ])('%s', async (_what, type, transfer, body) => {
    const { opened, bytes } = await rewritten(
      latin(mail(part(type, transfer, body), part('text/plain', '7bit', 'rest'))),
      'a.eml',
      SURROGATES,
    );
    expect(opened.text).toMatch(/Maya L[oó]pez/);
    const copy = textOf(bytes);
    expect(copy.startsWith('Subject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n')).toBe(true);
    const again = await openFile(bytes, 'a.eml');
    expect(again.text).toBe(
      opened.text.replace(/Maya L[oó]pez/g, '[Student 1]').replaceAll('Muñoz', '[Student 2]'),
    );
    expect(
      copy.endsWith(
        '\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: 7bit\r\n\r\nrest\r\n--b--\r\n',
      ),
    ).toBe(true);
  });

  test('the heading: names, encoded words, folds', async () => {
    const { opened, bytes } = await rewritten(
      `${head(
        'Received: from x by y for <maya@example.org>',
        'From: =?utf-8?q?Se=C3=B1ora_Mu=C3=B1oz?= <m@example.org>',
        'To: "Lopez, Maya" <maya@example.org>, Maya Lopez <x@example.org>',
        'Subject: =?utf-8?B?TWF5YSBMw7NwZXo=?=\r\n =?utf-8?q?_is_late_again=2C?= says Maya\r\n Lopez',
        'X-Student: 204418',
      )}\r\n\r\nHi`,
      'a.eml',
      { ...SURROGATES, 'Lopez, Maya': '[Student 1]', 'maya@example.org': '[Email 1]' },
    );
    expect(partText(opened, 'body')).toBe(
      'From: Señora Muñoz <m@example.org>\nTo: "Lopez, Maya" <maya@example.org>, Maya Lopez <x@example.org>\n' +
        'Subject: Maya López is late again, says Maya Lopez\nHi\n',
    );
    expect(partText(opened, 'properties')).toBe('X-Student: 204418\n');
    expect(opened.parts.find(({ kind }) => kind === 'properties')).toMatchObject({ hidden: true });
    const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    expect(textOf(bytes)).toBe(
      `${head(
        'Received: from x by y for <[Email 1]>',
        `From: ${word('Señora [Student 2]')} <m@example.org>`,
        'To: "[Student 1]" <[Email 1]>, "[Student 1]" <x@example.org>',
        `Subject: ${word('[Student 1]')}\r\n =?utf-8?q?_is_late_again=2C?= says [Student 1]`,
        'X-Student: [ID 1]',
      )}\r\n\r\nHi`,
    );
  });

  test('lines of quoted-printable stay short', async () => {
    const body = `${'a'.repeat(70)} M=C3=BC Maya Lopez ${'b'.repeat(40)}=\r\n${'c'.repeat(20)} Maya Lopez`;
    const { bytes } = await rewritten(
      mail(part('text/plain; charset=utf-8', 'quoted-printable', body)),
      'a.eml',
      {
        'Maya Lopez': 'Señora '.repeat(9),
      },
    );
    const lines = textOf(bytes).split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
    expect((await openFile(bytes, 'a.eml')).text).toContain(
      `${'b'.repeat(40)}${'c'.repeat(20)} Señora Señora`,
    );
  });

  test('a mail that is a file', async () => {
    const { opened, bytes } = await rewritten(
      'From: x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="Maya Lopez.pdf"\n\nx',
      'a.eml',
      SURROGATES,
    );
    expect(opened.unread).toEqual([{ what: 'embedded-file', times: 1 }]);
    expect(textOf(bytes)).toContain('filename="[Student 1].pdf"\n\nx');
  });

  test('attachments are named and counted, a mail in a mail is read', async () => {
    const { opened, bytes } = await rewritten(
      mail(
        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''Maya%20L%C3%B3pez.pdf\r\n\r\nx",
        'Content-Type: image/png; name="=?utf-8?q?Mu=C3=B1oz?=.png"\r\n\r\nx',
        'Content-Type: message/rfc822\r\n\r\nSubject: Maya Lopez\r\n\r\nMaya Lopez',
        'Content-Type: text/plain; charset=iso-2022-jp\r\n\r\nx',
      ),
      'a.eml',
      SURROGATES,
    );
    expect(opened.unread).toEqual([
      { what: 'embedded-file', times: 2 },
      { what: 'picture', times: 1 },
    ]);
    expect(partText(opened, 'properties')).toBe('attachment: Maya López.pdf\nattachment: Muñoz.png\n');
    expect(partText(opened, 'body')).toBe('Subject: x\nSubject: Maya Lopez\nMaya Lopez\n');
    expect(textOf(bytes)).toContain("filename*=utf-8''%5BStudent%201%5D.pdf");
    expect(textOf(bytes)).not.toMatch(/Maya|Mu(?:ñ|=C3)/);
  });
});

describe('an image', () => {
  test('is its name, and has no copy', async () => {
    const file = await openFile(latin('\x89PNG\r\n\x1a\n'), 'Maya Lopez.png');
    expect(file).toMatchObject({
      kind: 'image',
      text: 'Maya Lopez\n',
      unread: [{ what: 'picture', times: 1 }],
    });
    await expect(file.rewrite(swapsOf(file.text, SURROGATES))).rejects.toMatchObject({
      code: 'unknown-kind',
    });
  });
});
