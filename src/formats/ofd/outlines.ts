import type { Point } from '../pdf/rulings.ts';
import type { Transform } from './numbers.ts';

/** How many numbers follow a command of a path, and which of them are where it ends (GB/T 33190, 9.3.2). */
const COORDINATE_COUNTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
/** Steps of one path beyond these are no ruling lines. */
const MAX_TOKENS = 20_000;

/** The parts of a path, each as the points it goes through. */
export function outlinesIn(path: string, { place }: Transform): Point[][] {
  const outlines: Point[][] = [];
  const tokens = path.trim().split(/[\s,]+/u, MAX_TOKENS);
  for (let index = 0; index < tokens.length; ) {
    const command = tokens[index] ?? '';
    const count = COORDINATE_COUNTS[command];
    if (count === undefined) break;
    const outline = outlines.at(-1);
    if (command === 'C') {
      const [startPoint] = outline ?? [];
      if (startPoint) outline?.push(startPoint);
    } else {
      const point = place(Number(tokens[index + count - 1]), Number(tokens[index + count]));
      if (!point.every(Number.isFinite)) break;
      if (command === 'M' || command === 'S' || !outline) outlines.push([point]);
      else outline.push(point);
    }
    index += count + 1;
  }
  return outlines;
}
