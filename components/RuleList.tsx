import { CATEGORY_IDS, type CategoryKind, kindOf } from '../lib/detect/category.ts';
import type { StringKey, Translate } from '../lib/locale.ts';
import { ACTIONS, type EffectivePolicy, type RuleKey } from '../lib/policy/policy.ts';
import { choicesFor, ownRoles, type RuleChoice } from '../lib/policy/rule-choices.ts';
import { nameOfRule } from './settings-words.ts';

interface RuleListProps {
  t: Translate;
  policy: EffectivePolicy;
  base: EffectivePolicy;
  onRule(key: RuleKey, choice: RuleChoice): void;
}

const KINDS: CategoryKind[] = ['direct', 'indirect', 'sensitive', 'document', 'own'];

/** Every rule with an example and its choice, folded by kind. */
export function RuleList({ t, policy, base, onRule }: RuleListProps) {
  return (
    <>
      <details class="fold">
        <summary>{t('options.rules.meaning')}</summary>
        <dl>
          {ACTIONS.map((action) => (
            <div key={action}>
              <dt>{t(`options.action.${action}`)}</dt>
              <dd>{t(`options.meaning.${action}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {KINDS.map((kind, index) => {
        const keys = keysOf(kind, policy);
        const changed = keys.filter((key) => policy.sources[key] === 'teacher').length;
        return (
          <details key={kind} class="fold rules" open={index === 0}>
            <summary>
              <h3>{t(`options.kind.${kind}`)}</h3>
              {changed > 0 && <span class="times">{t('options.rules.changed', changed)}</span>}
            </summary>
            <ul>
              {keys.map((key) => (
                <RuleRow key={key} {...{ t, policy, base, onRule, rule: key }} />
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function keysOf(kind: CategoryKind, policy: EffectivePolicy): RuleKey[] {
  const keys: RuleKey[] = CATEGORY_IDS.filter((id) => kindOf(id) === kind);
  return kind === 'direct' ? keys.flatMap((key) => withRoles(key, policy)) : keys;
}

function withRoles(key: RuleKey, policy: EffectivePolicy): RuleKey[] {
  return key === 'person-name' ? [key, 'person-name/staff', ...ownRoles(policy)] : [key];
}

interface RuleRowProps extends RuleListProps {
  rule: RuleKey;
}

function RuleRow({ t, policy, base, onRule, rule: key }: RuleRowProps) {
  const { choices, current, district } = choicesFor(key, policy, base);
  const id = `rule-${key.replace('/', '-')}`;
  const open = choices.length > 1;
  return (
    <li class="rule">
      <div>
        <label for={id}>{nameOfRule(key, t)}</label>
        <p id={`${id}-about`} class="line">
          {t('options.example', exampleOf(key, t))}
          {district && <strong>{t(open ? 'options.district.stricter' : 'options.district')}</strong>}
        </p>
      </div>
      <select
        id={id}
        aria-describedby={`${id}-about`}
        value={current}
        disabled={!open}
        onChange={(event) => {
          const chosen = choices[Number(event.currentTarget.value)];
          if (chosen) onRule(key, chosen);
        }}
      >
        {choices.map((choice, index) => (
          <option key={keyOf(choice)} value={index}>
            {choiceText(choice, district, t)}
          </option>
        ))}
      </select>
    </li>
  );
}

const keyOf = ({ rule }: RuleChoice) => JSON.stringify(rule);

function exampleOf(key: RuleKey, t: Translate): string {
  const [category] = key.split('/');
  return t(`options.example.${key === 'person-name/staff' ? key : category}` as StringKey);
}

function choiceText({ rule, usual }: RuleChoice, district: boolean, t: Translate): string {
  const text =
    typeof rule === 'string'
      ? t(`options.action.${rule}`)
      : // Only this form is what the sentences say.
        t(
          rule.then === 'review' && rule.else === 'note' ? `options.when.${rule.when}` : 'options.when.other',
        );
  return usual && !district ? t('options.usual', text) : text;
}
