/** The sections at the end of docs/benchmark.md that are measured apart from the rest, each by its own command. */
export const RESTORED = 'Names back in an answer';
export const LISTED = 'People of a class list';
/** In the order of the page. */
const HEADINGS = [LISTED, RESTORED] as const;
type Heading = (typeof HEADINGS)[number];

const start = (heading: Heading) => `\n## ${heading}\n\n`;

/** The page with this section in its place, whether it had one or not. */
export function withSection(page: string, heading: Heading, section: string): string {
  return put(page, { ...sectionsOf(page), [heading]: section });
}

/** A page that was written anew, with the sections of the one before. */
export function withSectionsOf(page: string, before: string): string {
  return put(page, sectionsOf(before));
}

function put(page: string, sections: Partial<Record<Heading, string>>): string {
  const ends = HEADINGS.map((heading) => page.indexOf(start(heading))).filter((at) => at >= 0);
  const rest = page.slice(0, Math.min(page.length, ...ends)).trimEnd();
  const more = HEADINGS.flatMap((heading) =>
    sections[heading] ? [`${start(heading)}${sections[heading]}\n`] : [],
  );
  return `${rest}\n${more.join('')}`;
}

function sectionsOf(page: string): Partial<Record<Heading, string>> {
  return Object.fromEntries(
    HEADINGS.flatMap((heading) => {
      const [, behind] = page.split(start(heading));
      return behind === undefined ? [] : [[heading, behind.split('\n## ')[0]!.trim()]];
    }),
  );
}
