import type { Cell } from '../../form/cells.ts';
import type { Form, Line, Table } from '../../form/vocabulary.ts';
import type { OtherWording } from '../../rules/source-structure.ts';
import { type ExtraLine, isSumOfNeighbours } from '../extra-totals.ts';
import { cellsOfRow, headingKey, namesOf } from '../form-names.ts';
import { numberBehindWords, numbersIn, type Placed, type PrintedCell } from '../printed-figure.ts';
import { unitOf, unitsInCaption } from '../units.ts';
import { type DataRow, dataRows, extraRowsIn } from './data-rows.ts';
import { type Header, headerOf } from './grid-header.ts';
import { movedRows } from './moved-rows.ts';
import { readSideBySide } from './side-by-side.ts';
import type { Matrix, MatrixCell } from './source-grid.ts';
import { withoutStrayColumns } from './stray-columns.ts';

/** A row whose label is recognised, but whose figures cannot be assigned to columns. */
export interface LooseRow {
  readonly table: Table;
  readonly line: Line;
  readonly prints: readonly PrintedCell[];
}

/** What was read of one table of a source. */
export interface GridReading {
  readonly placed: readonly Placed[];
  readonly looseRows: readonly LooseRow[];
  /** Figures that belong to no cell of the form. */
  readonly unplaced: readonly PrintedCell[];
  /** Columns that the form does not have. */
  readonly extraColumns: readonly ExtraLine[];
  /** Rows of figures that may be none of the form's, or one of them misprinted. */
  readonly otherRows: readonly ExtraLine[];
  readonly undivided: readonly string[];
  readonly otherWordings: readonly OtherWording[];
  /** Whether an amount is printed in yuan instead of 万元. */
  readonly inYuan: boolean;
  /** A table of the form that is headed here, whose figures could not be placed. */
  readonly headedOnly: Table | undefined;
}

/**
 * Recognises the form in a table of a source: rows and columns by their headings, wherever they stand;
 * by position only as far as the headings give it.
 *
 * @param form
 *   Edition of the form.
 * @param source
 *   The table.
 * @param precedingText
 *   Words that stand before it, for tables that hold one block of a larger one.
 * @param captionUnits
 *   The units that the caption before it names.
 * @returns
 *   What was read; `undefined` if the table is none of the form's.
 */
export function readGrid(
  form: Form,
  source: Matrix,
  precedingText: string,
  captionUnits: readonly string[],
): GridReading | undefined {
  const matrix = withoutStrayColumns(form, source);
  const rows = dataRows(form, matrix);
  const sideBySide = readSideBySide(form, matrix, rows, precedingText);
  if (rows.length === 0 && !sideBySide) return undefined;
  const captions = unitCaptionsIn(matrix);
  const unitsAt = (rowIndex: number) =>
    captions.findLast((caption) => caption.rowIndex < rowIndex)?.units ?? captionUnits;
  const placed: Placed[] = inUnits(sideBySide ?? [], unitsAt(matrix.rows.length));
  const looseRows: LooseRow[] = [];
  const undivided: string[] = [];
  const otherWordings: OtherWording[] = [];
  const headers = new Map<Table, Header>();
  const figuresOfMovedRows = new Map<DataRow, readonly MatrixCell[]>();
  for (const row of rows) {
    const { table, line, heading, figures } = row;
    if (!line) {
      const numbers = figures.filter(({ print }) => print.state === 'number');
      if (heading && numbers.length >= table.columns.length) undivided.push(heading.label);
      continue;
    }
    const knownHeader = headers.get(table);
    const header = knownHeader ?? headerOf(form, matrix, table, rows);
    headers.set(table, header);
    if (!knownHeader) {
      const tableRows = rows.filter((candidate) => candidate.table === table);
      for (const [movedRow, movedFigures] of movedRows(tableRows, header, matrix))
        figuresOfMovedRows.set(movedRow, movedFigures);
    }
    const { key, print } = row.label;
    if (key !== headingKey(line)) otherWordings.push({ label: line.label, printed: print.printed });
    const placedInRow = placeRow(
      { ...row, figures: figuresOfMovedRows.get(row) ?? figures },
      cellsOfRow(form, table, line),
      header,
      matrix,
    );
    if (placedInRow) placed.push(...inUnits(placedInRow, unitsAt(row.rowIndex)));
    else looseRows.push({ table, line, prints: figures.map(({ print }) => print) });
  }
  const assigned = new Set([
    ...placed.map(({ print }) => print),
    ...looseRows.flatMap(({ prints }) => prints),
  ]);
  const { table: besideEachOther } = namesOf(form).sideBySide ?? {};
  const numberCount = matrix.cells.filter(({ print }) => print.state === 'number').length;
  const isHeadedOnly = sideBySide?.length === 0 && numberCount >= (besideEachOther?.columns.length ?? 1);
  return {
    placed,
    looseRows,
    headedOnly: isHeadedOnly ? besideEachOther : undefined,
    unplaced: [
      ...matrix.cells.flatMap(({ print }) => (assigned.has(print) ? [] : numbersIn(print))),
      ...rows.flatMap(({ label }) => numberInLabelCell(label)),
    ],
    extraColumns: [...headers].flatMap(([table, header]) =>
      extraColumns(
        header,
        rows.filter((row) => row.table === table),
        matrix,
      ),
    ),
    otherRows: extraRowsIn(form, matrix, rows),
    undivided,
    otherWordings: [...otherWordings, ...[...headers.values()].flatMap((header) => header.otherWordings)],
    inYuan: [...headers].some(([{ unit }, header]) => unit === 'wanYuan' && header.inYuan),
  };
}

/** Rows of a table that hold nothing but the unit of the figures below them. */
function unitCaptionsIn({
  rows,
}: Matrix): { readonly rowIndex: number; readonly units: readonly string[] }[] {
  return rows.flatMap(({ cells }, rowIndex) => {
    const [onlyCell, secondCell] = cells.filter(({ text }) => text.trim() !== '');
    const units = onlyCell && !secondCell ? unitsInCaption(onlyCell.print.printed) : [];
    return units.length > 0 ? [{ rowIndex, units }] : [];
  });
}

/** Figures with the units that their headings and the caption name. */
function inUnits(figures: readonly Placed[], captionUnits: readonly string[]): Placed[] {
  return figures.map(({ unit: inHeading, ...figure }) => {
    const unit = unitOf(figure.cell.unit, inHeading, captionUnits);
    return { ...figure, ...(unit === undefined ? {} : { unit }) };
  });
}

/** A number in the cell of a label, which is none of its figures. */
function numberInLabelCell({ print }: MatrixCell): PrintedCell[] {
  const printed = numberBehindWords(print.printed);
  if (printed === undefined) return [];
  return [{ printed, place: { ...print.place }, state: 'number', value: Number(printed) }];
}

/** The columns of a table that the form does not have; a heading over several positions is one column. */
function extraColumns({ extraHeadings }: Header, rows: readonly DataRow[], matrix: Matrix): ExtraLine[] {
  return [...new Set(extraHeadings.values())].map((label): ExtraLine => {
    const positionsByRow = rows.map(({ rowIndex }) => matrix.rows[rowIndex]?.positions ?? []);
    const columnIndex = [...extraHeadings].find(([, heading]) => heading === label)?.[0] ?? 0;
    const width = Math.max(0, ...positionsByRow.map(({ length }) => length));
    const columns = Array.from({ length: width }, (_, column) =>
      positionsByRow.map((positions) => {
        const cell = positions[column];
        return cell && cell !== positions[column - 1] ? cell.print.value : null;
      }),
    );
    const prints = new Set(
      positionsByRow.flatMap((positions) =>
        positions.flatMap((cell, column) =>
          cell && extraHeadings.get(column) === label ? [cell.print] : [],
        ),
      ),
    );
    return { label, prints: [...prints], isSum: isSumOfNeighbours(columns, columnIndex) };
  });
}

/**
 * Places the figures of a row: in the order of the headings if there are as many, else by position if
 * the row is as wide as the headings; otherwise it stays open.
 */
function placeRow(
  row: DataRow,
  cells: readonly Cell[],
  header: Header,
  matrix: Matrix,
): Placed[] | undefined {
  const { table, figures } = row;
  if (table.columns.length === 1) return placeSingle(row, header, cells);
  if (header.order.length !== table.columns.length) return undefined;
  if (figures.length === header.order.length) {
    return figures.flatMap((figure, figureIndex) =>
      placeInColumn(cells, header.order[figureIndex], figure, header),
    );
  }
  const { positions = [] } = matrix.rows[row.rowIndex] ?? {};
  if (positions.length !== header.width) return undefined;
  const figureByColumn = new Map<Line, MatrixCell>();
  for (const figure of figures) {
    const columnsAbove = positions.flatMap((cell, position) =>
      cell === figure ? (header.columns.get(position) ?? []) : [],
    );
    const [column, secondColumn] = new Set(columnsAbove);
    if (secondColumn || (column && figureByColumn.has(column))) return undefined;
    if (column) figureByColumn.set(column, figure);
  }
  return [...figureByColumn].flatMap(([column, figure]) => placeInColumn(cells, column, figure, header));
}

/** Places the figure of a row that has one: the only one there is, under a heading that says what it is. */
function placeSingle(
  { table, figures }: DataRow,
  header: Header,
  cells: readonly Cell[],
): Placed[] | undefined {
  if (header.isOfAnother) return undefined;
  if (table.unit === 'wanYuan' && header.order.length === 0 && !header.inYuan) return undefined;
  const filled = figures.filter(({ print }) => print.state !== 'blank');
  if (filled.length > 1) return undefined;
  const [figure] = filled.length === 1 ? filled : figures;
  return figure ? placeInColumn(cells, table.columns[0], figure, header) : undefined;
}

function placeInColumn(
  cells: readonly Cell[],
  column: Line | undefined,
  { print }: MatrixCell,
  { units }: Header,
): Placed[] {
  const cell = cells.find((candidate) => candidate.column === column);
  const unit = column && units.get(column);
  return cell ? [{ cell, print, ...(unit === undefined ? {} : { unit }) }] : [];
}
