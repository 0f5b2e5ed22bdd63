/** Reads the words in pictures and draws over them, in a worker. The engine and its data are the extension's own files. */
import type TesseractCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { FileProblem } from './files/file.ts';
import type { PictureTool, SeenWord } from './files/picture.ts';
import { evenedOut } from './files/picture-pixels.ts';
import { decoded, drawCovers } from './picture-canvas.ts';

/** What the engine is made of. */
export interface EngineParts {
  core: typeof TesseractCore;
  wasm: Uint8Array;
  /** By language, not packed. */
  data: Record<string, Uint8Array>;
}

/** Small words are read better twice as large; a photo of a phone is as large as needed. In pixels of the picture read. */
const MOST_PIXELS = 12_000_000;
const LARGEST_SCALE = 2;
const JPEG_QUALITY = 0.92;
/** `PSM_AUTO` and `OEM_LSTM_ONLY` in Tesseract's publictypes.h. */
const FIND_BLOCKS = '3';
const NEURAL = 1;
/** Tesseract tells progress from so many percent on; before that it looks for lines. */
const READING_FROM = 30;

/** @param load brings the parts, once there is a picture to read */
export function pictureTool(load: () => Promise<EngineParts>): PictureTool {
  let engine: Promise<Engine> | undefined;
  return {
    async read(bytes, watch) {
      const bitmap = await decoded(new Blob([Uint8Array.from(bytes)]));
      const page = grayOf(bitmap);
      bitmap.close();
      engine ??= load().then(startEngine);
      return (await engine).read(page, (share) => watch.progress?.(share));
    },
    async cover(bytes, covers) {
      const blob = new Blob([Uint8Array.from(bytes)]);
      const bitmap = await decoded(blob);
      const { canvas, context } = canvasOf(bitmap.width, bitmap.height);
      context.drawImage(bitmap, 0, 0);
      bitmap.close();
      drawCovers(context, covers);
      const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
      const isPng = bytes[0] === 0x89;
      const type = isJpeg ? 'image/jpeg' : 'image/png';
      const copy = await canvas.convertToBlob({ type, quality: JPEG_QUALITY });
      return {
        bytes: new Uint8Array(await copy.arrayBuffer()),
        type,
        ...(!isJpeg && !isPng && { ending: '.png' }),
      };
    },
  };
}

function canvasOf(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new FileProblem('too-large');
  return { canvas, context };
}

interface Page {
  gray: Uint8Array;
  width: number;
  height: number;
  /** How much larger it is than the picture. */
  scale: number;
}

function grayOf(bitmap: ImageBitmap): Page {
  const scale = Math.min(LARGEST_SCALE, Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height)));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const { context } = canvasOf(width, height);
  context.imageSmoothingQuality = 'high';
  // What is seen through stands on white, as on most pages.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const gray = new Uint8Array(width * height);
  // Weights of ITU-R BT.601, in 256ths.
  for (let i = 0; i < gray.length; i++)
    gray[i] = (data[i * 4]! * 77 + data[i * 4 + 1]! * 150 + data[i * 4 + 2]! * 29) >> 8;
  return { gray: evenedOut(gray, width, height), width, height, scale };
}

interface Engine {
  read(page: Page, progress: (share: number) => void): SeenWord[];
}

async function startEngine({ core, wasm, data }: EngineParts): Promise<Engine> {
  let tell: (share: number) => void = () => {};
  const module = await core({
    wasmBinary: wasm,
    TesseractProgress: (percent) => tell((percent - READING_FROM) / (100 - READING_FROM)),
    // What it has to say may be about words in the picture.
    print: () => {},
    printErr: () => {},
  });
  for (const [language, bytes] of Object.entries(data)) module.FS.writeFile(`${language}.traineddata`, bytes);
  const api = new module.TessBaseAPI();
  if (api.Init(null, Object.keys(data).join('+'), NEURAL) !== 0) throw new Error('The engine did not start.');
  api.SetVariable('tessedit_pageseg_mode', FIND_BLOCKS);
  return {
    read({ gray, width, height, scale }, progress) {
      tell = (share) => progress(Math.min(1, Math.max(0, share)));
      // A picture that Leptonica reads as it is: PGM, one byte a pixel.
      const head = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
      const file = new Uint8Array(head.length + gray.length);
      file.set(head);
      file.set(gray, head.length);
      module.FS.writeFile('/input', file);
      if (api.SetImageFile(1, 0) !== 0) throw new FileProblem('damaged');
      module.FS.unlink('/input');
      api.Recognize(null);
      const words = wordsOf(api.GetTSVText(0), scale);
      api.Clear();
      return words;
    },
  };
}

/** A line of the table is a word where its first cell is this. */
const WORD_LEVEL = '5';

/**
 * Words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 * Words that it is not sure of are words as well.
 */
function wordsOf(table: string, scale: number): SeenWord[] {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  return table.split('\n').flatMap((row): SeenWord[] => {
    const [level, , block, paragraph, line, , left, top, width, height, , text = ''] = row.split('\t');
    if (level !== WORD_LEVEL || text.trim() === '') return [];
    const [x, y] = [Number(left), Number(top)];
    return [
      {
        text: text.trim(),
        box: {
          left: Math.floor(x / scale),
          top: Math.floor(y / scale),
          right: Math.ceil((x + Number(width)) / scale),
          bottom: Math.ceil((y + Number(height)) / scale),
        },
        line: numberOf(`${block} ${paragraph} ${line}`),
        paragraph: numberOf(`${block} ${paragraph}`),
      },
    ];
  });
}
