import { defineContentScript } from 'wxt/utils/define-content-script';
import type { EffectivePolicy } from '../lib/policy/policy.ts';
import { REQUIRED_MATCHES, siteOf } from '../lib/sites/match.ts';
import { slot, waitFor } from '../lib/slot.ts';
import { type Stand, standAt, UNLISTED } from '../lib/stand.ts';
import { startGuard } from '../lib/start-guard.ts';
import { pageChannel } from '../lib/store/channel.ts';
import { watchDigest } from '../lib/store/class-digest.ts';
import { closeBar, isBarClosed } from '../lib/store/closed-bars.ts';
import { readPolicy, watchCopyNames, watchPolicy } from '../lib/store/settings.ts';

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
      watchCopyNames,
      watchDigest,
      here: standHere,
      bars: { isClosed: isBarClosed, close: closeBar },
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
      readsFiles: true,
    });
  },
});

/**
 * How a frame's address stands right now. A frame without an address of its own (`about:blank`, `srcdoc`, blob, data) goes
 * by the page that made it; where that cannot be seen, it is taken for a chat, since the browser put this script there for
 * a listed site. So is a page of which only the district can say what it is, until its policy is read.
 */
function standHere(effective: EffectivePolicy | null): Stand | null {
  const policy = effective?.policy ?? null;
  const address = addressOf(window);
  if (address && siteOf(address, policy?.sitesAdd)) return standAt(address, policy);
  return policy && isWeb(location) ? null : UNLISTED;
}

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
