import type { Ruling } from './placed-page.ts';

/** A line across or down a page: where it runs, and from where to where. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The ruling lines of one table. */
export interface RuledArea {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Lines no further apart are one line; lines no further from each other touch. */
const NEAR = 2.5;
/** Shorter strokes rule nothing. */
const MIN_RULING_LENGTH = 4;
/** A page with more lines has drawings, not tables; they would take too long. */
const MAX_STROKES = 5_000;

/** The ruling lines of a page, table by table: those that touch each other belong together. */
export function ruledAreas(rulings: readonly Ruling[]): RuledArea[] {
  const across = merged(
    rulings.flatMap(({ x1, x2, y1, y2 }) =>
      Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > 0.5
        ? [{ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
        : [],
    ),
  );
  const down = merged(
    rulings.flatMap(({ x1, x2, y1, y2 }) =>
      Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > 0.5
        ? [{ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
        : [],
    ),
  );
  if (across.length + down.length > MAX_STROKES) return [];
  const areas: { across: Stroke[]; down: Stroke[] }[] = [];
  for (const stroke of across) {
    const touched = areas.filter((area) => area.down.some((other) => touch(stroke, other)));
    const fresh = down.filter(
      (other) => touch(stroke, other) && !areas.some((area) => area.down.includes(other)),
    );
    const [first = { across: [], down: [] }, ...others] = touched;
    if (touched.length === 0) areas.push(first);
    first.across.push(stroke, ...others.flatMap((area) => area.across));
    first.down.push(...fresh, ...others.flatMap((area) => area.down));
    for (const other of others) areas.splice(areas.indexOf(other), 1);
  }
  return areas.filter((area) => area.across.length > 1 && area.down.length > 0);
}

function touch(across: Stroke, down: Stroke): boolean {
  return (
    down.at > across.from - NEAR &&
    down.at < across.to + NEAR &&
    across.at > down.from - NEAR &&
    across.at < down.to + NEAR
  );
}

/** Strokes on one line that overlap or follow each other are one. */
function merged(strokes: readonly Stroke[]): Stroke[] {
  const lines: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line?.[0] && stroke.at - line[0].at < NEAR) line.push(stroke);
    else lines.push([stroke]);
  }
  return lines.flatMap((line) => {
    const result: { at: number; from: number; to: number }[] = [];
    for (const stroke of line.sort((a, b) => a.from - b.from)) {
      const last = result.at(-1);
      if (last && stroke.from <= last.to + NEAR) last.to = Math.max(last.to, stroke.to);
      else result.push({ ...stroke });
    }
    return result.filter(({ from, to }) => to - from >= MIN_RULING_LENGTH);
  });
}

/** Where lines run, each place once. */
export function placesOf(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (result.length === 0 || place - (result.at(-1) ?? 0) >= NEAR) result.push(place);
  return result;
}

/** Whether one of the strokes runs at a place, past a point. */
export function passes(strokes: readonly Stroke[], at: number, point: number): boolean {
  return strokes.some(
    (stroke) => Math.abs(stroke.at - at) < NEAR && stroke.from <= point && stroke.to >= point,
  );
}
