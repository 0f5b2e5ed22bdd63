import type { Memory } from '../../lib/choices.ts';
import type { Outcome } from '../../lib/messages.ts';
import type { Vault } from '../../lib/settle.ts';
import type { besideOf } from './beside.ts';

/** Where a draft or files are reviewed. */
export interface Stage {
  app: Element;
  /** The tab that the draft is of. */
  tabId: number;
  vault: Vault;
  remembered(address: string): Promise<{ memory: Memory; notPeople: string[] }>;
  beside: typeof besideOf;
  /** Something is to be shown. Resolves when the page is in sight: what is drawn before could not take the focus. */
  ask(): Promise<void>;
  end(outcome: Outcome): void;
  /** Something lies over the buttons. */
  covered(): void;
}
