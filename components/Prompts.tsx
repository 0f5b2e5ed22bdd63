import { useState } from 'preact/hooks';
import type { Pack } from '../lib/learn/pack.ts';
import type { Prompt, PromptTask } from '../lib/learn/prompt.ts';
import { allowedTasks, OTHER_TASK } from '../lib/learn/prompts.ts';
import { fitsClass, holdsWords, type Wanted } from '../lib/learn/search.ts';
import { type AnyTip, BANDS, SUBJECTS, withoutTopics } from '../lib/learn/tip.ts';
import type { Topic } from '../lib/policy/policy.ts';
import type { Spoken } from '../lib/words.ts';
import { Choice } from './Choice.tsx';
import { OwnEntries, type OwnEntriesProps } from './OwnEntries.tsx';
import { PackFiles, type PackFilesProps } from './PackFiles.tsx';
import { PageNav } from './PageNav.tsx';
import { PromptCard, type Shelved, TipCard } from './PromptCard.tsx';
import { countWords } from './prompts-words.ts';

export interface PromptsProps extends Omit<OwnEntriesProps, 'tasks'>, Omit<PackFilesProps, 'own'> {
  language: Spoken;
  /** The district's packs. */
  district: Pack[];
  /** What comes with Chalkline. */
  tasks: PromptTask[];
  topicsOff: Topic[];
  /** Nobody has read the prompts of this language over. */
  unread: boolean;
}

const ALL: Wanted = { words: '', task: '', band: '', subject: '' };
const SECTIONS = ['find', 'own', 'share'] as const;

/** The library of prompts, the teacher's own, and packs of others. */
export function Prompts(props: PromptsProps) {
  const { t, language, topicsOff } = props;
  const tasks = allowedTasks(props.tasks, topicsOff);
  return (
    <main class="page prompts">
      <PageNav here="prompts" language={language} />
      <h1>{t('title')}</h1>
      <p class="lead">{t('intro')}</p>
      <p>{t('blanks')}</p>
      {props.unread && language !== 'en' && <p class="line">{t('unread')}</p>}
      <nav class="row" aria-label={t('on-page')}>
        {SECTIONS.map((id) => (
          <a key={id} href={`#${id}`}>
            {t(`${id}.title`)}
          </a>
        ))}
      </nav>
      <Library {...props} all={props.tasks} tasks={tasks} />
      <OwnEntries {...props} tasks={[...tasks, { id: OTHER_TASK, title: t('task.other') }]} />
      <PackFiles {...props} />
    </main>
  );
}

/** What can be found, in groups by task, with what narrows it down. */
function Library(props: PromptsProps & { all: PromptTask[] }) {
  const { t, language, all, tasks, topicsOff, own, packs, district } = props;
  const [wanted, setWanted] = useState(ALL);
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const places = [
    ...[...district, ...packs].map((pack) => ({ pack, from: t('from.pack', pack.title) })),
    { pack: own, from: t('from.own') },
  ];
  const shelve = <T extends Prompt | AnyTip>(list: (pack: Pack) => T[]): Shelved<T>[] =>
    places.flatMap(({ pack, from }) =>
      withoutTopics(list(pack), topicsOff).map((entry) => ({ entry, from, language: pack.language })),
    );
  const known = new Set(all.map(({ id }) => id));
  const added = shelve<Prompt>(({ prompts }) => prompts);
  const groups = [...tasks, { id: OTHER_TASK, title: t('task.other'), prompts: [] }].map(
    ({ id, title, prompts }) => ({
      id,
      title,
      cards: [
        ...added.filter(({ entry }) => entry.task === id || (id === OTHER_TASK && !known.has(entry.task))),
        ...prompts.map((entry): Shelved<Prompt> => ({ entry, from: null, language })),
      ].filter(
        ({ entry }) =>
          (wanted.task === '' || wanted.task === id) &&
          fitsClass(entry, wanted) &&
          holdsWords([entry.title, entry.text, title], wanted.words),
      ),
    }),
  );
  const tips = shelve<AnyTip>((pack) => pack.tips).filter(
    ({ entry }) =>
      wanted.task === '' &&
      fitsClass(entry, wanted) &&
      holdsWords([entry.idea, entry.why, entry.tryInstead], wanted.words),
  );
  const shown = groups.filter(({ cards }) => cards.length > 0);
  const found = { prompts: shown.flatMap(({ cards }) => cards), tips };
  const any = pair('', t('find.any'));
  const isNarrow = Object.values(wanted).some((value) => value.trim() !== '');
  return (
    <section id="find">
      <h2>{t('find.title')}</h2>
      <search>
        <form class="find" onSubmit={(event) => event.preventDefault()}>
          <p class="find-words">
            <label for="find-words">{t('find.words')}</label>
            <input
              id="find-words"
              type="search"
              autocomplete="off"
              placeholder={t('find.words-hint')}
              value={wanted.words}
              onInput={({ currentTarget }) => set({ words: currentTarget.value })}
            />
          </p>
          <Choice
            id="find-task"
            label={t('find.task')}
            value={wanted.task}
            onChoose={(task) => set({ task })}
          >
            {[
              any,
              ...groups
                .filter(({ id }) => id !== OTHER_TASK || added.length > 0)
                .map(({ id, title }) => pair(id, title)),
            ]}
          </Choice>
          <Choice
            id="find-band"
            label={t('find.band')}
            value={wanted.band}
            onChoose={(band) => set({ band: band as Wanted['band'] })}
          >
            {[any, ...BANDS.map((band) => pair(band, t(`band.${band}`)))]}
          </Choice>
          <Choice
            id="find-subject"
            label={t('find.subject')}
            value={wanted.subject}
            onChoose={(subject) => set({ subject: subject as Wanted['subject'] })}
          >
            {[any, ...SUBJECTS.filter((one) => one !== 'all').map((one) => pair(one, t(`subject.${one}`)))]}
          </Choice>
        </form>
      </search>
      <div class="ends">
        <p class="line" role="status">
          {found.prompts.length + tips.length === 0 ? t('find.none') : countWords(t, found)}
        </p>
        <span class="row">
          {isNarrow && (
            <button type="button" class="quiet" onClick={() => setWanted(ALL)}>
              {t('find.clear')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => print()}>
            {t('find.print')}
          </button>
        </span>
      </div>
      {shown.map(({ id, title, cards }) => (
        <section key={id} aria-labelledby={`task-${id}`}>
          <h3 id={`task-${id}`}>{title}</h3>
          <ul class="cards">
            {cards.map((card) => (
              <PromptCard key={`${card.from} ${card.entry.id}`} {...card} t={t} />
            ))}
          </ul>
        </section>
      ))}
      {tips.length > 0 && (
        <section aria-labelledby="tips">
          <h3 id="tips">{t('tips.title')}</h3>
          <ul class="cards">
            {tips.map((card) => (
              <TipCard key={`${card.from} ${card.entry.id}`} {...card} t={t} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

const pair = (value: string, words: string): [string, string] => [value, words];
