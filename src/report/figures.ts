import { form2021 } from '../form/2021.ts';
import { type CellPath, cellAt, cells, cellsByPath } from '../form/cells.ts';
import { type Edition, type Forms, forms } from '../form/editions.ts';
import type { AnyDraft, AnyReport, Draft, DraftTables, Tables } from './report.ts';
import { vectorReader } from './vector.ts';

/** Tables of any edition, as far as looking figures up is concerned. */
type ByRow = Record<string, Record<string, Record<string, number | null>>>;

/**
 * Takes the figures of a report as a vector, in the order of its form.
 *
 * @param report
 *   Report or draft; only its form and its tables are read.
 * @returns
 *   The figures, 200 in the edition in force; counts in 件, `amountWan` in 万元, `null` for a figure that
 *   is not known. The index of a cell is its `position` in `cells()`.
 * @example
 *   toFigures(report)[cellAt('applications.newlyReceived.total').position]
 *   //=> 3119
 */
export function toFigures(report: Pick<AnyReport, 'form' | 'tables'>): number[];
export function toFigures(report: Pick<AnyDraft, 'form' | 'tables'>): (number | null)[];
export function toFigures({ form, tables }: Pick<AnyDraft, 'form' | 'tables'>): (number | null)[] {
  return vectorReader(forms[form])(tables).figures;
}

/**
 * Takes the figures of a report in the order of another edition of the form: those that both have.
 *
 * A name means the same figure in every edition, so what has the same name is comparable, and nothing
 * else is.
 *
 * @param form
 *   The edition whose order is asked for.
 * @param report
 *   Report or draft, on any edition.
 * @returns
 *   As many figures as that edition has cells, `null` for a cell that the edition of the report does not
 *   have.
 * @example
 *   figuresAs(form2019, report)[cellAt('applications.carriedForward.total', form2019).position]
 *   //=> 103
 */
export function figuresAs(form: Forms[Edition], report: AnyDraft): (number | null)[] {
  if (report.form === form.id) return toFigures(report);
  const own = cellsByPath(forms[report.form]);
  return cells(form).map(({ path }) => (own.has(path) ? figureAt(report, path) : null));
}

/**
 * Puts a vector of figures back into tables; undoes {@link toFigures}.
 *
 * @param figures
 *   As many figures as the form has cells, in its order.
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   Tables of a report, or of a draft if a figure is `null`.
 * @throws
 *   If there are not exactly as many figures as cells.
 * @example
 *   fromFigures(toFigures(report))
 *   //=> report.tables
 */
export function fromFigures<E extends Edition = '2021'>(figures: readonly number[], edition?: E): Tables<E>;
export function fromFigures<E extends Edition = '2021'>(
  figures: readonly (number | null)[],
  edition?: E,
): DraftTables<E>;
export function fromFigures(figures: readonly (number | null)[], edition: Edition = form2021.id): object {
  const all = cells(forms[edition]);
  if (figures.length !== all.length) {
    throw new RangeError(
      `A report on the form of ${edition} has ${all.length} figures, not ${figures.length}: give them in the order of \`cells()\`, with null for one that is not known.`,
    );
  }
  const tables: ByRow = {};
  for (const { tableId, row, column, position } of all) {
    const rows = tables[tableId] ?? {};
    const figuresOfRow = rows[row.id] ?? {};
    figuresOfRow[column.id] = figures[position] ?? null;
    rows[row.id] = figuresOfRow;
    tables[tableId] = rows;
  }
  return tables;
}

/**
 * Makes a draft in which nothing is known yet.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   Draft with blank figures, 200 in the edition in force.
 * @example
 *   emptyDraft().tables.documents.rules.issued
 *   //=> null
 */
export function emptyDraft<E extends Edition = '2021'>(edition?: E): Draft<E>;
export function emptyDraft(edition: Edition = form2021.id): AnyDraft {
  return {
    form: edition,
    year: null,
    agency: { name: null, kind: null, level: null },
    scope: null,
    sections: {},
    tables: fromFigures(
      cells(forms[edition]).map(() => null),
      edition,
    ),
  } as AnyDraft;
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
 * @throws
 *   If the form of the report has no such cell.
 * @example
 *   figureAt(report, 'disputes.reconsideration.total')
 *   //=> 351
 */
export function figureAt({ form, tables }: Pick<AnyDraft, 'form' | 'tables'>, path: CellPath): number | null {
  const { tableId, row, column } = cellAt(path, forms[form]);
  const byRow: ByRow = tables;
  return byRow[tableId]?.[row.id]?.[column.id] ?? null;
}
