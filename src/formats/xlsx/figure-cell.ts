import type { CellStyle, Cell as SheetCell } from 'hucre/xlsx';
import type { Cell, CellPath } from '../../form/cells.ts';
import type { EquationInstance } from '../../form/equations.ts';
import type { GridCell } from '../../form/grid.ts';
import { inLanguage } from '../../form/in-language.ts';
import type { Mark } from '../document.ts';
import { address, totalFormula } from './formula.ts';
import type { SheetDraft } from './sheet.ts';
import { marked, styles } from './style.ts';
import type { TableSetting } from './table-setting.ts';
import { cellText, fits } from './text.ts';
import { words } from './words.ts';

/** A remark that is longer is no number format any more: a number is shown whole, however small, and not wrapped. */
const MAX_FORMAT_LENGTH = 40;
/** What number formats give a meaning to, even in quotation marks, or do not take. */
const UNQUOTABLE = /["\n\t\\_]/u;
/** Most characters Excel takes in a prompt or message. */
const MAX_MESSAGE_LENGTH = 250;

/** A figure in its cell: a number, a total that is worked out, or a blank to be filled in. */
export function figureCell(
  { cell }: GridCell,
  setting: TableSetting,
  sheet: SheetDraft,
  row: number,
  column: number,
): Partial<SheetCell> & { style: CellStyle } {
  if (!cell) return { value: null, style: styles.figure };
  const total = setting.totals.get(cell.path);
  if (!total) validate(sheet, cell, address(row, column), setting);
  const content = total ? totalCell(cell, total, setting) : enteredCell(cell, setting);
  const mark = setting.marks.get(cell.path);
  return mark ? { ...content, style: marked(content.style, mark.kind), comment: noteOf(mark) } : content;
}

function totalCell({ path }: Cell, { right }: EquationInstance, { figureOf, positions }: TableSetting) {
  const terms = right.flatMap((term) => positions.thisYear.get(term.path) ?? []);
  return { formula: totalFormula(terms), formulaResult: figureOf(path) ?? '', style: styles.total };
}

/** A figure as a number, be there a remark beside it or not, so that it can be added up. */
function enteredCell(cell: Cell, { figureOf, remarkOf, locale }: TableSetting) {
  const [figure, remark] = [figureOf(cell.path), remarkOf(cell.path)];
  const numFmt = cell.unit === 'count' && (figure === null || Number.isInteger(figure)) ? '0' : 'General';
  const style = { ...styles.figure, numFmt };
  if (figure !== null && !isKept(figure))
    return { value: printedWith(figure, remark, cell, locale), style: styles.figureInWords };
  if (remark === undefined) return { value: figure, style };
  const printed = cellText(`（${remark}）`);
  if (figure !== null && printed.length <= MAX_FORMAT_LENGTH && !UNQUOTABLE.test(printed))
    return { value: figure, style: { ...style, numFmt: `${numFmt}"${printed}"` } };
  return { value: printedWith(figure, remark, cell, locale), style: styles.figureInWords };
}

/** Whether spreadsheets keep a number as it is: they round to 15 digits. */
function isKept(figure: number): boolean {
  return Number(figure.toPrecision(15)) === figure;
}

/** A figure in words, as it is printed. */
function printedWith(
  figure: number | null,
  remark: string | undefined,
  cell: Cell,
  locale: TableSetting['locale'],
): string {
  const printed = remark === undefined ? '' : cellText(`（${remark}）`);
  if (!fits(printed)) throw new RangeError(words.remarkTooLong(cell)[locale]);
  return `${figure ?? ''}${printed}`;
}

/** What a note says: which rules object, and what should stand there. */
function noteOf({ findings, to }: Mark): NonNullable<SheetCell['comment']> {
  const messages = findings.map(({ rule, message }) => cellText(`${rule} ${message}`));
  return { text: [...(to === undefined ? [] : [`→ ${to}`]), ...messages].join('\n') };
}

/** Lets a cell take whole numbers, or amounts, and says which cell it is. */
function validate(sheet: SheetDraft, cell: Cell, range: string, { locale }: TableSetting): void {
  const { title, error } = inLanguage(cell.unit === 'count' ? words.count : words.amount, locale);
  const name = cell.address[locale];
  sheet.validations.push({
    type: cell.unit === 'count' ? 'whole' : 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    allowBlank: true,
    showInputMessage: true,
    inputTitle: title,
    inputMessage: name.slice(0, MAX_MESSAGE_LENGTH),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: `${name}: ${error}`.slice(-MAX_MESSAGE_LENGTH),
    range,
  });
}

/** Which totals are formulas in a workbook that is filled: those whose formula gives what is published. */
export function agreeing(
  totals: ReadonlyMap<CellPath, EquationInstance>,
  figureOf: (path: CellPath) => number | null,
  remarkOf: (path: CellPath) => string | undefined,
): Map<CellPath, EquationInstance> {
  return new Map(
    [...totals].filter(([path, { right }]) => {
      const terms = right.map((term) => figureOf(term.path));
      if (terms.some((term) => term !== null && !isKept(term))) return false;
      const sum = terms.includes(null) ? null : terms.reduce<number>((all, term) => all + (term ?? 0), 0);
      return sum === figureOf(path) && isKept(sum ?? 0) && remarkOf(path) === undefined;
    }),
  );
}
