/** How a figure came to be wrong, as far as the two numbers tell. */
export type Slip =
  | 'total-left-at-zero'
  | 'swapped-digits'
  | 'mistyped-digit'
  | 'dropped-digit'
  | 'extra-digit'
  | 'shifted-decimal'
  | 'cut-at-thousands'
  | 'stale-total'
  | 'left-at-zero'
  | 'other';

/** What each slip costs; the cheapest explanation is reported first. */
const COSTS: Readonly<Record<Slip, number>> = {
  'total-left-at-zero': 1,
  'swapped-digits': 1.1,
  'mistyped-digit': 1.2,
  'dropped-digit': 1.4,
  'extra-digit': 1.4,
  'shifted-decimal': 1.5,
  'cut-at-thousands': 1.6,
  'left-at-zero': 2,
  'stale-total': 2.5,
  other: 3,
};

/**
 * Names the slip that turns one number into another.
 *
 * @param intended
 *   What should stand there.
 * @param printed
 *   The present figure.
 * @param isTotal
 *   Whether the cell is a total.
 */
export function slipOf(intended: number, printed: number, isTotal: boolean): Slip {
  const [right, wrong] = [String(intended), String(printed)];
  if (printed === 0)
    return isTotal ? 'total-left-at-zero' : right.length === 1 ? 'mistyped-digit' : 'left-at-zero';
  if (right.length === wrong.length) {
    const differing = [...right].flatMap((digit, index) => (digit === wrong[index] ? [] : [index]));
    const [first = 0, second = 0] = differing;
    if (differing.length === 1) return 'mistyped-digit';
    const swapped = right[first] === wrong[second] && right[second] === wrong[first];
    if (differing.length === 2 && second === first + 1 && swapped) return 'swapped-digits';
    return isTotal ? 'stale-total' : 'other';
  }
  if (isWithoutOneDigit(right, wrong)) return 'dropped-digit';
  if (isWithoutOneDigit(wrong, right)) return 'extra-digit';
  const [longer, shorter] = right.length > wrong.length ? [right, wrong] : [wrong, right];
  if (longer === shorter + '0'.repeat(longer.length - shorter.length)) return 'shifted-decimal';
  if (isPartBetweenSeparators(right, wrong)) return 'cut-at-thousands';
  return isTotal ? 'stale-total' : 'other';
}

/** What a slip costs in the ranking of explanations. */
export function costOf(slip: Slip): number {
  return COSTS[slip];
}

/** Whether the shorter number is the longer one with one digit left out. */
function isWithoutOneDigit(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let index = 0;
  while (index < shorter.length && longer[index] === shorter[index]) index += 1;
  return longer.slice(index + 1) === shorter.slice(index);
}

/** Whether a number is what is left of another, such as 13,612, when it is cut at a thousands separator. */
function isPartBetweenSeparators(whole: string, part: string): boolean {
  const first = whole.length % 3 || 3;
  const groups = [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/gu) ?? [])];
  for (let cut = 1; cut < groups.length; cut += 1) {
    if (part === groups.slice(0, cut).join('')) return true;
    if (part === String(Number(groups.slice(cut).join('')))) return true;
  }
  return false;
}
