import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Tip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';
import type { Alarm } from '../lib/policy/decide.ts';
import { addedItem, type Item, marksOf, mayUseOriginal } from '../lib/review-plan.ts';
import { DraftText, selectedWords } from './DraftText.tsx';
import { GroupRow } from './GroupRow.tsx';
import { TipNote } from './TipNote.tsx';
import { useArmed } from './use-armed.ts';
import { useEscape } from './use-escape.ts';

/** From this many people on, the list is one folded group with one choice for all. */
const FOLD_FROM = 5;

export interface ReviewProps {
  text: string;
  items: Item[];
  /** What the pasted formatting holds that the text does not show. */
  hidden: Alarm;
  /** Files came with the text. */
  files: boolean;
  policyLate: boolean;
  tip: Tip | null;
  t: Translate;
  /** Choices changed: labels may be missing for what is now swapped. */
  onItems(items: Item[]): void;
  onUse(): void;
  onOriginal(): void;
  onCancel(): void;
  onCovered(): void;
}

/** The dialog: the draft with its findings, what becomes of each, and three ways out. */
export function Review(props: ReviewProps) {
  const { text, items, t, tip, onItems, onCancel } = props;
  const { area, armed } = useArmed(props.onCovered);
  const useButton = useRef<HTMLButtonElement>(null);
  const [selected, setSelected] = useState('');
  const [missing, setMissing] = useState(false);
  const shown = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    useButton.current?.focus();
    // In a long text the first finding may be far down.
    document.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEscape(onCancel);
  useEffect(() => {
    const onSelect = () => setSelected(selectedWords(text));
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, [text]);

  const swapped = items.filter((item) => item.swap);
  const staying = items.filter((item) => !item.swap);
  const choose = (chosen: Item[], swap: boolean) =>
    onItems(items.map((item) => (chosen.includes(item) && !item.fixed ? { ...item, swap } : item)));
  const add = (phrase: string) => {
    const item = addedItem(text, phrase, items);
    setMissing(item === null);
    if (item) onItems([...items, item]);
  };
  /** Scrolls to a mention of the group, the next one at each call. */
  const show = (item: Item) => {
    const index = shown.current.get(item.key) ?? 0;
    shown.current.set(item.key, (index + 1) % item.mentions.length);
    const mark = document.querySelectorAll(`mark[data-key="${CSS.escape(item.key)}"]`)[index];
    mark?.scrollIntoView({ block: 'center' });
    mark?.classList.add('pointed');
    setTimeout(() => mark?.classList.remove('pointed'), 1200);
  };
  const showGroup = useCallback((key: string) => {
    const row = document.querySelector<HTMLElement>(`.group[data-key="${CSS.escape(key)}"] .group-name`);
    row?.closest('details')?.setAttribute('open', '');
    row?.focus();
  }, []);
  const marks = useMemo(() => marksOf(items), [items]);
  const rows = (list: Item[]) =>
    list.map((item) => (
      <GroupRow
        key={item.key}
        item={item}
        t={t}
        onShow={show}
        onChoose={(one, swap) => choose([one], swap)}
      />
    ));

  /** The groups of a list; five or more people are folded into one, with one choice for all. */
  const list = (all: Item[], swapAll: boolean) => {
    const people = all.filter(isPerson);
    if (people.length < FOLD_FROM) return <ul>{rows(all)}</ul>;
    const students = people.every(
      ({ role }) => role === undefined || role === 'student' || role === 'unknown',
    );
    return (
      <>
        <details class="fold">
          <summary>{t(students ? 'review.students' : 'review.people', people.length)}</summary>
          <button type="button" class="choice" onClick={() => choose(people, swapAll)}>
            {t(swapAll ? 'review.swap-all' : 'review.keep-all')}
          </button>
          <ul>{rows(people)}</ul>
        </details>
        <ul>{rows(all.filter((item) => !isPerson(item)))}</ul>
      </>
    );
  };

  return (
    <div
      class="review"
      role="dialog"
      aria-modal="true"
      aria-labelledby="review-title"
      aria-describedby="review-summary"
    >
      <header>
        <h1 id="review-title">{t('review.title')}</h1>
        <p id="review-summary" role="status">
          {items.length === 0 ? t('review.nothing') : t('review.found', items.length)}
        </p>
        {props.policyLate && <p class="line">{t('review.late')}</p>}
        {props.hidden !== 'none' && <p class="line">{t('review.hidden')}</p>}
        {props.files && <p class="line">{t('review.files')}</p>}
      </header>
      <main>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard. */}
        <section class="draft" aria-label={t('review.draft')} tabIndex={0}>
          <DraftText text={text} marks={marks} onMarkClick={showGroup} />
        </section>
        <section class="groups">
          {swapped.length > 0 && (
            <>
              <h2>{t('review.swapped')}</h2>
              {list(swapped, false)}
            </>
          )}
          {staying.length > 0 && (
            <>
              <h2>{t('review.stays')}</h2>
              <p class="line">{t(staying.some(isPerson) ? 'review.names-stay' : 'review.still')}</p>
              {list(staying, true)}
            </>
          )}
          <AddWord key={selected} selected={selected} missing={missing} t={t} onAdd={add} />
          {tip && <TipNote tip={tip} kind="fits" t={t} />}
        </section>
      </main>
      <footer ref={area}>
        <button type="button" class="quiet" onClick={armed(onCancel)}>
          {t('review.cancel')}
        </button>
        {mayUseOriginal(items) && props.hidden !== 'fixed' && (
          <button type="button" class="plain" onClick={armed(props.onOriginal)}>
            {t('review.original')}
          </button>
        )}
        <button type="button" class="main" ref={useButton} onClick={armed(props.onUse)}>
          {t('review.use')}
        </button>
      </footer>
    </div>
  );
}

const isPerson = (item: Item) => item.category === 'person-name';

interface AddWordProps {
  selected: string;
  missing: boolean;
  t: Translate;
  onAdd(phrase: string): void;
}

/** Swaps a word that Chalkline did not find: selected in the text, or typed. */
function AddWord({ selected, missing, t, onAdd }: AddWordProps) {
  const [typed, setTyped] = useState(selected);
  return (
    <form
      class="add-word"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(typed);
        setTyped('');
      }}
    >
      <label for="add-word">{t('review.add')}</label>
      <div>
        <input
          id="add-word"
          value={typed}
          autocomplete="off"
          placeholder={t('review.add-hint')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="choice">
          {t('review.swap-this')}
        </button>
      </div>
      {missing && <p class="line">{t('review.add-missing')}</p>}
    </form>
  );
}
