import { type CellPath, cellAt, cells, cellsByPath } from '../form/cells.ts';
import { type EditionInForce, editionInForce, forms } from '../form/editions.ts';
import type { Edition } from '../form/vocabulary.ts';
import { mustHaveTables } from './must-be-report.ts';
import type { AnyDraft, AnyReport, Draft, DraftTables, Report, Tables } from './report.ts';
import { vectorReader } from './vector.ts';

/** Tables of any edition, as far as looking figures up is concerned. */
type ByRow = Record<string, Record<string, Record<string, number | null>>>;

/**
 * Gives the figures of a report as an array, in the order of the form.
 *
 * @param report
 *   Report or draft; only its form and its tables are read.
 * @returns
 *   The figures, 200 in the edition in force; counts in 件, `amountWan` in 万元, `null` for a figure that
 *   is not known. The index of a cell is its `position` in `cells()`.
 * @example
 *   figuresOf(report)[cellAt('applications.newlyReceived.total').position]
 *   //=> 3119
 */
export function figuresOf(report: Pick<AnyReport, 'form' | 'tables'>): number[];
export function figuresOf(report: Pick<AnyDraft, 'form' | 'tables'>): (number | null)[];
export function figuresOf(report: Pick<AnyDraft, 'form' | 'tables'>): (number | null)[] {
  mustHaveTables(report, 'asked for its figures');
  const { form, tables } = report;
  return vectorReader(forms[form])(tables).figures;
}

/**
 * Gives the figures of a report in the order of another edition of the form: those that both have.
 *
 * A name means the same figure in every edition, so what has the same name is comparable, and nothing
 * else is.
 *
 * @param report
 *   Report or draft, on any edition.
 * @param edition
 *   The edition whose order is asked for; the one in force if left out.
 * @returns
 *   As many figures as that edition has cells, `null` for a cell that the edition of the report does not
 *   have.
 * @example
 *   alignFigures(report, '2019')[cellAt('applications.carriedForward.total', '2019').position]
 *   //=> 103
 */
export function alignFigures(report: AnyDraft, edition: Edition = editionInForce): (number | null)[] {
  mustHaveTables(report, 'asked for its figures');
  if (report.form === edition) return figuresOf(report);
  const ownCells = cellsByPath(report.form);
  return cells(edition).map(({ path }) => (ownCells.has(path) ? figureAt(report, path) : null));
}

/**
 * Puts a vector of figures back into tables; undoes {@link figuresOf}.
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
 *   tablesFrom(figuresOf(report))
 *   //=> report.tables
 */
export function tablesFrom<E extends Edition = EditionInForce>(
  figures: readonly number[],
  edition?: E,
): Tables<E>;
export function tablesFrom<E extends Edition = EditionInForce>(
  figures: readonly (number | null)[],
  edition?: E,
): DraftTables<E>;
export function tablesFrom(figures: readonly (number | null)[], edition: Edition = editionInForce): object {
  const all = cells(edition);
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
 * Makes an empty draft.
 *
 * @param edition
 *   Edition of the form; the one in force if left out.
 * @returns
 *   Draft with blank figures, 200 in the edition in force.
 * @example
 *   emptyDraft().tables.documents.rules.issued
 *   //=> null
 */
export function emptyDraft<E extends Edition = EditionInForce>(edition?: E): Draft<E>;
export function emptyDraft(edition: Edition = editionInForce): AnyDraft {
  return {
    form: edition,
    year: null,
    agency: { name: null, kind: null, level: null },
    scope: null,
    sections: {},
    tables: tablesFrom(
      cells(edition).map(() => null),
      edition,
    ),
  } as AnyDraft;
}

/** A cell of an edition, or one of which it is not known which editions have it, such as one of a finding. */
type CellOn<E extends Edition, Path extends CellPath> = CellPath extends Path ? Path : CellPath<E>;

/**
 * Gives the figure of one cell.
 *
 * @param report
 *   Report or draft.
 * @param path
 *   Name of the cell; one that the edition of the report does not have is refused by the compiler.
 * @returns
 *   The figure; of a draft `null` if it is not known.
 * @throws
 *   If the form of the report has no such cell.
 * @example
 *   figureAt(report, 'disputes.reconsideration.total')
 *   //=> 351
 */
export function figureAt<E extends Edition, Path extends CellPath>(
  report: Pick<Report<E>, 'form' | 'tables'>,
  path: Path & CellOn<E, Path>,
): number;
export function figureAt<E extends Edition, Path extends CellPath>(
  report: Pick<Draft<E>, 'form' | 'tables'>,
  path: Path & CellOn<E, Path>,
): number | null;
export function figureAt(report: Pick<AnyDraft, 'form' | 'tables'>, path: CellPath): number | null {
  mustHaveTables(report, 'asked for a figure');
  const { form, tables } = report;
  const { tableId, row, column } = cellAt(path, form);
  const byRow: ByRow = tables;
  return byRow[tableId]?.[row.id]?.[column.id] ?? null;
}
