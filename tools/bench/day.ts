/**
 * How often a teacher is asked in a day: `npm run bench:day`. The day is `tests/bench/day.json`, 80 pastes in 5
 * conversations. The teacher of the script takes the swaps as they are, each time. What is asked and remembered is
 * decided by the product's own code; only the browser is left out.
 */
import { readFileSync } from 'node:fs';
import { type Memory, NO_MEMORY, remembered } from '../../lib/choices.ts';
import type { Detector } from '../../lib/detect/detect.ts';
import { decide, isAlarm } from '../../lib/policy/decide.ts';
import { mergePolicies } from '../../lib/policy/merge.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { memoryVault } from '../../lib/practice/memory-vault.ts';
import { ReviewSession } from '../../lib/review-session.ts';
import { settle } from '../../lib/settle.ts';
import { loadDetector } from '../load-detector.ts';

interface Day {
  teacher: { name: string; emails: string[]; phones: string[] };
  conversations: { pastes: string[] }[];
  /** Conversation and paste, in the order of the day. */
  order: [number, number][];
}

interface Kind {
  name: string;
  /** The teacher has said who the teacher is. */
  me: boolean;
  /** Choices are remembered. */
  remember: boolean;
  /** The teacher takes up the offer to swap names without asking. */
  withoutAsking: boolean;
}

interface Counted {
  dialogs: number;
  notices: number;
  untouched: number;
}

const KINDS: Kind[] = [
  { name: 'nothing is remembered', me: false, remember: false, withoutAsking: false },
  { name: 'choices are remembered', me: false, remember: true, withoutAsking: false },
  { name: '… and the teacher is known', me: true, remember: true, withoutAsking: false },
  { name: '… and the offer is taken up', me: true, remember: true, withoutAsking: true },
];

async function walk(day: Day, detector: Detector, kind: Kind): Promise<Counted> {
  const { name, emails, phones } = day.teacher;
  const me = kind.me ? { names: [name], emails, phones } : undefined;
  const policy: EffectivePolicy = mergePolicies({ district: {}, teacher: {}, me });
  const memories = new Map<number, Memory>();
  const vault = memoryVault();
  const counted: Counted = { dialogs: 0, notices: 0, untouched: 0 };
  for (const [conversation, paste] of day.order) {
    const text = day.conversations[conversation]!.pastes[paste]!;
    const findings = detector.detect(text);
    const memory = memories.get(conversation) ?? NO_MEMORY;
    if (!decide(text, findings, policy).some(isAlarm)) {
      counted.untouched += 1;
      continue;
    }
    const draft = { text, findings, policy, memory, hidden: 'none' as const, files: false };
    const settled = kind.remember ? await settle(draft, vault) : { kind: 'ask' };
    if (settled.kind !== 'ask') {
      counted.notices += 1;
      continue;
    }
    counted.dialogs += 1;
    const session = new ReviewSession(draft, { vault, detect: async () => null, changed: () => {} });
    await session.refresh();
    session.withoutAsking = kind.withoutAsking && session.mayOffer;
    memories.set(conversation, remembered(memory, session.ended()));
  }
  return counted;
}

const day = JSON.parse(readFileSync(new URL('../../tests/bench/day.json', import.meta.url), 'utf8')) as Day;
const detector = loadDetector();
const per100 = (count: number) => ((100 * count) / day.order.length).toFixed(1);
console.log(`${day.order.length} pastes in ${day.conversations.length} conversations; per 100 pastes:\n`);
console.log('| the teacher is asked as if | dialogs | notices | not touched |\n| --- | --- | --- | --- |');
for (const kind of KINDS) {
  const { dialogs, notices, untouched } = await walk(day, detector, kind);
  console.log(`| ${kind.name} | ${per100(dialogs)} | ${per100(notices)} | ${per100(untouched)} |`);
}
