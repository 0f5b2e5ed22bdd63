/** The built extension as a district installs it: packed, signed with a key of this run, and served with its update manifest. */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../tools/browsers.mjs';
import { extensionId } from '../../tools/extension-id.mjs';

type Manifest = Record<string, unknown> & { version: string; host_permissions: string[] };

export interface Packed {
  /** The id that Chromium gives an extension of this run's key. */
  id: string;
  version: string;
  crx: Buffer;
}

/** Packs a built extension. In: its folder, and what is to change in its manifest. */
export function pack(folder: string, change: (manifest: Manifest) => object): Packed {
  const room = mkdtempSync(join(tmpdir(), 'chalkline-pack-'));
  try {
    const copy = join(room, 'chalkline');
    cpSync(folder, copy, { recursive: true });
    const manifestFile = join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    writeFileSync(manifestFile, JSON.stringify(change(manifest)));
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = join(room, 'key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const args = ['--headless', '--no-sandbox', `--user-data-dir=${join(room, 'profile')}`];
    args.push(`--pack-extension=${copy}`, `--pack-extension-key=${keyFile}`);
    spawnSync(findBrowser('chromium')!.path, args);
    return {
      id: extensionId(publicKey.export({ type: 'spki', format: 'der' }).toString('base64')),
      version: manifest.version,
      crx: readFileSync(`${copy}.crx`),
    };
  } finally {
    rmSync(room, { recursive: true });
  }
}

/** The archive within a CRX: it follows a header whose length stands in its ninth byte and the three after. */
export function zipOf(crx: Buffer): Buffer {
  return crx.subarray(12 + crx.readUInt32LE(8));
}

export interface UpdateServer {
  updateUrl: string;
  close(): Promise<void>;
}

/** An update server on this machine. */
export async function serveUpdates({ id, version, crx }: Packed): Promise<UpdateServer> {
  const server = createServer((request, response) => {
    if (request.url === '/chalkline.crx') {
      response.setHeader('content-type', 'application/x-chrome-extension').end(crx);
    } else {
      const codebase = `http://${request.headers.host}/chalkline.crx`;
      response.end(`<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'><updatecheck codebase='${codebase}' version='${version}' /></app>
</gupdate>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    updateUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.xml`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
