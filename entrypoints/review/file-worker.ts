/** Opens and rewrites files beside the review page, so that the largest one cannot make it stand still. */
import { openFile } from '../../lib/files/open.ts';
import { answerAsked, type Line } from '../../lib/remote-files.ts';

// The types of a page and of a worker exclude each other.
answerAsked(self as unknown as Line, async (bytes, name, { pictures, ...watch }) =>
  openFile(bytes, name, watch, pictures ? (await import('./picture-parts.ts')).pictures : undefined),
);
