/** The section of docs/benchmark.md about names in answers, which is measured apart from the rest. */
const HEADING = '\n## Names back in an answer\n\n';

/** The page with this section at its end. */
export function withRestored(page: string, section: string): string {
  return `${page.split(HEADING)[0]!.trimEnd()}\n${HEADING}${section}\n`;
}

/** The section of a page, '' where it has none. */
export function restoredOf(page: string): string {
  return page.split(HEADING)[1]?.trimEnd() ?? '';
}
