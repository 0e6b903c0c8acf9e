import type * as z from 'zod';

/** Problems listed one by one; the rest are counted. */
export const MAX_PROBLEMS = 500;

/**
 * The first of what zod found, each unknown key for itself, and how many more there are: of millions, only those are
 * put into words that are listed.
 *
 * @param issues
 *   What zod found.
 * @param most
 *   How many are listed.
 */
export function firstIssues(
  issues: readonly z.core.$ZodIssue[],
  most: number,
): { readonly first: readonly z.core.$ZodIssue[]; readonly rest: number } {
  const first: z.core.$ZodIssue[] = [];
  let count = 0;
  for (const issue of issues) {
    const isOfKeys = issue.code === 'unrecognized_keys';
    count += isOfKeys ? issue.keys.length : 1;
    const left = most - first.length;
    if (isOfKeys) first.push(...issue.keys.slice(0, left).map((key) => ({ ...issue, keys: [key] })));
    else if (left > 0) first.push(issue);
  }
  return { first, rest: count - first.length };
}
