/**
 * Bundles the pages of the test bed into `dist/`, one self-contained HTML file per document.
 * Run: `node tests/pages/build.ts`
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type BedFile, type BedPage, DIST, NONCE, PAGES } from './pages.ts';

const STYLE = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1d2330;background:#f6f7f9}
main{max-width:720px;margin:0 auto;padding:16px}
h1{font-size:18px;font-weight:600}
ol{list-style:none;padding:0}
li[data-message-author-role]{margin:0 0 12px auto;padding:10px 14px;width:fit-content;max-width:80%;border-radius:16px;background:#e3e8f4;white-space:pre-wrap}
#composer,form{padding:12px;border:1px solid #c9cfdb;border-radius:16px;background:#fff}
form{margin-bottom:16px}
textarea,input:not([type=file]),[contenteditable]{display:block;width:100%;padding:8px;border:0;outline:0;font:inherit;background:none}
input:not([type=file]){border-bottom:1px solid #e3e6ec}
[contenteditable]{min-height:64px;max-height:240px;overflow-y:auto}
.ProseMirror,.ql-editor,[data-lexical-editor]{white-space:pre-wrap;overflow-wrap:break-word}
.ProseMirror{white-space:break-spaces;font-variant-ligatures:none}
.ProseMirror p,.ql-editor p,[data-lexical-editor] p{margin:0}
.ql-container{position:relative}
.ql-clipboard{position:absolute;left:-100000px;top:50%;height:1px;overflow-y:hidden}
button{margin-top:8px;padding:6px 14px;border:0;border-radius:10px;font:inherit;color:#fff;background:#24489b}
button:disabled{opacity:.5}
iframe{border:1px solid #c9cfdb}
#drop{margin:8px 0;padding:16px;border:1px dashed #8b93a5;text-align:center}
blockquote{margin:0 0 8px;padding:8px;border-left:3px solid #8b93a5;white-space:pre-wrap}
`;

const bundleName = (script: string): string => basename(script, extname(script));

/** Bundles the given sources of `src/`; gives the code by base name. */
async function bundle(scripts: string[]): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: scripts.map((script) => fileURLToPath(new URL(`src/${script}`, import.meta.url))),
    outdir: 'unused',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    jsxImportSource: 'react',
    // The project's tsconfig.json is for Preact.
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [bundleName(path), text.trim()]));
}

const escapeAttribute = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function render(page: BedPage, file: BedFile, code: Map<string, string>): string {
  const body = file.body?.replace(/\{\{srcdoc:([a-z.-]+)\}\}/g, (_all, name: string) =>
    escapeAttribute(render(page, page.files[name]!, code)),
  );
  const script = (source: string): string => `<script data-bed nonce="${NONCE}">${code.get(source)}</script>`;
  return [
    '<!doctype html><html lang="en"><head>',
    script('log'),
    `<meta charset="utf-8"><title>${page.title}</title>`,
    `<style data-bed nonce="${NONCE}">${STYLE}</style></head>`,
    `<body>${body ?? ''}`,
    script(bundleName(file.script)),
    '</body></html>',
  ].join('\n');
}

const scripts = new Set(PAGES.flatMap((page) => Object.values(page.files).map((file) => file.script)));
const code = await bundle(['log.ts', ...scripts]);
rmSync(DIST, { recursive: true, force: true });
for (const page of PAGES) {
  const folder = new URL(`${page.id}/`, DIST);
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(page.files))
    writeFileSync(new URL(name, folder), render(page, file, code));
}
console.log(`test bed: ${PAGES.length} pages in ${fileURLToPath(DIST)}`);
