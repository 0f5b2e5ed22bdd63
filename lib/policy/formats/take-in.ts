/** What a file says of the extension that its policy is for. */
import type { ReadFile } from './read-file.ts';
import { type BrowserName, STORE_URLS, type Targets } from './targets.ts';

/** The targets with the ids and addresses of a file in place of those that it names. */
export function targetsFrom(file: ReadFile, targets: Targets): Targets {
  const { chrome, edge, firefox } = targets;
  const found: Targets = { chrome: { ...chrome }, edge: { ...edge }, firefox: { ...firefox } };
  const put = (browser: BrowserName, part: Partial<Targets[BrowserName]>) =>
    Object.assign(found[browser], part);
  for (const { id, browser } of file.ids) if (id && browser) put(browser, { id });
  // A file of Linux does not say which is whose: the builder writes Chrome's first, and one where both are the same.
  const [first, second = first] = file.ids.filter(({ browser }) => !browser);
  if (first?.id) put('chrome', { id: first.id });
  if (second?.id) put('edge', { id: second.id });
  for (const { id, url, browser } of file.installs) {
    put(browser ?? (url === STORE_URLS.edge ? 'edge' : 'chrome'), { id, url });
  }
  return found;
}
