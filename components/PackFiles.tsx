import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST, MOST_ENTRIES, type Pack, type PackProblem } from '../lib/learn/pack.ts';
import type { Named } from '../lib/scan-pack.ts';
import { quoted } from './OwnEntries.tsx';
import { WithBlanks } from './PromptCard.tsx';
import { countWords, type PromptsWords } from './prompts-words.ts';

/** A file that was looked through. */
export type LookedThrough =
  | { kind: 'error'; error: 'no-pack' | 'newer' | 'none' | 'named' | 'many' | 'large' | 'head' }
  | { kind: 'pack'; pack: Pack; problems: PackProblem[]; named: Named[] };

export interface PackFilesProps {
  t: PromptsWords;
  own: Pack;
  packs: Pack[];
  /** The district's, which a teacher does not remove. */
  district: Pack[];
  look(text: string): Promise<string[]>;
  isSamePack(a: Pack, b: Pack): boolean;
  lookThrough(file: File): Promise<LookedThrough>;
  onAddPack(pack: Pack): Promise<void>;
  onRemovePack(pack: Pack): Promise<void>;
  /** Saves the teacher's own as a file. Out: its name. */
  onSaveFile(title: string, from: string): string;
}

/** Sharing what is one's own as a file, taking a file in, and what was taken in. */
export function PackFiles(props: PackFilesProps) {
  const { t } = props;
  return (
    <section id="share">
      <h2>{t('share.title')}</h2>
      <p>{t('share.intro')}</p>
      <div class="boxes">
        <Share {...props} />
        <TakeIn {...props} />
      </div>
      <Packs {...props} />
    </section>
  );
}

type Shared = { kind: 'nothing' } | { kind: 'done' | 'named' | 'missing' | 'long'; what: string };

function Share({ t, own, look, onSaveFile }: PackFilesProps) {
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('');
  const [said, setSaid] = useState<Shared>({ kind: 'nothing' });
  const save = async () => {
    if (title.trim() === '') return setSaid({ kind: 'missing', what: t('share.name') });
    const long = [
      ...(title.trim().length > LONGEST.title ? [t('share.name')] : []),
      ...(from.trim().length > LONGEST.from ? [t('share.from')] : []),
    ];
    if (long.length > 0) return setSaid({ kind: 'long', what: long.join(', ') });
    const named = await look(title);
    if (named.length > 0) return setSaid({ kind: 'named', what: quoted(named) });
    setSaid({ kind: 'done', what: onSaveFile(title.trim(), from.trim()) });
  };
  const isEmpty = own.prompts.length + own.tips.length === 0;
  return (
    <section aria-labelledby="share-export">
      <h3 id="share-export">{t('share.export')}</h3>
      {isEmpty ? (
        <p class="line">{t('share.none')}</p>
      ) : (
        <form
          class="own"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p class="line">{t('share.count', countWords(t, own))}</p>
          <p>
            <label for="share-name">{t('share.name')}</label>
            <input
              id="share-name"
              autocomplete="off"
              value={title}
              onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          </p>
          <p>
            <label for="share-from">{t('share.from')}</label>
            <input
              id="share-from"
              autocomplete="off"
              value={from}
              onInput={({ currentTarget }) => setFrom(currentTarget.value)}
            />
          </p>
          <p>
            <button type="submit" class="main">
              {t('share.save')}
            </button>
          </p>
        </form>
      )}
      <div role="status">
        {said.kind === 'done' && <p class="line">{t('share.done', said.what)}</p>}
        {said.kind !== 'done' && said.kind !== 'nothing' && (
          <p class="problem">{t(`own.${said.kind}`, said.what)}</p>
        )}
      </div>
    </section>
  );
}

type TakenIn = { kind: 'nothing' | 'looking' | 'added' | 'failed' } | LookedThrough;

function TakeIn({ t, packs, isSamePack, lookThrough, onAddPack }: PackFilesProps) {
  const [state, setState] = useState<TakenIn>({ kind: 'nothing' });
  const input = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const turn = useRef(0);
  useEffect(() => {
    if (state.kind === 'pack') heading.current?.focus();
  }, [state]);
  const read = async (file: File | undefined) => {
    turn.current += 1;
    const mine = turn.current;
    if (!file) return setState({ kind: 'nothing' });
    setState({ kind: 'looking' });
    const looked = await lookThrough(file).catch(() => ({ kind: 'failed' as const }));
    // Another file may have been chosen meanwhile.
    if (mine === turn.current) setState(looked);
  };
  /** The same file can then be chosen again. */
  const end = (kind: 'nothing' | 'added' | 'failed') => {
    if (input.current) input.current.value = '';
    setState({ kind });
    input.current?.focus();
  };
  return (
    <section aria-labelledby="import-title">
      <h3 id="import-title">{t('import.title')}</h3>
      <p>
        <label for="import-file">{t('import.file')}</label>
        <input
          id="import-file"
          ref={input}
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
      </p>
      <div role="status">
        {state.kind === 'looking' && <p class="line">{t('import.looking')}</p>}
        {state.kind === 'added' && <p class="line">{t('import.added')}</p>}
        {state.kind === 'failed' && <p class="problem">{t('own.failed')}</p>}
        {state.kind === 'error' && <p class="problem">{t(`import.error.${state.error}`, MOST_ENTRIES)}</p>}
      </div>
      {state.kind === 'pack' && (
        <div class="sure">
          <p ref={heading} tabIndex={-1}>
            <strong>{holds(t, state.pack)}</strong>
          </p>
          {state.problems.length > 0 && <Bad t={t} problems={state.problems} />}
          {state.named.length > 0 && (
            <details>
              <summary>{t('import.named', state.named.length)}</summary>
              <ul>
                {state.named.map(({ entry, words }) => (
                  <li key={entry}>
                    {entry}: {quoted(words)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <details>
            <summary>{t('import.show')}</summary>
            <ul lang={state.pack.language}>
              {state.pack.prompts.map(({ id, title, text }) => (
                <li key={id}>
                  <strong>{title}</strong> <WithBlanks text={text} />
                </li>
              ))}
              {state.pack.tips.map(({ id, idea, why, tryInstead }) => (
                <li key={id}>
                  <strong>{idea}</strong> {why} <WithBlanks text={tryInstead} />
                </li>
              ))}
            </ul>
          </details>
          {packs.some((one) => isSamePack(one, state.pack)) && <p>{t('import.replaces')}</p>}
          <p class="row">
            <button type="button" class="plain" onClick={() => end('nothing')}>
              {t('import.no')}
            </button>
            <button
              type="button"
              class="main"
              onClick={() =>
                onAddPack(state.pack).then(
                  () => end('added'),
                  () => end('failed'),
                )
              }
            >
              {t('import.add')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

function holds(t: PromptsWords, pack: Pack): string {
  const count = countWords(t, pack);
  return pack.from
    ? t('import.holds-from', pack.title, pack.from, count)
    : t('import.holds', pack.title, count);
}

/** What could not be read, by entry. */
function Bad({ t, problems }: { t: PromptsWords; problems: PackProblem[] }) {
  const lines = problems.map(({ path, fault }) => {
    const [list, index, field = ''] = path.split('.');
    const place = index === undefined ? '' : t(`place.${list as 'prompts' | 'tips'}`, Number(index) + 1);
    const key = fault === 'missing' || fault === 'long' || fault === 'twice' ? fault : 'unknown';
    return { path, entry: place || path, words: t(`fault.${key}`, place || path, field || (list ?? '')) };
  });
  return (
    <details>
      <summary>{t('import.bad', new Set(lines.map(({ entry }) => entry)).size)}</summary>
      <ul>
        {lines.map(({ path, words }) => (
          <li key={path}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

function Packs({ t, packs, district, onRemovePack, onAddPack }: PackFilesProps) {
  const [removed, setRemoved] = useState<Pack | null>(null);
  const [said, setSaid] = useState<'' | 'own.undone' | 'own.failed'>('');
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);
  const after = (run: Promise<void>, pack: Pack | null) => {
    setSaid('');
    run.then(
      () => {
        setRemoved(pack);
        if (!pack) setSaid('own.undone');
      },
      () => setSaid('own.failed'),
    );
  };
  return (
    <>
      {packs.length + district.length > 0 && (
        <>
          <h3 id="packs">{t('packs.title')}</h3>
          <ul class="lines" aria-labelledby="packs">
            {district.map((pack) => (
              <li key={`district ${pack.title} ${pack.from} ${pack.language}`} class="ends">
                <span>{holds(t, pack)}</span>
                <span class="line">{t('packs.district')}</span>
              </li>
            ))}
            {packs.map((pack) => (
              <li key={`${pack.title} ${pack.from} ${pack.language}`} class="ends">
                <span>{holds(t, pack)}</span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${t('own.remove')}: ${pack.title}`}
                  onClick={() => after(onRemovePack(pack), pack)}
                >
                  {t('own.remove')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div role="status">
        {removed && (
          <p class="row line">
            {t('own.removed', removed.title)}
            <button type="button" class="choice" ref={undo} onClick={() => after(onAddPack(removed), null)}>
              {t('own.undo')}
            </button>
          </p>
        )}
        {said && <p class="line">{t(said)}</p>}
      </div>
    </>
  );
}
