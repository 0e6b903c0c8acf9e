import { editionInForce, formOf } from '../form/editions.ts';
import type { FilledOptions } from '../form/filled-options.ts';
import { mustBeKnown, mustBeOneOf, optionNames } from '../form/options.ts';
import { type Edition, LOCALES, type Locale } from '../form/vocabulary.ts';
import type { RowNames } from '../report/column-names.ts';
import { reservedWords } from './reserved-words.ts';

/** The SQL of a database: `standard` is what all of them have in common. */
export type Dialect = 'standard' | 'postgresql' | 'mysql' | 'duckdb';

/** Options of `renderSqlSchema` and `sqlChecks`. */
export interface SqlOptions {
  /** The SQL of which database; `standard` if left out. */
  readonly dialect?: Dialect | undefined;
  /** Edition of the form, which has a table of its own; the one in force if left out. */
  readonly edition?: Edition | undefined;
  /** Name of the table, with or without that of its schema; `ogi_report_2021` for the edition of 2021 if left out. */
  readonly table?: string | undefined;
  /** How the columns are called, as `toRow` calls them; `column` if left out. */
  readonly names?: Exclude<RowNames, 'path'> | undefined;
  /**
   * Which rows have to be sound, that is to have all figures, which add up: those whose `status` is `filed`, all, or
   * none; `filed` if left out, so that a draft can be saved as it is.
   */
  readonly checks?: 'none' | 'filed' | 'always' | undefined;
  /** Language of the comments; Chinese if left out, none if `false`. */
  readonly comments?: Locale | false | undefined;
}

/** Options with everything that may be left out. */
export type FullSqlOptions = FilledOptions<SqlOptions>;

const NAMES = /* @__PURE__ */ optionNames<SqlOptions>({
  dialect: true,
  edition: true,
  table: true,
  names: true,
  checks: true,
  comments: true,
});

const DIALECTS: readonly string[] = ['standard', 'postgresql', 'mysql', 'duckdb'] satisfies Dialect[];

/** Fills in what options leave out. */
export function fullOptions(options: SqlOptions, caller: string): FullSqlOptions {
  mustBeKnown(options, NAMES, caller);
  const {
    dialect = 'standard',
    edition = editionInForce,
    table = `ogi_report_${edition}`,
    names = 'column',
    checks = 'filed',
    comments = 'zh-CN',
  } = options;
  if (!DIALECTS.includes(dialect))
    throw new TypeError(`There is no dialect “${dialect}” of SQL. Name one of ${DIALECTS.join(', ')}.`);
  if (
    typeof table !== 'string' ||
    !/^(?:[A-Za-z_][A-Za-z0-9_]{0,62}\.)?[A-Za-z_][A-Za-z0-9_]{0,29}$/.test(table)
  )
    throw new TypeError(
      `“${table}” cannot be the name of a table here. Use letters, digits and _, 30 characters at most, with or without a schema before it: “ogi.report”.`,
    );
  const [name = '', schema] = table.toLowerCase().split('.').reverse();
  if (reservedWords.has(name) || (schema !== undefined && schema !== 'public' && reservedWords.has(schema)))
    throw new TypeError(
      `“${table}” cannot be the name of a table here: databases keep the word for themselves. Take another, such as “ogi_${name}”.`,
    );
  formOf(edition);
  mustBeOneOf('names', names, ['column', 'short']);
  mustBeOneOf('checks', checks, ['none', 'filed', 'always']);
  mustBeOneOf('comments', comments, [...LOCALES, false]);
  return { dialect, edition, table, names, checks, comments };
}

/** A text as it is written in SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
