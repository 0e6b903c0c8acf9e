import type { Cell } from '../form/cells.ts';

/**
 * Equations between sums as flat arrays of positions, one after the other, so that the figures of a report
 * are tried against all of them in one loop.
 *
 * @returns
 *   Tells whether all equations hold for figures that can be added up exactly.
 */
export function equalSums(
  equations: readonly { readonly left: readonly Cell[]; readonly right: readonly Cell[] }[],
): (figures: readonly number[]) => boolean {
  const sides = equations.flatMap(({ left, right }) => [left, right]);
  const positions = Int32Array.from(sides.flatMap((side) => side.map(({ position }) => position)));
  let last = 0;
  const ends = Int32Array.from(
    sides.map(({ length }) => {
      last += length;
      return last;
    }),
  );
  return (figures) => {
    let index = 0;
    for (let side = 0; side < ends.length; side += 2) {
      let difference = 0;
      for (const end = ends[side] as number; index < end; index += 1)
        difference += figures[positions[index] as number] as number;
      for (const end = ends[side + 1] as number; index < end; index += 1)
        difference -= figures[positions[index] as number] as number;
      if (difference !== 0) return false;
    }
    return true;
  };
}
