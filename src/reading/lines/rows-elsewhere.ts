import type { Form } from '../../form/vocabulary.ts';
import { headingKey } from '../form-names.ts';
import { numbersIn } from '../printed-figure.ts';
import type { UnplacedNumber } from '../reading.ts';
import { type PrintedRow, printedRows } from './printed-rows.ts';
import { fitTo } from './rows.ts';
import { labelledFigures } from './rows-again.ts';
import type { SourceLine } from './source-lines.ts';
import { FENCE, type Token, tokensOf } from './tokens.ts';

/** Fewer labels with figures behind them may stand in any text. */
const MIN_ROWS = 3;
/** The headings of a table stand in so many words before its figures. */
const MAX_HEADING_WORDS = 60;

/**
 * The numbers in rows of the form that stand outside the tables of its sections, such as below another heading, or in
 * another report before this one. Where the rows of the tables are fenced, by bars or tabs, a row that is not is prose.
 */
export function numbersElsewhere(
  form: Form,
  lines: readonly SourceLine[],
  inTables: readonly SourceLine[],
): UnplacedNumber[] {
  const isFenced = inTables.some(({ text }) => FENCE.test(text));
  const tokens = tokensOf(
    lines.filter(({ text }) => !text.includes('。') && (!isFenced || FENCE.test(text))),
  );
  const rows = form.sections.flatMap((section) => printedRows(form, section));
  const labelled = labelledFigures(tokens, rows).filter(([row, run]) => fitTo(run, row.cells.length));
  const figures = [
    ...(labelled.length >= MIN_ROWS ? labelled.map(([, run]) => run) : []),
    ...rows
      .filter(({ label }) => label.keys.length === 0)
      .flatMap((row) => figuresBelowHeadings(tokens, row)),
  ];
  return figures.flatMap(({ cells }) =>
    cells.flatMap((cell) => numbersIn(cell).map(({ printed, place }) => ({ printed, place }))),
  );
}

/** Runs of figures for a row without a label, behind the headings of all its columns. */
function figuresBelowHeadings(
  tokens: readonly Token[],
  { table, cells }: PrintedRow,
): Extract<Token, { kind: 'figures' }>[] {
  const keys = table.columns.map(headingKey);
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'figures' || !fitTo(token, cells.length)) return [];
    const before = tokens.slice(Math.max(0, at - MAX_HEADING_WORDS), at);
    const words = before.map((one) => (one.kind === 'words' ? one.text : '')).join('');
    return keys.every((key) => words.includes(key)) ? [token] : [];
  });
}
