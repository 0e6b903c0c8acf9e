import type { AnyDraft, Block } from './report.ts';

/** A day as official documents print it: `2025年1月20日`; as it is given if that is no day. */
export function printedDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  return year === undefined ? day : `${year}年${Number(month)}月${Number(date)}日`;
}

/**
 * What official documents have at their end: the agency (署名), then the date (成文日期).
 *
 * @param report
 *   Report or draft.
 * @returns
 *   A line each; what is not known is left out.
 * @example
 *   signatureOf({ ...report, publishedOn: '2025-01-20' })
 *   //=> ['淮安市人民政府', '2025年1月20日']
 */
export function signatureOf({ agency, publishedOn }: Pick<AnyDraft, 'agency' | 'publishedOn'>): string[] {
  return [
    ...(agency.name === null || agency.name.trim() === '' ? [] : [agency.name]),
    ...(publishedOn === undefined ? [] : [printedDay(publishedOn)]),
  ];
}

/** A date that stands alone, in figures or in Chinese numerals. */
const DATE =
  /^(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;

/** Whether a text is a date and nothing else, such as `2025 年 1 月 20 日`. */
export function isDate(text: string): boolean {
  return text.length <= MAX_DATE_LENGTH && DATE.test(text.replace(/\s+/gu, ''));
}

const MAX_DATE_LENGTH = 40;
/** So many of the last blocks may belong to a signature, with a seal or remark behind it. */
const MAX_BLOCKS = 3;

/** Whether the text of a report ends in a signature of its own. */
export function isSigned({ agency }: Pick<AnyDraft, 'agency'>, lastBlocks: readonly Block[]): boolean {
  return lastBlocks
    .slice(-MAX_BLOCKS)
    .some(({ text }) => isDate(text) || (agency.name !== null && isSame(text, agency.name)));
}

/** Whether two names are the same, blanks aside, which set them apart in print. */
export function isSame(text: string, name: string): boolean {
  return text.replace(/\s+/gu, '') === name.replace(/\s+/gu, '');
}
