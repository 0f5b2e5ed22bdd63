import { defineContentScript } from 'wxt/utils/define-content-script';
import { insideGate, REQUIRED_MATCHES, siteOf } from '../lib/sites/match.ts';
import { slot, waitForDetector } from '../lib/slot.ts';
import { startGuard } from '../lib/start-guard.ts';
import { pageChannel } from '../lib/store/channel.ts';
import { watchPolicy } from '../lib/store/settings.ts';

/** A page that is stuck on a slow script has no detector yet: it is asked for, and waited for this long. */
const DETECTOR_MS = 1500;

export default defineContentScript({
  matches: REQUIRED_MATCHES,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  // A page could forge WXT's start message and take a script's context down; nothing here listens to either.
  noScriptStartedPostMessage: true,
  main() {
    const here = slot();
    const channel = pageChannel();
    // Put into open tabs again at an update, where a living guard may already be.
    if (here.guardAlive?.()) return;
    here.guardAlive = channel.alive;
    startGuard({
      channel,
      watchPolicy,
      site: () => {
        const found = siteOf(originOf(window));
        return found && insideGate(found.site, originOf(window)) ? found.site : null;
      },
      detector: () => here.detector,
      awaitDetector: async () => {
        if (!here.detector) void channel.send({ type: 'guard-needs-detector' }).catch(() => {});
        return waitForDetector(DETECTOR_MS);
      },
      topFrame: window === window.top,
    });
  },
});

/** The address that decides which site a frame belongs to: its own, or for `about:blank` and `srcdoc` its parent's. */
function originOf(frame: Window): Location | URL {
  if (frame.location.protocol !== 'about:') return frame.location;
  try {
    if (frame.parent !== frame) return originOf(frame.parent);
  } catch {
    // A parent of another origin: a sandboxed frame has only its base address to go by.
  }
  return new URL(document.baseURI);
}
