/**
 * Builds the practice folder into `.output/practice-usb`: two pages with one classic script each, since a browser loads no
 * modules from a file.
 * Run: `npm run practice`
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const out = here('../../.output/practice-usb');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: { room: here('room.tsx'), review: here('../../entrypoints/review/main.tsx') },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // The review page speaks to a stand-in for the browser's extension API.
  alias: { 'wxt/browser': here('browser.ts') },
  // For the worker that reads files, which the folder has not.
  define: { 'import.meta.url': '""' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  tsconfigRaw: {},
  logLevel: 'warning',
});
// Styles stand in the pages: a page from a file may not read those of another file, and hands them to its second window.
for (const [page, script] of [
  ['index.html', 'room'],
  ['review.html', 'review'],
] as const) {
  const css = path.join(out, `${script}.css`);
  const link = `<link rel="stylesheet" href="${script}.css" />`;
  const [before, after] = readFileSync(here(page), 'utf8').split(link) as [string, string];
  writeFileSync(path.join(out, page), `${before}<style>${readFileSync(css, 'utf8')}</style>${after}`);
  rmSync(css);
}
console.log(`The practice folder is ${out}. Copy it to a USB stick and open index.html.`);
