import { cells } from '../form/cells.ts';
import type { Form, Unit } from '../form/vocabulary.ts';

/** Where the figures of a form stand in the tables of a report, row by row; reads them into a vector. */
export interface VectorReader {
  /**
   * Reads the figures off the tables of a report, in the order of the form.
   *
   * @returns
   *   Whether every figure is known and sound: counts are whole, not below 0 (unless they are changes) and
   *   small enough to be added up exactly, amounts are finite. If not, what is in the vector means nothing.
   */
  read(tables: object, into: Float64Array): boolean;
  /** Lends a vector, so that checking one report after the other does not make one for each. */
  borrow(): Float64Array;
  /** Takes a vector back. */
  giveBack(vector: Float64Array): void;
}

type Figures = Readonly<Record<string, number>>;
type Rows = Readonly<Record<string, Figures | undefined>>;

/** A row as it is looked up. */
interface Row {
  readonly tableId: string;
  readonly id: string;
  /** Position of its first figure. */
  readonly start: number;
  readonly columns: readonly string[];
}

const readers = new WeakMap<Form, VectorReader>();

/** The reader of the tables of a form. */
export function vectorReader(form: Form): VectorReader {
  const known = readers.get(form) ?? makeReader(form);
  readers.set(form, known);
  return known;
}

function makeReader(form: Form): VectorReader {
  const all = cells(form);
  const rows = rowsOf(form);
  const tableIds = [...new Set(all.map(({ tableId }) => tableId))];
  const rowIds = rows.map(({ id }) => id);
  const rowEnds = rows.map(({ start, columns }) => start + columns.length);
  const tableEnds = tableIds.map((id) => rows.findLastIndex(({ tableId }) => tableId === id) + 1);
  const columnIds = all.map(({ column }) => column.id);
  const accepts = all.map(({ unit, column }) => acceptance(unit, column.signed ?? false));

  /** Walks tables whose keys stand in the order of the form, which is quick: nothing is looked up by name. */
  function readInOrder(tables: Readonly<Record<string, Rows>>, into: Float64Array): Outcome {
    let tableAt = 0;
    let rowAt = 0;
    let at = 0;
    for (const tableId in tables) {
      if (tableAt === tableIds.length || tableId !== tableIds[tableAt]) return 'in another order';
      const ofTable = tables[tableId];
      for (const rowId in ofTable) {
        if (rowAt === rowIds.length || rowId !== rowIds[rowAt]) return 'in another order';
        const figures = ofTable[rowId];
        for (const columnId in figures) {
          if (at === columnIds.length || columnId !== columnIds[at]) return 'in another order';
          const figure = figures[columnId];
          if (typeof figure !== 'number') return 'unsound';
          // Almost every figure is a small whole number, which this tells quickest.
          if ((figure | 0) !== figure || figure < 0) {
            if (!accepts[at]?.(figure)) return 'unsound';
          }
          into[at] = figure;
          at += 1;
        }
        if (at !== rowEnds[rowAt]) return 'in another order';
        rowAt += 1;
      }
      if (rowAt !== tableEnds[tableAt]) return 'in another order';
      tableAt += 1;
    }
    return tableAt === tableIds.length ? 'sound' : 'in another order';
  }

  function readByName(tables: Readonly<Record<string, Rows | undefined>>, into: Float64Array): boolean {
    for (const { tableId, id, start, columns } of rows) {
      const figures = tables[tableId]?.[id];
      for (let at = 0; at < columns.length; at += 1) {
        const figure = figures?.[columns[at] ?? ''];
        if (!accepts[start + at]?.(figure)) return false;
        into[start + at] = figure as number;
      }
    }
    return true;
  }

  const spare: Float64Array[] = [];
  return {
    borrow: () => spare.pop() ?? new Float64Array(all.length),
    giveBack(vector) {
      if (spare.length < MOST_SPARE) spare.push(vector);
    },
    read(tables, into) {
      const outcome = readInOrder(tables as Readonly<Record<string, Rows>>, into);
      return outcome === 'in another order'
        ? readByName(tables as Record<string, Rows>, into)
        : outcome === 'sound';
    },
  };
}

/** Copies the figures out of a vector. Element by element, which is some ten times quicker than `Array.from`. */
export function copied(vector: Float64Array): number[] {
  const figures = new Array<number>(vector.length);
  for (let at = 0; at < vector.length; at += 1) figures[at] = vector[at] as number;
  return figures;
}

/** So many vectors are kept. */
const MOST_SPARE = 4;

type Outcome = 'sound' | 'unsound' | 'in another order';

/** Twenty of these and more can be added up without rounding. */
const LARGEST = 2 ** 31 - 1;

function isSoundCount(figure: unknown): boolean {
  return Number.isInteger(figure) && (figure as number) >= 0 && (figure as number) <= LARGEST;
}

function isSoundChange(figure: unknown): boolean {
  return Number.isInteger(figure) && Math.abs(figure as number) <= LARGEST;
}

function acceptance(unit: Unit, signed: boolean): (figure: unknown) => boolean {
  if (unit !== 'count') return Number.isFinite;
  return signed ? isSoundChange : isSoundCount;
}

function rowsOf(form: Form): Row[] {
  const rows: { tableId: string; id: string; start: number; columns: string[] }[] = [];
  for (const { tableId, row, column, position } of cells(form)) {
    const last = rows.at(-1);
    if (last?.tableId === tableId && last.id === row.id) last.columns.push(column.id);
    else rows.push({ tableId, id: row.id, start: position, columns: [column.id] });
  }
  return rows;
}
