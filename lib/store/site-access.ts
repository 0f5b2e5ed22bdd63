/** Where the browser lets Chalkline run. */
import { browser } from 'wxt/browser';

/** Those of some match patterns that the browser has granted, by themselves or with more. */
export async function grantedOf(patterns: string[]): Promise<string[]> {
  const granted = await Promise.all(
    // A pattern that the browser does not take is not granted either.
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] }).catch(() => false)),
  );
  return patterns.filter((_, i) => granted[i]);
}
