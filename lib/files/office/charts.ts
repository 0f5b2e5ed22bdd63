import type { OoxmlSource } from './ooxml.ts';
import type { Reading } from './reading.ts';
import { textWords } from './words.ts';
import { descendants, elementsOf, type XmlElement, type XmlPart } from './xml.ts';

const DRAWN = ['chart', 'chartEx', 'diagramData', 'diagramDrawing', 'drawing', 'chartUserShapes'];

/** The names of series and categories that a chart keeps of its table, one to a line. */
function labels(element: XmlElement, part: XmlPart, source: OoxmlSource, into: Reading): void {
  for (const child of elementsOf(element)) {
    if (!/^(?:strCache|strLit|multiLvlStrCache|strDim)$/.test(child.name)) {
      labels(child, part, source, into);
      continue;
    }
    for (const point of descendants(child, 'pt')) {
      const holders = point.children.some((node) => node.kind === 'text') ? [point] : descendants(point, 'v');
      for (const node of holders.flatMap(({ children }) => children)) {
        if (node.kind !== 'text' || part.text(node).trim() === '') continue;
        source.extras.see(part, node.from);
        into.show(part.text(node), textWords(part, node));
        into.say('\n');
      }
    }
  }
}

/** Reads the charts, diagrams and drawings that a part leads to, and those that they lead to. */
export async function readDrawn(source: OoxmlSource, path: string, into: Reading): Promise<void> {
  for (const target of source.opc.targetsOf(path, ...DRAWN)) {
    if (source.isVisited(target)) continue;
    await source.visit(target, (root, part) => {
      source.flow(part, false).blocks(root, into);
      labels(root, part, source, into);
    });
    await readDrawn(source, target, into);
  }
}
