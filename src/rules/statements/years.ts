import { matchesOf } from './matches.ts';

const YEAR = /(?<!\d)20\d\d年/gu;
/** Words before a year that make it no date of what is said: 比2022年, 结转至2024年, 自2003年以来. */
const COMPARED_BEFORE = /[比较至自到]$/u;
/** Words after it: 2022年结转, 2022年度预算. */
const COMPARED_AFTER = /^(?:度?(?:收到,?)?(?:结转|转结|至|继续)|\d{1,2}月|以来|(?:度)?(?:部门)?[预决]算)/u;

/** A year that dates what follows it. */
export interface YearMark {
  readonly at: number;
  readonly year: number;
}

/** The years of a line that date what it says, in order. */
export function yearsIn(line: string): YearMark[] {
  return matchesOf(line, YEAR).flatMap(({ index, 0: words }) =>
    COMPARED_BEFORE.test(line.slice(Math.max(0, index - 1), index)) ||
    COMPARED_AFTER.test(line.slice(index + words.length, index + words.length + 12))
      ? []
      : [{ at: index, year: Number(words.slice(0, 4)) }],
  );
}

/** The year that the words between two places are about, if they name one. */
export function yearBetween(marks: readonly YearMark[], start: number, end: number): number | undefined {
  return marks.findLast(({ at }) => at >= start && at < end)?.year;
}
