import type { Table } from '../form/vocabulary.ts';

/**
 * What the equations between the columns of a table say of a row: `holds` if all of them hold; `broken` if
 * one does not, whatever else is blank; `undecided` if a blank leaves one open.
 */
export type Sums = 'holds' | 'broken' | 'undecided';

/**
 * Adds a row up by the equations between the columns of its table that hold in every row.
 *
 * A blank is not a zero: an equation with a blank in it says nothing.
 *
 * @param figures
 *   The figures by the names of their columns.
 */
export function sumsOf(
  { columnEquations = [] }: Table,
  figures: ReadonlyMap<string | undefined, number | null | undefined>,
): Sums {
  const sum = (ids: readonly string[]) =>
    ids.reduce((total, id) => total + (figures.get(id) ?? Number.NaN), 0);
  const differences = columnEquations
    .filter(({ at }) => !at)
    .map(({ left, right }) => sum(left) - sum(right));
  if (differences.some((difference) => difference !== 0 && !Number.isNaN(difference))) return 'broken';
  return differences.some(Number.isNaN) ? 'undecided' : 'holds';
}
