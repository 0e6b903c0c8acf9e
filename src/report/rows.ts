import { lightFormat } from 'date-fns/lightFormat';
import { startOfDay } from 'date-fns/startOfDay';
import { type CellPath, cells } from '../form/cells.ts';
import { type EditionInForce, editionInForce, forms, isEdition } from '../form/editions.ts';
import { mustBeList, mustBeOneOf } from '../form/options.ts';
import type { Edition, Locale } from '../form/vocabulary.ts';
import { ROW_NAMES, type RowNames } from './column-names.ts';
import { figuresOf } from './figures.ts';
import { MAX_PROBLEMS } from './first-issues.ts';
import { isReport, notAReport } from './must-be-report.ts';
import { cellColumnIn, isObject } from './other-shapes.ts';
import { type DraftOn, type Parsed, type ParseOptions, parseDraft, parseDraftNamed } from './parse.ts';
import { valueAt } from './particulars.ts';
import type { Problem } from './problem.ts';
import { unknownKey } from './problems.ts';
import type { AnyDraft, Draft } from './report.ts';
import { columnsByName, factOf, type RowColumn, rowColumns } from './row-columns.ts';

/** A report as one flat record: by the name of the column, `null` for what is not known or not there. */
export type Row = Record<string, string | number | null>;

/** Paths to the facts in a part of a report. */
type PathsIn<Part> = {
  [Key in keyof Part & string]-?: NonNullable<Part[Key]> extends object
    ? `${Key}.${PathsIn<NonNullable<Part[Key]>>}`
    : Key;
}[keyof Part & string];

/** The path of a fact, such as `agency.name`: what a report says besides its figures, texts and remarks. */
export type FactPath = PathsIn<Omit<Draft, 'tables' | 'sections' | 'remarks'>>;

/** A row whose columns are called by their paths, as `toRow` gives it unless other names are asked for. */
export type RowByPath<E extends Edition = EditionInForce> = {
  [Each in E]: Record<FactPath, string | number | null> & Record<CellPath<Each>, number | null>;
}[E];

/** Options of `toRow`. */
export interface RowOptions {
  /** How the columns are called; `path` if left out. */
  readonly names?: RowNames | undefined;
}

/** Options of `fromRow`. */
export interface FromRowOptions<E extends Edition | 'any' = EditionInForce>
  extends RowOptions,
    ParseOptions<E> {
  /** Columns of your own, such as `report_id` and `status`, which are passed over. */
  readonly besides?: readonly string[] | undefined;
}

/**
 * Turns a report into a flat record, for a row of a database or the fields of a form.
 *
 * The narrative and the remarks beside figures are no part of it: keep the JSON of the report beside the row.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   How the columns are called.
 * @returns
 *   Facts and figures, 200 in the edition in force, always the same keys in the same order; `null` for what is
 *   not known or not there. Called by their paths, a name that is none does not compile.
 * @throws
 *   If it is given something that is no draft, such as JSON that was never parsed: a database may round what is
 *   no figure.
 * @example
 *   toRow(report)['applications.newlyReceived.total']
 *   //=> 3119
 * @example
 *   toRow(report, { names: 'column' })['applications_newly_received_total']
 *   //=> 3119
 * @example
 *   toRow(report, { names: 'short' })['t3_r1_c7']
 *   //=> 3119
 */
export function toRow<E extends Edition>(
  report: Draft<E>,
  options?: RowOptions & { readonly names?: 'path' | undefined },
): RowByPath<E>;
export function toRow(report: AnyDraft, options?: RowOptions): Row;
export function toRow(report: AnyDraft, { names = 'path' }: RowOptions = {}): Row {
  mustBeOneOf('names', names, ROW_NAMES);
  mustBeDraft(report);
  const figures = figuresOf(report);
  return Object.fromEntries(
    rowColumns(report.form).map((column) => [
      column.names[names],
      column.cell ? (figures[column.cell.position] ?? null) : factOf(report, column),
    ]),
  );
}

/** One figure of a report as a record. */
export interface LongRow {
  /** Place of the cell in the order of the form, from 0. */
  readonly position: number;
  /** The cell. */
  readonly cell: CellPath;
  /** Its figure; `null` if it is not known. */
  readonly figure: number | null;
}

/**
 * Turns a report into one record per figure, for long tables, charts and pivot tables.
 *
 * @param report
 *   Report or draft.
 * @returns
 *   All figures in the order of the form, 200 in the edition in force, the unknown ones, too.
 * @throws
 *   If it is given something that is no draft.
 * @example
 *   toLongRows(report).find(({ cell }) => cell === 'applications.newlyReceived.total')
 *   //=> { position: 16, cell: 'applications.newlyReceived.total', figure: 3119 }
 */
export function toLongRows(report: AnyDraft): readonly LongRow[] {
  mustBeDraft(report);
  const figures = figuresOf(report);
  return cells(report.form).map(({ position, path }) => ({
    position,
    cell: path,
    figure: figures[position] ?? null,
  }));
}

/** Throws if it is no draft: a database may round what is no figure. */
function mustBeDraft(report: AnyDraft): void {
  if (!isReport(report)) throw new TypeError(notAReport(report, 'made a row'));
  const parsed = parseDraft(report, { edition: 'any', locale: 'en' });
  if (!parsed.ok)
    throw new TypeError(
      `Only a report or a draft can be made a row: ${parsed.problems[0]?.message ?? ''}. Turn JSON into one with parseDraft.`,
    );
}

/**
 * Turns a flat record, such as a row of a database or the fields of a form, into a draft.
 *
 * Takes what drivers and forms give: numbers as text (`'12'`, `'1.50'`) or `bigint`, days as `Date`. An empty
 * text is a blank, never 0. Every figure has to have its column; facts that a report may lack may be left out.
 *
 * @param row
 *   Anything; not changed.
 * @param options
 *   How the columns are called; columns of your own; edition of the form; language of the messages.
 * @returns
 *   The draft, without narrative; or every problem, as `parseDraft` gives them, by the name of the column. Give
 *   the draft to `parseReport` to have a report.
 * @example
 *   const parsed = fromRow({ ...toRow(report), 'applications.granted.total': '' });
 *   parsed.ok && parsed.value.tables.applications.granted.total
 *   //=> null
 * @example
 *   const parsed = fromRow({ ...toRow(report), 'applications.granted.sum': 3, year: '2024年' }, { locale: 'en' });
 *   parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])
 *   //=> [['applications.granted.sum', 'unknown-key'], ['year', 'wrong-type']]
 */
export function fromRow<E extends Edition | 'any' = EditionInForce>(
  row: unknown,
  options: FromRowOptions<E> = {},
): Parsed<DraftOn<E>> {
  const { names = 'path', besides = [], locale = 'zh-CN' } = options;
  mustBeOneOf('names', names, ROW_NAMES);
  mustBeList('besides', besides, 'names of columns');
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return parseDraft(row, options);
  const edition = editionOf(row, options);
  if (isNested(row, edition) && !besides.includes('tables')) return { ok: false, problems: [nested(locale)] };
  const byName = columnsByName(forms[edition])[names];
  const given = new Map(Object.entries(row).filter(([name]) => !besides.includes(name)));
  const draft: Tree = { sections: {} };
  for (const [name, column] of byName) {
    const value = plainValue(given.get(name), column);
    // what a report may lack and is blank is not there; what has no column is missing
    if (!column.isOptional || (value ?? null) !== null) place(value, draft, pathInReport(column));
  }
  const nameByPath = new Map([...byName].map(([name, column]) => [pathInReport(column), name]));
  const parsed = parseDraftNamed(draft, options, (path) => nameByPath.get(path) ?? path);
  const unknown = [...given.keys()].filter((name) => !byName.has(name));
  if (unknown.length === 0) return parsed;
  const listed = unknown.slice(0, MAX_PROBLEMS).map((name) => unknownKey(name, locale));
  return { ok: false, problems: [...listed, ...(parsed.ok ? [] : parsed.problems)] };
}

/** Whether it is a report as `parseReport` takes it, with tables and without columns of cells. */
function isNested(row: object, edition: Edition): boolean {
  return isObject(valueAt(row, 'tables')) && cellColumnIn(row, edition) === undefined;
}

function nested(locale: Locale): Problem {
  const message = {
    'zh-CN': '这是逐层的报告（有 tables），不是平铺的一行数据；请用 parseReport 或者 parseDraft 接收',
    en: 'This is a report with its tables, not a flat record; give it to parseReport or parseDraft',
  };
  return { path: '', code: 'other-shape', message: message[locale] };
}

/** The edition whose columns a row has. */
function editionOf(row: object, { edition = editionInForce }: ParseOptions<Edition | 'any'>): Edition {
  if (edition !== 'any') return edition;
  const form = valueAt(row, 'form');
  return isEdition(form) ? form : editionInForce;
}

function pathInReport({ path, cell }: RowColumn): string {
  return cell ? `tables.${path}` : path;
}

interface Tree {
  [key: string]: unknown;
}

/** Puts a value where it belongs. */
function place(value: unknown, root: Tree, path: string): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let tree = root;
  for (const key of keys) {
    const next = (tree[key] as Tree | undefined) ?? {};
    tree[key] = next;
    tree = next;
  }
  tree[last] = value;
}

/** A value as it stands in JSON; one that is not understood stays as it is, to be reported. */
function plainValue(value: unknown, { kind }: RowColumn): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return kind === 'date' ? (dayOf(value) ?? value) : value;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return null;
  return kind === 'count' || kind === 'amount' ? numberIn(text) : value;
}

/** A number written in digits; the text itself if it is none, or if a number cannot hold it exactly. */
function numberIn(text: string): number | string {
  const written = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!written) return text;
  const [, sign = '', digits = '', decimals = ''] = written;
  const whole = digits.replace(/^0+(?=\d)/, '');
  const number = Number(text);
  const significant = decimals.replace(/(?<!0)0+$/, '');
  if (significant === '') return number; // beyond what is exact it is too large in any case
  if (significant.length > MAX_DECIMALS) return text;
  return number.toFixed(significant.length) === `${sign}${whole}.${significant}` ? number : text;
}

/** With more decimals a number is not what was written. */
const MAX_DECIMALS = 20;

/** The day that a driver means: midnight in UTC with some, midnight where it runs with others. */
function dayOf(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  if (date.getTime() % DAY === 0) return date.toISOString().slice(0, 10);
  const isMidnight = date.getTime() === startOfDay(date).getTime();
  return isMidnight ? lightFormat(date, 'yyyy-MM-dd') : undefined;
}

/** A day, in milliseconds. */
const DAY = 86_400_000;
