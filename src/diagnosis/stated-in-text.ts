import { type CellPath, cellsByPath } from '../form/cells.ts';
import type { CheckContext } from '../rules/rule.ts';
import type { Candidate } from '../rules/statements/index.ts';
import { type StatementOfReport, statementsOf } from '../rules/statements/report-statements.ts';
import type { Change } from './diagnosis.ts';

/** What the text states of the cells, by cell. */
export type StatedInText = ReadonlyMap<CellPath, readonly StatementOfReport[]>;

/** The statements of the text that are evidence of figures: those whose wording settles what is meant. */
export function statedInText({ report, phrases }: CheckContext): StatedInText {
  const byCell = new Map<CellPath, StatementOfReport[]>();
  for (const said of statementsOf(report, phrases)) {
    if (said.statement.isLoose) continue;
    const cells = new Set(said.statement.candidates.flatMap(cellsOf));
    for (const cell of cells) byCell.set(cell, [...(byCell.get(cell) ?? []), said]);
  }
  return byCell;
}

/** The statements that agree with the tables only before changes are made, and only after. */
export function agreementsChanged(
  changes: readonly Change[],
  stated: StatedInText,
  context: CheckContext,
): { readonly lost: readonly StatementOfReport[]; readonly gained: readonly StatementOfReport[] } {
  const touched = [...new Set(changes.flatMap(({ cell }) => stated.get(cell) ?? []))];
  const changed = new Map(changes.map(({ cell, to }) => [cell, to]));
  const known = cellsByPath(context.form.id);
  const before = (path: CellPath) => {
    const cell = known.get(path);
    return cell === undefined ? null : (context.figures[cell.position] ?? null);
  };
  const after = (path: CellPath) => changed.get(path) ?? before(path);
  return {
    lost: touched.filter((said) => agrees(said, before) && !agrees(said, after)),
    gained: touched.filter((said) => !agrees(said, before) && agrees(said, after)),
  };
}

function agrees({ statement }: StatementOfReport, figureOf: (path: CellPath) => number | null): boolean {
  const sum = (paths: readonly CellPath[]) =>
    paths.reduce<number | null>((total, path) => {
      const figure = figureOf(path);
      return total === null || figure === null ? null : total + figure;
    }, 0);
  return statement.candidates.some(({ plus, minus = [], ifZero = [] }) => {
    const [added, taken, rest] = [sum(plus), sum(minus), sum(ifZero)];
    return added !== null && taken !== null && rest === 0 && added - taken === statement.value;
  });
}

function cellsOf({ plus, minus = [], ifZero = [] }: Candidate): CellPath[] {
  return [...plus, ...minus, ...ifZero];
}
