import { cells } from '../form/cells.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { isBroken, sidesOf } from './conditions.ts';
import { columnNames, KEY, type NameOf } from './names.ts';
import { type FullSqlOptions, fullOptions, quoted, type SqlOptions } from './options.ts';
import { relationalRules, relationsOf, type SqlRelation } from './sql-relations.ts';

/** Queries over the table that `renderSqlSchema` makes. */
export interface SqlChecks {
  /**
   * A row a report: `report_id` and `verdict`, which is `fail`, `incomplete` or `pass` as that of
   * `checkReport(report, { families: ['arithmetic'] })`. Other rules may still object: see `leaves`.
   */
  readonly verdicts: string;
  /**
   * A row a broken relation of one year: `report_id`, `rule`, `severity`, `cells` (by path, with commas between),
   * `actual`, `expected`, `difference` and, with comments, `rule_text`.
   */
  readonly findings: string;
  /**
   * The same for the relations with the year before: the row of the same `agency_name` and the year before in the
   * same table, if there is exactly one.
   */
  readonly betweenYears: string;
  /** The numbers of the rules that the queries try. */
  readonly covers: readonly string[];
  /** The numbers of the rules that they leave to `checkReport`: a report that passes here is not checked by them. */
  readonly leaves: readonly string[];
}

/**
 * Writes the rules that are relations between sums as SQL queries.
 *
 * @param options
 *   The same as for `renderSqlSchema`.
 * @returns
 *   Three queries; and which rules they try, and which they leave to `checkReport`.
 * @throws
 *   If an option is not there or has a value it cannot have, such as a table whose name is a word of SQL.
 * @example
 *   const { covers, leaves } = sqlChecks();
 *   [covers.includes('T3-01'), leaves.includes('NARR-01')]
 *   //=> [true, true]
 */
export function sqlChecks(options: SqlOptions = {}): SqlChecks {
  const full = fullOptions(options, 'sqlChecks');
  const { edition } = full;
  const nameOf = columnNames(full);
  const relations = relationsOf(edition);
  const covers = relationalRules(edition).map(({ id }) => id);
  return {
    verdicts: verdicts(relations.filter(decides), full, nameOf),
    findings: findings(
      relations.filter(({ comparesYears }) => !comparesYears),
      full,
      nameOf,
    ),
    betweenYears: findings(
      relations.filter(({ comparesYears }) => comparesYears),
      full,
      nameOf,
    ),
    covers,
    leaves: rulesOf(edition)
      .map(({ id }) => id)
      .filter((id) => !covers.includes(id)),
  };
}

function decides({ severity, comparesYears }: SqlRelation): boolean {
  return severity === 'error' && !comparesYears;
}

function verdicts(
  relations: readonly SqlRelation[],
  { table, edition }: FullSqlOptions,
  nameOf: NameOf,
): string {
  const broken = relations.map((relation) => isBroken(relation, nameOf));
  // asked one by one: a sum of all could be more than the database can hold
  const blank = cells(edition).map(({ path }) => `r.${nameOf(path)} IS NULL`);
  return `SELECT r.${KEY}, CASE
  WHEN ${broken.join('\n    OR ')} THEN 'fail'
  WHEN ${blank.join('\n    OR ')} THEN 'incomplete'
  ELSE 'pass' END AS verdict
FROM ${table} r`;
}

function findings(relations: readonly SqlRelation[], full: FullSqlOptions, nameOf: NameOf): string {
  return relations.map((relation) => finding(relation, full, nameOf)).join('\nUNION ALL\n');
}

function finding(relation: SqlRelation, { table, comments }: FullSqlOptions, nameOf: NameOf): string {
  const { rule, severity, text, left, right, comparesYears } = relation;
  const [actual, expected] = sidesOf(relation, nameOf);
  const about = [...left, ...right].filter(({ lastYear }) => !lastYear).map(({ cell }) => cell.path);
  const said = [
    `${quoted(rule)} AS rule`,
    `${quoted(severity)} AS severity`,
    `${quoted(about.join(','))} AS cells`,
    `${actual} AS actual`,
    `${expected} AS expected`,
    `(${actual}) - (${expected}) AS difference`,
    ...(comments ? [`${quoted(text[comments])} AS rule_text`] : []),
  ];
  const before = comparesYears ? joinOfYears(table, nameOf) : '';
  return `SELECT r.${KEY}, ${said.join(', ')}\nFROM ${table} r${before}\nWHERE ${isBroken(relation, nameOf)}`;
}

/** Where an agency has two rows on the year before, which of them to compare with is not known. */
function joinOfYears(table: string, nameOf: NameOf): string {
  const [agency, year] = [nameOf('agency.name'), nameOf('year')];
  return `
JOIN ${table} y ON y.${agency} = r.${agency} AND y.${year} = r.${year} - 1
  AND y.${KEY} IN (SELECT MIN(p.${KEY}) FROM ${table} p GROUP BY p.${agency}, p.${year} HAVING COUNT(*) = 1)`;
}
