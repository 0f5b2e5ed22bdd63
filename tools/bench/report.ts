/** Writes the benchmark's figures as a page and a chart. */
import { type Share, wilson } from './measure.ts';

/** A figure of the report. A goal says what must be reached: at least, or at most, so many percent. */
export interface Row {
  name: string;
  share: Share;
  goal?: { min: number } | { max: number };
}

/** Whether a row's figure itself, not its interval, reaches the goal; undefined without a goal or anything counted. */
export function isReached({ share, goal }: Row): boolean | undefined {
  if (!goal || share.of === 0) return undefined;
  const percent = (100 * share.hits) / share.of;
  return 'min' in goal ? percent >= goal.min : percent <= goal.max;
}

/** "95.1% (94.0 to 96.0)", the interval in brackets. */
export function figure(share: Share): string {
  if (share.of === 0) return 'none to count';
  const [low, high] = wilson(share).map((n) => (100 * n).toFixed(1));
  return `${percent(share)}% (${low} to ${high})`;
}

/** A share in percent with one decimal. */
export function percent({ hits, of }: Share): string {
  return of === 0 ? '–' : ((100 * hits) / of).toFixed(1);
}

/** "reached", "not reached", or a dash where there is no goal. */
export function verdict(reached: boolean | undefined): string {
  return reached === undefined ? '–' : reached ? 'reached' : '**not reached**';
}

/** A markdown table. Cells are text that needs no escape but for `|`. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Rows with interval, count and goal. */
export function goalTable(rows: Row[]): string {
  return table(
    ['measure', 'figure (95% interval)', 'of', 'goal', ''],
    rows.map((row) => [
      row.name,
      figure(row.share),
      String(row.share.of),
      row.goal ? ('min' in row.goal ? `at least ${row.goal.min}%` : `at most ${row.goal.max}%`) : '–',
      verdict(isReached(row)),
    ]),
  );
}

export interface Bars {
  name: string;
  /** In the order of the chart's legend. */
  shares: Share[];
}

const COLOURS = ['#1b6e5a', '#d98e04', '#5b6bbf'];
const WIDTH = 640;
const LEFT = 130;
const SCALE = 4.6;
const BAR = 20;
const GROUP = 88;
const TOP = 56;

/** A bar chart of shares with their intervals, as SVG; readable on light and dark pages. */
export function chart(title: string, legend: string[], bars: Bars[]): string {
  const height = TOP + bars.length * GROUP + 28;
  const bottom = TOP + bars.length * GROUP - 12;
  const x = (part: number) => (LEFT + 100 * SCALE * part).toFixed(1);
  const text = (at: string, y: number, what: string, more = '') =>
    `<text x="${at}" y="${y}"${more}>${what.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="13" fill="#222">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    text('12', 20, title, ' font-weight="600"'),
    ...legend.flatMap((name, i) => [
      `<rect x="${LEFT + i * 110}" y="32" width="12" height="12" fill="${COLOURS[i]}"/>`,
      text(String(LEFT + 18 + i * 110), 43, name),
    ]),
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
      `<line x1="${x(part)}" y1="${TOP}" x2="${x(part)}" y2="${bottom}" stroke="#ddd"/>`,
      text(x(part), bottom + 18, `${100 * part}%`, ' text-anchor="middle"'),
    ]),
    ...bars.flatMap(({ name, shares }, row) => {
      const y = TOP + row * GROUP + 8;
      return [
        text(String(LEFT - 10), y + 1.5 * BAR + 5, name, ' text-anchor="end"'),
        ...shares.flatMap((share, i) => {
          const part = share.of === 0 ? 0 : share.hits / share.of;
          const [low, high] = wilson(share);
          const top = y + i * BAR;
          const middle = top + BAR / 2 - 1;
          return [
            `<rect x="${LEFT}" y="${top}" width="${(100 * SCALE * part).toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[i]}"/>`,
            `<line x1="${x(low)}" y1="${middle}" x2="${x(high)}" y2="${middle}" stroke="#222"/>`,
            text(x(Math.max(high, part) + 0.01), top + 14, percent(share), ' font-size="11"'),
          ];
        }),
      ];
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}
