import type { Grid } from '../../form/grid.ts';
import { widthOf } from '../text-width.ts';

/** How many lines a text takes up in a column of some width. */
function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil(widthOf(line, 'sheet') / Math.max(1, width - 1.5))),
      0,
    );
}

/** Narrowest column, widest label, and the width divided among the columns of figures. */
const [NARROWEST, MAX_LABEL_WIDTH, FIGURES] = [9, 32, 80];
/** A column of figures is as wide as this at most, and no wider than that for the sake of its heading. */
const [MAX_FIGURE_WIDTH, MAX_HEADING_WIDTH] = [30, 18];

/** How wide each column of a table has to be: headings are wrapped, figures are not. */
export function columnWidths(grid: Grid, textOf: (row: number, column: number) => string): number[] {
  const columns = grid[0]?.map((_, column) => column) ?? [];
  const holdsFigures = columns.map((column) => grid.some((row) => row[column]?.kind === 'figure'));
  const share = FIGURES / holdsFigures.filter((holds) => holds).length;
  const wide = Math.min(MAX_HEADING_WIDTH, Math.max(NARROWEST, share));
  return columns.map((column) =>
    grid.reduce((widest, line, row) => {
      const cell = line[column];
      if (!cell || cell.colSpan > 1 || cell.kind === 'note') return widest;
      const text =
        Math.max(
          ...textOf(row, column)
            .split('\n')
            .map((line) => widthOf(line, 'sheet')),
        ) + 2.5;
      if (cell.kind === 'figure') return Math.max(widest, Math.min(MAX_FIGURE_WIDTH, text));
      if (holdsFigures[column]) return Math.max(widest, Math.min(wide, text));
      return Math.max(widest, Math.min(MAX_LABEL_WIDTH, text / cell.rowSpan));
    }, NARROWEST),
  );
}

/** Points a line of text takes up, and points around it. */
const [LINE, AROUND] = [15, 6];

/** Excel has no higher row. */
const MAX_ROW_HEIGHT = 409;

/** How high a row of texts has to be. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = Math.max(...texts.map((text, column) => linesIn(text, widths[column] ?? NARROWEST)));
  return Math.min(MAX_ROW_HEIGHT, lines * LINE + AROUND);
}

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
        const width = widths
          .slice(column, column + cell.colSpan)
          .reduce((sum, columnWidth) => sum + columnWidth, 0);
        const needed = linesIn(textOf(row, column), width) * LINE + AROUND;
        const last = row + cell.rowSpan - 1;
        const others = heights.slice(row, last).reduce((sum, rowHeight) => sum + rowHeight, 0);
        heights[last] = Math.max(heights[last] ?? 0, needed - others);
      }
    }
  }
  return heights;
}
