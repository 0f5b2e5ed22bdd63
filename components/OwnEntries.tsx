import { useEffect, useRef, useState } from 'preact/hooks';
import { CATEGORY_IDS, type CategoryKind, kindOf } from '../lib/detect/category.ts';
import { LONGEST, MOST_ENTRIES, newPrompt, newTip, type Pack, wordsOfEntry } from '../lib/learn/pack.ts';
import type { Prompt } from '../lib/learn/prompt.ts';
import { type AnyTip, BANDS, type Band, SUBJECTS } from '../lib/learn/tip.ts';
import { Choice } from './Choice.tsx';
import type { PromptsWords } from './prompts-words.ts';

export interface OwnEntriesProps {
  t: PromptsWords;
  own: Pack;
  tasks: { id: string; title: string }[];
  modules: { id: string; title: string }[];
  /** The words of a text that may point to a student. */
  look(text: string): Promise<string[]>;
  onOwn(change: (own: Pack) => Pack): Promise<void>;
}

type Entry = Prompt | AnyTip;
type Kind = 'prompt' | 'tip';

/** What stands in the form. */
interface Draft {
  kind: Kind;
  /** By field: `title` and `text` of a prompt; `idea`, `why` and `try` of a tip. */
  texts: Record<(typeof FIELDS)[Kind][number], string>;
  task: string;
  module: string;
  when: CategoryKind | '';
  bands: Band[];
  subject: (typeof SUBJECTS)[number];
}

const FIELDS = { prompt: ['title', 'text'], tip: ['idea', 'why', 'try'] } as const;
const LENGTH = { ...LONGEST, try: LONGEST.tryInstead };
const KINDS = ['direct', 'indirect', 'sensitive', 'document'] as const satisfies CategoryKind[];

function emptyDraft(kind: Kind, task: string): Draft {
  const texts = { title: '', text: '', idea: '', why: '', try: '' };
  return { kind, texts, task, module: '', when: '', bands: [...BANDS], subject: 'all' };
}

function draftOf(entry: Entry, task: string): Draft {
  const { bands, subjects } = entry;
  const rest = { bands, subject: subjects[0] ?? 'all' };
  if ('text' in entry) {
    const start = emptyDraft('prompt', entry.task);
    return { ...start, ...rest, texts: { ...start.texts, title: entry.title, text: entry.text } };
  }
  const start = emptyDraft('tip', task);
  const texts = { ...start.texts, idea: entry.idea, why: entry.why, try: entry.tryInstead };
  const [category] = entry.categories;
  return { ...start, ...rest, texts, module: entry.module, when: category ? kindOf(category) : '' };
}

function entryOf({ kind, texts, task, module, when, bands, subject }: Draft): Entry {
  const rest = { bands, subjects: [subject], topics: [] };
  if (kind === 'prompt') return newPrompt({ ...rest, title: texts.title, text: texts.text, task });
  const categories = CATEGORY_IDS.filter((id) => kindOf(id) === when);
  return newTip({ ...rest, idea: texts.idea, why: texts.why, tryInstead: texts.try, module, categories });
}

/** The pack with an entry in place of another one of the same kind, or at its end. */
function withEntry(pack: Pack, entry: Entry, before: Entry | null): Pack {
  const put = <T extends Entry>(all: T[], one: T): T[] =>
    before && all.some(({ id }) => id === before.id)
      ? all.map((other) => (other.id === before.id ? one : other))
      : [...all, one];
  return 'text' in entry
    ? { ...pack, prompts: put(pack.prompts, entry) }
    : { ...pack, tips: put(pack.tips, entry) };
}

function withoutEntry(pack: Pack, { id }: Entry): Pack {
  const others = <T extends Entry>(all: T[]) => all.filter((one) => one.id !== id);
  return { ...pack, prompts: others(pack.prompts), tips: others(pack.tips) };
}

/** What was said after the last thing that was done. */
type Said =
  | { kind: 'nothing' | 'looking' | 'saved' | 'failed' | 'unknown' | 'twice' | 'full' | 'undone' }
  | { kind: 'missing' | 'long' | 'named'; what: string[] }
  | { kind: 'removed'; entry: Entry };

/** A form for a prompt or tip of one's own, and the list of those that are saved. Nothing is saved that may point to a student. */
export function OwnEntries({ t, own, tasks, modules, look, onOwn }: OwnEntriesProps) {
  const first = tasks[0]?.id ?? '';
  const [draft, setDraft] = useState(() => emptyDraft('prompt', first));
  const [changing, setChanging] = useState<Entry | null>(null);
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const form = useRef<HTMLFormElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const entries: Entry[] = [...own.prompts, ...own.tips];
  const fields = FIELDS[draft.kind];
  useEffect(() => {
    // The button that removed it is gone.
    if (said.kind === 'removed') undo.current?.focus();
  }, [said]);

  const wrong = (): Said | null => {
    const names = (of: (field: (typeof fields)[number]) => boolean) =>
      fields.filter(of).map((field) => t(`own.field.${field}`));
    const missing = names((field) => draft.texts[field].trim() === '');
    if (missing.length > 0) return { kind: 'missing', what: missing };
    const long = names((field) => draft.texts[field].trim().length > LENGTH[field]);
    if (long.length > 0) return { kind: 'long', what: long };
    return draft.bands.length === 0 ? { kind: 'unknown' } : null;
  };
  const save = async () => {
    const problem = wrong();
    if (problem) return setSaid(problem);
    setSaid({ kind: 'looking' });
    try {
      const entry = entryOf(draft);
      const named = await look(wordsOfEntry(entry).join('\n'));
      if (named.length > 0) return setSaid({ kind: 'named', what: named });
      if (entries.some(({ id }) => id === entry.id && id !== changing?.id)) return setSaid({ kind: 'twice' });
      if (!changing && entries.length >= MOST_ENTRIES) return setSaid({ kind: 'full' });
      await onOwn((pack) => withEntry(pack, entry, changing));
      setDraft(emptyDraft(draft.kind, draft.task));
      setChanging(null);
      setSaid({ kind: 'saved' });
    } catch {
      setSaid({ kind: 'failed' });
    }
  };
  const change = (entry: Entry) => {
    setDraft(draftOf(entry, first));
    setChanging(entry);
    setSaid({ kind: 'nothing' });
    form.current?.querySelector<HTMLElement>('textarea, input:not([type="radio"])')?.focus();
  };
  const remove = (entry: Entry) => {
    if (changing?.id === entry.id) setChanging(null);
    onOwn((pack) => withoutEntry(pack, entry)).then(
      () => setSaid({ kind: 'removed', entry }),
      () => setSaid({ kind: 'failed' }),
    );
  };
  const putBack = (entry: Entry) =>
    onOwn((pack) => withEntry(pack, entry, null)).then(
      () => setSaid({ kind: 'undone' }),
      () => setSaid({ kind: 'failed' }),
    );

  return (
    <section id="own">
      <h2>{t('own.title')}</h2>
      <p>{t('own.intro')}</p>
      <form
        ref={form}
        class="own"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={changing !== null}>
          <legend>{t('own.kind')}</legend>
          <div class="row">
            {(['prompt', 'tip'] as const).map((kind) => (
              <label key={kind} class="tick">
                <input
                  type="radio"
                  name="own-kind"
                  checked={draft.kind === kind}
                  onChange={() => set({ kind })}
                />
                {t(`own.${kind}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {fields.map((field) => (
          <p key={field}>
            <label for={`own-${field}`}>{t(`own.field.${field}`)}</label>
            {field === 'title' || field === 'idea' ? (
              <input
                id={`own-${field}`}
                autocomplete="off"
                value={draft.texts[field]}
                onInput={({ currentTarget }) =>
                  set({ texts: { ...draft.texts, [field]: currentTarget.value } })
                }
              />
            ) : (
              <textarea
                id={`own-${field}`}
                aria-describedby="own-hint"
                value={draft.texts[field]}
                onInput={({ currentTarget }) =>
                  set({ texts: { ...draft.texts, [field]: currentTarget.value } })
                }
              />
            )}
          </p>
        ))}
        <p id="own-hint" class="line">
          {t('own.hint')}
        </p>
        <div class="find">
          {draft.kind === 'prompt' ? (
            <Choice id="own-task" label={t('own.task')} value={draft.task} onChoose={(task) => set({ task })}>
              {tasks.map(({ id, title }) => [id, title])}
            </Choice>
          ) : (
            <>
              <Choice
                id="own-module"
                label={t('own.module')}
                value={draft.module}
                onChoose={(module) => set({ module })}
              >
                {[
                  ['', t('own.module.none')],
                  ...modules.map(({ id, title }): [string, string] => [id, title]),
                ]}
              </Choice>
              <Choice
                id="own-when"
                label={t('own.when')}
                value={draft.when}
                onChoose={(when) => set({ when: when as Draft['when'] })}
              >
                {[
                  ['', t('own.when.none')],
                  ...KINDS.map((kind): [string, string] => [kind, t(`own.when.${kind}`)]),
                ]}
              </Choice>
            </>
          )}
          <Choice
            id="own-subject"
            label={t('own.subject')}
            value={draft.subject}
            onChoose={(subject) => set({ subject: subject as Draft['subject'] })}
          >
            {SUBJECTS.map((subject) => [subject, t(`subject.${subject}`)])}
          </Choice>
        </div>
        <fieldset>
          <legend>{t('own.bands')}</legend>
          <div class="row">
            {BANDS.map((band) => (
              <label key={band} class="tick">
                <input
                  type="checkbox"
                  checked={draft.bands.includes(band)}
                  onChange={({ currentTarget }) =>
                    set({
                      bands: BANDS.filter((one) =>
                        one === band ? currentTarget.checked : draft.bands.includes(one),
                      ),
                    })
                  }
                />
                {t(`band.${band}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="row">
          <button type="submit" class="main">
            {t(changing ? 'own.save-change' : 'own.save')}
          </button>
          {changing && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                setChanging(null);
                setDraft(emptyDraft(draft.kind, first));
                setSaid({ kind: 'nothing' });
              }}
            >
              {t('own.cancel')}
            </button>
          )}
        </p>
        <div role="status">
          {said.kind === 'named' && (
            <div class="problem">
              <p>{t('own.named', quoted(said.what))}</p>
              <p>
                <a href="/options.html#words">{t('own.named-wrong')}</a>
              </p>
            </div>
          )}
          {(said.kind === 'missing' || said.kind === 'long') && (
            <p class="problem">{t(`own.${said.kind}`, said.what.join(', '))}</p>
          )}
          {(said.kind === 'unknown' || said.kind === 'twice' || said.kind === 'failed') && (
            <p class="problem">{t(`own.${said.kind}`)}</p>
          )}
          {said.kind === 'full' && <p class="problem">{t('own.full', MOST_ENTRIES)}</p>}
          {(said.kind === 'looking' || said.kind === 'saved' || said.kind === 'undone') && (
            <p class="line">{t(`own.${said.kind}`)}</p>
          )}
          {said.kind === 'removed' && (
            <p class="row line">
              {t('own.removed', wordsOfEntry(said.entry)[0])}
              <button type="button" class="choice" ref={undo} onClick={() => void putBack(said.entry)}>
                {t('own.undo')}
              </button>
            </p>
          )}
        </div>
      </form>
      {entries.length > 0 && (
        <>
          <h3 id="own-list">{t('own.list')}</h3>
          <ul class="lines" aria-labelledby="own-list">
            {entries.map((entry) => {
              const [words] = wordsOfEntry(entry);
              return (
                <li key={entry.id} class="ends">
                  <span>{words}</span>
                  <span class="row">
                    <button
                      type="button"
                      class="choice"
                      aria-label={`${t('own.change')}: ${words}`}
                      onClick={() => change(entry)}
                    >
                      {t('own.change')}
                    </button>
                    <button
                      type="button"
                      class="quiet"
                      aria-label={`${t('own.remove')}: ${words}`}
                      onClick={() => remove(entry)}
                    >
                      {t('own.remove')}
                    </button>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** Words as they stand in a text, each in quotes. */
export function quoted(words: string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
