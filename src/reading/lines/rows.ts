import type { PrintedCell } from '../printed-figure.ts';
import type { Token } from './tokens.ts';

/** A run of figures. */
export type Figures = Extract<Token, { kind: 'figures' }>;

/** A label of the form as it was found: the lines it stands on, and how many figures belong to it. */
export interface RowLabel {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly width: number;
  /** Whether it may well have no figures, because it stands above several rows. */
  readonly merged: boolean;
}

/** What a label left without figures, or figures left without a label, cost. */
const LEFT_ALONE = 8;
/** A label before its figures is how people read; the other way round happens in PDF files. */
const FIGURES_FIRST = 0.5;
/** Figures more lines away than this belong to something else. */
const MAX_LINES_AWAY = 4;

/** Cuts runs of loose figures into rows, where all rows are of the same width. */
export function rowsOf(runs: readonly Figures[], widths: ReadonlySet<number>): Figures[] {
  const [width = 0] = widths;
  if (widths.size !== 1) return [...runs];
  return runs.flatMap((run) => (run.fenced ? [run] : cut(run, width)));
}

/**
 * A run is cut where its lines end: whole lines are rows; shorter lines between them are rows if they
 * come out even. What does not come out even stays as it is, for nobody can tell which figure is one
 * too many.
 */
function cut(run: Figures, width: number): Figures[] {
  const rows: Figures[] = [];
  let pending: { start: number; line: number; perLine: number[] } | undefined;
  const flush = () => {
    if (pending) rows.push(...evenly(run, pending.start, pending.line, pending.perLine, width));
    pending = undefined;
  };
  let start = 0;
  for (const [at, onLine] of run.perLine.entries()) {
    const line = run.line + at;
    if (onLine === width) {
      flush();
      rows.push(part(run, start, onLine, line, [onLine]));
    } else {
      pending ??= { start, line, perLine: [] };
      pending.perLine.push(onLine);
    }
    start += onLine;
  }
  flush();
  return rows;
}

/** Cuts short lines into rows of equal width; keeps them together if that does not come out even. */
function evenly(
  run: Figures,
  from: number,
  firstLine: number,
  perLine: readonly number[],
  width: number,
): Figures[] {
  const rows: Figures[] = [];
  let [start, line, lines, count] = [from, firstLine, [] as number[], 0];
  for (const onLine of perLine) {
    lines = [...lines, onLine];
    count += onLine;
    if (count > width) break;
    if (count === width) {
      rows.push(part(run, start, count, line, lines));
      [start, line, lines, count] = [start + count, line + lines.length, [], 0];
    }
  }
  if (count === 0) return rows;
  return [
    part(
      run,
      from,
      perLine.reduce((sum, onLine) => sum + onLine, 0),
      firstLine,
      perLine,
    ),
  ];
}

function part(run: Figures, start: number, count: number, line: number, lines: readonly number[]): Figures {
  return {
    ...run,
    cells: run.cells.slice(start, start + count),
    line,
    lastLine: line + lines.length - 1,
    perLine: lines,
  };
}

/**
 * The cells of a row, if there are as many as the form has.
 *
 * A fenced row may have empty cells after them, or before them, that belong to merged headings; where
 * it cannot be decided which are which, there is no fit.
 */
export function fitTo({ cells, fenced }: Figures, width: number): readonly PrintedCell[] | undefined {
  if (cells.length === width) return cells;
  if (!fenced || cells.length < width) return undefined;
  const isEmpty = ({ state }: PrintedCell) => state === 'blank';
  const [first, last] = [cells[0], cells.at(-1)];
  if (first && !isEmpty(first)) return cells.slice(width).every(isEmpty) ? cells.slice(0, width) : undefined;
  if (last && !isEmpty(last)) return cells.slice(0, -width).every(isEmpty) ? cells.slice(-width) : undefined;
  return undefined;
}

/** Which row of figures belongs to which label, by index. */
export type Pairing = readonly (readonly [label: number, row: number])[];

/** A line with this many characters of words has a label of its own. */
const WORDY = 4;

/**
 * Pairs labels with rows of figures, both in the order of the source, so that they stand as near to
 * each other as possible.
 *
 * Figures on a line with words belong to those words or to nothing, and no label reaches over another.
 * If some of either are left alone while figures stand before labels somewhere, one cannot tell which
 * are missing; then only those are paired that stand on the same line. Where a label and figures are
 * left alone, figures next to the latter are not trusted either.
 *
 * @param wordsOn
 *   How many characters of words stand on a line.
 * @param labelsMissing
 *   Whether labels of the form were not found, so that their figures must be left alone.
 */
export function pairUp(
  labels: readonly RowLabel[],
  rows: readonly Figures[],
  wordsOn: (line: number) => number,
  labelsMissing: boolean,
): Pairing {
  const own = labels.map((_, at) => ({
    before: labels.slice(0, at).findLast(({ merged }) => !merged),
    after: labels.slice(at + 1).find(({ merged }) => !merged),
  }));
  const wordy = rows.map((row) => isWordy(row, wordsOn));
  const named = rows.map((row) => labels.some((label) => !label.merged && sides(label, row) === 'same line'));
  const distance = (i: number, j: number): number => {
    const [label, row, neighbours] = [labels[i], rows[j], own[i]];
    if (!label || !row || !fitTo(row, label.width)) return Number.POSITIVE_INFINITY;
    const side = sides(label, row);
    if (side === 'same line') return label.merged && named[j] ? Number.POSITIVE_INFINITY : 0;
    if (label.merged || wordy[j]) return Number.POSITIVE_INFINITY;
    const between = side === 'after' ? neighbours?.after : neighbours?.before;
    const apart =
      between && (side === 'after' ? between.firstLine > label.lastLine : between.lastLine < label.firstLine);
    if (apart && sides(between, row) === side) return Number.POSITIVE_INFINITY;
    const lines =
      side === 'after' ? row.line - label.lastLine : label.firstLine - row.lastLine + FIGURES_FIRST;
    return lines > MAX_LINES_AWAY + FIGURES_FIRST ? Number.POSITIVE_INFINITY : lines;
  };
  const size = rows.length + 1;
  const costs = new Float64Array((labels.length + 1) * size);
  const alone = ({ merged }: RowLabel) => (merged ? 0 : LEFT_ALONE);
  for (let j = 1; j < size; j += 1) costs[j] = j * LEFT_ALONE;
  for (const [i, label] of labels.entries()) {
    costs[(i + 1) * size] = (costs[i * size] ?? 0) + alone(label);
    for (let j = 0; j < rows.length; j += 1) {
      costs[(i + 1) * size + j + 1] = Math.min(
        (costs[i * size + j] ?? 0) + distance(i, j),
        (costs[i * size + j + 1] ?? 0) + alone(label),
        (costs[(i + 1) * size + j] ?? 0) + LEFT_ALONE,
      );
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [labels.length, rows.length];
  while (i > 0 && j > 0) {
    const label = labels[i - 1];
    if (!label) break;
    const cost = costs[i * size + j];
    if (cost === (costs[(i - 1) * size + j - 1] ?? 0) + distance(i - 1, j - 1)) {
      pairs.unshift([i - 1, j - 1]);
      [i, j] = [i - 1, j - 1];
    } else if (cost === (costs[(i - 1) * size + j] ?? 0) + alone(label)) {
      i -= 1;
    } else {
      j -= 1;
    }
  }
  const paired = { labels: new Set(pairs.map(([at]) => at)), rows: new Set(pairs.map(([, at]) => at)) };
  const labelAlone = labelsMissing || labels.some(({ merged }, at) => !merged && !paired.labels.has(at));
  const rowsAlone = rows.filter((_, at) => !paired.rows.has(at));
  const on = ([label, row]: readonly [number, number]) => sides(labels[label], rows[row]);
  const figuresFirst = sides(labels[0], rows[0]) === 'before' || pairs.some((pair) => on(pair) === 'before');
  const doubtful = figuresFirst && (labelAlone || rowsAlone.length > 0);
  return pairs.filter((pair) => {
    if (on(pair) === 'same line') return true;
    const row = rows[pair[1]];
    return !doubtful && !(labelAlone && row && rowsAlone.some((other) => adjoins(other, row)));
  });
}

/** Whether two rows of figures follow each other with nothing between them. */
function adjoins(a: Figures, b: Figures): boolean {
  return a.lastLine + 1 === b.line || b.lastLine + 1 === a.line;
}

function isWordy({ line, lastLine }: Figures, wordsOn: (line: number) => number): boolean {
  for (let at = line; at <= lastLine; at += 1) if (wordsOn(at) >= WORDY) return true;
  return false;
}

/** Where figures stand as seen from their label. */
function sides(label: RowLabel | undefined, row: Figures | undefined): 'before' | 'same line' | 'after' {
  if (label && row && row.line > label.lastLine) return 'after';
  if (label && row && row.lastLine < label.firstLine) return 'before';
  return 'same line';
}
