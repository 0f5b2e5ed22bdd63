import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileProblemCode, RewrittenFile, Unread } from '../lib/files/file.ts';
import type { Translate } from '../lib/locale.ts';
import { unknownSentence } from '../lib/unknown-labels.ts';
import { unreadWords } from './file-words.ts';
import { saveFile } from './save-file.ts';

/** What became of a file that came back from a chat. `copy`: it was read, and no copy of it was made that is sure. */
export type BackFile =
  | { problem: FileProblemCode | 'copy' }
  | {
      restored: number;
      /** Labels that nobody is known by. */
      unknown: string[];
      unread: Unread[];
      /** Null where no label gave way to a name. */
      saved: RewrittenFile | null;
    };

interface FileBackProps {
  t: Translate;
  /** A BCP 47 tag. */
  language: string;
  /** Puts names back into a file. */
  restoreFile(file: File): Promise<BackFile>;
}

/** A file is chosen, or dropped anywhere on the page; the same file with names can be saved. */
export function FileBack({ t, language, restoreFile }: FileBackProps) {
  const [done, setDone] = useState<{ name: string; back: BackFile | null } | null>(null);
  const turn = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    turn.current += 1;
    const mine = turn.current;
    setDone({ name: file.name, back: null });
    const back = await restoreFile(file).catch((): BackFile => ({ problem: 'copy' }));
    // Another one may have been chosen meanwhile.
    if (mine !== turn.current) return;
    setDone({ name: file.name, back });
    // The same file can be chosen again.
    if (field.current) field.current.value = '';
  };
  useEffect(() => {
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    // Without this the browser would leave the page for the file.
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void take(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  });
  return (
    <section>
      <h2>
        <label for="back-file">{t('check.file')}</label>
      </h2>
      <p id="back-file-hint">{t('check.file-hint')}</p>
      <p>
        <input
          id="back-file"
          ref={field}
          type="file"
          aria-describedby="back-file-hint"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void take(file);
          }}
        />
      </p>
      <div role="status">
        {done && !done.back && <p class="line any-word">{t('file.reading', done.name)}</p>}
        {done?.back && <Told {...{ t, language }} name={done.name} back={done.back} />}
      </div>
    </section>
  );
}

function Told({
  t,
  language,
  name,
  back,
}: Omit<FileBackProps, 'restoreFile'> & { name: string; back: BackFile }) {
  if ('problem' in back) {
    const { problem } = back;
    const words =
      problem === 'copy' || problem === 'cancelled'
        ? t('check.file-failed', name)
        : t(`file.problem.${problem}`, name);
    return <p class="problem any-word">{words}</p>;
  }
  const { restored, unknown, unread, saved } = back;
  return (
    <>
      <p class="line any-word">
        {restored > 0 ? t('check.file-done', restored, name) : t('check.file-none', name)}
      </p>
      {unknown.length > 0 && <p class="line">{unknownSentence(unknown, language)}</p>}
      {unread.length > 0 && <p class="line">{unreadWords(unread, t)}</p>}
      {saved && saved.lost.length > 0 && <p class="line">{t('check.file-pdf')}</p>}
      {saved && (
        <>
          <p>
            <button
              type="button"
              class="main any-word"
              onClick={() => {
                const { name, type, bytes } = saved;
                saveFile({ name, type, text: new Blob([bytes], { type }) });
              }}
            >
              {t('check.file-save', saved.name)}
            </button>
          </p>
          <p class="line">{t('check.file-keep')}</p>
        </>
      )}
    </>
  );
}
