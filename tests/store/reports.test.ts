import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import type { Report } from '../../lib/learn/report.ts';
import { addReport, deleteReport, readAllReports } from '../../lib/store/reports.ts';

const report = (id: string): Report => ({
  ...{ id, week: '2026-11-23', kind: 'helpful', severity: 'low', task: 'planning', subject: 'all' },
  ...{ band: null, tool: '', example: 'A quiz from a text: all ten questions were good.', note: '' },
});

test('reports are kept in the order in which they came, and one is deleted', async () => {
  await Promise.all(['a', 'b', 'c'].map((id) => addReport(report(id))));
  await deleteReport('b');
  expect(await readAllReports()).toEqual([report('a'), report('c')]);
});

test('what this version does not understand stays where it is', async () => {
  const later = { id: 'z', kind: 'of-a-later-version' };
  await browser.storage.local.set({ reports: [later] });
  await addReport(report('a'));
  await deleteReport('a');
  expect(await readAllReports()).toEqual([]);
  expect((await browser.storage.local.get('reports')).reports).toEqual([later]);
});

test('what is no list is none', async () => {
  await browser.storage.local.set({ reports: 'x' });
  expect(await readAllReports()).toEqual([]);
  await addReport(report('a'));
  expect(await readAllReports()).toEqual([report('a')]);
});
