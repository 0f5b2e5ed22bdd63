import { useRef, useState } from 'preact/hooks';
import { readWho, recordLines, type Who } from '../lib/learn/export/record.ts';
import type { LearnProps } from './Learn.tsx';
import { FILE_KINDS, type FileKind, isDone } from './learn-files.ts';
import { spelledDay } from './learn-words.ts';

const FIELDS = ['name', 'email', 'school'] as const;
const AUTOCOMPLETE = { name: 'name', email: 'email', school: 'organization' } as const;
const NOBODY: Who = { name: '', email: '', school: '' };

/** What was done so far, whose it is, and the files to save. What is typed here lives as long as this page. */
export function LearnExport(props: LearnProps) {
  const { t, language, progress } = props;
  const lines = recordLines(
    props.modules.flatMap(({ module }) => module ?? []),
    progress,
  );
  return (
    <article class="record">
      <p>
        <a href="#home">← {t('home')}</a>
      </p>
      <h1 tabIndex={-1}>{t('record.title')}</h1>
      <p class="lead">{t('record.intro')}</p>
      {lines.length === 0 ? (
        <p class="go-on">{t('record.none')}</p>
      ) : (
        <>
          <section>
            <h2 id="so-far">{t('record.so-far')}</h2>
            <table aria-labelledby="so-far">
              <thead>
                <tr>
                  <th scope="col">{t('record.module')}</th>
                  <th scope="col">{t('record.done')}</th>
                  <th scope="col">{t('record.minutes')}</th>
                  <th scope="col">{t('record.right')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ module, done, minutes, right, questions }) => (
                  <tr key={module.id}>
                    <th scope="row">{module.title}</th>
                    <td data-kind={t('record.done')}>
                      {done ? spelledDay(done, language) : t('record.under-way')}
                    </td>
                    <td data-kind={t('record.minutes')}>{minutes}</td>
                    <td data-kind={t('record.right')}>{t('end.right', right, questions)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="line">{t('record.about-minutes')}</p>
          </section>
          <Files {...props} canBadge={lines.some(isDone)} />
        </>
      )}
    </article>
  );
}

type Result = { said: 'saved'; file: string } | { said: 'name' | 'email' | 'badge' | 'failed' } | null;

function Files({ t, onSave, canBadge }: LearnProps & { canBadge: boolean }) {
  const [typed, setTyped] = useState<Who>(NOBODY);
  const [result, setResult] = useState<Result>(null);
  const form = useRef<HTMLDivElement>(null);
  const save = (kind: FileKind) => {
    const read = readWho(typed);
    if ('problem' in read) {
      setResult({ said: read.problem });
      form.current?.querySelector<HTMLInputElement>(`#who-${read.problem}`)?.focus();
    } else if (kind === 'badge' && !canBadge) {
      setResult({ said: 'badge' });
    } else {
      try {
        setResult({ said: 'saved', file: onSave(kind, read.who) });
      } catch {
        setResult({ said: 'failed' });
      }
    }
  };
  const problemOf = (field: (typeof FIELDS)[number]) =>
    result?.said === field ? t(`record.problem.${field as 'name' | 'email'}`) : '';
  return (
    <>
      <section>
        <h2>{t('record.who')}</h2>
        <p>{t('record.who.hint')}</p>
        <div class="who" ref={form}>
          {FIELDS.map((field) => (
            <div key={field}>
              <label for={`who-${field}`}>{t(`record.${field}`)}</label>
              <input
                id={`who-${field}`}
                type="text"
                autocomplete={AUTOCOMPLETE[field]}
                required={field === 'name'}
                value={typed[field]}
                aria-invalid={problemOf(field) !== ''}
                aria-describedby={`who-${field}-problem`}
                onInput={({ currentTarget }) => {
                  setTyped({ ...typed, [field]: currentTarget.value });
                  setResult(null);
                }}
              />
              <p class="problem" id={`who-${field}-problem`} role="status">
                {problemOf(field)}
              </p>
            </div>
          ))}
        </div>
      </section>
      <section>
        <h2>{t('record.files')}</h2>
        <ul class="files">
          {FILE_KINDS.map((kind) => (
            <li key={kind}>
              <h3>{t(`record.${kind}`)}</h3>
              <p>{t(`record.${kind}.about`)}</p>
              <p>
                <button type="button" class="plain" onClick={() => save(kind)}>
                  {t(`record.${kind}.get`)}
                </button>
              </p>
            </li>
          ))}
        </ul>
        <p class="saved" role="status">
          {result?.said === 'saved' && t('record.saved', result.file)}
          {result?.said === 'badge' && t('record.problem.badge')}
          {result?.said === 'failed' && t('failed')}
        </p>
      </section>
    </>
  );
}
