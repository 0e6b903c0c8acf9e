import type { Form, Line, Table } from '../../form/vocabulary.ts';
import type { OtherWording } from '../../rules/source-structure.ts';
import { sumsOf } from '../adds-up.ts';
import { areCutOff } from '../cut-off-headings.ts';
import { hasHeadingOfAnother } from '../edition.ts';
import { headingKey, namesOf } from '../form-names.ts';
import { type KnownLabels, matchLabel } from '../label-match.ts';
import { NAMES_LAST_YEAR } from '../table-year.ts';
import { unitInHeading } from '../units.ts';
import type { DataRow } from './data-rows.ts';
import type { Matrix, MatrixCell } from './source-grid.ts';

/** Which column of the form stands under which position of a table. */
export interface Header {
  /** The column of the form at each position. */
  readonly columns: ReadonlyMap<number, Line>;
  /** The columns in the order of the source. */
  readonly order: readonly Line[];
  /** How many positions the headings cover. */
  readonly width: number;
  /** Columns that the form does not have, by position. */
  readonly extraHeadings: ReadonlyMap<number, string>;
  readonly otherWordings: readonly OtherWording[];
  readonly inYuan: boolean;
  /** The units that the headings of columns name. */
  readonly units: ReadonlyMap<Line, string>;
  /** Of a table of one column: whether one of the headings is that of another edition of the form, or of last year's. */
  readonly isOfAnother: boolean;
}

/** Headings that say an amount is in yuan. */
const YUAN = /单位元$/u;

/** Reads the headings above the rows of a table, as far as they can be trusted. */
export function headerOf(form: Form, matrix: Matrix, table: Table, rows: readonly DataRow[]): Header {
  return trustedHeader(printedHeader(form, matrix, table, rows), table, rows);
}

function printedHeader(form: Form, matrix: Matrix, table: Table, rows: readonly DataRow[]): Header {
  const tableRows = rows.filter((row) => row.table === table);
  const firstRowIndex = tableRows[0]?.rowIndex ?? 0;
  const previousRowIndex =
    rows.findLast((row) => row.table !== table && row.rowIndex < firstRowIndex)?.rowIndex ?? -1;
  const headingRows = matrix.rows.slice(previousRowIndex + 1, firstRowIndex);
  const labelEnd = Math.max(
    0,
    ...tableRows.map(({ rowIndex, label }) => (matrix.rows[rowIndex]?.positions ?? []).lastIndexOf(label)),
  );
  const columnOf = columnFinder(namesOf(form).columns.get(table));
  const width = Math.max(0, ...headingRows.map(({ positions }) => positions.length));
  const columns = new Map<number, Line>();
  const units = new Map<Line, string>();
  const headings = new Map<Line, Set<MatrixCell>>();
  const extraHeadings = new Map<number, string>();
  const otherWordings: OtherWording[] = [];
  for (let position = 0; position < width; position += 1) {
    const headingsAbove = headingRows.flatMap(({ positions }) => positions[position] ?? []);
    const cell = headingsAbove.findLast((heading) => columnOf(heading));
    const line = cell && columnOf(cell);
    if (line && cell && isOfLastYear(cell.key, line)) {
      otherWordings.push({ label: line.label, printed: cell.print.printed });
      continue;
    }
    if (!line) {
      // a cell that is all of its row is the heading of no column
      const inner = headingRows.findLast(({ cells, positions }) => cells.length > 1 && positions[position])
        ?.positions[position];
      if (position > labelEnd && inner?.isHeading) extraHeadings.set(position, inner.print.printed);
      continue;
    }
    columns.set(position, line);
    headings.set(line, (headings.get(line) ?? new Set()).add(cell));
    const unit = headingsAbove
      .map(({ print }) => unitInHeading(print.printed))
      .findLast((name) => name !== undefined);
    if (unit !== undefined) units.set(line, unit);
    const { printed } = cell.print;
    const isOther = cell.key !== headingKey(line);
    if (isOther && !otherWordings.some((wording) => wording.printed === printed))
      otherWordings.push({ label: line.label, printed });
  }
  const doubled = new Set(
    [...headings].filter(([, headingCells]) => headingCells.size > 1).map(([line]) => line),
  );
  for (const [position, line] of columns) if (doubled.has(line)) columns.delete(position);
  for (const [position, line] of cutOff(table, headingRows.at(-1)?.positions.slice(labelEnd + 1) ?? [])) {
    columns.set(labelEnd + 1 + position, line);
    extraHeadings.delete(labelEnd + 1 + position);
  }
  const only = table.columns.length === 1 ? table.columns[0] : undefined;
  return {
    columns,
    order: [...new Set([...columns].sort(([one], [other]) => one - other).map(([, line]) => line))],
    width,
    extraHeadings,
    otherWordings,
    units,
    inYuan: headingRows.some(({ cells }) => cells.some(({ key }) => YUAN.test(key))),
    isOfAnother:
      only !== undefined &&
      headingRows.some(({ cells }) =>
        cells.some(({ key }) => hasHeadingOfAnother(form, key) || isOfLastYear(key, only)),
      ),
  };
}

/** The columns of a table under positions whose headings are cut off, if all of them stand there. */
function cutOff(
  table: Table,
  positions: readonly (MatrixCell | undefined)[],
): readonly (readonly [number, Line])[] {
  const cells = [...new Set(positions)];
  if (
    !areCutOff(
      table.columns,
      cells.map((cell) => cell?.key ?? ''),
    )
  )
    return [];
  return positions.flatMap((cell, at) => {
    const line = table.columns[cells.indexOf(cell)];
    return line ? [[at, line] as const] : [];
  });
}

/** Whether a heading, of which the key is given, is that of the form but for the year: 上年制发件数 is a column of last year's. */
export function isOfLastYear(key: string, line: Line): boolean {
  return NAMES_LAST_YEAR.test(key) && !NAMES_LAST_YEAR.test(line.label) && !key.includes('本年');
}

/** Finds the column that a heading names; cached, as a heading may cover several positions. */
export function columnFinder(names: KnownLabels<Line> | undefined): (cell: MatrixCell) => Line | undefined {
  const columnByCell = new Map<MatrixCell, Line | undefined>();
  return (cell) => {
    if (!columnByCell.has(cell)) columnByCell.set(cell, names && matchLabel(cell.key, names));
    return columnByCell.get(cell);
  };
}

/**
 * Columns in another order than the form's are believed if the rows then add up; if they add up in the
 * order of the form instead, the headings are damaged; if in neither, the columns stay open.
 */
function trustedHeader(header: Header, table: Table, rows: readonly DataRow[]): Header {
  const { columnEquations = [], columns } = table;
  const complete = header.order.length === columns.length;
  const isInFormOrder = header.order.every((column, position) => column === columns[position]);
  if (columnEquations.length === 0 || !complete || isInFormOrder) return header;
  const tableRows = rows.filter((row) => row.table === table);
  const completeRows = tableRows
    .filter((row) => row.figures.length === columns.length)
    .map(({ figures }) => figures.map(({ print }) => print.value));
  const canAddUp = (order: readonly Line[]) =>
    completeRows.every(
      (figures) =>
        sumsOf(table, new Map(order.map(({ id }, position) => [id, figures[position]]))) !== 'broken',
    );
  if (hasOneHeadingPerFigure(header, columns.length, tableRows) && canAddUp(header.order)) return header;
  // where the rows add up in either order, damaged headings leave it open which one is meant
  const isDamaged = !canAddUp(header.order) && canAddUp(columns);
  return { ...header, columns: new Map(), order: isDamaged ? columns : [] };
}

/** Whether headings stand side by side, one over each figure, as they do unless markup is damaged. */
function hasOneHeadingPerFigure(
  { columns, width }: Header,
  count: number,
  rows: readonly DataRow[],
): boolean {
  const positions = [...columns.keys()];
  const span = Math.max(...positions) - Math.min(...positions) + 1;
  return (
    positions.length === count && span === count && rows.every(({ width: rowWidth }) => rowWidth === width)
  );
}
