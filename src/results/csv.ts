import { inLanguage } from '../form/in-language.ts';
import { csvText } from '../formats/csv/lines.ts';
import type { FileResult, ResultOptions } from './checked-report.ts';
import { resultSheets } from './sheets.ts';
import { resultWords } from './words.ts';

/** Options of `resultCsv`. */
export interface ResultCsvOptions extends Pick<ResultOptions, 'locale'> {
  /** Whether each begins with a byte order mark, by which Excel knows UTF-8; it does if left out. */
  readonly byteOrderMark?: boolean | undefined;
}

/**
 * Writes the sheets of `resultWorkbook` as comma-separated values (RFC 4180), one text per sheet, for
 * databases and other programs: headings, then rows.
 *
 * @param results
 *   What came of the files, in any order.
 * @param options
 *   Language, byte order mark.
 * @returns
 *   CSV by the name of the sheet. Figures are numbers, a blank stays blank, and no text can become a formula.
 * @example
 *   Object.keys(resultCsv([{ name: 'report.json', report, result: checkReport(report) }]))
 *   //=> ['汇总', '问题清单', '数据', '未能读取']
 */
export function resultCsv(
  results: readonly FileResult[],
  { locale = 'zh-CN', byteOrderMark = true }: ResultCsvOptions = {},
): Readonly<Record<string, string>> {
  const say = inLanguage(resultWords, locale);
  return Object.fromEntries(
    resultSheets(results, say, locale).map(({ name, columns, paths, rows }) => [
      name,
      csvText(
        [
          columns.map(({ heading }) => heading),
          ...(paths ? [paths] : []),
          ...rows.map(({ values }) => values),
        ],
        { byteOrderMark },
      ),
    ]),
  );
}
