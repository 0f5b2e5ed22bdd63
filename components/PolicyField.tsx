import { useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { type FieldProblem, listIn, withField, withLock, withoutPath } from '../lib/policy/edit.ts';
import { type RawPolicy, shapeOf } from '../lib/policy/formats/managed.ts';
import {
  LANGUAGES,
  type Policy,
  STATES,
  TOPICS,
  UNAPPROVED_ACTIONS,
  WELCOMES,
} from '../lib/policy/policy.ts';
import type { Spoken } from '../lib/words.ts';
import type words from '../locales/policy.json';
import { PolicyPacks } from './PolicyPacks.tsx';
import { PolicyRules } from './PolicyRules.tsx';
import { PolicyTools } from './PolicyTools.tsx';
import { fieldWords, type PolicyWords } from './policy-words.ts';
import { settingsWords } from './settings-words.ts';

/** What every part of the form is given. */
export interface PolicyForm {
  t: Translate;
  w: PolicyWords;
  language: Spoken;
  policy: RawPolicy;
  problems: Map<string, FieldProblem[]>;
  onChange(policy: RawPolicy): void;
}

interface FieldProps extends PolicyForm {
  field: keyof Policy;
}

type Key = keyof (typeof words)['en'];

/** What a field is chosen from, and the words for each choice. */
const CHOICES: Partial<Record<keyof Policy, { values: readonly string[]; word(value: string): Key }>> = {
  unapprovedAction: { values: UNAPPROVED_ACTIONS, word: (value) => value as Key },
  statePack: { values: STATES.filter(Boolean), word: (value) => value as Key },
  language: { values: LANGUAGES.filter(Boolean), word: (value) => value as Key },
  welcome: { values: WELCOMES, word: (value) => value as Key },
};

/** Fields beside rules that a teacher could loosen. */
const LOCKABLE_HERE: (keyof Policy)[] = [
  'minScore',
  'aliasStyles',
  'allowTerms',
  'allowPause',
  'allowUnchecked',
  'allowCopyNames',
  'allowCorrections',
];

/** Fields that are a table of their own: what is wrong in it has no box to be put right in. */
const TABLES: (keyof Policy)[] = [
  ...(['rules', 'lighterRules', 'minScore', 'aliasStyles', 'approvedTools', 'packs', 'topicsOff'] as const),
];

/** Lists of words, one a line. */
const LINES: (keyof Policy)[] = [
  ...(['allowTerms', 'customTerms', 'customPatterns', 'idFormats', 'schoolNames', 'staffDomains'] as const),
  ...(['sitesOff', 'sitesAdd'] as const),
];

/** One field: its name, what it does, the box for it, and what is wrong with it. */
export function PolicyField(props: FieldProps) {
  const { w, field, policy, problems, onChange, language } = props;
  const { title, description } = fieldWords(field, language);
  const bad = problems.get(field) ?? [];
  const isGroup = TABLES.includes(field);
  const Title = isGroup ? 'h3' : 'label';
  return (
    <div class="field">
      <Title id={`${field}-label`} {...(!isGroup && { for: field })}>
        {title}
      </Title>
      <p id={`${field}-hint`} class="line">
        {description} {LINES.includes(field) && w('lines.hint')}
      </p>
      <Control {...props} />
      <div id={`${field}-trouble`} role="status">
        <Problems {...props} problems={bad} />
      </div>
      {LOCKABLE_HERE.includes(field) && (
        <label class="tick">
          <input
            type="checkbox"
            aria-describedby={`${field}-label`}
            checked={listIn(policy, 'locked').includes(field)}
            onChange={({ currentTarget }) => onChange(withLock(policy, field, currentTarget.checked))}
          />
          {w('lock.field')}
        </label>
      )}
    </div>
  );
}

function Control(props: FieldProps) {
  const { field } = props;
  if (field === 'rules' || field === 'lighterRules' || field === 'minScore' || field === 'aliasStyles') {
    return <PolicyRules {...props} field={field} />;
  }
  if (field === 'approvedTools') return <PolicyTools {...props} />;
  if (field === 'packs') return <PolicyPacks {...props} />;
  if (field === 'topicsOff') return <Topics {...props} />;
  if (LINES.includes(field)) return <Lines {...props} />;
  if (CHOICES[field] || shapeOf(field)?.type === 'boolean') return <Choice {...props} />;
  return <Line {...props} />;
}

function told({ field, problems }: FieldProps) {
  return {
    id: field,
    'aria-describedby': `${field}-hint ${field}-trouble`,
    'aria-invalid': problems.has(field),
  };
}

function Choice(props: FieldProps) {
  const { w, field, policy, onChange } = props;
  const choices = CHOICES[field];
  const value = policy[field];
  const options = choices
    ? choices.values.map((one) => ({ value: one, text: w(choices.word(one)), means: one as unknown }))
    : [
        { value: 'yes', text: w('yes'), means: true },
        { value: 'no', text: w('no'), means: false },
      ];
  const current = options.find(({ means }) => means === value);
  return (
    <select
      {...told(props)}
      value={current?.value ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = options.find((one) => one.value === currentTarget.value);
        onChange(withField(policy, field, chosen?.means));
      }}
    >
      <option value="">{value === undefined || current ? w('unset') : String(value)}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.text}
        </option>
      ))}
    </select>
  );
}

/** One line of words, or a number. */
function Line(props: FieldProps) {
  const { field, policy, onChange } = props;
  const isNumber = shapeOf(field)?.type === 'number';
  const value = policy[field];
  const read = (text: string) =>
    isNumber && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  return (
    <input
      {...told(props)}
      class={isNumber ? 'number' : undefined}
      inputMode={isNumber ? 'numeric' : undefined}
      autocomplete="off"
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onInput={({ currentTarget }) => onChange(withField(policy, field, read(currentTarget.value)))}
    />
  );
}

/** A list, one entry a line. Keeps what is typed: an empty line is no entry, but nobody wants it gone while typing. */
function Lines(props: FieldProps) {
  const { w, field, policy, onChange } = props;
  const value = policy[field];
  const [typed, setTyped] = useState('');
  const written = listIn(policy, field).map(String).join('\n');
  return (
    <>
      <textarea
        {...told(props)}
        rows={2}
        spellcheck={false}
        value={linesOf(typed).join('\n') === written ? typed : written}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          onChange(withField(policy, field, linesOf(currentTarget.value)));
        }}
      />
      {value !== undefined && !Array.isArray(value) && <p class="line">{w('kept')}</p>}
    </>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines.filter(Boolean);
}

function Topics({ language, policy, onChange }: FieldProps) {
  const w = settingsWords(language);
  const off = listIn(policy, 'topicsOff');
  return (
    <fieldset class="row" aria-labelledby="topicsOff-label">
      {TOPICS.map((topic) => (
        <label key={topic} class="pick">
          <input
            type="checkbox"
            checked={off.includes(topic)}
            onChange={({ currentTarget }) => {
              const others = off.filter((one) => one !== topic);
              onChange(withField(policy, 'topicsOff', currentTarget.checked ? [...others, topic] : others));
            }}
          />
          {w(`topic.${topic}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** What was not understood, each with what to write; what has no box of its own can be taken out. */
export function Problems({
  w,
  language,
  policy,
  problems,
  onChange,
}: Omit<PolicyForm, 'problems'> & { problems: FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul class="problem">
      {problems.map(({ path, key, hint, near }) => {
        const field = (key ? path.slice(0, -key.length - 1) : path) as keyof Policy;
        const isKnown = shapeOf(field) !== undefined;
        const what = sentence(
          language === 'es'
            ? isKnown
              ? (fieldWords(field, 'es').hint ?? hint)
              : w('no-field')
            : hint.replace(/; (?:known are|did you mean) .*/, ''),
        );
        const words = near ? `${what} ${w('near', near)}` : what;
        const isLine = isKnown && LINES.includes(field);
        return (
          <li key={path}>
            <span>
              {isKnown && /^\d+$/.test(key)
                ? w(isLine ? 'line' : 'place', Number(key) + 1, words)
                : key || !isKnown
                  ? w('entry', key || path, words)
                  : words}
            </span>
            {!isLine && (key || !isKnown || TABLES.includes(field)) && (
              <button
                type="button"
                class="quiet"
                aria-label={w('remove.one', path)}
                onClick={() => onChange(withoutPath(policy, path))}
              >
                {w('remove')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
