/** The repository tests itself: what a reviewer would otherwise have to look for at every change. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { BECAUSE_CODES } from '../lib/detect/because.ts';
import { CATEGORY_IDS } from '../lib/detect/category.ts';
import { createGazetteer } from '../lib/detect/names/gazetteer.ts';
import { MODEL } from '../lib/detect/names/tagger.data.ts';
import { createTagger } from '../lib/detect/names/tagger.ts';
import { personName } from '../lib/detect/recognizers/person-name.ts';
import { createDocumentRecognizers, createFormRecognizers } from '../lib/detect/registry.ts';
import { OPTIONAL_MATCHES, REQUIRED_MATCHES, SITES } from '../lib/sites/match.ts';
import { loadTables } from '../tools/load-detector.ts';
import { grantsOf } from '../tools/release/grants.ts';
import { gradeOf } from './reading-level.ts';

// wxt.config.ts is read for its values; WXT itself, with its bundler, would take seconds to load.
vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));

const root = fileURLToPath(new URL('..', import.meta.url));
/** What git ignores, and git's own. */
const IGNORED = new Set('node_modules .git .output .wxt .tools .demo .results dist'.split(' '));

/** Paths of all files below a folder, from the project's folder, with `/`. */
function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (IGNORED.has(entry.name) || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const readJson = (file: string) => JSON.parse(read(file));
const ALL_FILES = filesIn('.').filter((file) => !/\.(?:png|ico|woff2|docx|pptx|xlsx|odt|ods)$/.test(file));
const LIB_FILES = ALL_FILES.filter((file) => /^lib\/.*\.ts$/.test(file));
const MARKDOWN = ALL_FILES.filter((file) => file.endsWith('.md'));

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
}

async function manifestFor(browser: string): Promise<Manifest> {
  const config = (await import('../wxt.config.ts')).default as unknown as {
    manifest(env: { browser: string; command: string }): Manifest;
  };
  return config.manifest({ browser, command: 'build' });
}

describe('permissions', () => {
  const page = read('docs/permissions.md');
  const hostOf = (pattern: string) => pattern.replace('https://', '').replace('/*', '');
  /** The rows of the tables whose first cell is one of these, as [first cell, words in backticks of the second]. */
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, first = '', second = '']) => ({
      first,
      codes: Array.from(second.matchAll(/`([^`]+)`/g), (match) => match[1]),
    }));

  test.each(['chrome', 'edge', 'firefox'])('every permission for %s has its reason', async (browser) => {
    const { permissions } = await manifestFor(browser);
    const explained = rows.map(({ first }) => /^`([^`]+)`$/.exec(first)?.[1]).filter(Boolean);
    expect(explained).toEqual(permissions);
  });

  test('every host stands beside the name of its site', async () => {
    const { host_permissions, optional_host_permissions } = await manifestFor('chrome');
    expect(host_permissions).toEqual(REQUIRED_MATCHES);
    expect(optional_host_permissions.every((pattern) => page.includes(`\`${pattern}\``))).toBe(true);
    for (const { name, matches, optionalMatches = [] } of SITES) {
      const hosts = rows.filter(({ first }) => first === name).flatMap(({ codes }) => codes);
      expect(hosts.sort(), name).toEqual([...matches, ...optionalMatches].map(hostOf).sort());
    }
  });

  test.each(['chrome', 'edge', 'firefox'])('what %s grants is the committed list', async (browser) => {
    // A change here is a change of docs/permissions.json, for everybody to see.
    expect(grantsOf(await manifestFor(browser))).toEqual(readJson('docs/permissions.json'));
  });

  test('no page of ours can reach anything outside the extension', async () => {
    const { content_security_policy: csp } = await manifestFor('firefox');
    expect(csp.extension_pages).toContain("connect-src 'self'");
    expect(csp.extension_pages).not.toMatch(/https?:|\*/);
  });
});

describe('sites.json', () => {
  test('is sorted by id, each id once', () => {
    const ids = SITES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  const KEYS = [
    ...[
      'id',
      'name',
      'matches',
      'optionalMatches',
      'pathGate',
      'syntheticPaste',
      'composer',
      'send',
      'stop',
      'answer',
    ],
    ...['blocked', 'evidence', 'seen'],
  ];
  test.each(SITES)('$id has the parts that docs/sites.md describes, and no other', (site) => {
    expect(Object.keys(site).filter((key) => !KEYS.includes(key))).toEqual([]);
    expect(site.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(site.name.trim()).not.toBe('');
    const lists = [site.matches, site.optionalMatches, site.composer, site.send, site.stop, site.answer];
    for (const list of lists.filter((one) => one !== undefined)) {
      expect(Array.isArray(list) && list.every((one) => typeof one === 'string' && one !== '')).toBe(true);
    }
    expect(site.matches.length + (site.optionalMatches?.length ?? 0)).toBeGreaterThan(0);
    expect(site.syntheticPaste).toBeOneOf([undefined, 'avoid']);
  });

  test.each(SITES)('the evidence for $id has a day, and says what was seen', (site) => {
    const day = site.evidence ?? '';
    expect(new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10)).toBe(day);
    const hasSelectors = [site.composer, site.send, site.stop].some((list) => list !== undefined);
    expect(site.seen).toBeOneOf(hasSelectors ? ['selectors'] : ['editor', 'address']);
  });

  test('has whole host patterns, each once', () => {
    const patterns = [...REQUIRED_MATCHES, ...OPTIONAL_MATCHES];
    expect(
      patterns.filter((pattern) => !/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/.test(pattern)),
    ).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  test('has gates that compile, begin at the host and fit a host of their site', () => {
    const gated = SITES.filter(({ pathGate }) => pathGate);
    expect(gated.length).toBeGreaterThan(0);
    for (const { id, pathGate = '', matches, optionalMatches = [] } of gated) {
      expect(() => new RegExp(pathGate), id).not.toThrow();
      expect(pathGate.startsWith('^'), id).toBe(true);
      const hosts = [...matches, ...optionalMatches].map((pattern) => pattern.slice(8, -2));
      expect(
        hosts.every((host) => pathGate.includes(host.replaceAll('.', '\\.'))),
        id,
      ).toBe(true);
    }
  });
});

describe('words', () => {
  const notices: Record<'en' | 'es', Record<string, string>> = readJson('locales/notices.json');
  const en: Record<string, string> = { ...readJson('locales/en.json'), ...notices.en };
  const es: Record<string, string> = { ...readJson('locales/es.json'), ...notices.es };
  const blanks = (text = '') => Array.from(text.matchAll(/\{\d\}/g), ([blank]) => blank).sort();

  test('both languages have the same keys, and none is empty', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries({ ...en, ...es }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('both languages have the same blanks', () => {
    const differ = Object.keys(en).filter((key) => blanks(en[key]).join() !== blanks(es[key]).join());
    expect(differ).toEqual([]);
  });

  const pages = readdirSync(path.join(root, 'locales'))
    .filter((file) => !/^(?:en|es|notices|reasons)\.json$/.test(file))
    .map((file) => [file, readJson(`locales/${file}`)] as const);

  test.each(pages)('%s has the same keys and blanks in both languages, and none is empty', (_file, words) => {
    expect(Object.keys(words.es)).toEqual(Object.keys(words.en));
    const all: string[] = [...Object.values<string>(words.en), ...Object.values<string>(words.es)];
    expect(all.filter((text) => text.trim() === '')).toEqual([]);
    const differ = Object.keys(words.en).filter(
      (key) => blanks(words.en[key]).join() !== blanks(words.es[key]).join(),
    );
    expect(differ).toEqual([]);
  });

  const SIMPLE = ['voice.json', 'mistake.json', 'welcome.json', 'privacy.json', 'gaps.json', 'classes.json'];
  test.each(SIMPLE)('%s reads at grade 6', (file) => {
    const words = Object.values(readJson(`locales/${file}`).en as Record<string, string>);
    expect(words.filter((text) => text.split(' ').length > 7 && gradeOf(text) > 9)).toEqual([]);
    expect(gradeOf(words.map((text) => text.replace(/[^.?!:]$/, '$&.')).join(' '))).toBeLessThanOrEqual(6);
  });

  const ROLES = ['student', 'family', 'staff', 'self', 'unknown'];
  /** Reasons that come from lists and policies. */
  const OWN_CODES = 'class-list custom-term custom-pattern id-format school-name staff-domain'.split(' ');
  test.each([
    ['reason', [...Object.keys(BECAUSE_CODES), ...OWN_CODES].map((code) => `because.${code}`)],
    ['category', CATEGORY_IDS.filter((id) => id !== 'person-name').map((id) => `category.${id}`)],
    ['role of a person', ROLES.map((role) => `category.person.${role}`)],
  ])('every %s has a sentence in both languages', (_what, keys) => {
    expect(keys.filter((key) => !en[key] || !es[key])).toEqual([]);
  });

  const reasons = readJson('locales/reasons.json');
  test('every category but one’s own words has its reason and rule in both languages', () => {
    const wanted = CATEGORY_IDS.filter((id) => id !== 'custom').sort();
    for (const language of ['en', 'es']) {
      expect(Object.keys(reasons[language]).sort()).toEqual(wanted);
      const texts = Object.values(reasons[language]).flatMap((one) => Object.values(one as object));
      expect(texts.filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    }
    expect(reasons.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('the first line of a reason names no law, and reads at grade 6', () => {
    const first = [
      ...Object.values(reasons.en as Record<string, { more: string }>).map(({ more }) => more),
      ...Object.keys(en)
        .filter((key) => key.startsWith('because.'))
        .map((key) => en[key]!),
    ];
    expect(first.filter((text) => /\d|§|\b(?:FERPA|IDEA|COPPA|CFR|Act)\b/.test(text))).toEqual([]);
    expect(first.filter((text) => gradeOf(text) > 7)).toEqual([]);
    expect(gradeOf(first.join(' '))).toBeLessThanOrEqual(6);
  });

  test('nothing promises more than that identifiers are reduced', () => {
    const claim =
      /anonym|anónim|de-?identif|desidentific|ferpa[- ](?:safe|complian|certified)|(?:complies|compliant) with ferpa/i;
    expect(claim.test('It is FERPA-compliant.')).toBe(true);
    const shown =
      /^(?:locales|curriculum|practice|components|entrypoints|public|docs)\/|^(?:wxt\.config\.ts|README\.md|CHANGELOG\.md|package\.json)$/;
    const files = ALL_FILES.filter((file) => shown.test(file));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => claim.test(read(file)))).toEqual([]);
  });
});

describe('recognizers', () => {
  const folder = 'lib/detect/recognizers';
  const files = readdirSync(path.join(root, folder))
    .filter((file) => /import type \{[^}]*\bRecognizer\b/.test(read(`${folder}/${file}`)))
    .map((file) => file.replace(/\.ts$/, ''));
  const gazetteer = createGazetteer(loadTables());
  const tagger = createTagger(Buffer.from(MODEL.tagger, 'base64'));
  const registered = [
    personName(gazetteer, tagger),
    ...createFormRecognizers(gazetteer),
    ...createDocumentRecognizers(gazetteer),
  ];

  test('every file is registered under its own name', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(registered.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  test.each(registered)('$id describes itself and has a table of cases for each category', (recognizer) => {
    expect(recognizer.description).toMatch(/^[A-Z].*\.$/);
    const cases = read(`tests/detect/${recognizer.id}.test.ts`);
    const missing = recognizer.categories.filter((category) => !cases.includes(`table('${category}', [`));
    expect(missing).toEqual([]);
  });
});

interface Import {
  from: string;
  /** Path from the project's folder, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

/** The imports of a TypeScript source: static, side-effect and dynamic ones, re-exports and `require`. */
function importsOf(file: string, source: string): Import[] {
  const target = (name: string) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  const found: Import[] = [];
  for (const [, what = '', name = ''] of source.matchAll(
    /^(?:import|export)\b(?!\s*\()([^;'"]*?)\bfrom\s*'([^']+)'/gm,
  )) {
    const named = /^\s*\{([^}]*)\}\s*$/
      .exec(what)?.[1]
      ?.split(',')
      .filter((part) => part.trim() !== '');
    const typeOnly = /^\s*type\b/.test(what) || (named?.every((part) => /^\s*type\s/.test(part)) ?? false);
    found.push({ from: file, to: target(name), typeOnly });
  }
  for (const [, plain, called] of source.matchAll(
    /^import\s*'([^']+)'|(?<!typeof )\b(?:import|require)\('([^']+)'\)/gm,
  )) {
    found.push({ from: file, to: target(plain ?? called ?? ''), typeOnly: false });
  }
  return found;
}

describe('borders', () => {
  const imports = LIB_FILES.flatMap((file) => importsOf(file, read(file)));
  const broken = (rule: (one: Import) => boolean) =>
    imports.filter(rule).map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? ' (type)' : ''}`);
  const inside = (file: string, ...folders: string[]) =>
    folders.some((folder) => file.startsWith(`${folder}/`));

  test('imports are read as they are written', () => {
    const source = [
      "import { a } from '../x.ts';",
      "import type { B } from './b.ts';",
      "import {\n  type C,\n  type D,\n} from './c.ts';",
      "import { type E, f } from './e.ts';",
      "import './side.css';",
      "export { g } from 'pkg';",
      "const h = await import('../h.ts');",
      "let i: typeof import('./i.ts');",
    ].join('\n');
    const seen = importsOf('lib/y/z.ts', source).map(
      ({ to, typeOnly }) => `${to}${typeOnly ? ' (type)' : ''}`,
    );
    expect(seen).toEqual([
      ...['lib/x.ts', 'lib/y/b.ts (type)', 'lib/y/c.ts (type)', 'lib/y/e.ts', 'pkg'],
      ...['lib/y/side.css', 'lib/h.ts'],
    ]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('every path leads to a file', () => {
    const isPath = (to: string) => to.includes('/') && /\.(?:ts|tsx|json|mjs)$/.test(to);
    const isThere = (to: string) =>
      existsSync(path.join(root, to)) || existsSync(path.join(root, 'node_modules', to));
    expect(broken(({ to }) => isPath(to) && !isThere(to))).toEqual([]);
  });

  test('lib imports no entrypoint, tool or test', () => {
    expect(broken(({ to }) => inside(to, 'entrypoints', 'tools', 'tests'))).toEqual([]);
  });

  test('detect imports only itself', () => {
    expect(broken(({ from, to }) => inside(from, 'lib/detect') && !inside(to, 'lib/detect'))).toEqual([]);
  });

  test('policy, redact and learn know only each other, class lists and the types of detect', () => {
    const pure = ['lib/policy', 'lib/redact', 'lib/learn'];
    const mayKnow = ({ to, typeOnly }: Import) =>
      inside(to, ...pure, 'lib/class-list', 'curriculum') || (typeOnly && inside(to, 'lib/detect'));
    expect(broken((one) => inside(one.from, ...pure) && !mayKnow(one))).toEqual([]);
  });

  test('files knows only itself and the types of detect and redact', () => {
    const mayKnow = ({ to, typeOnly }: Import) =>
      !inside(to, 'lib') || inside(to, 'lib/files') || (typeOnly && inside(to, 'lib/detect', 'lib/redact'));
    expect(broken((one) => inside(one.from, 'lib/files') && !mayKnow(one))).toEqual([]);
  });

  test('class lists know only themselves', () => {
    expect(broken(({ from, to }) => inside(from, 'lib/class-list') && !inside(to, 'lib/class-list'))).toEqual(
      [],
    );
  });

  test('sites knows only itself', () => {
    expect(broken(({ from, to }) => inside(from, 'lib/sites') && !inside(to, 'lib/sites'))).toEqual([]);
  });

  test('page knows no detector, policy or store', () => {
    const others = ['detect', 'policy', 'store', 'redact', 'learn'].map((name) => `lib/${name}`);
    expect(broken(({ from, to }) => inside(from, 'lib/page') && inside(to, ...others))).toEqual([]);
  });

  test('only store touches the browser', () => {
    const isBrowser = (to: string) => /^(?:wxt(?:\/|$)|webextension-polyfill|idb$|#imports)/.test(to);
    expect(broken(({ from, to }) => isBrowser(to) && !inside(from, 'lib/store'))).toEqual([]);
    expect(broken(({ to }) => isBrowser(to))).not.toEqual([]);
  });

  test('the flow knows only types', () => {
    // The flow of files is the part of it that stands apart.
    const flow = ['lib/guard.ts', 'lib/guard-files.ts'];
    const isOfFlow = (to: string) => to === 'lib/guard-files.ts';
    expect(broken(({ from, to, typeOnly }) => flow.includes(from) && !typeOnly && !isOfFlow(to))).toEqual([]);
  });
});

describe('sources', () => {
  test('lib and tools run as they are: no enums, no namespaces', () => {
    const notErasable =
      /^\s*(?:export\s+)?(?:declare\s+)?(?:(?:const\s+)?enum\s+\w|(?:namespace|module)\s+[\w.]+\s*\{)/m;
    expect(notErasable.test('export const enum Kind { A }')).toBe(true);
    const files = [...LIB_FILES, ...ALL_FILES.filter((file) => /^tools\/.*\.ts$/.test(file))];
    expect(files.filter((file) => notErasable.test(read(file)))).toEqual([]);
  });

  test('no file names the host of a package registry', () => {
    const host = new RegExp(`registry${/\./.source}(?:npmjs|yarnpkg|npmmirror)|npm${/\./.source}pkg`, 'i');
    expect(host.test(['registry', 'npmjs', 'org'].join('.'))).toBe(true);
    expect(ALL_FILES.filter((file) => host.test(read(file)))).toEqual([]);
  });
});

describe('documents', () => {
  /** A heading as its address within the page. */
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  const headings = (file: string) =>
    Array.from(read(file).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => heading);

  test.each(MARKDOWN)('the links of %s lead somewhere', (file) => {
    const links = Array.from(read(file).matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g), ([, link = '']) => link);
    const dead = links
      .filter((link) => !/^(?:https?|mailto):/.test(link))
      .filter((link) => {
        const [target = '', section] = link.split('#');
        const place = target ? path.posix.join(path.posix.dirname(file), target) : file;
        if (!existsSync(path.join(root, place))) return true;
        return section !== undefined && statSync(path.join(root, place)).isFile()
          ? !headings(place).some((heading) => anchor(heading) === section)
          : false;
      });
    expect(dead).toEqual([]);
  });

  test('what the code says is in the design is there', () => {
    const sources = ALL_FILES.filter((file) =>
      /^(?:lib|components|entrypoints|tools)\/|^wxt\.config/.test(file),
    );
    const named = sources.flatMap((file) =>
      Array.from(read(file).matchAll(/docs\/design\.md, "([^"]+)"/g), ([, heading = '']) => heading),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((heading) => !headings('docs/design.md').includes(heading))).toEqual([]);
  });

  test('the newest entry of the changelog is this version', () => {
    const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md')) ?? [];
    expect(newest).toBe(readJson('package.json').version);
  });

  test('every script that a document names is there', () => {
    const { scripts } = readJson('package.json');
    const named = MARKDOWN.flatMap((file) =>
      Array.from(read(file).matchAll(/npm run ([\w:]+)/g), ([, script = '']) => `${file}: ${script}`),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((one) => !Object.hasOwn(scripts, one.split(': ')[1] ?? ''))).toEqual([]);
  });
});
