import { colToLetter, type MergeRange } from 'hucre/xlsx';

/** A rectangle of cells, counted from 0, both ends included. */
export type Area = MergeRange;

/** Where a cell of the form stands: counted from 0, with the name of the sheet if it is another one. */
export interface Position {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
}

/** The address of a cell, such as `C7`; `$C$7` where it must not move. */
export function address(row: number, column: number, sign: '' | '$' = ''): string {
  return `${sign}${colToLetter(column)}${sign}${row + 1}`;
}

/** The address of a rectangle, such as `$A$1:$C$7`. */
export function area({ startRow, startCol, endRow, endCol }: Area, sign: '' | '$' = '$'): string {
  return `${address(startRow, startCol, sign)}:${address(endRow, endCol, sign)}`;
}

/** The name of a sheet in a formula. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Cells as a list for COUNT or SUM, those that stand in a row or column as ranges: `$C$7:$C$28,$C$30`. */
export function listed(positions: readonly Position[]): string {
  return runsOf(positions).join(',');
}

/** The ranges of cells that stand in a row or column. */
export function runsOf(positions: readonly Position[]): string[] {
  const runs: { first: Position; last: Position }[] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    if (run && follows(run.first, run.last, position)) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs.map(({ first, last }) => rangeOf(first, last));
}

/** The smallest rectangle around cells of one sheet. */
export function areaAround(positions: readonly Position[]): string {
  const [rows, columns] = [positions.map(({ row }) => row), positions.map(({ column }) => column)];
  const [first] = positions;
  if (!first) throw new Error('There is no rectangle around no cells: give at least one.');
  return rangeOf(
    { ...first, row: Math.min(...rows), column: Math.min(...columns) },
    { ...first, row: Math.max(...rows), column: Math.max(...columns) },
  );
}

function rangeOf(first: Position, last: Position): string {
  const sheet = first.sheet === undefined ? '' : `${quoted(first.sheet)}!`;
  const [from, to] = [address(first.row, first.column, '$'), address(last.row, last.column, '$')];
  return `${sheet}${from}${from === to ? '' : `:${to}`}`;
}

/** Whether a cell goes on in the direction of a run. */
function follows(first: Position, last: Position, next: Position): boolean {
  if (first.sheet !== next.sheet) return false;
  const down = next.row === last.row + 1 && next.column === last.column && first.column === last.column;
  const right = next.column === last.column + 1 && next.row === last.row && first.row === last.row;
  return down || right;
}

/** A sum that stays blank until all its terms are known. */
export function totalFormula(terms: readonly Position[]): string {
  const cells = listed(terms);
  return `IF(COUNT(${cells})=${terms.length},SUM(${cells}),"")`;
}
