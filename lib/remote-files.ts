/** Opening files in a worker: both ends of the line to it. The page that asks stays free to draw and hear. */
import {
  FileProblem,
  type FileProblemCode,
  type OpenedFile,
  type RewrittenFile,
  type Swap,
  type Watch,
} from './files/file.ts';

/** How a file is to be opened. `pictures`: the words in a picture are read too. */
interface Wish extends Watch {
  pictures?: boolean;
}

/** What is asked of the worker. It keeps the file that it has opened last, for the changes to it. */
type Question = { open: File; pictures: boolean } | { rewrite: Swap[] };
type Asked = Question & { id: number };

type Answer =
  | { id: number; share: number }
  | { id: number; done: Omit<OpenedFile, 'rewrite'> | RewrittenFile }
  | { id: number; problem: FileProblemCode };

/** A worker seen from outside or from inside. */
export interface Line {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Open = (bytes: Uint8Array, name: string, wish: Wish) => Promise<OpenedFile>;

/** The worker's end: answers what is asked, one question at a time. */
export function answerAsked(line: Line, open: Open): void {
  let last: OpenedFile | null = null;
  const answer = (message: Answer, transfer: Transferable[] = []) => line.postMessage(message, transfer);
  line.addEventListener('message', async ({ data }) => {
    const asked = data as Asked;
    const { id } = asked;
    const watch: Watch = { progress: (share) => answer({ id, share }) };
    try {
      if ('open' in asked) {
        last = null;
        const { open: file, pictures } = asked;
        last = await open(new Uint8Array(await file.arrayBuffer()), file.name, { ...watch, pictures });
        const { rewrite: _, ...done } = last;
        answer({ id, done });
      } else {
        if (!last) throw new FileProblem('damaged');
        const done = await last.rewrite(asked.rewrite, watch);
        answer({ id, done }, [done.bytes.buffer]);
      }
    } catch (error) {
      // What else goes wrong, such as a file that is gone from the disk, may say something of it.
      answer({ id, problem: error instanceof FileProblem ? error.code : 'damaged' });
    }
  });
}

/**
 * The page's end. @returns opens a file as `openFile` does; only the file that was opened last can be rewritten. Progress is
 * told, an abort signal is not heard: whoever wants an end of it ends the worker.
 */
export function askFor(line: Line): (file: File, wish?: Wish) => Promise<OpenedFile> {
  const waiting = new Map<number, { settle(answer: Answer): void; watch: Watch }>();
  let count = 0;
  line.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    const one = waiting.get(answer.id);
    if ('share' in answer) return one?.watch.progress?.(answer.share);
    waiting.delete(answer.id);
    one?.settle(answer);
  });
  const ask = <T>(question: Question, watch: Watch = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++count;
      const settle = (answer: Answer) => {
        if ('problem' in answer) reject(new FileProblem(answer.problem));
        else if ('done' in answer) resolve(answer.done as T);
      };
      waiting.set(id, { settle, watch });
      line.postMessage({ ...question, id }, []);
    });
  return async (file, wish) => ({
    ...(await ask<Omit<OpenedFile, 'rewrite'>>({ open: file, pictures: wish?.pictures ?? false }, wish)),
    rewrite: (swaps, watch) => ask<RewrittenFile>({ rewrite: swaps }, watch),
  });
}
