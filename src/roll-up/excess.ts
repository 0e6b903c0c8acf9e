import { checkReport } from '../check/check.ts';
import type { Change } from '../diagnosis/diagnosis.ts';
import { type Cell, cells } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import type { AnyDraft } from '../report/report.ts';
import { isImpossible, partsOf } from './exact.ts';
import type { Mistake } from './mistakes.ts';
import { breakOf, equationsWith, type Sums } from './sum.ts';

/** What explains that more is known than the parent has: one mistake with a body, or figures of the parent. */
export interface ExplainedExcess {
  readonly mistakes: readonly Mistake[];
  readonly changes: readonly Change[];
}

/**
 * Explains, while members are lacking, why those that are there come to more than the parent has. What then remains for
 * the others must be possible: no figure below 0, and equations that hold as far as they did.
 *
 * Only mistakes that make the parent's figures too small can be noticed so: what was counted twice looks like the
 * figures of those that are lacking.
 *
 * @returns
 *   Single mistakes that explain all of it, and leave the fewest equations broken.
 */
export function explainExcess(
  sums: Sums,
  mistakes: readonly Mistake[],
  parent: AnyDraft,
): readonly ExplainedExcess[] {
  const { difference, edition } = sums;
  const [first, second] = cells(edition).filter((cell) => isImpossible(cell, difference[cell.position] ?? 0));
  // a figure in no equation may simply be mistyped, which nothing else shows
  if (first && !second && equationsWith(first.position, edition).length === 0) return [];
  const before = brokenBy(difference, sums);
  const possible: { readonly explained: ExplainedExcess; readonly broken: number }[] = [];
  const weigh = (explained: ExplainedExcess, added: (position: number) => number) => {
    const rest = difference.map((by, at) => (by === null ? null : by + added(at)));
    const isWhole = cells(edition).every((cell) => !isImpossible(cell, rest[cell.position] ?? 0));
    if (!isWhole) return;
    const after = brokenBy(rest, sums);
    if (after.every((by, at) => by === 0 || by === before[at]))
      possible.push({ explained, broken: after.filter((by) => by !== 0).length });
  };
  for (const mistake of mistakes)
    weigh({ mistakes: [mistake], changes: [] }, (position) => 0 - (mistake.adds[position] ?? 0));
  for (const changes of ownCorrections(parent)) {
    const by = new Map(changes.map(({ cell, from, to }) => [cell, to - (from ?? 0)]));
    const parts = ({ path, unit }: Cell) => Math.round((by.get(path) ?? 0) * partsOf(unit));
    const added = cells(edition).map(parts);
    weigh({ mistakes: [], changes }, (position) => added[position] ?? 0);
  }
  const fewest = Math.min(...possible.map(({ broken }) => broken));
  return possible.filter(({ broken }) => broken === fewest).map(({ explained }) => explained);
}

/** By how much each equation is broken; 0 where it cannot be decided. */
function brokenBy(figures: Sums['difference'], { openIn, edition }: Sums): readonly number[] {
  const known = figures.map((figure, at) => ((openIn[at] ?? []).length === 0 ? figure : null));
  return equations(edition).map((equation) => breakOf(equation, known) ?? 0);
}

/** What the parent's own equations suggest, without its members. */
function ownCorrections(parent: AnyDraft): (readonly Change[])[] {
  const { diagnoses } = checkReport(parent, { families: ['arithmetic'] });
  return diagnoses
    .flatMap(({ changes, alternatives }) => [changes, ...alternatives.map((other) => other.changes)])
    .filter((changes) => changes.every(({ from }) => from !== null));
}
