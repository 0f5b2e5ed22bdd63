/** One AI site, as data. The file is `sites.json`, sorted by id; people who do not program edit it too (docs/sites.md). */
export interface Site {
  id: string;
  name: string;
  /** Manifest match patterns that are required from day one: adding one later disables the extension at update. */
  matches: string[];
  /** Patterns that a teacher or district turns on. */
  optionalMatches?: string[];
  /** Regular expression on host and path, for hosts that are more than an AI chat. Outside of it nothing is read or held. */
  pathGate?: string;
  /** `avoid`: the site turns a synthetic paste into a quote card or a file, so text is typed in instead. */
  syntheticPaste?: 'avoid';
  /** Selectors of the composer, of what sends, and of what stops an answer. They make sends precise and gate nothing. */
  composer?: string[];
  send?: string[];
  stop?: string[];
  /** Selectors of the chat's answers. They only help to find the one that a teacher wants to see with names. */
  answer?: string[];
  /** The day on which what `seen` says was last found to be so, as YYYY-MM-DD. A host that a policy adds has none. */
  evidence?: string;
  /** What was found: the selectors in the page's own code, what kind of editor it has, or no more than the address. */
  seen?: 'selectors' | 'editor' | 'address';
  /** Browsers in which no extension can run on this site. */
  blocked?: { browser: 'edge'; minVersion?: number; source: string }[];
}
