import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {'chromium' | 'chrome' | 'edge' | 'firefox'} BrowserKind
 * @typedef {{ path: string, kind: BrowserKind }} Browser
 * @typedef {{
 *   platform: NodeJS.Platform,
 *   env: Record<string, string | undefined>,
 *   usable: (file: string) => boolean,
 * }} Machine what the search needs to know of the machine; tests pass a made-up one
 */

// Chromium first: it takes an unpacked extension in every way there is, branded Chrome does not.
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
};
const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};
const WINDOWS_APPS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/**
 * What kind of browser a program is, told by its path (asking it for `--version` would open a window on
 * Windows).
 * @param {string} file
 * @returns {BrowserKind}
 */
export function browserKind(file) {
  if (/firefox/i.test(file)) return 'firefox';
  if (/edge/i.test(file)) return 'edge';
  return /google[-_ /\\]chrome(?! for testing)/i.test(file) ? 'chrome' : 'chromium';
}

/**
 * Every place to look for a browser, in order: the folders of PATH, then the usual folders of the platform.
 * @param {'chromium' | 'firefox'} family
 * @param {Machine} machine
 * @returns {string[]} file paths
 */
export function browserPlaces(family, { platform, env }) {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return WINDOWS_APPS[family].flatMap((app) =>
      roots.flatMap((root) => (root ? [path.win32.join(root, app)] : [])),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  const commands = COMMANDS[family].flatMap((name) =>
    [...new Set([...folders, '/usr/bin'])].map((folder) => path.posix.join(folder, name)),
  );
  if (platform !== 'darwin') return commands;
  const roots = ['/Applications', ...(env.HOME ? [path.posix.join(env.HOME, 'Applications')] : [])];
  const apps = MAC_APPS[family].flatMap((app) => roots.map((root) => path.posix.join(root, app)));
  return [...apps, ...commands];
}

/**
 * The browser to use: the one named by CHALKLINE_BROWSER (CHALKLINE_FIREFOX for Firefox), else the first
 * that is there.
 * @param {'chromium' | 'firefox'} family
 * @param {Machine} [machine] default: this one
 * @returns {Browser | undefined} undefined also when the variable names a file that cannot be used
 */
export function findBrowser(family, machine = thisMachine()) {
  const named = machine.env[family === 'firefox' ? 'CHALKLINE_FIREFOX' : 'CHALKLINE_BROWSER'];
  const places = named ? [named] : browserPlaces(family, machine);
  const found = places.find(machine.usable);
  if (!found) return undefined;
  return { path: found, kind: family === 'firefox' ? 'firefox' : browserKind(found) };
}

/** @returns {Machine} */
function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    usable: (file) => existsSync(file) && !isSnap(file),
  };
}

/**
 * A snap cannot read hidden folders such as .output, nor a profile in /tmp. Ubuntu's `chromium-browser` and
 * `firefox` packages are short scripts that start one.
 * @param {string} file
 */
function isSnap(file) {
  const real = realpathSync(file);
  if (real.startsWith('/snap/') || path.basename(real) === 'snap') return true;
  const head = Buffer.alloc(4096);
  const handle = openSync(real, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1').startsWith('#!') && head.includes('/snap/bin/');
}
