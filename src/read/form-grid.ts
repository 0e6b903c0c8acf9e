import { form2021 } from '../form/2021.ts';
import { type Cell, cells } from '../form/cells.ts';
import type { Heading, Line, Table } from '../form/table.ts';
import type { OtherWording } from '../rules/source-structure.ts';
import { type KnownLabel, matchLabel } from './label-match.ts';
import { keyOf } from './normalize.ts';
import { isFigure, isRemark, printedFigure } from './printed-figure.ts';
import { cellsIn, type Matrix, type SourceCell } from './source-grid.ts';
import type { PrintedCell } from './tokens.ts';

/** A figure of a source and the cell of the form it belongs to. */
export interface Placed {
  readonly cell: Cell;
  readonly print: PrintedCell;
}

/** A row that is known by its label, but not which of its figures stands in which column. */
export interface LooseRow {
  readonly table: Table;
  readonly line: Line;
  readonly prints: readonly PrintedCell[];
}

/** What was made out in one table of a source. */
export interface GridReading {
  readonly placed: readonly Placed[];
  readonly loose: readonly LooseRow[];
  /** Figures that belong to no cell of the form. */
  readonly others: readonly PrintedCell[];
  readonly extra: readonly string[];
  readonly undivided: readonly string[];
  readonly otherWordings: readonly OtherWording[];
  /** Whether an amount is printed in yuan instead of 万元. */
  readonly inYuan: boolean;
}

/** What a row label names: a row of a table, or a merged heading above several. */
interface RowName {
  readonly table: Table;
  readonly line?: Line;
  readonly heading?: Heading;
}

const tables = Object.values<Table>(form2021.tables);

/** Every row label of the form, and the merged headings above them. */
const rowNames: readonly KnownLabel<RowName>[] = tables.flatMap((table) => {
  const above = new Map<string, Heading>();
  for (const heading of table.rows.flatMap(({ under = [] }) => under)) above.set(heading.label, heading);
  return [
    ...table.rows.map((line) => ({
      of: { table, line },
      keys: [line.label, ...(line.variants ?? [])].map(keyOf),
    })),
    ...[...above.values()].map((heading) => ({ of: { table, heading }, keys: [keyOf(heading.label)] })),
  ];
});

const columnNames: ReadonlyMap<Table, readonly KnownLabel<Line>[]> = new Map(
  tables.map((table) => [
    table,
    table.columns.map((line) => ({ of: line, keys: [line.label, ...(line.variants ?? [])].map(keyOf) })),
  ]),
);

const cellByLines: ReadonlyMap<Line, ReadonlyMap<Line, Cell>> = new Map(
  [...new Set(cells().map(({ row }) => row))].map((line) => [
    line,
    new Map(cells().flatMap((cell) => (cell.row === line ? [[cell.column, cell] as const] : []))),
  ]),
);

/** Headings that say an amount is in yuan. */
const YUAN = /单位元$/u;

/** A row of figures under its label. */
interface DataRow extends RowName {
  readonly at: number;
  readonly label: SourceCell;
  readonly figures: readonly SourceCell[];
  /** How many positions the row covers. */
  readonly width: number;
}

/**
 * Recognises the form in a table of a source: rows and columns by their headings, wherever they stand;
 * by position only as far as the headings give it.
 *
 * @param matrix
 *   The table.
 * @param before
 *   Words that stand before it, for tables that hold one block of a larger one.
 * @returns
 *   What was made out; `undefined` if the table is none of the form's.
 */
export function readGrid(matrix: Matrix, before: string): GridReading | undefined {
  const rows = matrix.flatMap((row, at) => dataRow(row, at) ?? []);
  const side = sideBySide(matrix, rows, before);
  if (rows.length === 0 && !side) return undefined;
  const placed: Placed[] = [...(side?.placed ?? [])];
  const loose: LooseRow[] = [];
  const taken = new Set<PrintedCell['place']>(placed.map(({ print }) => print.place));
  const undivided: string[] = [];
  const otherWordings: OtherWording[] = [];
  let inYuan = false;
  const headers = new Map<Table, Header>();
  for (const row of rows) {
    const { table, line, heading, figures } = row;
    const prints = figures.map(printOf);
    if (!line) {
      const numbers = prints.filter(({ state }) => state === 'number');
      if (heading && numbers.length >= table.columns.length) undivided.push(heading.label);
      continue;
    }
    const header = headers.get(table) ?? trusted(headerOf(matrix, table, rows), table, rows);
    headers.set(table, header);
    if (table.unit === 'wanYuan' && header.inYuan) inYuan = true;
    const printed = row.label.text.trim();
    if (keyOf(printed) !== keyOf(line.label)) otherWordings.push({ label: line.label, printed });
    const found = placeRow(row, line, header, matrix);
    if (found) placed.push(...found);
    else loose.push({ table, line, prints });
    for (const { place } of found ? found.map(({ print }) => print) : prints) taken.add(place);
  }
  const others = [...new Set(matrix.flat())].flatMap((cell) => {
    if (!cell || taken.has(cell.place)) return [];
    const print = printOf(cell);
    return print.state === 'number' ? [print] : [];
  });
  return {
    placed,
    loose,
    others,
    extra: [...headers.values()].flatMap((header) => header.extra),
    undivided,
    otherWordings: [...otherWordings, ...[...headers.values()].flatMap((header) => header.otherWordings)],
    inYuan,
  };
}

/** Whether a table may be one of the form's: it has one of its rows, or the headings of one without. */
export function isFormGrid(matrix: Matrix): boolean {
  const table = tables.find(({ rowsSideBySide }) => rowsSideBySide);
  return matrix.some((row, at) => dataRow(row, at) || (table && isHeadedBy(row, table)));
}

/** Whether a row has the headings of all columns of a table. */
function isHeadedBy(row: Matrix[number], table: Table): boolean {
  const names = columnNames.get(table) ?? [];
  const headings = cellsIn(row).filter(isLabel);
  if (headings.length < table.columns.length) return false;
  const found = new Set(headings.flatMap(({ text }) => matchLabel(text, names) ?? []));
  return found.size === table.columns.length;
}

function printOf({ text, place }: SourceCell): PrintedCell {
  return { printed: text.trim(), place, ...printedFigure(text, true) };
}

function isLabel({ text }: SourceCell): boolean {
  const known = labels.get(text);
  if (known !== undefined) return known;
  const label =
    text.trim() !== '' && !isFigure(text) && !isRemark(text) && printedFigure(text, true).state === 'text';
  if (labels.size >= MOST_KEPT) labels.clear();
  labels.set(text, label);
  return label;
}

/** Whether a text is a heading of a table of the form: of a row, or of the table itself. */
export function isTableHeading(text: string): boolean {
  return bands.has(keyOf(text)) || matchLabel(text, rowNames) !== undefined;
}

/** Whether a text is the heading that stands above one of several tables printed as one. */
export function isBand(text: string): boolean {
  return bands.has(keyOf(text));
}

const bands: ReadonlySet<string> = new Set(tables.flatMap(({ band }) => (band ? [keyOf(band.label)] : [])));

/** Whether texts are labels; the same come again and again. */
const labels = new Map<string, boolean>();
const MOST_KEPT = 2_000;

/** Takes a row apart: the label that stands last before the figures, and the figures. */
function dataRow(row: Matrix[number], at: number): DataRow | undefined {
  const all = cellsIn(row);
  const first = all.findIndex(isLabel);
  if (first < 0) return undefined;
  let last = first;
  while (all[last + 1] && isLabel(all[last + 1] as SourceCell)) last += 1;
  const label = all[last];
  const figures = all.slice(last + 1);
  if (!label) return undefined;
  if (!matchLabel(label.text, rowNames)) return wordsForFigures(all.slice(first), at, row.length);
  if (figures.length === 0 || figures.some(isHeadingWord)) return undefined;
  const names = all
    .slice(first, last + 1)
    .flatMap((cell) => {
      const known = matchLabel(cell.text, rowNames);
      return known ? [{ known, cell }] : [];
    })
    .reverse();
  // a merged heading may lie over the label of a row where a row above it is missing
  const { known: name, cell: named } = names.find(({ known }) => known.line) ?? names[0] ?? {};
  if (!name || !named || names[0]?.cell !== label) return undefined;
  const blank = figures.every(({ text }) => text.trim() === '');
  if (blank && figures.length < name.table.columns.length) return undefined;
  return { ...name, at, label: named, figures, width: row.length };
}

/** A row in which words stand where figures belong: after a label as many cells as the table has columns. */
function wordsForFigures(all: readonly SourceCell[], at: number, width: number): DataRow | undefined {
  for (const [index, label] of all.entries()) {
    const name = matchLabel(label.text, rowNames);
    const figures = all.slice(index + 1);
    if (!name?.line || figures.length !== name.table.columns.length || figures.some(isHeadingWord)) continue;
    return { ...name, at, label, figures, width };
  }
  return undefined;
}

/** Whether a cell holds words that name a row or column: then a row is no row of figures. */
function isHeadingWord(cell: SourceCell): boolean {
  if (!isLabel(cell)) return false;
  const key = keyOf(cell.text);
  return (
    rowNames.some(({ keys }) => keys.includes(key)) ||
    [...columnNames.values()].some((names) => names.some(({ keys }) => keys.includes(key)))
  );
}

/** Which column of the form stands under which position of a table. */
interface Header {
  /** The column of the form at each position. */
  readonly columns: ReadonlyMap<number, Line>;
  /** The columns in the order of the source. */
  readonly order: readonly Line[];
  /** How many positions the headings cover. */
  readonly width: number;
  readonly extra: readonly string[];
  readonly otherWordings: readonly OtherWording[];
  readonly inYuan: boolean;
}

/** Reads the headings above the rows of a table. */
function headerOf(matrix: Matrix, table: Table, rows: readonly DataRow[]): Header {
  const own = rows.filter((row) => row.table === table);
  const first = own[0]?.at ?? 0;
  const top = rows.findLast((row) => row.table !== table && row.at < first)?.at ?? -1;
  const block = matrix.slice(top + 1, first);
  const labelEnd = Math.max(0, ...own.map(({ at, label }) => (matrix[at] ?? []).lastIndexOf(label)));
  const names = columnNames.get(table) ?? [];
  const width = Math.max(0, ...block.map((row) => row.length));
  const columns = new Map<number, Line>();
  const headings = new Map<Line, Set<SourceCell>>();
  const extra = new Set<string>();
  const otherWordings: OtherWording[] = [];
  let inYuan = false;
  for (let at = 0; at < width; at += 1) {
    const above = block.flatMap((row) => row[at] ?? []).reverse();
    const found = above.flatMap((cell) => {
      const line = matchLabel(cell.text, names);
      return line ? [{ cell, line }] : [];
    })[0];
    if (above.some(({ text }) => YUAN.test(keyOf(text)))) inYuan = true;
    if (!found) {
      const [inner] = above;
      if (at > labelEnd && inner && isLabel(inner)) extra.add(inner.text.trim());
      continue;
    }
    columns.set(at, found.line);
    headings.set(found.line, (headings.get(found.line) ?? new Set()).add(found.cell));
    const printed = found.cell.text.trim();
    const isOther = keyOf(printed) !== keyOf(found.line.label);
    if (isOther && !otherWordings.some((other) => other.printed === printed))
      otherWordings.push({ label: found.line.label, printed });
  }
  const doubled = new Set([...headings].filter(([, from]) => from.size > 1).map(([line]) => line));
  for (const [at, line] of columns) if (doubled.has(line)) columns.delete(at);
  const inOrder = [...columns].sort(([a], [b]) => a - b).map(([, line]) => line);
  return { columns, order: [...new Set(inOrder)], width, extra: [...extra], otherWordings, inYuan };
}

/** Whether headings stand side by side, one over each figure, as they do unless markup is damaged. */
function isClean({ columns, width }: Header, count: number, rows: readonly DataRow[]): boolean {
  const positions = [...columns.keys()];
  const side = Math.max(...positions) - Math.min(...positions) + 1;
  return positions.length === count && side === count && rows.every(({ width: own }) => own === width);
}

/**
 * Columns in another order than the form's are believed if the rows then add up; if they add up in the
 * order of the form instead, the headings are damaged; if in neither, nobody can tell.
 */
function trusted(header: Header, table: Table, rows: readonly DataRow[]): Header {
  const { columnEquations = [], columns } = table;
  const complete = header.order.length === columns.length;
  const asOnForm = header.order.every((column, at) => column === columns[at]);
  if (columnEquations.length === 0 || !complete || asOnForm) return header;
  const own = rows.filter((row) => row.table === table);
  const whole = own
    .filter((row) => row.figures.length === columns.length)
    .map(({ figures }) => figures.map((figure) => printOf(figure).value));
  const addsUp = (order: readonly Line[]) =>
    whole.every((figures) =>
      columnEquations.every(({ left, right }) => {
        const sum = (ids: readonly string[]) =>
          ids.reduce(
            (total, id) => total + (figures[order.findIndex((column) => column.id === id)] ?? Number.NaN),
            0,
          );
        const off = sum(left) - sum(right);
        return off === 0 || Number.isNaN(off);
      }),
    );
  if (isClean(header, columns.length, own) && addsUp(header.order)) return header;
  return { ...header, columns: new Map(), order: addsUp(columns) ? columns : [] };
}

/**
 * Places the figures of a row: in the order of the headings if there are as many, else by position if
 * the row is as wide as the headings; otherwise nobody can tell.
 */
function placeRow(row: DataRow, line: Line, header: Header, matrix: Matrix): Placed[] | undefined {
  const { table, figures } = row;
  const target = (column: Line) => cellByLines.get(line)?.get(column);
  const complete = header.order.length === table.columns.length;
  if (table.columns.length === 1) return placeSingle(row, header, target);
  if (!complete) return undefined;
  if (figures.length === header.order.length) {
    return figures.flatMap((figure, at) => pair(target(header.order[at] as Line), figure));
  }
  const positions = matrix[row.at] ?? [];
  if (positions.length !== header.width) return undefined;
  const found = new Map<Line, SourceCell>();
  for (const figure of figures) {
    const under = new Set(
      positions.flatMap((cell, at) => {
        const column = header.columns.get(at);
        return cell === figure && column ? [column] : [];
      }),
    );
    const [column, other] = under;
    if (other || (column && found.has(column))) return undefined;
    if (column) found.set(column, figure);
  }
  return [...found].flatMap(([column, figure]) => pair(target(column), figure));
}

/** Places the figure of a row that has one: the only one there is, under a heading that says what it is. */
function placeSingle(
  { table, figures }: DataRow,
  header: Header,
  target: (column: Line) => Cell | undefined,
): Placed[] | undefined {
  const [column] = table.columns;
  if (!column || (table.unit === 'wanYuan' && header.order.length === 0 && !header.inYuan)) return undefined;
  const filled = figures.filter(({ text }) => text.trim() !== '');
  if (filled.length > 1) return undefined;
  const [figure] = filled.length === 1 ? filled : figures;
  return figure ? pair(target(column), figure) : undefined;
}

function pair(cell: Cell | undefined, figure: SourceCell): Placed[] {
  return cell ? [{ cell, print: printOf(figure) }] : [];
}

/** Reads a table whose rows are printed beside each other: headings on top, one row of figures below. */
function sideBySide(
  matrix: Matrix,
  rows: readonly DataRow[],
  before: string,
): { readonly placed: readonly Placed[] } | undefined {
  const table = tables.find(({ rowsSideBySide }) => rowsSideBySide);
  if (!table || rows.some((row) => row.table === table)) return undefined;
  const names = columnNames.get(table) ?? [];
  const blocks: readonly KnownLabel<Line>[] = table.rows.map((line) => ({
    of: line,
    keys: [line.label, ...(line.variants ?? [])].map(keyOf),
  }));
  const headed = matrix.findLastIndex((row) => isHeadedBy(row, table));
  if (headed < 0) return undefined;
  const data = matrix
    .slice(headed + 1)
    .filter((row) => cellsIn(row).length >= table.columns.length && !cellsIn(row).some(isLabel));
  const filled = data.filter((row) => cellsIn(row).some(({ text }) => text.trim() !== ''));
  const [figures, second] = filled.length > 0 ? filled : data;
  if (!figures) return { placed: [] };
  if (second && filled.length > 1) return { placed: [] };
  const top = rows.findLast(({ at }) => at < headed)?.at ?? -1;
  const targets = (matrix[headed] ?? []).map((cell, at) => {
    const column = cell && matchLabel(cell.text, names);
    const above = matrix.slice(top + 1, headed).flatMap((row) => row[at] ?? []);
    const found = above.flatMap(({ text }) => matchLabel(text, blocks) ?? []);
    const block =
      found.at(-1) ?? (above.length === 0 || found.length === 0 ? matchLabel(before, blocks) : undefined);
    return cells().find((other) => other.table === table && other.row === block && other.column === column);
  });
  const known = [...new Set(targets.filter((target) => target !== undefined))];
  const isDoubled = known.some((target) => {
    const under = targets.flatMap((other, at) => (other === target ? [matrix[headed]?.[at]] : []));
    return new Set(under).size > 1;
  });
  if (isDoubled || known.length === 0) return { placed: [] };
  const printed = cellsIn(figures);
  if (printed.length === known.length) {
    return { placed: printed.flatMap((figure, at) => pair(known[at], figure)) };
  }
  if (figures.length !== targets.length) return { placed: [] };
  return {
    placed: printed.flatMap((figure) => {
      const under = new Set(figures.flatMap((cell, at) => (cell === figure ? (targets[at] ?? []) : [])));
      const [target, other] = under;
      return other ? [] : pair(target, figure);
    }),
  };
}
