import type { Ruling } from '../../reading/placed/placed-page.ts';

/** The numbers of the operators of pdf.js, by name. */
export type Operators = Readonly<Record<string, number>>;

/** What a page draws, as pdf.js gives it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];

const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];
/** A filled area that is no thicker is a line, in points. */
const THICKEST = 3;
/** A page that draws more has no tables alone; the rest is not looked at. */
const MAX_OPERATORS = 200_000;
/** Steps of a path, as pdf.js numbers them, and how many coordinates each has. */
const COORDINATES = [2, 2, 6, 4, 0] as const;
const [MOVE, , , , CLOSE] = [0, 1, 2, 3, 4] as const;

/** The upright and level lines that a page draws: strokes, and filled areas that are as thin as a line. */
export function rulingsOf({ fnArray, argsArray }: OperatorList, operators: Operators): Ruling[] {
  const named = (...names: string[]) => new Set(names.map((name) => operators[name]));
  const strokes = named(
    'stroke',
    'closeStroke',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
  );
  const fills = named('fill', 'eoFill');
  const opens = named('save', 'paintFormXObjectBegin');
  const closes = named('restore', 'paintFormXObjectEnd');
  const moves = named('transform', 'paintFormXObjectBegin');
  const rulings: Ruling[] = [];
  const kept: Matrix[] = [];
  let matrix = UNCHANGED;
  for (const [at, operator] of fnArray.slice(0, MAX_OPERATORS).entries()) {
    const args = argsArray[at];
    if (opens.has(operator)) kept.push(matrix);
    if (closes.has(operator)) matrix = kept.pop() ?? UNCHANGED;
    if (moves.has(operator)) {
      const moved = operator === operators['transform'] ? args : (args as readonly unknown[] | null)?.[0];
      if (isMatrix(moved)) matrix = times(matrix, moved);
    }
    if (operator !== operators['constructPath'] || !Array.isArray(args)) continue;
    const [painted, [path] = []] = args as [number, (ArrayLike<number> | null)[]?];
    if (!path || !(strokes.has(painted) || fills.has(painted))) continue;
    for (const outline of outlinesOf(path, matrix))
      rulings.push(...(strokes.has(painted) ? sidesOf(outline) : thinArea(outline)));
  }
  return rulings;
}

export type Point = readonly [x: number, y: number];

/** The parts of a path, each as the points it goes through. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const count = COORDINATES[step];
    if (count === undefined) break;
    const outline = outlines.at(-1);
    if (step === CLOSE) {
      const [first] = outline ?? [];
      if (first) outline?.push(first);
    } else {
      const point = placed(path[at + count - 1] ?? 0, path[at + count] ?? 0, matrix);
      if (step === MOVE || !outline) outlines.push([point]);
      else outline.push(point);
    }
    at += count + 1;
  }
  return outlines;
}

export function sidesOf(outline: readonly Point[]): Ruling[] {
  return outline.slice(1).map(([x2, y2], at) => {
    const [x1, y1] = outline[at] ?? [x2, y2];
    return { x1, y1, x2, y2 };
  });
}

export function thinArea(outline: readonly Point[]): Ruling[] {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  if (top - bottom <= THICKEST && right - left > top - bottom) return [{ x1: left, y1: y, x2: right, y2: y }];
  return right - left <= THICKEST ? [{ x1: x, y1: bottom, x2: x, y2: top }] : [];
}

function isMatrix(value: unknown): value is Matrix {
  return (
    (Array.isArray(value) || ArrayBuffer.isView(value)) &&
    (value as unknown as ArrayLike<number>).length === 6
  );
}

function times([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}

function placed(x: number, y: number, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
