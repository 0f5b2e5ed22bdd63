/** Reads what the district and the teacher have set. Policy is computed on each read and never written back. */
import { browser } from 'wxt/browser';
import { mergePolicies } from '../policy/merge.ts';
import type { EffectivePolicy } from '../policy/policy.ts';

const TEACHER = 'policy';
/** What the district said when it was last read. A browser takes seconds to read its policies at start. */
const LAST_DISTRICT = 'last-district-policy';

/** What the district manages; nothing where there is no policy (Firefox rejects then). */
async function readDistrict(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

async function readTeacher(): Promise<unknown> {
  return (await browser.storage.local.get(TEACHER))[TEACHER] ?? {};
}

/** The policy in force now. Waits for the browser to have read its policies. */
export async function readPolicy(): Promise<EffectivePolicy> {
  const [district, teacher] = await Promise.all([readDistrict(), readTeacher()]);
  return mergePolicies({ district, teacher });
}

/**
 * Calls `tell` with the policy in force, now and after each change: a managed policy may come late, or live. Just
 * after the browser's start the first call may hold what the district said last time.
 */
export async function watchPolicy(tell: (policy: EffectivePolicy) => void): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && TEACHER in changes)) void readPolicy().then(tell);
  });
  let read = false;
  const current = readPolicy().then((policy) => {
    read = true;
    tell(policy);
  });
  const { [LAST_DISTRICT]: district, [TEACHER]: teacher } = await browser.storage.local.get([
    LAST_DISTRICT,
    TEACHER,
  ]);
  if (!read && district) tell(mergePolicies({ district, teacher: teacher ?? {} }));
  return current;
}

/** Keeps a copy of what the district says for the first paste after the next start. Background only. */
export async function rememberDistrict(): Promise<void> {
  await browser.storage.local.set({ [LAST_DISTRICT]: await readDistrict() });
}
