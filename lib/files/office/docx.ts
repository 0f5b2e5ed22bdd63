import type { OpenedFile, PartKind, Watch } from '../file.ts';
import { readDrawn } from './charts.ts';
import { type Family, type OoxmlSource, openOoxml } from './ooxml.ts';
import type { Open } from './opened.ts';
import { Reading, type Section } from './reading.ts';

/** By the content types of their parts, in the order in which they are read. */
const SECTIONS: { kind: PartKind; hidden: boolean; types: RegExp }[] = [
  { kind: 'header-footer', hidden: false, types: /[.](?:header|footer)\+xml$/ },
  { kind: 'footnotes', hidden: false, types: /[.](?:footnotes|endnotes)\+xml$/ },
  // Building blocks and the prompts of form fields.
  { kind: 'body', hidden: true, types: /[.]document\.glossary\+xml$/ },
  { kind: 'comments', hidden: false, types: /[.]comments\+xml$/ },
];

async function readParts(
  source: OoxmlSource,
  paths: string[],
  kind: PartKind,
  hidden: boolean,
): Promise<Section> {
  const reading = new Reading();
  for (const path of paths) {
    await source.visit(path, (root, part) => source.flow(part, true).blocks(root, reading));
    await readDrawn(source, path, reading);
  }
  return { kind, name: '', hidden, reading };
}

const FAMILY: Family = {
  kind: 'docx',
  main: /wordprocessingml|ms-word/,
  async read(source) {
    const sections = [await readParts(source, [source.opc.main()], 'body', false)];
    for (const { kind, hidden, types } of SECTIONS) {
      sections.push(await readParts(source, source.ofType(types), kind, hidden));
    }
    return sections;
  },
};

/**
 * A Word file: docx, docm, dotx, dotm. Paragraphs are lines, rows of tables lines with tabs; text boxes and alt texts follow
 * their paragraph; a paragraph with tracked deletions is read as it is and as it was. Throws FileProblem.
 * @param name with its ending @param openInner opens Office files within it; without it they are unread
 */
export function openDocx(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
  openInner?: Open,
): Promise<OpenedFile> {
  return openOoxml(FAMILY, bytes, name, watch, openDocx, openInner);
}
