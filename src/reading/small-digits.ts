/** Raised and lowered digits as plain text has them. */
const SMALL = { raised: '⁰¹²³⁴⁵⁶⁷⁸⁹', lowered: '₀₁₂₃₄₅₆₇₈₉' } as const;

/**
 * Puts the digits of a text as small ones: marks of notes, and no part of the figure that they stand beside.
 *
 * @example
 *   withSmallDigits('[1]', 'raised');
 *   //=> '[¹]'
 */
export function withSmallDigits(text: string, how: keyof typeof SMALL): string {
  return text.replace(/\d/gu, (digit) => SMALL[how][Number(digit)] ?? '');
}
