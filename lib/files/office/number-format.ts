/** Numbers of cells as a spreadsheet shows them, as far as it matters for finding them. Source: ECMA-376-1, 18.8.30 and 18.8.31. */

/** Formats that a file need not spell out. */
const BUILT_IN: Record<number, string> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' },
  ...{ 14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM' },
  ...{
    20: 'h:mm',
    21: 'h:mm:ss',
    22: 'm/d/yyyy h:mm',
    37: '#,##0',
    38: '#,##0',
    39: '#,##0.00',
    40: '#,##0.00',
  },
  ...{ 45: 'mm:ss', 46: 'h:mm:ss', 47: 'mm:ss' },
};
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Longer ones Excel does not take. */
const CODE_MAX = 255;
const DAY_MS = 86_400_000;
/** From the day that a sheet counts as 0 to 1970; four years and a day less where it counts as old Macs did. */
const EPOCH_DAYS = 25_569;
const EPOCH_1904_DAYS = 24_107;

const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|[_*](?<space>.)|\[\$(?<symbol>[^\]-]*)[^\]]*\]|\[(?<elapsed>[hms]+)\]|\[[^\]]*\]|(?<noon>AM\/PM|A\/P)|(?<date>y+|m+|d+|h+|s+)|(?<digit>[0#?])|(?<other>.)/gis;

interface Token {
  kind: 'text' | 'date' | 'digit' | 'mark';
  text: string;
}

function tokensOf(format: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of format.matchAll(TOKEN)) {
    const { quoted, escaped, symbol, elapsed, noon, date, digit, other } = groups;
    const text = quoted ?? escaped ?? symbol;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (elapsed ?? noon ?? date)
      tokens.push({ kind: 'date', text: (elapsed ?? noon ?? date)!.toLowerCase() });
    else if (digit) tokens.push({ kind: 'digit', text: digit });
    else if (other) tokens.push({ kind: 'mark', text: other });
  }
  return tokens;
}

const two = (value: number) => String(value).padStart(2, '0');

function dateAs(tokens: Token[], at: Date): string {
  const half = tokens.some(({ kind, text }) => kind === 'date' && /^a/.test(text));
  const hours = half ? at.getUTCHours() % 12 || 12 : at.getUTCHours();
  const month = at.getUTCMonth();
  return tokens
    .map(({ kind, text }, i) => {
      if (kind === 'digit') return '';
      if (kind !== 'date') return text;
      const dates = (from: Token[]) => from.find((other) => other.kind === 'date')?.text ?? '';
      // "m" is minutes right behind hours and right before seconds.
      const isMinutes =
        /^m{1,2}$/.test(text) &&
        (/^h/.test(dates(tokens.slice(0, i).reverse())) || /^s/.test(dates(tokens.slice(i + 1))));
      if (isMinutes) return text.length > 1 ? two(at.getUTCMinutes()) : String(at.getUTCMinutes());
      switch (text[0]) {
        case 'y':
          return text.length > 2 ? String(at.getUTCFullYear()) : two(at.getUTCFullYear() % 100);
        case 'm':
          if (text.length === 5) return MONTHS[month]![0]!;
          if (text.length === 4) return MONTHS[month]!;
          if (text.length === 3) return MONTHS[month]!.slice(0, 3);
          return text.length === 2 ? two(month + 1) : String(month + 1);
        case 'd':
          if (text.length > 3) return DAYS[at.getUTCDay()]!;
          if (text.length === 3) return DAYS[at.getUTCDay()]!.slice(0, 3);
          return text.length === 2 ? two(at.getUTCDate()) : String(at.getUTCDate());
        case 'h':
          return text.length > 1 ? two(hours) : String(hours);
        case 's':
          return two(at.getUTCSeconds());
        default:
          return at.getUTCHours() < 12 ? 'AM' : 'PM';
      }
    })
    .join('')
    .replace(/\.$/, '')
    .trim();
}

const general = (value: number) => String(Number(value.toPrecision(15)));

/** Digits into the places of a format such as 000-00-0000, from the right; what is left over stands before the first. */
function digitsAs(tokens: Token[], value: number): string {
  const point = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '.');
  const isMark = (mark: string) => tokens.some(({ kind, text }) => kind === 'mark' && text === mark);
  const decimals = point < 0 ? 0 : tokens.slice(point).filter(({ kind }) => kind === 'digit').length;
  const shown = Math.abs(value) * (isMark('%') ? 100 : 1);
  // Beyond that a number has no digits that could be placed.
  if (shown >= 1e21) return general(value);
  const [whole = '', fraction = ''] = shown.toFixed(Math.min(decimals, 20)).split('.');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  let left = whole === '0' && decimals > 0 && !before.some(({ text }) => text === '0') ? '' : whole;
  let places = before.filter(({ kind }) => kind === 'digit').length;
  const out: string[] = [];
  for (const { kind, text } of before.toReversed()) {
    if (kind === 'digit') {
      places--;
      const taken = places === 0 ? left : left.slice(-1);
      out.push(taken === '' && text === '0' ? '0' : taken);
      left = places === 0 ? '' : left.slice(0, -1);
    } else if (kind === 'text' || text !== ',') out.push(text);
  }
  let rest = '';
  if (point >= 0) {
    let next = 0;
    rest = tokens
      .slice(point)
      .map(({ kind, text }) => (kind === 'digit' ? (fraction[next++] ?? '') : text))
      .join('');
  }
  return `${value < 0 ? '-' : ''}${out.reverse().join('')}${rest}`.trim();
}

/** The part of a format that a number takes: it may name its own condition, or stand for what is not negative, or is. */
function sectionFor(format: string, value: number): { section: string; negated: boolean } {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+/gs) ?? [];
  for (const section of sections) {
    const condition = /^(?:\[[^\]<>=]*\])*\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section);
    if (!condition) continue;
    const limit = Number(condition[2]);
    const holds: Record<string, boolean> = {
      ...{ '<': value < limit, '<=': value <= limit, '>': value > limit, '>=': value >= limit },
      ...{ '=': value === limit, '<>': value !== limit },
    };
    if (holds[condition[1]!]) return { section, negated: false };
  }
  const isFree = (section: string) => !/^(?:\[[^\]<>=]*\])*\[[<>=]/.test(section);
  const free = sections.filter(isFree);
  if (value < 0 && free[1] !== undefined) return { section: free[1], negated: true };
  return { section: free[0] ?? '', negated: false };
}

/** How a workbook shows a number. @param ids the formats that it spells out @param uses1904 how it counts days */
export class NumberFormats {
  readonly #codes: Map<number, string>;
  readonly #tokens = new Map<string, Token[]>();
  readonly #epoch: number;

  constructor(codes: Map<number, string>, uses1904: boolean) {
    this.#codes = codes;
    this.#epoch = uses1904 ? EPOCH_1904_DAYS : EPOCH_DAYS;
  }

  /** The moment that a number means; undefined where its format is of no date or it is none. */
  dateOf(value: number, format: number): Date | undefined {
    const { section } = sectionFor(this.#codeOf(format), value);
    if (!this.#tokensOf(section).some(({ kind }) => kind === 'date')) return undefined;
    const at = new Date(Math.round((value - this.#epoch) * DAY_MS));
    return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? undefined : at;
  }

  show(value: number, format: number): string {
    const code = this.#codeOf(format);
    const at = this.dateOf(value, format);
    const { section, negated } = sectionFor(code, value);
    const tokens = this.#tokensOf(section);
    if (at) return dateAs(tokens, at);
    // Fractions and powers of ten are no numbers that name somebody.
    const isPlain = tokens.some(({ kind }) => kind === 'digit') && !/E[+-]|\/|@/i.test(section);
    if (!isPlain) return general(value);
    return digitsAs(tokens, negated ? Math.abs(value) : value);
  }

  #tokensOf(section: string): Token[] {
    const tokens = this.#tokens.get(section) ?? tokensOf(section);
    this.#tokens.set(section, tokens);
    return tokens;
  }

  #codeOf(format: number): string {
    const own = this.#codes.get(format) ?? BUILT_IN[format];
    if (own !== undefined) return own.length > CODE_MAX ? '' : own;
    // Dates of East Asian languages.
    return (format >= 27 && format <= 36) || (format >= 50 && format <= 58) ? 'm/d/yyyy' : '';
  }
}
