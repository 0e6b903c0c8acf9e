import { form2021 } from '../form/2021.ts';
import { type CellPath, cells } from '../form/cells.ts';
import type { Draft, DraftTables, Report, Tables } from './report.ts';

/**
 * Takes the figures of a report as a vector, in the order of the form.
 *
 * @param report
 *   Report or draft; only its tables are read.
 * @returns
 *   200 numbers; counts in 件, `amountWan` in 万元, `null` for a figure that is not known. The index
 *   of a cell is its `position` in `cells()`.
 * @example
 *   toFigures(report)[cellAt('applications.newlyReceived.total').position]
 *   //=> 3119
 */
export function toFigures(report: Pick<Report, 'tables'>): number[];
export function toFigures(report: Pick<Draft, 'tables'>): (number | null)[];
export function toFigures({ tables }: Pick<Draft, 'tables'>): (number | null)[] {
  const byRow: Record<string, Record<string, Record<string, number | null>>> = tables;
  return cells().map(({ tableId, row, column }) => byRow[tableId]?.[row.id]?.[column.id] ?? null);
}

/**
 * Puts a vector of figures back into tables; undoes {@link toFigures}.
 *
 * @param figures
 *   200 figures in the order of the form.
 * @returns
 *   Tables of a report, or of a draft if a figure is `null`.
 * @throws
 *   If there are not exactly as many figures as cells.
 * @example
 *   fromFigures(toFigures(report))
 *   //=> report.tables
 */
export function fromFigures(figures: readonly number[]): Tables;
export function fromFigures(figures: readonly (number | null)[]): DraftTables;
export function fromFigures(figures: readonly (number | null)[]): DraftTables {
  const all = cells();
  if (figures.length !== all.length) {
    throw new RangeError(
      `A report has ${all.length} figures, not ${figures.length}: give them in the order of \`cells()\`, with null for one that is not known.`,
    );
  }
  const tables: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const { tableId, row, column, position } of all) {
    const rows = tables[tableId] ?? {};
    rows[row.id] = { ...rows[row.id], [column.id]: figures[position] ?? null };
    tables[tableId] = rows;
  }
  return tables as DraftTables;
}

/**
 * Makes a draft in which nothing is known yet.
 *
 * @returns
 *   Draft with 200 blank figures.
 * @example
 *   emptyDraft().tables.documents.rules.issued
 *   //=> null
 */
export function emptyDraft(): Draft {
  return {
    form: form2021.id,
    year: null,
    agency: { name: null, kind: null, level: null },
    scope: null,
    sections: {},
    tables: fromFigures(cells().map(() => null)),
  };
}

/**
 * Reads one figure.
 *
 * @param report
 *   Report or draft.
 * @param path
 *   Name of the cell.
 * @returns
 *   The figure, `null` if it is not known.
 * @example
 *   figureAt(report, 'disputes.reconsideration.total')
 *   //=> 351
 */
export function figureAt({ tables }: Pick<Draft, 'tables'>, path: CellPath): number | null {
  const [table = '', row = '', column = ''] = names.get(path) ?? path.split('.');
  const byRow: Record<string, Record<string, Record<string, number | null>>> = tables;
  return byRow[table]?.[row]?.[column] ?? null;
}

/** The names of cells taken apart, as figures are read one by one all the time. */
const names: ReadonlyMap<string, readonly string[]> = new Map(
  cells().map(({ path }) => [path, path.split('.')]),
);
