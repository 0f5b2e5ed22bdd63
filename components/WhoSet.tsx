import type { Translate } from '../lib/locale.ts';
import { DEFAULT_POLICY } from '../lib/policy/defaults.ts';
import { CATEGORY_KEYS, FIELDS, STYLED_KEYS } from '../lib/policy/fields.ts';
import type { EffectivePolicy, Policy } from '../lib/policy/policy.ts';
import { isRuleKey, nameOfRule, type SettingsWords } from './settings-words.ts';

interface WhoSetProps {
  t: Translate;
  w: SettingsWords;
  policy: EffectivePolicy;
  /** The policy without what the teacher has set. */
  base: EffectivePolicy;
  /** The name of the state whose pack the district has chosen; empty for none. */
  state: string;
  /** Titles of the district's packs. */
  packs: string[];
}

/** The rules have a list of their own. */
type Field = Exclude<keyof Policy, 'rules'>;
const SETTINGS = Object.keys(FIELDS).filter((field) => field !== 'rules') as Field[];
/** More of a list would bury the rest. */
const MOST_SHOWN = 5;

/** Every setting but the rules: what holds, and who has set it. What is as usual is folded. */
export function WhoSet(props: WhoSetProps) {
  const { w, policy } = props;
  const { locked } = policy.policy;
  const set = SETTINGS.filter((field) =>
    field === 'locked' ? locked.length > 0 : policy.sources[field] !== undefined || locked.includes(field),
  );
  const usual = SETTINGS.filter((field) => !set.includes(field));
  const rows = (fields: Field[]) => (
    <ul class="set">
      {fields.map((field) => (
        <li key={field}>
          <strong>{w(`field.${field}`)}</strong>
          <span>{valueInWords(field, props)}</span>
          <span class="times">{whoSet(field, props)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {set.length > 0 ? rows(set) : <p class="line">{w('who.none')}</p>}
      <details class="fold">
        <summary>{w('who.rest', usual.length)}</summary>
        {rows(usual)}
      </details>
    </>
  );
}

function whoSet(field: Field, { w, policy, base }: WhoSetProps): string {
  if (field === 'locked') return w(policy.policy.locked.length > 0 ? 'who.district' : 'who.default');
  if (base.policy.locked.includes(field)) return w('who.locked');
  const source = policy.sources[field] ?? 'default';
  return w(source === 'district' && addsUp(field, policy, base) ? 'who.both' : `who.${source}`);
}

/** Whether the teacher's entries of a list stand beside the district's. */
function addsUp(field: Field, policy: EffectivePolicy, base: EffectivePolicy): boolean {
  if (field === 'packs') return false;
  const [now, before] = [policy.policy[field], base.policy[field]];
  return Array.isArray(now) && Array.isArray(before) && now.length > before.length;
}

function valueInWords(field: Field, { t, w, policy: { policy }, state, packs }: WhoSetProps): string {
  switch (field) {
    case 'allowPause':
    case 'allowUnchecked':
    case 'allowCopyNames':
    case 'allowCorrections':
      return w(policy[field] ? 'value.yes' : 'value.no');
    case 'privacyContact':
    case 'safetyContact':
      return policy[field] || w('value.nobody');
    case 'useInstead':
    case 'useInsteadLink':
      return policy[field] || w('value.none');
    case 'minScore': {
      const scores = CATEGORY_KEYS.filter((key) => policy.minScore[key] !== DEFAULT_POLICY.minScore[key]);
      if (scores.length === 0) return w('value.usual');
      return shown(
        scores.map((key) =>
          w('value.score', nameOfRule(key, t), Math.round((policy.minScore[key] ?? 0) * 100)),
        ),
        w,
      );
    }
    case 'aliasStyles':
      return shown(
        STYLED_KEYS.flatMap((key) => {
          const style = policy.aliasStyles[key];
          return style ? [w('not-read.key', nameOfRule(key, t), w(`style.${style}`))] : [];
        }),
        w,
      );
    case 'topicsOff':
      return shown(
        policy.topicsOff.map((topic) => w(`topic.${topic}`)),
        w,
      );
    case 'statePack':
      return state || w('value.none');
    case 'retentionDays':
      return policy.retentionDays === 0 ? w('value.ever') : w('value.days', policy.retentionDays);
    case 'classListDays':
      return policy.classListDays === 0 ? w('value.chosen') : w('value.days', policy.classListDays);
    case 'vaultIdleHours':
      return policy.vaultIdleHours === 0 ? w('value.closed') : w('value.hours', policy.vaultIdleHours);
    case 'language':
      return w(policy.language === '' ? 'value.browser' : `value.${policy.language}`);
    case 'packs':
      return shown(packs, w);
    case 'welcome':
      return w(policy.welcome === 'off' ? 'value.off' : 'value.first');
    case 'unapprovedAction':
      return w(`value.${policy.unapprovedAction}`);
    case 'lighterRules':
      return shown(
        Object.keys(policy.lighterRules).map((key) => (isRuleKey(key) ? nameOfRule(key, t) : key)),
        w,
      );
    case 'approvedTools':
      return shown(
        policy.approvedTools.map(({ site }) => site),
        w,
      );
    case 'locked':
      return shown(
        policy.locked.map((key) => (isRuleKey(key) ? nameOfRule(key, t) : w(`field.${key as keyof Policy}`))),
        w,
      );
    default:
      return shown(policy[field], w);
  }
}

function shown(entries: string[], w: SettingsWords): string {
  if (entries.length === 0) return w('value.none');
  const first = entries.slice(0, MOST_SHOWN).join(', ');
  return entries.length > MOST_SHOWN ? w('value.more', first, entries.length - MOST_SHOWN) : first;
}
