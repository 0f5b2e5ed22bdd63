/**
 * Runs in the page's own world, for one thing: a page may choose files with a field that it never puts into its document,
 * and the guard hears nothing of that. This hands the guard such a field. It holds no data and answers nothing.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { announcePicking } from '../lib/page/detached.ts';
import { REQUIRED_MATCHES } from '../lib/sites/match.ts';

export default defineContentScript({
  matches: REQUIRED_MATCHES,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  world: 'MAIN',
  noScriptStartedPostMessage: true,
  main: announcePicking,
});
