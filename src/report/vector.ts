import { cells } from '../form/cells.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form, Unit } from '../form/vocabulary.ts';

/** The figures of a report in the order of its form. */
export interface FigureVector {
  /** One figure for each cell, `null` where none is known; an array of its own, which may be changed. */
  readonly figures: (number | null)[];
  /**
   * Whether every figure is known and sound: counts are whole, not below 0 (unless they are changes) and
   * small enough to be added up exactly, amounts are finite.
   */
  readonly isSound: boolean;
}

type Tables = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined>
>;

/** Reads the figures off the tables of a report on a form. */
export const vectorReader: (form: Form) => (tables: object) => FigureVector = oncePer((form) => {
  const all = cells(form.id);
  const rows = rowsOf(form);
  const tableIds = [...new Set(all.map(({ tableId }) => tableId))];
  const rowIds = rows.map(({ id }) => id);
  const rowEnds = rows.map(({ start, columns }) => start + columns.length);
  const tableEnds = tableIds.map((id) => rows.findLastIndex(({ tableId }) => tableId === id) + 1);
  const columnIds = all.map(({ column }) => column.id);
  const accepts = all.map(({ unit, column }) => acceptance(unit, column.signed ?? false));
  // Copied for each report: an array that is born with its length and with room for blanks is filled fastest.
  const blank: readonly null[] = all.map(() => null);

  /**
   * Walks tables whose keys stand in the order of the form, which is quick: nothing is looked up by name.
   * `undefined` if they stand in another order, lack some, or have others.
   */
  function readInOrder(tables: Tables): FigureVector | undefined {
    const figures: (number | null)[] = blank.slice();
    let isSound = true;
    let tableAt = 0;
    let rowAt = 0;
    let index = 0;
    for (const tableId in tables) {
      if (tableAt === tableIds.length || tableId !== tableIds[tableAt]) return undefined;
      const ofTable = tables[tableId];
      for (const rowId in ofTable) {
        if (rowAt === rowIds.length || rowId !== rowIds[rowAt]) return undefined;
        const ofRow = ofTable[rowId];
        for (const columnId in ofRow) {
          if (index === columnIds.length || columnId !== columnIds[index]) return undefined;
          const figure = ofRow[columnId] as number | null | undefined;
          // Almost every figure is a small whole number, which this sees quickest.
          if (typeof figure === 'number' && (figure | 0) === figure && figure >= 0) figures[index] = figure;
          else {
            figures[index] = figure ?? null;
            if (!accepts[index]?.(figure)) isSound = false;
          }
          index += 1;
        }
        if (index !== rowEnds[rowAt]) return undefined;
        rowAt += 1;
      }
      if (rowAt !== tableEnds[tableAt]) return undefined;
      tableAt += 1;
    }
    return tableAt === tableIds.length ? { figures, isSound } : undefined;
  }

  function readByName(tables: Tables): FigureVector {
    const figures = all.map(
      ({ tableId, row, column }) => (tables[tableId]?.[row.id]?.[column.id] as number | undefined) ?? null,
    );
    return { figures, isSound: figures.every((figure, index) => accepts[index]?.(figure)) };
  }

  return (tables) => readInOrder(tables as Tables) ?? readByName(tables as Tables);
});

/** Twenty of these and more can be added up without rounding. */
const MAX_EXACT = 2 ** 31 - 1;

function isSoundCount(figure: unknown): boolean {
  return Number.isInteger(figure) && (figure as number) >= 0 && (figure as number) <= MAX_EXACT;
}

function isSoundChange(figure: unknown): boolean {
  return Number.isInteger(figure) && Math.abs(figure as number) <= MAX_EXACT;
}

function acceptance(unit: Unit, signed: boolean): (figure: unknown) => boolean {
  if (unit !== 'count') return Number.isFinite;
  return signed ? isSoundChange : isSoundCount;
}

/** Where a row stands in the tables, and where its figures begin. */
interface Row {
  readonly tableId: string;
  readonly id: string;
  readonly start: number;
  readonly columns: readonly string[];
}

function rowsOf(form: Form): Row[] {
  const rows: (Row & { columns: string[] })[] = [];
  for (const { tableId, row, column, position } of cells(form.id)) {
    const last = rows.at(-1);
    if (last?.tableId === tableId && last.id === row.id) last.columns.push(column.id);
    else rows.push({ tableId, id: row.id, start: position, columns: [column.id] });
  }
  return rows;
}
