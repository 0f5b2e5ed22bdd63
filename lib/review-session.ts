/**
 * One review from its first look to its end: the draft as it is edited, what the teacher says, and the items that come
 * out of both. Knows no browser: whom a name means and which labels there are it asks `parts.vault`.
 */
import { choicesOf, type Ended, type Memory, mayOffer } from './choices.ts';
import type { Finding, Span } from './detect/finding.ts';
import { type Me, NO_CORRECTIONS, NOBODY } from './policy/corrections.ts';
import { decide } from './policy/decide.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import { withLine } from './redact/keep-line.ts';
import { redact } from './redact/redact.ts';
import type { LookedUp } from './redact/vault.ts';
import { type Writing, writingOf } from './redact/written.ts';
import {
  type Item,
  keepLineFor,
  labelRequests,
  marksOf,
  NOTHING_SAID,
  planOf,
  type Said,
  swapsOf,
  withLabels,
} from './review-plan.ts';
import { lookUpItems, type Vault } from './settle.ts';

export interface SessionParts {
  vault: Vault;
  /** Looks for details in an edited draft; null where it was edited again meanwhile. */
  detect(text: string): Promise<Finding[] | null>;
  /** Something changed that is to be shown. */
  changed(): void;
}

/** Who was called no person in a review. */
export interface LeftOut {
  names: string[];
  /** From now on, and not only until the browser closes. */
  forGood: boolean;
}

export class ReviewSession {
  text: string;
  items: Item[] = [];
  said: Said = NOTHING_SAID;
  readonly memory: Memory;
  /** How the text is written. */
  readonly writing: Writing;
  readonly mayOffer: boolean;
  /** Who was called no person in this review, the first one first. */
  left: LeftOut[] = [];
  /** Keys of items about which something was said for good in this review. */
  readonly forGood = new Set<string>();
  /** The teacher has taken up the offer to swap names without asking. */
  withoutAsking = false;
  /** The teacher wants the line that asks an AI to keep labels. */
  wantsLine = false;
  private readonly original: string;
  private findings: Finding[];
  private policy: EffectivePolicy;
  private readonly parts: SessionParts;
  private readonly lookedUp = new Map<string, LookedUp>();
  private readonly labels = new Map<string, Pick<Item, 'label' | 'standIn'>>();
  private last: Promise<void> = Promise.resolve();
  /** The text as the teacher has written it, which may not be checked yet. */
  private written: string;
  private editing: Promise<void> = Promise.resolve();
  private corrected = false;

  constructor(
    draft: {
      text: string;
      findings: Finding[];
      policy: EffectivePolicy;
      memory: Memory;
      inFile?: boolean;
    },
    parts: SessionParts,
  ) {
    this.text = draft.text;
    this.original = draft.text;
    this.written = draft.text;
    this.findings = draft.findings;
    this.policy = draft.policy;
    this.memory = draft.memory;
    this.writing = writingOf(draft.policy, draft.inFile);
    this.mayOffer = mayOffer(draft.memory);
    this.parts = parts;
  }

  get edited(): boolean {
    return this.written !== this.original;
  }

  /** Nothing was changed since the review opened. */
  get unchanged(): boolean {
    return !this.edited && !this.corrected && this.said === NOTHING_SAID;
  }

  /**
   * Works the items out anew, with the labels that they lack; one call after the other, and onto what was said by then.
   * Rejects where the vault does not answer.
   */
  refresh(): Promise<void> {
    this.plan();
    this.parts.changed();
    const next = this.last.then(async () => {
      const { vault } = this.parts;
      const unknown = this.items.filter(
        (item) => item.label === null && !item.as && !item.apart && !this.lookedUp.has(item.key),
      );
      const found = await lookUpItems(this.text, unknown, this.memory, vault);
      for (const [key, who] of found) this.lookedUp.set(key, who);
      if (found.length > 0) this.plan();
      const requests = labelRequests(this.text, this.items, this.writing);
      if (requests.length > 0) {
        const labelled = withLabels(this.items, await vault.assign(requests, this.text));
        for (const item of labelled) {
          const { label, standIn } = item;
          if (label !== null) this.labels.set(idOf(item), { label, standIn });
        }
        this.plan();
      }
      this.parts.changed();
    });
    this.last = next.catch(() => {});
    return next;
  }

  private plan(): void {
    const decisions = decide(this.text, this.findings, this.policy);
    this.items = planOf(this.text, decisions, this.said, this.memory, this.lookedUp, this.writing).map(
      (item) => (item.label === null ? { ...item, ...this.labels.get(idOf(item)) } : item),
    );
  }

  /** Takes in what the teacher says. */
  say(change: Partial<Said>): Promise<void> {
    this.said = { ...this.said, ...change };
    return this.refresh();
  }

  /** Choices for items, by key. */
  choose(keys: string[], choice: Said['choices'][string]): Promise<void> {
    return this.say({
      choices: { ...this.said.choices, ...Object.fromEntries(keys.map((key) => [key, choice])) },
    });
  }

  /** `Same person as …` and `Which Maya?`. `to`: the key of another item or a label, empty for somebody else; null for not sure. */
  is(item: Item, to: string | null, always: boolean): Promise<void> {
    const { [item.key]: _, ...joined } = this.said.joined;
    return this.say({ joined: to === null ? joined : { ...joined, [item.key]: { to, always } } });
  }

  /** `Two different people`: takes back what was joined to the item, or parts its mentions. */
  apart(item: Item): Promise<void> {
    const joined = Object.entries(this.said.joined);
    const others = joined.filter(([, { to }]) => to !== item.key);
    if (others.length < joined.length) return this.say({ joined: Object.fromEntries(others) });
    return this.say({ apart: [...this.said.apart, item.key] });
  }

  /** A word or phrase that was missed. */
  add(phrase: string): Promise<void> {
    return this.say({ added: [...this.said.added, phrase] });
  }

  /** An item is no person: it is left out, here and for the rest of the browser session. @returns its names */
  async notAPerson(item: Item): Promise<string[]> {
    const names = this.formsOf(item);
    this.corrected = true;
    this.policy = { ...this.policy, notPeople: [...(this.policy.notPeople ?? []), ...names] };
    this.left = [...this.left, { names, forGood: false }];
    await this.refresh();
    return names;
  }

  /** Who was called no person is never one. */
  neverAName(names: string[]): void {
    this.left = this.left.map((one) => (one.names === names ? { names, forGood: true } : one));
    this.parts.changed();
  }

  /** An item always stays from now on. @returns its words */
  async keepAlways(item: Item): Promise<string[]> {
    const forms = this.formsOf(item);
    const { never, keep } = this.policy.corrections ?? NO_CORRECTIONS;
    this.corrected = true;
    this.forGood.add(item.key);
    this.policy = { ...this.policy, corrections: { never, keep: [...keep, ...forms] } };
    await this.refresh();
    return forms;
  }

  /** A word that was added is always looked for from now on. */
  swapAlways(item: Item): void {
    this.forGood.add(item.key);
    this.parts.changed();
  }

  /** An item is the teacher. @returns what to remember of it */
  async thatsMe(item: Item): Promise<Me> {
    const forms = this.formsOf(item);
    const kind = item.category === 'email' ? 'emails' : item.category === 'phone' ? 'phones' : 'names';
    const me: Me = { ...NOBODY, [kind]: forms };
    const before = this.policy.me ?? NOBODY;
    this.corrected = true;
    this.policy = { ...this.policy, me: { ...before, [kind]: [...before[kind], ...forms] } };
    await this.refresh();
    return me;
  }

  private formsOf({ mentions }: Item): string[] {
    return [...new Set(mentions.map(({ start, end }) => this.text.slice(start, end)))];
  }

  /** The draft with other words. What was said of people and values that still stand in it holds. */
  edit(text: string): Promise<void> {
    this.written = text;
    this.editing = (async () => {
      const findings = await this.parts.detect(text);
      if (!findings) return;
      this.text = text;
      this.findings = findings;
      // An invented name must be nobody's in the text as it is now.
      for (const [id, { label }] of this.labels) this.labels.set(id, { label });
      await this.refresh();
    })();
    return this.editing;
  }

  /** Waits until the last edit is checked and the last label is there. */
  async settled(): Promise<void> {
    while (this.text !== this.written) await this.editing;
    await this.last;
  }

  /** What takes the place of what. */
  async swaps(): Promise<{ span: Span; surrogate: string }[]> {
    await this.settled();
    return swapsOf(this.text, this.items, this.writing);
  }

  /** The line that asks an AI to keep labels; null where none is written, and where this conversation has had it. */
  get line(): string | null {
    if (this.memory.lineAdded) return null;
    return keepLineFor(this.text, marksOf(this.text, this.items, this.writing));
  }

  /** The text with everything swapped that shall be, and with the line that asks to keep labels where that is wanted. */
  async swapped(): Promise<string> {
    // The text may change until the last edit is checked.
    const swaps = await this.swaps();
    const { text } = redact(this.text, swaps);
    return this.wantsLine && this.line !== null ? withLine(text, this.line) : text;
  }

  /** What is to be remembered. */
  ended(): Ended {
    return {
      choices: choicesOf(this.items),
      unchanged: this.unchanged,
      withoutAsking: this.withoutAsking ? 'yes' : this.mayOffer ? 'offered' : null,
      ...(this.wantsLine && this.line !== null && { lineAdded: true }),
    };
  }
}

/** Tells an item apart from what it was before the teacher said who it is. */
function idOf({ key, as, joined, apart, mentions }: Item): string {
  return [key, as, apart, joined && mentions.length].filter(Boolean).join('\n');
}
