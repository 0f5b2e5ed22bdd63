/** An answer with names as a Word file. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { NamedBlock, Piece } from './answer.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes it. No name of an author, no date of a person: only its words. */
export async function wordFile(blocks: NamedBlock[]): Promise<{ type: string; text: Blob }> {
  const children: (Paragraph | Table)[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'row') {
      children.push(paragraph(block));
      continue;
    }
    const rows: TableRow[] = [];
    for (; blocks[i]?.kind === 'row'; i++) {
      const { cells } = blocks[i] as Extract<NamedBlock, { kind: 'row' }>;
      rows.push(
        new TableRow({
          children: cells.map(
            ({ pieces }) => new TableCell({ children: [new Paragraph({ children: runs(pieces) })] }),
          ),
        }),
      );
    }
    i--;
    children.push(new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }));
  }
  const file = new Document({ creator: 'Chalkline', lastModifiedBy: 'Chalkline', sections: [{ children }] });
  return { type: DOCX, text: await Packer.toBlob(file) };
}

function paragraph({ kind, pieces }: Exclude<NamedBlock, { kind: 'row' }>): Paragraph {
  const children = runs(pieces, kind === 'code' ? 'Courier New' : undefined);
  if (kind === 'heading') return new Paragraph({ children, heading: HeadingLevel.HEADING_2 });
  return new Paragraph(
    kind === 'item' ? { children, bullet: { level: 0 } } : { children, spacing: { after: 160 } },
  );
}

function runs(pieces: Piece[], font?: string): TextRun[] {
  const lines = pieces
    .map(({ text }) => text)
    .join('')
    .split('\n');
  return lines.map((text, i) => new TextRun({ text, ...(font && { font }), ...(i > 0 && { break: 1 }) }));
}
