/** Characters of a text that is data, JSON or CSV, in which names, brackets and commas count. */
export const MAX_DATA_CHARACTERS = 5_000_000;

/** The options of readers that are limits of size. */
const LIMITS = [
  'maxBytes',
  'maxCharacters',
  'maxEntries',
  'maxPages',
  'maxRatio',
  'maxUnpackedBytes',
] as const;

/**
 * Refuses limits that would be none: nothing is larger than NaN.
 *
 * @throws
 *   RangeError, if one is given that is no number above 0.
 */
export function checkLimits(options: { readonly [Limit in (typeof LIMITS)[number]]?: unknown }): void {
  for (const name of LIMITS) {
    const limit = options[name];
    if (limit !== undefined && !(typeof limit === 'number' && limit > 0))
      throw new RangeError(`\`${name}\` is ${String(limit)}: give a number above 0.`);
  }
}
