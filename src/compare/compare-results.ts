import type { CheckResult } from '../check/check-result.ts';
import { mustBeResult } from '../check/must-be-result.ts';
import type { Finding } from '../rules/finding.ts';

/** How the findings changed between two checks. */
export interface ComparedResults {
  /** Found before, and no longer. */
  readonly settled: readonly Finding[];
  /** Found before and still, as they are now. */
  readonly remaining: readonly Finding[];
  /** Found now only. */
  readonly new: readonly Finding[];
}

/**
 * Compares the results of two checks of a report, such as before and after it was corrected.
 *
 * A finding is the same where its rule and its cells are, even though its figures, and its fingerprint with them,
 * are others. Where a rule objects several times to the same cells, or to none, as many are the same as both have.
 *
 * @param before
 *   Result of the first check.
 * @param after
 *   Result of the second.
 * @returns
 *   What is settled, what remains and what is new.
 * @example
 *   const { settled, remaining } = compareResults(checkReport(mistaken), checkReport(report));
 *   [settled.map(({ rule }) => rule), remaining.length]
 *   //=> [['T3-01', 'T3-03', 'NARR-01'], 0]
 */
export function compareResults(
  before: Pick<CheckResult, 'findings'>,
  after: Pick<CheckResult, 'findings'>,
): ComparedResults {
  mustBeResult(before, 'The first result');
  mustBeResult(after, 'The second result');
  const counterparts = paired(before.findings, after.findings);
  const matched = new Set(counterparts.values());
  return {
    settled: before.findings.filter((finding) => !counterparts.has(finding)),
    remaining: after.findings.filter((finding) => matched.has(finding)),
    new: after.findings.filter((finding) => !matched.has(finding)),
  };
}

/** Each finding with the one it has become: the same to the figure first, then of the same rule and cells. */
function paired(before: readonly Finding[], after: readonly Finding[]): Map<Finding, Finding> {
  const pairs = new Map<Finding, Finding>();
  const taken = new Set<Finding>();
  const sameBy: readonly ((finding: Finding) => string)[] = [
    ({ fingerprint }) => fingerprint,
    ({ rule, cells }) => [rule, ...cells].join(' '),
  ];
  for (const keyOf of sameBy) {
    const free = new Map<string, Finding[]>();
    for (const finding of after.filter((other) => !taken.has(other)).toReversed())
      free.set(keyOf(finding), [...(free.get(keyOf(finding)) ?? []), finding]);
    for (const finding of before.filter((other) => !pairs.has(other))) {
      const counterpart = free.get(keyOf(finding))?.pop();
      if (!counterpart) continue;
      pairs.set(finding, counterpart);
      taken.add(counterpart);
    }
  }
  return pairs;
}
