import { form2021 } from '../form/2021.ts';
import { type Cell, type CellPath, cells } from '../form/cells.ts';
import { equations, type WrittenEquation } from '../form/equations.ts';
import type { Locale } from '../form/table.ts';
import { fromFigures, toFigures } from '../report/figures.ts';
import type { Draft } from '../report/report.ts';
import type { Finding } from './finding.ts';
import { costOf, type Slip, slipOf } from './plausibility.ts';
import { eliminated, type SparseSolution, sparsest } from './sparse.ts';
import { wordings } from './wording.ts';

/** A figure to be corrected. Plain JSON. */
export interface Change {
  /** The cell. */
  readonly cell: CellPath;
  /** What stands there. */
  readonly from: number;
  /** What it should be. */
  readonly to: number;
}

/** How the figures came to be wrong: a slip with one figure, two cells exchanged, or several slips. */
export type DiagnosisKind = Slip | 'swapped-cells' | 'several';

/** Changes that together make the equations hold. Plain JSON. */
export interface Explanation {
  /** As few changes as possible. */
  readonly changes: readonly Change[];
  /** What sort of slip they undo. */
  readonly kind: DiagnosisKind;
}

/** The most plausible cause of findings. Plain JSON. */
export interface Diagnosis extends Explanation {
  /** The findings that the changes settle. */
  readonly settles: readonly Finding[];
  /** Other explanations with as few changes, the most plausible first. */
  readonly alternatives: readonly Explanation[];
  /** Whether no other explanation has as few changes. */
  readonly unique: boolean;
  /** Whether all explanations were searched; if not, this is the best that was found. */
  readonly exact: boolean;
  /** Which cell to change to what, for the clerk. */
  readonly message: string;
}

/** Options of `diagnose`. */
export interface DiagnoseOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale;
  /** Cells that are known to be right and must not be changed. */
  readonly locked?: readonly CellPath[];
}

/** Wrong cells are searched exactly up to this many in one part of the tables. */
const LARGEST = 4;
/** So many alternatives are told. */
const MOST_ALTERNATIVES = 100;
/** Beyond this, sums of a table are no longer exact in floating point. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER / 64;

/**
 * Finds the fewest figures that have to be changed so that all equations hold.
 *
 * Searches exactly up to four wrong figures in each part of the tables that hangs together (table 3,
 * and each block of table 4), counts staying 0 or more. Explanations of the same size are ranked by how
 * people err: a total left at 0, digits swapped, mistyped, dropped or doubled, cells exchanged. Never
 * changes anything itself.
 *
 * @param report
 *   Report or draft; blanks are left open.
 * @param findings
 *   Findings of the equations, as `checkReport` gives them; they are grouped under their cause.
 * @param options
 *   Language; cells that must not be changed.
 * @returns
 *   One diagnosis a cause, in the order of the form; none if everything adds up.
 * @example
 *   diagnose(report, checkReport(report).findings)[0]?.changes
 *   //=> [{ cell: 'applications.newlyReceived.total', from: 3191, to: 3119 }]
 */
export function diagnose(
  report: Draft,
  findings: readonly Finding[],
  { locale = 'zh-CN', locked = [] }: DiagnoseOptions = {},
): Diagnosis[] {
  const figures = toFigures(report);
  const fixed = new Set(locked);
  return parts().flatMap((part) => {
    const search = searched(part, figures, fixed);
    return search ? causesOf(part, search, figures, findings, locale) : [];
  });
}

/**
 * Fills in the blank figures that the equations leave no choice about, and no others.
 *
 * A figure that stands there is never changed; if the equations contradict it, or each other, the blanks
 * they touch stay blank.
 *
 * @param report
 *   Draft; not changed.
 * @returns
 *   A copy with those blanks filled.
 * @example
 *   completeTotals(draft).tables.disputes.reconsideration.total
 *   //=> 351
 */
export function completeTotals<Known extends Draft>(report: Known): Known {
  const figures = toFigures(report as Draft);
  for (const { equations: all, cells: unknowns } of parts()) {
    for (const [position, figure] of forced(all, unknowns, figures)) figures[position] = figure;
  }
  return { ...report, tables: fromFigures(figures) };
}

/** Cells that hang together by equations. */
interface Part {
  readonly cells: readonly Cell[];
  readonly equations: readonly WrittenEquation[];
}

let knownParts: readonly Part[] | undefined;

/** The parts of the form that no equation links: table 3, and each block of table 4. */
function parts(): readonly Part[] {
  if (knownParts) return knownParts;
  const groups: { cells: Set<Cell>; equations: WrittenEquation[] }[] = [];
  for (const equation of equations(form2021)) {
    const own = [...equation.left, ...equation.right];
    const linked = groups.filter((group) => own.some((cell) => group.cells.has(cell)));
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push({
      cells: new Set([...linked.flatMap((group) => [...group.cells]), ...own]),
      equations: [...linked.flatMap((group) => group.equations), equation],
    });
  }
  knownParts = groups.map((group) => ({
    cells: [...group.cells].sort((a, b) => a.position - b.position),
    equations: group.equations,
  }));
  return knownParts;
}

type Figures = readonly (number | null)[];

interface LinearRow {
  readonly coefficients: Float64Array;
  readonly residual: number;
}

/** The equations of a part as rows over its cells: what they are off by with the figures that are known. */
function linear({ cells: unknowns, equations: all }: Part, figures: Figures): LinearRow[] {
  const index = new Map(unknowns.map((cell, at) => [cell, at]));
  return all.map(({ left, right }) => {
    const coefficients = new Float64Array(unknowns.length);
    let residual = 0;
    for (const [terms, sign] of [
      [left, 1],
      [right, -1],
    ] as const) {
      for (const cell of terms) {
        coefficients[index.get(cell) ?? 0] = sign;
        residual += sign * (figures[cell.position] ?? 0);
      }
    }
    return { coefficients, residual };
  });
}

interface Searched {
  readonly solutions: readonly SparseSolution[];
  readonly exact: boolean;
}

/** Searches a part; `undefined` if it adds up, or holds figures that no sum is exact for. */
function searched(part: Part, figures: Figures, fixed: ReadonlySet<CellPath>): Searched | undefined {
  const known = part.cells.map(({ position }) => figures[position] ?? null);
  if (known.some((figure) => figure !== null && !(Math.abs(figure) < MOST_EXACT))) return undefined;
  let rows = linear(part, figures);
  for (const [unknown, figure] of known.entries()) {
    const by = figure === null ? rows.find(({ coefficients }) => coefficients[unknown] !== 0) : undefined;
    if (by) rows = eliminated(rows, by, unknown);
  }
  if (rows.every(({ residual }) => residual === 0)) return undefined;
  const { solutions, exhaustive } = sparsest(
    {
      equations: rows.map(({ coefficients }) => coefficients),
      residuals: rows.map(({ residual }) => residual),
      free: part.cells.map(({ path }, at) => known[at] !== null && !fixed.has(path)),
      allows: (unknown, change) => (known[unknown] ?? 0) + change >= 0,
    },
    LARGEST,
  );
  return { solutions, exact: exhaustive };
}

/** Takes the most plausible solution of a part apart into causes, each with its alternatives. */
function causesOf(
  part: Part,
  { solutions, exact }: Searched,
  figures: Figures,
  findings: readonly Finding[],
  locale: Locale,
): Diagnosis[] {
  const ranked = solutions
    .map((solution) => explanationOf(changesOf(part, solution, figures)))
    .sort((a, b) => costOfExplanation(a) - costOfExplanation(b));
  const [best, ...others] = ranked;
  if (!best) return [];
  const groups = separated(linkedChanges(best.changes, part), others);
  return groups.map((changes) => {
    const rest = best.changes.filter((change) => !changes.includes(change)).map(keyOfChange);
    const alternatives = others.flatMap((other) => {
      const instead = other.changes.filter((change) => !rest.includes(keyOfChange(change)));
      return instead.length === changes.length ? [explanationOf(instead)] : [];
    });
    const explanation = explanationOf(changes);
    const touched = new Set(changes.map(({ cell }) => cell));
    const settles = findings.filter(({ cells: about }) => about.some((path) => touched.has(path)));
    const diagnosis = {
      ...explanation,
      settles,
      alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
      unique: exact && alternatives.length === 0,
      exact,
    };
    return { ...diagnosis, message: wordings[locale].diagnosis(diagnosis, alternatives.length) };
  });
}

function changesOf(part: Part, solution: SparseSolution, figures: Figures): Change[] {
  return [...solution]
    .flatMap(([unknown, change]): Change[] => {
      const cell = part.cells[unknown];
      const from = cell && figures[cell.position];
      return cell && typeof from === 'number' ? [{ cell: cell.path, from, to: from + change }] : [];
    })
    .sort((a, b) => (positions.get(a.cell) ?? 0) - (positions.get(b.cell) ?? 0));
}

const positions: ReadonlyMap<CellPath, number> = new Map(
  cells().map(({ path, position }) => [path, position]),
);

/** Totals are the cells that an equation gives as the sum of others. */
const totals: ReadonlySet<CellPath> = new Set(
  equations(form2021).flatMap(({ left }) => (left.length === 1 ? left.map(({ path }) => path) : [])),
);

function explanationOf(changes: readonly Change[]): Explanation {
  return { changes, kind: kindOf(changes) };
}

function kindOf(changes: readonly Change[]): DiagnosisKind {
  const [first, second] = changes;
  if (first && changes.length === 1) return slipOf(first.to, first.from, totals.has(first.cell));
  const exchanged = first?.from === second?.to && second?.from === first?.to;
  return changes.length === 2 && exchanged ? 'swapped-cells' : 'several';
}

/** Exchanging two cells is one slip. */
const COST_OF_SWAPPED_CELLS = 1;

function costOfExplanation({ changes, kind }: Explanation): number {
  if (kind === 'swapped-cells') return COST_OF_SWAPPED_CELLS;
  return changes.reduce((sum, { cell, from, to }) => sum + costOf(slipOf(to, from, totals.has(cell))), 0);
}

function keyOfChange({ cell, to }: Change): string {
  return `${cell}=${to}`;
}

/**
 * Puts changes together that are only explained together: if another explanation replaces changes of
 * several groups at once, and none of them alone, the groups have one cause.
 */
function separated(groups: readonly Change[][], others: readonly Explanation[]): readonly Change[][] {
  const replaced = others.map(({ changes }) => {
    const kept = new Set(changes.map(keyOfChange));
    return groups.filter((group) => !group.every((change) => kept.has(keyOfChange(change))));
  });
  const alone = new Set(replaced.filter(({ length }) => length === 1).flat());
  const joint = replaced.find((some) => some.length > 1 && !some.every((group) => alone.has(group)));
  if (!joint) return groups;
  const rest = groups.filter((group) => !joint.includes(group));
  return separated([...rest, joint.flat()], others);
}

/** Changes that meet in an equation belong to one cause. */
function linkedChanges(changes: readonly Change[], { equations: all }: Part): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const meets = groups.filter((group) =>
      group.some((other) =>
        all.some(({ left, right }) =>
          [other, change].every(({ cell }) => [...left, ...right].some(({ path }) => path === cell)),
        ),
      ),
    );
    for (const group of meets) groups.splice(groups.indexOf(group), 1);
    groups.push([...meets.flat(), change]);
  }
  return groups;
}

/** The blanks of a part that its equations determine, by position; nothing if they contradict each other. */
function forced(
  all: readonly WrittenEquation[],
  unknowns: readonly Cell[],
  figures: Figures,
): Map<number, number> {
  let rows: LinearRow[] = linear({ cells: unknowns, equations: all }, figures);
  const pivots: { at: number; row: LinearRow }[] = [];
  for (const [at, { position }] of unknowns.entries()) {
    const by =
      figures[position] === null ? rows.find(({ coefficients }) => coefficients[at] !== 0) : undefined;
    if (!by) continue;
    rows = eliminated(rows, by, at);
    for (const pivot of pivots) pivot.row = eliminated([pivot.row], by, at)[0] ?? pivot.row;
    pivots.push({ at, row: by });
  }
  const found = new Map<number, number>();
  if (rows.some(({ residual }) => residual !== 0)) return found;
  const blank = unknowns.map(({ position }) => figures[position] === null);
  for (const { at, row } of pivots) {
    const depends = row.coefficients.some(
      (coefficient, other) => other !== at && coefficient !== 0 && blank[other],
    );
    const figure = 0 - row.residual / (row.coefficients[at] ?? 1);
    const position = unknowns[at]?.position;
    if (!depends && position !== undefined && Number.isSafeInteger(figure) && figure >= 0)
      found.set(position, figure);
  }
  return found;
}
