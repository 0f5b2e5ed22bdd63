/** For which installed extension a policy is: its id and where it comes from differ from browser to browser. */

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Target {
  /** Of the extension: 32 letters in Chrome and Edge, a name with an @ in Firefox. */
  id: string;
  /** Where the browser gets the extension: an update URL in Chrome and Edge, the address of the file in Firefox. */
  url: string;
}
export type Targets = Record<BrowserName, Target>;

/** The ids of this extension as it is built here (wxt.config.ts). A store may give it another one. */
export const OWN_IDS = {
  chromium: 'fhogcgfojfbpadgcogliphdbnddgbpjb',
  firefox: 'chalkline@example.org',
} as const;

/** Where the stores of Chrome and Edge keep their extensions up to date. */
export const STORE_URLS = {
  chrome: 'https://clients2.google.com/service/update2/crx',
  edge: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
} as const;

/** What is wrong with a target; nothing where it can be written. An empty address leaves out what installs it. */
export function badPartsOf(browser: BrowserName, { id, url }: Target): (keyof Target)[] {
  const isId = browser === 'firefox' ? /^(?:[\w.-]*@[\w.-]+|\{[0-9a-f-]{36}\})$/i : /^[a-p]{32}$/;
  return [
    ...(isId.test(id) ? [] : ['id' as const]),
    ...(url === '' || /^(?:https?|file):\/\/\S+$/.test(url) ? [] : ['url' as const]),
  ];
}
