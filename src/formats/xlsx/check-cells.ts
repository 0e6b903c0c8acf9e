import { brokenFormula, type Check, isBroken } from './checks.ts';
import { address } from './formula.ts';
import { fixed, putCell, type SheetDraft } from './sheet.ts';
import { conditional, styles } from './style.ts';
import type { TableSetting } from './table-setting.ts';

/** Where a table lies on its sheet. */
export interface Extent {
  readonly top: number;
  readonly rows: number;
  readonly columns: number;
}

/** How wide the columns with checks are. */
const CHECK_WIDTH = 8;

/**
 * Lets a sheet check itself: cells of a relation that is broken change colour, and beside or below the
 * table the number of its rule appears. All of it is no part of the report.
 *
 * @returns
 *   The first row below that is free.
 */
export function putChecks(
  sheet: SheetDraft,
  extent: Extent,
  checks: readonly Check[],
  setting: TableSetting,
): number {
  const { top, rows, columns } = extent;
  sheet.aside.push({ startRow: 0, endRow: 0, startCol: 0, endCol: columns - 1 });
  if (!setting.showsChecks) {
    for (const check of checks) colour(sheet, check, brokenFormula(check, setting.positions), setting);
    return top + rows;
  }
  const [beside, below] = arranged(checks, setting);
  for (const [index, group] of beside.entries()) putBeside(sheet, extent, columns + index, group, setting);
  for (const [index, group] of below.entries()) putBelow(sheet, top + rows + index, group, setting);
  const legend = top + rows + below.length;
  for (const [index, check] of [...beside, ...below].flatMap(([first]) => first ?? []).entries()) {
    const text = `${check.id}　${check.text[setting.locale]}`;
    putCell(sheet, legend + index, 0, { value: text, style: styles.legend }, { columns });
    sheet.heights.set(legend + index, { height: 15 });
  }
  const end = legend + beside.length + below.length - 1;
  if (beside.length > 0)
    sheet.aside.push({
      startRow: 0,
      endRow: top + rows - 1,
      startCol: columns,
      endCol: columns + beside.length - 1,
    });
  if (end >= top + rows)
    sheet.aside.push({ startRow: top + rows, endRow: end, startCol: 0, endCol: columns + beside.length - 1 });
  return end + 1;
}

/** The checks by rule: those with one place a row stand beside the table, the others below. */
function arranged(checks: readonly Check[], { positions }: TableSetting): [Check[][], Check[][]] {
  const byRule = new Map<string, Check[]>();
  for (const check of checks) byRule.set(check.id, [...(byRule.get(check.id) ?? []), check]);
  const groups = [...byRule.values()];
  const isBeside = (group: readonly Check[]) => {
    const lines = new Set(group.map((check) => placeOf(check, positions.thisYear)?.row));
    return lines.size === group.length && !group[0]?.left[0]?.cell.table.rowsSideBySide;
  };
  return [groups.filter(isBeside), groups.filter((group) => !isBeside(group))];
}

function placeOf({ left: [first] }: Check, positions: TableSetting['positions']['thisYear']) {
  return first && positions.get(first.cell.path);
}

function putBeside(
  sheet: SheetDraft,
  { top }: Extent,
  column: number,
  group: readonly Check[],
  setting: TableSetting,
): void {
  sheet.widths.push(CHECK_WIDTH);
  putCell(sheet, top, column, { value: group[0]?.id ?? '', style: styles.checkHeading });
  for (const check of group) {
    const row = placeOf(check, setting.positions.thisYear)?.row;
    if (row !== undefined) putCheck(sheet, row, column, check, setting);
  }
}

function putBelow(sheet: SheetDraft, row: number, group: readonly Check[], setting: TableSetting): void {
  const isFree = group.every((check) => placeOf(check, setting.positions.thisYear)?.column !== 0);
  if (isFree) putCell(sheet, row, 0, { value: group[0]?.id ?? '', style: styles.checkHeading });
  for (const check of group) {
    const column = placeOf(check, setting.positions.thisYear)?.column;
    if (column !== undefined) putCheck(sheet, row, column, check, setting);
  }
}

/** The cell that shows the number of a rule while it is broken. */
function putCheck(sheet: SheetDraft, row: number, column: number, check: Check, setting: TableSetting): void {
  const { figureOf, previous = () => null, positions } = setting;
  const isBrokenNow = isBroken(check, { thisYear: figureOf, lastYear: previous });
  putCell(sheet, row, column, {
    formula: `IF(${brokenFormula(check, positions)},"${check.id}","")`,
    formulaResult: isBrokenNow ? check.id : '',
    style: styles.check,
  });
  colour(sheet, check, `LEN(${fixed(row, column)})>0`, setting);
  sheet.checks.push({ row, column });
}

/** Gives the cells of a relation that is broken another colour; the marks of findings keep theirs. */
function colour(
  sheet: SheetDraft,
  { left, right, severity }: Check,
  formula: string,
  { positions, marks }: TableSetting,
): void {
  const cells = [...left, ...right].flatMap(({ cell, lastYear }) => {
    const position = lastYear ? undefined : positions.thisYear.get(cell.path);
    return position ? [address(position.row, position.column)] : [];
  });
  const { fill, font } = conditional[severity === 'error' ? 'error' : 'warning'];
  const style = marks.size > 0 ? { font } : { fill, font };
  sheet.rules.push({ type: 'expression', formula, style, range: cells.join(' '), priority: 1 });
}
