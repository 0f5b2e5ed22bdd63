import { defineContentScript } from 'wxt/utils/define-content-script';
import { insideGate, REQUIRED_MATCHES, siteOf } from '../lib/sites/match.ts';
import type { Site } from '../lib/sites/site.ts';
import { slot, waitFor } from '../lib/slot.ts';
import { startGuard } from '../lib/start-guard.ts';
import { pageChannel } from '../lib/store/channel.ts';
import { readPolicy, watchPolicy } from '../lib/store/settings.ts';

/** A page that is stuck on a slow script has no detector yet: it is asked for, and waited for this long. */
const FILE_MS = 1500;

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
      readPolicy,
      site: siteHere,
      detector: () => here.detector,
      awaitDetector: async () => {
        if (!here.detector) void channel.send({ type: 'guard-needs-detector' }).catch(() => {});
        return waitFor('detector', FILE_MS);
      },
      patterns: () => here.patterns,
      awaitPatterns: async () => {
        if (!here.patterns) void channel.send({ type: 'guard-needs-patterns' }).catch(() => {});
        return waitFor('patterns', FILE_MS);
      },
      topFrame: window === window.top,
    });
  },
});

/**
 * The AI site at a frame's address right now. A frame without an address of its own (`about:blank`, `srcdoc`, blob,
 * data) goes by the page that made it; where that cannot be seen, it is taken for a chat, since the browser put this
 * script there for a listed site.
 */
function siteHere(): Site | null {
  const address = addressOf(window);
  const found = address && siteOf(address);
  if (found) return insideGate(found.site, address) ? found.site : null;
  return isWeb(location) ? null : UNKNOWN;
}

const UNKNOWN: Site = { id: 'unknown', name: '', matches: [] };

const isWeb = ({ protocol }: Location) => protocol === 'https:' || protocol === 'http:';

function addressOf(frame: Window): Location | URL | null {
  try {
    if (isWeb(frame.location)) return frame.location;
    if (frame.parent !== frame) return addressOf(frame.parent);
  } catch {
    // A parent of another origin: only its origin can be known.
  }
  const origins = [location.origin, ...(location.ancestorOrigins ?? [])];
  const origin = origins.find((one) => one.startsWith('https:'));
  return origin ? new URL(origin) : null;
}
