import type { AnyDraft, Block } from './report.ts';

/** A day as official documents print it: `2025年1月20日`; as it is given if that is no day. */
export function printedDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  return year === undefined ? day : `${year}年${Number(month)}月${Number(date)}日`;
}

/**
 * What official documents have at their end, a line each: the agency (署名), then the date (成文日期), if known. A date alone
 * would not say whose it is.
 */
function signatureOf({ agency, publishedOn }: Pick<AnyDraft, 'agency' | 'publishedOn'>): string[] {
  if (agency.name === null || agency.name.trim() === '') return [];
  return [agency.name, ...(publishedOn === undefined ? [] : [printedDay(publishedOn)])];
}

/** What a line of a signature says. */
export interface SignatureLine {
  readonly name?: string;
  readonly date?: string;
  /** Whether it says that the date is 成文日期. */
  readonly isLabelled?: true;
}

const LABEL = /^成文日期[:：]/u;
const SEAL = /[（(](?:公章|盖章|印章|章)[）)]$/u;
/** A date at the end, in figures or in Chinese numerals. */
const DATE =
  /(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$|20\d\d([-./])\d{1,2}\1\d{1,2}$/u;
/** Longer lines are text. */
const MAX_LENGTH = 80;

/**
 * What a line says if it is one of a signature: a date, such as `2025 年 1 月 20 日`, a name (any other text), or both; blanks,
 * which set them apart in print, and the word for a seal are left out.
 */
export function signatureLine(text: string): SignatureLine {
  if (text.length > MAX_LENGTH) return { name: text };
  const whole = text.replace(/\s+/gu, '').replace(SEAL, '');
  const bare = whole.replace(LABEL, '');
  const date = DATE.exec(bare)?.[0];
  const name = date === undefined ? bare : bare.slice(0, -date.length).replace(SEAL, '');
  return {
    ...(name === '' ? {} : { name }),
    ...(date === undefined ? {} : { date }),
    ...(bare === whole ? {} : { isLabelled: true }),
  };
}

/** Whether two names are the same, blanks aside. */
export function isSameName(one: string, other: string): boolean {
  return one.replace(/\s+/gu, '') === other.replace(/\s+/gu, '');
}

/** The signature, without what the text of the report says at its end. */
export function unprintedSignature(
  report: Pick<AnyDraft, 'agency' | 'publishedOn'>,
  blocks: readonly Block[],
): string[] {
  const lines = blocks.map(({ text }) => signatureLine(text));
  const last = lines.findLast(({ name, date }) => name !== undefined || date !== undefined);
  const agency = report.agency.name;
  const isAgency = (name: string | undefined) =>
    agency !== null && name !== undefined && isSameName(name, agency);
  // a date is the end of a signature, whoever signed
  if (last?.date !== undefined && (last.name === undefined || isAgency(last.name))) return [];
  return isAgency(last?.name) ? signatureOf(report).slice(1) : signatureOf(report);
}
