import type { Cell, CellPath } from '../form/cells.ts';
import type { FilledOptions } from '../form/filled-options.ts';
import { oncePer } from '../form/once-per.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { Finding } from '../rules/finding.ts';
import type { CheckContext } from '../rules/rule.ts';
import type { StatementOfReport } from '../rules/statements/report-statements.ts';
import { bestFound } from './best-found.ts';
import { forcedFigures } from './complete-totals.ts';
import type { Change, Diagnosis, Explanation } from './diagnosis.ts';
import { costOfExplanation, explanationOf, type Plausibility } from './explanation.ts';
import { eliminated, type Figures, linear, type Part, parts } from './parts.ts';
import { MIN_SHIFTED, shiftedLines } from './shifted-lines.ts';
import { type SparseProblem, type SparseSolution, sparsest } from './sparse.ts';
import { agreementsChanged, statedInText } from './stated-in-text.ts';
import { diagnosisInWords } from './wording.ts';

/** The findings of rules other than equations that are gone, too, once figures are changed. */
export type SettledBesides = (changes: readonly Change[]) => readonly Finding[];

/** What a diagnosis depends on besides the figures. */
export interface DiagnoseOptions {
  readonly locale?: Locale | undefined;
  /** Cells that are known to be right and must not be changed. */
  readonly locked?: readonly CellPath[] | undefined;
  readonly weights?: Plausibility['weights'] | undefined;
  readonly settledBesides?: SettledBesides | undefined;
}

/** Wrong cells are searched exactly up to this many in one part of the tables. */
const MAX_CHANGES = 4;
/** Alternatives listed. */
const MAX_ALTERNATIVES = 100;
/** Beyond this, sums of a table are no longer exact in floating point. */
const MAX_EXACT_CHANGES = Number.MAX_SAFE_INTEGER / 64;

/**
 * Finds the fewest figures that have to be changed so that all equations hold.
 *
 * Searches exactly up to four wrong figures in each part of the tables that hangs together (table 3,
 * and each block of table 4), counts staying 0 or more; beyond that it gives the best it can find and
 * says so. Explanations of the same size are ranked by how people err: a total left at 0, digits
 * swapped, mistyped, dropped or doubled, cells exchanged, a line shifted; by last year's figures; and by
 * what the text of the report states.
 * Never changes anything itself.
 */
export function diagnose(
  context: CheckContext,
  findings: readonly Finding[],
  options: DiagnoseOptions,
): Diagnosis[] {
  return parts(context.form).flatMap((part) => diagnosePart(part, context, findings, options));
}

/** The diagnoses of one part. */
export function diagnosePart(
  part: Part,
  context: CheckContext,
  findings: readonly Finding[],
  { locale = 'zh-CN', locked = [], weights = {}, settledBesides = () => [] }: DiagnoseOptions,
): Diagnosis[] {
  const { figures } = context;
  const fixed = new Set(locked);
  const search = searched(part, figures, fixed);
  if (search === 'adds-up') return blanksOf(part, context, { locale, settledBesides, statedBy: () => [] });
  if (!search) return [];
  const stated = statedInText(context);
  const statedBy = (changes: readonly Change[]) => agreementsChanged(changes, stated, context).gained;
  const wording = { locale, settledBesides, statedBy };
  return causesOf(part, search, { context, weights, stated }, arithmeticOf(findings, part), wording);
}

/** The findings of the equations of a part. */
function arithmeticOf(findings: readonly Finding[], part: Part): Finding[] {
  const { rules, paths } = namesIn(part);
  return findings.filter(({ rule, cells }) => rules.has(rule) && cells.some((path) => paths.has(path)));
}

const namesIn = oncePer((part: Part) => ({
  rules: new Set(part.equations.map(({ equation }) => equation.id)),
  paths: new Set(part.cells.map(({ path }) => path)),
}));

interface Searched {
  readonly explanations: readonly Explanation[];
  readonly exact: boolean;
}

/** Searches a part; `undefined` if it holds figures that no sum is exact for, or nothing explains it. */
function searched(
  part: Part,
  figures: Figures,
  fixed: ReadonlySet<CellPath>,
): Searched | 'adds-up' | undefined {
  const knownFigures = part.cells.map(({ position }) => figures[position] ?? null);
  if (knownFigures.some((figure) => figure !== null && !(Math.abs(figure) < MAX_EXACT_CHANGES)))
    return undefined;
  let rows = linear(part, figures);
  for (const [unknown, figure] of knownFigures.entries()) {
    const by = figure === null ? rows.find(({ coefficients }) => coefficients[unknown] !== 0) : undefined;
    if (by) rows = eliminated(rows, by, unknown);
  }
  if (rows.every(({ residual }) => residual === 0)) return 'adds-up';
  const problem: SparseProblem = {
    equations: rows.map(({ coefficients }) => coefficients),
    residuals: rows.map(({ residual }) => residual),
    free: part.cells.map(({ path }, index) => knownFigures[index] !== null && !fixed.has(path)),
    allows: (unknown, change) => (knownFigures[unknown] ?? 0) + change >= 0,
  };
  const { solutions, exhaustive } = sparsest(problem, MAX_CHANGES);
  const exact = solutions.length > 0 && exhaustive;
  const best = solutions.length > 0 ? undefined : bestFound(problem);
  const changed = [...solutions, ...(best ? [best] : [])].map((solution) =>
    explanationOf(changesOf(part, solution, figures)),
  );
  const isSimple = changed.some(({ changes }) => changes.length < MIN_SHIFTED);
  const shifted = isSimple ? [] : shiftedLines(part, figures, ({ path }) => !fixed.has(path));
  const explanations = [...changed, ...shifted];
  return explanations.length > 0 ? { explanations, exact } : undefined;
}

function changesOf(part: Part, solution: SparseSolution, figures: Figures): Change[] {
  return [...solution]
    .sort(([a], [b]) => a - b)
    .flatMap(([unknown, change]): Change[] => {
      const cell = part.cells[unknown];
      const from = cell && figures[cell.position];
      return cell && typeof from === 'number' ? [{ cell: cell.path, from, to: from + change }] : [];
    });
}

/** Takes the most plausible explanation of a part apart into causes, each with its alternatives. */
function causesOf(
  part: Part,
  { explanations, exact }: Searched,
  plausibility: Plausibility,
  findings: readonly Finding[],
  wording: Wording,
): Diagnosis[] {
  const ranked = explanations
    .map((explanation) => ({ explanation, cost: costOfExplanation(explanation, plausibility) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ explanation }) => explanation);
  const [best, ...others] = ranked;
  if (!best) return [];
  if (isShift(best)) return [diagnosisOf(best, others, exact, findings, wording)];
  const groups = separated(linkedChanges(best.changes, part), others);
  return groups.map((changes) => {
    const rest = best.changes.filter((change) => !changes.includes(change)).map(keyOfChange);
    const alternatives = others.flatMap((other) => {
      if (groups.length === 1) return [other];
      const instead = other.changes.filter((change) => !rest.includes(keyOfChange(change)));
      return !isShift(other) && instead.length === changes.length ? [explanationOf(instead)] : [];
    });
    const touched = new Set(changes.map(({ cell }) => cell));
    const settles = findings.filter(({ cells: about }) => about.some((path) => touched.has(path)));
    return diagnosisOf(explanationOf(changes), alternatives, exact, settles, wording);
  });
}

/** How a diagnosis is worded. */
interface Wording extends FilledOptions<Pick<DiagnoseOptions, 'locale' | 'settledBesides'>> {
  /** The statements of the text that agree with the tables once figures are changed. */
  readonly statedBy: (changes: readonly Change[]) => readonly StatementOfReport[];
}

function isShift({ kind }: Explanation): boolean {
  return kind === 'shifted-row' || kind === 'shifted-column';
}

function diagnosisOf(
  explanation: Explanation,
  alternatives: readonly Explanation[],
  exact: boolean,
  equations: readonly Finding[],
  { locale, settledBesides, statedBy }: Wording,
): Diagnosis {
  const diagnosis = {
    ...explanation,
    settles: [...equations, ...settledBesides(explanation.changes)],
    alternatives: alternatives.slice(0, MAX_ALTERNATIVES),
    candidates: alternatives.length + 1,
    unique: exact && alternatives.length === 0,
    exact,
  };
  // where there is no other explanation, nothing has to speak for it
  const [stated] = alternatives.length > 0 ? statedBy(explanation.changes) : [];
  return { ...diagnosis, message: diagnosisInWords(diagnosis, stated?.quote)[locale] };
}

/** Blanks of a part that adds up, and what they have to be. */
function blanksOf(
  part: Part,
  { figures, printed: prints = {} }: CheckContext,
  wording: Wording,
): Diagnosis[] {
  const found = forcedFigures(part, figures);
  if (found.size === 0) return [];
  const changes = part.cells.flatMap(({ path, position }): Change[] => {
    const to = found.get(position);
    if (to === undefined) return [];
    const printed = prints[path];
    return [{ cell: path, from: null, ...(printed === undefined ? {} : { printed }), to }];
  });
  return [diagnosisOf({ changes, kind: 'blank' }, [], true, [], wording)];
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
    const keptChanges = new Set(changes.map(keyOfChange));
    return groups.filter((group) => !group.every((change) => keptChanges.has(keyOfChange(change))));
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
  const shareEquation = (first: Change, second: Change) =>
    all.some(({ left, right }) => {
      const has = ({ cell }: Change) => [...left, ...right].some(({ path }: Cell) => path === cell);
      return has(first) && has(second);
    });
  for (const change of changes) {
    const linkedGroups = groups.filter((group) => group.some((other) => shareEquation(other, change)));
    for (const group of linkedGroups) groups.splice(groups.indexOf(group), 1);
    groups.push([...linkedGroups.flat(), change]);
  }
  return groups;
}
