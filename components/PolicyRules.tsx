import { useState } from 'preact/hooks';
import { CATEGORY_IDS, type CategoryKind, kindOf } from '../lib/detect/category.ts';
import type { StringKey, Translate } from '../lib/locale.ts';
import { DEFAULT_POLICY } from '../lib/policy/defaults.ts';
import { listIn, objectIn, withKey, withLock } from '../lib/policy/edit.ts';
import { LIGHTER_KEYS, RULE_KEYS, STYLED_KEYS } from '../lib/policy/fields.ts';
import { ruleInWords } from '../lib/policy/formats/managed.ts';
import {
  ACTIONS,
  OTHER_STYLE,
  type Policy,
  type RuleKey,
  type StyledCategory,
} from '../lib/policy/policy.ts';
import type { PolicyForm } from './PolicyField.tsx';
import { fieldWords, type PolicyWords } from './policy-words.ts';

const KINDS: CategoryKind[] = ['direct', 'indirect', 'sensitive', 'document', 'own'];

type Table = 'rules' | 'lighterRules' | 'minScore' | 'aliasStyles';

/** What happens to each kind of detail, or how sure a finding must be: a table for each group of kinds. */
export function PolicyRules(props: PolicyForm & { field: Table }) {
  const { t, w, field, policy, onChange } = props;
  // Only at first: a fold must not close over what has the focus.
  const [used] = useState(Object.keys(objectIn(policy, field)));
  const tables = KINDS.map((kind) => ({ kind, keys: keysOf(kind, field) })).filter(
    ({ keys }) => keys.length > 0,
  );
  const others = listIn(policy, 'locked').filter((name) => !SHOWN_LOCKS.includes(String(name)));
  return (
    <>
      {field === 'rules' && <p class="line">{w('lock.hint')}</p>}
      {field === 'rules' && (
        <Lock {...props} name="rules">
          {w('lock.all')}
        </Lock>
      )}
      {tables.map(({ kind, keys }, index) => (
        <details
          key={kind}
          class="fold"
          open={(field === 'rules' && index === 0) || keys.some((key) => used.includes(key))}
        >
          <summary>
            <h4>{t(`options.kind.${kind}`)}</h4>
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{w('detail')}</th>
                <th scope="col">{w(HEADINGS[field])}</th>
                {field === 'rules' && <th scope="col">{w('lock')}</th>}
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <Row key={key} {...props} rule={key} />
              ))}
            </tbody>
          </table>
        </details>
      ))}
      {field === 'rules' && others.length > 0 && (
        <fieldset aria-labelledby="lock-more">
          <h4 id="lock-more">{w('lock.more')}</h4>
          <div class="row">
            {others.map((name) => (
              <button
                key={String(name)}
                type="button"
                class="choice"
                aria-label={w('remove.one', String(name))}
                onClick={() => onChange(withLock(policy, String(name), false))}
              >
                {String(name)} ×
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

/** Locks that have a box to tick: of each rule, of all rules, and of fields that a teacher could loosen. */
const SHOWN_LOCKS: string[] = [
  ...RULE_KEYS,
  'rules',
  'minScore',
  'aliasStyles',
  'allowTerms',
  'allowPause',
  'allowUnchecked',
  'allowCopyNames',
  'allowCorrections',
];

const HEADINGS = {
  rules: 'action',
  lighterRules: 'action',
  minScore: 'score',
  aliasStyles: 'style',
} as const satisfies Record<Table, string>;

function keysOf(kind: CategoryKind, field: Table): RuleKey[] {
  const keys: RuleKey[] = CATEGORY_IDS.filter((id) => kindOf(id) === kind);
  if (field === 'minScore') return keys;
  if (field === 'aliasStyles') return keys.filter((key) => STYLED_KEYS.some((one) => one === key));
  return keys
    .flatMap((key) => RULE_KEYS.filter((one) => one === key || one.startsWith(`${key}/`)))
    .filter((key) => field === 'rules' || LIGHTER_KEYS.includes(key));
}

function Row(props: PolicyForm & { field: Table; rule: RuleKey }) {
  const { t, w, language, field, rule: key } = props;
  const name = nameOf(key, t, w);
  const { title } = fieldWords(field, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={w(HEADINGS[field])}>
        {field === 'minScore' ? (
          <Score {...props} {...{ title, name }} />
        ) : field === 'aliasStyles' ? (
          <Style {...props} {...{ title, name }} />
        ) : (
          <Action {...props} {...{ title, name }} />
        )}
      </td>
      {field === 'rules' && (
        <td data-label={w('lock')}>
          <Lock {...props} name={key} label={w('lock.one', name)} />
        </td>
      )}
    </tr>
  );
}

interface CellProps extends PolicyForm {
  field: Table;
  rule: RuleKey;
  /** What the field is called, and the row: there is more than one table of the same rows. */
  title: string;
  name: string;
}

function Action({ w, field, rule: key, title, name, policy, onChange }: CellProps) {
  const set = ruleInWords(objectIn(policy, field)[key]);
  const usual = field === 'rules' ? ruleInWords(usualRule(key)) : undefined;
  const choices = [...new Set([...ACTIONS, ...[usual, set].filter((one) => typeof one === 'string')])];
  return (
    <select
      aria-label={`${title}: ${name}`}
      value={typeof set === 'string' ? set : ''}
      onChange={({ currentTarget }) =>
        onChange(withKey(policy, field, key, currentTarget.value || undefined))
      }
    >
      <option value="">{usual ? w('unset.usual', ruleText(String(usual), w)) : w('unset')}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {ruleText(choice, w)}
        </option>
      ))}
    </select>
  );
}

function Style({ w, rule: key, title, name, policy, onChange }: CellProps) {
  const set = objectIn(policy, 'aliasStyles')[key];
  const choices = ['label', OTHER_STYLE[key as StyledCategory]] as const;
  return (
    <select
      aria-label={`${title}: ${name}`}
      value={typeof set === 'string' ? set : ''}
      onChange={({ currentTarget }) =>
        onChange(withKey(policy, 'aliasStyles', key, currentTarget.value || undefined))
      }
    >
      <option value="">{w('unset.usual', w('style.label'))}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {w(`style.${choice}`)}
        </option>
      ))}
      {typeof set === 'string' && !choices.some((one) => one === set) && <option value={set}>{set}</option>}
    </select>
  );
}

function Score({ rule: key, title, name, policy, onChange }: CellProps) {
  const value = objectIn(policy, 'minScore')[key];
  // "0." is on its way to "0.5".
  const [typed, setTyped] = useState('');
  const meaning = (text: string) => {
    const number = text.trim() === '' ? undefined : Number(text);
    return Number.isNaN(number) ? text : number;
  };
  return (
    <input
      aria-label={`${title}: ${name}`}
      class="number"
      inputMode="decimal"
      autocomplete="off"
      placeholder={String(DEFAULT_POLICY.minScore[key as keyof Policy['minScore']] ?? 0)}
      value={meaning(typed) === value ? typed : String(value ?? '')}
      onInput={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(withKey(policy, 'minScore', key, meaning(currentTarget.value)));
      }}
    />
  );
}

interface LockProps extends PolicyForm {
  name: string;
  /** Where no words stand beside it. */
  label?: string;
  children?: string;
}

function Lock({ policy, name, label, children, onChange }: LockProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        aria-label={label}
        checked={listIn(policy, 'locked').includes(name)}
        onChange={({ currentTarget }) => onChange(withLock(policy, name, currentTarget.checked))}
      />
      {children}
    </label>
  );
}

function usualRule(key: RuleKey) {
  return DEFAULT_POLICY.rules[key] ?? DEFAULT_POLICY.rules['person-name'];
}

/** A rule for people. One that no words are there for stands as it is written. */
function ruleText(rule: string, w: PolicyWords): string {
  const action = ACTIONS.find((one) => one === rule);
  if (action) return w(`action.${action}`);
  const [, when] = /^review when (combined|person-in-draft|name-inside|judged), else note$/.exec(rule) ?? [];
  return when ? w(`when.${when as 'combined'}`) : rule;
}

/** The name of a kind of detail, for somebody who is not the teacher. */
export function nameOf(key: RuleKey, t: Translate, w: PolicyWords): string {
  if (key === 'person-name') return t('options.person');
  if (key === 'person-name/self') return w('name.self');
  if (key === 'person-name/unknown') return w('name.unknown');
  const [category, role] = key.split('/');
  return t((role ? `category.person.${role}` : `category.${category}`) as StringKey);
}
