import { headingKey } from '../form-names.ts';
import type { HeadingStream } from './columns.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';
import { type Figures, fitTo, pairUp, type RowLabel } from './rows.ts';
import { ownRun, type YearCaptions } from './rows-again.ts';

/** Rows with their figures. */
export interface PairedRows {
  readonly pairs: readonly (readonly [PrintedRow, Figures])[];
  /** Merged headings that carry figures themselves. */
  readonly undivided: readonly string[];
}

/** Whether a row's label was not found, except where the heading above all its rows was, and none of them. */
function isLabelMissing(rows: readonly PrintedRow[], found: readonly FoundLabel[]): boolean {
  const known = new Set(found.map(({ label }) => rows[label]));
  const headings = new Set([...known].flatMap((row) => (row?.label.merged ? row.label.keys : [])));
  const divided = new Set([...known].flatMap((row) => (row?.line?.under ?? []).map(({ label }) => label)));
  return rows.some((row) => {
    const above = row.line?.under?.at(-1);
    const isUndivided = above && !divided.has(above.label) && headings.has(headingKey(above));
    return row.line !== undefined && !known.has(row) && !isUndivided;
  });
}

/** Pairs the rows of a table with runs of figures, each by its label. */
export function pairByLabel(
  rows: readonly PrintedRow[],
  found: readonly FoundLabel[],
  figures: readonly Figures[],
  { lines, explained }: HeadingStream,
): PairedRows {
  const labels = found.map(({ label, start, end }): RowLabel => {
    const row = rows[label];
    const lastLine = lines[end - 1] ?? 0;
    return {
      firstLine: lines[start] ?? 0,
      lastLine: explained.get(lastLine) ?? lastLine,
      width: row?.cells.length ?? 0,
      merged: row?.label.merged ?? false,
    };
  });
  const words = new Map<number, number>();
  for (const line of lines) words.set(line, (words.get(line) ?? 0) + 1);
  const pairs = pairUp(labels, figures, (line) => words.get(line) ?? 0, isLabelMissing(rows, found));
  const placed = pairs.flatMap(([label, run]): [PrintedRow, Figures][] => {
    const row = rows[found[label]?.label ?? -1];
    const printed = figures[run];
    return row && printed ? [[row, printed]] : [];
  });
  const undivided = placed.flatMap(([{ line, label, table }]) => {
    if (line) return [];
    const heading = table.rows
      .flatMap(({ under = [] }) => under)
      .find((above) => headingKey(above) === label.keys[0]);
    return heading ? [heading.label] : [];
  });
  return { pairs: placed, undivided };
}

/** A table whose only row has no label is read if there is one run of figures that fits it, or one of this year. */
export function pairAlone(
  [row]: readonly PrintedRow[],
  figures: readonly Figures[],
  captions: YearCaptions,
): PairedRows {
  const fitting = figures.filter((run) => row && fitTo(run, row.cells.length));
  const run = fitting.length > 1 ? ownRun(fitting, captions) : fitting[0];
  return { pairs: row && run ? [[row, run]] : [], undivided: [] };
}
