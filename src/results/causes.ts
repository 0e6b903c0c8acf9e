import type { CellPath } from '../form/cells.ts';
import { figureAt } from '../report/figures.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';
import { type CheckedReport, unsettled } from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import type { ResultWords } from './words.ts';

/** A cell that a cause is about. */
interface CauseCell {
  readonly cell: CellPath;
  readonly now: number | null;
  /** `null` where nobody can say. */
  readonly shouldBe: number | null;
}

/** One thing to be put right or looked at, whatever the number of rules that object. */
export interface Cause {
  readonly kind: Severity | 'undecided' | 'waived';
  /** The cells to be changed, or the ones it is about. */
  readonly cells: readonly CauseCell[];
  /** What is wrong, a line an objection. */
  readonly messages: readonly string[];
  readonly rules: readonly string[];
  readonly citations: readonly string[];
}

/** Objections that are written out; the rest is counted. */
const MAX_MESSAGES = 3;

/**
 * What there is to say of a report, a cause once: what to change, with all that it settles; what else was found, the most
 * severe first; what could not be decided, a reason once; and what was waived.
 */
export function causesOf(checked: CheckedReport, say: ResultWords): Cause[] {
  const { report, result } = checked;
  const changes = result.diagnoses.map(({ changes, settles, candidates }): Cause => {
    const messages = settles.slice(0, MAX_MESSAGES).map(({ message }) => message);
    const more = settles.length - messages.length;
    return {
      kind: SEVERITIES.find((each) => settles.some(({ severity }) => severity === each)) ?? 'error',
      cells: changes.map(({ cell, from, to }) => ({ cell, now: from, shouldBe: to })),
      messages: [
        ...messages,
        ...(more > 0 ? [say.andMore(more)] : []),
        ...(candidates > 1 ? [say.otherWays(candidates - 1)] : []),
      ],
      rules: distinct(settles.map(({ rule }) => rule)),
      citations: distinct(settles.map(({ authority }) => authority.citation)),
    };
  });
  const found = unsettled(result).map((finding): Cause => {
    const { severity, cells, span, expected, message, rule, authority, waived } = finding;
    // where the text says otherwise, nobody knows which of both is wrong
    const isSure = severity === 'error' && cells.length === 1 && span === undefined;
    return {
      kind: waived ? 'waived' : severity,
      cells: cells.map((path) => ({
        cell: path,
        now: figureAt(report, path),
        shouldBe: isSure ? expected : null,
      })),
      messages: [`${message}${waived ? say.waived(waived.reason) : ''}`],
      rules: [rule],
      citations: [authority.citation],
    };
  });
  const open = [
    ...undecidedReasons(checked, 'reviewer', say).shown,
    ...result.failedRules.map(({ rule, message }) => ({ rules: [rule], message })),
  ].map(
    ({ rules, message }): Cause => ({
      kind: 'undecided',
      cells: [],
      messages: [message],
      rules,
      citations: [],
    }),
  );
  const causes = [...changes, ...found, ...open];
  return KINDS.flatMap((kind) => causes.filter((cause) => cause.kind === kind));
}

const KINDS: readonly Cause['kind'][] = [...SEVERITIES, 'undecided', 'waived'];

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
