/**
 * Reports in a database: the table, and the checks that are relations between figures, as SQL. No driver is needed.
 *
 * @module ogi-annual-report/sql
 */
export type { Dialect, SqlOptions } from './options.ts';
export { renderSqlSchema } from './render-schema.ts';
export { type SqlChecks, sqlChecks } from './sql-checks.ts';
