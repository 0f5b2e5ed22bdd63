import { render } from 'preact';
import { CheckPage } from '../../components/CheckPage.tsx';
import '../../components/style.css';
import type { BackFile } from '../../components/FileBack.tsx';
import { NO_MEMORY } from '../../lib/choices.ts';
import { makeDetector } from '../../lib/detector-data.ts';
import { backPlan, withNamesBack } from '../../lib/file-back.ts';
import { FileProblem, type OpenedFile } from '../../lib/files/file.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import { translator } from '../../lib/locale.ts';
import { decide } from '../../lib/policy/decide.ts';
import { addKnown } from '../../lib/policy/known.ts';
import { redact } from '../../lib/redact/redact.ts';
import { restoreAliases } from '../../lib/redact/restore.ts';
import { surelyLabels } from '../../lib/redact/unknown.ts';
import { writingOf } from '../../lib/redact/written.ts';
import { askFor } from '../../lib/remote-files.ts';
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
  const [digest, patterns] = await Promise.all([readDigest(), patternsOf(policy)]);
  const sources = { digest, kindOf: detector.kindOfWord, patterns };
  const findings = addKnown(text, detector.detect(text), policy, sources);
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
  const found = restoreAliases(text, await send({ type: 'labels-list', texts: [text] }));
  return { ...found, unknown: surelyLabels(text, found.unknown) };
}

/** The same file with names in the place of labels. It is opened in a worker, and nothing of it is kept. */
async function restoreFile(file: File): Promise<BackFile> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  const died = new Promise<never>((_, reject) => worker.addEventListener('error', reject));
  try {
    return await Promise.race([died, restoreIn(askFor(worker), file)]);
  } finally {
    worker.terminate();
  }
}

async function restoreIn(open: ReturnType<typeof askFor>, file: File): Promise<BackFile> {
  const opened = await open(file).catch((error: unknown) => error);
  if (opened instanceof FileProblem) return { problem: opened.code };
  if (opened instanceof Error) throw opened;
  const { text, parts, unread, kind } = opened as OpenedFile;
  // Words that are pixels have no place for a name.
  if (kind === 'image') return { problem: 'unknown-kind' };
  const labels = await send({
    type: 'labels-list',
    texts: parts.map(({ start, end }) => text.slice(start, end)),
  });
  const plan = backPlan({ text, parts }, labels);
  const rename = (base: string) => t('check.file-name', base);
  const saved = plan.restored > 0 ? await withNamesBack(opened as OpenedFile, plan, rename) : null;
  return { restored: plan.restored, unknown: plan.unknown, unread, saved };
}

render(
  <CheckPage {...{ t, language, swap, restore, restoreFile }} />,
  document.getElementById('app') as HTMLElement,
);
