/** What Chalkline's rooms say to each other: types and parsers. A message that does not parse is not answered. */
import type { Ended, Memory } from './choices.ts';
import type { ClassChange } from './class-list/change.ts';
import type { PackedDigest } from './class-list/digest.ts';
import type { ClassList } from './class-list/person.ts';
import type { Finding } from './detect/finding.ts';
import type { Corrections, Me } from './policy/corrections.ts';
import type { Alarm } from './policy/decide.ts';
import type { EffectivePolicy } from './policy/policy.ts';
import type { Tier, Unapproved } from './policy/tools.ts';
import type { Alias, GivenAlias } from './redact/alias.ts';
import type { AliasRequest, LookedUp } from './redact/vault.ts';

/** What a guard asks the review page to show. */
export interface ReviewRequest {
  mode: 'review';
  text: string;
  /** Words of the formatting that the text does not show. */
  hidden: string;
  /** Null where the review page shall look itself: a long text, checked in slices. */
  check: { findings: Finding[]; hidden: Alarm } | null;
  /** Files came with it, which swapped text leaves out. */
  files: boolean;
  policy: EffectivePolicy;
  /** The settings could not be read in time; these are the defaults. */
  policyLate: boolean;
  /** Host and path of the conversation, whose choices are remembered. */
  address: string;
  /** The teacher wants to see it, also where everything in it was chosen before. */
  wanted: boolean;
  /** It went in swapped by earlier choices already, and was counted then. */
  again: boolean;
  /** The teacher's own hand brought it. What a page made up is asked about each time: it would learn by trying names. */
  byHand: boolean;
  /** Whether the notice of a swap that nobody was asked about may carry a tip. */
  tip: boolean;
}

/** Files that a guard asks the review page to look into, one after the other. */
export interface FilesRequest {
  mode: 'files';
  files: File[];
  policy: EffectivePolicy;
  policyLate: boolean;
  address: string;
  byHand: boolean;
}

/** What becomes of a file: it goes in as it was, as a copy with its details swapped, or not at all. */
export type FileEnd = 'original' | 'left-out' | File;

/** Text that could not be put into the page, or may not be, offered back. */
export interface OfferRequest {
  mode: 'offer';
  text: string;
  /** `kept`: a composer did not take the swapped text, so nothing was sent. */
  reason: 'gone' | 'refused' | 'unsure' | 'kept' | Unapproved;
}

/** A piece of an answer as it is shown in a frame of ours: its words, and no markup of the page. */
export type AnswerBlock =
  | { kind: 'text' | 'heading' | 'item' | 'code'; text: string }
  | { kind: 'row'; cells: string[] };

/** An answer of the chat, to be shown with names in the place of labels. */
export interface AnswerRequest {
  mode: 'answer';
  blocks: AnswerBlock[];
}

/** What the teacher has said about copying answers. */
export type CopyChoice = 'names' | 'labels';

/** How a review ended. */
export type Outcome =
  /** `silent`: nothing was asked, and so many details were swapped. `tip`: for the notice that says so. */
  | { kind: 'swapped'; text: string; silent?: number; tip?: string }
  /** Swapped nowhere, and not as it came: the teacher has written in it. */
  | { kind: 'edited'; text: string }
  | { kind: 'original' }
  /** A long text with nothing in it to review. */
  | { kind: 'clean' }
  /** Of files, in their order. `unread`: of one that goes in, parts were not read, such as pictures. */
  | { kind: 'files'; ends: FileEnd[]; unread: boolean }
  | { kind: 'cancelled' }
  | { kind: 'failed' };

/**
 * From the review page to the guard, on their own port. `ready` comes first. `asks`: there is something to show, and the
 * page waits for `shown`; a draft that earlier choices settle ends without.
 */
export type FromReview =
  | { type: 'ready' }
  | { type: 'asks' }
  | { type: 'covered' }
  | { type: 'outcome'; outcome: Outcome };

/** What a guard in a frame may have shown at the top. */
export type TextToReview = ReviewRequest | OfferRequest | AnswerRequest;

/** What the review page is there for. */
export type ToReview = TextToReview | FilesRequest;

/** From the guard to the review page. */
export type ReviewMessage = ToReview | { mode: 'shown' };

/**
 * From a guard in a page. The background answers these to anyone in a page, so they give nothing away; `copy-restore` gives
 * names of labels where the teacher has said that copies shall have them (docs/threat-model.md).
 */
export type FromGuard =
  | { type: 'guard-hello' }
  /** A draft with an alarm: is there anything left to ask? */
  | {
      type: 'draft-settle';
      address: string;
      text: string;
      findings: Finding[];
      hidden: Alarm;
      files: boolean;
    }
  /** A new chat got its address. */
  | { type: 'conversation-moved'; from: string; to: string }
  /** A draft that goes in as it is: does it ask to judge a student and say who that is? */
  | { type: 'draft-judges'; text: string }
  /** So many smaller details went in with a paste. */
  | { type: 'details-noted'; count: number }
  | { type: 'guard-needs-detector' }
  /** The policy has patterns, and what looks for them is not there yet. */
  | { type: 'guard-needs-patterns' }
  | { type: 'review-token' }
  /** A guard in a frame asks the top frame's guard to show its review. */
  | { type: 'review-relay'; id: string; request: TextToReview }
  | { type: 'review-relayed'; id: string; frameId: number; outcome: Outcome }
  /** A guard in a frame asks whether the top frame still shows its review. */
  | { type: 'review-still-there'; id: string }
  | { type: 'review-window'; id: string }
  /** A guard in a frame asks the top frame's guard to show its notice, and to move the focus there. */
  | { type: 'notice-relay'; id: string; code: string; count: number; actions: string[]; more: string }
  | { type: 'notice-reach'; id: string }
  | { type: 'notice-relayed'; id: string; frameId: number; action: string }
  /** What the teacher said to the offer of the welcome. */
  | { type: 'welcome-answer'; look: boolean }
  /**
   * Texts that the teacher copies from an answer. `choice`: what was said about copies just now, '' where nothing was. Names
   * are given where the teacher has chosen them and the policy lets them be.
   */
  | { type: 'copy-restore'; texts: string[]; choice: CopyChoice | '' }
  /** What a page may know of the teacher's class lists. */
  | { type: 'class-digest' };

export const COUNT_KINDS = ['names', 'identifiers', 'indirect', 'sensitive', 'documents'] as const;
/** How many details were swapped, of each of the five kinds that are ever counted. */
export type Counts = Record<(typeof COUNT_KINDS)[number], number>;

/** What is stored of class lists. */
export interface StoredLists {
  /** The newest first. */
  lists: ClassList[];
  /** Classes that cannot be opened: their key is gone, or somebody has changed them. */
  lost: { id: string; ends: string }[];
}

/** A class that ends soon, by its last day. Its name is empty where it cannot be opened. */
export interface Ending {
  name: string;
  ends: string;
}

/** From a page of ours. The background answers these to no one else. */
type FromPage =
  | { type: 'review-redeem'; token: string }
  /** The two reads of a review page that may not read for itself. */
  | { type: 'memory-read'; tabId: number; address: string }
  /** `here`: the labels of the conversation. */
  | { type: 'labels-look-up'; requests: AliasRequest[]; here: string[] }
  | { type: 'memory-keep'; tabId: number; address: string; ended: Ended }
  /** The practice starts over: what was chosen in a conversation of this tab is forgotten. */
  | { type: 'memory-forget'; address: string }
  | { type: 'not-a-person'; names: string[] }
  | { type: 'me-add'; me: Me }
  /** What holds for good from now on. */
  | { type: 'corrections-add'; more: Corrections }
  | { type: 'term-add'; term: string }
  | { type: 'hide-details'; hide: boolean }
  | { type: 'keep-line'; on: boolean }
  | { type: 'ask-again'; tabId: number }
  | { type: 'labels-assign'; requests: AliasRequest[]; draft: string }
  /** Whom the labels in texts stand for. */
  | { type: 'labels-list'; texts: string[] }
  /** From now on nobody knows whom the labels of this session stand for. */
  | { type: 'labels-forget' }
  | { type: 'counts-add'; counts: Counts }
  /** The class lists with everybody in them. */
  | { type: 'class-lists-read' }
  /** Those that end soon, without people. */
  | { type: 'class-lists-ending' }
  | { type: 'class-lists-change'; change: ClassChange }
  | { type: 'pause'; tabId: number; minutes: number };

/** From the background to the guards of a tab. */
export type ToGuard =
  | { type: 'guard-ping' }
  | { type: 'pause-changed'; until: number }
  | { type: 'review-show'; id: string; frameId: number; request: TextToReview }
  | { type: 'review-still-there'; id: string }
  | { type: 'review-outcome'; id: string; outcome: Outcome }
  | {
      type: 'notice-show';
      id: string;
      frameId: number;
      code: string;
      count: number;
      actions: string[];
      more: string;
    }
  | { type: 'notice-reach'; id: string }
  | { type: 'notice-answer'; id: string; action: string }
  /** The teacher wants to see the answer that was pointed at, or the last one, with names. */
  | { type: 'answer-show' };

/** What each message is answered with. */
export interface Answers {
  /** `welcome`: it waits, and may be offered. */
  'guard-hello': { pausedUntil: number; welcome: boolean };
  'draft-settle': { kind: 'ask' } | { kind: 'clean' } | { kind: 'swapped'; text: string; count: number };
  'draft-judges': boolean;
  'conversation-moved': true;
  'details-noted': true;
  'guard-needs-detector': boolean;
  'guard-needs-patterns': boolean;
  'review-token': string;
  'review-relay': boolean;
  'review-relayed': boolean;
  'review-still-there': boolean;
  'review-window': boolean;
  'notice-relay': boolean;
  'notice-reach': boolean;
  'notice-relayed': boolean;
  'welcome-answer': true;
  /** How many labels were known in each text; the texts with names; and what is said of labels that nobody knows. */
  'copy-restore': { restored: number[]; texts: string[] | null; unknown: string };
  /** Null where there is no list. */
  'class-digest': PackedDigest | null;
  /** The tab of the draft, and for a window the guard's place in it. Null for a bad token. */
  'review-redeem': { tabId: number; guard: { tabId: number; frameId: number; id: string } | null } | null;
  'memory-read': { memory: Memory; notPeople: string[] };
  'labels-look-up': LookedUp[];
  'memory-keep': true;
  'memory-forget': true;
  'not-a-person': true;
  'me-add': true;
  'corrections-add': true;
  'term-add': true;
  'hide-details': true;
  'keep-line': true;
  'ask-again': true;
  'labels-assign': GivenAlias[];
  'labels-list': Alias[];
  'labels-forget': true;
  'counts-add': true;
  'class-lists-read': StoredLists;
  'class-lists-ending': Ending[];
  /** False where the class is gone meanwhile. */
  'class-lists-change': boolean;
  pause: { pausedUntil: number };
  'guard-ping': true;
  'pause-changed': true;
  'review-show': boolean;
  'review-outcome': boolean;
  'notice-show': boolean;
  'notice-answer': boolean;
  'answer-show': boolean;
}

/** How a tab stands, for badge and popup. */
export interface TabState {
  state: 'guarded' | 'paused' | 'not-ai' | 'not-protected' | 'optional' | 'off';
  /** Name of the site, where it is a listed one. */
  site: string | null;
  pausedUntil: number;
  /** Why it is not protected. */
  reason: 'browser-blocks' | 'not-running' | null;
  /** What to ask the browser for, where the site can be turned on or added. */
  pattern: string | null;
  /** No page of the web with https, where nothing can be turned on. */
  closed: boolean;
  /** The teacher has added this site. */
  own: boolean;
  /** The district asks for this site, which is not turned on. */
  asked: boolean;
  /** What the district says of the tool. */
  tier: Tier;
  /** Some rules are the district's lighter ones here. */
  lighter: boolean;
  /** The district lets nothing be pasted or dropped here. */
  holdsAll: boolean;
  /** Names are swapped here without asking. */
  withoutAsking: boolean;
  /** How many smaller details went in with the last paste. */
  noted: number;
}

export type Message = FromGuard | FromPage | ToGuard;
export type Answer<M extends Message> = Answers[M['type']];

type Shape = Record<string, 'string' | 'number' | 'object' | 'boolean'>;
const SHAPES: Record<Message['type'], Shape> = {
  'guard-hello': {},
  'draft-settle': {
    address: 'string',
    text: 'string',
    findings: 'object',
    hidden: 'string',
    files: 'boolean',
  },
  'draft-judges': { text: 'string' },
  'conversation-moved': { from: 'string', to: 'string' },
  'details-noted': { count: 'number' },
  'guard-needs-detector': {},
  'guard-needs-patterns': {},
  'review-token': {},
  'review-relay': { id: 'string', request: 'object' },
  'review-relayed': { id: 'string', frameId: 'number', outcome: 'object' },
  'review-still-there': { id: 'string' },
  'review-window': { id: 'string' },
  'notice-relay': { id: 'string', code: 'string', count: 'number', actions: 'object', more: 'string' },
  'notice-reach': { id: 'string' },
  'notice-relayed': { id: 'string', frameId: 'number', action: 'string' },
  'welcome-answer': { look: 'boolean' },
  'copy-restore': { texts: 'object', choice: 'string' },
  'class-digest': {},
  'review-redeem': { token: 'string' },
  'memory-read': { tabId: 'number', address: 'string' },
  'labels-look-up': { requests: 'object', here: 'object' },
  'memory-keep': { tabId: 'number', address: 'string', ended: 'object' },
  'memory-forget': { address: 'string' },
  'not-a-person': { names: 'object' },
  'me-add': { me: 'object' },
  'corrections-add': { more: 'object' },
  'term-add': { term: 'string' },
  'hide-details': { hide: 'boolean' },
  'keep-line': { on: 'boolean' },
  'ask-again': { tabId: 'number' },
  'labels-assign': { requests: 'object', draft: 'string' },
  'labels-list': { texts: 'object' },
  'labels-forget': {},
  'counts-add': { counts: 'object' },
  'class-lists-read': {},
  'class-lists-ending': {},
  'class-lists-change': { change: 'object' },
  pause: { tabId: 'number', minutes: 'number' },
  'guard-ping': {},
  'pause-changed': { until: 'number' },
  'review-show': { id: 'string', frameId: 'number', request: 'object' },
  'review-outcome': { id: 'string', outcome: 'object' },
  'notice-show': {
    ...{ id: 'string', frameId: 'number', code: 'string', count: 'number' },
    ...{ actions: 'object', more: 'string' },
  },
  'notice-answer': { id: 'string', action: 'string' },
  'answer-show': {},
};

/** Reads a message of an unknown sender. @returns null where it is none of ours or a field has the wrong type. */
export function parseMessage(raw: unknown): Message | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const message = raw as Record<string, unknown>;
  const type = message.type;
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return null;
  const shape = SHAPES[type as Message['type']];
  for (const [field, expected] of Object.entries(shape)) {
    if (typeof message[field] !== expected || message[field] === null) return null;
  }
  return message as unknown as Message;
}

const GUARD_TYPES = new Set<string>([
  'guard-hello',
  'draft-settle',
  'draft-judges',
  'conversation-moved',
  'details-noted',
  'guard-needs-detector',
  'guard-needs-patterns',
  'review-token',
  'review-relay',
  'review-relayed',
  'review-still-there',
  'review-window',
  'notice-relay',
  'notice-reach',
  'notice-relayed',
  'welcome-answer',
  'copy-restore',
  'class-digest',
] satisfies FromGuard['type'][]);

/** Whether a message may come from a guard in a page; all others must come from a page of ours. */
export function isFromGuard(message: Message): message is FromGuard {
  return GUARD_TYPES.has(message.type);
}

/** Reads how a review ended. @returns `failed` for anything else. */
export function parseOutcome(raw: unknown): Outcome {
  const outcome = raw as Partial<{
    kind: string;
    text: string;
    silent: number;
    tip: string;
    ends: unknown;
    unread: unknown;
  }> | null;
  switch (outcome?.kind) {
    case 'swapped':
    case 'edited': {
      const { kind, text, silent, tip } = outcome;
      if (typeof text !== 'string') return { kind: 'failed' };
      if (kind === 'edited' || typeof silent !== 'number') return { kind, text };
      return { kind, text, silent, ...(typeof tip === 'string' && { tip }) };
    }
    case 'files': {
      const { ends, unread } = outcome;
      return Array.isArray(ends) && ends.every(isFileEnd)
        ? { kind: 'files', ends, unread: unread === true }
        : { kind: 'failed' };
    }
    case 'original':
    case 'clean':
    case 'cancelled':
      return { kind: outcome.kind };
    default:
      return { kind: 'failed' };
  }
}

function isFileEnd(raw: unknown): raw is FileEnd {
  return raw === 'original' || raw === 'left-out' || raw instanceof File;
}
