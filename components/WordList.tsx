import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { type BadEntry, type EntryKind, readEntries } from '../lib/policy/entries.ts';

interface WordListProps {
  t: Translate;
  id: string;
  title: string;
  hint: string;
  /** Of the box. */
  label: string;
  kind: EntryKind;
  words: string[];
  /** A list that says the opposite: no word is on both. */
  opposite?: string[];
  /** What the district has put on the same list. */
  district?: string[];
  /** The district lets nothing be added. */
  held?: boolean;
  /** Out: whether it was stored. */
  onChange(add: string[], remove: string[]): Promise<boolean>;
}

/** A list of names, addresses or words: what is on it, with a button each, and a box to add some. */
export function WordList(props: WordListProps) {
  const { t, id, kind, words, opposite, district = [], held = false } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [bad, setBad] = useState<BadEntry[]>([]);
  const add = async () => {
    if (!box.current) return;
    const read = readEntries(box.current.value, kind, [...district, ...words], opposite);
    // What cannot be stored stays in the box.
    box.current.value = read.bad.map(({ text }) => text).join('\n');
    setBad(read.bad);
    if (read.good.length === 0 || (await props.onChange(read.good, []))) return;
    box.current.value = [...read.good, box.current.value].join('\n').trim();
  };
  const remove = async (word: string) => {
    box.current?.focus();
    await props.onChange([], [word]);
  };
  return (
    <div class="words">
      <h3 id={`${id}-title`}>{props.title}</h3>
      <p id={`${id}-hint`} class="line">
        {props.hint}
      </p>
      {district.length > 0 && <p class="line">{t('options.words.district', district.join(', '))}</p>}
      {held && <p class="line">{t('options.words.locked')}</p>}
      {words.length > 0 && (
        <ul aria-labelledby={`${id}-title`}>
          {words.map((word) => (
            <li key={word}>
              <span>{word}</span>
              <button
                type="button"
                class="quiet"
                aria-label={`${t('options.remove')}: ${word}`}
                onClick={() => void remove(word)}
              >
                {t('options.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!held && (
        <>
          <label for={id}>{props.label}</label>
          <div class="add">
            <textarea
              id={id}
              ref={box}
              rows={1}
              autocomplete="off"
              spellcheck={false}
              aria-describedby={`${id}-hint ${id}-problem`}
              aria-invalid={bad.length > 0}
              onChange={() => void add()}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
                event.preventDefault();
                void add();
              }}
            />
            <button type="button" class="plain" onClick={() => void add()}>
              {t('options.add')}
            </button>
          </div>
        </>
      )}
      <div id={`${id}-problem`} role="status">
        {bad.map(({ text, problem }) => (
          <p key={text} class="problem">
            {t(`options.problem.${problem}`, text)}
          </p>
        ))}
      </div>
    </div>
  );
}
