/** The number before a heading of the form and the mark behind it, as in 一、总体情况. */
export const HEADING_NUMBER = /^(?<number>[一二三四五六七八九十]+)、/u;

/** Texts of nothing but numerals. */
const NUMERALS = /^[零〇一二三四五六七八九十百千万两]+$/u;
const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The number that Chinese numerals spell, such as `二百零三`; `undefined` if a text spells none. */
export function numberFromChinese(text: string): number | undefined {
  if (!NUMERALS.test(text)) return undefined;
  const [tenThousands, remainder, ...more] = text.replaceAll('〇', '零').replaceAll('两', '二').split('万');
  if (tenThousands === undefined || more.length > 0) return undefined;
  const upperDigits = belowTenThousand(tenThousands);
  if (remainder === undefined) return upperDigits;
  const shortDigit = DIGITS.indexOf(remainder);
  const lowerDigits =
    remainder === ''
      ? 0
      : remainder.length === 1 && shortDigit > 0
        ? shortDigit * 1000
        : belowTenThousand(remainder);
  return upperDigits === undefined || lowerDigits === undefined
    ? undefined
    : upperDigits * 10_000 + lowerDigits;
}

/** 一百二 is 120 and 一百零二 is 102: a last digit counts one unit less than the one before it. */
function belowTenThousand(text: string): number | undefined {
  if (text.length > 1 && [...text].every((character) => DIGITS.includes(character))) {
    return Number([...text].map((character) => DIGITS.indexOf(character)).join(''));
  }
  let sum = 0;
  let smallestUnit = 10_000;
  let digit: number | undefined;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.indexOf(character);
    } else {
      if (unit >= smallestUnit) return undefined;
      sum += (digit ?? (unit === 10 ? 1 : Number.NaN)) * unit;
      smallestUnit = unit;
      digit = undefined;
    }
  }
  const isShort = digit !== undefined && UNITS[text.at(-2) ?? ''] !== undefined;
  const number = sum + (digit ?? 0) * (isShort ? smallestUnit / 10 : 1);
  return text !== '' && Number.isSafeInteger(number) ? number : undefined;
}
