import path from 'node:path';
import { defineConfig } from 'wxt';
import { REQUIRED_MATCHES } from './lib/sites/match.ts';

const POPUP = path.join(import.meta.dirname, 'entrypoints/popup/index.html');

/** The public half of the key that fixes the Chromium id. The private half is not in this repository. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvP6TgNmXDz8wXCcKfgBLn9s9EOr/kWIkE0nNB/PvZLRbQwzN5GRLKSzKdK50m+YG0l4Tia2nLDsgPSQ54mCi7f5EQk3l58Sr5pqtjuuqs2bBLRGivWijk3ip60KCb9WjjOZ2YsvizLhWWn+KiBftmsiKCaI8NNPwtsTazGz6hBtvnZf1WJnF5ijMZgG8Atv+1MFNKBcqYkptBjFQUrbEW0ff4PPbXgTI2cayv6WPiReK1tjWSpAomxG3yY54tx6RTuo9D0crH3suE6cOISkyqkPa7THNXjpWStsK6TxMLjV0MxYDU1sB2HUKrRJByn4D0XS2WcVZ0Y7qR+LEaGeCVQIDAQAB';

/**
 * No page of ours can reach anything outside the extension (promise 1). What reads pictures is WebAssembly, from the
 * extension's own files; `eval` stays shut.
 */
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Puts all that the popup loads at its start and shares with other pages into one file. The popup must stand at once, and
 * each file costs it a few milliseconds, whatever its size.
 */
function sharedWithPopup() {
  const loaded = new Set<string>();
  return (id: string, graph: { getModuleInfo: (id: string) => { importedIds: string[] } | null }) => {
    const load = (one: string) => {
      if (loaded.has(one)) return;
      loaded.add(one);
      graph.getModuleInfo(one)?.importedIds.forEach(load);
    };
    load(POPUP);
    return loaded.has(id) ? 'shared' : null;
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser, command }) => ({
    name: 'Chalkline',
    short_name: 'Chalkline',
    description:
      'Keeps student data out of AI chats, and teaches how. Everything is checked on your own machine.',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus', 'alarms'],
    host_permissions: REQUIRED_MATCHES,
    optional_host_permissions: ['https://*/*'],
    web_accessible_resources: [{ resources: ['review.html'], matches: ['https://*/*'] }],
    // Live reload needs connections that the product must never have.
    ...(command === 'build' && { content_security_policy: { extension_pages: CSP } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'chalkline@example.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: PUBLIC_KEY,
          minimum_chrome_version: '120',
          storage: { managed_schema: 'managed-schema.json' },
          // The review frame must load on pages that ask every frame for COEP.
          cross_origin_embedder_policy: { value: 'require-corp' },
          cross_origin_opener_policy: { value: 'same-origin' },
        }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rollupOptions?.output;
      if (!entrypoints.some(({ name }) => name === 'popup') || !output || Array.isArray(output)) return;
      output.codeSplitting = { groups: [{ name: sharedWithPopup(), debugName: 'shared', minShareCount: 2 }] };
    },
    // The detector is a second static content script: in the same isolated world as the guard, not
    // web-accessible, and read when the page is idle. Why this way: docs/design.md, "Loading".
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts?.push({
        matches: REQUIRED_MATCHES,
        js: ['detector.js'],
        run_at: 'document_idle',
        all_frames: true,
        match_origin_as_fallback: true,
      } as NonNullable<typeof manifest.content_scripts>[number]);
    },
  },
  // A worker that is a module loads what a kind of file needs only once there is one.
  vite: () => ({ build: { target: 'es2022', modulePreload: { polyfill: false } }, worker: { format: 'es' } }),
});
