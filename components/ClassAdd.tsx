import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClassChange } from '../lib/class-list/change.ts';
import {
  COLUMN_KINDS,
  type Column,
  type ColumnKind,
  readColumns,
  type Table,
} from '../lib/class-list/columns.ts';
import { lastDay, schoolYearEnd } from '../lib/class-list/days.ts';
import { type Import, importRows, NOTE_CODES, type RowNote } from '../lib/class-list/import.ts';
import { joinPeople } from '../lib/class-list/join.ts';
import { type ClassList, fullName, tidy } from '../lib/class-list/person.ts';
import type { RowSheet } from '../lib/list-rows.ts';
import { Choice } from './Choice.tsx';
import { ClassFields, useClassFields } from './ClassFields.tsx';
import type { ClassesWords } from './classes-words.ts';
import { useUnsaved } from './use-unsaved.ts';

export interface ClassAddProps {
  w: ClassesWords;
  lists: ClassList[];
  today: string;
  mostDays: number;
  newId(): string;
  isWord(name: string): boolean;
  /** Rejects with a FileProblem. */
  rowsOf(source: string | File): Promise<RowSheet[]>;
  onChange(change: ClassChange): Promise<boolean>;
}

const PROBLEMS = ['empty', 'unknown-kind', 'password', 'damaged', 'too-large'] as const;
type Problem = (typeof PROBLEMS)[number];

type Said =
  | { kind: 'nothing' | 'looking' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'added'; added: number; there: number };

/** A list by paste or file, what Chalkline takes it for, and what of it is kept. Nothing is stored before the last click. */
export function ClassAdd(props: ClassAddProps) {
  const { w, rowsOf } = props;
  const [text, setText] = useState('');
  const [sheets, setSheets] = useState<RowSheet[] | null>(null);
  const [sheet, setSheet] = useState(0);
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const file = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const turn = useRef(0);
  useUnsaved(sheets !== null || text.trim() !== '');

  const read = async (source: string | File) => {
    turn.current += 1;
    const mine = turn.current;
    setSaid({ kind: 'looking' });
    setSheets(null);
    const isFull = ({ rows }: RowSheet) => rows.some((row) => row.some((cell) => tidy(cell) !== ''));
    const found = await rowsOf(source)
      .then((all) => all.filter(isFull))
      .catch((error: { code?: unknown }) => PROBLEMS.find((one) => one === error.code) ?? 'damaged');
    // Something else may have been chosen meanwhile.
    if (mine !== turn.current) return;
    if (typeof found === 'string' || found.length === 0) {
      return setSaid({ kind: 'problem', problem: typeof found === 'string' ? found : 'empty' });
    }
    setSheet(0);
    setSheets(found);
    setSaid({ kind: 'nothing' });
  };
  /** Back to the empty form; the same file can be chosen again. */
  const end = (said: Said) => {
    setSheets(null);
    if (said.kind === 'added') setText('');
    if (file.current) file.current.value = '';
    setSaid(said);
    heading.current?.focus();
  };
  const shown = sheets?.[sheet];
  return (
    <section aria-labelledby="add-class">
      <h2 id="add-class" ref={heading} tabIndex={-1}>
        {w('add')}
      </h2>
      <form
        class="sheet"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void read(text);
        }}
      >
        <div class="field">
          <label for="paste">{w('paste')}</label>
          <p id="paste-hint" class="line">
            {w('paste.hint')}
          </p>
          <textarea
            id="paste"
            aria-describedby="paste-hint"
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </div>
        <p>
          <button type="submit" class={shown ? 'plain' : 'main'}>
            {w('look')}
          </button>
        </p>
        <div class="field">
          <label for="class-file">{w('file')}</label>
          <p id="file-hint" class="line">
            {w('file.hint')}
          </p>
          <input
            id="class-file"
            ref={file}
            type="file"
            aria-describedby="file-hint"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) void read(chosen);
            }}
          />
        </div>
        <div role="status">
          {said.kind === 'looking' && <p class="line">{w('looking')}</p>}
          {said.kind === 'problem' && <p class="problem">{w(`problem.${said.problem}`)}</p>}
          {said.kind === 'added' && (
            <p class="line">
              {said.there > 0 ? w('added.some', said.added, said.there) : w('added', said.added)}
            </p>
          )}
        </div>
      </form>
      {sheets && shown && (
        <Preview
          // A preview that was corrected is about one sheet of one list.
          key={`${turn.current} ${sheet}`}
          {...props}
          rows={shown.rows}
          onCancel={() => end({ kind: 'nothing' })}
          onAdded={(added, there) => end({ kind: 'added', added, there })}
        >
          {sheets.length > 1 && (
            <Choice
              id="sheet"
              label={w('sheet')}
              value={String(sheet)}
              onChoose={(value) => setSheet(Number(value))}
            >
              {sheets.map(({ name }, i): [string, string] => [String(i), name])}
            </Choice>
          )}
        </Preview>
      )}
    </section>
  );
}

interface PreviewProps extends ClassAddProps {
  rows: string[][];
  onCancel(): void;
  onAdded(added: number, there: number): void;
  children: ComponentChildren;
}

const FIRST_ONES = 5;
const MOST_ROWS = 50;

function Preview(props: PreviewProps) {
  const { w, lists, rows, newId, isWord, onChange, onCancel, onAdded } = props;
  const table = useMemo(() => readColumns(rows), [rows]);
  const [columns, setColumns] = useState(table.columns);
  const found = useMemo(() => importRows(table, columns, { newId, isWord }), [table, columns, newId, isWord]);
  const [to, setTo] = useState('');
  const { today, mostDays } = props;
  const ends = lastDay({ added: today, ends: schoolYearEnd(today) }, mostDays);
  const fields = useClassFields(props, '', ends);
  const [failed, setFailed] = useState<'' | 'failed' | 'gone'>('');
  const busy = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { people } = found;
  const target = lists.find(({ id }) => id === to);

  const add = async () => {
    const added = target ? joinPeople(target.people, people).merged.length : 0;
    const set = target ? null : fields.read();
    if (busy.current || (!target && !set)) return;
    busy.current = true;
    setFailed('');
    const change: ClassChange = target
      ? { kind: 'join', id: target.id, people }
      : { kind: 'add', list: { id: newId(), added: today, people, ...set! } };
    await onChange(change).then(
      (done) => (done ? onAdded(people.length - added, added) : setFailed('gone')),
      () => setFailed('failed'),
    );
    busy.current = false;
  };
  return (
    <form
      class="sheet"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {w('preview')}
      </h3>
      <p role="status">{people.length > 0 ? w('preview.count', people.length) : w('preview.none')}</p>
      {props.children}
      <Columns {...{ w, table, columns }} onColumns={setColumns} />
      <Dropped {...{ w, columns, found }} />
      {people.length > 0 && (
        <>
          <h4>{w('first-ones')}</h4>
          <ul class="first-ones">
            {people.slice(0, FIRST_ONES).map((person) => (
              <li key={person.id}>
                <strong>{fullName(person)}</strong>
                <span class="line">
                  {[person.nickname, person.number, person.email, ...(person.family ?? [])]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Notes {...{ w, notes: found.notes }} />
      {lists.length > 0 && (
        <Choice id="to" label={w('to')} value={to} onChoose={setTo}>
          {[['', w('to.new')], ...lists.map(({ id, name }): [string, string] => [id, name])]}
        </Choice>
      )}
      {!target && <ClassFields {...props} fields={fields} id="new" />}
      <div role="status">{failed && <p class="problem">{w(failed)}</p>}</div>
      <p class="row">
        <button type="submit" class="main" disabled={people.length === 0}>
          {w('add.people', people.length)}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {w('cancel')}
        </button>
      </p>
    </form>
  );
}

const nameOf = (w: ClassesWords, { heading }: Column, place: number): string =>
  heading || w('column', place + 1);

interface ColumnsProps {
  w: ClassesWords;
  table: Table;
  columns: Column[];
  onColumns(columns: Column[]): void;
}

/** Of these, a second column would say nothing that the first does not. */
const SINGLE: readonly ColumnKind[] = ['name', 'email', 'number', 'nickname', 'role'];

function Columns({ w, table, columns, onColumns }: ColumnsProps) {
  const examples = useMemo(
    () =>
      table.columns.map((_, place) => {
        const cells = new Set<string>();
        for (let i = table.start; i < table.rows.length && cells.size < 3; i++) {
          const cell = tidy(table.rows[i]?.[place] ?? '');
          if (cell !== '') cells.add(cell.slice(0, 40));
        }
        return [...cells];
      }),
    [table],
  );
  const set = (place: number, kind: ColumnKind) =>
    onColumns(
      columns.map((column, i) => {
        if (i === place) return { ...column, kind };
        return column.kind === kind && SINGLE.includes(kind) ? { ...column, kind: 'none' } : column;
      }),
    );
  return (
    <fieldset>
      <legend>{w('columns')}</legend>
      <p class="line">{w('columns.hint')}</p>
      <ul class="columns">
        {columns.map((column, place) =>
          examples[place]?.length === 0 ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <li key={place}>
              <label for={`column-${place}`}>{nameOf(w, column, place)}</label>
              <select
                id={`column-${place}`}
                aria-describedby={`column-${place}-examples`}
                value={column.kind}
                onChange={({ currentTarget }) => set(place, currentTarget.value as ColumnKind)}
              >
                {COLUMN_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {w(`kind.${kind}`)}
                  </option>
                ))}
              </select>
              <span id={`column-${place}-examples`} class="line">
                {w('column.examples', (examples[place] ?? []).join(' · '))}
              </span>
            </li>
          ),
        )}
      </ul>
      <Family {...{ w, columns, onColumns }} />
    </fieldset>
  );
}

/** Names of family come with one click, and go with it. */
function Family({ w, columns, onColumns }: Omit<ColumnsProps, 'table'>) {
  const family = columns.flatMap((column, place) => (column.family ? [nameOf(w, column, place)] : []));
  if (family.length === 0) return null;
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={columns.every((column) => !column.family || column.kind === 'family')}
        onChange={({ currentTarget: { checked } }) =>
          onColumns(
            columns.map((column) =>
              column.family ? { ...column, kind: checked ? 'family' : 'none' } : column,
            ),
          )
        }
      />
      {w('family', family.join(', '))}
    </label>
  );
}

function Dropped({ w, columns, found }: { w: ClassesWords; columns: Column[]; found: Import }) {
  if (found.dropped.length === 0) return null;
  return (
    <p class="dropped">{w('dropped', found.dropped.map((at) => nameOf(w, columns[at]!, at)).join(', '))}</p>
  );
}

/** What is said of rows, those with the same to say together. */
function Notes({ w, notes }: { w: ClassesWords; notes: RowNote[] }) {
  if (notes.length === 0) return null;
  const byCode = Map.groupBy(notes, ({ code }) => code);
  return (
    <div class="notes">
      <h4>{w('notes')}</h4>
      {NOTE_CODES.map((code) => {
        const rows = byCode.get(code);
        if (!rows) return null;
        return (
          <details key={code} class="fold">
            <summary>{w(`note.${code}`, rows.length)}</summary>
            <ul>
              {rows.slice(0, MOST_ROWS).map(({ row, name }) => (
                <li key={row}>{w('row', row, name)}</li>
              ))}
              {rows.length > MOST_ROWS && <li>{w('rows.more', rows.length - MOST_ROWS)}</li>}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
