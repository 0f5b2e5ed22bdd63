import type { Copy } from './package.ts';
import { escapeAttribute, type XmlAttribute, type XmlPart } from './xml.ts';

/** Longest name of a sheet in Excel. */
const LENGTH_MAX = 31;

/** What may be the name of a sheet of these words, beside others (in lower case, to which it is added). */
function sheetNameOf(words: string, others: Set<string>): string {
  const cleaned = words.replace(/[[\]:*?/\\]/g, '').replace(/^'+|'+$/g, '');
  const base = cleaned.trim() || '_';
  let name = base.slice(0, LENGTH_MAX);
  for (let n = 2; others.has(name.toLowerCase()); n++) {
    const end = ` ${n}`;
    name = base.slice(0, LENGTH_MAX - end.length) + end;
  }
  others.add(name.toLowerCase());
  return name;
}

/** Gives sheets other names in a copy. Out: the names of all, in lower case, with those that they have now. */
export function renameSheets(
  sheets: { name: string; wanted: string | undefined; part: XmlPart; attribute: XmlAttribute }[],
  copy: Copy,
): Map<string, string> {
  const others = new Set(
    sheets.filter(({ wanted }) => wanted === undefined).map(({ name }) => name.toLowerCase()),
  );
  const renamed = new Map<string, string>();
  for (const { name, wanted, part, attribute } of sheets) {
    renamed.set(name.toLowerCase(), name);
    if (wanted === undefined) continue;
    const better = sheetNameOf(wanted, others);
    renamed.set(name.toLowerCase(), better);
    copy.edit(part, attribute.from, attribute.to, escapeAttribute(better));
  }
  return renamed;
}
