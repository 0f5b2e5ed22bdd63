import type { OpenedFile, Watch } from '../file.ts';
import { type Cell, Cells, columnOf, SheetRows } from './cells.ts';
import { readDrawn } from './charts.ts';
import { NumberFormats } from './number-format.ts';
import { type Family, type OoxmlSource, openOoxml } from './ooxml.ts';
import type { Open } from './opened.ts';
import type { Copy } from './package.ts';
import { Reading, type Section } from './reading.ts';
import { SharedStrings } from './shared-strings.ts';
import { renameSheets } from './sheet-names.ts';
import { attributeWords, sourceText, type Words, withLocals } from './words.ts';
import {
  attributeOf,
  childOf,
  descendants,
  elementsOf,
  escapeAttribute,
  parseXml,
  type XmlAttribute,
  type XmlElement,
  type XmlPart,
} from './xml.ts';

interface Sheet {
  name: string;
  hidden: boolean;
  path: string;
  part: XmlPart;
  attribute: XmlAttribute;
  /** Its name as it will be in a copy. */
  wanted: WeakMap<Copy, string>;
}

/** A table in a sheet: its columns are named after the cells of its first row, and Excel holds it damaged if they are not. */
interface Table {
  part: XmlPart;
  row: number;
  column: number;
  columns: { attribute: XmlAttribute; name: string; cell?: Cell }[];
}

/** What a workbook needs for its copies. */
interface Workbook {
  cells: Cells;
  sheets: Sheet[];
  tables: Table[];
  /** The caches of pivot tables. */
  caches: { part: XmlPart; root: XmlElement; records: string[] }[];
  /** Who is spoken to in a thread, by places in its text. */
  mentions: { part: XmlPart; element: XmlElement }[];
}

/** Codes in the header or footer of a page: a place, a font, a size, a colour, a page number. */
const HEADER_CODE =
  /&amp;(?:(?:"|&quot;).{0,200}?(?:"|&quot;)|\d{1,3}|K(?:[\da-f]{6}|\d\d[+-]\d{3})|[a-z])/gi;

async function readStyles(
  source: OoxmlSource,
  uses1904: boolean,
): Promise<{ formats: NumberFormats; styles: number[] }> {
  const [path = ''] = source.opc.targetsOf(source.opc.main(), 'styles');
  const part = source.package.part(path);
  const root = part && (await parseXml(part, source.pace));
  const codes = new Map<number, string>();
  if (!part) return { formats: new NumberFormats(codes, uses1904), styles: [] };
  for (const format of elementsOf(childOf(root, 'numFmts'))) {
    codes.set(Number(part.valueOf(format, 'numFmtId')), part.valueOf(format, 'formatCode'));
  }
  const styles = elementsOf(childOf(root, 'cellXfs')).map((style) => Number(part.valueOf(style, 'numFmtId')));
  return { formats: new NumberFormats(codes, uses1904), styles };
}

/** The sheets in their order, and how days are counted. */
async function readMain(source: OoxmlSource): Promise<{ sheets: Sheet[]; uses1904: boolean }> {
  const main = source.opc.main();
  const sheets: Sheet[] = [];
  let uses1904 = false;
  await source.visit(main, (root, part) => {
    const properties = childOf(root, 'workbookPr');
    uses1904 = properties !== undefined && /^(?:1|true)$/.test(part.valueOf(properties, 'date1904'));
    for (const element of elementsOf(childOf(root, 'sheets'))) {
      const id = part.value(element.attributes.find(({ name }) => name.endsWith(':id')));
      const path = source.opc.relationsOf(main).find((relation) => relation.id === id)?.target;
      const attribute = attributeOf(element, 'name');
      if (path === undefined || !attribute) continue;
      source.extras.see(part, attribute.from);
      sheets.push({
        ...{ name: part.value(attribute), path, part, attribute, wanted: new WeakMap() },
        hidden: part.valueOf(element, 'state').toLowerCase().endsWith('hidden'),
      });
    }
  });
  return { sheets, uses1904 };
}

async function readTables(source: OoxmlSource, path: string): Promise<Table[]> {
  const tables: Table[] = [];
  for (const target of source.opc.targetsOf(path, 'table')) {
    await source.visit(target, (root, part) => {
      const [from = ''] = part.valueOf(root, 'ref').split(':');
      const columns = descendants(root, 'tableColumn').flatMap((element) => {
        const attribute = attributeOf(element, 'name');
        return attribute ? { attribute, name: part.value(attribute) } : [];
      });
      if (part.valueOf(root, 'headerRowCount') === '0') {
        for (const { attribute, name } of columns) source.extras.add(name, attributeWords(part, attribute));
      } else {
        // After its cell, also where that is kept.
        for (const { attribute } of columns) source.extras.see(part, attribute.from);
        tables.push({ part, row: Number(/\d+$/.exec(from)?.[0]), column: columnOf(from), columns });
      }
    });
  }
  return tables;
}

/** The text of headers and footers, without the codes between its words. */
function readHeaders(source: OoxmlSource, part: XmlPart, root: XmlElement, into: Reading): void {
  for (const node of elementsOf(childOf(root, 'headerFooter')).flatMap(({ children }) => children)) {
    if (node.kind !== 'text' || node.cdata) continue;
    source.extras.see(part, node.from);
    const raw = part.source.slice(node.from, node.to);
    let at = 0;
    for (const code of [...raw.matchAll(HEADER_CODE), { index: raw.length, 0: '' }]) {
      const { text, words } = sourceText(part, node.from + at, node.from + code.index);
      at = code.index + code[0].length;
      if (text.trim() === '') continue;
      into.show(text, words);
      into.say('\n');
    }
  }
}

function nameWords(sheet: Sheet): Words {
  return {
    holds: true,
    swap: (locals, copy) => void sheet.wanted.set(copy, withLocals(sheet.name, locals)),
  };
}

async function readSheet(source: OoxmlSource, workbook: Workbook, sheet: Sheet): Promise<Section[]> {
  const { name, hidden, path } = sheet;
  const [reading, headers, comments] = [new Reading(), new Reading(), new Reading()];
  reading.show(name, nameWords(sheet));
  reading.say('\n');
  const tables = await readTables(source, path);
  workbook.tables.push(...tables);
  const onCell = (row: number, column: number, cell: Cell) => {
    for (const table of tables) {
      const heading = row === table.row ? table.columns[column - table.column] : undefined;
      if (heading) heading.cell = cell;
    }
  };
  let rows: SheetRows | undefined;
  await source.visit(
    path,
    (root, part) => readHeaders(source, part, root, headers),
    (element, part) => {
      if (element.name !== 'row') return false;
      rows ??= new SheetRows(workbook.cells, part, reading, onCell);
      rows.read(element);
      return true;
    },
  );
  const drawn = new Reading();
  await readDrawn(source, path, drawn);
  if (drawn.length > 0) {
    reading.say('\n');
    reading.append(drawn);
  }
  for (const target of source.opc.targetsOf(path, 'comments', 'threadedComment')) {
    await source.visit(target, (root, part) => {
      for (const text of descendants(root, 'text')) source.flow(part, true).paragraph(text, comments);
      workbook.mentions.push(...descendants(root, 'mentions').map((element) => ({ part, element })));
    });
  }
  return [
    { kind: 'sheet', name, hidden, reading },
    { kind: 'header-footer', name, hidden, reading: headers },
    { kind: 'comments', name, hidden, reading: comments },
  ];
}

/** New names for columns of tables, after the cells that head them; a name is unique within its table. */
function renameColumns(
  workbook: Workbook,
  copy: Copy,
): { columns: Map<string, string>; instead: Map<Cell, string> } {
  const swapped = workbook.cells.swappedIn(copy);
  const columns = new Map<string, string>();
  const instead = new Map<Cell, string>();
  for (const { part, columns: all } of workbook.tables) {
    const isChanged = ({ cell }: { cell?: Cell }) => cell !== undefined && swapped.has(cell);
    const others = new Set(all.filter((column) => !isChanged(column)).map(({ name }) => name.toLowerCase()));
    for (const { attribute, name, cell } of all) {
      columns.set(name, name);
      const locals = cell && swapped.get(cell);
      if (!locals) continue;
      const wanted = withLocals(cell.text, locals) || '_';
      let unique = wanted;
      for (let n = 2; others.has(unique.toLowerCase()); n++) unique = `${wanted} ${n}`;
      others.add(unique.toLowerCase());
      if (unique !== withLocals(cell.text, locals)) instead.set(cell, unique);
      columns.set(name, unique);
      copy.edit(part, attribute.from, attribute.to, escapeAttribute(unique.replace(/\r?\n/g, '_x000a_')));
    }
  }
  return { columns, instead };
}

/** Of one file: its copies need what was read of it. */
function familyOf(): Family {
  let workbook: Workbook;
  return {
    kind: 'xlsx',
    main: /spreadsheetml|ms-excel\.(?:sheet|template)\.macroenabled/,
    async read(source) {
      const { sheets, uses1904 } = await readMain(source);
      const { formats, styles } = await readStyles(source, uses1904);
      const cells = new Cells(await SharedStrings.read(source), formats, styles, source.extras);
      workbook = { cells, sheets, tables: [], caches: [], mentions: [] };
      const sections: Section[] = [];
      for (const sheet of sheets) sections.push(...(await readSheet(source, workbook, sheet)));
      for (const { text, words } of cells.strings.unused()) source.extras.add(text, words);
      for (const path of source.ofType(/pivotcachedefinition\+xml$/)) {
        await source.visit(path, (root, part) => {
          workbook.caches.push({ part, root, records: source.opc.targetsOf(path, 'pivotCacheRecords') });
        });
      }
      return sections;
    },
    finish(source, copy, literals) {
      const { columns, instead } = renameColumns(workbook, copy);
      if (workbook.cells.write(copy, literals, instead)) {
        // It lists the cells with formulas; Excel makes it anew.
        for (const path of source.opc.targetsOf(source.opc.main(), 'calcChain')) source.opc.drop(copy, path);
      }
      const sheets = workbook.sheets.map((sheet) => ({ ...sheet, wanted: sheet.wanted.get(copy) }));
      return { sheets: renameSheets(sheets, copy), columns };
    },
    tidy(source, copy) {
      for (const { part, root, records } of workbook.caches) {
        const isChanged = [part, ...records.map((path) => source.package.part(path))].some((one) =>
          copy.isEdited(one),
        );
        if (!isChanged || attributeOf(root, 'refreshOnLoad')) continue;
        const at = part.source[root.innerStart - 2] === '/' ? root.innerStart - 2 : root.innerStart - 1;
        copy.edit(part, at, at, ' refreshOnLoad="1"');
      }
      for (const { part, element } of workbook.mentions) {
        if (copy.isEdited(part)) copy.edit(part, element.start, element.end, '');
      }
    },
  };
}

/**
 * An Excel file: xlsx, xlsm, xltx, xltm. Sheets in their order with hidden ones, each headed by its name; rows are lines with
 * tabs, numbers and dates as Excel shows them. A swapped number, date or result of a formula becomes text. Throws FileProblem.
 * @param name with its ending @param openInner opens Office files within it; without it they are unread
 */
export function openXlsx(
  bytes: Uint8Array,
  name: string,
  watch?: Watch,
  openInner?: Open,
): Promise<OpenedFile> {
  return openOoxml(familyOf(), bytes, name, watch, openXlsx, openInner);
}
