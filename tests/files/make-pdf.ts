/** PDFs of a page or two, written out: for what no program at hand puts into one. */
import { latin } from './rewriting.ts';

export interface Parts {
  /** What is drawn on each page. */
  pages: string[];
  /** Objects of annotations, of the first page. */
  annotations?: string[];
  /** Entries of the catalog. */
  catalog?: string;
  info?: string;
  /** Further objects, from number 100 on. */
  objects?: string[];
}

/** Words at a place, in Helvetica of 12 points. */
export const words = (x: number, y: number, text: string, turn = '1 0 0 1') =>
  `BT /F 12 Tf ${turn} ${x} ${y} Tm (${text}) Tj ET`;

export function makePdf({
  pages,
  annotations = [],
  catalog = '',
  info = '',
  objects = [],
}: Parts): Uint8Array {
  const all = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R ${catalog}>>`],
    [3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'],
    [4, `<<${info}>>`],
  ]);
  const kids = pages.map((content, i) => {
    const number = 10 + i * 2;
    const notes = i === 0 ? `/Annots[${annotations.map((_, n) => `${50 + n} 0 R`).join(' ')}]` : '';
    all.set(
      number,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents ${number + 1} 0 R${notes}>>`,
    );
    all.set(number + 1, `<</Length ${content.length}>>stream\n${content}\nendstream`);
    return `${number} 0 R`;
  });
  all.set(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]>>`);
  annotations.forEach((annotation, n) => {
    all.set(50 + n, annotation);
  });
  objects.forEach((object, n) => {
    all.set(100 + n, object);
  });
  let out = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of all) {
    offsets.set(number, out.length);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const xref = out.length;
  out += 'xref\n';
  for (const [number, offset] of offsets)
    out += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  return latin(`${out}trailer<</Size 200/Root 1 0 R/Info 4 0 R>>\nstartxref\n${xref}\n%%EOF\n`);
}
