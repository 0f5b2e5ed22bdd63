/** What stores look at before they take a build. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grantsOf } from '../../tools/release/grants.ts';

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

test.each(['chrome', 'firefox'])('the build for %s may do what the committed list says', (browser) => {
  expect(grantsOf(readJson(`.output/${browser}-mv3/manifest.json`))).toEqual(
    readJson('docs/permissions.json'),
  );
});

test('web-ext lint finds no error in the build for Firefox', () => {
  const args = ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery', '--output', 'json'];
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout } = spawnSync(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...args], {
    env,
    encoding: 'utf8',
  });
  const { errors, metadata } = JSON.parse(stdout);
  expect(metadata).toMatchObject({ name: 'Chalkline', manifestVersion: 3 });
  expect(errors).toEqual([]);
}, 120_000);
