/** The parts of a spreadsheet formula that may hold a name. Source: ECMA-376-1, 18.17. */
import type { Literals } from './literals.ts';
import { escapeAttribute, unescapeXml } from './xml.ts';

export interface FormulaToken {
  /** Between double quotes; between single ones; between brackets; bare. */
  kind: 'string' | 'quoted' | 'bracketed' | 'bare';
  /** Offsets in the raw formula, without quotes and brackets. */
  from: number;
  to: number;
  /** As it reads, without doubled quotes. */
  value: string;
  /** What comes next. */
  next: string;
}

/** Names in the file, and what they are in the copy: of sheets by their name in lower case, of columns of tables. */
export interface Renames {
  sheets: Map<string, string>;
  columns: Map<string, string>;
}

export interface FormulaStyle {
  token: RegExp;
  /** What parts the name of a sheet from a cell. */
  sheetMark: string;
}

const QUOTED =
  /(?:"|&quot;)(?<string>(?:(?!"|&quot;).|""|&quot;&quot;)*)(?:"|&quot;)|(?:'|&apos;)(?<quoted>(?:(?!'|&apos;).|''|&apos;&apos;)*)(?:'|&apos;)/
    .source;
/** `'Period 3'!A1`, and `Table1[Name]`, where a quote keeps a bracket from its meaning. */
export const EXCEL_FORMULAS: FormulaStyle = {
  token: RegExp(
    `${QUOTED}|\\[(?<bracketed>(?:'.|[^[\\]'])*)\\]|(?<bare>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)`,
    'dgsu',
  ),
  sheetMark: '!',
};
/** `[$'Period 3'.A1]` */
export const ODF_FORMULAS: FormulaStyle = {
  token: RegExp(`${QUOTED}|(?<bracketed>(?!))|(?<bare>[\\p{L}_][\\p{L}\\p{N}_]*)`, 'dgsu'),
  sheetMark: '.',
};

/** The tokens of a formula as it stands in the XML. */
export function* formulaTokens(raw: string, { token }: FormulaStyle): Generator<FormulaToken> {
  for (const match of raw.matchAll(token)) {
    const groups = match.groups ?? {};
    const kind = (['string', 'quoted', 'bracketed', 'bare'] as const).find(
      (name) => groups[name] !== undefined,
    );
    if (!kind) continue;
    const [from, to] = match.indices!.groups![kind]!;
    const text = unescapeXml(groups[kind]!);
    const quote = { string: '"', quoted: "'", bracketed: '', bare: '' }[kind];
    const value = quote === '' ? text : text.replaceAll(quote + quote, quote);
    yield { kind, from, to, value, next: raw[match.index + match[0].length] ?? '' };
  }
}

/** Words as a name that formulas and bookmarks can have: letters, digits and low lines. */
export function identifierOf(words: string): string {
  const name = words.replace(/[^\p{L}\p{N}_.\\]+/gu, '_').replace(/^[^\p{L}]+|_+$/gu, '');
  return name === '' ? '_' : name;
}

const plain = (name: string) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);

/** Edits to a raw formula, so that no old name and no literal is left in it. `skip` names strings that others edit. */
export function formulaEdits(
  raw: string,
  style: FormulaStyle,
  renames: Renames & { identifier(old: string, words: string): string },
  literals: Literals,
  skip: (from: number) => boolean,
): { from: number; to: number; raw: string }[] {
  const sheet = (name: string) => renames.sheets.get(name.toLowerCase());
  const edits: { from: number; to: number; raw: string }[] = [];
  for (const { kind, from, to, value, next } of formulaTokens(raw, style)) {
    const put = (words: string) => edits.push({ from, to, raw: escapeAttribute(words) });
    if (kind === 'string') {
      if (!skip(from) && literals.isIn(value)) put(literals.replacedIn(value).replaceAll('"', '""'));
    } else if (kind === 'bracketed') {
      const name = value.replace(/'(.)/gs, '$1');
      const column = renames.columns.get(name) ?? literals.replacedIn(name);
      if (column !== name) put(column.replace(/['#[\]]/g, "'$&"));
    } else if (kind === 'quoted') {
      // 'First:Last' is a range of sheets.
      const isSheet = next === style.sheetMark;
      const names = isSheet ? value.split(':').map((name) => sheet(name) ?? literals.replacedIn(name)) : [];
      const words = isSheet ? names.join(':') : literals.replacedIn(value);
      if (words !== value) put(words.replaceAll("'", "''"));
    } else if (next === style.sheetMark) {
      const name = sheet(value);
      if (name !== undefined) put(plain(name) ? name : `'${name.replaceAll("'", "''")}'`);
    } else if (kind === 'bare' && next !== '(' && literals.isIn(value)) {
      put(renames.identifier(value, literals.replacedIn(value)));
    }
  }
  return edits;
}
