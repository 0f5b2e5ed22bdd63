import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../lib/locale.ts';
import { problemsIn } from '../lib/policy/edit.ts';
import type { RawPolicy } from '../lib/policy/formats/managed.ts';
import type { Targets } from '../lib/policy/formats/targets.ts';
import type { Policy } from '../lib/policy/policy.ts';
import { checksFor, SITE_CHECKS } from '../lib/policy-checks.ts';
import type { Spoken } from '../lib/words.ts';
import { PageNav } from './PageNav.tsx';
import { PolicyField, type PolicyForm, Problems } from './PolicyField.tsx';
import { PolicyOpen } from './PolicyOpen.tsx';
import { PolicySave } from './PolicySave.tsx';
import { PolicyTry, type PolicyTryProps } from './PolicyTry.tsx';
import type { PolicyWords } from './policy-words.ts';
import { useUnsaved } from './use-unsaved.ts';

export interface PolicyBuilderProps {
  t: Translate;
  w: PolicyWords;
  language: Spoken;
  /** The ids of this build, and where browsers usually get it from. */
  targets: Targets;
  /** What the detector finds in a text. */
  find: PolicyTryProps['find'];
  findPatterns: PolicyTryProps['findPatterns'];
}

/** Each field stands in one section. */
const SECTIONS = {
  rules: ['rules', 'minScore', 'aliasStyles'],
  words: ['customTerms', 'allowTerms', 'schoolNames', 'idFormats', 'staffDomains', 'customPatterns'],
  tools: [
    ...(['approvedTools', 'unapprovedAction', 'useInstead', 'useInsteadLink', 'lighterRules'] as const),
    ...(['sitesOff', 'sitesAdd'] as const),
  ],
  teachers: [
    ...([
      'allowPause',
      'allowUnchecked',
      'allowCopyNames',
      'allowCorrections',
      'privacyContact',
      'safetyContact',
      'statePack',
      'topicsOff',
    ] as const),
    ...(['language', 'welcome', 'retentionDays', 'classListDays', 'vaultIdleHours', 'packs'] as const),
  ],
} satisfies Record<string, (keyof Policy)[]>;
const SECTION_IDS = ['rules', 'words', 'tools', 'teachers'] as const;

const PLACED: string[] = [...Object.values(SECTIONS).flat(), 'locked'];

/** A form for a district's policy, with what it does to a text, and the files that browsers take. */
export function PolicyBuilder({ t, w, language, targets: own, find, findPatterns }: PolicyBuilderProps) {
  const [policy, setPolicy] = useState<RawPolicy>({});
  const [targets, setTargets] = useState(own);
  const [dirty, setDirty] = useState(false);
  // A form that was filled by a file is built anew: its boxes hold what was typed, also what counts for nothing.
  const [opened, setOpened] = useState(0);
  useUnsaved(dirty);
  const [checks, setChecks] = useState(SITE_CHECKS);
  const { customPatterns } = policy;
  useEffect(() => {
    checksFor({ customPatterns }).then(setChecks, () => {});
  }, [customPatterns]);
  const problems = problemsIn(policy, checks);
  const form: PolicyForm = {
    ...{ t, w, language, policy, problems },
    onChange: (changed) => {
      setPolicy(changed);
      setDirty(true);
    },
  };
  const unknown = [...problems].filter(([field]) => !PLACED.includes(field)).flatMap(([, all]) => all);
  return (
    <main class="page policy">
      <PageNav here={null} language={language} />
      <h1>{w('title')}</h1>
      <p class="lead">{w('intro')}</p>
      <p class="line">{w('private')}</p>
      <nav aria-label={w('on-page')}>
        {[...SECTION_IDS, 'try' as const, 'save' as const].map((id) => (
          <a key={id} href={`#${id}`}>
            {w(`section.${id}`)}
          </a>
        ))}
      </nav>
      <PolicyOpen
        {...{ w, language, targets }}
        replaces={Object.keys(policy).length > 0}
        onUse={(taken, from) => {
          setPolicy(taken ?? policy);
          setTargets(from);
          setDirty(false);
          setOpened(opened + 1);
        }}
      />
      {SECTION_IDS.map((id) => (
        <section key={`${id} ${opened}`} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{w(`section.${id}`)}</h2>
          {SECTIONS[id].map((field) => (
            <PolicyField key={field} {...form} field={field} />
          ))}
        </section>
      ))}
      {unknown.length > 0 && (
        <section aria-labelledby="unknown">
          <h2 id="unknown">{w('unknown')}</h2>
          <Problems {...form} problems={unknown} />
        </section>
      )}
      <PolicyTry {...{ t, w, policy, find, findPatterns }} />
      <PolicySave
        {...{ w, policy, targets, problems: problems.size }}
        onTargets={setTargets}
        onSaved={() => setDirty(false)}
      />
    </main>
  );
}
