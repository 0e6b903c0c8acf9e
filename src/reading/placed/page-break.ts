import type { PlacedCell, PlacedTable } from './ruled-table.ts';

/** Edges no further apart are the same edge. */
const NEAR = 4;
const FIGURE = /^[\d.,]+$/u;

/** Whether a table goes on in another one on the next page: both reach from the same left to the same right. */
export function goesOnIn(table: PlacedTable, next: PlacedTable): boolean {
  const [a, b] = [edgesOf(table), edgesOf(next)];
  return Math.abs(a.left - b.left) < NEAR && Math.abs(a.right - b.right) < NEAR;
}

function edgesOf({ cells }: PlacedTable): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
  };
}

/**
 * Joins a table with what it goes on in on the next page, without the headings that are repeated there. A row
 * that is broken by the end of the page becomes one again.
 *
 * @param isLabel
 *   Whether a text is just what the form has for a label; only by that a broken row is known.
 */
export function joinedOverPage(
  table: PlacedTable,
  next: PlacedTable,
  isLabel: (text: string) => boolean,
): PlacedTable {
  const remainingRows = withoutRows(next, repeatedRows(table, next));
  const lineRange = { firstLine: table.firstLine, lastLine: next.lastLine };
  const ends = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  const starts = remainingRows.cells.filter(({ row }) => row === 0);
  const isBroken = isOneRow(ends, starts, isLabel);
  if (!isBroken) {
    const from = table.rows;
    const headings = ends.flatMap((cell) => {
      const below = beneath(cell, starts);
      return below && isHeadingBelow(cell, below) ? [{ cell, below }] : [];
    });
    const heading = (cell: PlacedCell) => {
      const found = headings.find((other) => other.cell === cell);
      return found ? { ...cell, text: found.below.text, rowSpan: cell.rowSpan + found.below.rowSpan } : cell;
    };
    const further = remainingRows.cells.filter((cell) => !headings.some(({ below }) => below === cell));
    const cells = [...table.cells.map(heading), ...moved({ ...remainingRows, cells: further }, from)];
    return { ...lineRange, rows: from + remainingRows.rows, cells };
  }
  const cells = table.cells.map((cell) => {
    const below = ends.includes(cell) ? beneath(cell, starts) : undefined;
    return below ? { ...cell, text: cell.text + below.text } : cell;
  });
  const below = withoutRows(remainingRows, 1);
  return { ...lineRange, rows: table.rows + below.rows, cells: [...cells, ...moved(below, table.rows)] };
}

/**
 * Whether the last cells of a page and the first ones of the next are those of one row: what stands in both is
 * parts of labels, and of one that is no merged heading at least.
 */
function isOneRow(
  ends: readonly PlacedCell[],
  starts: readonly PlacedCell[],
  isLabel: (text: string) => boolean,
): boolean {
  const filled = ends.flatMap((cell) => {
    const below = beneath(cell, starts);
    return below && cell.text !== '' && below.text !== '' ? [{ cell, below }] : [];
  });
  return (
    filled.every(({ cell, below }) => isLabel(cell.text + below.text) && !isLabel(cell.text)) &&
    filled.some(({ cell, below }) => cell.rowSpan === 1 && below.rowSpan === 1)
  );
}

/** Whether a merged heading is printed in its part on the next page, so that its part on this one is blank. */
function isHeadingBelow(cell: PlacedCell, below: PlacedCell): boolean {
  const isMerged = cell.rowSpan > 1 || below.rowSpan > 1;
  return cell.text === '' && isMerged && below.text !== '' && !FIGURE.test(below.text);
}

/** The cell that stands beneath another one and is as wide. */
function beneath({ left, right }: PlacedCell, cells: readonly PlacedCell[]): PlacedCell | undefined {
  return cells.find((cell) => Math.abs(cell.left - left) < NEAR && Math.abs(cell.right - right) < NEAR);
}

/** How many rows a table begins with that hold the same words, and no figures, as the first ones of another. */
function repeatedRows(table: PlacedTable, next: PlacedTable): number {
  let count = 0;
  while (count < next.rows) {
    const [texts, nextTexts] = [textsOf(table, count), textsOf(next, count)];
    if (
      texts.length === 0 ||
      texts.join('\n') !== nextTexts.join('\n') ||
      texts.some((text) => FIGURE.test(text))
    )
      break;
    count += 1;
  }
  return count;
}

function textsOf({ cells }: PlacedTable, rowIndex: number): string[] {
  return cells.filter(({ row, text }) => row === rowIndex && text !== '').map(({ text }) => text);
}

/** A table without its first rows; cells that reach below them are left, as much of them as does. */
function withoutRows(table: PlacedTable, count: number): PlacedTable {
  if (count === 0) return table;
  const cells = table.cells.flatMap((cell) => {
    const end = cell.row + cell.rowSpan;
    if (end <= count) return [];
    const row = Math.max(cell.row, count);
    const text = cell.row < count ? '' : cell.text;
    return [{ ...cell, text, row: row - count, rowSpan: end - row }];
  });
  return { ...table, cells, rows: table.rows - count };
}

function moved({ cells }: PlacedTable, by: number): PlacedCell[] {
  return cells.map((cell) => ({ ...cell, row: cell.row + by }));
}
