import { render } from 'preact';
import { CheckPage } from '../../components/CheckPage.tsx';
import '../../components/style.css';
import { NO_MEMORY } from '../../lib/choices.ts';
import { makeDetector } from '../../lib/detector-data.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import { translator } from '../../lib/locale.ts';
import { decide } from '../../lib/policy/decide.ts';
import { addListed } from '../../lib/policy/listed.ts';
import { addOwnWords } from '../../lib/policy/own-words.ts';
import { redact } from '../../lib/redact/redact.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { writingOf } from '../../lib/redact/written.ts';
import { countsOf, itemsOf, labelRequests, swapsOf, withLabels } from '../../lib/review-plan.ts';
import { lookUpItems, type Vault } from '../../lib/settle.ts';
import { send } from '../../lib/store/channel.ts';
import { readDigest } from '../../lib/store/class-digest.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const language = await pageLanguage();
const t = translator(language);
document.documentElement.lang = spoken(language);
document.title = t('check.title');

const detector = makeDetector();

const vault: Vault = {
  lookUp: (requests, here) => send({ type: 'labels-look-up', requests, here }),
  assign: (requests, draft) => send({ type: 'labels-assign', requests, draft }),
};

/** Swaps what a review would swap, with the labels of this session. */
async function swap(text: string): Promise<{ text: string; found: number }> {
  const policy = await readPolicy();
  const writing = writingOf(policy);
  const listed = addListed(text, detector.detect(text), await readDigest(), policy.policy);
  const findings = addOwnWords(text, listed, policy, await patternsOf(policy));
  const all = itemsOf(text, decide(text, findings, policy), writing);
  const known = new Map(await lookUpItems(text, all, NO_MEMORY, vault));
  // An answer that came back holds invented names, which are nobody's.
  const items = all.filter(({ key }) => !known.get(key)?.standsIn);
  const requests = labelRequests(text, items, writing);
  const aliases = requests.length > 0 ? await vault.assign(requests, text) : [];
  const labelled = withLabels(items, aliases);
  const swaps = swapsOf(text, labelled, writing);
  if (swaps.length > 0) await send({ type: 'counts-add', counts: countsOf(labelled) });
  return { text: redact(text, swaps).text, found: labelled.filter((item) => item.swap).length };
}

async function restore(text: string): Promise<ReturnType<typeof restoreAliases>> {
  return restoreAliases(text, await send({ type: 'labels-list' }));
}

render(<CheckPage t={t} swap={swap} restore={restore} />, document.getElementById('app') as HTMLElement);
