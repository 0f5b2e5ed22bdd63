/** Lists that are pasted: names one a line, or all in one line. */
import { readColumns } from './columns.ts';
import { tidy } from './person.ts';

/** A list of more columns is a table. */
const MOST_PARTS = 3;

/**
 * Rows in which each name has a row of its own. "Maya Lopez, Devon Carter, Ava Chen" in one line is three people, and
 * "Lopez, Maya" one; where lines have different numbers of commas ("Lopez, Jr., Maya" below "Chen, Ava") each is one name.
 * A table stays as it is.
 * @param rows the cells of what was pasted, as commas part them
 */
export function nameRows(rows: string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => tidy(cell) !== ''));
  if (filled.some((row) => row.some((cell) => /[\d@]/.test(cell))) || readColumns(rows).start > 0)
    return rows;
  const [row = []] = filled;
  if (filled.length === 1) {
    const cells = row.map(tidy).filter(Boolean);
    const isList = cells.length > 2 || (cells.length === 2 && cells.every((cell) => cell.includes(' ')));
    return isList ? cells.map((cell) => [cell]) : rows;
  }
  const isRagged = filled.some((one) => one.length !== row.length && one.length <= MOST_PARTS);
  return isRagged && filled.every((one) => one.length <= MOST_PARTS)
    ? rows.map((one) => [one.join(',')])
    : rows;
}
