/** One draft in the review page, from the guard's request to how it ended. */
import { render } from 'preact';
import { Checking } from '../../components/Checking.tsx';
import { NO_MEMORY } from '../../lib/choices.ts';
import { type Translate, translator } from '../../lib/locale.ts';
import type { ReviewRequest } from '../../lib/messages.ts';
import { alarmOf, decide } from '../../lib/policy/decide.ts';
import { countsOf, mayUseOriginal } from '../../lib/review-plan.ts';
import type { ReviewSession } from '../../lib/review-session.ts';
import { settle } from '../../lib/settle.ts';
import { send } from '../../lib/store/channel.ts';
import { languageOf } from '../../lib/store/language.ts';
import { readHideDetails, readKeepLine } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';
import { nextTip } from './beside.ts';
import { breathe, lookAt } from './look.ts';
import { keepChoices, openSession } from './session.tsx';
import type { Stage } from './stage.ts';

/**
 * Reviews one draft: settles it by what was chosen before, or shows it and waits for the teacher. Rejects where something
 * that it needs does not answer.
 */
export async function reviewDraft(request: ReviewRequest, stage: Stage): Promise<void> {
  const { app, ask, end, vault } = stage;
  const { text, files, address } = request;
  const [{ memory, notPeople }, hideDetails, wantsLine] = await Promise.all([
    stage.remembered(address),
    readHideDetails(),
    readKeepLine(),
  ]);
  const policy = { ...request.policy, notPeople };
  const language = languageOf(policy);
  const t = translator(language);
  if (app.isConnected) document.documentElement.lang = spoken(language);
  if (!request.check) await ask();
  const check = request.check ?? (await checkSlowly({ ...request, policy }, stage, t));
  if (!check) return;
  const { findings, hidden } = check;
  if (!request.policyLate && !request.wanted) {
    // A page that makes up a paste must not learn which name a label stands for.
    const draft = { text, findings, hidden, files, policy, memory: request.byHand ? memory : NO_MEMORY };
    const settled = await settle(draft, vault).catch(() => ({ kind: 'ask' as const }));
    if (settled.kind === 'clean') return end(settled);
    if (settled.kind === 'swapped' && request.byHand) {
      void send({ type: 'counts-add', counts: settled.counts }).catch(() => {});
      const tip = request.tip ? await nextTip(policy, null).catch(() => null) : null;
      return end({
        kind: 'swapped',
        text: settled.text,
        silent: settled.count,
        ...(tip && { tip: tip.idea }),
      });
    }
  }

  const use = async (session: ReviewSession) => {
    const swapped = await session.swapped();
    if (!request.again) void send({ type: 'counts-add', counts: countsOf(session.items) }).catch(() => {});
    await keepChoices(session.ended(), stage, address);
    end({ kind: 'swapped', text: swapped });
  };
  const original = async (session: ReviewSession) => {
    if (!session.edited) return end({ kind: 'original' });
    await session.settled();
    // What was written last may hold something that a rule fixes.
    if (mayUseOriginal(session.items)) end({ kind: 'edited', text: session.text });
  };
  if (request.check) await ask();
  const { policyLate } = request;
  await openSession(
    {
      text,
      findings,
      hidden,
      files,
      file: null,
      policyLate,
      policy,
      memory,
      hideDetails,
      wantsLine,
      t,
      language,
    },
    stage,
    {
      use,
      original,
      cancel: () => end({ kind: 'cancelled' }),
      fail: () => end({ kind: 'failed' }),
    },
  );
}

/** Checks a long text here, slice by slice, with progress. @returns null where the teacher stopped it. */
async function checkSlowly(
  request: ReviewRequest,
  { app, end }: Stage,
  t: Translate,
): Promise<ReviewRequest['check']> {
  let stopped = false;
  const stop = () => {
    stopped = true;
    end({ kind: 'cancelled' });
  };
  const show = (share: number) =>
    render(<Checking title={t('checking.title')} share={share} t={t} onCancel={stop} />, app);
  show(0);
  await breathe();
  const total = request.text.length + request.hidden.length;
  const look = (text: string, before: number) =>
    lookAt(text, request.policy, {
      stopped: () => stopped,
      onShare: (share) => show((before + share * text.length) / total),
    });
  const findings = await look(request.text, 0);
  const hidden = findings && (await look(request.hidden, request.text.length));
  if (!findings || !hidden) return null;
  return { findings, hidden: alarmOf(decide(request.hidden, hidden, request.policy)) };
}
