/**
 * Runs in the page's own world, for one thing: `document.open()` takes away every listener, ours too, and the
 * scripts written next would be first in line. This tells the guard at once, while the document is still empty.
 * It holds no data and answers nothing.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { announceReopening } from '../lib/page/reopened.ts';
import { REQUIRED_MATCHES } from '../lib/sites/match.ts';

export default defineContentScript({
  matches: REQUIRED_MATCHES,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  world: 'MAIN',
  noScriptStartedPostMessage: true,
  main: announceReopening,
});
