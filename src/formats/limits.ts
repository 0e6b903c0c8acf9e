import { mustBeAboveZero } from '../form/options.ts';

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

/** Refuses limits that would be none: nothing is larger than NaN. */
export function checkLimits(options: { readonly [Limit in (typeof LIMITS)[number]]?: unknown }): void {
  for (const name of LIMITS) mustBeAboveZero(name, options[name]);
}
