import { type CellPath, cellAt } from '../form/cells.ts';
import { editions } from '../form/editions.ts';
import { equations } from '../form/equations.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form } from '../form/vocabulary.ts';
import { continuityRules } from '../rules/continuity.ts';
import { type CheckContext, figuresOn, type RuleInstance } from '../rules/rule.ts';
import type { StatementOfReport } from '../rules/statements/report-statements.ts';
import type { Change, Explanation } from './diagnosis.ts';
import { costOf, type Slip, slipOf } from './slips.ts';
import { agreementsChanged, type StatedInText } from './stated-in-text.ts';

/** Exchanging two cells, or shifting a line, is one slip. */
const COSTS = { 'swapped-cells': 1, 'shifted-row': 1.5, 'shifted-column': 1.5 } as const;
/** What it costs if an explanation makes the report disagree with last year's. */
const COST_OF_DISAGREEING = 2;

/** What it costs if an explanation makes the report disagree with its own text; agreeing is worth as much. */
const COST_OF_CONTRADICTING_TEXT = 2;

/** Totals are the cells that an equation gives as the sum of others. */
const totals: ReadonlySet<CellPath> = new Set(
  editions
    .flatMap(({ id }) => equations(id))
    .flatMap(({ left }) => (left.length === 1 ? left.map(({ path }) => path) : [])),
);

/** Names the slip that changes undo. */
export function explanationOf(changes: readonly Change[]): Explanation {
  const [first, second] = changes;
  if (first && changes.length === 1) return { changes, kind: slip(first) };
  const exchanged = first?.from === second?.to && second?.from === first?.to;
  return { changes, kind: changes.length === 2 && exchanged ? 'swapped-cells' : 'several' };
}

function slip({ cell, from, to }: Change): Slip {
  return slipOf(to, from ?? 0, totals.has(cell));
}

/** What makes an explanation more or less plausible besides the slips. */
export interface Plausibility {
  readonly context: CheckContext;
  readonly weights: { readonly [Path in CellPath]?: number };
  readonly stated: StatedInText;
}

/** How implausible an explanation is: what its slips cost, more if it then disagrees with last year or the text. */
export function costOfExplanation(
  { changes, kind }: Explanation,
  { context, weights, stated }: Plausibility,
): number {
  const weight = (cell: CellPath) => Math.max(weights[cell] ?? 1, Number.EPSILON);
  const { lost, gained } = agreementsChanged(changes, stated, context);
  const disagreeing =
    COST_OF_DISAGREEING * disagreements(changes, context) +
    COST_OF_CONTRADICTING_TEXT * (quantitiesOf(lost) - quantitiesOf(gained));
  if (kind in COSTS) {
    const suspicion = Math.max(...changes.map(({ cell }) => weight(cell)));
    return COSTS[kind as keyof typeof COSTS] / suspicion + disagreeing;
  }
  return changes.reduce((sum, change) => sum + costOf(slip(change)) / weight(change.cell), disagreeing);
}

/** One quantity is evidence once, however often the text repeats it. */
function quantitiesOf(statements: readonly StatementOfReport[]): number {
  return new Set(statements.map(({ statement }) => statement.quantity)).size;
}

/** The relations between two years, by the cells of this year that they are about. */
const relationsByCell = oncePer((form: Form): ReadonlyMap<CellPath, readonly RuleInstance[]> => {
  const byCell = new Map<CellPath, RuleInstance[]>();
  for (const { formula, instances } of continuityRules(form)) {
    if (formula === undefined) continue;
    for (const instance of instances)
      for (const path of instance.reads) byCell.set(path, [...(byCell.get(path) ?? []), instance]);
  }
  return byCell;
});

/** How many relations to last year are broken once the changes are made. */
function disagreements(changes: readonly Change[], context: CheckContext): number {
  if (!context.previous) return 0;
  const touched = new Set(changes.flatMap(({ cell }) => relationsByCell(context.form).get(cell) ?? []));
  if (touched.size === 0) return 0;
  const figures = [...context.figures];
  for (const { cell, to } of changes) figures[cellAt(cell, context.form.id).position] = to;
  const brokenIn = (given: CheckContext) =>
    [...touched].filter((instance) => instance.check(given).some(({ verdict }) => verdict === 'broken'))
      .length;
  return brokenIn({ ...context, ...figuresOn(context.form, figures) }) - brokenIn(context);
}
