import type { PlacedCell, PlacedTable } from './ruled-table.ts';

/** Edges no further apart are the same edge. */
const NEAR = 4;
const FIGURE = /^[\d.,]+$/u;

/** Whether a table continues in another one on the next page: both have the same left and right edges. */
export function continuesIn(table: PlacedTable, nextTable: PlacedTable): boolean {
  const [a, b] = [edgesOf(table), edgesOf(nextTable)];
  return Math.abs(a.left - b.left) < NEAR && Math.abs(a.right - b.right) < NEAR;
}

function edgesOf({ cells }: PlacedTable): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
  };
}

/**
 * Joins a table with its continuation on the next page, without the headings that are repeated there. A row
 * that is broken by the end of the page becomes one again.
 *
 * @param isLabel
 *   Whether a text is just what the form has for a label; only by that a broken row is known.
 */
export function joinedOverPage(
  table: PlacedTable,
  nextTable: PlacedTable,
  isLabel: (text: string) => boolean,
): PlacedTable {
  const remainingRows = withoutRows(nextTable, repeatedRows(table, nextTable));
  const lineRange = { firstLine: table.firstLine, lastLine: nextTable.lastLine };
  const lastRowCells = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  const firstRowCells = remainingRows.cells.filter(({ row }) => row === 0);
  const isBroken = isOneRow(lastRowCells, firstRowCells, isLabel);
  if (!isBroken) {
    const rowOffset = table.rows;
    const headings = lastRowCells.flatMap((cell) => {
      const cellBelow = cellBeneath(cell, firstRowCells);
      return cellBelow && isHeadingBelow(cell, cellBelow) ? [{ cell, cellBelow }] : [];
    });
    const heading = (cell: PlacedCell) => {
      const brokenHeading = headings.find((candidate) => candidate.cell === cell);
      return brokenHeading
        ? {
            ...cell,
            text: brokenHeading.cellBelow.text,
            rowSpan: cell.rowSpan + brokenHeading.cellBelow.rowSpan,
          }
        : cell;
    };
    const otherCells = remainingRows.cells.filter(
      (cell) => !headings.some(({ cellBelow }) => cellBelow === cell),
    );
    const cells = [...table.cells.map(heading), ...moved({ ...remainingRows, cells: otherCells }, rowOffset)];
    return { ...lineRange, rows: rowOffset + remainingRows.rows, cells };
  }
  const cells = table.cells.map((cell) => {
    const cellBelow = lastRowCells.includes(cell) ? cellBeneath(cell, firstRowCells) : undefined;
    return cellBelow ? { ...cell, text: cell.text + cellBelow.text } : cell;
  });
  const nextRows = withoutRows(remainingRows, 1);
  return {
    ...lineRange,
    rows: table.rows + nextRows.rows,
    cells: [...cells, ...moved(nextRows, table.rows)],
  };
}

/**
 * Whether the last cells of a page and the first ones of the next are those of one row: what stands in both is
 * parts of labels, and of one that is no merged heading at least.
 */
function isOneRow(
  lastRowCells: readonly PlacedCell[],
  firstRowCells: readonly PlacedCell[],
  isLabel: (text: string) => boolean,
): boolean {
  const filled = lastRowCells.flatMap((cell) => {
    const cellBelow = cellBeneath(cell, firstRowCells);
    return cellBelow && cell.text !== '' && cellBelow.text !== '' ? [{ cell, cellBelow }] : [];
  });
  return (
    filled.every(({ cell, cellBelow }) => isLabel(cell.text + cellBelow.text) && !isLabel(cell.text)) &&
    filled.some(({ cell, cellBelow }) => cell.rowSpan === 1 && cellBelow.rowSpan === 1)
  );
}

/** Whether a merged heading is printed in its part on the next page, so that its part on this one is blank. */
function isHeadingBelow(cell: PlacedCell, cellBelow: PlacedCell): boolean {
  const isMerged = cell.rowSpan > 1 || cellBelow.rowSpan > 1;
  return cell.text === '' && isMerged && cellBelow.text !== '' && !FIGURE.test(cellBelow.text);
}

/** The cell that stands beneath another one and is as wide. */
function cellBeneath({ left, right }: PlacedCell, cells: readonly PlacedCell[]): PlacedCell | undefined {
  return cells.find((cell) => Math.abs(cell.left - left) < NEAR && Math.abs(cell.right - right) < NEAR);
}

/** How many rows a table begins with that hold the same words, and no figures, as the first ones of another. */
function repeatedRows(table: PlacedTable, nextTable: PlacedTable): number {
  let count = 0;
  while (count < nextTable.rows) {
    const [texts, nextTexts] = [textsOf(table, count), textsOf(nextTable, count)];
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
    const endRow = cell.row + cell.rowSpan;
    if (endRow <= count) return [];
    const row = Math.max(cell.row, count);
    const text = cell.row < count ? '' : cell.text;
    return [{ ...cell, text, row: row - count, rowSpan: endRow - row }];
  });
  return { ...table, cells, rows: table.rows - count };
}

function moved({ cells }: PlacedTable, rowOffset: number): PlacedCell[] {
  return cells.map((cell) => ({ ...cell, row: cell.row + rowOffset }));
}
