/** Family stays linked: words for kin stay, the child keeps one label, and each adult has one of their own. */
import { describe, expect, test } from 'vitest';
import { unpackDigest } from '../lib/class-list/digest.ts';
import { digestOf } from '../lib/class-list/digest-of.ts';
import { decide } from '../lib/policy/decide.ts';
import { addListed } from '../lib/policy/listed.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import { memoryVault } from '../lib/practice/memory-vault.ts';
import type { Alias } from '../lib/redact/alias.ts';
import { redact } from '../lib/redact/redact.ts';
import { restoreAliases } from '../lib/redact/restore.ts';
import { writingOf } from '../lib/redact/written.ts';
import { itemsOf, labelRequests, swapsOf, withLabels } from '../lib/review-plan.ts';
import { detector } from './detect/load.ts';

const policy = mergePolicies({ district: {}, teacher: {} });
const writing = writingOf(policy);
const FAMILY = unpackDigest(
  digestOf(
    [
      { id: 'm', first: 'Maya', last: 'Lopez', family: ['Rosa Lopez'] },
      { id: 'l', first: 'Leo', last: 'Lopez', family: ['Rosa Lopez'] },
    ],
    [1, 2],
  ),
);

/** Swaps drafts one after the other, as in one session. */
async function swapAll(drafts: string[], digest: typeof FAMILY | null = null) {
  const vault = memoryVault();
  const known: Alias[] = [];
  const swapped: string[] = [];
  for (const text of drafts) {
    const findings = addListed(text, detector.detect(text), digest, policy.policy, detector.kindOfWord);
    const items = itemsOf(text, decide(text, findings, policy), writing);
    const aliases = await vault.assign(labelRequests(text, items, writing), text);
    known.push(...aliases);
    swapped.push(redact(text, swapsOf(text, withLabels(items, aliases), writing)).text);
  }
  return { swapped, known };
}

describe('family in a draft', () => {
  const drafts = [
    "Maya Lopez was absent again. I called Maya's mother Rosa Lopez, and Maya's dad Luis Lopez will come on Monday.",
    "Please write to Rosa Lopez that Maya's reading is better.",
  ];

  test('keeps its words for kin, and each person keeps one label', async () => {
    const { swapped } = await swapAll(drafts);
    expect(swapped).toEqual([
      "[Student 1] was absent again. I called [Student 1]'s mother [Adult 1], and [Student 1]'s dad [Adult 2] will come on Monday.",
      "Please write to [Adult 1] that [Student 1]'s reading is better.",
    ]);
  });

  test('comes back in an answer, in whatever language it links them', async () => {
    const { known } = await swapAll(drafts);
    const answer =
      "[Student 1]'s mother, [Adult 1], and [Student 1]'s father [Adult 2] came. La mamá de [Estudiante 1] es [Adulto 1]. [Student 1]'s mother called.";
    const { text, unknown } = restoreAliases(answer, known);
    expect(text).toBe(
      "Maya Lopez's mother, Rosa Lopez, and Maya Lopez's father Luis Lopez came. La mamá de Maya Lopez es Rosa Lopez. Maya Lopez's mother called.",
    );
    expect(unknown).toEqual([]);
  });

  test('of a class list is no student, and siblings of one name stay two', async () => {
    const { swapped } = await swapAll(["rosa lopez is Maya Lopez's mom. Leo Lopez is her brother."], FAMILY);
    expect(swapped).toEqual(["[Adult 1] is [Student 1]'s mom. [Student 2] is her brother."]);
  });
});
