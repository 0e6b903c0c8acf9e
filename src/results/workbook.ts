import { inLanguage } from '../form/in-language.ts';
import { valueSheet } from '../formats/xlsx/list-sheet.ts';
import { workbook } from '../formats/xlsx/package.ts';
import type { MarkKind } from '../formats/xlsx/style.ts';
import type { FileResult, ResultOptions } from './checked-report.ts';
import type { FileState } from './file-state.ts';
import { type ResultSheet, resultSheets } from './sheets.ts';
import { resultWords } from './words.ts';

/**
 * Writes results as an Excel workbook for the reviewer who sends reports back: an overview sorted by what needs attention,
 * with totals; a row for each thing to be changed, with cell, present figure, right figure and authority; every figure of
 * every report; and the files that could not be read.
 *
 * @param results
 *   What came of the files, in any order.
 * @param options
 *   Language.
 * @returns
 *   The file; the same bytes for the same results. Figures are numbers, a blank stays blank, and no text can become a
 *   formula.
 * @example
 *   const result = checkReport(report);
 *   await writeFile('result.xlsx', await resultWorkbook([{ name: 'report.json', report, result }]));
 */
export async function resultWorkbook(
  results: readonly FileResult[],
  { locale = 'zh-CN' }: Pick<ResultOptions, 'locale'> = {},
): Promise<Uint8Array> {
  const say = inLanguage(resultWords, locale);
  return workbook(resultSheets(results, say, locale).map(sheetOf), { title: say.title, protect: false });
}

const MARKS: Readonly<Record<FileState, MarkKind>> = {
  unreadable: 'fail',
  fail: 'fail',
  incomplete: 'incomplete',
  partial: 'incomplete',
  pass: 'pass',
};

function sheetOf({ name, above, columns, paths, stateColumn, rows }: ResultSheet) {
  return valueSheet({
    name,
    above,
    columns,
    ...(paths ? { severalPagesWide: true, fixedColumns: 1 } : {}),
    rows: rows.map(({ state, values, wrong = [] }) => {
      const mark = new Map<number, MarkKind>(wrong.map((column) => [column, 'wrong']));
      if (stateColumn !== undefined) mark.set(stateColumn, MARKS[state]);
      return { values, mark };
    }),
  });
}
