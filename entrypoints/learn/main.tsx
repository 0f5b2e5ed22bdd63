import { render } from 'preact';
import { Learn } from '../../components/Learn.tsx';
import { makeFile } from '../../components/learn-files.ts';
import { learnWords } from '../../components/learn-words.ts';
import { saveFile } from '../../components/save-file.ts';
import '../../components/style.css';
import '../../components/learn.css';
import { modulesIn } from '../../lib/learn/curriculum.ts';
import { createMeter } from '../../lib/learn/meter.ts';
import { pathsIn } from '../../lib/learn/paths.ts';
import { advance, dayOf, type LearnEvent } from '../../lib/learn/progress.ts';
import { moduleWalk, pathWalk, placeOf, shownModules } from '../../lib/learn/walk.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { changeProgress, readProgress, resetProgress, watchProgress } from '../../lib/store/progress.ts';
import { readPolicy, watchPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const language = await pageLanguage();
const t = learnWords(language);
document.documentElement.lang = spoken(language);
const app = document.getElementById('app') as HTMLElement;
const meter = createMeter();

let shown = curriculumFor((await readPolicy()).policy.topicsOff);
let progress = await readProgress();
let failed = false;
let address = readAddress();
let moduleId = moduleAt(address);
/** What could not be stored yet: the next step tries again. */
let pending: LearnEvent[] = [];

function curriculumFor(topicsOff: readonly string[]) {
  const { modules, off } = shownModules(modulesIn(language), topicsOff);
  return {
    modules,
    off,
    walks: modules.map(moduleWalk),
    paths: pathsIn(language).flatMap((path) => pathWalk(path, modules) ?? []),
  };
}

function readAddress(): string {
  return location.hash.slice(1);
}

/** The module that an address is about; '' for none. */
function moduleAt(one: string): string {
  const place = placeOf(one, [...shown.walks, ...shown.paths]);
  if (!place) return '';
  return 'module' in place.step ? place.step.module.id : (place.walk.module?.id ?? '');
}

/** Stores what happened, and the time that was spent before it. */
function record(...events: LearnEvent[]): void {
  const seconds = meter.take();
  const spent: LearnEvent[] = moduleId && seconds > 0 ? [{ kind: 'spent', module: moduleId, seconds }] : [];
  const all = [...pending, ...spent, ...events];
  pending = [];
  if (all.length === 0) return;
  const day = dayOf(new Date());
  changeProgress((stored) =>
    all.reduce((before, event) => advance(before, event, day, shown.modules), stored),
  ).then(
    () => setFailed(false),
    () => {
      pending = [...all, ...pending];
      setFailed(true);
    },
  );
}

function setFailed(now: boolean): void {
  if (failed === now) return;
  failed = now;
  show();
}

function show(): void {
  render(
    <Learn
      {...{ t, language, progress, address, failed, off: shown.off, paths: shown.paths }}
      modules={shown.walks}
      onEvent={record}
      onSave={(kind, who) => {
        const { modules } = shown;
        const today = dayOf(new Date());
        // A store that was damaged may have lost its number.
        const known = { ...progress, id: progress.id || crypto.randomUUID() };
        const file = makeFile(kind, { modules, progress: known, who, t, language, today });
        saveFile(file);
        return file.name;
      }}
      onReset={() => resetProgress()}
    />,
    app,
  );
}

const touch = () => meter.touch(performance.now());
for (const sign of ['keydown', 'pointerdown', 'scroll']) {
  addEventListener(sign, touch, { capture: true, passive: true });
}
if (document.visibilityState === 'visible') touch();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') return touch();
  meter.pause();
  record();
});
addEventListener('hashchange', () => {
  touch();
  record();
  address = readAddress();
  moduleId = moduleAt(address);
  show();
});
watchProgress((now) => {
  progress = now;
  show();
});
await watchPolicy(({ policy }) => {
  shown = curriculumFor(policy.topicsOff);
  show();
});
