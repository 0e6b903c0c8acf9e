import { numberFromChinese } from '../../form/chinese-numerals.ts';
import { matchesOf } from './matches.ts';

/** A figure as it stands in a line of normalised text. */
export interface Figure {
  readonly start: number;
  /** After the unit. */
  readonly end: number;
  readonly value: number;
  readonly unit: string | null;
  /** Said to be about so many, which no figure of a table is. */
  readonly isAbout: boolean;
  readonly isInTenThousands: boolean;
}

const UNITS = [
  ...['件次', '条次', '篇次', '人次', '家次', '场次', '万元', '元', '件', '条', '宗', '份', '起', '例', '项'],
  ...['个', '部', '篇', '次', '期', '人', '名', '家', '场', '种', '天', '倍', '%', '页', '处', '户', '万'],
].join('|');
const FIGURE = new RegExp(
  String.raw`(?<about>近|约|超过|超|逾)?(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)(?<over>余|多)?(?<ten>万(?!元))?(?<more>余|多)?(?<bracket>\()?(?<unit>${UNITS})?`,
  'gu',
);
const IN_WORDS =
  /(?<![一二三四五六七八九十百第年月])(?<words>[一二三四五六七八九两]|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?)(?<unit>件|宗|起|例)(?![多一二三四五六七八九])/gu;

/** Units in which what the tables count is counted. */
const COUNTING = new Set(['件', '件次', '条', '条次', '宗', '份', '起', '例', '项', '个', '部', '篇', '次']);
/** Digits that are part of a date, a number of a document, an address. */
const NO_FIGURE_BEFORE = /[A-Za-z〔第+_“"]$|\d[-—.]$/u;
/** A number without a unit counts something only after these. */
const COUNTED_BEFORE = /(?:公开|提供|处理|数量|为|件数)$/u;
const MAX_DIGITS_WITHOUT_UNIT = 4;

/** Whether a figure counts what tables count, by its unit. */
export function countsPieces({ unit }: Figure): boolean {
  return unit === null || COUNTING.has(unit);
}

/** The figures of a line, in order. */
export function figuresIn(line: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of matchesOf(line, FIGURE)) {
    const { about, digits = '', over, ten, more, bracket, unit = null } = match.groups ?? {};
    const start = match.index + (about?.length ?? 0);
    const end = match.index + match[0].length - (bracket && unit === null ? 1 : 0);
    const before = line.slice(Math.max(0, match.index - 3), start);
    if (NO_FIGURE_BEFORE.test(before)) continue;
    if (unit === null) {
      const next = line.charAt(end);
      if (next !== '' && !',;。、)'.includes(next)) continue;
      if (digits.length > MAX_DIGITS_WITHOUT_UNIT || !COUNTED_BEFORE.test(before)) continue;
    }
    figures.push({
      start,
      end,
      value: Number(digits.replaceAll(',', '')),
      unit,
      isAbout: Boolean(about ?? over ?? more),
      isInTenThousands: Boolean(ten),
    });
  }
  for (const match of matchesOf(line, IN_WORDS)) {
    const { words = '', unit = null } = match.groups ?? {};
    const start = match.index;
    const value = numberFromChinese(words);
    if (value === undefined) continue;
    figures.push({
      start,
      end: start + match[0].length,
      value,
      unit,
      isAbout: false,
      isInTenThousands: false,
    });
  }
  return figures.sort((one, other) => one.start - other.start);
}
