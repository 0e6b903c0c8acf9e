import { type Form, type Line, type Section, type Table, tablesOf } from '../../form/vocabulary.ts';
import { areCutOff } from '../cut-off-headings.ts';
import { hasHeadingOfAnother } from '../edition.ts';
import { headingKey, keysOf } from '../form-names.ts';
import { isOfLastYear } from '../grid/grid-header.ts';
import { keyOf } from '../normalize.ts';
import { areBlocksInOrder, isInOrderOfForm } from './heading-order.ts';
import { keyWithoutUnit, type PrintedColumn, unitsOf } from './heading-units.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { Token } from './tokens.ts';

/** The characters of a table's words, the line that each stands on, and the words themselves. */
export interface HeadingStream {
  readonly characters: string;
  readonly lines: readonly number[];
  /** Where words stand in it. */
  readonly words: ReadonlyMap<Token, Words>;
  /** The last line of an explanation behind a label, by the line the label ends on. */
  readonly explained: ReadonlyMap<number, number>;
}

/** Words of a table, and where they stand in the stream of its characters. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the headings above the rows of a table say. */
export interface ColumnHeadings {
  /**
   * The order in which the source prints the columns, as indices into the form; `undefined` if headings are
   * missing, or too interwoven to tell.
   */
  readonly order: readonly number[] | undefined;
  /** The units that they name. */
  readonly units: ReadonlyMap<Line, string>;
  /** The words above the rows. */
  readonly words: readonly Words[];
}

/** Reads the headings of the columns of a table. */
export function columnHeadings(
  form: Form,
  section: Section,
  table: Table,
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  stream: HeadingStream,
): ColumnHeadings {
  const { characters, lines } = stream;
  const own = found.filter(({ label }) => rows[label]?.table === table);
  const before = found.filter(
    ({ label }) => section.tables.length > 1 && isAbove(form, rows[label], table, section),
  );
  const from = before.at(-1)?.end ?? 0;
  const end = own[0]?.start ?? characters.length;
  const words = [...stream.words.values()].filter((word) => word.start >= from && word.end <= end);
  const columns = table.columns.map((column): PrintedColumn => {
    const keys = table.unit === 'wanYuan' ? [keyWithoutUnit(column)] : keysOf(column);
    const start = Math.min(...keys.map((key) => characters.indexOf(key, from)).filter((at) => at >= 0));
    const key = keys.find((other) => characters.startsWith(other, start)) ?? '';
    return { column, start, end: start + key.length };
  });
  const units = unitsOf(columns, words, lines);
  const order = columnOrder(form, table, { text: characters.slice(from, end), from, words, lines }, units);
  return { order, units, words };
}

/** The words above the rows of a table. */
interface Above {
  /** Their characters, which in the stream of all characters begin at `from`. */
  readonly text: string;
  readonly from: number;
  readonly words: readonly Words[];
  /** The line that each character of the stream stands on. */
  readonly lines: readonly number[];
}

function columnOrder(
  form: Form,
  table: Table,
  { text: above, from, words, lines }: Above,
  units: ReadonlyMap<Line, string>,
): readonly number[] | undefined {
  const columns = table.rowsSideBySide ? [...table.rows, ...table.columns] : table.columns;
  const width = table.rowsSideBySide ? table.rows.length * table.columns.length : table.columns.length;
  const asOnForm = Array.from({ length: width }, (_, at) => at);
  if (hasHeadingOfAnother(form, above)) return undefined;
  if (columns.length === 1 && columns.some((column) => isOfLastYear(above, column))) return undefined;
  if (columns.length === 1 && table.unit === 'count') return asOnForm;
  const merged = columns.flatMap(({ under = [] }) => under.map(headingKey));
  const corner = table.corner ? headingKey(table.corner) : '';
  const header = [corner, ...merged].reduce(
    (text, key) => (key ? text.replace(key, ' '.repeat(key.length)) : text),
    above,
  );

  const starts = columns.map((column) => {
    const hit = keysOf(column)
      .map((key) => header.indexOf(key))
      .filter((start) => start >= 0);
    return Math.min(...hit);
  });
  if (table.unit === 'wanYuan') {
    const isNamed = columns.every((column) => above.includes(keyWithoutUnit(column)) && units.has(column));
    return isNamed || Number.isFinite(starts[0]) ? asOnForm : undefined;
  }
  if (table.rowsSideBySide || starts.some((start) => !Number.isFinite(start))) {
    if (table.rowsSideBySide && areBlocksInOrder(table, above)) return asOnForm;
    const headings = words.map(({ text, start }) => ({ key: keyOf(text), line: lines[start] ?? -1 }));
    const around = [corner, table.band ? headingKey(table.band) : '', ...merged];
    const own = headings.map(({ key }) => key).filter((key) => key !== '' && !around.includes(key));
    return isInOrderOfForm(table, headings) || areCutOff(columns, own) ? asOnForm : undefined;
  }
  if (new Set(starts).size < starts.length) return undefined;
  const areOnOneLine = new Set(starts.map((start) => lines[from + start])).size === 1;
  const order = orderOf(columns, starts, above, areOnOneLine);
  if (order?.every((column, at) => column === at)) return order;
  // another order is believed only if no heading is broken: one whose end stands on the next line seems to
  // come later than it does
  const isOnOneLine = (key: string) => {
    const start = from + above.indexOf(key);
    return lines[start] === lines[start + key.length - 1];
  };
  const isIntact = [...merged, ...columns.map(headingKey)].every((key) => above.includes(key));
  return isIntact && columns.map(headingKey).every(isOnOneLine) ? order : undefined;
}

/**
 * The order of columns from where their headings begin. Headings of different levels stand on lines of
 * their own, so `总计` may be printed before the headings it stands to the right of: these stand where the
 * merged heading above them does. Where that is not its place on the form, or leaves the order open, there is
 * none.
 */
function orderOf(
  columns: readonly Line[],
  starts: readonly number[],
  text: string,
  areOnOneLine: boolean,
): readonly number[] | undefined {
  const printed = columns.map((_, at) => at).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const levels = printed.map((at) => columns[at]?.under?.length ?? 0);
  const changes = levels.filter((level, at) => at > 0 && level !== levels[at - 1]).length;
  if (areOnOneLine || changes === 0 || printed.every((at, i) => at === i)) return printed;
  if (changes > 1) return undefined;
  const [outermost = 0] = levels;
  if (outermost > (levels.at(-1) ?? 0)) return undefined;
  const outer = printed.filter((_, i) => levels[i] === outermost);
  const inner = printed.slice(outer.length);
  const above = columns[inner[0] ?? 0]?.under?.at(-1);
  const merged = above ? text.indexOf(headingKey(above)) : -1;
  if (merged < 0) return undefined;
  const before = outer.filter((at) => (starts[at] ?? 0) < merged);
  const order = [...before, ...inner, ...outer.slice(before.length)];
  return order.every((at, i) => outer.includes(at) === outer.includes(i) && (at === i || !outer.includes(at)))
    ? order
    : undefined;
}

function isAbove(form: Form, row: PrintedRow | undefined, table: Table, section: Section): boolean {
  const order = tablesOf(form, section).map((printed) => printed.table);
  return row !== undefined && order.indexOf(row.table) < order.indexOf(table);
}
