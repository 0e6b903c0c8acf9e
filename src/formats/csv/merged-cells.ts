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
  const described = rows.map((cells): HeadRow => {
    const first = cells.find((text) => text.trim() !== '') ?? '';
    return { cells, isData: isRowLabel(first) || cells.some((text) => isFigure(text)) };
  });
  const isBlank = (row: number, column: number) =>
    (rows[row]?.[column] ?? '').trim() === '' && !covered.has(`${row},${column}`);
  /** Where the columns begin, by the headings above the rows that are being looked at. */
  let starts = new Set<number>();
  for (const [row, { cells, isData }] of described.entries()) {
    const filled = [...cells.keys()].filter((column) => !isBlank(row, column));
    const last = described[row - 1];
    if (!isData && last?.isData !== false) starts = new Set();
    const figures = cells.findIndex((text) => isFigure(text));
    const above = new Set(starts);
    const firstHeading = [...above]
      .filter((column) => column > 0)
      .reduce((least, column) => Math.min(least, column), cells.length);
    for (const column of filled) {
      const text = cells[column] ?? '';
      if (covered.has(`${row},${column}`) || isFigure(text) || !isHeading(text, printedFigure(text, true)))
        continue;
      if (isData && (column >= firstHeading || (figures >= 0 && column > figures))) continue;
      if (!isData && filled.length === 1) continue;
      if (!isData) starts.add(column);
      let right = column;
      while (right + 1 < cells.length && isBlank(row, right + 1) && !above.has(right + 1)) right += 1;
      let bottom = row;
      const goesOn = () => {
        const next = described[bottom + 1];
        if (!next || next.isData !== isData) return false;
        for (let columnIndex = column; columnIndex <= right; columnIndex += 1)
          if (!isBlank(bottom + 1, columnIndex)) return false;
        // beside a label that covers several rows, each of these has one of its own
        const label = next.cells.findIndex((one) => one.trim() !== '');
        return label > right && (!isData || !isFigure(next.cells[label] ?? ''));
      };
      while (goesOn() || isBesideHead(described, bottom, isData, column, right)) bottom += 1;
      if (right === column && bottom === row) continue;
      merges.push({ startRow: row, endRow: bottom, startCol: column, endCol: right });
      for (let down = row; down <= bottom; down += 1)
        for (let columnIndex = column; columnIndex <= right; columnIndex += 1)
          covered.add(`${down},${columnIndex}`);
    }
    if (isData) merges.push(...figuresMerged(row, cells, starts, covered));
  }
  return merges;
}

/** Figures, and blanks in place of one, are as wide as the heading above them. */
function figuresMerged(
  row: number,
  cells: readonly string[],
  starts: ReadonlySet<number>,
  covered: ReadonlySet<string>,
): Merge[] {
  const columns = [...starts].sort((a, b) => a - b);
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
  left: number,
  right: number,
): boolean {
  const next = rows[row + 1];
  if (isData || !next || next.isData) return false;
  const isFilled = next.cells.some((text) => text.trim() !== '');
  return isFilled && next.cells.slice(left, right + 1).every((text) => text.trim() === '');
}

function isFigure(text: string): boolean {
  return printedFigure(text, true).state === 'number';
}
