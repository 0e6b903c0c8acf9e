import { form2021 } from '../form/2021.ts';
import { type Cell, type CellPath, cells, lineLabel } from '../form/cells.ts';
import { type Heading, type Line, type Section, type Table, tablesOf } from '../form/table.ts';
import { type FoundLabel, findLabels, type Label } from './labels.ts';
import { keyOf } from './normalize.ts';
import type { CellReading, ReaderObjection, UnplacedNumber } from './reading.ts';
import { fitTo, type Pairing, pairUp, type RowLabel, rowsOf } from './rows.ts';
import type { SourceLine } from './source-lines.ts';
import { type PrintedCell, type Token, tokensOf } from './tokens.ts';

type Figures = Extract<Token, { kind: 'figures' }>;

/** What was read of the table of one section. */
export interface TableReading {
  readonly cells: ReadonlyMap<CellPath, CellReading>;
  readonly figures: ReadonlyMap<CellPath, PrintedCell>;
  readonly unplaced: readonly UnplacedNumber[];
  readonly objections: readonly ReaderObjection[];
}

/** A row of the table as printed: its label, and the cells its figures belong to, from left to right. */
interface PrintedRow {
  readonly label: Label;
  /** The row on the form; a merged heading has none. */
  readonly line?: Line;
  readonly table: Table;
  readonly cells: readonly Cell[];
}

/**
 * Reads the table of a section out of the lines it stands on.
 *
 * Rows are recognised by their labels, never by position alone. Figures are placed as whole rows: a
 * row with too few or too many is left out and told.
 */
export function readTable(section: Section, lines: readonly SourceLine[]): TableReading {
  const tokens = tokensOf(lines);
  const stream = streamOf(tokens);
  const rows = printedRows(section);
  const labelled = rows.filter(({ label }) => label.keys.length > 0);
  const found = findLabels(
    stream.characters,
    labelled.map(({ label }) => label),
  );
  const runs = tokens.filter((token) => token.kind === 'figures');
  const widths = new Set(rows.map((row) => row.cells.length));
  const figures = rowsOf(runs, widths);
  const placed = labelled.length > 0 ? byLabel(labelled, found, figures, stream) : alone(rows, figures);

  const result = new Collected();
  const unused = new Set(figures);
  const inOrder = new Map<Table, readonly number[] | undefined>();
  const doubtful = brokenOffRun(lines, figures);
  for (const [row, run] of placed.pairs) {
    const printed = fitTo(run, row.cells.length);
    if (!printed || !row.line || run === doubtful) continue;
    if (!inOrder.has(row.table))
      inOrder.set(row.table, columnOrder(section, row.table, labelled, found, stream));
    const order = inOrder.get(row.table);
    if (!order) continue;
    const assigned = order.map((column) => row.cells[column]);
    if (isPieced(run) && !addsUp(row, assigned, printed)) continue;
    unused.delete(run);
    for (const [at, cell] of assigned.entries()) {
      const print = printed[at];
      if (cell && print) result.place(cell, print);
    }
  }
  for (const [table, order] of inOrder) if (!order) result.object(headingsObjection(section, table));
  for (const run of unused) result.leave(run);
  for (const token of tokens) if (token.kind === 'words') result.leaveFused(token, lines);
  result.close(section, rows, placed.undivided);
  return result;
}

/** The figures a source ends with in the middle of a line: the last one may be cut short. */
function brokenOffRun(lines: readonly SourceLine[], figures: readonly Figures[]): Figures | undefined {
  const end = lines.at(-1);
  const last = figures.at(-1);
  const cutShort = end !== undefined && !end.ended && /\d$/u.test(end.text);
  return cutShort && last?.lastLine === lines.length - 1 ? last : undefined;
}

/** Gathers what was placed and what was not. */
class Collected implements TableReading {
  readonly cells = new Map<CellPath, CellReading>();
  readonly figures = new Map<CellPath, PrintedCell>();
  readonly unplaced: UnplacedNumber[] = [];
  readonly objections: ReaderObjection[] = [];

  place({ path }: Cell, print: PrintedCell): void {
    this.figures.set(path, print);
    this.cells.set(path, { state: print.state, printed: print.printed, place: print.place });
  }

  object(objection: ReaderObjection): void {
    this.objections.push(objection);
  }

  leave(run: Figures): void {
    for (const { state, printed, place } of run.cells) {
      if (state === 'number') this.unplaced.push({ printed, place });
    }
  }

  /** Digits at the end of a word, such as `规章000`, are numbers too, though nobody can tell which. */
  leaveFused({ text, line }: Extract<Token, { kind: 'words' }>, lines: readonly SourceLine[]): void {
    const digits = /(?<=\p{Script=Han}[）)”"]?)\d+$/u.exec(text.normalize('NFKC'))?.[0];
    const place = lines[line];
    if (digits && place) this.unplaced.push({ printed: digits, place: { line: place.number } });
  }

  close(section: Section, rows: readonly PrintedRow[], undivided: readonly string[]): void {
    const name = section.tableName ?? section;
    for (const heading of undivided) {
      this.object({
        rule: 'READ-06',
        message: (locale) =>
          locale === 'en'
            ? `${name.english}: “${heading}” is printed as one row, without the rows below it (as on the form of 2019); its figures are listed but belong to no cell`
            : `${name.label}“${heading}”只印了一行，没有分项（2019 年版的样式）；其数字已列出，但无法归入各分项`,
      });
    }
    const missing = rows.filter(
      ({ line, cells: all }) => line && all.some(({ path }) => !this.cells.has(path)),
    );
    if (missing.length > 0) this.object(missingRows(name, missing, this.cells.size === 0));
    for (const [printed, paths] of marksIn(this.cells)) {
      this.object({
        rule: 'READ-09',
        cells: paths,
        message: (locale) => {
          const [first] = cells().filter(({ path }) => path === paths[0]);
          const more = paths.length - 1;
          return locale === 'en'
            ? `${first?.address.en}${more > 0 ? ` and ${more} more cells` : ''}: “${printed}” is printed, which is no number and is not taken for 0`
            : `${first?.address['zh-CN']}${more > 0 ? `等 ${more + 1} 格` : ''}：印的是“${printed}”，不是数字，也不当作 0`;
        },
      });
    }
    for (const group of neighbours(this.unplaced)) this.object(unplacedNumbers(name, group));
  }
}

/** Numbers on lines that follow each other are told together. */
function neighbours(unplaced: readonly UnplacedNumber[]): UnplacedNumber[][] {
  const groups: UnplacedNumber[][] = [];
  for (const number of unplaced) {
    const last = groups.at(-1);
    if (last && number.place.line - (last.at(-1)?.place.line ?? 0) <= 2) last.push(number);
    else groups.push([number]);
  }
  return groups;
}

function unplacedNumbers(name: Heading, group: readonly UnplacedNumber[]): ReaderObjection {
  const [from, to] = [group[0]?.place.line, group.at(-1)?.place.line];
  const few = group.slice(0, 15).map(({ printed }) => printed);
  const more = group.length > few.length;
  return {
    rule: 'READ-05',
    message: (locale) =>
      locale === 'en'
        ? `${name.english}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}: the numbers ${few.join(', ')}${more ? `, … (${group.length} in all)` : ''} belong to no cell that could be made out; look at the source`
        : `${name.label}第 ${from === to ? from : `${from}—${to}`} 行：数字 ${few.join('、')}${more ? `等 ${group.length} 个` : ''} 无法归入任何一格，请对照来源查看`,
  };
}

/** What is said of rows for which no figures were found. */
function missingRows(name: Heading, rows: readonly PrintedRow[], nothing: boolean): ReaderObjection {
  const lines = rows.flatMap(({ line }) => (line ? [line] : []));
  const few = lines.slice(0, 3);
  const more = lines.length > few.length;
  return {
    rule: 'READ-06',
    cells: rows.flatMap((row) => row.cells.map(({ path }) => path)),
    message: (locale) => {
      if (locale === 'en') {
        if (nothing)
          return `${name.english}: no figures were found (a picture or an attachment?); fill it in from the source`;
        const labels = few.map((line) => `“${line.english}”`).join(', ');
        return `${name.english}: no complete row of figures was found for ${labels}${more ? `, ${lines.length} rows in all` : ''}; look them up in the source`;
      }
      if (nothing) return `${name.label}：没有找到数字（也许是图片或附件），请对照来源补上`;
      const labels = few.map((line) => `“${lineLabel(line)}”`).join('、');
      return `${name.label}：${labels}${more ? `等 ${lines.length} 行` : ''}没有找到完整的数字，请对照来源补上`;
    },
  };
}

/** The cells in which a mark or a word is printed instead of a number, by what is printed. */
function marksIn(read: ReadonlyMap<CellPath, CellReading>): Map<string, CellPath[]> {
  const byMark = new Map<string, CellPath[]>();
  for (const [path, { state, printed }] of read) {
    if (state !== 'text' && state !== 'slash' && state !== 'dash') continue;
    byMark.set(printed, [...(byMark.get(printed) ?? []), path]);
  }
  return byMark;
}

interface Stream {
  readonly characters: string;
  /** The line each character stands on. */
  readonly lines: readonly number[];
}

function streamOf(tokens: readonly Token[]): Stream {
  const pieces: string[] = [];
  const lines: number[] = [];
  for (const token of tokens) {
    if (token.kind !== 'words') continue;
    const key = keyOf(token.text);
    pieces.push(key);
    for (let i = 0; i < key.length; i += 1) lines.push(token.line);
  }
  return { characters: pieces.join(''), lines };
}

/** The rows of a section's table as printed, and the merged headings among them, in the order of the form. */
function printedRows(section: Section): PrintedRow[] {
  return tablesOf(form2021, section).flatMap(({ id, table }) => {
    const all = cells().filter(({ tableId }) => tableId === id);
    if (table.rowsSideBySide) {
      const [line] = table.rows;
      return line ? [{ label: { keys: [], merged: false }, line, table, cells: all }] : [];
    }
    const announced = new Set<Heading>();
    return table.rows.flatMap((line): PrintedRow[] => {
      const row = all.filter((cell) => cell.row === line);
      const above = (line.under ?? []).filter((heading) => !announced.has(heading));
      for (const heading of above) announced.add(heading);
      return [
        ...above.map(({ label }) => ({ label: { keys: [keyOf(label)], merged: true }, table, cells: row })),
        { label: { keys: keysOf(line), merged: false }, line, table, cells: row },
      ];
    });
  });
}

function keysOf({ label, variants = [] }: Line): string[] {
  return [label, ...variants].map(keyOf);
}

interface Placed {
  readonly pairs: readonly (readonly [PrintedRow, Figures])[];
  /** Merged headings that carry figures themselves. */
  readonly undivided: readonly string[];
}

function byLabel(
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  figures: readonly Figures[],
  { lines }: Stream,
): Placed {
  const labels = found.map(({ label, start, end }): RowLabel => {
    const row = rows[label];
    return {
      firstLine: lines[start] ?? 0,
      lastLine: lines[end - 1] ?? 0,
      width: row?.cells.length ?? 0,
      merged: row?.label.merged ?? false,
    };
  });
  const { pairs }: Pairing = pairUp(labels, figures);
  const placed = pairs.flatMap(([label, run]): [PrintedRow, Figures][] => {
    const row = rows[found[label]?.label ?? -1];
    const printed = figures[run];
    return row && printed ? [[row, printed]] : [];
  });
  const undivided = placed.flatMap(([{ line, label, table }]) => {
    if (line) return [];
    const heading = table.rows
      .flatMap(({ under = [] }) => under)
      .find((above) => keyOf(above.label) === label.keys[0]);
    return heading ? [heading.label] : [];
  });
  return { pairs: placed, undivided };
}

/** A table whose only row has no label is read if there is one run of figures that fits it. */
function alone([row]: readonly PrintedRow[], figures: readonly Figures[]): Placed {
  const fitting = figures.filter((run) => row && fitTo(run, row.cells.length));
  const [run] = fitting;
  return { pairs: row && run && fitting.length === 1 ? [[row, run]] : [], undivided: [] };
}

/**
 * The order in which the source prints the columns of a table, as indices into the form; the order of
 * the form if the headings are printed but too interwoven to tell; `undefined` if headings are missing.
 */
function columnOrder(
  section: Section,
  table: Table,
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  { characters }: Stream,
): readonly number[] | undefined {
  const columns = table.rowsSideBySide ? [...table.rows, ...table.columns] : table.columns;
  const width = table.rowsSideBySide ? table.rows.length * table.columns.length : table.columns.length;
  const asOnForm = Array.from({ length: width }, (_, at) => at);
  if (columns.length === 1 && table.unit === 'count') return asOnForm;

  const own = found.filter(({ label }) => rows[label]?.table === table);
  const before = found.filter(
    ({ label }) => section.tables.length > 1 && isAbove(rows[label], table, section),
  );
  const above = characters.slice(before.at(-1)?.end ?? 0, own[0]?.start ?? characters.length);
  const merged = columns.flatMap(({ under = [] }) => under.map(({ label }) => keyOf(label)));
  const corner = keyOf(table.corner?.label ?? '');
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
  return orderOf(columns, starts);
}

/**
 * The order of columns from where their headings begin. Headings of different levels stand on lines of
 * their own, so `总计` may be printed before the headings it stands to the right of.
 */
function orderOf(columns: readonly Line[], starts: readonly number[]): readonly number[] | undefined {
  const printed = columns.map((_, at) => at).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const level = (at: number) => columns[at]?.under?.length ?? 0;
  const byLevel = printed.every((at, i) => i === 0 || level(at) >= level(printed[i - 1] ?? at));
  const inOneLine =
    printed.every((at, i) => at === i) || !byLevel || level(printed[0] ?? 0) === level(printed.at(-1) ?? 0);
  if (inOneLine) return printed;
  const outer = printed.filter((at) => level(at) === level(printed[0] ?? 0));
  if (outer.some((at, i) => i > 0 && at < (outer[i - 1] ?? at))) return undefined;
  const inner = printed.slice(outer.length);
  return columns.map((_, at) => (outer.includes(at) ? at : (inner.shift() ?? at)));
}

function isAbove(row: PrintedRow | undefined, table: Table, section: Section): boolean {
  const order = tablesOf(form2021, section).map((printed) => printed.table);
  return row !== undefined && order.indexOf(row.table) < order.indexOf(table);
}

/** Whether all characters of the headings are there, in whatever order lines and columns were woven together. */
function hasCharacters(text: string, columns: readonly Line[]): boolean {
  const supply = new Map<string, number>();
  for (const character of text) supply.set(character, (supply.get(character) ?? 0) + 1);
  for (const character of columns.map(({ label }) => keyOf(label)).join('')) {
    const left = supply.get(character) ?? 0;
    if (left === 0) return false;
    supply.set(character, left - 1);
  }
  return true;
}

/** Whether a row was put together from lines of different lengths. */
function isPieced({ perLine }: Figures): boolean {
  return new Set(perLine).size > 1;
}

/** Whether a row adds up by the equations of its table; a row that was pieced together is believed only then. */
function addsUp(
  row: PrintedRow,
  assigned: readonly (Cell | undefined)[],
  printed: readonly PrintedCell[],
): boolean {
  const valueIn = new Map(assigned.map((cell, at) => [cell?.column.id, printed[at]?.value]));
  const sum = (ids: readonly string[]) =>
    ids.reduce((total, id) => total + (valueIn.get(id) ?? Number.NaN), 0);
  return (row.table.columnEquations ?? [])
    .filter(({ at }) => !at)
    .every(({ left, right }) => sum(left) === sum(right));
}

function headingsObjection(section: Section, table: Table): ReaderObjection {
  const rows = cells().filter((cell) => cell.table === table);
  const name = section.tableName ?? section;
  const band = table.band ?? { label: '', english: '' };
  return {
    rule: 'READ-08',
    cells: rows.map(({ path }) => path),
    message: (locale) => {
      const headings = table.columns.map(({ label }) => `“${label}”`).join('、');
      return locale === 'en'
        ? `${name.english} ${band.english}: the column headings are not those of the form (${headings}), so its figures were not placed; look at the source`
        : `${name.label}${band.label}：表头与格式（${headings}）不一致，其数字没有归入；请对照来源查看`;
    },
  };
}
