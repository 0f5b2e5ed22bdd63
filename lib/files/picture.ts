/**
 * Pictures: their words by place, and boxes over those that are swapped. What reads a picture and draws on it is passed in:
 * a browser can, the command line cannot.
 */
import { type Box, FileProblem, type OpenedFile, type PictureWord, type Watch } from './file.ts';
import { named } from './named.ts';
import { pictureHead } from './picture-head.ts';

/** A word as it was read, in the order in which it was read. */
export interface SeenWord {
  text: string;
  box: Box;
  /** Words of one line, or of one paragraph, have the same number. */
  line: number;
  paragraph: number;
}

/** A box that hides what is below it, and what is written in it; empty where nothing is. */
export interface Cover {
  box: Box;
  label: string;
}

/** What reads pictures and draws on them. Both throw FileProblem `unknown-kind` for a picture that cannot be shown. */
export interface PictureTool {
  read(bytes: Uint8Array, watch: Watch): Promise<SeenWord[]>;
  /** The same picture with covers and nothing but its pixels: what it said of place, date and author is gone. */
  cover(
    bytes: Uint8Array,
    covers: Cover[],
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; ending?: string }>;
}

/** Only the name is read. `rewrite` throws FileProblem `unknown-kind`: what is not read cannot be written. */
export function openPicture(name: string): OpenedFile {
  return named('image', name, {
    sections: [],
    unread: [{ what: 'picture', times: 1 }],
    copy() {
      throw new FileProblem('unknown-kind');
    },
  });
}

/** More than any camera of a phone makes. Shown, each pixel takes four bytes. */
const MOST_PIXELS = 120_000_000;

/**
 * Reads the words in a picture. Its copy has a box over each word that a swap touches.
 * @throws FileProblem `unknown-kind` also for a picture that moves: of its frames only the first would be read
 */
export async function readPicture(
  bytes: Uint8Array,
  name: string,
  tool: PictureTool,
  watch: Watch,
): Promise<OpenedFile> {
  const { pixels, moves } = pictureHead(bytes);
  if (moves) throw new FileProblem('unknown-kind');
  if (pixels > MOST_PIXELS) throw new FileProblem('too-large');
  const { text, words } = textOf(await tool.read(bytes, watch));
  const opened = named('image', name, {
    sections: text === '' ? [] : [{ kind: 'body', name: '', hidden: false, text }],
    unread: [],
    async copy(cuts, _sweep, watch) {
      const covers = coversOf(
        words,
        cuts.map(({ start, end, label }) => {
          const shown = label.words;
          label.words = '';
          return { start, end, label: shown };
        }),
      );
      const copy = await tool.cover(bytes, covers);
      const again = textOf(await tool.read(copy.bytes, watch ?? {}));
      return { ...copy, lost: [], text: again.text };
    },
  });
  const from = opened.text.length - text.length;
  return {
    ...opened,
    words: words.map((word) => ({ ...word, start: word.start + from, end: word.end + from })),
  };
}

/** Borders of cells are read as such signs. */
const BORDERS = /^[|[\]]+|[|[\]]+$/g;
const SAYS_NOTHING = /^[^\p{L}\p{N}]*$/u;
/** In heights of a word. Gaps between words are narrower, gaps between cells wider. */
const CELL_GAP = 1.25;
/** How much of the lower one of two words stands at the height of the other, where they are of one line. */
const SAME_LINE = 0.5;
/** A line as long as this goes on in the next one where that one's first word had no room in it; a cell is shorter. */
const FULL_LINE = 40;

interface Segment {
  words: SeenWord[];
  /** Behind these words is a border. */
  bordered: Set<SeenWord>;
}

/**
 * Words as a text, from the top down and from left to right: in a row words are parted by a space and cells by a tab.
 * @returns the text, each row with a line end, and its words with their places in it
 */
export function textOf(seen: readonly SeenWord[]): { text: string; words: PictureWord[] } {
  let text = '';
  const words: PictureWord[] = [];
  let before: { words: SeenWord[]; length: number } | undefined;
  for (const [row, segments] of rowsOf(segmentsOf(seen)).entries()) {
    const inRow = segments.flatMap((segment) => segment.words);
    const bordered = segments.flatMap((segment) => [...segment.bordered]);
    const height = Math.max(...inRow.map(({ box }) => box.bottom - box.top));
    const parts = inRow.map((word, i) => {
      const next = inRow[i + 1];
      if (!next) return '\n';
      const isCell = bordered.includes(word) || next.box.left - word.box.right > height * CELL_GAP;
      return isCell ? '\t' : ' ';
    });
    const isTable = parts.includes('\t');
    if (before && !isTable && goesOn(before, inRow, seen))
      text = text.slice(0, -1) + (text.endsWith('-\n') ? '' : ' ');
    const start = text.length;
    for (const [i, { text: letters, box }] of inRow.entries()) {
      words.push({ start: text.length, end: text.length + letters.length, box, row });
      text += letters + parts[i];
    }
    before = isTable ? undefined : { words: inRow, length: text.length - start };
  }
  return { text, words };
}

/** Lines of words that say something. */
function segmentsOf(seen: readonly SeenWord[]): Segment[] {
  const lines = Map.groupBy(seen, ({ line }) => line);
  return [...lines.values()].flatMap((line) => {
    const segment: Segment = { words: [], bordered: new Set() };
    for (const word of line) {
      const text = word.text.replace(BORDERS, '');
      const last = segment.words.at(-1);
      if (last && /^[|[\]]/.test(word.text)) segment.bordered.add(last);
      if (SAYS_NOTHING.test(text)) continue;
      segment.words.push({ ...word, text });
      if (/[|[\]]$/.test(word.text)) segment.bordered.add(segment.words.at(-1)!);
    }
    return segment.words.length > 0 ? [segment] : [];
  });
}

const leftOf = ({ words }: Segment) => words[0]!.box.left;
const rightOf = ({ words }: Segment) => words.at(-1)!.box.right;
const middleOf = (segments: readonly Segment[]) => {
  const boxes = segments.flatMap(({ words }) => words.map(({ box }) => box));
  return boxes.reduce((sum, { top, bottom }) => sum + top + bottom, 0) / boxes.length;
};

/** Whether the ends at which two segments face each other stand at one height: a photo may be turned a little. */
function isBeside(a: Segment, b: Segment): boolean {
  const [left, right] = leftOf(a) <= leftOf(b) ? [a, b] : [b, a];
  const { box: end } = left.words.at(-1)!;
  const { box: start } = right.words[0]!;
  const shared = Math.min(end.bottom, start.bottom) - Math.max(end.top, start.top);
  const lower = Math.min(end.bottom - end.top, start.bottom - start.top);
  return rightOf(left) <= leftOf(right) && shared > lower * SAME_LINE;
}

/** Segments beside each other are one row: the cells of a table are often read column by column. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => leftOf(a) - leftOf(b))) {
    const row = rows.find((one) => isBeside(one.at(-1)!, segment));
    if (row) row.push(segment);
    else rows.push([segment]);
  }
  return rows.sort((a, b) => middleOf(a) - middleOf(b));
}

/** Whether a row is the rest of a sentence that had no room in the row before. */
function goesOn(
  before: { words: SeenWord[]; length: number },
  row: readonly SeenWord[],
  seen: readonly SeenWord[],
): boolean {
  const last = before.words.at(-1)!;
  const [first] = row as [SeenWord];
  if (last.paragraph !== first.paragraph || before.length < FULL_LINE) return false;
  const right = Math.max(
    ...seen.filter(({ paragraph }) => paragraph === first.paragraph).map(({ box }) => box.right),
  );
  return last.box.right + (first.box.right - first.box.left) > right;
}

/** A box is a little larger than the word: what is read of a letter may be less than its ink. In heights of the word. */
const MARGIN = 0.15;

/**
 * Boxes over the words that spans touch, whole words and one box for those beside each other; the label stands in the widest.
 * @param spans of the text that the words' places are of; `label` as in `Cover`
 */
export function coversOf(
  words: readonly PictureWord[],
  spans: readonly { start: number; end: number; label: string }[],
): Cover[] {
  return spans.flatMap((span) => {
    const rows = Map.groupBy(
      words.filter(({ start, end }) => start < span.end && end > span.start),
      ({ row }) => row,
    );
    const covers = Array.from(rows.values(), (inRow) => {
      const boxes = inRow.map(({ box }) => box);
      const box = {
        left: Math.min(...boxes.map(({ left }) => left)),
        top: Math.min(...boxes.map(({ top }) => top)),
        right: Math.max(...boxes.map(({ right }) => right)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      };
      const margin = Math.ceil((box.bottom - box.top) * MARGIN);
      return {
        box: {
          left: box.left - margin,
          top: box.top - margin,
          right: box.right + margin,
          bottom: box.bottom + margin,
        },
        label: '',
      };
    });
    const widthOf = ({ box }: Cover) => box.right - box.left;
    const [widest] = [...covers].sort((a, b) => widthOf(b) - widthOf(a));
    if (widest) widest.label = span.label;
    return covers;
  });
}
