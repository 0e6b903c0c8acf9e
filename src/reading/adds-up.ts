import type { Table } from '../form/vocabulary.ts';

/**
 * Whether a row adds up by the equations between the columns of its table that hold in every row.
 *
 * @param figures
 *   The figures by the names of their columns; a row in which one is missing does not add up.
 */
export function addsUp(
  { columnEquations = [] }: Table,
  figures: ReadonlyMap<string | undefined, number | null | undefined>,
): boolean {
  const sum = (ids: readonly string[]) =>
    ids.reduce((total, id) => total + (figures.get(id) ?? Number.NaN), 0);
  return columnEquations.filter(({ at }) => !at).every(({ left, right }) => sum(left) === sum(right));
}
