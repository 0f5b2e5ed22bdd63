/** Opens and rewrites files beside the page, so that the largest one cannot make it stand still. */
import { openFile } from '../../lib/files/open.ts';
import { answerAsked, type Line } from '../../lib/remote-files.ts';

// The types of a page and of a worker exclude each other.
answerAsked(self as unknown as Line, openFile);
