import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { CellPath } from '../form/cells.ts';
import { figureAt } from '../report/figures.ts';
import type { CitedAuthority, Finding } from '../rules/finding.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';
import { type CheckedReport, unsettled } from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import type { ResultWords } from './words.ts';

/** A cell that a cause is about. */
interface CauseCell {
  readonly cell: CellPath;
  readonly now: number | null;
  /** What the source has there instead of a figure, as in a `Change`. */
  readonly printed?: string;
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
  /** Why it has to be so, each once. */
  readonly authorities: readonly CitedAuthority[];
  /** How many other corrections are as likely. */
  readonly otherWays: number;
  /** The findings it comes of; none of what could not be decided. */
  readonly findings: readonly Finding[];
}

/** Objections that are written out; the rest is counted. */
const MAX_MESSAGES = 3;

/**
 * What there is to say of a report, a cause once: what to change, with all that it settles; what else was found, the most
 * severe first; what could not be decided, a reason once; and what was waived.
 */
export function causesOf(checked: CheckedReport, say: ResultWords): Cause[] {
  const { result } = checked;
  const left = unsettled(result);
  const changes = result.diagnoses.map((diagnosis): Cause => {
    const settled = [...diagnosis.settles, ...left.filter((finding) => isFilledBy(finding, diagnosis))];
    const messages = settled.slice(0, MAX_MESSAGES).map(({ message }) => message);
    const more = settled.length - messages.length;
    return {
      kind: SEVERITIES.find((each) => settled.some(({ severity }) => severity === each)) ?? 'error',
      cells: diagnosis.changes.map(({ from, to, ...change }) => ({ ...change, now: from, shouldBe: to })),
      messages: [
        ...(messages.length > 0 ? messages : [diagnosis.message]),
        ...(more > 0 ? [say.andMore(more)] : []),
      ],
      rules: distinct(settled.map(({ rule }) => rule)),
      authorities: settled
        .map(({ authority }) => authority)
        .filter(({ citation }, at, all) => all.findIndex((other) => other.citation === citation) === at),
      otherWays: diagnosis.candidates - 1,
      findings: settled,
    };
  });
  return byKind([...changes, ...besides(checked, say)]);
}

/** What there is to say of a report besides what its diagnoses change and settle, a cause once, the most severe first. */
export function causesBesides(checked: CheckedReport, say: ResultWords): Cause[] {
  return byKind(besides(checked, say));
}

function besides(checked: CheckedReport, say: ResultWords): Cause[] {
  const { report, printed = {}, result } = checked;
  const left = unsettled(result);
  const others = left.filter(
    (finding) => !result.diagnoses.some((diagnosis) => isFilledBy(finding, diagnosis)),
  );
  const found = others.map((finding): Cause => {
    const { severity, cells, span, expected, message, rule, authority, waived } = finding;
    // where the text says otherwise, nobody knows which of both is wrong
    const isSure = severity === 'error' && cells.length === 1 && span === undefined;
    return {
      kind: waived ? 'waived' : severity,
      cells: cells.map((path) => {
        const [now, instead] = [figureAt(report, path), printed[path]];
        return {
          cell: path,
          now,
          ...(now === null && instead !== undefined ? { printed: instead } : {}),
          shouldBe: isSure ? expected : null,
        };
      }),
      messages: [`${message}${waived ? say.waived(waived.reason) : ''}`],
      rules: [rule],
      authorities: [authority],
      otherWays: 0,
      findings: [finding],
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
      authorities: [],
      otherWays: 0,
      findings: [],
    }),
  );
  return [...byRow(found, say), ...open];
}

function byKind(causes: readonly Cause[]): Cause[] {
  return KINDS.flatMap((kind) => causes.filter((cause) => cause.kind === kind));
}

/** What one rule objects to in cells of one row, each by itself, is one thing to put right. */
function byRow(causes: readonly Cause[], say: ResultWords): Cause[] {
  const rowOf = ({ kind, rules, cells: [only, another] }: Cause) =>
    only && !another && kind !== 'waived'
      ? [kind, ...rules, only.cell.slice(0, only.cell.lastIndexOf('.'))].join(' ')
      : undefined;
  const rows = new Map<string | Cause, Cause[]>();
  for (const cause of causes) {
    const row = rowOf(cause) ?? cause;
    rows.set(row, [...(rows.get(row) ?? []), cause]);
  }
  return [...rows.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const messages = [first, ...others].flatMap((cause) => cause.messages);
    const more = messages.length - MAX_MESSAGES;
    return {
      ...first,
      cells: [first, ...others].flatMap((cause) => cause.cells),
      findings: [first, ...others].flatMap((cause) => cause.findings),
      messages: [...messages.slice(0, MAX_MESSAGES), ...(more > 0 ? [say.andMore(more)] : [])],
    };
  });
}

/** Whether a finding is about blanks alone, and a diagnosis says what belongs in each of them. */
function isFilledBy({ cells }: Finding, { changes }: Diagnosis): boolean {
  return (
    cells.length > 0 &&
    cells.every((path) => changes.some(({ cell, from }) => cell === path && from === null))
  );
}

const KINDS: readonly Cause['kind'][] = [...SEVERITIES, 'undecided', 'waived'];

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
