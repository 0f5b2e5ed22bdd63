/**
 * The text of a page in the order in which it is read. A PDF says where glyphs stand and not what belongs together. Many
 * hold a tree of paragraphs and cells too, which is followed where it is there; what is not in it is put together by place:
 * runs to lines, lines below each other to blocks, blocks beside each other to the rows of a table or to columns of prose.
 */

/** Glyphs that were drawn at once. Units are points; y grows upwards. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  rightToLeft: boolean;
  /** The stretch of the page's content that it is in, by which the tree knows it. */
  content: string | undefined;
}

/** The tree of a page, as pdf.js gives it. */
export interface StructureNode {
  role?: string;
  type?: string;
  id?: string;
  /** What a figure shows. */
  alt?: string;
  children?: StructureNode[];
}

interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  content: string | undefined;
  /** How much of the line its first word takes. */
  firstWord: number;
}

interface Block {
  lines: Line[];
  left: number;
  right: number;
  /** Baselines of the first and the last line. */
  top: number;
  bottom: number;
  /** The tree says that its lines belong together. */
  tagged: boolean;
}

/** Blocks beside each other, from left to right; `undefined` is an empty cell. */
type Row = (Block | undefined)[];

/** In sizes of the font. Gaps between words are narrower, gaps between cells wider. */
const WORD_GAP = 0.15;
const CELL_GAP = 1.2;
const LINE_GAP = 1.75;
const INDENT = 4;
/** How far two lines of one height may be apart. */
const SAME_HEIGHT = 0.35;
/** The same for a raised number of a note, which is smaller. */
const RAISED = 0.6;
/** Lines of prose are longer, cells shorter. */
const PROSE_LINE = 40;
/** A line as long as this goes on in the next one, also where nothing else says so. */
const FULL_LINE = 60;
/** From so many lines on a block beside another one is a column of prose and no cell. */
const COLUMN_LINES = 3;

const SPACE = /\s$/;
const STARTS_LOWER = /^[("'“‘]?\p{Ll}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ARABIC_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;

/** @returns lines with `\n` behind each, cells parted by tabs; empty where the page has no text */
export function pageText(runs: readonly Run[], tree: StructureNode | null): string {
  const seen = runs.filter(({ text }, i) => text.trim() !== '' && !isTwice(runs, i));
  const tagged = tree ? taggedRows(seen, tree) : { rows: [], used: new Set<string>() };
  const free = seen.filter(({ content }) => content === undefined || !tagged.used.has(content));
  return written([...tagged.rows, ...rowsOf(blocksOf(linesOf(free)))]);
}

/** Bold letters are sometimes drawn twice, a little apart. */
function isTwice(runs: readonly Run[], i: number): boolean {
  const run = runs[i]!;
  const before = runs[i - 1];
  return (
    before?.text === run.text &&
    Math.abs(before.x - run.x) < run.size * 0.1 &&
    Math.abs(before.y - run.y) < run.size * 0.1
  );
}

/** Runs that follow each other at one height, without a gap as wide as between cells. */
function linesOf(runs: readonly Run[]): Line[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (before && isSameLine(before, run)) group!.push(run);
    else groups.push([run]);
  }
  return groups.map(lineOf);
}

function isSameLine(before: Run, run: Run): boolean {
  const size = Math.max(before.size, run.size);
  const gap = Math.max(run.x - (before.x + before.width), before.x - (run.x + run.width));
  const raised = Math.min(before.size, run.size) < size * 0.8;
  return Math.abs(run.y - before.y) < size * (raised ? RAISED : SAME_HEIGHT) && gap < size * CELL_GAP;
}

function lineOf(group: readonly Run[]): Line {
  const letters = group.map(({ text }) => text).join('');
  const turned = group.some(({ rightToLeft }) => rightToLeft) && RIGHT_TO_LEFT.test(letters);
  const runs = turned ? [...group].sort((a, b) => b.x - a.x) : group;
  let text = '';
  let before: Run | undefined;
  for (const run of runs) {
    const gap = before ? (turned ? before.x - (run.x + run.width) : run.x - (before.x + before.width)) : 0;
    if (before && gap > run.size * WORD_GAP && !SPACE.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    before = run;
  }
  text = text.replace(ARABIC_FORMS, (forms) => forms.normalize('NFKC')).trim();
  const left = Math.min(...group.map(({ x }) => x));
  const right = Math.max(...group.map(({ x, width }) => x + width));
  const size = Math.max(...group.map((run) => run.size));
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  return {
    text,
    left,
    right,
    y: group[0]!.y,
    size,
    content: group[0]!.content,
    firstWord: ((right - left) * word) / Math.max(text.length, 1),
  };
}

function blockOf(lines: Line[]): Block {
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: lines[0]!.y,
    bottom: lines.at(-1)!.y,
    tagged: false,
  };
}

/** Lines that were drawn one after the other and stand below each other; what has another one beside it begins anew. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const level = (a: Line | undefined, b: Line | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a.y - b.y) < b.size * SAME_HEIGHT;
  for (const [i, line] of lines.entries()) {
    const cell = level(lines[i - 1], line) || level(lines[i + 1], line);
    const block = cell ? undefined : blocks.at(-1);
    const above = block?.lines.at(-1);
    const apart = above ? above.y - line.y : 0;
    const below =
      block &&
      above &&
      apart > line.size * SAME_HEIGHT &&
      apart < line.size * LINE_GAP &&
      above.size < line.size * 1.25 &&
      line.size < above.size * 1.25 &&
      line.left < block.right &&
      line.right > block.left &&
      (Math.abs(line.left - block.left) < line.size * INDENT ||
        Math.abs(line.left + line.right - block.left - block.right) < line.size * INDENT);
    if (below) {
      block.lines.push(line);
      block.left = Math.min(block.left, line.left);
      block.right = Math.max(block.right, line.right);
      block.bottom = line.y;
    } else blocks.push(blockOf([line]));
  }
  return blocks;
}

const sizeOf = (block: Block): number => block.lines[0]!.size;
const isShort = ({ lines }: Block): boolean =>
  lines.length <= 2 && lines.every(({ text }) => text.length < PROSE_LINE);
const isBeside = (a: Block, b: Block): boolean => a.right <= b.left + 1 || b.right <= a.left + 1;

/** Whether one of two blocks begins or ends at the height of the other. */
function isLevel(a: Block, b: Block): boolean {
  const slack = Math.max(sizeOf(a), sizeOf(b)) * SAME_HEIGHT;
  return a.top >= b.bottom - slack && b.top >= a.bottom - slack;
}

/** How many rows back a cell that was drawn later may belong. */
const ROWS_BACK = 100;

/** Puts blocks that stand beside each other into rows, in the order in which they were drawn. */
function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const fits = (row: Block[]) => row.every((other) => isBeside(other, block) && isLevel(other, block));
    const isLine = (row: Block[]) =>
      isShort(block) &&
      row.every((other) => isShort(other) && Math.abs(other.top - block.top) < sizeOf(block) * SAME_HEIGHT);
    const last = rows.at(-1);
    // Some programs draw a table by columns.
    const row = last && fits(last) ? last : rows.slice(-ROWS_BACK).find((one) => isLine(one) && fits(one));
    if (row) row.push(block);
    else rows.push([block]);
  }
  return rows.flatMap((row): Row[] => {
    const blocks = row.sort((a, b) => a.left - b.left);
    return isColumns(blocks) ? blocks.map((block) => [block]) : splitByLines(blocks);
  });
}

/** Two long blocks beside each other are read one after the other. */
function isColumns(blocks: readonly Block[]): boolean {
  const long = blocks.filter(
    ({ lines }) => lines.length >= COLUMN_LINES && averageLength(lines) > PROSE_LINE / 2,
  );
  return long.length > 1;
}

const averageLength = (lines: readonly Line[]): number =>
  lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;

/** A table of which each column was drawn as one block: its lines are the rows, and none goes on in the next one. */
function splitByLines(blocks: Block[]): Block[][] {
  const [first, ...others] = blocks;
  const count = first!.lines.length;
  const aligned =
    others.length > 0 &&
    count >= COLUMN_LINES &&
    others.every(
      ({ lines }) =>
        lines.length === count &&
        lines.every(({ y, size }, i) => Math.abs(y - first!.lines[i]!.y) < size * SAME_HEIGHT),
    ) &&
    !blocks.some(({ lines }) => lines.some(({ text }, i) => i > 0 && STARTS_LOWER.test(text)));
  if (!aligned || blocks.some(({ lines }) => averageLength(lines) > PROSE_LINE / 2)) return [blocks];
  return first!.lines.map((_, i) => blocks.map(({ lines }) => blockOf([lines[i]!])));
}

/** Parts of the tree that are a block of their own. */
const BLOCK_ROLES =
  /^(?:P|H\d?|LI|TD|TH|Caption|Note|TOCI|BlockQuote|Figure|Formula|Code|Form|Title|FENote|Aside)$/;
/** A tree deeper than that is a mistake. */
const DEPTH_MAX = 100;

/** Rows by the tree, and the stretches of content that are in them. */
function taggedRows(runs: readonly Run[], tree: StructureNode): { rows: Row[]; used: Set<string> } {
  const byContent = Map.groupBy(
    runs.filter(({ content }) => content !== undefined),
    ({ content }) => content!,
  );
  const used = new Set<string>();
  const rows: Row[] = [];
  /** Of the block that is being read; undefined between blocks. */
  let open: Run[] | undefined;
  let cells: Row | undefined;

  const close = (runs: Run[]) => {
    const block = runs.length > 0 ? { ...blockOf(linesOf(runs)), tagged: true } : undefined;
    if (cells) cells.push(block);
    else if (block) rows.push([block]);
  };
  const visit = (node: StructureNode, depth: number): void => {
    if (depth > DEPTH_MAX) return;
    const children = () => {
      for (const child of node.children ?? []) visit(child, depth + 1);
    };
    const role = node.role ?? '';
    if (node.type === 'content' && node.id !== undefined) {
      const content = used.has(node.id) ? [] : (byContent.get(node.id) ?? []);
      used.add(node.id);
      if (!open) close(content);
      else for (const run of content) open.push(run);
    } else if (role === 'TR' && !cells) {
      const row: Row = [];
      cells = row;
      children();
      cells = undefined;
      if (row.some((block) => block)) rows.push(row);
    } else if (BLOCK_ROLES.test(role) && !(open && cells)) {
      const around = open;
      if (around && around.length > 0) close(around.splice(0));
      open = [];
      children();
      if (node.alt) open.push(shown(node.alt));
      close(open);
      open = around;
    } else children();
  };
  visit(tree, 0);
  return { rows, used };
}

/** What a figure shows, as if it were written below it. */
const shown = (text: string): Run => ({
  text: text.replace(/\s+/g, ' '),
  ...{ x: 0, y: 0, width: 0, size: 0, rightToLeft: false, content: undefined },
});

/** The rows as text. */
function written(rows: readonly Row[]): string {
  const edge = rightEdges(rows);
  const aligned = alignedRows(rows);
  let text = '';
  let before: Block | undefined;
  for (const blocks of aligned) {
    const first = blocks.find((block) => block)!;
    const single = blocks.length === 1;
    const apart = before ? before.bottom - first.top : 0;
    // A blank line between paragraphs; none between the rows of a table.
    if (text !== '' && single && before && (apart > sizeOf(first) * LINE_GAP || apart < 0)) text += '\n';
    text += `${blocks
      .map((block) => (block ? blockText(block, single ? edge(block) : block.right, single) : ''))
      .join('\t')}\n`;
    before = single ? first : undefined;
  }
  return text;
}

/** Lines that begin within so many points of each other are of one column. */
const COLUMN = 36;

/** How far to the right lines go that begin where a block does: where the next word would not have had room. */
function rightEdges(rows: readonly Row[]): (block: Block) => number {
  const edges = new Map<number, number>();
  const edgeAt = (column: number) => edges.get(column) ?? Number.NEGATIVE_INFINITY;
  for (const blocks of rows) {
    const [block] = blocks;
    if (blocks.length > 1 || !block) continue;
    const column = Math.round(block.left / COLUMN);
    edges.set(column, Math.max(edgeAt(column), block.right));
  }
  return ({ left, right }) => {
    const column = Math.round(left / COLUMN);
    return Math.max(right, edgeAt(column - 1), edgeAt(column), edgeAt(column + 1));
  };
}

/** The lines of a block, those that were broken for lack of room put together. */
function blockText({ lines, tagged }: Block, right: number, alone: boolean): string {
  const lower = lines.filter(({ text }, i) => i > 0 && STARTS_LOWER.test(text)).length;
  const prose = lower > 0 && lower * 3 >= lines.length - 1;
  let text = lines[0]!.text;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!;
    const line = lines[i]!;
    const noRoom = before.right + line.firstWord + line.size * WORD_GAP > right;
    // A list of names beneath each other is no prose, however long they are.
    const mayGoOn = tagged || !alone || prose || before.text.length >= FULL_LINE;
    const goesOn =
      (line.content !== undefined && line.content === before.content) ||
      STARTS_LOWER.test(line.text) ||
      (mayGoOn && noRoom);
    if (Math.abs(line.y - before.y) < line.size * SAME_HEIGHT) text += alone ? '\t' : ' ';
    else if (!goesOn) text += alone ? '\n' : /[,;:.!?-]$/.test(text) ? ' ' : ', ';
    else if (!/\p{L}[-\u00ad\u2010]$/u.test(text)) text += ' ';
    else if (STARTS_LOWER.test(line.text)) text = text.slice(0, -1);
    text += line.text;
  }
  return text;
}

/** Rows of a table that lacks cells, with empty ones where the longest row of it has a column. */
function alignedRows(rows: readonly Row[]): Row[] {
  const all: Row[] = [];
  let table: Row[] = [];
  const close = () => {
    const widest = table.reduce((most, row) => (row.length > most.length ? row : most), [] as Row);
    for (const row of table) all.push(inColumns(row, widest));
    table = [];
  };
  for (const row of rows) {
    if (row.length > 1) table.push(row);
    else {
      close();
      all.push(row);
    }
  }
  close();
  return all;
}

/** Cells by the columns that they overlap, or are nearest to. */
function inColumns(blocks: Row, columns: Row): Row {
  if (blocks.length === columns.length) return blocks;
  const placed: Row = columns.map(() => undefined);
  let from = 0;
  for (const [i, block] of blocks.entries()) {
    // Enough columns are left for the cells that follow.
    const last = columns.length - (blocks.length - i);
    let best = from;
    for (let n = from; n <= last; n++) {
      if (distance(block, columns[n]) < distance(block, columns[best])) best = n;
    }
    placed[best] = block;
    from = best + 1;
  }
  return placed;
}

function distance(a: Block | undefined, b: Block | undefined): number {
  if (!a || !b) return Number.POSITIVE_INFINITY;
  return Math.min(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.left + a.right - b.left - b.right) / 2,
  );
}
