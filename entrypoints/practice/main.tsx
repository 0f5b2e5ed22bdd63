/** The practice room, presenter mode and handout on a page of ours, in which the same guard runs: no account, no network. */
import { render } from 'preact';
import { Practice } from '../../components/practice/Practice.tsx';
import '../../components/style.css';
import '../../components/practice.css';
import { makeDetector } from '../../lib/detector-data.ts';
import { patternsOf } from '../../lib/lazy-patterns.ts';
import { hearArrivals } from '../../lib/page/arrivals.ts';
import type { FindPatterns } from '../../lib/policy/own-words.ts';
import { lookAt } from '../../lib/practice/look.ts';
import { UNLISTED } from '../../lib/stand.ts';
import { startGuard } from '../../lib/start-guard.ts';
import { pageChannel, send } from '../../lib/store/channel.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { readPolicy, watchPolicy } from '../../lib/store/settings.ts';
import { spoken } from '../../lib/words.ts';

const detector = makeDetector();
let patterns: FindPatterns | null = null;
const hear = hearArrivals();
startGuard({
  channel: pageChannel(),
  watchPolicy,
  readPolicy,
  here: () => UNLISTED,
  detector: () => detector,
  awaitDetector: async () => detector,
  patterns: () => patterns,
  awaitPatterns: async () => {
    patterns = await patternsOf(await readPolicy());
    return patterns;
  },
  topFrame: true,
  readsFiles: true,
});

const { policy } = await readPolicy();
render(
  <Practice
    parts={{
      language: spoken(await pageLanguage()),
      usb: false,
      district: policy,
      look: async (text) => lookAt(text, detector, await readPolicy()),
      hear,
      // The review speaks the language that the browser or the district has set.
      speak: () => {},
      startOver: () =>
        void send({ type: 'memory-forget', address: location.host + location.pathname }).catch(() => {}),
    }}
  />,
  document.getElementById('app') as HTMLElement,
);
