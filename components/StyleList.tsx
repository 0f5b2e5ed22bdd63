import type { Translate } from '../lib/locale.ts';
import { STYLED_KEYS } from '../lib/policy/fields.ts';
import {
  type AliasStyle,
  type EffectivePolicy,
  OTHER_STYLE,
  type StyledCategory,
} from '../lib/policy/policy.ts';

interface StyleListProps {
  t: Translate;
  policy: EffectivePolicy;
  /** The policy without what the teacher has set. */
  base: EffectivePolicy;
  onStyle(keys: StyledCategory[], style: AliasStyle): void;
}

type Group = [name: 'names' | 'dates' | 'schools' | 'scores' | 'facts', keys: StyledCategory[]];
const NAMED: Group[] = [
  ['names', ['person-name']],
  ['dates', ['birth-date', 'record-date']],
  ['schools', ['school']],
  ['scores', ['academic-record']],
];
/** Categories that a teacher chooses for together: those named above, and all others. */
const GROUPS: Group[] = [
  ...NAMED,
  ['facts', STYLED_KEYS.filter((key) => !NAMED.some(([, keys]) => keys.includes(key)))],
];

/** What stands in for a detail that is swapped, by groups of categories. */
export function StyleList(props: StyleListProps) {
  return (
    <ul>
      {GROUPS.map(([group, keys]) => (
        <StyleRow key={group} {...props} group={group} keys={keys} />
      ))}
    </ul>
  );
}

interface StyleRowProps extends StyleListProps {
  group: (typeof GROUPS)[number][0];
  keys: StyledCategory[];
}

function StyleRow({ t, policy, base, onStyle, group, keys }: StyleRowProps) {
  const id = `style-${group}`;
  const other = OTHER_STYLE[keys[0]!];
  const isHeld =
    base.policy.locked.includes('aliasStyles') ||
    keys.some((key) => base.policy.aliasStyles[key] !== undefined) ||
    base.problems.some(({ field }) => field === 'policy' || /^aliasStyles(?:\.|$)/.test(field));
  const isOther = keys.every((key) => policy.policy.aliasStyles[key] === other);
  return (
    <li class="rule">
      <div>
        <label for={id}>{t(`options.styles.${group}`)}</label>
        <p id={`${id}-about`} class="line">
          {t(`options.styles.${group}.hint`)} {isHeld && <strong>{t('options.district')}</strong>}
        </p>
      </div>
      <select
        id={id}
        aria-describedby={`${id}-about`}
        value={isOther ? other : 'label'}
        disabled={isHeld}
        onChange={({ currentTarget }) => onStyle(keys, currentTarget.value === other ? other : 'label')}
      >
        <option value="label">{t(`options.styles.${group}.label`)}</option>
        <option value={other}>{t(`options.styles.${group}.other`)}</option>
      </select>
    </li>
  );
}
