import type { Quantity } from './quantities.ts';
import type { StatementOfReport } from './report-statements.ts';

/** Figures of the text that do not add up among themselves. */
export interface Inconsistency {
  readonly kind: 'balance' | 'outcomes' | 'disputes';
  readonly left: readonly StatementOfReport[];
  readonly right: readonly StatementOfReport[];
  /** What the right side less its last statements comes to, where these are taken off. */
  readonly isLess: boolean;
  readonly leftSum: number;
  readonly rightSum: number;
}

const OUTCOMES: readonly Quantity[] = [
  'granted',
  'partiallyGranted',
  'grantedInWholeOrPart',
  'denied',
  'unavailable',
  'notProcessed',
  'handledOtherwise',
];
/** With fewer kinds of outcomes the text need not list them all. */
const MIN_OUTCOMES = 4;
const PARTS = ['Upheld', 'Corrected', 'Otherwise', 'Pending'] as const;

/** Where the text contradicts itself; only figures that it gives once, or always the same, are taken. */
export function inconsistenciesIn(statements: readonly StatementOfReport[]): Inconsistency[] {
  const firm = statements.filter(({ statement }) => !statement.isLoose);
  const the = (quantity: Quantity): StatementOfReport | undefined => {
    const all = firm.filter(({ statement }) => statement.quantity === quantity);
    return new Set(all.map(({ statement }) => statement.value)).size === 1 ? all[0] : undefined;
  };
  const has = (quantity: Quantity) => firm.some(({ statement }) => statement.quantity === quantity);
  const found: Inconsistency[] = [];
  const inflow = inflowOf(the, has);
  const [answered, forward] = [the('answered'), the('carriedForward')];
  if (inflow && answered && forward) {
    const [total, outflow] = [sumOf(inflow), sumOf([answered, forward])];
    const [first] = inflow;
    // what was received may already include what was carried over, and what was answered may leave it out
    const over = inflow.length === 1 ? (the('carriedOver')?.statement.value ?? 0) : 0;
    const given = first?.statement.quantity === 'newlyReceived' ? total : first?.statement.value;
    const isEither = [total, given, total - over].includes(outflow);
    if (!isEither)
      found.push({
        kind: 'balance',
        left: inflow,
        right: [answered, forward],
        isLess: false,
        leftSum: total,
        rightSum: outflow,
      });
  }
  const [both, over] = [the('receivedAndCarriedOver'), the('carriedOver')];
  const received = the('newlyReceived') ?? (has('newlyReceived') ? undefined : the('received'));
  if (both && over && received) {
    const added = sumOf([received, over]);
    if (added !== both.statement.value && received.statement.value !== both.statement.value)
      found.push({
        kind: 'balance',
        left: [received, over],
        right: [both],
        isLess: false,
        leftSum: added,
        rightSum: both.statement.value,
      });
  }
  const outcomes = OUTCOMES.map(the).filter((each) => each !== undefined);
  const isListed = outcomes.length >= MIN_OUTCOMES && OUTCOMES.every((each) => !has(each) || the(each));
  if (isListed && (answered || (inflow && forward))) {
    const added = sumOf(outcomes);
    const wholes = [
      ...(answered ? [answered.statement.value] : []),
      ...(inflow && forward
        ? [sumOf(inflow), inflow[0]?.statement.value ?? 0].map((whole) => whole - forward.statement.value)
        : []),
    ];
    if (!wholes.includes(added))
      found.push({
        kind: 'outcomes',
        left: outcomes,
        right: answered ? [answered] : [...(inflow ?? []), ...(forward ? [forward] : [])],
        isLess: !answered,
        leftSum: added,
        rightSum: wholes[0] ?? 0,
      });
  }
  for (const owner of ['reconsiderations', 'litigation'] as const) {
    const total = the(owner);
    const parts = PARTS.map((part) => the(`${owner}${part}`)).filter((each) => each !== undefined);
    const figures = parts.filter(({ statement }) => statement.kind === 'figure');
    if (total?.statement.kind !== 'figure' || figures.length === 0) continue;
    const added = sumOf(figures);
    const isOff =
      added > total.statement.value || (figures.length === PARTS.length && added !== total.statement.value);
    if (isOff)
      found.push({
        kind: 'disputes',
        left: figures,
        right: [total],
        isLess: false,
        leftSum: added,
        rightSum: total.statement.value,
      });
  }
  return found;
}

function inflowOf(
  the: (quantity: Quantity) => StatementOfReport | undefined,
  has: (quantity: Quantity) => boolean,
): readonly StatementOfReport[] | undefined {
  const all = the('receivedAndCarriedOver');
  if (all) return [all];
  if (has('receivedAndCarriedOver')) return undefined;
  const received = the('newlyReceived') ?? (has('newlyReceived') ? undefined : the('received'));
  if (!received) return undefined;
  const over = the('carriedOver');
  if (over) return [received, over];
  return has('carriedOver') ? undefined : [received];
}

/** What statements come to together. */
export function sumOf(statements: readonly StatementOfReport[]): number {
  return statements.reduce((sum, { statement }) => sum + statement.value, 0);
}
