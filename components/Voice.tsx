import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  CHOICES,
  type Choice,
  type Detail,
  LONGEST,
  type Missing,
  missingIn,
  type Report,
  type ReportDraft,
  TEXT_FIELDS,
  type TextField,
} from '../lib/learn/report.ts';
import { BANDS, SUBJECTS, type Subject } from '../lib/learn/tip.ts';
import type { Translate } from '../lib/locale.ts';
import type { Spoken, translatorOf } from '../lib/words.ts';
import type voice from '../locales/voice.json';
import { PageNav } from './PageNav.tsx';
import { useUnsaved } from './use-unsaved.ts';

type Words = ReturnType<typeof translatorOf<keyof (typeof voice)['en']>>;

export interface VoiceProps {
  t: Translate;
  /** The words of this page. */
  w: Words;
  language: Spoken;
  /** Names of tools to choose from. */
  tools: string[];
  /** The newest first. */
  reports: Report[];
  /** Out: the details of students in each text; none where it may be saved. */
  onCheck(draft: ReportDraft): Promise<Partial<Record<TextField, Detail[]>>>;
  /** The teacher begins to write what will be checked. */
  onWarm(): void;
  onSave(draft: ReportDraft): Promise<void>;
  onDelete(report: Report): Promise<void>;
  onRestore(report: Report): Promise<void>;
  onExport(form: 'csv' | 'json'): void;
}

const EMPTY: ReportDraft = {
  kind: '',
  task: '',
  subject: 'all',
  band: null,
  tool: '',
  severity: 'medium',
  example: '',
  note: '',
};
const isEmpty = (draft: ReportDraft) =>
  (Object.keys(EMPTY) as (keyof ReportDraft)[]).every((field) => draft[field] === EMPTY[field]);

/** Reports about AI tools: a form, what was reported, and the way out as a file. */
export function Voice(props: VoiceProps) {
  const { w, language } = props;
  return (
    <main class="page voice">
      <PageNav here="voice" language={language} />
      <h1>{w('title')}</h1>
      <p class="lead">{w('intro')}</p>
      <details class="fold" open>
        <summary>{w('thumbs')}</summary>
        <p>{w('thumbs.why')}</p>
        <p class="line">{w('thumbs.source')}</p>
      </details>
      <ReportForm {...props} />
      <ReportList {...props} />
    </main>
  );
}

type Status = 'none' | 'checking' | 'saved' | 'failed';

function ReportForm({ t, w, language, tools, onCheck, onWarm, onSave }: VoiceProps) {
  const [draft, setDraft] = useState(EMPTY);
  const [problems, setProblems] = useState<Partial<Record<keyof ReportDraft, Missing>>>({});
  const [found, setFound] = useState<Partial<Record<TextField, Detail[]>>>({});
  const [status, setStatus] = useState<Status>('none');
  const form = useRef<HTMLFormElement>(null);
  const dirty = !isEmpty(draft);
  // What has not been looked through is kept nowhere.
  useUnsaved(dirty);

  const change = (some: Partial<ReportDraft>) => {
    setDraft({ ...draft, ...some });
    setStatus('none');
  };
  const point = (field: keyof ReportDraft | undefined) =>
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  const save = async () => {
    if (status === 'checking') return;
    const missing = missingIn(draft);
    setProblems(Object.fromEntries(missing.map(({ field, problem }) => [field, problem])));
    setFound({});
    if (missing.length > 0) return point(missing[0]?.field);
    setStatus('checking');
    try {
      const details = await onCheck(draft);
      setFound(details);
      const first = TEXT_FIELDS.find((field) => details[field]);
      if (first) {
        setStatus('none');
        return point(first);
      }
      await onSave(draft);
      setDraft(EMPTY);
      setStatus('saved');
    } catch {
      setStatus('failed');
    }
  };

  /** What is wrong with a field; read out when it comes. */
  const trouble = (field: keyof ReportDraft) => {
    const problem = problems[field];
    const details = found[field as TextField];
    const longest = LONGEST[field as TextField];
    return (
      <div id={`${field}-trouble`} role="status">
        {problem && (
          <p class="problem">{w(`problem.${problem}`, longest, String(draft[field] ?? '').length)}</p>
        )}
        {details && (
          <div class="problem">
            <p>{w('found')}</p>
            <ul>
              {details.map(({ words, category }) => (
                <li key={words}>
                  <strong>{words}</strong>{' '}
                  {t(category === 'person-name' ? 'category.person.unknown' : `category.${category}`)}
                </li>
              ))}
            </ul>
            <p>{w('found.how')}</p>
          </div>
        )}
      </div>
    );
  };
  const told = (field: keyof ReportDraft, hint = true) => ({
    id: field,
    name: field,
    'aria-describedby': hint ? `${field}-hint ${field}-trouble` : `${field}-trouble`,
    'aria-invalid': problems[field] !== undefined || found[field as TextField] !== undefined,
  });
  const radios = (field: 'kind' | 'severity', choices: Choice[]) => (
    <fieldset aria-describedby={`${field}-trouble`}>
      <legend>{w(field)}</legend>
      <div class="row">
        {choices.map((choice) => (
          <label key={choice.id} class="pick">
            <input
              type="radio"
              name={field}
              value={choice.id}
              checked={draft[field] === choice.id}
              onChange={() => change({ [field]: choice.id })}
            />
            {choice[language]}
          </label>
        ))}
      </div>
      {trouble(field)}
    </fieldset>
  );
  const text = (field: 'example' | 'note') => (
    <Field {...{ field, label: w(field), hint: w(`${field}.hint`) }}>
      <textarea
        {...told(field)}
        value={draft[field]}
        onFocus={onWarm}
        onInput={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
      {trouble(field)}
    </Field>
  );
  return (
    <section aria-labelledby="new">
      <h2 id="new">{w('new')}</h2>
      <form
        ref={form}
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {radios('kind', CHOICES.kinds)}
        <div class="fields">
          <Field field="task" label={w('task')}>
            <select
              {...told('task', false)}
              value={draft.task}
              onChange={(event) => change({ task: event.currentTarget.value })}
            >
              <option value="">{w('choose')}</option>
              {CHOICES.tasks.map((task) => (
                <option key={task.id} value={task.id}>
                  {task[language]}
                </option>
              ))}
            </select>
            {trouble('task')}
          </Field>
          <Field field="tool" label={w('tool')}>
            <input
              {...told('tool', false)}
              list="tools"
              value={draft.tool}
              onInput={({ currentTarget }) => change({ tool: currentTarget.value })}
            />
            <datalist id="tools">
              {tools.map((tool) => (
                <option key={tool} value={tool} />
              ))}
            </datalist>
            {trouble('tool')}
          </Field>
          <Field field="subject" label={w('subject')}>
            <select
              id="subject"
              value={draft.subject}
              onChange={(event) => change({ subject: event.currentTarget.value as Subject })}
            >
              {SUBJECTS.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`subject.${subject}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field field="band" label={w('band')}>
            <select
              id="band"
              value={draft.band ?? 'all'}
              onChange={({ currentTarget: { value } }) =>
                change({ band: BANDS.find((band) => band === value) ?? null })
              }
            >
              {(['all', ...BANDS] as const).map((band) => (
                <option key={band} value={band}>
                  {t(`band.${band}`)}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {text('example')}
        {text('note')}
        {radios('severity', CHOICES.severities)}
        <p class="row">
          <button type="submit" class="main">
            {w('save')}
          </button>
          <span role="status">{status !== 'none' && w(status)}</span>
        </p>
      </form>
    </section>
  );
}

interface FieldProps {
  field: string;
  label: string;
  hint?: string;
  children: ComponentChildren;
}

function Field({ field, label, hint, children }: FieldProps) {
  return (
    <div class="field">
      <label for={field}>{label}</label>
      {hint && (
        <p id={`${field}-hint`} class="line">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

function ReportList({ t, w, language, reports, onDelete, onRestore, onExport }: VoiceProps) {
  const [gone, setGone] = useState<Report | null>(null);
  const [failed, setFailed] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (gone) undo.current?.focus();
  }, [gone]);
  const run = (change: Promise<void>, then: () => void) => {
    setFailed(false);
    void change.then(then, () => setFailed(true));
  };
  const wordsOf = (list: Choice[], id: string) => list.find((one) => one.id === id)?.[language] ?? id;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section aria-labelledby="list">
      <h2 id="list" ref={heading} tabIndex={-1}>
        {w('list')}
      </h2>
      {reports.length === 0 && <p class="line">{w('list.none')}</p>}
      <ul class="reports">
        {reports.map((report) => (
          <li key={report.id}>
            <p class="ends">
              <strong>
                {wordsOf(CHOICES.kinds, report.kind)} · {wordsOf(CHOICES.tasks, report.task)}
              </strong>
              <button
                type="button"
                class="quiet"
                aria-label={`${w('delete')}: ${wordsOf(CHOICES.kinds, report.kind)}, ${report.example.slice(0, 40)}`}
                onClick={() => run(onDelete(report), () => setGone(report))}
              >
                {w('delete')}
              </button>
            </p>
            <p class="text">{report.example}</p>
            {report.note && <p class="text">{report.note}</p>}
            <p class="line">
              {[
                report.tool,
                ...(report.subject === 'all' ? [] : [t(`subject.${report.subject}`)]),
                ...(report.band ? [t(`band.${report.band}`)] : []),
                wordsOf(CHOICES.severities, report.severity),
                w('list.week', day.format(new Date(report.week))),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" class="row">
        {failed && w('failed')}
        {gone && (
          <>
            {w('deleted')}
            <button
              type="button"
              class="plain"
              ref={undo}
              onClick={() =>
                run(onRestore(gone), () => {
                  setGone(null);
                  heading.current?.focus();
                })
              }
            >
              {w('undo')}
            </button>
          </>
        )}
      </p>
      {reports.length > 0 && (
        <>
          <h3>{w('export')}</h3>
          <p class="line">{w('export.hint')}</p>
          <p class="row">
            <button type="button" class="plain" onClick={() => onExport('csv')}>
              {w('export.csv')}
            </button>
            <button type="button" class="plain" onClick={() => onExport('json')}>
              {w('export.json')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
