import type { CellPath } from '../../form/cells.ts';
import type { Form } from '../../form/vocabulary.ts';
import { headingKey } from '../form-names.ts';
import { keyOf } from '../normalize.ts';
import { numbersIn } from '../printed-figure.ts';
import type { UnplacedNumber } from '../reading.ts';
import { type PrintedRow, printedRows } from './printed-rows.ts';
import { type Figures, fitTo } from './rows.ts';
import { labelledFigures } from './rows-again.ts';
import type { SourceLine } from './source-lines.ts';
import { FENCE, type Token, tokensOf } from './tokens.ts';

/** Fewer labels with figures behind them may stand in any text. */
const MIN_ROWS = 3;
/** The headings of a table stand in so many words before its figures. */
const MAX_HEADING_WORDS = 60;

/**
 * The numbers in rows of the form that stand outside the tables of its sections, such as below another heading, or in
 * another report before this one. Where the rows of the tables are fenced, by bars or tabs, a row that is not is
 * prose; so is one that says again what the tables say, and a list of single numbers without a heading.
 *
 * @param figures
 *   The figures of the tables.
 */
export function numbersElsewhere(
  form: Form,
  lines: readonly SourceLine[],
  inTables: readonly SourceLine[],
  figures: ReadonlyMap<CellPath, number>,
): UnplacedNumber[] {
  const isFenced = inTables.some(({ text }) => FENCE.test(text));
  const tokens = tokensOf(
    lines.filter(({ text }) => !text.includes('。') && (!isFenced || FENCE.test(text))),
  );
  const rows = form.sections.flatMap((section) => printedRows(form, section));
  const labelled = labelledFigures(tokens, rows).filter(([row, run]) => fitTo(run, row.cells.length));
  const isTable =
    labelled.length >= MIN_ROWS &&
    labelled.some(([row, run]) => row.cells.length > 1 || isHeaded(tokens, tokens.indexOf(run), row));
  const unlabelled = rows
    .filter(({ label }) => label.keys.length === 0)
    .flatMap((row) => figuresBelowHeadings(tokens, row).map((run) => [row, run] as const));
  return [...(isTable ? labelled : []), ...unlabelled]
    .filter(([row, run]) => !saysTheSame(row, run, figures))
    .flatMap(([, { cells }]) =>
      cells.flatMap((cell) => numbersIn(cell).map(({ printed, place }) => ({ printed, place }))),
    );
}

/** Whether figures are those that were read of the row. */
function saysTheSame(row: PrintedRow, run: Figures, figures: ReadonlyMap<CellPath, number>): boolean {
  const printed = fitTo(run, row.cells.length) ?? [];
  return row.cells.every(({ path }, at) => {
    const figure = figures.get(path);
    return figure !== undefined && figure === printed[at]?.value;
  });
}

/** Runs of figures for a row without a label, behind the headings of all its columns. */
function figuresBelowHeadings(tokens: readonly Token[], row: PrintedRow): Figures[] {
  return tokens.flatMap((token, at) =>
    token.kind === 'figures' && fitTo(token, row.cells.length) && isHeaded(tokens, at, row) ? [token] : [],
  );
}

/** Whether the headings of all columns of a row stand not far before its figures. */
function isHeaded(tokens: readonly Token[], at: number, { table }: PrintedRow): boolean {
  const before = tokens.slice(Math.max(0, at - MAX_HEADING_WORDS), at);
  const words = before.map((one) => (one.kind === 'words' ? keyOf(one.text) : '')).join('');
  return table.columns.every((column) => words.includes(headingKey(column)));
}
