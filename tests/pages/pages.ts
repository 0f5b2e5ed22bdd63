/**
 * The table of pages of the test bed, and what a browser is answered when it asks for one. A test intercepts
 * requests and hands each URL to `respond`, so the pages load under the real host names of the AI sites.
 */
import { existsSync, readFileSync } from 'node:fs';

export type BedKind = 'textarea' | 'input' | 'contenteditable' | 'prosemirror' | 'lexical' | 'quill';

/** One editor of a page, as `bed.use(name)` knows it. */
export interface BedField {
  name: string;
  kind: BedKind;
  /** CSS selector of the editable element, unique in its document or open shadow root. */
  selector: string;
  /** False where line breaks cannot be held at all. */
  multiline: boolean;
  /** What Enter without Shift does: sends, submits the form around the field, or starts a line. */
  enter: 'send' | 'submit' | 'line' | 'sign-in';
}

/** One document of a page. */
export interface BedFile {
  /** Entry point under `src/`, bundled into the document. */
  script: string;
  /** Markup before the script. `{{srcdoc:FILE}}` stands for another document of the page, as an attribute. */
  body?: string;
}

/** One page of the bed. */
export interface BedPage {
  id: string;
  /** A host of a real site that uses such an editor. */
  host: string;
  /** `/bed/ID` */
  path: string;
  title: string;
  /** Kind of the first field. */
  kind: BedKind;
  /** Who undoes: the browser's own undo stack, or the editor's history. */
  undo: 'browser' | 'editor';
  /** True where `bed`'s editor members are in the frame named `FRAME_NAME` and not in the page. */
  frame: boolean;
  /** What `bed.fields` holds, in the same order. */
  fields: BedField[];
  headers?: Record<string, string>;
  /** Documents by file name; `index.html` is the page. */
  files: Record<string, BedFile>;
}

/** Name of the frame that holds the composer, on pages with `frame: true`. */
export const FRAME_NAME = 'composer';

/** Nonce of every script and style of the bed. A fixed one: the strict CSP is there to refuse ours, not attackers. */
export const NONCE = 'chalkline-bed';

/** Folder that `build.ts` writes and `respond` reads. */
export const DIST = new URL('dist/', import.meta.url);

/** ProseMirror reads pasted HTML through a Trusted Types policy of its own; `'none'` lets it read plain text only. */
const strictCsp = (trustedTypes: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'`,
    `style-src 'self' 'nonce-${NONCE}'`,
    "img-src 'self'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; '),
});

type Enter = BedField['enter'];
const textarea = (name = 'message', enter: Enter = 'send'): BedField => ({
  name,
  kind: 'textarea',
  selector: `#${name}`,
  multiline: true,
  enter,
});
const input = (name: string, enter: Enter): BedField => ({
  name,
  kind: 'input',
  selector: `#${name}`,
  multiline: false,
  enter,
});
const rich = (kind: BedKind, selector: string, name = 'message', enter: Enter = 'send'): BedField => ({
  name,
  kind,
  selector,
  multiline: true,
  enter,
});

interface Spec {
  host: string;
  title: string;
  fields: BedField[];
  script?: string;
  files?: Record<string, BedFile>;
  frame?: boolean;
  headers?: Record<string, string>;
}

function page(id: string, spec: Spec): BedPage {
  const { host, title, fields, frame = false, headers } = spec;
  const kind = fields[0]!.kind;
  return {
    id,
    host,
    path: `/bed/${id}`,
    title,
    kind,
    undo: kind === 'prosemirror' || kind === 'lexical' || kind === 'quill' ? 'editor' : 'browser',
    frame,
    fields,
    ...(headers && { headers }),
    files: spec.files ?? { 'index.html': { script: spec.script ?? `${id}.ts` } },
  };
}

const PROSEMIRROR = '.ProseMirror';

/** Every page, in the order of the shared suite. */
export const PAGES: BedPage[] = [
  page('react-textarea', {
    host: 'chat.deepseek.com',
    title: 'A textarea that React controls, in a form',
    script: 'react-textarea.tsx',
    fields: [textarea()],
  }),
  page('contenteditable', {
    host: 'poe.com',
    title: 'A plain contenteditable',
    fields: [rich('contenteditable', '#message')],
  }),
  page('prosemirror', {
    host: 'chat.mistral.ai',
    title: 'ProseMirror',
    fields: [rich('prosemirror', PROSEMIRROR)],
  }),
  page('prosemirror-chatgpt', {
    host: 'chatgpt.com',
    title: 'An example chat',
    fields: [rich('prosemirror', '#prompt-textarea')],
  }),
  page('tiptap', {
    host: 'claude.ai',
    title: 'TipTap',
    fields: [rich('prosemirror', PROSEMIRROR)],
  }),
  page('lexical', {
    host: 'www.meta.ai',
    title: 'Lexical rich text',
    fields: [rich('lexical', '#composer-input')],
  }),
  page('quill', {
    host: 'gemini.google.com',
    title: 'Quill in a rich-textarea',
    fields: [rich('quill', '.ql-editor')],
  }),
  page('shadow', {
    host: 'copilot.microsoft.com',
    title: 'A textarea and a ProseMirror in an open shadow root',
    fields: [textarea(), rich('prosemirror', PROSEMIRROR, 'rich')],
  }),
  page('iframe-small', {
    host: 'm365.cloud.microsoft',
    title: 'ProseMirror in a frame of 300 by 90',
    frame: true,
    fields: [rich('prosemirror', PROSEMIRROR)],
    files: {
      'index.html': {
        script: 'outer.ts',
        body: `<main><h1>A small frame</h1><iframe name="${FRAME_NAME}" title="Composer" src="iframe-small/frame.html" width="300" height="90"></iframe></main>`,
      },
      'frame.html': { script: 'prosemirror.ts' },
    },
  }),
  page('iframe-srcdoc', {
    host: 'www.perplexity.ai',
    title: 'A contenteditable in a srcdoc frame',
    frame: true,
    fields: [rich('contenteditable', '#message')],
    files: {
      'index.html': {
        script: 'outer.ts',
        body: `<main><h1>A srcdoc frame</h1><iframe name="${FRAME_NAME}" title="Composer" srcdoc="{{srcdoc:frame.html}}" width="600" height="300"></iframe></main>`,
      },
      'frame.html': { script: 'contenteditable.ts' },
    },
  }),
  page('iframe-sandbox', {
    host: 'curipod.com',
    title: 'A textarea in a sandboxed frame without an origin',
    frame: true,
    fields: [textarea()],
    files: {
      'index.html': {
        script: 'outer.ts',
        body: `<main><h1>A sandboxed frame</h1><iframe name="${FRAME_NAME}" title="Composer" sandbox="allow-scripts" src="iframe-sandbox/frame.html" width="600" height="300"></iframe></main>`,
      },
      'frame.html': { script: 'textarea.ts' },
    },
  }),
  page('strict-csp', {
    host: 'grok.com',
    title: 'TipTap under a strict CSP and Trusted Types',
    script: 'tiptap.ts',
    fields: [rich('prosemirror', PROSEMIRROR)],
    headers: strictCsp('ProseMirrorClipboard'),
  }),
  page('strict-csp-none', {
    host: 'grok.com',
    title: 'A textarea where Trusted Types allow no policy at all',
    script: 'textarea.ts',
    fields: [textarea()],
    headers: strictCsp("'none'"),
  }),
  page('coep', {
    host: 'notebook.google.com',
    title: 'A textarea on a page isolated by COEP and COOP',
    script: 'textarea.ts',
    fields: [textarea()],
    headers: {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    },
  }),
  page('document-open', {
    host: 'you.com',
    title: 'A page that writes its document again after load',
    fields: [textarea()],
  }),
  page('frame-remover', {
    host: 'duck.ai',
    title: 'A page that throws out elements it does not know',
    fields: [textarea()],
  }),
  page('login', {
    host: 'app.magicschool.ai',
    title: 'A sign-in form beside one free text',
    fields: [
      textarea('message', 'line'),
      ...['username', 'password', 'code', 'card', 'search', 'url'].map((name) => input(name, 'sign-in')),
    ],
  }),
  page('inputs', {
    host: 'www.eduaide.ai',
    title: 'A form of several plain fields',
    fields: [
      { ...input('input', 'submit'), selector: '#topic' },
      { ...textarea('textarea', 'line'), selector: '#details' },
      rich('contenteditable', '#notes', 'plain', 'line'),
    ],
  }),
  page('file-input', {
    host: 'app.briskteaching.com',
    title: 'A file field, a drop zone and a textarea',
    fields: [textarea()],
  }),
  page('senders', {
    host: 'teacher.snorkl.app',
    title: 'One text box for each way of sending',
    fields: [
      textarea('keydown'),
      ...['click', 'pointerdown', 'submit', 'unlabelled'].map((name) => textarea(name, 'line')),
      textarea('trusted'),
    ],
  }),
  page('long-modal', {
    host: 'snorkl.app',
    title: 'A page that pulls the focus back, with a modal dialog',
    fields: [textarea(), textarea('note', 'line')],
  }),
];

/** The address to open a page at; `host` puts it under another site's name. */
export function urlOf(page: BedPage, host = page.host): string {
  return `https://${host}${page.path}`;
}

export interface BedResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
  contentType: string;
}

/**
 * Answers a request for `.../bed/ID` or `.../bed/ID/FILE` on any host and below any path, so that a page can
 * also be opened under a host or path it is not listed with. A host's icon is answered with nothing.
 *
 * @returns null where the address is none of the bed's.
 * @throws where the bed has not been built.
 */
export function respond(url: URL): BedResponse | null {
  if (url.pathname === '/favicon.ico')
    return { status: 204, headers: {}, body: '', contentType: 'image/x-icon' };
  const [, id, name = 'index.html'] = /\/bed\/([a-z-]+)(?:\/([a-z.-]+))?$/.exec(url.pathname) ?? [];
  const found = PAGES.find((candidate) => candidate.id === id);
  if (!found || !Object.hasOwn(found.files, name)) return null;
  const file = new URL(`${found.id}/${name}`, DIST);
  if (!existsSync(file)) throw new Error('The test bed is not built: run node tests/pages/build.ts');
  const contentType = 'text/html; charset=utf-8';
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': 'no-store', ...found.headers },
    body: readFileSync(file, 'utf8'),
    contentType,
  };
}
