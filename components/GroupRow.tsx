import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { because, type StringKey, type Translate } from '../lib/locale.ts';
import { isAlarmAction } from '../lib/policy/decide.ts';
import { isSensitive } from '../lib/policy/defaults.ts';
import type { RuleKey } from '../lib/policy/policy.ts';
import { REASONS_CHECKED, reasonOf } from '../lib/reasons.ts';
import { isFullName, nameKey } from '../lib/redact/identity.ts';
import type { Item, Person } from '../lib/review-plan.ts';
import type { StateWords } from '../lib/state-words.ts';

/** What a teacher can say about a group. */
export interface GroupEvents {
  onChoose(item: Item, choice: 'swap' | 'keep' | 'general'): void;
  onShow(item: Item): void;
  /** `to`: the key of another item or a label, empty for somebody else; null takes it back. */
  onIs(item: Item, to: string | null, always: boolean): void;
  onApart(item: Item): void;
  onNotAPerson(item: Item): void;
  onMe(item: Item): void;
  /** From now on, in all conversations. */
  onKeepAlways(item: Item): void;
  onSwapAlways(item: Item): void;
}

interface GroupRowProps extends GroupEvents {
  item: Item;
  /** What is written where it stands first; null where it stays. */
  label: string | null;
  /** That is said in general at one mention at least. */
  isGeneral: boolean;
  /** Whom else the group may be the same as. */
  others: Person[];
  /** Whether what is said of it may hold for good. */
  lasting: boolean;
  /** Whether something was said of it for good just now. */
  isForGood: boolean;
  /** What was said of whom the name means; null while it is open. */
  is: string | null;
  t: Translate;
  language: string;
  /** What the pack of the district's state says of its rules; null where there is none. */
  state: StateWords | null;
}

/** What the teacher may call their own: a signature holds these. */
const OWN = ['person-name', 'email', 'phone'];

/** One person or value: what it is, why, what it becomes, and the choices. */
export function GroupRow(props: GroupRowProps) {
  const { item, label, isGeneral, others, is, t, language, state, lasting, isForGood, ...on } = props;
  const category = t(
    `category.${item.category === 'person-name' ? `person.${item.role ?? 'unknown'}` : item.category}` as StringKey,
  );
  const times = item.mentions.length;
  const [cause] = item.because;
  const isPerson = item.category === 'person-name';
  return (
    <li class="group" data-key={item.key}>
      <div class="group-line">
        <button
          type="button"
          class="group-name private"
          title={t('review.show')}
          onClick={() => on.onShow(item)}
        >
          {item.name}
        </button>
        {label && <span class={isGeneral ? 'label general' : 'label'}>{label}</span>}
        {times > 1 && <span class="times">{t('review.times', times)}</span>}
      </div>
      <p class="why">
        {category}. {cause && because(t, cause.code, cause.args)}{' '}
        {item.fixed ? t(fixedBy(item)) : item.chosen && t('review.chosen')}{' '}
        {isGeneral && t('review.no-way-back')}
      </p>
      {isForGood && (
        <p class="why" role="status">
          {t('review.for-good')}
        </p>
      )}
      {item.which.length > 0 || is !== null ? (
        <Which item={item} is={is} t={t} onIs={(to) => on.onIs(item, to, false)} />
      ) : null}
      <div class="choices">
        {!item.fixed && <MainChoice item={item} t={t} onChoose={on.onChoose} />}
        {lasting && mayStayAlways(item) && (
          <Choice item={item} words={t('review.keep-always')} run={() => on.onKeepAlways(item)} />
        )}
        {item.added && item.swap && !isForGood && (
          <Choice item={item} words={t('review.swap-always')} run={() => on.onSwapAlways(item)} />
        )}
        {(isPerson || (OWN.includes(item.category) && !item.fixed)) && !item.added && (
          <Folded kind="other" summary={t('review.other')}>
            <div class="choices">
              {isPerson && !item.fixed && (
                <Choice item={item} words={t('review.not-a-person')} run={() => on.onNotAPerson(item)} />
              )}
              {OWN.includes(item.category) && !item.fixed && (
                <Choice item={item} words={t('review.thats-me')} run={() => on.onMe(item)} />
              )}
              {isPerson && times > 1 && (
                <Choice item={item} words={t('review.two-people')} run={() => on.onApart(item)} />
              )}
              {isPerson && others.length > 0 && (
                <Picker
                  words={t('review.same-as')}
                  name={item.name}
                  people={others}
                  onPick={(to) => to && on.onIs(item, to, true)}
                />
              )}
            </div>
          </Folded>
        )}
        <Why item={item} t={t} language={language} state={state} />
      </div>
    </li>
  );
}

/**
 * Whether to offer that an item which the teacher has kept always stays. Of a first name alone it would let by every pupil who
 * has it, and who is on a class list never stays.
 */
function mayStayAlways({ category, name, swap, fixed, added, action, because }: Item): boolean {
  if (swap || fixed || added || !OWN.includes(category) || !isAlarmAction(action)) return false;
  if (because.some(({ code }) => code === 'class-list')) return false;
  return category !== 'person-name' || isFullName(nameKey(name));
}

function fixedBy({ action, source }: Item): StringKey {
  const who = source === 'district' ? '.district' : '';
  return `${action === 'block' ? 'review.never' : 'review.fixed'}${who}` as StringKey;
}

/** More about why this kind of detail matters. The rule and its number come last. */
function Why({ item, t, language, state }: Pick<GroupRowProps, 'item' | 't' | 'language' | 'state'>) {
  const reason = reasonOf(item.category, language);
  if (!reason) return null;
  // The rules speak of students and their families.
  const isStaff = item.role === 'staff' || item.role === 'self';
  const ofState = state?.why[isStaff ? (`person-name/${item.role}` as RuleKey) : item.category];
  return (
    <Folded kind="more" summary={t('review.more')} name={`${t('review.more')}: ${t('review.why')}`}>
      <p>{reason.more}</p>
      {state && ofState && (
        <p class="law">
          {ofState} {t('review.checked', state.checked)}
        </p>
      )}
      {!isStaff && (
        <p class="law">
          {reason.law} {t('review.checked', REASONS_CHECKED)}
        </p>
      )}
    </Folded>
  );
}

interface FoldedProps {
  kind: 'other' | 'more';
  summary: string;
  /** Of the summary, where its words do not say enough by themselves. */
  name?: string;
  children: ComponentChildren;
}

/** What is drawn only once it is opened: thirty groups that offer each other as the same person are a thousand lines. */
function Folded({ kind, summary, name, children }: FoldedProps) {
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <details class={kind} onToggle={({ currentTarget }) => currentTarget.open && setWasOpen(true)}>
      <summary aria-label={name}>{summary}</summary>
      {wasOpen && children}
    </details>
  );
}

/** The one choice that most teachers need: keep it, or swap it. */
function MainChoice({ item, t, onChoose }: { item: Item; t: Translate; onChoose: GroupEvents['onChoose'] }) {
  const sensitive = isSensitive(item.category);
  if (item.swap) {
    const words = t(sensitive ? 'review.keep-once' : 'review.keep');
    return <Choice item={item} words={words} run={() => onChoose(item, 'keep')} />;
  }
  return (
    <>
      {item.general && (
        <Choice item={item} words={t('review.general', item.general)} run={() => onChoose(item, 'general')} />
      )}
      <Choice
        item={item}
        words={t(sensitive ? 'review.blank' : 'review.swap')}
        run={() => onChoose(item, 'swap')}
      />
    </>
  );
}

function Choice({ item, words, run }: { item: Item; words: ComponentChildren; run(): void }) {
  return (
    <button type="button" class="choice" aria-label={`${words}: ${item.name}`} onClick={run}>
      {words}
    </button>
  );
}

interface WhichProps {
  item: Item;
  is: string | null;
  t: Translate;
  onIs(to: string | null): void;
}

/** `Which Maya?` */
function Which({ item, is, t, onIs }: WhichProps) {
  const id = `which ${item.key}`;
  return (
    <div class="which">
      <label for={id} class="private">
        {t('review.which', item.name)}
      </label>
      <select
        id={id}
        class="private"
        value={is ?? '?'}
        onChange={({ currentTarget: { value } }) => onIs(value === '?' ? null : value)}
      >
        <option value="?">{t('review.which-open')}</option>
        {item.which.map(({ to, name }) => (
          <option key={to} value={to}>
            {to.startsWith('[') ? `${name} ${to}` : name}
          </option>
        ))}
        <option value="">{t('review.which-other')}</option>
      </select>
      <p class="line">{t('review.which-why')}</p>
    </div>
  );
}

interface PickerProps {
  words: string;
  name: string;
  people: Person[];
  onPick(to: string): void;
}

function Picker({ words, name, people, onPick }: PickerProps) {
  return (
    <select
      class="choice private"
      aria-label={`${words}: ${name}`}
      value=""
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      <option value="">{words}</option>
      {people.map(({ to, name }) => (
        <option key={to} value={to}>
          {name}
        </option>
      ))}
    </select>
  );
}
