/** Office files for tests: taken apart, put together, and looked through without the code under test. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OpenedFile, RewrittenFile, Swap } from '../../lib/files/file.ts';

type Parts = Record<string, string | Uint8Array>;

/** A package of parts, in their order. */
export function packed(parts: Parts): Uint8Array<ArrayBuffer> {
  const files = Object.entries(parts).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: new Date(2024, 0, 1) }));
}

/** All entries by their paths, in order. */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** An entry as text. */
export const entryOf = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!);

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A list of relationships; ids are r1, r2 and so on. */
export function relations(...list: [type: string, target: string, mode?: 'External'][]): string {
  const elements = list.map(([type, target, mode], i) => {
    const external = mode ? ' TargetMode="External"' : '';
    return `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${target}"${external}/>`;
  });
  return `<Relationships xmlns="${RELATIONS}">${elements.join('')}</Relationships>`;
}

function contentTypes(types: Record<string, string>): string {
  const elements = Object.entries(types).map(
    ([path, type]) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/>${elements.join('')}</Types>`;
}

/** The smallest docx with this body. Other parts may be added. */
export function docx(
  body: string,
  more: Parts = {},
  types: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  return packed({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': 'wordprocessingml.document.main', ...types }),
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export const paragraph = (...runs: string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;

/** The smallest xlsx with these rows in its sheets; strings are shared. */
export function xlsx(
  sheets: Record<string, string>,
  strings: string[] = [],
  more: Parts = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets);
  const paths = names.map((_, i) => `xl/worksheets/sheet${i + 1}.xml`);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const tabs = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  return packed({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [path, 'spreadsheetml.worksheet'])),
    }),
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${OFFICE}"><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...names.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    ...Object.fromEntries(
      names.map((name, i) => [
        paths[i]!,
        `<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `<sst ${main} uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...more,
  });
}

/** Swaps of every place where a word stands in the text. */
export function swapsOf(text: string, labels: Record<string, string>): Swap[] {
  const swaps: Swap[] = [];
  for (const [word, surrogate] of Object.entries(labels)) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      swaps.push({ span: { start, end: start + word.length }, surrogate });
    }
  }
  return swaps;
}

/** The copy in which all these words are swapped. */
export const swapped = (file: OpenedFile, labels: Record<string, string>): Promise<RewrittenFile> =>
  file.rewrite(swapsOf(file.text, labels));

/** The text of a part of a kind, those of one kind together. */
export function textOf(file: OpenedFile, kind: string, name?: string): string {
  return file.parts
    .filter((part) => part.kind === kind && (name === undefined || part.name === name))
    .map(({ start, end }) => file.text.slice(start, end))
    .join('');
}

/** Which of some words stand in an archive or one within it: in a file as it is, or in its text without tags. */
export function found(bytes: Uint8Array, words: string[]): string[] {
  return Array.from(unpacked(bytes)).flatMap(([path, content]) => {
    if (path.endsWith('.xlsx')) return found(content, words).map((one) => `${path}/${one}`);
    const utf16 = content[0] === 0xff && content[1] === 0xfe;
    const raw = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(content).replaceAll('%20', ' ');
    const texts = [raw, raw.replace(/<[^>]*>/g, ''), path];
    return words
      .filter((word) => texts.some((text) => text.includes(word)))
      .map((word) => `${path}: ${word}`);
  });
}

/** Elements and names of attributes of an XML file in order, without what people wrote. */
export function skeletonOf(xml: string): string[] {
  return Array.from(xml.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/"[^"]*"|'[^']*'/g, '""'));
}

/** What keeps an XML file from being well-formed; empty if nothing does. */
export function flawsOf(xml: string): string[] {
  const open: string[] = [];
  const flaws: string[] = [];
  const text = xml.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '');
  for (const [, close, name, attributes = '', selfClosed] of text.matchAll(
    /<(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>/g,
  )) {
    const names = Array.from(attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g), ([, one]) => one);
    if (new Set(names).size < names.length) flaws.push(`twice in ${name}`);
    if (close && open.pop() !== name) flaws.push(`</${name}>`);
    if (!close && !selfClosed) open.push(name!);
  }
  const rest = text.replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/g, '');
  if (/[<>]|&(?!#?\w+;)/.test(rest)) flaws.push('a bare < or &');
  return [...flaws, ...open.map((name) => `<${name}>`)];
}
