import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cover } from '../lib/files/picture.ts';
import { decoded, drawCovers } from '../lib/picture-canvas.ts';

/** As wide as the dialog ever shows it on a sharp screen. In pixels. */
const WIDEST = 1600;

interface PictureViewProps {
  picture: Blob;
  covers: Cover[];
  /** What it shows, for those who cannot see it. */
  label: string;
}

/** A picture as its copy will be. It is drawn, since no address of it may stand in a page. */
export function PictureView({ picture, covers, label }: PictureViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let current: ImageBitmap | null = null;
    let isOver = false;
    decoded(picture)
      .then((one) => {
        if (isOver) return one.close();
        current = one;
        setBitmap(one);
      })
      // It could be read a moment ago. Where it cannot be shown now, its text still stands in the dialog.
      .catch(() => {});
    return () => {
      isOver = true;
      current?.close();
    };
  }, [picture]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || !bitmap) return;
    const scale = Math.min(1, WIDEST / bitmap.width);
    canvas.current.width = Math.round(bitmap.width * scale);
    canvas.current.height = Math.round(bitmap.height * scale);
    context.scale(scale, scale);
    context.drawImage(bitmap, 0, 0);
    drawCovers(context, covers);
  }, [bitmap, covers]);
  return <canvas class="picture" ref={canvas} role="img" aria-label={label} />;
}
