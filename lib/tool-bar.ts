/** The bar on a tool that the district has not listed or not reviewed: when it stands, and what it says. */
import type { NoticeWord } from './notices.ts';
import { showBar } from './page/bar.ts';
import type { PolicyInForce } from './policy/policy.ts';
import { holdsAll, insteadOf, isUnapproved } from './policy/tools.ts';
import type { Stand } from './stand.ts';

/** Where it was closed today, by the ids of sites. */
export interface ClosedBars {
  isClosed(siteId: string): Promise<boolean>;
  close(siteId: string): Promise<void>;
}

/**
 * Keeps the bar of this page as the policy has it.
 * @returns to be called with the policy and how the page stands, now and after each change
 */
export function keepToolBar(
  words: (word: NoticeWord) => string,
  bars: ClosedBars,
): (policy: PolicyInForce, stand: Stand | null) => Promise<void> {
  /** What it says, and how to take it away. */
  let shown = { key: '', remove: () => {} };
  let asked = 0;
  return async (policy, stand) => {
    asked += 1;
    const turn = asked;
    const bar = await barFor(policy, stand);
    // What was asked for later is newer.
    const key = bar ? JSON.stringify(bar) : '';
    if (turn !== asked || key === shown.key) return;
    shown.remove();
    shown = { key, remove: bar ? showBar(withClose(bar)) : () => {} };
  };

  async function barFor(policy: PolicyInForce, stand: Stand | null) {
    if (!stand || !isUnapproved(stand.tier)) return null;
    const siteId = stand.site.id;
    const stays = holdsAll(policy, stand.tier);
    if (!stays && (await bars.isClosed(siteId).catch(() => false))) return null;
    const says = words(`bar.${stays ? 'hold' : 'nudge'}.${stand.tier}`);
    const text = `${says} ${insteadWords(words, policy)}`.trim();
    const href = policy.useInsteadLink;
    return { text, link: href ? { label: words('bar.open'), href } : null, closes: stays ? null : siteId };
  }

  function withClose({ text, link, closes }: NonNullable<Awaited<ReturnType<typeof barFor>>>) {
    const run = () => {
      shown = { key: '', remove: () => {} };
      if (closes !== null) void bars.close(closes).catch(() => {});
    };
    return { text, link, close: closes === null ? null : { label: words('bar.close'), run } };
  }
}

/** What to use instead, as a sentence; empty where the district does not say. */
export function insteadWords(words: (word: NoticeWord) => string, policy: PolicyInForce): string {
  const what = insteadOf(policy);
  return what && words('use-instead').replace('{0}', () => what);
}
