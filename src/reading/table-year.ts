/** Words that make a heading one of last year's. */
export const NAMES_LAST_YEAR = /[上去前]一?年/u;

/** What stands above a table of one year: `上年情况`, `（2023年数据）`, `本年度：`. */
const YEAR_CAPTION =
  /^[（(【]?(?:(?<last>上一?年度?|去年|上年同期)|(?<own>本年度?|今年)|(?<year>20\d\d)年度?)的?(?:情况|数据|统计|数字|数|报表|表){0,2}[）)】]?[：:]?$/u;

/** A year relative to others: last year's and this year's, or a year of the calendar. */
export type YearOfTable = 'last' | 'own' | number;

/** The year that a line says the table below it is of. */
export function yearAbove(text: string): YearOfTable | undefined {
  const { last, own, year } = YEAR_CAPTION.exec(text.trim())?.groups ?? {};
  if (last !== undefined) return 'last';
  if (own !== undefined) return 'own';
  return year === undefined ? undefined : Number(year);
}

/** The year that the last of the lines before a table says it is of. */
export function yearAmong(lines: readonly { readonly text: string }[]): YearOfTable | undefined {
  return lines.map(({ text }) => yearAbove(text)).findLast((year) => year !== undefined);
}

/** Whether a table, by what stands above it, is of another year than the report. */
export function isOfOtherYear(year: YearOfTable | undefined, reportYear: number | null): boolean {
  return year === 'last' || (typeof year === 'number' && reportYear !== null && year !== reportYear);
}

/**
 * Which of several tables is the report's own, by the years above them: the one of this year, or the only one that
 * is of no other. Where the report has no year, the latest is its own.
 *
 * @param reportYear
 *   The year of the report.
 * @returns
 *   Its index; `undefined` if nobody can tell.
 */
export function ownTable(
  years: readonly (YearOfTable | undefined)[],
  reportYear: number | null,
): number | undefined {
  const calendar = years.filter((year) => typeof year === 'number');
  const ownYear = reportYear ?? (calendar.length > 1 ? Math.max(...calendar) : null);
  const isOwn = (year: YearOfTable | undefined) => year === 'own' || (year !== undefined && year === ownYear);
  if (years.some(isOwn)) return only(years, isOwn);
  return only(years, (year) => !isOfOtherYear(year, ownYear));
}

/** The index of the only one of which something holds. */
function only<T>(all: readonly T[], holds: (one: T) => boolean): number | undefined {
  const found = all.flatMap((one, at) => (holds(one) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}
