import type { Point } from '../pdf/rulings.ts';
import type { Transform } from './numbers.ts';

/** How many numbers follow a step of a path, and which of them are where it ends (GB/T 33190, 9.3.2). */
const STEPS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
/** Steps of one path beyond these are no ruling lines. */
const MAX_STEPS = 20_000;

/** The parts of a path, each as the points it goes through. */
export function outlinesIn(path: string, { place }: Transform): Point[][] {
  const outlines: Point[][] = [];
  const parts = path.trim().split(/[\s,]+/u, MAX_STEPS);
  for (let index = 0; index < parts.length; ) {
    const step = parts[index] ?? '';
    const count = STEPS[step];
    if (count === undefined) break;
    const outline = outlines.at(-1);
    if (step === 'C') {
      const [first] = outline ?? [];
      if (first) outline?.push(first);
    } else {
      const point = place(Number(parts[index + count - 1]), Number(parts[index + count]));
      if (!point.every(Number.isFinite)) break;
      if (step === 'M' || step === 'S' || !outline) outlines.push([point]);
      else outline.push(point);
    }
    index += count + 1;
  }
  return outlines;
}
