import { rowColumns } from '../report/row-columns.ts';
import type { FullSqlOptions } from './options.ts';

/** Tells what the column of a fact or figure is called, by its path in the report. */
export type NameOf = (path: string) => string;

/** The names of the columns of a table. */
export function columnNames({ edition, names }: Pick<FullSqlOptions, 'edition' | 'names'>): NameOf {
  const byPath = new Map(rowColumns(edition).map((column) => [column.path, column.names[names]]));
  return (path) => {
    const name = byPath.get(path);
    if (name === undefined) throw new Error(`A row of a report on the form of ${edition} has no “${path}”.`);
    return name;
  };
}

/** The column that tells rows apart, which is the database's own. */
export const KEY = 'report_id';

/** The column that says whether a report has to be sound, which is the database's own, too. */
export const STATUS = 'status';
