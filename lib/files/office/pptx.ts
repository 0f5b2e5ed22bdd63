import type { OpenedFile, Watch } from '../file.ts';
import { readDrawn } from './charts.ts';
import { type Family, type OoxmlSource, openOoxml } from './ooxml.ts';
import type { Open } from './opened.ts';
import { Reading, type Section } from './reading.ts';
import { attributeOf, childOf, descendants, elementsOf, type XmlElement, type XmlPart } from './xml.ts';

/** Placeholders of a master or layout whose text is shown on slides; that of others is a prompt. */
const SHOWN_PLACEHOLDER = /^(?:ftr|hdr|dt)$/;

/** The slides in the order in which they are shown. */
async function slidePaths(source: OoxmlSource): Promise<string[]> {
  const main = source.opc.main();
  const relations = source.opc.relationsOf(main);
  let paths: string[] = [];
  await source.visit(main, (root, part) => {
    const ids = elementsOf(childOf(root, 'sldIdLst')).map((slide) => {
      const reference = slide.attributes.find(({ name }) => name.endsWith(':id'));
      return part.value(reference);
    });
    paths = ids.flatMap((id) => relations.find((one) => one.id === id)?.target ?? []);
  });
  // One that the list does not name is not shown and is in the file all the same.
  return [...new Set([...paths, ...source.opc.targetsOf(main, 'slide')])];
}

async function readText(source: OoxmlSource, paths: string[], into: Reading): Promise<void> {
  for (const path of paths) {
    await source.visit(path, (root, part) => {
      const flow = source.flow(part, false);
      // Comments of before 2021 have bare text; later ones have paragraphs.
      for (const text of descendants(root, 'text')) flow.paragraph(text, into);
      flow.blocks(root, into);
    });
  }
}

/** What stands on all slides of a master or layout. */
function ownShapes(root: XmlElement, part: XmlPart): XmlElement[] {
  return descendants(root, 'sp').filter((shape) => {
    const placeholder = descendants(childOf(shape, 'nvSpPr'), 'ph')[0];
    return !placeholder || SHOWN_PLACEHOLDER.test(part.value(attributeOf(placeholder, 'type')));
  });
}

/** Layouts repeat the footer of their master: it is read once. */
async function readMasters(source: OoxmlSource): Promise<Reading> {
  const shapes: Reading[] = [];
  for (const path of source.ofType(/(?:slide|notes|handout)(?:master|layout)\+xml$/)) {
    await source.visit(path, (root, part) => {
      for (const shape of ownShapes(root, part)) {
        const reading = new Reading();
        source.flow(part, false).blocks(shape, reading);
        const isBlank = reading.text.trim() === '';
        if (!isBlank && !shapes.some((other) => other.join(reading))) shapes.push(reading);
      }
      return 'all';
    });
  }
  const common = new Reading();
  for (const reading of shapes) common.append(reading);
  return common;
}

const FAMILY: Family = {
  kind: 'pptx',
  main: /presentationml|ms-powerpoint/,
  async read(source) {
    const sections: Section[] = [];
    const comments = new Reading();
    for (const [i, path] of (await slidePaths(source)).entries()) {
      const reading = new Reading();
      const notes = new Reading();
      const name = String(i + 1);
      let hidden = false;
      await source.visit(path, (root, part) => {
        hidden = /^(?:0|false)$/.test(part.valueOf(root, 'show'));
        source.flow(part, false).blocks(root, reading);
      });
      await readDrawn(source, path, reading);
      sections.push({ kind: 'slide', name, hidden, reading });
      await readText(source, source.opc.targetsOf(path, 'notesSlide'), notes);
      sections.push({ kind: 'notes', name, hidden: true, reading: notes });
      await readText(source, source.opc.targetsOf(path, 'comments', 'comment'), comments);
    }
    sections.push({ kind: 'header-footer', name: '', hidden: false, reading: await readMasters(source) });
    sections.push({ kind: 'comments', name: '', hidden: false, reading: comments });
    return sections;
  },
};

/**
 * A PowerPoint file: pptx, pptm, ppsx, potx. Slides in their order with hidden ones, each followed by its notes; of masters and
 * layouts what is no prompt. Throws FileProblem.
 * @param name with its ending @param openInner opens Office files within it; without it they are unread
 */
export function openPptx(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
  openInner?: Open,
): Promise<OpenedFile> {
  return openOoxml(FAMILY, bytes, name, watch, openPptx, openInner);
}
