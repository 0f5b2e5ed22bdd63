import { useRef, useState } from 'preact/hooks';
import type { ClassChange } from '../lib/class-list/change.ts';
import { endsSoon } from '../lib/class-list/days.ts';
import type { StoredLists } from '../lib/messages.ts';
import type { Spoken } from '../lib/words.ts';
import { ClassAdd, type ClassAddProps } from './ClassAdd.tsx';
import { ClassBox } from './ClassBox.tsx';
import type { ClassesWords } from './classes-words.ts';
import { dayWords } from './day-words.ts';
import { PageNav } from './PageNav.tsx';

export interface ClassesProps extends Pick<ClassAddProps, 'isWord' | 'rowsOf' | 'newId'> {
  w: ClassesWords;
  language: Spoken;
  /** Null where they cannot be read. */
  stored: StoredLists | null;
  /** A local day, as `2027-07-31`. */
  today: string;
  /** For how many days the district lets a list be kept; 0 sets no limit. */
  mostDays: number;
  /** Out: whether the class was there to be changed. Rejects where it could not be stored. */
  onChange(change: ClassChange): Promise<boolean>;
}

/** The teacher's class lists: what is kept, and how one is added. */
export function Classes(props: ClassesProps) {
  const { w, language, stored, today, mostDays } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, say] = useState<'' | 'class.erase.done' | 'failed'>('');
  const onChange = async (change: ClassChange) => {
    say('');
    const done = await props.onChange(change);
    if (done && change.kind === 'erase') {
      // The button that had the focus is gone with its class.
      say('class.erase.done');
      heading.current?.focus();
    }
    return done;
  };
  const soon = stored?.lists.filter(({ ends }) => endsSoon(ends, today)) ?? [];
  return (
    <main class="page classes">
      <PageNav here={null} language={language} />
      <h1>{w('title')}</h1>
      <p class="lead">{w('intro')}</p>
      <div class="said">
        <p>{w('where')}</p>
        <p>
          <strong>{w('open')}</strong>
        </p>
        <p>{w('kept')}</p>
      </div>
      {soon.map(({ id, name, ends }) => (
        <p key={id} class="problem">
          {w(mostDays > 0 ? 'ending.limit' : 'ending', name, dayWords(ends, language))}
        </p>
      ))}
      {stored === null && <p class="problem">{w('read-failed')}</p>}
      <section aria-labelledby="your-classes">
        <h2 id="your-classes" ref={heading} tabIndex={-1}>
          {w('classes')}
        </h2>
        <p class="line" role="status">
          {said && w(said)}
        </p>
        {stored?.lists.length === 0 && <p class="line">{w('classes.none')}</p>}
        {stored?.lists.map((list) => (
          <ClassBox key={list.id} {...props} list={list} onChange={onChange} />
        ))}
        {stored?.lost.map(({ id }) => (
          <p key={id} class="problem ends">
            {w('lost')}
            <button
              type="button"
              class="plain"
              onClick={() => void onChange({ kind: 'erase', id }).catch(() => say('failed'))}
            >
              {w('lost.erase')}
            </button>
          </p>
        ))}
      </section>
      {stored && <ClassAdd {...props} lists={stored.lists} />}
      <p>
        <a href="/options.html#classes">{w('settings')}</a>
      </p>
    </main>
  );
}
