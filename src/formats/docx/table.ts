import {
  BuilderElement,
  createVerticalAlign,
  type ITableCellOptions,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  XmlComponent,
} from 'docx';
import type { CellPath } from '../../form/cells.ts';
import type { Grid, GridCell } from '../../form/grid.ts';
import type { Mark } from '../document.ts';
import type { Labels } from '../renderer.ts';
import { type CellLine, figureIn, headingIn, paragraphOf } from './cell.ts';
import { CELL_MARGIN, settingOf, type TableSetting } from './columns.ts';
import { TEXT_WIDTH } from './page.ts';
import { SIZE } from './styles.ts';
import { oneLine } from './text.ts';

/** What is marked in a table, and how its headings are given. */
export interface TableOptions {
  readonly labels: Labels | undefined;
  readonly marked: ReadonlyMap<CellPath, Mark>;
  /** Numbers of comments by cell. */
  readonly comments: ReadonlyMap<CellPath, number>;
}

/** A table of more rows is set tightly, so that it goes on a page; one of fewer is kept on one. */
export const LONG = 20;
const SHADING = { wrong: 'FDE2E2', concerned: 'FFF7E0' } as const satisfies Record<Mark['kind'], string>;

/** A table as it lies on the page: merged cells, fixed widths, rows that are not cut, headings repeated. */
export function tableOf(grid: Grid, options: TableOptions): Table {
  const setting = settingOf(grid, options.labels, (cell) => printedText(cell, options));
  const headings = headingRows(grid);
  const isLong = grid.length > LONG;
  const together = isLong ? headings : grid.length - 1;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: setting.columns,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 25, bottom: 25, marginUnitType: WidthType.DXA },
    rows: placed(grid).map(
      (row, rowIndex) =>
        new TableRow({
          cantSplit: true,
          ...(rowIndex < headings ? { tableHeader: true } : {}),
          height: { value: setting.size * (isLong ? 15 : 20), rule: 'atLeast' },
          children: row.map((place) => cellOf(place, rowIndex < together, setting, options)),
        }),
    ),
  });
}

/** A cell in a row: where it begins, or where it goes on because it is merged over rows. */
interface Place {
  readonly cell: GridCell;
  readonly column: number;
  readonly goesOn: boolean;
}

/** The cells of each row as Word wants them: a cell merged over rows once in every one of them. */
function placed(grid: Grid): Place[][] {
  const rows: Place[][] = grid.map(() => []);
  for (const [rowIndex, row] of grid.entries()) {
    for (const [column, cell] of row.entries()) {
      for (let down = 0; cell && down < cell.rowSpan; down += 1)
        rows[rowIndex + down]?.push({ cell, column, goesOn: down > 0 });
    }
  }
  return rows.map((row) => row.sort((one, other) => one.column - other.column));
}

/** The rows above the first figure; a table of several bands has none that are true of all of it. */
function headingRows(grid: Grid): number {
  const isBand = ([first, ...rest]: Grid[number]) =>
    first?.kind === 'heading' && first.colSpan === rest.length + 1;
  return grid.some(isBand) ? 0 : grid.findIndex((row) => row.some((cell) => cell?.kind === 'figure'));
}

const BLANK: CellLine = { style: 'cell', text: '', size: SIZE.cell };

function linesOf(
  cell: GridCell,
  width: number,
  setting: TableSetting,
  { labels, marked, comments }: TableOptions,
): CellLine[] {
  if (cell.kind !== 'figure') return headingIn(cell, width, setting, labels);
  const path = cell.cell?.path;
  return path ? figureIn(cell, setting, marked.get(path), comments.get(path)) : figureIn(cell, setting);
}

function cellOf(
  { cell, column, goesOn }: Place,
  keepNext: boolean,
  setting: TableSetting,
  options: TableOptions,
): TableCell {
  const mark = cell.cell && options.marked.get(cell.cell.path);
  const width = setting.columns
    .slice(column, column + cell.colSpan)
    .reduce((sum, columnWidth) => sum + columnWidth, 0);
  const Kind = cell.kind === 'figure' ? UnbrokenCell : TableCell;
  return new Kind({
    ...(cell.rowSpan > 1
      ? { verticalMerge: goesOn ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }
      : {}),
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(mark ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADING[mark.kind] } } : {}),
    children: (goesOn ? [BLANK] : linesOf(cell, width, setting, options)).map((line) =>
      paragraphOf(line, keepNext),
    ),
  });
}

/** A cell of which the text is not broken over lines; the library has no option for it. */
class UnbrokenCell extends TableCell {
  constructor({ verticalAlign, ...options }: ITableCellOptions) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent))
      throw new Error(
        'The package docx no longer begins a cell with its properties: see what replaced them.',
      );
    // Word wants them in this order
    properties.addChildElement(new BuilderElement({ name: 'w:noWrap' }));
    if (verticalAlign) properties.addChildElement(createVerticalAlign(verticalAlign));
  }
}

/** What a cell takes up in width. */
function printedText({ text, cell }: GridCell, { marked }: TableOptions): string {
  const to = cell && marked.get(cell.path)?.to;
  return to === undefined ? oneLine(text) : `${oneLine(text)} →${to}`;
}
