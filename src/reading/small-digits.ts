/** Raised and lowered digits as plain text has them. */
const SMALL = { raised: '⁰¹²³⁴⁵⁶⁷⁸⁹', lowered: '₀₁₂₃₄₅₆₇₈₉' } as const;

/**
 * Turns digits into raised or lowered ones: note marks, which are no part of the figure beside them.
 *
 * @example
 *   withSmallDigits('[1]', 'raised');
 *   //=> '[¹]'
 */
export function withSmallDigits(text: string, position: keyof typeof SMALL): string {
  return text.replace(/\d/gu, (digit) => SMALL[position][Number(digit)] ?? '');
}

/** Puts a stroke through each character of deleted text, so that it is shown but not read as a figure. */
export function withStroke(text: string): string {
  return text.replace(/\S/gu, '$&\u0336');
}
