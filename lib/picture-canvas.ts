/** Drawing of pictures, in a page and in a worker. */
import { FileProblem } from './files/file.ts';
import type { Cover } from './files/picture.ts';

/** Neither the page's colours nor a theme: it is part of the picture. */
const COVER = '#1f2937';
const LABEL = '#ffffff';
/** A label smaller than that is hardly read, and is left out. In pixels. */
const SMALLEST_LABEL = 7;

/**
 * A picture as it is shown: turned as its camera says.
 * @throws FileProblem `unknown-kind` where the browser cannot show it
 */
export async function decoded(picture: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(picture);
  } catch {
    throw new FileProblem('unknown-kind');
  }
}

/** Draws covers over a picture. A label stands in its cover where there is room for it. */
export function drawCovers(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  covers: readonly Cover[],
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { box, label } of covers) {
    const { left, top } = box;
    const width = box.right - left;
    const height = box.bottom - top;
    context.fillStyle = COVER;
    context.fillRect(left, top, width, height);
    const size = Math.floor(height * 0.7);
    const fontOf = (pixels: number) => `${pixels}px sans-serif`;
    context.font = fontOf(size);
    const room = (width * 0.94) / Math.max(1, context.measureText(label).width);
    const fitting = Math.floor(size * Math.min(1, room));
    if (label === '' || fitting < SMALLEST_LABEL) continue;
    context.font = fontOf(fitting);
    context.fillStyle = LABEL;
    context.fillText(label, left + width / 2, top + height / 2);
  }
}
