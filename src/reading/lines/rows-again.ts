import { labelKey } from '../form-names.ts';
import { keyOf } from '../normalize.ts';
import { ownTable, type YearOfTable, yearAbove } from '../table-year.ts';
import type { Words } from './columns.ts';
import type { FoundLabel } from './labels.ts';
import type { PrintedRow } from './printed-rows.ts';
import { type Figures, fitTo } from './rows.ts';
import type { SourceLine } from './source-lines.ts';
import type { Token } from './tokens.ts';

/**
 * Finds rows of the form that a source prints again, as where last year's table stands before this year's: their
 * label, and after it as many figures as the row has, which belong to no other label.
 *
 * @param left
 *   The rows of figures that were given to no label.
 * @returns
 *   The other figures of each of these rows.
 */
export function rowsAgain(
  tokens: readonly Token[],
  wordsOf: ReadonlyMap<Token, Words>,
  found: readonly FoundLabel[],
  left: readonly Figures[],
  rows: readonly PrintedRow[],
): ReadonlyMap<PrintedRow, readonly Figures[]> {
  const again = new Map<PrintedRow, Figures[]>();
  if (left.length === 0) return again;
  const known = new Set(found.map(({ label }) => rows[label]));
  const behind = new Map(left.map((run) => [run.cells[0], run]));
  const isTaken = (token: Token) => {
    const words = wordsOf.get(token);
    return words !== undefined && found.some(({ start, end }) => start < words.end && words.start < end);
  };
  for (const [row, figures] of labelledFigures(tokens, rows, isTaken)) {
    const run = behind.get(figures.cells[0]);
    if (run && known.has(row) && fitTo(run, row.cells.length))
      again.set(row, [...(again.get(row) ?? []), run]);
  }
  return again;
}

/**
 * Figures with the row of the form whose label stands before them.
 *
 * @param isTaken
 *   Whether words are part of another label.
 */
export function labelledFigures(
  tokens: readonly Token[],
  rows: readonly PrintedRow[],
  isTaken: (token: Token) => boolean = () => false,
): (readonly [PrintedRow, Figures])[] {
  const byKey = new Map(
    rows.flatMap((row) => (row.line ? row.label.keys.map((key) => [key, row] as const) : [])),
  );
  const labelled: (readonly [PrintedRow, Figures])[] = [];
  let named: PrintedRow | undefined;
  let keys: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'words') {
      keys = isTaken(token) ? [] : [...keys, labelKey(token.text)].slice(-MAX_PIECES);
      named = keys.map((_, at) => byKey.get(keys.slice(at).join(''))).find((row) => row !== undefined);
      continue;
    }
    if (named) labelled.push([named, token]);
    keys = [];
    named = undefined;
  }
  return labelled;
}

/** A label is broken into so many pieces at most. */
const MAX_PIECES = 6;

/** What says of what year rows are. */
export interface YearCaptions {
  /** The years that lines name for the rows below them, by the index of the line. */
  readonly years: ReadonlyMap<number, YearOfTable>;
  /** The year of the report. */
  readonly reportYear: number | null;
}

/**
 * The captions among lines; a part of a heading or a label that is broken over lines is none.
 *
 * @param year
 *   What the lines before the first of them say.
 * @param labels
 *   The keys of the headings and labels of the table.
 */
export function yearCaptionsIn(
  lines: readonly SourceLine[],
  year: YearOfTable | undefined,
  labels: readonly string[],
  reportYear: number | null,
): YearCaptions {
  const goesOn = (text: string, next = '') => {
    const whole = keyOf(text + next);
    return whole.length > keyOf(text).length && labels.some((label) => label.includes(whole));
  };
  const inLines = lines.flatMap(({ text }, at) => {
    const named = yearAbove(text);
    return named === undefined || goesOn(text, lines[at + 1]?.text) ? [] : [[at, named] as const];
  });
  const years = new Map([...(year === undefined ? [] : [[-1, year] as const]), ...inLines]);
  return { years, reportYear };
}

/** Rows with the figures that count, and those of which nobody can tell which do. */
export interface OwnRows {
  readonly pairs: readonly (readonly [PrintedRow, Figures])[];
  readonly doubled: readonly (readonly [PrintedRow, readonly Figures[]])[];
  /** Figures of another year. */
  readonly ofOthers: ReadonlySet<Figures>;
}

/** Chooses the figures of the report's own year for each row that is printed again, by the captions above them. */
export function ownRows(
  pairs: readonly (readonly [PrintedRow, Figures])[],
  again: ReadonlyMap<PrintedRow, readonly Figures[]>,
  captions: YearCaptions,
): OwnRows {
  const own = new Map<PrintedRow, Figures>();
  const doubled = new Map<PrintedRow, readonly Figures[]>();
  const ofOthers = new Set<Figures>();
  for (const [row, run] of pairs) {
    const others = again.get(row);
    if (!others) continue;
    const runs = [run, ...others].sort((one, other) => one.line - other.line);
    const chosen = ownRun(runs, captions);
    if (!chosen) {
      doubled.set(row, [run, ...others]);
      continue;
    }
    own.set(row, chosen);
    for (const other of runs) if (other !== chosen) ofOthers.add(other);
  }
  const chosen = new Set(own.values());
  const rejected = new Set(ofOthers);
  const isOfOther = (run: Figures) =>
    again.size > 0
      ? standsInOtherYear(rejected, chosen, captions, run)
      : ownRun([run], captions) === undefined;
  return {
    doubled: [...doubled],
    ofOthers,
    pairs: pairs.flatMap(([row, run]) => {
      if (doubled.has(row)) return [];
      if (own.has(row)) return [[row, own.get(row) ?? run] as const];
      if (!isOfOther(run)) return [[row, run] as const];
      ofOthers.add(run);
      return [];
    }),
  };
}

/** The one of several runs, in the order of the source, that is of the report's own year by what stands above it. */
export function ownRun(runs: readonly Figures[], { years, reportYear }: YearCaptions): Figures | undefined {
  const captions = [...years];
  let next = 0;
  const yearsOfRuns = runs.map(({ line }) => {
    let year: YearOfTable | undefined;
    for (let caption = captions[next]; caption && caption[0] < line; caption = captions[next]) {
      year = caption[1];
      next += 1;
    }
    return year;
  });
  return runs[ownTable(yearsOfRuns, reportYear) ?? -1];
}

/** Whether a row that is printed once stands in the table of another year: it follows a row of that table, or comes before one. */
function standsInOtherYear(
  ofOthers: ReadonlySet<Figures>,
  chosen: ReadonlySet<Figures>,
  { years }: YearCaptions,
  run: Figures,
): boolean {
  if (ofOthers.size === 0) return false;
  const decided = [...ofOthers, ...chosen].sort((one, other) => one.line - other.line);
  const isApart = (from: number, to: number) =>
    [...years.keys()].some((caption) => caption > from && caption < to);
  const before = decided.findLast(({ line }) => line < run.line);
  const after = decided.find(({ line }) => line > run.line);
  const nearest = before && !isApart(before.line, run.line) ? before : (after ?? before);
  return nearest !== undefined && ofOthers.has(nearest);
}
