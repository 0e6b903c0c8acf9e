/** Points in a millimetre. */
const POINTS = 72 / 25.4;

/** The numbers in an attribute; what is none is left out. */
export function numbersIn(text: string): number[] {
  return text
    .split(/[\s,]+/u)
    .filter((part) => part !== '')
    .map(Number)
    .filter((number) => Number.isFinite(number));
}

/** Where the points of an object lie on its page, in points from the lower left corner. */
export interface Transform {
  readonly place: (x: number, y: number) => readonly [x: number, y: number];
  /** How many points a unit of its width and of its height are. */
  readonly scale: readonly [across: number, up: number];
  /** Whether it is turned, so that its text does not run from left to right. */
  readonly isTurned: boolean;
}

/** The transform of an object: within its boundary, after its matrix (GB/T 33190, 8.5). */
export function transformOf(attributes: Readonly<Record<string, string>>, pageHeight: number): Transform {
  const { Boundary = '', CTM = '' } = attributes;
  const [left = 0, top = 0] = numbersIn(Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(CTM);
  return {
    place: (x, y) => [(left + a * x + c * y + e) * POINTS, (pageHeight - top - b * x - d * y - f) * POINTS],
    scale: [a * POINTS, Math.abs(d) * POINTS],
    isTurned: a <= 0 || Math.abs(b) > a / 10,
  };
}
