import type { Cell, CellPath } from '../../form/cells.ts';
import type { Form } from '../../form/vocabulary.ts';
import type { ExtraLine } from '../extra-totals.ts';
import { cellsOfRow } from '../form-names.ts';
import { figureIn, numbersIn, type Placed, type PrintedCell } from '../printed-figure.ts';
import { isOfOtherYear, ownTable, type YearOfTable } from '../table-year.ts';
import { inUnitOf } from '../units.ts';
import type { GridReading, LooseRow } from './form-grid.ts';
import { placeByEquations } from './loose-rows.ts';

/** What was read of all tables of a source. */
export interface Tables {
  readonly readings: readonly GridReading[];
  readonly placed: readonly Placed[];
  readonly doubled: readonly { readonly path: CellPath; readonly prints: readonly PrintedCell[] }[];
  /** Cells of a table that is there a second time, headed, but with figures that could not be placed. */
  readonly alike: readonly Cell[];
  /** Cells whose figures are of another year than the report. */
  readonly ofOtherYears: readonly Cell[];
  readonly unplaced: readonly PrintedCell[];
}

/** A table of a source, as it was read. */
export interface TableOfYear {
  readonly reading: GridReading;
  /** What the words above it say of its year. */
  readonly year: YearOfTable | undefined;
}

/**
 * The tables of a document together: a figure that stands in two places, or that is merged over two, belongs to
 * neither, unless the words above the tables say which of them is of the report's year.
 */
export function tablesIn(form: Form, tables: readonly TableOfYear[], reportYear: number | null): Tables {
  const readings = tables.map(({ reading }) => reading);
  const years = new Map(
    tables.flatMap(({ reading, year }) =>
      year === undefined ? [] : reading.placed.map(({ print }) => [print, year] as const),
    ),
  );
  const byCell = new Map<CellPath, Placed[]>();
  const allPlaced = readings.flatMap((reading) => reading.placed);
  const merged = mergedFigures(allPlaced);
  for (const placed of allPlaced) {
    if (merged.has(placed.print)) continue;
    const placedBefore = byCell.get(placed.cell.path);
    if (placedBefore) placedBefore.push(placed);
    else byCell.set(placed.cell.path, [placed]);
  }
  const ofOtherYears: Placed[] = [];
  for (const [path, placements] of byCell) {
    const [first, second] = placements;
    if (!second && first && years.get(first.print) === undefined) continue;
    const yearsOfPlacements = placements.map(({ print }) => years.get(print));
    const own = placements[ownTable(yearsOfPlacements, reportYear) ?? -1];
    if (!own && placements.length > 1) continue;
    ofOtherYears.push(...placements.filter((placed) => placed !== own));
    if (own) byCell.set(path, [own]);
    else byCell.delete(path);
  }
  const headedOnly = tables.filter(({ reading }) => reading.headedOnly !== undefined);
  const isDoubtful = ({ cell, print }: Placed) =>
    headedOnly.some(
      ({ reading, year }) =>
        reading.headedOnly === cell.table && ownTable([years.get(print), year], reportYear) !== 0,
    );
  const single = [...byCell.values()].flatMap((placements) => (placements.length === 1 ? placements : []));
  const doubtful = single.filter(isDoubtful);
  const placedOnce = doubtful.length === 0 ? single : single.filter((placed) => !doubtful.includes(placed));
  const placedTwice = [...byCell].filter(([, placements]) => placements.length > 1);
  const knownFigures = new Map(
    placedOnce.flatMap(({ cell, print }) =>
      print.value === null ? [] : [[cell.path, print.value] as const],
    ),
  );
  const looseRows = readings.flatMap((reading) => reading.looseRows);
  const looseOfOthers = new Set(
    tables.flatMap(({ reading, year }) => (isOfOtherYear(year, reportYear) ? reading.looseRows : [])),
  );
  const isTaken = (row: LooseRow) =>
    looseOfOthers.has(row) || cellsOfRow(form, row.table, row.line).some(({ path }) => byCell.has(path));
  const repeated = looseRows.filter(isTaken);
  const solved = placeByEquations(
    form,
    looseRows.filter((row) => !isTaken(row)),
    knownFigures,
  );
  const numbersOf = (prints: readonly PrintedCell[]) => prints.flatMap(numbersIn);
  return {
    readings,
    placed: [...placedOnce, ...solved.placed],
    doubled: placedTwice.map(([path, placements]) => ({
      path,
      prints: placements.map(({ print }) => print),
    })),
    alike: doubtful.map(({ cell }) => cell),
    ofOtherYears: ofOtherYears.map(({ cell }) => cell),
    unplaced: [
      ...[...solved.unresolved, ...repeated].flatMap(({ prints }) => numbersOf(prints)),
      ...placedTwice.flatMap(([, placements]) => numbersOf(placements.map(({ print }) => print))),
      ...numbersOf([...doubtful, ...ofOtherYears].map(({ print }) => print)),
      ...merged,
      ...readings.flatMap(({ unplaced }) => unplaced),
    ],
  };
}

/** Numbers printed in one cell that covers cells of several rows or columns of the form. */
function mergedFigures(placed: readonly Placed[]): ReadonlySet<PrintedCell> {
  const owners = new Map<PrintedCell, CellPath>();
  const merged = new Set<PrintedCell>();
  for (const { cell, print } of placed) {
    if (print.state !== 'number') continue;
    const owner = owners.get(print) ?? cell.path;
    if (owner !== cell.path) merged.add(print);
    owners.set(print, owner);
  }
  return merged;
}

/**
 * A figure in the unit of the form; where the heading says 元 and the cell does not say anything else, it is
 * converted; under a heading in another unit than the form's it stays open.
 */
export function figureOf({ cell, print, unit }: Placed, allInYuan: boolean): PrintedCell {
  if (print.unit !== undefined || cell.unit === 'money') return figureIn(cell, print);
  const isInYuan = allInYuan && cell.unit === 'wanYuan' && unit === undefined;
  if (isInYuan || unit === '元') return figureIn(cell, { ...print, unit: '元' });
  if (unit === undefined || print.value === null || inUnitOf(cell.unit, 1, unit) === 1)
    return figureIn(cell, print);
  // 千元 above one column of 万元 is as likely a slip as a statement: neither reading is certain
  return { ...print, printed: `${print.printed}（${unit}）`, state: 'text', value: null };
}

/** Rows and columns that the form does not have; a row only if none of the form's is missing, which it might be. */
export function extraIn(readings: readonly GridReading[], isComplete: boolean): ExtraLine[] {
  return readings.flatMap(({ extraColumns, otherRows }) => [
    ...extraColumns,
    ...(isComplete ? otherRows : []),
  ]);
}
