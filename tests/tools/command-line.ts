/** Runs the command line in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

export const TOOL = fileURLToPath(new URL('../../tools/chalkline.ts', import.meta.url));

/** @param input standard input */
export function run(args: string[], input: string | Uint8Array = '') {
  const done = spawnSync(process.execPath, [TOOL, ...args], { input });
  return { exit: done.status, out: done.stdout.toString(), bytes: done.stdout, err: done.stderr.toString() };
}

/** A folder that is there while the tests of a file run; call it at the top of that file. */
export function ownFolder() {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chalkline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes a file. @returns where it is */
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
