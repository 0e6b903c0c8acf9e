import type { CellStyle, Cell as SheetCell } from 'hucre/xlsx';
import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import { headingLines, type PrintedSection } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { putChecks } from './check-cells.ts';
import type { FigureOf } from './checks.ts';
import { figureCell } from './figure-cell.ts';
import type { Position } from './formula.ts';
import { putMarkLegend } from './mark-legend.ts';
import { columnWidths, rowHeights } from './measure.ts';
import { newSheet, putCell, type SheetDraft } from './sheet.ts';
import { styles } from './style.ts';
import type { TableSetting } from './table-setting.ts';
import { cellText } from './text.ts';

/** The table of a section and the sheet it stands on. */
export interface TablePlan extends PrintedSection {
  readonly name: string;
}

/** Tables begin in this row; above is the caption. */
const TOP = 1;

/** Where the figures of a table stand on its sheet. */
export function positionsIn(grid: Grid, sheet?: string): [CellPath, Position][] {
  return grid.flatMap((line, row) =>
    line.flatMap((cell, column): [CellPath, Position][] => {
      if (!cell?.cell) return [];
      const position = { row: row + TOP, column };
      return [[cell.cell.path, sheet === undefined ? position : { ...position, sheet }]];
    }),
  );
}

/** The sheet of a table: as on the form, with its checks beside and below. */
export function tableSheet(plan: TablePlan, setting: TableSetting): SheetDraft {
  const { grid } = plan;
  const sheet = laid(
    plan,
    setting.labels,
    (cell, ...position) => figureCell(cell, setting, ...position),
    cellText,
  );
  const checked = setting.checks.filter(({ left: [first] }) =>
    grid.some((line) => line.some((cell) => cell?.cell && cell.cell.path === first?.cell.path)),
  );
  const columns = grid[0]?.length ?? 0;
  const below = putChecks(sheet, { top: TOP, rows: grid.length, columns }, checked, setting);
  const marks = grid.flat().flatMap((cell) => (cell?.cell && setting.marks.get(cell.cell.path)) ?? []);
  putMarkLegend(sheet, below, columns, marks, setting.locale);
  return sheet;
}

/** Last year's figures, laid out as the table, grey and no part of the report. */
export function lastYearSheet(plan: TablePlan, figureOf: FigureOf, caption: string): SheetDraft {
  const sheet = laid(
    plan,
    'zh-CN',
    ({ cell }) => ({ value: cell ? figureOf(cell.path) : null, style: styles.lastYear }),
    (text) => `${text}（${caption}）`,
  );
  sheet.aside.push({
    startRow: 0,
    startCol: 0,
    endRow: TOP + plan.grid.length - 1,
    endCol: (plan.grid[0]?.length ?? 1) - 1,
  });
  return sheet;
}

/** Lays a table out on a sheet: the caption, headings and notes; figures as given. */
function laid(
  { name, section, grid }: TablePlan,
  labels: Labels,
  figure: (
    cell: GridCell,
    sheet: SheetDraft,
    row: number,
    column: number,
  ) => Partial<SheetCell> & { style: CellStyle },
  captionOf: (text: string) => string,
): SheetDraft {
  const textOf = (row: number, column: number) => wordsOf(grid[row]?.[column], labels);
  const widths = columnWidths(grid, textOf);
  const heights = rowHeights(grid, widths, textOf);
  const columns = grid[0]?.length ?? 1;
  const head = grid.findIndex((line) => line.some((cell) => cell?.kind === 'figure'));
  const side = grid[head]?.findIndex((cell) => cell?.kind === 'figure') ?? 0;
  const isBanded = grid.some(([first]) => first?.kind === 'heading' && first.colSpan === columns);
  const sheet = newSheet({
    name,
    widths,
    landscape: sumOf(widths) * WIDTH_OF_DIGIT > sumOf(heights),
    pages: 1,
    freeze: isBanded ? { rows: TOP } : { rows: TOP + head, columns: side },
    printed: { startRow: 0, startCol: 0, endRow: TOP + grid.length - 1, endCol: columns - 1 },
  });
  const caption = headingLines(section, labels).join('\n');
  putCell(sheet, 0, 0, { value: captionOf(caption), style: styles.caption }, { columns });
  sheet.heights.set(0, { height: 24 * caption.split('\n').length + 6 });
  for (const [row, line] of grid.entries()) {
    for (const [column, cell] of line.entries()) {
      if (!cell) continue;
      const content =
        cell.kind === 'figure'
          ? figure(cell, sheet, row + TOP, column)
          : { value: textOf(row, column), style: styleOf(cell) };
      putCell(sheet, row + TOP, column, content, { rows: cell.rowSpan, columns: cell.colSpan });
    }
  }
  for (const [row, height] of heights.entries()) sheet.heights.set(row + TOP, { height });
  return sheet;
}

/** Widths are in digits, heights in points; a table that is wider than high is printed on its side. */
const WIDTH_OF_DIGIT = 5.5;

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function wordsOf(cell: GridCell | undefined, labels: Labels): string {
  if (!cell) return '';
  return cell.heading ? headingLines(cell.heading, labels).join('\n') : cell.text;
}

function styleOf({ kind, scope }: GridCell): CellStyle {
  if (kind === 'note') return styles.note;
  return scope === 'row' ? styles.rowHeading : styles.heading;
}
