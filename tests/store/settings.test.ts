import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { withChoice, withTerms } from '../../lib/policy/rule-choices.ts';
import {
  changeCorrections,
  changeMe,
  changeTeacherPolicy,
  readBasePolicy,
  readCorrections,
  readLastDistrict,
  readLayers,
  readMe,
  readPolicy,
  readSharedPolicy,
  rememberDistrict,
  watchPolicy,
} from '../../lib/store/settings.ts';

const stored = async (key: string) => (await browser.storage.local.get(key))[key];

test('changes made at the same time are all stored, beside what is not known', async () => {
  await browser.storage.local.set({ policy: { future: 1, rules: { email: 'off', 'new-kind': 'off' } } });
  await Promise.all([
    changeTeacherPolicy((now) => withChoice(now, 'phone', { rule: 'block', usual: false })),
    changeTeacherPolicy((now) => withTerms(now, 'customTerms', ['Bluebird'], [])),
    changeTeacherPolicy((now) => withTerms(now, 'customTerms', ['Kite'], [])),
  ]);
  expect(await stored('policy')).toEqual({
    future: 1,
    rules: { email: 'off', 'new-kind': 'off', phone: 'block' },
    customTerms: ['Bluebird', 'Kite'],
  });
});

test('a change that fails stores nothing and stops no other', async () => {
  await browser.storage.local.set({ policy: { rules: { email: 'off' } } });
  const failing = changeTeacherPolicy(() => {
    throw new Error('no');
  });
  const next = changeTeacherPolicy((now) => withTerms(now, 'allowTerms', ['Roary'], []));
  await expect(failing).rejects.toThrow('no');
  await next;
  expect(await stored('policy')).toEqual({ rules: { email: 'off' }, allowTerms: ['Roary'] });
});

test('what is known of the teacher grows by each change', async () => {
  await Promise.all([
    changeMe((me) => ({ ...me, names: [...me.names, 'Dana Whitfield'] })),
    changeMe((me) => ({ ...me, names: [...me.names, 'D. Whitfield'] })),
  ]);
  expect(await readMe()).toEqual({ names: ['Dana Whitfield', 'D. Whitfield'], emails: [], phones: [] });
});

test('what was said of names for good holds for pastes, and what stays is not kept for what others will read', async () => {
  let told: unknown;
  await watchPolicy(({ corrections }) => {
    told = corrections;
  });
  await Promise.all([
    changeCorrections((now) => ({ ...now, never: [...now.never, 'Hope'] })),
    changeCorrections((now) => ({ ...now, keep: [...now.keep, 'Emma Whitfield'] })),
  ]);
  const all = { never: ['Hope'], keep: ['Emma Whitfield'] };
  expect([await readCorrections(), (await readPolicy()).corrections]).toEqual([all, all]);
  await vi.waitFor(() => expect(told).toEqual(all));
  expect((await readSharedPolicy()).corrections).toEqual({ never: ['Hope'], keep: [] });
  await browser.storage.managed.set({ allowCorrections: false });
  expect([await readCorrections(), (await readPolicy()).corrections]).toEqual([all, { never: [], keep: [] }]);
});

test('the policy without the teacher is the one of the district', async () => {
  await browser.storage.managed.set({ rules: { phone: 'block' } });
  await browser.storage.local.set({ policy: { rules: { email: 'off' } } });
  const [base, policy] = await Promise.all([readBasePolicy(), readPolicy()]);
  expect([base.policy.rules.email, base.policy.rules.phone]).toEqual(['review', 'block']);
  expect([policy.policy.rules.email, policy.policy.rules.phone]).toEqual(['off', 'block']);
});

test('packs are read by who shows them, and neither a guard nor the copy of what the district said has them', async () => {
  const district = { allowPause: false, packs: ['{"title":"Volcano night"}'] };
  await browser.storage.managed.set(district);
  await rememberDistrict();
  const heard: unknown[] = [await readPolicy(), await readLastDistrict()];
  await watchPolicy((policy) => heard.push(policy));
  expect(heard.length).toBeGreaterThan(2);
  expect(JSON.stringify(heard)).not.toContain('Volcano');
  for (const one of heard) expect(JSON.stringify(one)).toContain('"allowPause":false');
  expect((await readLayers()).district).toEqual(district);
});
