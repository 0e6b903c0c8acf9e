import type { Sheet } from 'hucre/xlsx';
import { isHeading, printedFigure } from '../../reading/printed-figure.ts';

type Merge = NonNullable<Sheet['merges']>[number];

interface HeadRow {
  readonly cells: readonly string[];
  /** Whether a figure stands in it, or a label of a row of the form begins it. */
  readonly isData: boolean;
}

/**
 * Which cells of a sheet were merged before it was saved as CSV, which keeps the first cell of each and leaves the
 * others blank.
 *
 * A heading covers the blank cells to its right, up to where the next heading begins in its row or in one above;
 * and those below it, as far as these rows have headings, too. A cell where a figure may stand is never covered.
 *
 * @param isRowLabel
 *   Whether a text is the label of a row of the form.
 */
export function mergedCells(
  rows: readonly (readonly string[])[],
  isRowLabel: (text: string) => boolean,
): Merge[] {
  const merges: Merge[] = [];
  const covered = new Set<string>();
  const headRows = rows.map((cells): HeadRow => {
    const firstText = cells.find((text) => text.trim() !== '') ?? '';
    return { cells, isData: isRowLabel(firstText) || cells.some((text) => isFigure(text)) };
  });
  const isBlank = (row: number, column: number) =>
    (rows[row]?.[column] ?? '').trim() === '' && !covered.has(`${row},${column}`);
  /** Where the columns begin, by the headings above the current rows. */
  let columnStarts = new Set<number>();
  for (const [row, { cells, isData }] of headRows.entries()) {
    const filled = [...cells.keys()].filter((column) => !isBlank(row, column));
    const previousRow = headRows[row - 1];
    if (!isData && previousRow?.isData !== false) columnStarts = new Set();
    const firstFigure = cells.findIndex((text) => isFigure(text));
    const startsAbove = new Set(columnStarts);
    const firstHeading = [...startsAbove]
      .filter((column) => column > 0)
      .reduce((leftmost, column) => Math.min(leftmost, column), cells.length);
    for (const column of filled) {
      const text = cells[column] ?? '';
      if (covered.has(`${row},${column}`) || isFigure(text) || !isHeading(text, printedFigure(text, true)))
        continue;
      if (isData && (column >= firstHeading || (firstFigure >= 0 && column > firstFigure))) continue;
      if (!isData && filled.length === 1) continue;
      if (!isData) columnStarts.add(column);
      let lastColumn = column;
      while (
        lastColumn + 1 < cells.length &&
        isBlank(row, lastColumn + 1) &&
        !startsAbove.has(lastColumn + 1)
      )
        lastColumn += 1;
      let lastRow = row;
      const continuesBelow = () => {
        const nextRow = headRows[lastRow + 1];
        if (!nextRow || nextRow.isData !== isData) return false;
        for (let columnIndex = column; columnIndex <= lastColumn; columnIndex += 1)
          if (!isBlank(lastRow + 1, columnIndex)) return false;
        // beside a label that covers several rows, each of these has one of its own
        const label = nextRow.cells.findIndex((cellText) => cellText.trim() !== '');
        return label > lastColumn && (!isData || !isFigure(nextRow.cells[label] ?? ''));
      };
      while (continuesBelow() || isBesideHead(headRows, lastRow, isData, column, lastColumn)) lastRow += 1;
      if (lastColumn === column && lastRow === row) continue;
      merges.push({ startRow: row, endRow: lastRow, startCol: column, endCol: lastColumn });
      for (let coveredRow = row; coveredRow <= lastRow; coveredRow += 1)
        for (let columnIndex = column; columnIndex <= lastColumn; columnIndex += 1)
          covered.add(`${coveredRow},${columnIndex}`);
    }
    if (isData) merges.push(...figuresMerged(row, cells, columnStarts, covered));
  }
  return merges;
}

/** Figures, and blanks in place of one, are as wide as the heading above them. */
function figuresMerged(
  row: number,
  cells: readonly string[],
  columnStarts: ReadonlySet<number>,
  covered: ReadonlySet<string>,
): Merge[] {
  const columns = [...columnStarts].sort((a, b) => a - b);
  return columns.flatMap((startCol, startIndex): Merge[] => {
    const endCol = (columns[startIndex + 1] ?? cells.length) - 1;
    const isFree = !covered.has(`${row},${startCol}`);
    const isOne = cells.slice(startCol + 1, endCol + 1).every((text) => text.trim() === '');
    return endCol > startCol && isFree && isOne ? [{ startRow: row, endRow: row, startCol, endCol }] : [];
  });
}

/** Whether the row below has headings, none of them below this one, as the last heading of a row has none. */
function isBesideHead(
  rows: readonly HeadRow[],
  row: number,
  isData: boolean,
  firstColumn: number,
  lastColumn: number,
): boolean {
  const nextRow = rows[row + 1];
  if (isData || !nextRow || nextRow.isData) return false;
  const isFilled = nextRow.cells.some((text) => text.trim() !== '');
  return isFilled && nextRow.cells.slice(firstColumn, lastColumn + 1).every((text) => text.trim() === '');
}

function isFigure(text: string): boolean {
  return printedFigure(text, true).state === 'number';
}
