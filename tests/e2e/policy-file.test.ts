/** The Linux files of the policy builder in a real Chromium: one installs the extension, and of the other every field arrives. */
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../lib/policy/defaults.ts';
import { managedPolicy } from '../../lib/policy/formats/managed.ts';
import { writeFile } from '../../lib/policy/formats/write-file.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import { FLAGGED } from './editor-suite.ts';
import { launchWithPolicyFile } from './managed-browser.ts';

const POLICY = {
  rules: {
    email: 'redact',
    school: 'review when combined, else note',
    'person-name/staff': 'off',
    'student-id': 'block',
  },
  minScore: { 'person-name': 0.4, safety: 0.3 },
  aliasStyles: { school: 'generalize', 'person-name': 'label' },
  allowTerms: ['Heron “Blue” \\ Club'],
  customTerms: ['Project Kite'],
  customPatterns: ['CASE-\\d{6}'],
  idFormats: ['S-#####'],
  schoolNames: ['Bluebird Middle School', 'Escuela Peñón'],
  staffDomains: ['staff.example.org'],
  approvedTools: [
    { site: 'gemini', tier: 'agreement' },
    { site: '*.example.org', tier: 'approved' },
    { site: 'chatgpt', tier: 'approved' },
  ],
  useInstead: 'Gemini with your school account',
  useInsteadLink: 'https://ai.example.org/tools',
  unapprovedAction: 'hold',
  lighterRules: { school: 'off' },
  sitesOff: ['claude'],
  sitesAdd: ['chat.example.org'],
  allowPause: false,
  allowUnchecked: false,
  allowCopyNames: false,
  allowCorrections: false,
  topicsOff: ['grading', 'bias'],
  statePack: 'IL',
  retentionDays: 30,
  classListDays: 60,
  vaultIdleHours: 12,
  privacyContact: 'Privacy office, (555) 010-0142',
  safetyContact: 'Student services, (555) 010-0117',
  language: 'en',
  packs: ['{"format":"chalkline-pack","version":1}'],
  welcome: 'off',
  locked: ['student-id', 'allowPause'],
};

test('what the builder writes for Linux is accepted, and nothing of it is lost', async () => {
  expect(Object.keys(POLICY).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort());
  const browser = await launchWithPolicyFile(({ id, updateUrl: url }) => {
    const target = { id, url };
    const targets = { chrome: target, edge: target, firefox: target };
    const read = (format: 'install-chrome' | 'linux') => JSON.parse(writeFile(format, POLICY, targets).text);
    return { ...read('install-chrome'), ...read('linux') };
  });
  try {
    const read = await (await browser.worker()).evaluate(() => chrome.storage.managed.get());
    expect(read).toEqual(managedPolicy(POLICY));
    const { policy, problems } = mergePolicies({ district: read, teacher: {} });
    expect(problems).toEqual([]);
    expect(policy).toEqual(mergePolicies({ district: POLICY, teacher: {} }).policy);

    const tab = await browser.open('prosemirror-chatgpt');
    await tab.start('');
    await tab.paste(FLAGGED);
    const review = await tab.review();
    await review.getByRole('button', { name: 'Use swapped text' }).waitFor();
    expect(await review.getByRole('button', { name: 'Use original' }).count()).toBe(0);
  } finally {
    await browser.close();
  }
});
