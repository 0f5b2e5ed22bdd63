/**
 * Policy files, as a district's tools put them on a computer. They hold for every browser of a machine, so a browser is
 * started in a mount namespace of its own, where a folder of ours lies over the machine's.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface PolicyFiles {
  /** Starts the browser where these files hold. */
  program: string;
  /** Writes a file. In: its path in the folder, and what it says; null takes it away. */
  write(path: string, policies: unknown): void;
  remove(): void;
}

/** Files below /etc/chromium: Chromium reads `policies/managed/*.json`, also while it runs. */
export function chromiumPolicyFiles(browser: string): PolicyFiles {
  return policyFiles(browser, '/etc/chromium');
}

/** Files among which Firefox reads `policies.json` when it starts. */
export function firefoxPolicyFiles(browser: string): PolicyFiles {
  const machine = '/etc/firefox/policies';
  const own = join(dirname(realpathSync(browser)), 'distribution');
  return policyFiles(browser, existsSync(machine) ? machine : own);
}

/** Root may mount by itself, anybody else as the root of a namespace of users. */
const UNSHARE = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user'];

const LONG_AGO = new Date('2020-01-01');

function policyFiles(browser: string, folder: string): PolicyFiles {
  const room = mkdtempSync(join(tmpdir(), 'chalkline-policies-'));
  const ours = join(room, 'folder');
  mkdirSync(ours);
  if (existsSync(folder)) {
    // All but the machine's own policies.
    const filter = (file: string) => !/^policies(?:\.json)?$/.test(basename(file));
    cpSync(realpathSync(folder), ours, { recursive: true, filter });
  }
  const isApart = spawnSync('unshare', [...UNSHARE, 'mount', '--bind', ours, folder]).status === 0;
  const program = join(room, 'browser.sh');
  const mounted = `exec unshare ${UNSHARE.join(' ')} sh -c 'mount --bind "$0" "$1" && shift && exec "$@"'`;
  const start = isApart ? `${mounted} '${ours}' '${folder}'` : 'exec';
  writeFileSync(program, `#!/bin/sh\n${start} '${browser}' "$@"\n`);
  chmodSync(program, 0o755);

  // Where nothing can be mounted, the machine's own folder takes them. They are about an extension of another id than
  // that of other tests.
  const place = isApart ? ours : folder;
  const written = new Set<string>();
  return {
    program,
    write(path, policies) {
      const file = join(place, path);
      if (!isApart && !written.has(file) && existsSync(file)) throw new Error(`${file} is somebody else's`);
      written.add(file);
      if (policies === null) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      const draft = join(dirname(dirname(file)), '.draft.json');
      writeFileSync(draft, JSON.stringify(policies));
      // Chromium waits 5 seconds after a file's date has changed, since more may come.
      utimesSync(draft, LONG_AGO, LONG_AGO);
      renameSync(draft, file);
    },
    remove() {
      for (const file of written) rmSync(file, { force: true });
      rmSync(room, { recursive: true });
    },
  };
}
