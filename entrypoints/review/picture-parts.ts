/** What reads the words in pictures: Tesseract with its data for English and Spanish, loaded with the first picture. */
import english from '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url';
import spanish from '@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz?url';
import core from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import wasm from 'tesseract.js-core/tesseract-core-simd-lstm.wasm?url';
import { type EngineParts, pictureTool } from '../../lib/picture-tool.ts';

export const pictures = pictureTool(async (): Promise<EngineParts> => {
  const [engine, eng, spa] = await Promise.all([fetch(wasm), fetch(english), fetch(spanish)]);
  return { core, wasm: await bytesOf(engine), data: { eng: await unpacked(eng), spa: await unpacked(spa) } };
});

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

const unpacked = (answer: Response) =>
  bytesOf(new Response(answer.body!.pipeThrough(new DecompressionStream('gzip'))));
