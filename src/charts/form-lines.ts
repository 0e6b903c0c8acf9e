import { type CellPath, cellsByPath } from '../form/cells.ts';
import { formOf } from '../form/editions.ts';
import type { Equation, Heading, Line, Locale, Table } from '../form/vocabulary.ts';
import { figureAt } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import type { ChartValue } from './chart.ts';

/** A table of the form that a report is on. */
export function tableOf(report: AnyDraft, id: 'applications' | 'disputes'): Table {
  const found = formOf(report.form).tables[id];
  if (!found) throw new Error(`Form ${report.form} has no table \`${id}\`, which charts need.`);
  return found;
}

/** Gives the words of a heading without its number and without the explanation in brackets behind it. */
export function plainLabel({ label, english }: Heading, locale: Locale): string {
  if (locale === 'en')
    return english.replace(/^(?:[IVX]+\. |\(\d+\) |\d+\. )/, '').replace(/ \([^()]*\)$/, '');
  return label
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])/, '')
    .replace(/（[^（）]*）$/, '');
}

/** Finds a row or column by name. */
export function lineOf(lines: readonly Line[], id: string): Line {
  const found = lines.find((line) => line.id === id);
  if (!found) throw new Error(`The form has no row or column \`${id}\`, which charts need.`);
  return found;
}

/** The lines that a total adds up, in the order of the form. */
export function partsOf(
  lines: readonly Line[],
  equations: readonly Equation[] | undefined,
  total: string,
): readonly Line[] {
  const equation = (equations ?? []).find(({ left }) => left.length === 1 && left[0] === total);
  return lines.filter(({ id }) => equation?.right.includes(id));
}

/** Outcomes that the form puts under one heading; an outcome that stands alone is a group of its own. */
export interface OutcomeGroup {
  readonly heading: Heading;
  readonly rows: readonly Line[];
}

/** The outcomes of applications, as the form groups them. */
export function outcomeGroups({ rows, rowEquations }: Table): readonly OutcomeGroup[] {
  const depth = lineOf(rows, 'totalProcessed').under?.length ?? 0;
  const groups: { heading: Heading; rows: Line[] }[] = [];
  for (const row of partsOf(rows, rowEquations, 'totalProcessed')) {
    const heading = row.under?.[depth] ?? row;
    const group = groups.find((other) => other.heading.label === heading.label);
    if (group) group.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

/** The group that an outcome belongs to. */
export function groupWith(table: Table, rowId: string): OutcomeGroup {
  const found = outcomeGroups(table).find(({ rows }) => rows.some(({ id }) => id === rowId));
  if (!found) throw new Error(`The form has no outcome \`${rowId}\`, which charts need.`);
  return found;
}

/** Reads one figure. */
export function figureOf(report: AnyDraft, table: string, row: string, column: string): number | null {
  const path = `${table}.${row}.${column}` as CellPath;
  return cellsByPath(report.form).has(path) ? figureAt(report, path) : null;
}

/** Adds figures up, exactly; not known if one of them is not known. */
export function sum(values: readonly ChartValue[]): ChartValue {
  let total = 0n;
  for (const value of values) {
    if (value === null) return null;
    total += BigInt(value);
  }
  return total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : total;
}
