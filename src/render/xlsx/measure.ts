import type { Grid } from '../../form/grid.ts';

/** How many digits wide a text is: characters of Chinese count two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2E80' ? 1.1 : 2;
  return width;
}

/** How many lines a text takes up in a column of some width. */
export function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1.5))), 0);
}

/** The widths of columns: as narrow as headings allow when they are wrapped. */
const NARROWEST = 9;
const WIDEST = { figure: 13, label: 32, merged: 15 };

/** How wide each column of a table has to be. */
export function columnWidths(grid: Grid, textOf: (row: number, column: number) => string): number[] {
  const columns = grid[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, column) => {
    const holdsFigures = grid.some((row) => row[column]?.kind === 'figure');
    return grid.reduce((widest, line, row) => {
      const cell = line[column];
      if (!cell || cell.colSpan > 1 || cell.kind === 'note') return widest;
      const most = holdsFigures ? WIDEST.figure : cell.rowSpan > 1 ? WIDEST.merged : WIDEST.label;
      const text = Math.max(...textOf(row, column).split('\n').map(widthOf));
      return Math.max(widest, Math.min(most, text + 2.5));
    }, NARROWEST);
  });
}

/** Points a line of text takes up, and points around it. */
const [LINE, AROUND] = [15, 6];

/** How high each row of a table has to be. */
export function rowHeights(
  grid: Grid,
  widths: readonly number[],
  textOf: (row: number, column: number) => string,
): number[] {
  const heights = grid.map(() => LINE + AROUND);
  for (const spanned of [false, true]) {
    for (const [row, line] of grid.entries()) {
      for (const [column, cell] of line.entries()) {
        if (!cell || cell.rowSpan > 1 !== spanned) continue;
        const width = widths.slice(column, column + cell.colSpan).reduce((sum, own) => sum + own, 0);
        const needed = linesIn(textOf(row, column), width) * LINE + AROUND;
        const last = row + cell.rowSpan - 1;
        const others = heights.slice(row, last).reduce((sum, own) => sum + own, 0);
        heights[last] = Math.max(heights[last] ?? 0, needed - others);
      }
    }
  }
  return heights;
}
