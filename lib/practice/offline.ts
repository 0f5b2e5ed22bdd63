/**
 * What the background does for a guard and its review, without an extension: in the practice folder that opens from a
 * USB stick. All of it in the memory of the page; `reset` forgets it.
 */
import { type Memory, NO_MEMORY, remembered } from '../choices.ts';
import type { Answers, Message } from '../messages.ts';
import { type Corrections, type Me, NO_CORRECTIONS, NOBODY } from '../policy/corrections.ts';
import { mergePolicies } from '../policy/merge.ts';
import type { EffectivePolicy } from '../policy/policy.ts';
import type { Vault } from '../settle.ts';
import { memoryVault } from './memory-vault.ts';

interface Session {
  vault: Vault;
  memory: Memory;
  notPeople: string[];
  me: Me;
  corrections: Corrections;
  customTerms: string[];
  /** What a page of ours keeps for itself, such as which tips were shown. */
  kept: Record<string, unknown>;
}

const newSession = (): Session => ({
  vault: memoryVault(),
  memory: NO_MEMORY,
  notPeople: [],
  me: NOBODY,
  corrections: NO_CORRECTIONS,
  customTerms: [],
  kept: {},
});

export class OfflineBackground {
  private session = newSession();

  /** The rules that everybody starts with, and who the teacher is. */
  policy(): EffectivePolicy {
    const { me, notPeople, corrections, customTerms } = this.session;
    return { ...mergePolicies({ district: {}, teacher: { customTerms }, me, corrections }), notPeople };
  }

  /** Forgets everything that was said and swapped. */
  reset(): void {
    this.session = newSession();
  }

  /** What was kept under these keys, as `storage.local.get` has it. */
  read(keys: string | string[]): Record<string, unknown> {
    const { kept } = this.session;
    return Object.fromEntries([keys].flat().flatMap((key) => (key in kept ? [[key, kept[key]]] : [])));
  }

  /** Keeps values until it is reset. */
  keep(values: Record<string, unknown>): void {
    Object.assign(this.session.kept, values);
  }

  /** Answers as the background does. @returns undefined for what only an extension can do */
  async answer(message: Message): Promise<Answers[keyof Answers] | undefined> {
    const { session } = this;
    switch (message.type) {
      case 'guard-hello':
        return { pausedUntil: 0, welcome: false };
      case 'review-redeem':
        return { tabId: -1, guard: null };
      case 'memory-read':
        return { memory: session.memory, notPeople: session.notPeople };
      case 'memory-keep':
        session.memory = remembered(session.memory, message.ended);
        return true;
      case 'not-a-person':
        session.notPeople = [...session.notPeople, ...message.names];
        return true;
      case 'me-add':
        session.me = {
          names: [...session.me.names, ...message.me.names],
          emails: [...session.me.emails, ...message.me.emails],
          phones: [...session.me.phones, ...message.me.phones],
        };
        return true;
      case 'corrections-add':
        session.corrections = {
          never: [...session.corrections.never, ...message.more.never],
          keep: [...session.corrections.keep, ...message.more.keep],
        };
        return true;
      case 'term-add':
        session.customTerms = [...session.customTerms, message.term];
        return true;
      case 'labels-look-up':
        return session.vault.lookUp(message.requests, message.here);
      case 'labels-assign':
        return session.vault.assign(message.requests, message.draft);
      case 'hide-details':
      case 'keep-line':
      case 'counts-add':
      case 'details-noted':
      case 'conversation-moved':
      case 'guard-needs-detector':
        return true;
      default:
        return undefined;
    }
  }
}
