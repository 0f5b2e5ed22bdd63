/** Other finders of names, measured beside ours. A further peer is one function here and its line in `PEERS`. */
import nlp from 'compromise';
import type { Span } from '../../lib/detect/finding.ts';

export type NameFinder = (text: string) => Span[];

interface Peer {
  name: string;
  /** Out: its finder, or nothing where its data cannot be read. */
  load(): Promise<NameFinder | undefined>;
}

export const PEERS: Peer[] = [
  { name: 'compromise', load: async () => compromise },
  { name: 'name lists', load: nameLists },
];

/** `people()` of compromise. Its offsets drift after emoji, so each person is looked up again and outer marks are cut. */
export function compromise(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const person of nlp(text).people().out('array') as string[]) {
    const found = text.indexOf(person, from);
    if (person === '' || found < 0) continue;
    from = found + person.length;
    const start = found + (/^[^\p{L}]+/u.exec(person)?.[0].length ?? 0);
    const end = found + person.replace(/(?:['’]s)?[^\p{L}]*$/iu, '').length;
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** Runs compromise for its time alone. */
export function timeCompromise(text: string): void {
  nlp(text).people();
}

/** The list baseline: every capitalised word in our name lists is a name, neighbours are one. */
async function nameLists(): Promise<NameFinder | undefined> {
  const listed = await listedNames();
  if (!listed) return undefined;
  return (text) => {
    const spans: Span[] = [];
    for (const { 0: word, index } of text.matchAll(/\p{Lu}(?:[\p{L}\p{M}]|['’-](?=\p{L}))*/gu)) {
      const name = word.replace(/['’]s$/i, '');
      if (!listed(name)) continue;
      const last = spans.at(-1);
      const end = index + name.length;
      if (last && text.slice(last.end, index) === ' ') last.end = end;
      else spans.push({ start: index, end });
    }
    return spans;
  };
}

/** Read as data, since the form of the lists is no contract: where it is another one, this peer is left out. */
async function listedNames(): Promise<((word: string) => boolean) | undefined> {
  try {
    const reader = await import('../../lib/detect/names/gazetteer.ts');
    const { TABLES } = await import('../../lib/detect/names/gazetteer.data.ts');
    const { flagsOf } = reader.createGazetteer(Buffer.from(TABLES.names, 'base64'));
    const names = reader.FLAG.given | reader.FLAG.surname;
    return (word) => (flagsOf(reader.nameKey(word)) & names) !== 0;
  } catch {
    return undefined;
  }
}
