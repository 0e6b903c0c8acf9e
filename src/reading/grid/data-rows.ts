import type { Form, Table } from '../../form/vocabulary.ts';
import { type ExtraLine, isSumOfNeighbours } from '../extra-totals.ts';
import { type FormNames, namesOf, type RowName } from '../form-names.ts';
import { matchLabel } from '../label-match.ts';
import type { Matrix, MatrixCell, MatrixRow } from './source-grid.ts';

/** A row of figures under its label. */
export interface DataRow extends RowName {
  readonly rowIndex: number;
  readonly label: MatrixCell;
  readonly figures: readonly MatrixCell[];
  /** How many positions the row covers. */
  readonly width: number;
}

/** The rows of a table that have a label of the form and figures. */
export function dataRows(form: Form, { rows }: Matrix): DataRow[] {
  const names = namesOf(form);
  return rows.flatMap((row, rowIndex) => dataRow(names, row, rowIndex) ?? []);
}

/** The rows that have as many figures as those before them, but are none of the form's, such as a subtotal. */
export function extraRowsIn(form: Form, { rows }: Matrix, formRows: readonly DataRow[]): ExtraLine[] {
  const names = namesOf(form);
  const byRowIndex = new Map(formRows.map((row) => [row.rowIndex, row]));
  let count = 0;
  return rows.flatMap(({ cells }, rowIndex) => {
    const row = byRowIndex.get(rowIndex);
    if (row) count = row.table.columns.length;
    const label = cells.findLast(({ isHeading }) => isHeading);
    if (row || !label || names.bands.has(label.key) || isHeadingWord(names, label)) return [];
    const figures = cells.slice(cells.indexOf(label) + 1);
    const isRow = figures.length === count && figures.some(({ print }) => print.state === 'number');
    if (!isRow) return [];
    // only rows that have as many figures are parts of a total
    const lines = rows.map((_, otherIndex) =>
      otherIndex === rowIndex
        ? figuresOf(figures)
        : figuresOf(byRowIndex.get(otherIndex)?.figures ?? [], count),
    );
    const prints = figures.map(({ print }) => print);
    return [{ label: label.print.printed, prints, isSum: isSumOfNeighbours(lines, rowIndex) }];
  });
}

function figuresOf(cells: readonly MatrixCell[], count = cells.length): (number | null)[] | undefined {
  return cells.length === count ? cells.map(({ print }) => print.value) : undefined;
}

/** Whether a table may be one of the form's: it has one of its rows, or the headings of one without. */
export function isFormGrid(form: Form, { rows }: Matrix): boolean {
  const names = namesOf(form);
  return rows.some(
    (row, rowIndex) => dataRow(names, row, rowIndex) !== undefined || isHeadedSideBySide(names, row),
  );
}

/** Whether a row has the headings of all columns of the table whose rows are printed beside each other. */
export function isHeadedSideBySide({ sideBySide, columns }: FormNames, { cells }: MatrixRow): boolean {
  const names = sideBySide && columns.get(sideBySide.table);
  const headings = cells.filter(({ isHeading }) => isHeading);
  const count = sideBySide?.table.columns.length ?? 0;
  if (!names || headings.length < count) return false;
  return new Set(headings.flatMap(({ key }) => matchLabel(key, names) ?? [])).size === count;
}

/** Splits a row into the last label before the figures, and the figures. */
function dataRow(names: FormNames, { cells, positions }: MatrixRow, rowIndex: number): DataRow | undefined {
  const labelsStart = cells.findIndex(({ isHeading }) => isHeading);
  if (labelsStart < 0) return undefined;
  const firstFigure = cells.findIndex(({ isHeading }, index) => index > labelsStart && !isHeading);
  const figuresStart = firstFigure < 0 ? cells.length : firstFigure;
  const figures = cells.slice(figuresStart);
  const width = positions.length;
  const label = cells[figuresStart - 1];
  if (areHeadings(names, cells.slice(labelsStart, figuresStart))) return undefined;
  const name = label && matchLabel(label.key, names.rows);
  if (!label || !name) return wordsForFigures(names, cells.slice(labelsStart), rowIndex, width);
  if (figures.length === 0 || figures.some((cell) => isHeadingWord(names, cell))) return undefined;
  const lastLabel = { ...name, label };
  const rowName = name.line
    ? lastLabel
    : (rowLabelAmong(names, cells.slice(labelsStart, figuresStart)) ?? lastLabel);
  const blank = figures.every(({ text }) => text.trim() === '');
  if (blank && figures.length < rowName.table.columns.length) return undefined;
  return { ...rowName, rowIndex, figures, width };
}

/**
 * Whether the labels of a row are headings that stand beside each other, of which the last has the name of a row, too, such as
 * 总计: what follows them are no figures.
 */
function areHeadings(names: FormNames, labels: readonly MatrixCell[]): boolean {
  const [last, ...others] = [...labels].reverse().map(({ key }) => key);
  if (last === undefined || others.length === 0) return false;
  return [...names.columns].some(([table, { byKey: columns }]) => {
    const rowsBesideEachOther = names.sideBySide?.table === table ? names.sideBySide.blocks.byKey : undefined;
    const isAbove = (key: string) => columns.has(key) || rowsBesideEachOther?.has(key) === true;
    const isLast = isAbove(last) || (rowsBesideEachOther !== undefined && isNameIn(names, table, last));
    return isLast && others.some(isAbove);
  });
}

/** Whether a key is that of a row of a table, or of a merged heading above rows. */
function isNameIn({ rows }: FormNames, table: Table, key: string): boolean {
  return rows.byKey.get(key)?.some(({ of }) => of.table === table) === true;
}

/** A merged heading may lie over the label of a row, where a row above it is missing. */
function rowLabelAmong(names: FormNames, labels: readonly MatrixCell[]) {
  const rowLabels = labels.flatMap((label) => {
    const name = matchLabel(label.key, names.rows);
    return name?.line ? [{ ...name, label }] : [];
  });
  return rowLabels.at(-1);
}

/** A row in which words stand where figures belong: after a label as many cells as the table has columns. */
function wordsForFigures(
  names: FormNames,
  cells: readonly MatrixCell[],
  rowIndex: number,
  width: number,
): DataRow | undefined {
  for (const [index, label] of cells.entries()) {
    const count = cells.length - index - 1;
    const name = names.widths.has(count) ? matchLabel(label.key, names.rows) : undefined;
    if (!name?.line || count !== name.table.columns.length) continue;
    const figures = cells.slice(index + 1);
    if (!figures.some((cell) => isHeadingWord(names, cell)))
      return { ...name, rowIndex, label, figures, width };
  }
  return undefined;
}

/** Whether a cell holds words that name a row or column: then a row is no row of figures. */
function isHeadingWord({ rows, columns }: FormNames, { isHeading, key }: MatrixCell): boolean {
  return isHeading && (rows.byKey.has(key) || [...columns.values()].some(({ byKey }) => byKey.has(key)));
}
