import type { Ruling } from './placed-page.ts';

/** A horizontal or vertical line: its position, and where it starts and ends. */
export interface Stroke {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** The ruling lines of one table. */
export interface RuledArea {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

/** Lines no further apart are one line; lines no further from each other touch. */
const NEAR = 2.5;
/** Shorter strokes rule nothing. */
const MIN_RULING_LENGTH = 4;
/** A page with more lines has drawings, not tables; they would take too long. */
const MAX_STROKES = 5_000;

/** The ruling lines of a page, table by table: those that touch each other belong together. */
export function ruledAreas(rulings: readonly Ruling[]): RuledArea[] {
  const horizontal = merged(
    rulings.flatMap(({ x1, x2, y1, y2 }) =>
      Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > 0.5
        ? [{ position: (y1 + y2) / 2, start: Math.min(x1, x2), end: Math.max(x1, x2) }]
        : [],
    ),
  );
  const vertical = merged(
    rulings.flatMap(({ x1, x2, y1, y2 }) =>
      Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > 0.5
        ? [{ position: (x1 + x2) / 2, start: Math.min(y1, y2), end: Math.max(y1, y2) }]
        : [],
    ),
  );
  if (horizontal.length + vertical.length > MAX_STROKES) return [];
  const areas: { horizontal: Stroke[]; vertical: Stroke[] }[] = [];
  for (const stroke of horizontal) {
    const touchedAreas = areas.filter((area) =>
      area.vertical.some((crossing) => areTouching(stroke, crossing)),
    );
    const newStrokes = vertical.filter(
      (crossing) => areTouching(stroke, crossing) && !areas.some((area) => area.vertical.includes(crossing)),
    );
    const [firstArea = { horizontal: [], vertical: [] }, ...otherAreas] = touchedAreas;
    if (touchedAreas.length === 0) areas.push(firstArea);
    firstArea.horizontal.push(stroke, ...otherAreas.flatMap((area) => area.horizontal));
    firstArea.vertical.push(...newStrokes, ...otherAreas.flatMap((area) => area.vertical));
    for (const mergedArea of otherAreas) areas.splice(areas.indexOf(mergedArea), 1);
  }
  return areas.filter((area) => area.horizontal.length > 1 && area.vertical.length > 0);
}

function areTouching(horizontal: Stroke, vertical: Stroke): boolean {
  return (
    vertical.position > horizontal.start - NEAR &&
    vertical.position < horizontal.end + NEAR &&
    horizontal.position > vertical.start - NEAR &&
    horizontal.position < vertical.end + NEAR
  );
}

/** Strokes on one line that overlap or follow each other are one. */
function merged(strokes: readonly Stroke[]): Stroke[] {
  const lines: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.position - b.position)) {
    const line = lines.at(-1);
    if (line?.[0] && stroke.position - line[0].position < NEAR) line.push(stroke);
    else lines.push([stroke]);
  }
  return lines.flatMap((line) => {
    const mergedStrokes: { position: number; start: number; end: number }[] = [];
    for (const stroke of line.sort((a, b) => a.start - b.start)) {
      const lastStroke = mergedStrokes.at(-1);
      if (lastStroke && stroke.start <= lastStroke.end + NEAR)
        lastStroke.end = Math.max(lastStroke.end, stroke.end);
      else mergedStrokes.push({ ...stroke });
    }
    return mergedStrokes.filter(({ start, end }) => end - start >= MIN_RULING_LENGTH);
  });
}

/** The positions of lines, in order; those closer than the tolerance count once. */
export function placesOf(places: readonly number[]): number[] {
  const result: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (result.length === 0 || place - (result.at(-1) ?? 0) >= NEAR) result.push(place);
  return result;
}

/** Whether one of the strokes at a position covers a point. */
export function passes(strokes: readonly Stroke[], position: number, point: number): boolean {
  return strokes.some(
    (stroke) => Math.abs(stroke.position - position) < NEAR && stroke.start <= point && stroke.end >= point,
  );
}
