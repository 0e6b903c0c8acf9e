import { type Cell, cells } from '../form/cells.ts';
import { editions } from '../form/editions.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form, Heading, Line, Table } from '../form/vocabulary.ts';
import { type KnownLabels, knownLabels, matchLabel } from './label-match.ts';
import { keyOf } from './normalize.ts';

/** What a row label names: a row of a table, or a merged heading above several. */
export interface RowName {
  readonly table: Table;
  readonly line?: Line;
  readonly heading?: Heading;
}

/** The headings of a form, as readers look them up. */
export interface FormNames {
  readonly tables: readonly Table[];
  /** Every row label, and the merged headings above them. */
  readonly rows: KnownLabels<RowName>;
  /** The columns of each table. */
  readonly columns: ReadonlyMap<Table, KnownLabels<Line>>;
  /** The headings that stand above one of several tables printed as one. */
  readonly bands: ReadonlySet<string>;
  /** The table whose rows are printed beside each other, and the names of those rows. */
  readonly sideBySide?: { readonly table: Table; readonly blocks: KnownLabels<Line> };
  /** How many figures a row may have. */
  readonly widths: ReadonlySet<number>;
}

/** Indexes the headings of a form for lookup. */
export const namesOf = oncePer((form: Form): FormNames => {
  const tables = Object.values(form.tables);
  const sideBySide = tables.find(({ rowsSideBySide }) => rowsSideBySide);
  return {
    tables,
    rows: knownLabels(tables.flatMap(rowNames)),
    columns: new Map(tables.map((table) => [table, knownLabels(lineNames(table.columns))])),
    bands: new Set(tables.flatMap(({ band }) => (band ? [headingKey(band)] : []))),
    ...(sideBySide
      ? { sideBySide: { table: sideBySide, blocks: knownLabels(lineNames(sideBySide.rows)) } }
      : {}),
    widths: new Set(tables.map(({ columns }) => columns.length)),
  };
});

/** The first row of the largest table, which a report has once. */
export const firstRowOf = oncePer((form: Form): Line | undefined => {
  const [largest] = Object.values(form.tables).sort((a, b) => b.rows.length - a.rows.length);
  return largest?.rows[0];
});

/** The keys of a heading and of its other wordings. */
export const keysOf = oncePer(({ label, variants = [] }: Line): readonly string[] =>
  [label, ...variants].map(keyOf),
);

/** The key of a heading. */
export const headingKey = oncePer(({ label }: Heading) => keyOf(label));

function lineNames(lines: readonly Line[]) {
  return lines.map((line) => ({ of: line, keys: keysOf(line) }));
}

function rowNames(table: Table): { readonly of: RowName; readonly keys: readonly string[] }[] {
  const mergedHeadings = new Map<string, Heading>();
  for (const heading of table.rows.flatMap(({ under = [] }) => under))
    mergedHeadings.set(heading.label, heading);
  return [
    ...table.rows.map((line) => ({ of: { table, line }, keys: keysOf(line) })),
    ...[...mergedHeadings.values()].map((heading) => ({
      of: { table, heading },
      keys: [headingKey(heading)],
    })),
  ];
}

const cellsByRow = oncePer((form: Form) => {
  const byTable = new Map<Table, Map<Line, Cell[]>>();
  for (const cell of cells(form.id)) {
    const rows = byTable.get(cell.table) ?? new Map<Line, Cell[]>();
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    byTable.set(cell.table, rows);
  }
  return byTable;
});

/** The cells of a row of a table, from left to right. */
export function cellsOfRow(form: Form, table: Table, row: Line): readonly Cell[] {
  return cellsByRow(form).get(table)?.get(row) ?? [];
}

/** All rows and columns, of every edition. */
const labelLines = editions.flatMap(({ tables }) =>
  Object.values<Table>(tables).flatMap(({ rows, columns }) => [...rows, ...columns]),
);

/** Their keys. */
const labelKeys = new Set(labelLines.flatMap(keysOf));

/** The keys of what is printed above several of them. */
const mergedKeys = new Set(labelLines.flatMap(({ under = [] }) => under.map(headingKey)));

/** Whether a key is that of a row or a column, of any edition. */
export function isLabelKey(key: string): boolean {
  return labelKeys.has(key);
}

/** An explanation in brackets at the end of a label: `规章（设区的市、自治州人民政府应提供相关数据）`. */
const EXPLAINED = /^(?<label>[^（(]{2,40})[（(].+[)）]\s*$/su;
/** Longer texts are no labels, explained or not. */
const MAX_EXPLAINED_LENGTH = 300;

/** The key of what may be a label, without an explanation behind it. */
export function labelKey(text: string): string {
  const { label } = (text.length <= MAX_EXPLAINED_LENGTH && EXPLAINED.exec(text)?.groups) || {};
  if (label === undefined) return keyOf(text);
  const [plain, whole] = [keyOf(label), keyOf(text)];
  const isLabel = labelKeys.has(plain) || mergedKeys.has(plain);
  return isLabel && !labelKeys.has(whole) ? plain : whole;
}

/** Whether a text, of which the key is given, is a heading of a table of the form: of a row, or of the table itself. */
export function isTableHeading(form: Form, key: string): boolean {
  return isBand(form, key) || matchLabel(key, namesOf(form).rows) !== undefined;
}

/** Whether it is the heading that stands above one of several tables printed as one. */
export function isBand(form: Form, key: string): boolean {
  return namesOf(form).bands.has(key);
}
