import { type Cell, type CellPath, cellAt } from '../../form/cells.ts';
import { type EquationInstance, equations } from '../../form/equations.ts';
import type { Form, Localized } from '../../form/vocabulary.ts';
import { rulesOf } from '../../rules/catalogue.ts';
import { fullTerm, type Relation, type Term as RelationTerm } from '../../rules/relation.ts';
import type { Rule, Severity } from '../../rules/rule.ts';
import { listed, type Position } from './formula.ts';

/** A cell in a sum: of this year or of last year, added or taken off. */
interface Term {
  readonly cell: Cell;
  readonly lastYear: boolean;
  readonly sign: 1 | -1;
}

/** A relation between two sums of cells that a workbook checks by itself. */
export interface Check {
  /** Number of the rule. */
  readonly id: string;
  readonly severity: Severity;
  readonly text: Localized;
  readonly left: readonly Term[];
  /** What it must not be. */
  readonly unless: '=' | '≤' | '≥';
  readonly right: readonly Term[];
  /** Whether it is broken beside blanks, too, where one side is more than the whole other side already. */
  readonly besideBlanks: boolean;
}

/** Where figures stand in a workbook, this year's and last year's. */
export interface Positions {
  readonly thisYear: ReadonlyMap<CellPath, Position>;
  readonly lastYear: ReadonlyMap<CellPath, Position>;
}

/** The equations of a form as checks. */
export function equationChecks(form: Form): Check[] {
  const severities = new Map(rulesOf(form.id).map(({ id, severity }) => [id, severity]));
  const thisYear = (cell: Cell): Term => ({ cell, lastYear: false, sign: 1 });
  return equations(form.id).map(({ equation, left, right }) => ({
    id: equation.id,
    severity: severities.get(equation.id) ?? 'error',
    text: equation.text,
    left: left.map(thisYear),
    unless: '=',
    right: right.map(thisYear),
    besideBlanks: true,
  }));
}

/** The rules that compare sums with last year's, as the catalogue has them. */
export function continuityChecks(form: Form, year: number | null): Check[] {
  return rulesOf(form.id)
    .filter(({ family, since }) => family === 'continuity' && (year === null || since <= year))
    .flatMap((rule) =>
      rule.instances.flatMap(({ relation }) => (relation ? [checkOf(rule, relation, form)] : [])),
    );
}

/** What must not be, where a relation has to hold. */
const SIGNS = { equal: '=', 'at-most': '≤', 'at-least': '≥' } as const;

function checkOf({ id, severity, text }: Rule, { left, is, right }: Relation, form: Form): Check {
  const terms = (sum: readonly RelationTerm[]) =>
    sum.map(fullTerm).map(({ path, lastYear, sign }) => ({ cell: cellAt(path, form.id), lastYear, sign }));
  return {
    id,
    severity,
    text,
    left: terms(left),
    unless: SIGNS[is],
    right: terms(right),
    besideBlanks: false,
  };
}

/** Which cells a form defines as a total, each by the first equation that does; the others are checks. */
export function totalsOf(form: Form): ReadonlyMap<CellPath, EquationInstance> {
  const totals = new Map<CellPath, EquationInstance>();
  for (const written of equations(form.id)) {
    const [total, second] = written.left;
    if (total && !second && !totals.has(total.path)) totals.set(total.path, written);
  }
  return totals;
}

/** The opposite of what must hold. */
const OPPOSITES = { '=': '<>', '≤': '>', '≥': '<' } as const;

/** Whether a check is broken, as a formula: never while a blank leaves that open. */
export function brokenFormula({ left, unless, right, besideBlanks }: Check, positions: Positions): string {
  const addressOf = ({ cell, lastYear }: Term) =>
    (lastYear ? positions.lastYear : positions.thisYear).get(cell.path) ?? missing(cell);
  const sum = (terms: readonly Term[]) =>
    ([1, -1] as const)
      .flatMap((sign) => {
        const termsOfSign = terms.filter((term) => term.sign === sign);
        return termsOfSign.length === 0
          ? []
          : [`${sign === 1 ? '' : '-'}SUM(${listed(termsOfSign.map(addressOf))})`];
      })
      .join('');
  const allFilled = (terms: readonly Term[]) => `COUNT(${listed(terms.map(addressOf))})=${terms.length}`;
  const [leftSum, rightSum] = [sum(left), sum(right)];
  if (besideBlanks)
    return `OR(AND(${allFilled(right)},${leftSum}>${rightSum}),AND(${allFilled(left)},${rightSum}>${leftSum}))`;
  const terms = [...left, ...right];
  const hasDecimals = terms.some(({ cell }) => cell.unit === 'wanYuan');
  const compared = hasDecimals
    ? `ROUND(${leftSum}-(${rightSum}),6)${OPPOSITES[unless]}0`
    : `${leftSum}${OPPOSITES[unless]}${rightSum}`;
  return `AND(${allFilled(terms)},${compared})`;
}

function missing({ path }: Cell): never {
  throw new Error(`The workbook has no cell for ${path}, so no formula can point to it.`);
}

/** Whether figures break a check; what a formula shows before it is worked out. */
export function isBroken(
  { left, unless, right, besideBlanks }: Check,
  figures: { readonly thisYear: FigureOf; readonly lastYear: FigureOf },
): boolean {
  const sum = (terms: readonly Term[], blank: number): number =>
    terms.reduce(
      (total, { cell, lastYear, sign }) =>
        total + sign * ((lastYear ? figures.lastYear : figures.thisYear)(cell.path) ?? blank),
      0,
    );
  if (besideBlanks) return sum(left, 0) > sum(right, Number.NaN) || sum(right, 0) > sum(left, Number.NaN);
  const off = Number((sum(left, Number.NaN) - sum(right, Number.NaN)).toFixed(6));
  if (Number.isNaN(off)) return false;
  return { '=': off !== 0, '≤': off > 0, '≥': off < 0 }[unless];
}

/** Gives the figure of a cell. */
export type FigureOf = (path: CellPath) => number | null;
