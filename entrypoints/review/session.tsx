/** The dialog about one text, of a draft or of a file, and what the teacher does in it. */
import { render } from 'preact';
import { Review, type ReviewProps } from '../../components/Review.tsx';
import type { Ended, Memory } from '../../lib/choices.ts';
import type { Finding } from '../../lib/detect/finding.ts';
import type { EffectivePolicy } from '../../lib/policy/policy.ts';
import { ReviewSession } from '../../lib/review-session.ts';
import type { StateWords } from '../../lib/state-words.ts';
import { send } from '../../lib/store/channel.ts';
import { NOTHING_BESIDE } from './beside.ts';
import { lookAtEdited } from './look.ts';
import type { Stage } from './stage.ts';

/** What the dialog is about, and what was found in it. */
interface About extends Pick<ReviewProps, 'hidden' | 'files' | 'file' | 'policyLate' | 't' | 'language'> {
  text: string;
  findings: Finding[];
  policy: EffectivePolicy;
  memory: Memory;
  /** Names are shown as dots from the start. */
  hideDetails: boolean;
  /** A text gets the line that asks an AI to keep labels; a file never. */
  wantsLine: boolean;
}

/** What its buttons do. */
interface Ways {
  use(session: ReviewSession): Promise<void>;
  original(session: ReviewSession): Promise<void>;
  cancel(): void;
  /** Leaves out the one file of several. */
  leaveOut?(): void;
  /** Something that the dialog needs does not answer. */
  fail(): void;
}

/** What stands on a stage; an earlier session may still hear of something. */
const open = new WeakMap<Element, ReviewSession>();

/** Something else is drawn on a stage from now on. */
export function closeSession({ app }: Stage): void {
  open.delete(app);
}

/** Draws the dialog, and draws it anew with all that the teacher does. Rejects where the labels cannot be read. */
export async function openSession(about: About, stage: Stage, ways: Ways): Promise<void> {
  const { policy, language } = about;
  const { fail } = ways;
  let veiled = about.hideDetails;
  let beside = NOTHING_BESIDE;
  let state: StateWords | null = null;
  const show = () => {
    if (open.get(stage.app) !== session) return;
    render(
      <Review
        {...about}
        key={about.file?.number}
        text={session.text}
        edited={session.edited}
        items={session.items}
        writing={session.writing}
        is={session.said.joined}
        offer={about.file ? 'no' : session.withoutAsking ? 'on' : session.mayOffer ? 'open' : 'no'}
        veiled={veiled}
        mayAddLine={!about.file && !session.memory.lineAdded}
        wantsLine={session.wantsLine}
        onLine={(on) => {
          session.wantsLine = on;
          void send({ type: 'keep-line', on }).catch(() => {});
          show();
        }}
        safetyContact={policy.policy.safetyContact}
        {...beside}
        state={state}
        onHideTip={() => {
          beside = { ...beside, tip: null };
          show();
        }}
        onChoose={(items, choice) => {
          const keys = items.map(({ key }) => key);
          session.choose(keys, choice).catch(fail);
        }}
        onIs={(item, to, always) => session.is(item, to, always).catch(fail)}
        onApart={(item) => session.apart(item).catch(fail)}
        onNotAPerson={(item) =>
          session
            .notAPerson(item)
            .then((names) => send({ type: 'not-a-person', names }))
            .catch(fail)
        }
        onMe={(item) =>
          session
            .thatsMe(item)
            .then((me) => send({ type: 'me-add', me }))
            .catch(fail)
        }
        left={session.left}
        forGood={session.forGood}
        lasting={policy.policy.allowCorrections}
        onNever={({ names }) => {
          session.neverAName(names);
          send({ type: 'corrections-add', more: { never: names, keep: [] } }).catch(fail);
        }}
        onKeepAlways={(item) =>
          session
            .keepAlways(item)
            .then((keep) => send({ type: 'corrections-add', more: { never: [], keep } }))
            .catch(fail)
        }
        onSwapAlways={(item) => {
          session.swapAlways(item);
          send({ type: 'term-add', term: item.name }).catch(fail);
        }}
        onAdd={(phrase) => session.add(phrase).catch(fail)}
        onEdit={(edited) => session.edit(edited).catch(fail)}
        onOffer={() => {
          session.withoutAsking = true;
          show();
        }}
        onVeil={(hide) => {
          veiled = hide;
          void send({ type: 'hide-details', hide }).catch(() => {});
          show();
        }}
        onUse={() => void ways.use(session).catch(fail)}
        onOriginal={() => void ways.original(session).catch(fail)}
        onCancel={ways.cancel}
        onLeaveOut={ways.leaveOut}
        onCovered={stage.covered}
      />,
      stage.app,
    );
  };
  const session = new ReviewSession(
    { ...about, inFile: about.file !== null },
    {
      vault: stage.vault,
      detect: (edited) => lookAtEdited(edited, policy),
      changed: show,
    },
  );
  session.wantsLine = about.wantsLine;
  open.set(stage.app, session);
  await session.refresh();
  [beside, state] = await Promise.all([
    stage.beside(session.text, session.items, policy).catch(() => NOTHING_BESIDE),
    stateOf(policy, language).catch(() => null),
  ]);
  show();
}

/** Loaded only where a district has chosen the pack of a state. */
async function stateOf({ policy }: EffectivePolicy, language: string): Promise<StateWords | null> {
  if (policy.statePack === '') return null;
  return (await import('../../lib/state-words.ts')).stateWords(policy.statePack, language);
}

/** How long the choices may take to be kept before the text goes in without. */
const KEEP_MS = 1000;

/** Keeps what was chosen. The next paste may come right after: it must find the choices. */
export async function keepChoices(ended: Ended, { tabId }: Stage, address: string): Promise<void> {
  const kept = send({ type: 'memory-keep', tabId, address, ended }).catch(() => {});
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, KEEP_MS))]);
}
