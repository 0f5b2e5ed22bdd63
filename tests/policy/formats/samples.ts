// biome-ignore-all lint/suspicious/noThenProperty: the action of a rule whose condition holds; no rule is ever awaited.
import type { Targets } from '../../../lib/policy/formats/targets.ts';

/** Ids that differ from browser to browser, as those of stores do. */
export const TARGETS: Targets = {
  chrome: { id: 'a'.repeat(32), url: 'https://clients2.google.com/service/update2/crx' },
  edge: { id: 'b'.repeat(32), url: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx' },
  firefox: { id: 'chalkline@example.org', url: 'https://files.example.org/chalkline.xpi' },
};

/** A policy with a value of every kind, and with what has to be written with care. */
export const SAMPLE = {
  rules: { email: 'block', school: { when: 'combined', then: 'review', else: 'note' } },
  minScore: { 'person-name': 0.45 },
  allowTerms: ['Bluebirds', 'The "Comets" \\ Room 5'],
  customTerms: [],
  schoolNames: ['Escuela Año Nuevo', "O'Neil ‘High’"],
  approvedTools: [
    { site: 'chatgpt', tier: 'agreement' },
    { site: '*.example.org', tier: 'not-reviewed' },
  ],
  useInstead: 'Ask the office:\n(555) 555-0142 <day & night>',
  allowPause: false,
  retentionDays: 90,
  language: null,
  locked: ['email', 'person-name/staff'],
};

/** The same as a browser gets it. */
export const MANAGED = {
  rules: { email: 'block', school: 'review when combined, else note' },
  minScore: { 'person-name': 0.45 },
  allowTerms: SAMPLE.allowTerms,
  schoolNames: SAMPLE.schoolNames,
  approvedTools: SAMPLE.approvedTools,
  useInstead: SAMPLE.useInstead,
  allowPause: false,
  retentionDays: 90,
  locked: SAMPLE.locked,
  fields: [
    ...['rules', 'minScore', 'allowTerms', 'schoolNames', 'approvedTools', 'useInstead', 'allowPause'],
    ...['retentionDays', 'locked'],
  ],
};
