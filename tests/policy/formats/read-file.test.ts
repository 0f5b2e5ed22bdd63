/** Files that others wrote, or that hold more than a policy of ours. */
import { describe, expect, test } from 'vitest';
import { checkPolicyFile } from '../../../lib/policy/formats/check-file.ts';
import { readPolicyFile } from '../../../lib/policy/formats/read-file.ts';
import { OWN_IDS } from '../../../lib/policy/formats/targets.ts';
import { writeFile } from '../../../lib/policy/formats/write-file.ts';
import { SAMPLE, TARGETS } from './samples.ts';

const ID = 'a'.repeat(32);
const KEY = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy`;

const found = (text: string) => readPolicyFile(text)?.policies.map(({ policy }) => policy);

describe('a .reg file', () => {
  test('as regedit writes one: quotes over two lines, bytes over two lines, keys for objects', () => {
    const file = [
      '\uFEFFWindows Registry Editor Version 5.00',
      '',
      `[${KEY}]`,
      '"allowPause"=dword:00000000',
      '"useInstead"="Ask\nthe \\"office\\""',
      '"retentionDays"="30"',
      '"safetyContact"=hex(1):46,00,65,00,\\',
      '  f1,00,00,00',
      '',
      `[${KEY}\\rules]`,
      '"email"="block"',
      '"person-name/staff"="off"',
      '',
      `[${KEY}\\minScore]`,
      '"email"="0.5"',
      '',
      `[${KEY}\\approvedTools\\1]`,
      '"site"="chatgpt"',
      '"tier"="agreement"',
      '',
      `[${KEY}\\schoolNames]`,
      ...['10', '2', '1'].map((name) => `"${name}"="School ${name}"`),
    ].join('\r\n');
    expect(found(file)).toEqual([
      {
        allowPause: false,
        useInstead: 'Ask\nthe "office"',
        retentionDays: 30,
        safetyContact: 'Feñ',
        rules: { email: 'block', 'person-name/staff': 'off' },
        minScore: { email: 0.5 },
        approvedTools: [{ site: 'chatgpt', tier: 'agreement' }],
        schoolNames: ['School 1', 'School 2', 'School 10'],
      },
    ]);
  });

  test('what is taken away, is no string or number, or belongs to others', () => {
    const file = [
      'Windows Registry Editor Version 5.00',
      `[-${KEY}]`,
      '"lost"="1"',
      `[${KEY}]`,
      '"language"="es"',
      '"packs"=hex(7):41,00,00,00',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome]',
      '"HomepageLocation"="https://example.org"',
    ].join('\r\n');
    expect(readPolicyFile(file)).toMatchObject({
      kind: 'registry',
      policies: [{ browser: 'chrome', id: ID, policy: { language: 'es' } }],
      ignored: [`${KEY}\\packs`, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome'],
    });
  });
});

describe('a property list', () => {
  const profile = (payload: string, after = '') =>
    `<?xml version="1.0"?>\n<!-- a note <dict> -->\n<!DOCTYPE plist PUBLIC "a" "b">\n<plist version="1.0"><dict>
    <key>PayloadContent</key><array><dict>${payload}
    <key>PayloadType</key><string>com.google.Chrome.extensions.${ID}</string></dict>${after}</array></dict></plist>`;

  test('with references, CDATA, empty elements and payloads of others', () => {
    const payload =
      '<key>useInstead</key><string>A&#38;B &#x41; <![CDATA[<c>]]></string><key>schoolNames</key><array/>';
    const other = '<dict><key>PayloadType</key><string>com.apple.wifi.managed</string></dict>';
    expect(readPolicyFile(profile(payload, other))).toMatchObject({
      kind: 'mac',
      policies: [{ id: ID, policy: { useInstead: 'A&B A <c>', schoolNames: [] } }],
      ignored: ['com.apple.wifi.managed'],
    });
  });

  test.each([
    profile('<key>a</key>'),
    '<plist><dict><key>a</key>',
    `<plist>${'<array>'.repeat(9000)}`,
    '<plist',
    '<plist></plist>',
  ])('that is broken is of no kind (%#)', (text) => {
    expect(readPolicyFile(text)).toBeUndefined();
  });
});

test('Google’s wrapped values, without what is only recommended or not wrapped', () => {
  const file = {
    allowPause: { Value: false },
    language: { Value: 'es', Level: 'Recommended' },
    rules: { email: 'off' },
  };
  expect(readPolicyFile(JSON.stringify(file))).toMatchObject({
    kind: 'google',
    policies: [{ policy: { allowPause: false } }],
    ignored: ['language', 'rules'],
  });
});

test('a file of Linux with other policies and other extensions: each is named', () => {
  const other = 'p'.repeat(32);
  const file = {
    '3rdparty': {
      extensions: { [other]: { servers: ['x'] }, [ID]: { allowPause: false } },
      more: {},
    },
    HomepageLocation: 'https://example.org',
    ExtensionSettings: { [ID]: { update_url: 'https://example.org/u.xml' }, '*': { installation_mode: 'x' } },
    ExtensionInstallForcelist: [`${other};https://example.org/other.xml`],
  };
  expect(readPolicyFile(JSON.stringify(file))).toMatchObject({
    kind: 'linux',
    policies: [{ id: ID, policy: { allowPause: false } }],
    installs: [{ id: ID, url: 'https://example.org/u.xml' }],
    ignored: ['HomepageLocation', '3rdparty.more', other, other],
  });
});

test('two browsers with different policies are two policies', () => {
  const text = writeFile('registry', SAMPLE, TARGETS).text;
  expect(readPolicyFile(text)?.policies).toHaveLength(1);
  const changed = text.replace('"allowPause"=dword:00000000', '"allowPause"=dword:00000001');
  expect(readPolicyFile(changed)?.policies.map(({ browser }) => browser)).toEqual(['chrome', 'edge']);
});

test.each(['install-chrome', 'install-edge', 'firefox'] as const)(
  '%s tells where it is installed from',
  (format) => {
    const browser = format === 'firefox' ? 'firefox' : format === 'install-chrome' ? 'chrome' : 'edge';
    expect(readPolicyFile(writeFile(format, SAMPLE, TARGETS).text)?.installs).toEqual([
      format === 'firefox' ? { ...TARGETS.firefox, browser } : TARGETS[browser],
    ]);
  },
);

describe('what is wrong', () => {
  const bad = { rules: { emial: 'block' }, idFormats: ['S-#####', '#'] };

  test.each([
    ['google', 4, 7, 10, 7],
    ['linux', 6, 11, 10, 11],
    ['firefox', 7, 13, 11, 13],
    ['plain', 3, 5, 7, 5],
  ] as const)('%s: with its place', (format, line, column, line2, column2) => {
    const { text } = writeFile(format, bad, { ...TARGETS, edge: TARGETS.chrome });
    expect(checkPolicyFile(text).problems).toEqual([
      { place: { line, column }, field: 'rules.emial', hint: 'no such rule; did you mean email?' },
      {
        place: { line: line2, column: column2 },
        field: 'idFormats.1',
        hint: expect.stringContaining('digit'),
      },
    ]);
  });

  test.each(['registry', 'detect', 'remediate', 'mac'] as const)('%s: by the name of the field', (format) => {
    expect(checkPolicyFile(writeFile(format, bad, TARGETS).text).problems).toEqual([
      { field: 'rules.emial', hint: 'no such rule; did you mean email?' },
      { field: 'idFormats.1', hint: expect.stringContaining('digit') },
    ]);
  });

  test('a field that was lost on the way is named', () => {
    const text = writeFile('registry', SAMPLE, TARGETS).text.replaceAll(/^"allowPause".*\r\n/gm, '');
    expect(checkPolicyFile(text).problems).toEqual([
      { field: 'allowPause', hint: 'named in fields, but not in the policy' },
    ]);
  });

  test.each(['', '{', 'Hello', '<plist>'])('%j is of no kind', (text) => {
    expect(checkPolicyFile(text).problems[0]).toMatchObject({ field: 'policy' });
  });
});

test('the ids are those of this build', async () => {
  const { extensionId } = await import('../../../tools/extension-id.mjs');
  const { readFileSync } = await import('node:fs');
  const config = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8');
  const [, key = ''] = /PUBLIC_KEY =\s*'([^']+)'/.exec(config) ?? [];
  expect(OWN_IDS.chromium).toBe(extensionId(key));
  expect(config).toContain(`id: '${OWN_IDS.firefox}'`);
});
