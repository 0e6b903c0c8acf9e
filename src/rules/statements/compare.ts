import { cellsByPath } from '../../form/cells.ts';
import type { CheckContext } from '../rule.ts';
import type { Candidate, Quantity } from './quantities.ts';
import { type StatementOfReport, statementsOf } from './report-statements.ts';

/** What a comparison looks at. */
export type ComparedContext = Pick<CheckContext, 'report' | 'form' | 'figures' | 'phrases'>;

/** A sum of cells that a figure might state, worked out; `null` where a cell of it is not known. */
export interface Sum {
  readonly candidate: Candidate;
  readonly value: number | null;
}

/** A statement beside the table. */
export interface Comparison extends StatementOfReport {
  readonly sums: readonly Sum[];
  /**
   * `agrees` with a sum; `contradicts` all of them; `unknown` where a cell is missing or the words are loose; `part` of a
   * quantity that another statement gives right; `settled` if it is the total without the cases pending.
   */
  readonly verdict: 'agrees' | 'contradicts' | 'unknown' | 'part' | 'settled';
}

/** Words for one thing: where one of them agrees, the others are about parts of it. */
const SAME: Partial<Record<Quantity, Quantity>> = {
  newlyReceived: 'received',
  receivedAndCarriedOver: 'received',
  handled: 'received',
};
/** Quantities of which every figure is compared by itself, though there are several. */
const COMPARED_SINGLY: readonly Quantity[] = [
  'received',
  'newlyReceived',
  'receivedAndCarriedOver',
  'handled',
  'answered',
  'carriedOver',
];
const PENDING: Partial<Record<Quantity, Quantity>> = {
  reconsiderations: 'reconsiderationsPending',
  litigation: 'litigationPending',
};

/** Compares everything the text states with the tables. */
export function comparisonsOf(context: ComparedContext): Comparison[] {
  const { report, phrases } = context;
  const all = statementsOf(report, phrases).filter(({ statement }) => statement.candidates.length > 0);
  const values = new Map<string, Set<number>>();
  for (const { statement } of all) {
    const key = keyOf(statement);
    values.set(key, (values.get(key) ?? new Set()).add(statement.value));
  }
  const compared = all.map((each) => compare(each, [...(values.get(keyOf(each.statement)) ?? [])], context));
  const agreeing = new Set(
    compared.filter(({ verdict }) => verdict === 'agrees').map(({ statement }) => sameOf(statement.quantity)),
  );
  return compared.map((each) => {
    const { verdict, statement } = each;
    const isPart =
      verdict === 'contradicts' && statement.value !== 0 && agreeing.has(sameOf(statement.quantity));
    return isPart ? { ...each, verdict: 'part' } : each;
  });
}

function compare(each: StatementOfReport, values: readonly number[], context: ComparedContext): Comparison {
  const { statement } = each;
  const { candidates, value, quantity } = statement;
  const sums = candidates.flatMap((candidate): Sum[] => {
    const rest = sumOf(context, candidate.ifZero ?? []);
    if (rest !== 0 && rest !== null) return [];
    return [{ candidate, value: rest === null ? null : candidateValue(context, candidate) }];
  });
  const result = (verdict: Comparison['verdict']): Comparison => ({ ...each, sums, verdict });
  const equals = (figure: number) => sums.some((sum) => sum.value === figure);
  if (equals(value)) return result('agrees');
  const added = values.reduce((sum, one) => sum + one, 0);
  if (values.length > 1) {
    if (equals(added)) return result('agrees');
    if (!COMPARED_SINGLY.includes(quantity)) return result('unknown');
  }
  if (sums.some((sum) => sum.value === null)) return result('unknown');
  const isPublished = quantity === 'normativeDocumentsIssued' || quantity === 'rulesIssued';
  if (statement.isLoose && !isPublished) return result('unknown');
  return result(isWithoutPending(value, quantity, context) ? 'settled' : 'contradicts');
}

/** Whether a figure is the total of disputes without those that are pending. */
function isWithoutPending(value: number, quantity: Quantity, context: ComparedContext): boolean {
  if (PENDING[quantity] === undefined) return false;
  const blocks =
    quantity === 'litigation'
      ? (['directLitigation', 'litigationAfterReconsideration'] as const)
      : (['reconsideration'] as const);
  const total = sumOf(
    context,
    blocks.map((block) => `disputes.${block}.total` as const),
  );
  const pending = sumOf(
    context,
    blocks.map((block) => `disputes.${block}.pending` as const),
  );
  return total !== null && pending !== null && pending > 0 && value === total - pending;
}

/** A sum of cells; `null` if one is not known, or not in the edition. */
export function sumOf({ form, figures }: ComparedContext, paths: readonly string[]): number | null {
  const known = cellsByPath(form.id);
  let sum = 0;
  for (const path of paths) {
    const cell = known.get(path);
    const figure = cell && figures[cell.position];
    if (figure === undefined || figure === null) return null;
    sum += figure;
  }
  return sum;
}

function candidateValue(context: ComparedContext, { plus, minus = [] }: Candidate): number | null {
  const [added, taken] = [sumOf(context, plus), sumOf(context, minus)];
  return added === null || taken === null ? null : added - taken;
}

function sameOf(quantity: Quantity): Quantity {
  return SAME[quantity] ?? quantity;
}

function keyOf({ quantity, kind }: StatementOfReport['statement']): string {
  return `${quantity} ${kind === 'figure'}`;
}
