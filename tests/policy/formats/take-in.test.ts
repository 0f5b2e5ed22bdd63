import { expect, test } from 'vitest';
import { readPolicyFile } from '../../../lib/policy/formats/read-file.ts';
import { targetsFrom } from '../../../lib/policy/formats/take-in.ts';
import { badPartsOf, type Targets } from '../../../lib/policy/formats/targets.ts';
import { type FormatId, writeFile } from '../../../lib/policy/formats/write-file.ts';
import { SAMPLE, TARGETS } from './samples.ts';

const OTHER: Targets = {
  chrome: { id: 'c'.repeat(32), url: '' },
  edge: { id: 'd'.repeat(32), url: '' },
  firefox: { id: 'other@example.org', url: '' },
};

const idsOf = ({ chrome, edge, firefox }: Targets) => [chrome.id, edge.id, firefox.id].map((id) => id[0]);

test.each<[FormatId, string[]]>([
  ['registry', ['a', 'b', 'o']],
  ['detect', ['a', 'b', 'o']],
  ['mac', ['a', 'b', 'o']],
  ['linux', ['a', 'b', 'o']],
  ['firefox', ['c', 'd', 'c']],
  ['install-chrome', ['a', 'd', 'o']],
  ['install-edge', ['c', 'b', 'o']],
  ['google', ['c', 'd', 'o']],
  ['plain', ['c', 'd', 'o']],
])('%s: the ids that it names take the place of those before', (format, ids) => {
  const file = readPolicyFile(writeFile(format, SAMPLE, TARGETS).text)!;
  expect(idsOf(targetsFrom(file, OTHER))).toEqual(ids);
});

test('one id in a file of Linux is that of both browsers', () => {
  const { text } = writeFile('linux', SAMPLE, { ...TARGETS, edge: TARGETS.chrome });
  expect(idsOf(targetsFrom(readPolicyFile(text)!, OTHER))).toEqual(['a', 'a', 'o']);
});

test.each([
  ['chrome', TARGETS.chrome, []],
  ['chrome', { id: 'q'.repeat(32), url: 'example.org' }, ['id', 'url']],
  ['edge', { id: 'a'.repeat(31), url: '' }, ['id']],
  ['firefox', { id: '{0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f}', url: 'file:///srv/chalkline.xpi' }, []],
  ['firefox', { id: 'a'.repeat(32), url: 'javascript:alert(1)' }, ['id', 'url']],
] as const)('what is wrong with a target of %s (%#)', (browser, target, bad) => {
  expect(badPartsOf(browser, target)).toEqual(bad);
});
