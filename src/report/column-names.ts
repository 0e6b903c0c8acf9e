import { type Cell, cells } from '../form/cells.ts';
import { oncePerEdition } from '../form/editions.ts';
import type { Edition, Form } from '../form/vocabulary.ts';

/**
 * How the columns of a row are called:
 *
 * - `path`: as in the report, `applications.granted.total` and `agency.name`; the names of fields in forms
 * - `column`: the same for databases, `applications_granted_total` and `agency_name`
 * - `short`: for databases that allow at most thirty characters: `t3_r3_c7` is the third row and seventh column
 *   of 表三, in the order of one edition; facts are called as by `column`
 */
export type RowNames = (typeof ROW_NAMES)[number];

/** The ways of naming columns. */
export const ROW_NAMES = ['path', 'column', 'short'] as const;

/** The names of a column. */
export type NamesOfColumn = Readonly<Record<RowNames, string>>;

/** The name of something as databases write it. */
export function snakeCase(path: string): string {
  return path.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The names of the column of a cell. */
export function namesOfCell({ path, section, row, column, table }: Cell, form: Form): NamesOfColumn {
  const rows = cells(form.id).filter(
    (other) => other.section === section && other.column === other.table.columns[0],
  );
  const rowNumber = rows.findIndex((other) => other.table === table && other.row === row) + 1;
  const short = `t${form.sections.indexOf(section) + 1}_r${rowNumber}_c${table.columns.indexOf(column) + 1}`;
  return { path, column: snakeCase(path), short };
}

/** A name that a key of JSON has as a column of a row. */
export interface CellName {
  readonly names: RowNames;
  readonly cell: Cell;
}

const cellNames = oncePerEdition(
  (form): ReadonlyMap<string, CellName> =>
    new Map(
      cells(form.id).flatMap((cell) =>
        (Object.entries(namesOfCell(cell, form)) as [RowNames, string][]).map(
          ([names, name]) => [name, { names, cell }] as const,
        ),
      ),
    ),
);

/** The cell whose column is called so, in whatever way columns are called. */
export function cellOfColumn(name: string, edition: Edition): CellName | undefined {
  return cellNames(edition).get(name);
}
