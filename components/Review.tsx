import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FileKind, FilePart, PictureWord, Unread } from '../lib/files/file.ts';
import { coversOf } from '../lib/files/picture.ts';
import type { Prompt } from '../lib/learn/prompt.ts';
import type { AnyTip } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';
import { type Alarm, isAlarmAction } from '../lib/policy/decide.ts';
import type { Writing } from '../lib/redact/written.ts';
import { addedItem, type Item, keepLineFor, marksOf, type Person } from '../lib/review-plan.ts';
import type { LeftOut } from '../lib/review-session.ts';
import type { StateWords } from '../lib/state-words.ts';
import type { BiasNote } from './BiasNote.tsx';
import { DraftText, selectedWords } from './DraftText.tsx';
import { partHeading, unreadWords } from './file-words.ts';
import { type GroupEvents, GroupRow } from './GroupRow.tsx';
import { PictureView } from './PictureView.tsx';
import { PromptOffer } from './PromptOffer.tsx';
import { SafetyCard } from './SafetyCard.tsx';
import { TipNote } from './TipNote.tsx';
import { useArmed } from './use-armed.ts';
import { useEscape } from './use-escape.ts';
import { useHideKey } from './use-hide-key.ts';
import { useTabLoop } from './use-tab-loop.ts';

/** From this many people on, the list is one folded group with one choice for all. */
const FOLD_FROM = 5;

/** The file that a text was read from. */
interface FileAbout {
  name: string;
  kind: FileKind;
  parts: FilePart[];
  unread: Unread[];
  /** Null where it is none. */
  picture: { blob: Blob; words: PictureWord[] } | null;
  /** Which of how many files it is, from 1. */
  number: number;
  of: number;
}

export interface ReviewProps extends Omit<GroupEvents, 'onShow' | 'onChoose'> {
  /** Who was called no person. */
  left: LeftOut[];
  /** Keys of items about which something was said for good. */
  forGood: ReadonlySet<string>;
  /** Whether what is said of a name may hold for good. */
  lasting: boolean;
  text: string;
  /** The teacher has written in it. */
  edited: boolean;
  items: Item[];
  writing: Writing;
  /** What was said of whom a name means, by the key of its item. */
  is: Record<string, { to: string }>;
  /** What the pasted formatting holds that the text does not show. */
  hidden: Alarm;
  /** Files came with the text. */
  files: boolean;
  /** Null for a text of its own. A file's is not edited here: its looks are more than its words. */
  file: FileAbout | null;
  policyLate: boolean;
  /** Whether to offer to swap names without asking; `on` once that is taken up. */
  offer: 'no' | 'open' | 'on';
  /** Names are shown as dots until they are pointed at. */
  veiled: boolean;
  /** Whether a line that asks an AI to keep labels may be added, and whether the teacher wants it. */
  mayAddLine: boolean;
  wantsLine: boolean;
  onLine(on: boolean): void;
  /** Whom to tell where a child may be in danger, in the district's words; empty where it has given none. */
  safetyContact: string;
  /** What the pack of the district's state says of its rules; null where there is none. */
  state: StateWords | null;
  tip: AnyTip | null;
  /** Comes later than what must be there at once; null where a policy has it turned off. */
  Fairness: typeof BiasNote | null;
  onHideTip(): void;
  /** Prompts that ask for the same and name nobody. */
  prompts: Prompt[];
  t: Translate;
  language: string;
  onChoose(items: Item[], choice: 'swap' | 'keep' | 'general'): void;
  onNever(left: LeftOut): void;
  onAdd(phrase: string): void;
  onEdit(text: string): void;
  onOffer(): void;
  onVeil(veiled: boolean): void;
  onUse(): void;
  onOriginal(): void;
  onCancel(): void;
  /** Leaves out this one of several files. */
  onLeaveOut?: (() => void) | undefined;
  onCovered(): void;
}

/** The dialog: the draft with its findings, what becomes of each, and three ways out. */
export function Review(props: ReviewProps) {
  const {
    text,
    items,
    writing,
    mayAddLine,
    file,
    t,
    tip,
    Fairness,
    veiled,
    onCancel,
    onLeaveOut,
    onVeil,
    onAdd,
  } = props;
  const picture = file?.picture ?? null;
  const { area, armed } = useArmed(props.onCovered);
  const useButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  /** A child may be in danger: to tell somebody comes before any text. */
  const danger = items.some(({ category, action }) => category === 'safety' && isAlarmAction(action));
  /** Where a child's safety is spoken of at all, nobody wants a text written. */
  const ofSafety = items.some(({ category }) => category === 'safety');
  const [openedInDanger] = useState(danger);
  const [selected, setSelected] = useState('');
  const [missing, setMissing] = useState(false);
  const [editing, setEditing] = useState(false);
  const shown = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    (openedInDanger ? cancelButton : useButton).current?.focus();
    // In a long text the first finding may be far down. A picture stands before its text.
    if (!picture) document.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [openedInDanger, picture]);
  useEscape(onCancel);
  useTabLoop();
  useEffect(() => {
    const onSelect = () => setSelected(selectedWords(text));
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, [text]);
  useHideKey(veiled, onVeil);

  const swapped = items.filter((item) => item.swap);
  const staying = items.filter((item) => !item.swap);
  const fixed = items.filter((item) => item.fixed);
  const add = (phrase: string) => {
    const found = addedItem(text, phrase, items) !== null;
    setMissing(!found);
    if (found) onAdd(phrase);
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
  /** Folded people are drawn only once they are looked for: thirty of them cost more than all the rest. */
  const [unfolded, setUnfolded] = useState(false);
  /** The group that shall have the focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null);
  const showGroup = useCallback((key: string) => {
    wanted.current = key;
    setUnfolded(true);
    focusOn(wanted);
  }, []);
  useLayoutEffect(() => focusOn(wanted));
  /** A row that goes takes the focus with it: it goes to the list then. */
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  });
  const marks = useMemo(() => marksOf(text, items, writing), [text, items, writing]);
  const line = useMemo(() => (mayAddLine ? keepLineFor(text, marks) : null), [text, marks, mayAddLine]);
  const firstLabels = useMemo(
    () => new Map(marks.toReversed().map(({ key, label }) => [key, label])),
    [marks],
  );
  const general = useMemo(
    () => new Set(marks.flatMap(({ key, isGeneral }) => (isGeneral ? [key] : []))),
    [marks],
  );
  const covers = useMemo(
    () =>
      coversOf(
        picture?.words ?? [],
        marks.flatMap(({ span, label }) => (label === null ? [] : [{ ...span, label }])),
      ),
    [picture, marks],
  );
  const sections = useMemo(
    () => file?.parts.map((part) => ({ start: part.start, heading: partHeading(part, t) })),
    [file, t],
  );
  const notRead = file && unreadWords(file.unread, t);
  const people = items.filter(isPerson);
  const othersOf = (item: Item): Person[] =>
    people
      .filter(({ key }) => key !== item.key)
      .map(({ key, name, label }) => ({ to: key, name: veiled ? (label ?? '•••') : name }));
  const rows = (some: Item[]) =>
    some.map((item) => (
      <GroupRow
        {...props}
        key={item.key}
        item={item}
        label={firstLabels.get(item.key) ?? null}
        isGeneral={general.has(item.key)}
        others={isPerson(item) ? othersOf(item) : []}
        is={props.is[item.key]?.to ?? null}
        isForGood={props.forGood.has(item.key)}
        onShow={show}
        onChoose={(one, choice) => props.onChoose([one], choice)}
      />
    ));

  /** The groups of a list; five or more people are folded into one, with one choice for all. */
  const groups = (all: Item[], swapAll: boolean) => {
    const folded = all.filter(isPerson);
    if (folded.length < FOLD_FROM) return <ul>{rows(all)}</ul>;
    const students = folded.every(
      ({ role }) => role === undefined || role === 'student' || role === 'unknown',
    );
    const choices = folded.some((item) => !item.fixed);
    return (
      <>
        <details class="fold" onToggle={({ currentTarget }) => currentTarget.open && setUnfolded(true)}>
          <summary>{t(students ? 'review.students' : 'review.people', folded.length)}</summary>
          {choices && (
            <button
              type="button"
              class="choice"
              onClick={() => props.onChoose(folded, swapAll ? 'swap' : 'keep')}
            >
              {t(swapAll ? 'review.swap-all' : 'review.keep-all')}
            </button>
          )}
          {unfolded && <ul>{rows(folded)}</ul>}
        </details>
        <ul>{rows(all.filter((item) => !isPerson(item)))}</ul>
      </>
    );
  };

  return (
    <div
      class={veiled ? 'review veiled' : 'review'}
      role="dialog"
      aria-modal="true"
      aria-labelledby="review-title"
      aria-describedby="review-summary"
    >
      <header>
        <div class="ends">
          <div>
            <h1 id="review-title">{t('review.title')}</h1>
            <p id="review-summary" class="lead" role="status">
              {file && file.of > 1 && `${t('file.of', file.number, file.of)}. `}
              {items.length === 0 ? t('review.nothing') : t('review.found', items.length)}
            </p>
          </div>
          <button type="button" class="choice" aria-pressed={veiled} onClick={() => onVeil(!veiled)}>
            {t(veiled ? 'review.unhide' : 'review.hide')}
          </button>
        </div>
        {danger && <SafetyCard contact={props.safetyContact} t={t} />}
        {props.policyLate && <p class="line">{t('review.late')}</p>}
        {props.hidden !== 'none' && <p class="line">{t('review.hidden')}</p>}
        {props.files && <p class="line">{t('review.files')}</p>}
        {file?.kind === 'pdf' && <p class="line">{t('file.pdf')}</p>}
        {picture && <p class="line">{t('file.picture')}</p>}
        {notRead && <p class="line">{notRead}</p>}
        {props.offer === 'open' && (
          <p class="offer row">
            {t('review.offer')}
            <button type="button" class="choice" onClick={props.onOffer}>
              {t('review.offer-yes')}
            </button>
          </p>
        )}
        {props.offer === 'on' && (
          <p class="offer" role="status">
            {t('review.offer-on')}
          </p>
        )}
      </header>
      <main>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard. */}
        <section class="draft" aria-label={t(file ? 'file.text' : 'review.draft')} tabIndex={0}>
          <div class="ends">
            <h2 class={file ? 'any-word private' : undefined}>{file?.name ?? t('review.draft')}</h2>
            {!file && (
              <button
                type="button"
                class="choice"
                aria-pressed={editing}
                onClick={() => setEditing(!editing)}
              >
                {t(editing ? 'review.edit-done' : 'review.edit')}
              </button>
            )}
          </div>
          {Fairness && !danger && (
            <Fairness text={text} items={items} language={props.language} onEdit={props.onEdit} />
          )}
          {editing && <p class="line">{t('review.edit-hint')}</p>}
          {!file && <Editor text={text} open={editing} t={t} onEdit={props.onEdit} />}
          {picture && <PictureView picture={picture.blob} covers={covers} label={t('file.picture-view')} />}
          {!editing && <DraftText text={text} marks={marks} sections={sections} onMarkClick={showGroup} />}
          {!editing && line !== null && props.wantsLine && <p class="added-line">{line}</p>}
        </section>
        <section class="groups" ref={list} tabIndex={-1}>
          {swapped.length > 0 && (
            <>
              <h2>{t('review.swapped')}</h2>
              {groups(swapped, false)}
            </>
          )}
          {staying.length > 0 && (
            <>
              <h2>{t('review.stays')}</h2>
              <p class="line">{t(staying.some(isPerson) ? 'review.names-stay' : 'review.still')}</p>
              {groups(staying, true)}
            </>
          )}
          {line !== null && (
            <label class="tick">
              <input
                type="checkbox"
                checked={props.wantsLine}
                onChange={({ currentTarget }) => props.onLine(currentTarget.checked)}
              />
              {t('review.keep-line', line)}
            </label>
          )}
          {props.lasting &&
            props.left.map((one) => <Left key={one.names.join()} {...{ one, t }} onNever={props.onNever} />)}
          <AddWord key={selected} selected={selected} missing={missing} t={t} onAdd={add} />
          {tip && !danger && <TipNote tip={tip} t={t} onHide={props.onHideTip} />}
          {props.prompts.length > 0 && !ofSafety && <PromptOffer prompts={props.prompts} t={t} />}
        </section>
      </main>
      <footer ref={area}>
        <button type="button" class="quiet" ref={cancelButton} onClick={armed(onCancel)}>
          {t(onLeaveOut ? 'file.cancel-all' : 'review.cancel')}
        </button>
        {onLeaveOut && (
          <button type="button" class="plain" onClick={armed(onLeaveOut)}>
            {t('file.leave-out')}
          </button>
        )}
        {fixed.length === 0 && props.hidden !== 'fixed' ? (
          <button type="button" class="plain" onClick={armed(props.onOriginal)}>
            {t(props.edited ? 'review.edited' : 'review.original')}
          </button>
        ) : (
          <span class="line">
            {t(
              fixed.some(({ source }) => source === 'district')
                ? 'review.no-original.district'
                : 'review.no-original',
            )}
          </span>
        )}
        <button type="button" class="main" ref={useButton} onClick={armed(props.onUse)}>
          {t(file ? 'file.use' : 'review.use')}
        </button>
      </footer>
    </div>
  );
}

/** Puts the focus on a group, and opens what it is folded into; keeps it in mind where it is not drawn yet. */
function focusOn(wanted: { current: string | null }): void {
  if (wanted.current === null) return;
  const group = document.querySelector(`.group[data-key="${CSS.escape(wanted.current)}"]`);
  if (!group) return;
  wanted.current = null;
  group.closest('details')?.setAttribute('open', '');
  group.querySelector<HTMLElement>('.group-name')?.focus();
}

interface EditorProps {
  text: string;
  open: boolean;
  t: Translate;
  onEdit(text: string): void;
}

/** The draft to write in. It stays in the document while it is closed, so that undo reaches back to the start. */
function Editor({ text, open, t, onEdit }: EditorProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!open) return;
    box.current?.focus();
    // A browser puts the first caret at the start; one writes on at the end.
    const { selectionEnd = 0, value = '' } = box.current ?? {};
    if (selectionEnd === 0) box.current?.setSelectionRange(value.length, value.length);
  }, [open]);
  // The draft was changed by something else than typing. A value that was typed in does not follow `defaultValue`.
  useLayoutEffect(() => {
    const area = box.current;
    if (area && !open && area.value !== text) area.value = text;
  }, [text, open]);
  return (
    <textarea
      ref={box}
      class="private"
      hidden={!open}
      aria-label={t('review.draft')}
      defaultValue={text}
      onInput={({ currentTarget }) => onEdit(currentTarget.value)}
    />
  );
}

const isPerson = (item: Item) => item.category === 'person-name';

/** Somebody who was called no person: until the browser closes, or for good. */
function Left({ one, t, onNever }: { one: LeftOut; t: Translate; onNever(one: LeftOut): void }) {
  const name = one.names.join(', ');
  return (
    <p class="row">
      <span>
        {t('review.not-a-person')}: <span class="private">{name}</span>
      </span>
      {one.forGood ? (
        <span class="line" role="status">
          {t('review.for-good')}
        </span>
      ) : (
        <button
          type="button"
          class="choice"
          aria-label={`${t('review.never-a-name')}: ${name}`}
          onClick={() => onNever(one)}
        >
          {t('review.never-a-name')}
        </button>
      )}
    </p>
  );
}

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
      <p class="line" role="status">
        {missing && t('review.add-missing')}
      </p>
    </form>
  );
}
