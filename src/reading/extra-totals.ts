import { totalsNotAddingUp } from './issues.ts';
import type { PrintedCell } from './printed-figure.ts';
import type { ReadIssue } from './reading.ts';

/** A row or column of figures that the form does not have. */
export interface ExtraLine {
  readonly label: string;
  readonly prints: readonly PrintedCell[];
  /** Whether its figures are the sums of lines that stand next to it. */
  readonly isSum: boolean;
}

/** What a source says of a line that adds up others. */
const TOTAL = /[小合总共]\s*计/u;

/** The lines that are totals by what they are called. */
export function totalsAmong(extra: readonly ExtraLine[]): readonly ExtraLine[] {
  return extra.filter(({ label }) => TOTAL.test(label));
}

/** Whether a figure that belongs to no cell stands in no total either, so that it is unexplained. */
export function hasUnexplained(
  unplaced: readonly { readonly printed: string; readonly place: unknown }[],
  totals: readonly ExtraLine[],
): boolean {
  const explained = new Set(totals.flatMap(({ prints }) => prints.map(({ place }) => place as unknown)));
  return unplaced.some(({ place }) => !explained.has(place));
}

/** Issues with totals that are not of the form and do not add up. */
export function wrongTotals(totals: readonly ExtraLine[]): ReadIssue[] {
  return totals
    .filter(({ isSum }) => !isSum)
    .map(({ label, prints }) =>
      totalsNotAddingUp(
        label,
        prints.filter(({ state }) => state === 'number'),
      ),
    );
}

/** Lines further away than this are no part of a total. */
const MAX_PARTS = 60;

/**
 * Whether the figures of a line are the sums of lines next to it, on one side or the other, however many.
 * A blank adds nothing.
 *
 * @param lines
 *   The rows or the columns of a table, each from end to end; `undefined` for one that is no part of any total.
 * @param totalIndex
 *   Which of them is the total.
 */
export function isSumOfNeighbours(
  lines: readonly (readonly (number | null | undefined)[] | undefined)[],
  totalIndex: number,
): boolean {
  const total = lines[totalIndex] ?? [];
  return [-1, 1].some((direction) => {
    const sums = total.map(() => 0);
    for (let distance = 1; distance <= MAX_PARTS; distance += 1) {
      const index = totalIndex + direction * distance;
      if (index < 0 || index >= lines.length) return false;
      const line = lines[index];
      if (!line) continue;
      for (const column of sums.keys()) sums[column] = (sums[column] ?? 0) + (line[column] ?? 0);
      if (sums.every((sum, column) => isSame(sum, total[column] ?? 0))) return true;
    }
    return false;
  });
}

/** Amounts have at most six decimals. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}
