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

/** What is struck out, with a stroke through each character, so that it is shown but taken for no figure. */
export function withStroke(text: string): string {
  return text.replace(/\S/gu, '$&\u0336');
}
