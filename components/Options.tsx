import { useEffect, useRef, useState } from 'preact/hooks';
import type { CopyNames } from '../lib/copy-flow.ts';
import type { Translate } from '../lib/locale.ts';
import type { CopyChoice, Ending } from '../lib/messages.ts';
import type { Corrections, Me } from '../lib/policy/corrections.ts';
import type { EntryKind } from '../lib/policy/entries.ts';
import type { AliasStyle, EffectivePolicy, Policy, RuleKey, StyledCategory } from '../lib/policy/policy.ts';
import type { RuleChoice } from '../lib/policy/rule-choices.ts';
import type { SiteRow } from '../lib/sites/site-rows.ts';
import { stateWords } from '../lib/state-words.ts';
import { lastWeeks, type WeekCounts } from '../lib/store/counts.ts';
import type { DistrictPacks } from '../lib/store/district-packs.ts';
import { spoken } from '../lib/words.ts';
import { dayWords } from './day-words.ts';
import { EraseAll } from './EraseAll.tsx';
import { LabelTime } from './LabelTime.tsx';
import { NotRead } from './NotRead.tsx';
import { PageNav } from './PageNav.tsx';
import { RuleList } from './RuleList.tsx';
import { SiteList } from './SiteList.tsx';
import { StateCard } from './StateCard.tsx';
import { StyleList } from './StyleList.tsx';
import { type SettingsWords, settingsWords } from './settings-words.ts';
import { WeekChart } from './WeekChart.tsx';
import { WeekTable } from './WeekTable.tsx';
import { WhoSet } from './WhoSet.tsx';
import { WordList } from './WordList.tsx';

export interface OptionsProps {
  t: Translate;
  /** A BCP 47 tag. */
  language: string;
  policy: EffectivePolicy;
  /** The policy without what the teacher has set. */
  base: EffectivePolicy;
  /** What the teacher has set. */
  teacher: Partial<Policy>;
  me: Me;
  corrections: Corrections;
  sites: SiteRow[];
  weeks: WeekCounts[];
  /** Class lists that end soon. */
  ending: Ending[];
  /** The packs of prompts and tips that the district has set. */
  district: DistrictPacks;
  onRule(key: RuleKey, choice: RuleChoice): Promise<void>;
  onStyle(keys: StyledCategory[], style: AliasStyle): Promise<void>;
  onMe(field: keyof Me, add: string[], remove: string[]): Promise<void>;
  onCorrections(list: keyof Corrections, add: string[], remove: string[]): Promise<void>;
  onTerms(list: 'customTerms' | 'allowTerms', add: string[], remove: string[]): Promise<void>;
  /** Out: whether the browser did it. */
  onSite(site: SiteRow, on: boolean): Promise<boolean>;
  /** After how many hours without use labels are forgotten; 0 for none of the teacher's own. */
  onIdleHours(hours: number): Promise<void>;
  onForget(): Promise<void>;
  onErase(): Promise<void>;
  onExport(form: 'csv' | 'json'): void;
  /** Saves all that is stored as a file. */
  onSaveAll(): Promise<void>;
  /** Whether tips come by themselves. */
  tips: boolean;
  onTips(on: boolean): Promise<void>;
  /** How answers are copied. */
  copyNames: CopyNames;
  onCopyNames(choice: CopyChoice): Promise<void>;
}

const SECTIONS = [
  ...(['rules', 'styles', 'me', 'words', 'corrections', 'classes', 'labels', 'answers', 'tips'] as const),
  ...(['sites', 'who', 'counts', 'erase'] as const),
];
const ME: [keyof Me, EntryKind][] = [
  ['names', 'name'],
  ['emails', 'email'],
  ['phones', 'phone'],
];
/** Of those who stay an address or number is one too. */
const CORRECTIONS: [keyof Corrections, EntryKind][] = [
  ['never', 'name'],
  ['keep', 'term'],
];
const SAVED_MS = 4000;
/** Weeks in the chart: about a term. */
const CHARTED = 12;

/** Everything that a teacher can set, and what Chalkline keeps. Each change is stored at once. */
export function Options(props: OptionsProps) {
  const { t, policy, base, teacher, me, corrections } = props;
  const w = settingsWords(props.language);
  const state = stateWords(policy.policy.statePack, props.language);
  const [status, say] = useStatus();
  const [erased, setErased] = useState(0);
  /** Says how a change went; one that the teacher took back in the browser's own question says nothing. */
  const saving = async (change: Promise<unknown>): Promise<boolean> => {
    try {
      if ((await change) !== false) say(t('options.saved'));
      return true;
    } catch {
      say(t('options.failed'));
      return false;
    }
  };
  const districtTerms = base.policy.customTerms;
  const allowHeld =
    base.policy.locked.includes('allowTerms') ||
    base.problems.some(({ field }) => field === 'allowTerms' || field === 'policy');
  const ownTerms = (list: 'customTerms' | 'allowTerms') => teacher[list] ?? [];
  return (
    <main class="page options">
      <PageNav here="options" language={spoken(props.language)} />
      <h1>{t('options.title')}</h1>
      <p class="lead">{t('options.intro')}</p>
      <NotRead {...{ t, w }} problems={policy.problems} packs={props.district.refused} />
      {state && <StateCard {...{ t, w, state, language: props.language }} />}
      <nav aria-label={t('options.on-page')}>
        {SECTIONS.map((id) => (
          <a key={id} href={`#${id}`}>
            {t(`options.${id}.title`)}
          </a>
        ))}
      </nav>

      <section id="rules">
        <h2>{t('options.rules.title')}</h2>
        <p>{t('options.rules.intro')}</p>
        <RuleList {...{ t, policy, base }} onRule={(key, choice) => void saving(props.onRule(key, choice))} />
      </section>

      <section id="styles">
        <h2>{t('options.styles.title')}</h2>
        <p>{t('options.styles.intro')}</p>
        <StyleList
          {...{ t, policy, base }}
          onStyle={(keys, style) => void saving(props.onStyle(keys, style))}
        />
      </section>

      <section id="me" key={`me ${erased}`}>
        <h2>{t('options.me.title')}</h2>
        <p>{t('options.me.intro')}</p>
        <p class="line">{t('options.me.firm')}</p>
        <p class="line">{t('options.add.hint')}</p>
        {ME.map(([field, kind]) => (
          <WordList
            key={field}
            {...{ t, kind, id: field, words: me[field] }}
            title={t(`options.me.${field}`)}
            hint={t(`options.me.${field}.hint`)}
            label={t(`options.me.${field}.add`)}
            onChange={(add, remove) => saving(props.onMe(field, add, remove))}
          />
        ))}
      </section>

      <section id="words" key={`words ${erased}`}>
        <h2>{t('options.words.title')}</h2>
        <p class="line">{t('options.add.hint')}</p>
        <WordList
          {...{ t, kind: 'term', id: 'custom', words: ownTerms('customTerms') }}
          opposite={policy.policy.allowTerms}
          district={districtTerms}
          title={t('options.words.custom')}
          hint={t('options.words.custom.hint')}
          label={t('options.words.custom.add')}
          onChange={(add, remove) => saving(props.onTerms('customTerms', add, remove))}
        />
        <WordList
          {...{ t, kind: 'term', id: 'allow', words: ownTerms('allowTerms'), held: allowHeld }}
          opposite={policy.policy.customTerms}
          district={base.policy.allowTerms}
          title={t('options.words.allow')}
          hint={t('options.words.allow.hint')}
          label={t('options.words.allow.add')}
          onChange={(add, remove) => saving(props.onTerms('allowTerms', add, remove))}
        />
      </section>

      <section id="corrections" key={`corrections ${erased}`}>
        <h2>{t('options.corrections.title')}</h2>
        <p>{t('options.corrections.intro')}</p>
        <p class="line">
          {t('options.corrections.count', corrections.never.length + corrections.keep.length)}
        </p>
        <p class="line">{t('options.corrections.firm')}</p>
        {CORRECTIONS.map(([list, kind]) => (
          <WordList
            key={list}
            {...{ t, kind, id: list, words: corrections[list], held: !policy.policy.allowCorrections }}
            title={t(`options.corrections.${list}`)}
            hint={t(`options.corrections.${list}.hint`)}
            label={t(`options.corrections.${list}.add`)}
            onChange={(add, remove) => saving(props.onCorrections(list, add, remove))}
          />
        ))}
      </section>

      <section id="classes">
        <h2>{t('options.classes.title')}</h2>
        <p>{t('options.classes.intro')}</p>
        {props.ending.map(({ name, ends }) => (
          <p key={name} class="problem">
            {t('options.classes.ending', name, dayWords(ends, props.language))}
          </p>
        ))}
        <p class="to-policy">
          <a href="/classes.html">{t('options.classes.open')}</a>
        </p>
      </section>

      <section id="answers">
        <h2>{t('options.answers.title')}</h2>
        <p>{t('options.answers.intro')}</p>
        {policy.policy.allowCopyNames ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={props.copyNames === 'names'}
              onChange={({ currentTarget }) =>
                void saving(props.onCopyNames(currentTarget.checked ? 'names' : 'labels'))
              }
            />
            {t('options.answers.on')}
          </label>
        ) : (
          <p class="line">{t('options.answers.held')}</p>
        )}
      </section>

      <section id="labels">
        <h2>{t('options.labels.title')}</h2>
        <LabelTime
          w={w}
          own={teacher.vaultIdleHours ?? 0}
          limit={base.policy.vaultIdleHours}
          failed={t('options.failed')}
          onHours={(hours) => void saving(props.onIdleHours(hours))}
          onForget={props.onForget}
        />
      </section>

      <section id="tips">
        <h2>{t('options.tips.title')}</h2>
        <p>{t('options.tips.intro')}</p>
        <label class="tick">
          <input
            type="checkbox"
            checked={props.tips}
            onChange={({ currentTarget }) => void saving(props.onTips(currentTarget.checked))}
          />
          {t('options.tips.on')}
        </label>
      </section>

      <section id="sites">
        <h2>{t('options.sites.title')}</h2>
        <p>
          {t('options.sites.intro')} <a href="/gaps.html">{t('options.sites.gaps')}</a>
        </p>
        <SiteList {...{ t, sites: props.sites }} onSite={(site, on) => void saving(props.onSite(site, on))} />
      </section>

      <section id="who">
        <h2>{t('options.who.title')}</h2>
        <p>{w('who.intro')}</p>
        <WhoSet
          {...{ t, w, policy, base }}
          state={state?.name ?? ''}
          packs={props.district.packs.map(({ title }) => title)}
        />
      </section>

      <section id="counts">
        <h2 id="counts-title">{t('options.counts.title')}</h2>
        <p>{t('options.counts.intro')}</p>
        {policy.policy.retentionDays > 0 && <p>{w('counts.days', policy.policy.retentionDays)}</p>}
        {props.weeks.length > 1 && (
          <WeekChart {...{ t, weeks: lastWeeks(props.weeks, CHARTED, new Date()) }} />
        )}
        <WeekTable {...{ t, language: props.language, weeks: props.weeks, labelledBy: 'counts-title' }} />
        {props.weeks.length > 0 && <CountFiles w={w} onExport={props.onExport} />}
      </section>

      <section id="erase">
        <h2>{t('options.erase.title')}</h2>
        <p>{t('options.erase.intro')}</p>
        <p class="line">{t('options.erase.kept')}</p>
        <p>
          <button type="button" class="plain" onClick={() => void saving(props.onSaveAll())}>
            {w('all.save')}
          </button>
        </p>
        <p class="line">{w('all.what')}</p>
        <EraseAll
          words={{
            title: t('options.erase.title'),
            sure: t('options.erase.sure'),
            no: t('options.erase.no'),
            yes: t('options.erase.yes'),
            done: t('options.erase.done'),
            failed: t('options.failed'),
          }}
          onErase={async () => {
            await props.onErase();
            // What was typed but never added goes too.
            setErased(erased + 1);
          }}
        />
      </section>
      <p class="to-policy">
        <a href="/policy.html">{t('options.policy')}</a>
      </p>
      <p class="status" role="status">
        {status}
      </p>
    </main>
  );
}

function CountFiles({ w, onExport }: { w: SettingsWords; onExport(form: 'csv' | 'json'): void }) {
  return (
    <>
      <h3>{w('counts.export')}</h3>
      <p class="line">{w('counts.small')}</p>
      <p class="row">
        {(['csv', 'json'] as const).map((form) => (
          <button key={form} type="button" class="plain" onClick={() => onExport(form)}>
            {w(`counts.${form}`)}
          </button>
        ))}
      </p>
    </>
  );
}

/** A line that is read out each time, also where it is the same as before, and goes away by itself. */
function useStatus(): [string, (text: string) => void] {
  const [status, setStatus] = useState('');
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (text: string) => {
    clearTimeout(timer.current);
    setStatus('');
    timer.current = window.setTimeout(() => {
      setStatus(text);
      timer.current = window.setTimeout(() => setStatus(''), SAVED_MS);
    }, 60);
  };
  return [status, say];
}
