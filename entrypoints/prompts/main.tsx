import { render } from 'preact';
import type { LookedThrough } from '../../components/PackFiles.tsx';
import { Prompts } from '../../components/Prompts.tsx';
import { promptsWords } from '../../components/prompts-words.ts';
import { saveFile } from '../../components/save-file.ts';
import '../../components/style.css';
import '../../components/prompts.css';
import { lazyDetector } from '../../lib/lazy-detector.ts';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { MOST_BYTES, readPack, writePack } from '../../lib/learn/pack.ts';
import { libraryIn, taskIds } from '../../lib/learn/prompts.ts';
import { detailsIn, takeIn } from '../../lib/scan-pack.ts';
import { readDigest } from '../../lib/store/class-digest.ts';
import { checkDistrictPacks, readDistrictPacks } from '../../lib/store/district-packs.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import {
  addPack,
  changeOwn,
  isSamePack,
  readShelf,
  removePack,
  type Shelf,
} from '../../lib/store/own-pack.ts';
import { readPolicy, readSharedPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const language = await pageLanguage();
const t = promptsWords(language);
document.documentElement.lang = spoken(language);
document.title = t('title');
const app = document.getElementById('app') as HTMLElement;
const library = libraryIn(language);

async function look(text: string): Promise<string[]> {
  return detailsIn(text, await lazyDetector(), await readSharedPolicy(), await readDigest());
}

const HEAD = ['title', 'from', 'language', 'version'];

/** Reads a file that may be a pack, and looks for student details in it. Changes nothing. */
async function lookThrough(file: File): Promise<LookedThrough> {
  if (file.size > MOST_BYTES) return { kind: 'error', error: 'large' };
  const { pack, problems } = readPack(jsonOf(await file.text()), taskIds());
  if (!pack) {
    const fault = problems
      .map((one) => one.fault)
      .find((one) => one === 'no-pack' || one === 'newer' || one === 'many');
    const isHeadless = problems.some(({ path }) => HEAD.includes(path));
    return { kind: 'error', error: fault ?? (isHeadless ? 'head' : 'none') };
  }
  const [by, policy, digest] = await Promise.all([lazyDetector(), readSharedPolicy(), readDigest()]);
  const { pack: clean, named } = await takeIn(pack, (text) => detailsIn(text, by, policy, digest), breathe);
  return clean ? { kind: 'pack', pack: clean, problems, named } : { kind: 'error', error: 'named' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** Lets the page draw. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** A name for the file of a pack: letters and digits that every system takes. */
function fileName(title: string): string {
  const words =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return `${['chalkline', ...words].join('-').slice(0, 60)}.json`;
}

function saveOwn({ own }: Shelf, title: string, from: string): string {
  const name = fileName(title);
  const text = writePack({ ...own, title, from, language: spoken(language) });
  saveFile({ name, type: 'application/json', text });
  return name;
}

async function show(): Promise<void> {
  const [shelf, { packs: district }, { policy }] = await Promise.all([
    readShelf(),
    readDistrictPacks(),
    readPolicy(),
  ]);
  const after = (change: Promise<void>) => change.then(show);
  render(
    <Prompts
      {...{ t, language: spoken(language), ...shelf, district, look, lookThrough, isSamePack }}
      tasks={library.tasks}
      topicsOff={policy.topicsOff}
      unread={library.reviewed === null}
      modules={modulesIn(language).map(({ id, title }) => ({ id, title }))}
      onOwn={(change) => after(changeOwn(change))}
      onAddPack={(pack) => after(addPack(pack))}
      onRemovePack={(pack) => after(removePack(pack))}
      onSaveFile={(title, from) => saveOwn(shelf, title, from)}
    />,
    app,
  );
}

// What is stored may have been changed or erased in another tab.
document.addEventListener('visibilitychange', () => void show());
await show();
if (await checkDistrictPacks()) await show();
