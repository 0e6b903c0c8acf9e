import { cells } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import type { Locale } from '../form/vocabulary.ts';
import { snakeCase } from '../report/column-names.ts';
import { type ColumnKind, type RowColumn, rowColumns } from '../report/row-columns.ts';
import { holds } from './conditions.ts';
import { columnNames, KEY, STATUS } from './names.ts';
import { type Dialect, type FullSqlOptions, fullOptions, quoted, type SqlOptions } from './options.ts';
import { relationsOf, type SqlRelation } from './sql-relations.ts';
import { words } from './words.ts';

/**
 * Writes the table for reports as SQL: a column for every fact and figure, which `toRow` fills, with what it means
 * as a comment; and the equations of the form as constraints.
 *
 * Constraints bind only a row whose `status` is `filed`, so that a draft can be saved with blanks and mistakes. No
 * total is a computed column: what an agency published is never overwritten. `sqlChecks` has the queries.
 *
 * @param options
 *   The SQL of which database, name of the table, edition of the form, names of columns, language of comments.
 * @returns
 *   Statements for a tool or a driver of the database. `report_id` and `status` are columns of the table's own.
 * @throws
 *   If an option is not there or has a value it cannot have, such as a table whose name is a word of SQL.
 * @example
 *   const ddl = renderSqlSchema({ dialect: 'postgresql' });
 *   ddl.includes('applications_newly_received_total BIGINT')
 *   //=> true
 *   ddl.includes("applications_newly_received_total IS '表三“一、本年新收政府信息公开申请数量”行“总计”列'")
 *   //=> true
 */
export function renderSqlSchema(options: SqlOptions = {}): string {
  const full = fullOptions(options, 'renderSqlSchema');
  const { dialect, table, edition, comments } = full;
  const columns = columnsOf(full);
  const constraints = constraintsOf(full);
  const parts = [
    ...columns.map(({ name, type, comment }) => ({
      sql: `${name} ${type}${dialect === 'mysql' && comment ? ` COMMENT ${quoted(comment)}` : ''}`,
      note: dialect === 'standard' ? comment : undefined,
    })),
    ...constraints.map(({ name, condition, comment }) => ({
      sql: `CONSTRAINT ${name} CHECK (${condition})`,
      note: comment,
    })),
  ];
  const lines = parts.map(
    ({ sql, note }, at) => `${note ? `  -- ${note}\n` : ''}  ${sql}${at < parts.length - 1 ? ',' : ''}\n`,
  );
  const about = comments && words.table[comments](forms[edition].source.label);
  const end = dialect === 'mysql' && about ? `) COMMENT ${quoted(about)};\n` : ');\n';
  const head = about ? `-- ${about}\n-- ${words.generated[comments]}\n` : '';
  return `${head}CREATE TABLE ${table} (\n${lines.join('')}${end}${commentStatements(full, columns, about)}`;
}

/** Comments as statements of their own, where the database has them. */
function commentStatements(
  { dialect, table }: FullSqlOptions,
  columns: readonly SqlColumn[],
  about: string | false,
): string {
  if (!about || (dialect !== 'postgresql' && dialect !== 'duckdb')) return '';
  const ofColumns = columns.flatMap(({ name, comment }) =>
    comment ? [`COMMENT ON COLUMN ${table}.${name} IS ${quoted(comment)};\n`] : [],
  );
  return `COMMENT ON TABLE ${table} IS ${quoted(about)};\n${ofColumns.join('')}`;
}

/** A column of the table. */
interface SqlColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string | undefined;
}

function columnsOf({ dialect, edition, names, comments }: FullSqlOptions): SqlColumn[] {
  const say = (text: Readonly<Record<Locale, string>> | undefined) =>
    comments ? text?.[comments] : undefined;
  return [
    { name: KEY, type: 'BIGINT NOT NULL PRIMARY KEY', comment: say(words.key) },
    { name: STATUS, type: `VARCHAR(10) DEFAULT 'draft' NOT NULL`, comment: say(words.status) },
    ...rowColumns(edition).map((column) => ({
      name: column.names[names],
      type: typeOf(column, dialect),
      comment: say(column.label),
    })),
  ];
}

/** Amounts in 万元 have six decimals, those in 元 two. */
const TYPES: Readonly<Record<ColumnKind, string>> = {
  count: 'BIGINT',
  amount: 'DECIMAL(16,2)',
  choice: 'VARCHAR(30)',
  code: 'VARCHAR(18)',
  date: 'DATE',
  text: 'VARCHAR(300)',
};

function typeOf({ kind, cell }: RowColumn, dialect: Dialect): string {
  if (kind === 'amount' && cell) return 'DECIMAL(16,6)';
  if (kind === 'text' && dialect === 'postgresql') return 'TEXT';
  return TYPES[kind];
}

/** A constraint of the table. */
interface Constraint {
  readonly name: string;
  readonly condition: string;
  readonly comment?: string;
}

function constraintsOf(full: FullSqlOptions): Constraint[] {
  const { edition, table, checks, comments } = full;
  const nameOf = columnNames(full);
  const prefix = table.slice(table.indexOf('.') + 1);
  const always: Constraint[] = [
    { name: `${prefix}_form`, condition: `${nameOf('form')} = ${quoted(edition)}` },
    { name: `${prefix}_status`, condition: `${STATUS} IN ('draft', 'filed')` },
  ];
  if (checks === 'none') return always;
  const note = (text: Readonly<Record<Locale, string>>) => (comments ? { comment: text[comments] } : {});
  const whenDue = (condition: string) =>
    checks === 'filed' ? `${STATUS} <> 'filed' OR (${condition})` : condition;
  const required = rowColumns(edition).filter(({ isOptional }) => !isOptional);
  const counted = cells(edition).filter(({ column }) => !column.signed);
  return [
    ...always,
    {
      name: `${prefix}_known`,
      condition: whenDue(required.map(({ path }) => `${nameOf(path)} IS NOT NULL`).join(' AND ')),
      ...note(words.known),
    },
    {
      name: `${prefix}_not_negative`,
      condition: whenDue(counted.map(({ path }) => `${nameOf(path)} >= 0`).join(' AND ')),
      ...note(words.notNegative),
    },
    ...relationsOf(edition)
      .filter(({ severity, comparesYears }) => severity === 'error' && !comparesYears)
      .map((relation, at, all) => ({
        name: `${prefix}_${constraintName(relation, all.slice(0, at), full)}`,
        condition: whenDue(holds(relation, nameOf)),
        ...note({
          'zh-CN': `${relation.rule} ${relation.text['zh-CN']}`,
          en: `${relation.rule} ${relation.text.en}`,
        }),
      })),
  ];
}

/** What a constraint is called: the rule, and the row or column it is about, or its number where names are short. */
function constraintName(
  { rule, left, right }: SqlRelation,
  before: readonly SqlRelation[],
  { names }: FullSqlOptions,
): string {
  const [one, other] = [left[0]?.cell, right[0]?.cell];
  const number = before.filter((relation) => relation.rule === rule).length + 1;
  const shared = one?.column.id === other?.column.id ? one?.column.id : one?.row.id;
  return snakeCase(
    `${rule.replace('-', '_').toLowerCase()}_${names === 'short' ? number : (shared ?? number)}`,
  );
}
