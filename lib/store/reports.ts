/** The teacher's own reports about AI tools. On this machine only; they leave it as a file that the teacher saves. */
import { browser } from 'wxt/browser';
import { type Report, readReports } from '../learn/report.ts';
import { serialQueue } from './serial.ts';

const KEY = 'reports';
const queue = serialQueue();

async function readStored(): Promise<unknown[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored : [];
}

/** All reports, the oldest first. */
export async function readAllReports(): Promise<Report[]> {
  return readReports(await readStored());
}

/** Adds a report, or puts one back that was deleted. Rejects where there is no room left. */
export function addReport(report: Report): Promise<void> {
  // What this version does not understand stays where it is.
  return queue(async () => browser.storage.local.set({ [KEY]: [...(await readStored()), report] }));
}

export function deleteReport(id: string): Promise<void> {
  return queue(async () => {
    const left = (await readStored()).filter((one) => (one as Partial<Report> | null)?.id !== id);
    await browser.storage.local.set({ [KEY]: left });
  });
}
