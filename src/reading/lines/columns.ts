import { type Form, type Line, type Section, type Table, tablesOf } from '../../form/vocabulary.ts';
import { hasHeadingOfAnother } from '../edition.ts';
import { headingKey, keysOf } from '../form-names.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';

/** The characters of a table's words, and the line that each stands on. */
export interface HeadingStream {
  readonly characters: string;
  readonly lines: readonly number[];
}

/**
 * The order in which the source prints the columns of a table, as indices into the form; the order of
 * the form if the headings are printed but too interwoven to tell; `undefined` if headings are missing.
 */
export function columnOrder(
  form: Form,
  section: Section,
  table: Table,
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  { characters, lines }: HeadingStream,
): readonly number[] | undefined {
  const columns = table.rowsSideBySide ? [...table.rows, ...table.columns] : table.columns;
  const width = table.rowsSideBySide ? table.rows.length * table.columns.length : table.columns.length;
  const asOnForm = Array.from({ length: width }, (_, at) => at);
  const own = found.filter(({ label }) => rows[label]?.table === table);
  const before = found.filter(
    ({ label }) => section.tables.length > 1 && isAbove(form, rows[label], table, section),
  );
  const from = before.at(-1)?.end ?? 0;
  const above = characters.slice(from, own[0]?.start ?? characters.length);
  if (hasHeadingOfAnother(form, above)) return undefined;
  if (columns.length === 1 && table.unit === 'count') return asOnForm;
  const merged = columns.flatMap(({ under = [] }) => under.map(headingKey));
  const corner = table.corner ? headingKey(table.corner) : '';
  const header = [corner, ...merged].reduce((text, key) => (key ? text.replace(key, ' ') : text), above);

  const starts = columns.map((column) => {
    const hit = keysOf(column)
      .map((key) => header.indexOf(key))
      .filter((start) => start >= 0);
    return Math.min(...hit);
  });
  if (table.unit === 'wanYuan') return Number.isFinite(starts[0]) ? asOnForm : undefined;
  if (table.rowsSideBySide || starts.some((start) => !Number.isFinite(start))) {
    return hasCharacters(above, columns) ? asOnForm : undefined;
  }
  if (new Set(starts).size < starts.length) return undefined;
  const order = orderOf(columns, starts);
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
 * their own, so `总计` may be printed before the headings it stands to the right of; where that leaves
 * the order open, there is none.
 */
function orderOf(columns: readonly Line[], starts: readonly number[]): readonly number[] | undefined {
  const printed = columns.map((_, at) => at).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const levels = printed.map((at) => columns[at]?.under?.length ?? 0);
  const changes = levels.filter((level, at) => at > 0 && level !== levels[at - 1]).length;
  const asOnForm = printed.every((at, i) => at === i);
  if (asOnForm || changes !== 1) return printed;
  const [outermost = 0] = levels;
  const outer = printed.filter((_, i) => levels[i] === outermost);
  const outerAsOnForm = outer.every((at, i) => i === 0 || at > (outer[i - 1] ?? at));
  if (outermost > (levels.at(-1) ?? 0) || !outerAsOnForm) return undefined;
  const inner = printed.slice(outer.length);
  return columns.map((_, at) => (outer.includes(at) ? at : (inner.shift() ?? at)));
}

function isAbove(form: Form, row: PrintedRow | undefined, table: Table, section: Section): boolean {
  const order = tablesOf(form, section).map((printed) => printed.table);
  return row !== undefined && order.indexOf(row.table) < order.indexOf(table);
}

/** Whether all characters of the headings are there, in whatever order lines and columns were woven together. */
function hasCharacters(text: string, columns: readonly Line[]): boolean {
  const supply = new Map<string, number>();
  for (const character of text) supply.set(character, (supply.get(character) ?? 0) + 1);
  for (const character of columns.map(headingKey).join('')) {
    const left = supply.get(character) ?? 0;
    if (left === 0) return false;
    supply.set(character, left - 1);
  }
  return true;
}
