/** What is taught beside a draft. All of it comes a moment later than what must be there at once, and may fail unseen. */
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Prompt } from '../../lib/learn/prompt.ts';
import { type AnyTip, tipFor, withoutTopics } from '../../lib/learn/tip.ts';
import { isDirect } from '../../lib/policy/defaults.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { bySeverity, type Item } from '../../lib/review-plan.ts';
import { languageOf } from '../../lib/store/language.ts';
import { markShown, readShown, today, wantsTips } from '../../lib/store/tips.ts';
import { spoken } from '../../lib/words.ts';

/** What stands beside a draft: a tip, prompts that ask for the same and name nobody, and a note on fairness. */
export interface Beside {
  tip: AnyTip | null;
  prompts: Prompt[];
  Fairness: typeof import('../../components/BiasNote.tsx').BiasNote | null;
}

export const NOTHING_BESIDE: Beside = { tip: null, prompts: [], Fairness: null };

export async function besideOf(text: string, items: Item[], policy: EffectivePolicy): Promise<Beside> {
  const found = bySeverity(items);
  // Beside a child in danger nothing else is taught.
  if (found.includes('safety')) return NOTHING_BESIDE;
  const isOff = policy.policy.topicsOff.includes('bias');
  const fairness = isOff ? null : await import('../../components/BiasNote.tsx').catch(() => null);
  // One thing to think about at a time.
  const isFair = !fairness?.adviceOf(text, items).length;
  const [tip, prompts] = await Promise.all([
    isFair ? nextTip(policy, found).catch(() => null) : null,
    promptsBeside(text, policy).catch(() => []),
  ]);
  requestIdleCallback(() => void lookThroughPacks().catch(() => {}), { timeout: BUSY_MS });
  return { tip, prompts, Fairness: fairness?.BiasNote ?? null };
}

/**
 * The tip whose turn it is, which then counts as shown.
 * @param found the categories that it shall fit, the most severe first; null for one that gives away nothing: about names
 *   and numbers only
 */
export async function nextTip(inForce: EffectivePolicy, found: CategoryId[] | null): Promise<AnyTip | null> {
  if (!(await wantsTips())) return null;
  const allowed = withoutTopics(await tipsWithPacks(languageOf(inForce)), inForce.policy.topicsOff);
  const plain = allowed.filter(({ categories }) => categories.every(isDirect));
  const tips = found ? allowed : plain;
  const shown = await readShown(tips.map(({ id }) => id));
  const next = tipFor(tips, found ?? plain.flatMap(({ categories }) => categories), shown, today());
  if (next) await markShown(next.id);
  return next;
}

/** A busy machine has no idle time. */
const BUSY_MS = 3000;

/** Packs of the district that nobody has looked through yet: that takes longer than this review waits. Their tips come next time. */
async function lookThroughPacks(): Promise<void> {
  const { checkDistrictPacks } = await import('../../lib/store/district-packs.ts');
  await checkDistrictPacks();
}

/** The tips of a language, with those that the teacher, a colleague or the district has added. */
async function tipsWithPacks(language: string): Promise<AnyTip[]> {
  const [{ tipsIn }, [{ withPackTips }, { readPacks }]] = await Promise.all([curriculum(), shelf()]);
  return withPackTips(tipsIn(language), await readPacks().catch(() => []), spoken(language));
}

/** Prompts that ask for what the draft asks for, and name nobody. */
async function promptsBeside(text: string, inForce: EffectivePolicy): Promise<Prompt[]> {
  const [{ promptsFor }, [, { readPacks }]] = await Promise.all([
    import('../../lib/learn/prompts.ts'),
    shelf(),
  ]);
  return promptsFor(text, languageOf(inForce), await readPacks().catch(() => []), inForce.policy.topicsOff);
}

const shelf = () => Promise.all([import('../../lib/learn/pack.ts'), import('../../lib/store/own-pack.ts')]);

/** Too much for what must be there at once; a page that is made ready has it before it is needed. */
export const curriculum = () => import('../../lib/learn/curriculum.ts');
