import type { Cell, CellPath } from '../form/cells.ts';
import { type EquationInstance, equations } from '../form/equations.ts';
import type { Equation, Form } from '../form/vocabulary.ts';
import { defineRule } from './define-rule.ts';
import type { Relation } from './relation.ts';
import type { CheckContext, Outcome, Rule, RuleScope } from './rule.ts';
import { wording } from './wording.ts';

/** What the numbers of the equations begin with. */
const SCOPES: Readonly<Record<string, RuleScope>> = { T2: 'table2', T3: 'table3', T4: 'table4' };

/** One rule for each equation of the form; it holds in every row or column the form says it holds in. */
export function arithmeticRules(form: Form): readonly Rule[] {
  return distinct(equations(form.id)).map((equation) =>
    ruleOf(
      equation,
      equations(form.id).filter((place) => place.equation.id === equation.id),
      form,
    ),
  );
}

function ruleOf(equation: Equation, places: readonly EquationInstance[], { firstYear }: Form): Rule {
  return defineRule({
    id: equation.id,
    family: 'arithmetic',
    scope: SCOPES[equation.id.slice(0, 2)] ?? 'tables',
    since: firstYear,
    severity: 'error',
    text: equation.text,
    formula: formulaOf(places),
    authority: equation.authority,
    instances: places.map((place) => ({
      relation: relationOf(place),
      reads: [...place.left, ...place.right].map(({ path }) => path),
      check: (context) => outcomeOf(place, context),
    })),
  });
}

/** An equation as a relation. Its check is its own: it sees what is broken beside a blank. */
function relationOf({ equation, left, right }: EquationInstance): Relation {
  return { left: terms(left, equation), is: 'equal', right: terms(right, equation) };
}

function terms(cells: readonly Cell[], { id }: Equation): [CellPath, ...CellPath[]] {
  const [first, ...others] = cells.map(({ path }) => path);
  if (first === undefined) throw new Error(`Equation ${id} has a side without cells.`);
  return [first, ...others];
}

/** An equation over names of cells: that of its only place, or that of all places, with `*` for where they differ. */
function formulaOf(places: readonly EquationInstance[]): string {
  const [first] = places;
  if (!first) return '';
  const term = ({ tableId, row, column }: Cell): string => {
    const [at, of] = first.along === 'rows' ? [row.id, '*'] : ['*', column.id];
    return places.length === 1 ? `${tableId}.${row.id}.${column.id}` : `${tableId}.${at}.${of}`;
  };
  return `${first.left.map(term).join(' + ')} = ${first.right.map(term).join(' + ')}`;
}

function distinct(places: readonly EquationInstance[]): Equation[] {
  return [...new Map(places.map(({ equation }) => [equation.id, equation])).values()];
}

function outcomeOf(place: EquationInstance, context: CheckContext): Outcome[] {
  const { figures, printed } = context;
  const left = sumOf(place.left, figures);
  const right = sumOf(place.right, figures);
  if (left !== undefined && left === right) return [];
  if (left !== undefined && right !== undefined) return [brokenIn(place, context, { left, right }, [])];
  const blank = [...place.left, ...place.right].filter((cell) => !isKnown(figures[cell.position]));
  return [
    alreadyBroken(place, context, blank) ?? {
      verdict: 'undecided',
      cells: blank.map(({ path }) => path),
      message: (locale) => wording.undecided(place, { cells: blank, printed })[locale],
    },
  ];
}

/** Blanks on one side, of which the rest is more than the whole other side, since no count is less than 0. */
function alreadyBroken(
  place: EquationInstance,
  context: CheckContext,
  blank: readonly Cell[],
): Outcome | undefined {
  const { figures } = context;
  const isBlank = (cell: Cell) => blank.includes(cell);
  const blankSide = place.left.some(isBlank) ? 'left' : 'right';
  const fullSide = blankSide === 'left' ? 'right' : 'left';
  const all = [...place.left, ...place.right].map(({ position }) => figures[position] ?? 0);
  if (place[fullSide].some(isBlank) || all.some((figure) => figure < 0 || !isKnown(figure))) return undefined;
  const knownPlace = { ...place, [blankSide]: place[blankSide].filter((cell) => !isBlank(cell)) };
  const sums = { left: sumOf(knownPlace.left, figures) ?? 0, right: sumOf(knownPlace.right, figures) ?? 0 };
  if (sums[blankSide] <= sums[fullSide]) return undefined;
  return { ...brokenIn(knownPlace, context, sums, blank), cells: cellsOf(place) };
}

function brokenIn(
  place: EquationInstance,
  { figures, printed }: CheckContext,
  { left, right }: { readonly left: number | bigint; readonly right: number | bigint },
  blank: readonly Cell[],
): Outcome & { readonly verdict: 'broken' } {
  const sums = {
    left: Number(left),
    right: Number(right),
    difference: Number(BigInt(left) - BigInt(right)),
  };
  return {
    verdict: 'broken',
    cells: cellsOf(place),
    actual: sums.left,
    expected: sums.right,
    difference: sums.difference,
    message: (locale) =>
      wording.unequal(place, (cell) => figures[cell.position] ?? 0, sums, { cells: blank, printed })[locale],
  };
}

function cellsOf({ left, right }: EquationInstance): CellPath[] {
  return [...left, ...right].map(({ path }) => path);
}

/**
 * Adds counts up exactly: as a `bigint` where a number would round. `undefined` if one of them is not
 * known, or is no whole number at all, which CELL-01 tells.
 */
function sumOf(terms: readonly Cell[], figures: readonly (number | null)[]): number | bigint | undefined {
  let sum = 0;
  for (const { position } of terms) {
    const figure = figures[position];
    if (!isKnown(figure)) return undefined;
    sum += figure;
  }
  if (Number.isSafeInteger(sum)) return sum;
  return terms.reduce((total, { position }) => total + BigInt(figures[position] ?? 0), 0n);
}

function isKnown(figure: number | null | undefined): figure is number {
  return Number.isInteger(figure);
}
