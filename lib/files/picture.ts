/** Pictures: their words are not read, and their place among the files is kept. */
import { FileProblem, type OpenedFile } from './file.ts';
import { named } from './named.ts';

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
