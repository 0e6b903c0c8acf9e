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
  const operatorSet = (...names: string[]) => new Set(names.map((name) => operators[name]));
  const strokes = operatorSet(
    'stroke',
    'closeStroke',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
  );
  const fills = operatorSet('fill', 'eoFill');
  const opens = operatorSet('save', 'paintFormXObjectBegin');
  const closes = operatorSet('restore', 'paintFormXObjectEnd');
  const moves = operatorSet('transform', 'paintFormXObjectBegin');
  const rulings: Ruling[] = [];
  const savedMatrices: Matrix[] = [];
  let matrix = UNCHANGED;
  for (const [operatorIndex, operator] of fnArray.slice(0, MAX_OPERATORS).entries()) {
    const args = argsArray[operatorIndex];
    if (opens.has(operator)) savedMatrices.push(matrix);
    if (closes.has(operator)) matrix = savedMatrices.pop() ?? UNCHANGED;
    if (moves.has(operator)) {
      const transform = operator === operators['transform'] ? args : (args as readonly unknown[] | null)?.[0];
      if (isMatrix(transform)) matrix = multiplied(matrix, transform);
    }
    if (operator !== operators['constructPath'] || !Array.isArray(args)) continue;
    const [paintOperator, [path] = []] = args as [number, (ArrayLike<number> | null)[]?];
    if (!path || !(strokes.has(paintOperator) || fills.has(paintOperator))) continue;
    for (const outline of outlinesOf(path, matrix))
      rulings.push(...(strokes.has(paintOperator) ? sidesOf(outline) : thinArea(outline)));
  }
  return rulings;
}

export type Point = readonly [x: number, y: number];

/** The parts of a path, each as the points it goes through. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  for (let position = 0; position < path.length; ) {
    const command = path[position] ?? 0;
    const count = COORDINATES[command];
    if (count === undefined) break;
    const outline = outlines.at(-1);
    if (command === CLOSE) {
      const [start] = outline ?? [];
      if (start) outline?.push(start);
    } else {
      const point = transformed(path[position + count - 1] ?? 0, path[position + count] ?? 0, matrix);
      if (command === MOVE || !outline) outlines.push([point]);
      else outline.push(point);
    }
    position += count + 1;
  }
  return outlines;
}

export function sidesOf(outline: readonly Point[]): Ruling[] {
  return outline.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = outline[index] ?? [x2, y2];
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

function multiplied([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}

function transformed(x: number, y: number, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
