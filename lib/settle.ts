/** Settles a draft by what was chosen before, where nothing in it is left to ask. */
import { type Beside, type Memory, mustAsk } from './choices.ts';
import type { Finding } from './detect/finding.ts';
import type { Counts } from './messages.ts';
import { decide, isAlarm } from './policy/decide.ts';
import { isSensitive } from './policy/defaults.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import type { GivenAlias } from './redact/alias.ts';
import { redact } from './redact/redact.ts';
import type { AliasRequest, LookedUp } from './redact/vault.ts';
import { writingOf } from './redact/written.ts';
import {
  countsOf,
  type Item,
  itemsOf,
  labelRequests,
  NOTHING_SAID,
  planOf,
  requestOf,
  swapsOf,
  wantsStandIn,
  withLabels,
} from './review-plan.ts';

export interface Settling extends Beside {
  text: string;
  findings: Finding[];
  policy: EffectivePolicy;
  memory: Memory;
}

/** The vault, from near or far. */
export interface Vault {
  /** `here`: the labels of the conversation. */
  lookUp(requests: AliasRequest[], here: string[]): Promise<LookedUp[]>;
  assign(requests: AliasRequest[], draft: string): Promise<GivenAlias[]>;
}

/** `clean`: goes in as it was. `swapped`: `text` goes in, with `count` details swapped. */
export type Settled =
  | { kind: 'ask' }
  | { kind: 'clean' }
  | { kind: 'swapped'; text: string; count: number; counts: Counts };

/** Whom items of a draft are to the vault, by their keys. Sensitive statements are nobody to it. */
export async function lookUpItems(
  text: string,
  items: Item[],
  memory: Memory,
  vault: Vault,
): Promise<[string, LookedUp][]> {
  const asked = items.filter(({ category }) => !isSensitive(category));
  if (asked.length === 0) return [];
  const found = await vault.lookUp(
    asked.map((item) => requestOf(text, item)),
    Object.keys(memory.choices),
  );
  return asked.map(({ key }, i) => [key, found[i]!]);
}

/** What happens to a draft that has an alarm. */
export async function settle(draft: Settling, vault: Vault): Promise<Settled> {
  const { text, findings, policy, memory, hidden } = draft;
  const decisions = decide(text, findings, policy);
  if (hidden === 'none' && !decisions.some(isAlarm)) return { kind: 'clean' };
  const writing = writingOf(policy);
  const lookedUp = await lookUpItems(text, itemsOf(text, decisions, writing), memory, vault);
  const items = planOf(text, decisions, NOTHING_SAID, memory, new Map(lookedUp), writing);
  if (mustAsk(items, decisions, memory, draft)) return { kind: 'ask' };
  if (!items.some(({ swap }) => swap)) return { kind: 'clean' };
  // Whoever was chosen before has a label, and the vault learns nothing from a second time: it need not be asked.
  const known = items.map((item) =>
    item.chosen && item.as && item.label === null && !wantsStandIn(item, writing)
      ? { ...item, label: item.as }
      : item,
  );
  const requests = labelRequests(text, known, writing);
  const labelled = withLabels(known, requests.length > 0 ? await vault.assign(requests, text) : []);
  return {
    kind: 'swapped',
    text: redact(text, swapsOf(text, labelled, writing)).text,
    count: labelled.filter(({ swap }) => swap).length,
    counts: countsOf(labelled),
  };
}
