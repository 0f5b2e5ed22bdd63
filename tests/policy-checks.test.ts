import { expect, test } from 'vitest';
import { checksFor, SITE_CHECKS, withAllProblems } from '../lib/policy-checks.ts';

test('the library for patterns is brought only where a policy has some', async () => {
  expect(await checksFor({ sitesOff: ['chatgpt'] }, undefined, 7)).toBe(SITE_CHECKS);
  const { faultOf } = await checksFor({}, { customPatterns: ['('] });
  expect(faultOf?.('LC-(')).toContain('missing');
});

test('problems of a policy in force: each once, by its place, with who set it', async () => {
  const { policy, problems } = await withAllProblems({
    district: {
      sitesOff: ['chatgtp', 'claude'],
      approvedTools: [{ site: 'gemni', tier: 'fine' }],
      customPatterns: ['LC-\\d', 'KD-(', '.*'],
      rules: { email: 'shout' },
    },
    teacher: { customPatterns: ['QX-['] },
  });
  expect(problems).toEqual([
    { field: 'rules.email', source: 'district' },
    { field: 'customPatterns.2', source: 'district' },
    { field: 'approvedTools.0', source: 'district', near: 'gemini' },
    { field: 'sitesOff.0', source: 'district', near: 'chatgpt' },
    { field: 'customPatterns.1', source: 'district' },
    { field: 'customPatterns.0', source: 'teacher' },
  ]);
  // The other values of a field hold.
  expect(policy.sitesOff).toContain('claude');
});

test('a policy without a mistake has no problem', async () => {
  const district = { sitesOff: ['chatgpt', 'chat.example.org'], sitesAdd: ['huggingchat'], packs: ['{}'] };
  const { problems, sources, policy } = await withAllProblems({ district, teacher: {} });
  expect(problems).toEqual([]);
  expect(sources.packs).toBe('district');
  expect(policy).not.toHaveProperty('packs');
});
