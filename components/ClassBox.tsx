import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClassChange } from '../lib/class-list/change.ts';
import {
  type ClassList,
  foldedName,
  fullName,
  isEmail,
  isNumber,
  type ListedPerson,
  parsePerson,
} from '../lib/class-list/person.ts';
import type { Spoken } from '../lib/words.ts';
import { ClassFields, useClassFields } from './ClassFields.tsx';
import type { ClassesWords } from './classes-words.ts';
import { dayWords } from './day-words.ts';
import { EraseAll } from './EraseAll.tsx';

interface ClassBoxProps {
  w: ClassesWords;
  language: Spoken;
  list: ClassList;
  today: string;
  mostDays: number;
  newId(): string;
  onChange(change: ClassChange): Promise<boolean>;
}

/** So many people are shown at first, and at each `Show more`. */
const AT_ONCE = 50;

type Said =
  | { kind: 'nothing' | 'saved' | 'failed' | 'gone' }
  | { kind: 'removed' | 'undone'; person: ListedPerson };

/** One class: who is in it, until when it is kept, and what can be changed. */
export function ClassBox(props: ClassBoxProps) {
  const { w, language, list } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="class" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{list.name}</h3>
        <span class="line">
          {w('class.people', list.people.length)} · {w('class.ends', dayWords(list.ends, language))}
        </span>
      </summary>
      {isOpen && <Inside {...props} />}
    </details>
  );
}

function Inside(props: ClassBoxProps) {
  const { w, list, newId, onChange } = props;
  const { id } = list;
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const [editing, setEditing] = useState<ListedPerson | null>(null);
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const fields = useClassFields(props, list.name, list.ends);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that removed somebody is gone.
    if (said.kind === 'removed') undo.current?.focus();
  }, [said]);
  const found = useMemo(() => {
    const wanted = foldedName(search);
    // Made once: it is ten times as fast as comparing text by text.
    const { compare } = new Intl.Collator(props.language);
    const sorted = list.people.toSorted((a, b) => compare(a.last, b.last) || compare(a.first, b.first));
    return wanted === '' ? sorted : sorted.filter((person) => wordsOf(person).includes(wanted));
  }, [list, search, props.language]);
  /** Out: whether it was stored. */
  const run = async (change: ClassChange, then: Said): Promise<boolean> => {
    const done = await onChange(change).catch(() => null);
    setSaid(done === null ? { kind: 'failed' } : done ? then : { kind: 'gone' });
    return done === true;
  };
  return (
    <div class="inside">
      <div class="field">
        <label for={`${id}-search`}>{w('search')}</label>
        <input
          id={`${id}-search`}
          type="search"
          autocomplete="off"
          value={search}
          onInput={({ currentTarget }) => {
            setSearch(currentTarget.value);
            setMost(AT_ONCE);
          }}
        />
      </div>
      <p class="line" role="status">
        {found.length === 0
          ? w('search.none')
          : (found.length > most || search !== '') &&
            w('shown', Math.min(most, found.length), list.people.length)}
      </p>
      <ul class="people" aria-label={list.name}>
        {found.slice(0, most).map((person) =>
          editing?.id === person.id ? (
            <li key={person.id}>
              <PersonForm
                {...{ w, person }}
                onCancel={() => setEditing(null)}
                onSave={async (changed) => {
                  const change = { kind: 'person', id, person: changed } as const;
                  if (await run(change, { kind: 'saved' })) setEditing(null);
                }}
              />
            </li>
          ) : (
            <li key={person.id} class="ends">
              <span>
                <strong>{fullName(person)}</strong>
                <span class="line">{aboutOf(person)}</span>
              </span>
              <span class="row">
                <button
                  type="button"
                  class="choice"
                  aria-label={`${w('change')}: ${fullName(person)}`}
                  onClick={() => setEditing(person)}
                >
                  {w('change')}
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${w('remove')}: ${fullName(person)}`}
                  onClick={() =>
                    void run({ kind: 'remove', id, personId: person.id }, { kind: 'removed', person })
                  }
                >
                  {w('remove')}
                </button>
              </span>
            </li>
          ),
        )}
      </ul>
      <div role="status">
        {said.kind === 'saved' && <p class="line">{w('saved')}</p>}
        {(said.kind === 'failed' || said.kind === 'gone') && <p class="problem">{w(said.kind)}</p>}
        {said.kind === 'undone' && <p class="line">{w('undone', fullName(said.person))}</p>}
        {said.kind === 'removed' && (
          <p class="row line">
            {w('removed', fullName(said.person))}
            <button
              type="button"
              class="choice"
              ref={undo}
              onClick={() =>
                void run({ kind: 'person', id, person: said.person }, { kind: 'undone', person: said.person })
              }
            >
              {w('undo')}
            </button>
          </p>
        )}
      </div>
      {found.length > most && (
        <p>
          <button type="button" class="plain" onClick={() => setMost(most + AT_ONCE)}>
            {w('more')}
          </button>
        </p>
      )}
      {editing && !list.people.some((person) => person.id === editing.id) ? (
        <PersonForm
          {...{ w, person: editing }}
          onCancel={() => setEditing(null)}
          onSave={async (person) => {
            if (await run({ kind: 'person', id, person }, { kind: 'saved' })) setEditing(null);
          }}
        />
      ) : (
        <p>
          <button
            type="button"
            class="plain"
            onClick={() => setEditing({ id: newId(), first: '', last: '' })}
          >
            {w('person.add')}
          </button>
        </p>
      )}
      <form
        class="field"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          const set = fields.read();
          if (set) void run({ kind: 'set', id, ...set }, { kind: 'saved' });
        }}
      >
        <h4>{w('class.set')}</h4>
        <ClassFields {...props} id={id} fields={fields} added={list.added} />
        <p>
          <button type="submit" class="plain">
            {w('save')}
          </button>
        </p>
      </form>
      <EraseAll
        words={{
          title: w('class.erase'),
          sure: w('class.erase.sure', list.name),
          no: w('class.erase.no'),
          yes: w('class.erase.yes'),
          done: w('class.erase.done'),
          failed: w('failed'),
        }}
        onErase={async () => void (await onChange({ kind: 'erase', id }))}
      />
    </div>
  );
}

const aboutOf = ({ nickname, number, email, family = [] }: ListedPerson): string =>
  [nickname, number, email, ...family].filter(Boolean).join(' · ');

/** What a person can be looked for by. */
const wordsOf = (person: ListedPerson): string =>
  foldedName(`${fullName(person)} ${person.last} ${person.first} ${aboutOf(person)}`);

interface PersonFormProps {
  w: ClassesWords;
  person: ListedPerson;
  onSave(person: ListedPerson): Promise<void>;
  onCancel(): void;
}

const FIELDS = ['first', 'last', 'nickname', 'email', 'number'] as const;

function PersonForm({ w, person, onSave, onCancel }: PersonFormProps) {
  const [values, setValues] = useState({
    ...Object.fromEntries(FIELDS.map((field) => [field, person[field] ?? ''])),
    family: (person.family ?? []).join('\n'),
  } as Record<(typeof FIELDS)[number] | 'family', string>);
  const [wrong, setWrong] = useState<'' | 'missing' | 'bad-email' | 'bad-number'>('');
  const form = useRef<HTMLFormElement>(null);
  // Before it is seen: a focus that comes later scrolls a button away from under a hand.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = () => {
    const { email, number, family } = values;
    const changed = parsePerson({ ...values, id: person.id, family: family.split('\n') });
    const bad =
      email.trim() !== '' && !isEmail(email.trim())
        ? 'bad-email'
        : number.trim() !== '' && !isNumber(number.trim())
          ? 'bad-number'
          : changed === null
            ? 'missing'
            : '';
    setWrong(bad);
    if (bad === '' && changed) void onSave(changed);
  };
  const idOf = (field: string) => `${person.id}-${field}`;
  return (
    <form
      ref={form}
      class="sheet"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h4>{w(fullName(person) === '' ? 'person.add' : 'person.change')}</h4>
      <div class="two">
        {FIELDS.map((field) => (
          <div key={field} class="field">
            <label for={idOf(field)}>{w(`kind.${field}`)}</label>
            <input
              id={idOf(field)}
              value={values[field]}
              aria-describedby={idOf('trouble')}
              onInput={({ currentTarget }) => setValues({ ...values, [field]: currentTarget.value })}
            />
          </div>
        ))}
        <div class="field">
          <label for={idOf('family')}>{w('person.family')}</label>
          <textarea
            id={idOf('family')}
            value={values.family}
            onInput={({ currentTarget }) => setValues({ ...values, family: currentTarget.value })}
          />
        </div>
      </div>
      <div id={idOf('trouble')} role="status">
        {wrong !== '' && <p class="problem">{w(`person.${wrong}`)}</p>}
      </div>
      <p class="row">
        <button type="submit" class="main">
          {w('save')}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {w('cancel')}
        </button>
      </p>
    </form>
  );
}
