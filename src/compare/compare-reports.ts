import { checkReport } from '../check/check.ts';
import { whyNotCompared } from '../check/last-year.ts';
import { PARTS_OF_WAN } from '../form/amounts.ts';
import { type Cell, type CellPath, cells, cellsByPath } from '../form/cells.ts';
import { forms } from '../form/editions.ts';
import { mustBeLocale } from '../form/options.ts';
import type { SectionId } from '../form/vocabulary.ts';
import { figureAt } from '../report/figures.ts';
import { mustHaveFigures } from '../report/must-have-figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { factOf, rowColumns } from '../report/row-columns.ts';
import { isOtherAgency } from '../report/same-agency.ts';
import { sectionText } from '../rules/narrative-text.ts';
import { commonText } from '../rules/similar-text.ts';
import type {
  ChangeKind,
  ComparedCell,
  ComparedFact,
  ComparedReport,
  ComparedText,
  CompareOptions,
  Comparison,
} from './comparison.ts';

/**
 * Compares two reports: two years of an agency, two versions of one report, or those of two agencies.
 *
 * A blank is not 0: a cell that is blank in either is `unknown`. Between editions of the form, what has the same
 * name is comparable and nothing else.
 *
 * @param before
 *   The earlier report or draft.
 * @param after
 *   The later one.
 * @param options
 *   Language of the findings.
 * @returns
 *   Every cell with its change, every text with what is the same, facts that differ, and the rules between two
 *   years that do not hold.
 * @throws
 *   If it is given something that is not a report or draft.
 * @example
 *   const { kind, cells } = compareReports(previous, report);
 *   kind
 *   //=> 'years'
 *   cells.find(({ cell }) => cell === 'applications.newlyReceived.total')?.kind
 *   //=> 'changed'
 */
export function compareReports(
  before: AnyDraft,
  after: AnyDraft,
  { locale = 'zh-CN' }: CompareOptions = {},
): Comparison {
  mustBeLocale(locale);
  for (const report of [before, after]) mustHaveFigures(report, 'compared');
  const kind = kindOfPair(before, after);
  const follows = kind === 'years' && whyNotCompared(after, before) === undefined;
  return {
    kind,
    before: summaryOf(before),
    after: summaryOf(after),
    cells: comparedCells(before, after),
    texts: comparedTexts(before, after),
    facts: comparedFacts(before, after),
    findings: follows
      ? checkReport(after, { previous: before, families: ['continuity'], locale }).findings
      : [],
  };
}

function kindOfPair(before: AnyDraft, after: AnyDraft): Comparison['kind'] {
  if (isOtherAgency(before, after)) return 'agencies';
  return before.year !== null && after.year !== null && before.year !== after.year ? 'years' : 'versions';
}

function summaryOf({ form, agency, year }: AnyDraft): ComparedReport {
  return { form, agency: agency.name, year };
}

function comparedCells(before: AnyDraft, after: AnyDraft): ComparedCell[] {
  const [first, second] = [cellsByPath(before.form), cellsByPath(after.form)];
  const onlyBefore = cells(before.form).filter(({ path }) => !second.has(path));
  const figureIn = (report: AnyDraft, own: ReadonlyMap<string, Cell>, path: CellPath) =>
    own.has(path) ? figureAt(report, path) : null;
  return [...cells(after.form), ...onlyBefore].map((cell) =>
    comparedCell(
      cell,
      figureIn(before, first, cell.path),
      figureIn(after, second, cell.path),
      first.has(cell.path) && second.has(cell.path),
    ),
  );
}

function comparedCell(
  { path, unit }: Cell,
  before: number | null,
  after: number | null,
  isComparable: boolean,
): ComparedCell {
  const figures = { cell: path, before, after };
  if (!isComparable) return { ...figures, change: null, share: null, kind: 'notComparable' };
  if (before === null || after === null) return { ...figures, change: null, share: null, kind: 'unknown' };
  const change = unit === 'count' ? after - before : amountLess(after, before);
  return {
    ...figures,
    change,
    share: before > 0 ? change / before : null,
    kind: kindOf(before === 0, after === 0, change === 0),
  };
}

/** The difference of two amounts in 万元, exactly. */
function amountLess(amount: number, other: number): number {
  return (Math.round(amount * PARTS_OF_WAN) - Math.round(other * PARTS_OF_WAN)) / PARTS_OF_WAN;
}

function kindOf(wasNothing: boolean, isNothing: boolean, isSame: boolean): ChangeKind {
  if (isSame) return 'equal';
  if (wasNothing) return 'appeared';
  return isNothing ? 'vanished' : 'changed';
}

function comparedTexts(before: AnyDraft, after: AnyDraft): ComparedText[] {
  const ids: readonly (SectionId | 'preamble')[] = [
    ...new Set([
      'preamble' as const,
      ...[after, before].flatMap(({ form }) => forms[form].sections.map(({ id }) => id)),
    ]),
  ];
  return ids.flatMap((section) => {
    const [old, now] = [sectionText(before, section), sectionText(after, section)];
    if (old === '' && now === '') return [];
    const kind = kindOf(old === '', now === '', old === now);
    return [{ section, kind, sameShare: kind === 'equal' ? 1 : commonText(now, old).share }];
  });
}

function comparedFacts(before: AnyDraft, after: AnyDraft): ComparedFact[] {
  return rowColumns(after.form)
    .filter(({ cell }) => cell === undefined)
    .map((column) => ({
      path: column.path,
      before: factOf(before, column),
      after: factOf(after, column),
    }))
    .filter((fact) => fact.before !== fact.after);
}
