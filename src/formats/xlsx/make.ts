import { type CellPath, cellsByPath } from '../../form/cells.ts';
import { forms } from '../../form/editions.ts';
import { inLanguage } from '../../form/in-language.ts';
import type { Locale } from '../../form/vocabulary.ts';
import { figureAt } from '../../report/figures.ts';
import type { AnyDraft } from '../../report/report.ts';
import { cellMarks, documentOf } from '../document.ts';
import type { RenderOptions } from '../renderer.ts';
import { continuityChecks, equationChecks, type FigureOf, type Positions, totalsOf } from './checks.ts';
import { agreeing } from './figure-cell.ts';
import { areaAround, runsOf } from './formula.ts';
import { workbook } from './package.ts';
import { particularsSheet } from './particulars-sheet.ts';
import { findingsSheet, rulesSheet } from './rule-sheets.ts';
import type { SheetDraft } from './sheet.ts';
import { lastYearName, sheetName } from './sheet-name.ts';
import type { TableSetting } from './table-setting.ts';
import { lastYearSheet, positionsIn, type TablePlan, tableSheet } from './table-sheet.ts';
import { textSheet } from './text-sheet.ts';
import { words } from './words.ts';

/** How a workbook is put together. */
export interface Making extends RenderOptions {
  readonly previous?: AnyDraft | undefined;
  /** Which totals are formulas: none, those that come to what is published, or all. */
  readonly totals: 'none' | 'agreeing' | 'all';
  /** Whether the numbers of rules that are broken are shown beside the tables. */
  readonly live: boolean;
  /** Whether it is an empty workbook to be filled in. */
  readonly toFillIn: boolean;
}

/** Puts a workbook together, sheet by sheet. */
export async function makeWorkbook(report: AnyDraft, making: Making): Promise<Uint8Array> {
  const { locale = 'zh-CN', labels = 'zh-CN', check, previous, toFillIn } = making;
  const say = inLanguage(words, locale);
  const pages = documentOf(report, making);
  const plans = pages.sections
    .filter(({ grid }) => grid.length > 0)
    .map((page): TablePlan => ({ ...page, name: sheetName(page.section) }));
  const setting = settingOf(report, plans, making);
  const tables = plans.map((plan) => tableSheet(plan, setting));
  const texts = textSheet(pages, {
    locale,
    labels,
    ...(toFillIn ? { blankRows: { text: 8, table: 2 } } : {}),
  });
  const particulars = particularsSheet(report, {
    locale,
    labels,
    firstYear: forms[report.form].firstYear,
    liveTitle: toFillIn,
    below: toFillIn
      ? [
          ...counts(tables, plans, locale),
          ...say.instructions[making.totals === 'all' ? 'formula' : 'entered'],
        ]
      : [],
  });
  const sheets: SheetDraft[] = [
    particulars,
    texts,
    ...tables,
    ...(previous
      ? plans.map((plan) =>
          lastYearSheet(
            { ...plan, name: lastYearName(say.sheets.lastYear, plan.section) },
            figureFinder(previous),
            say.lastYear(previous.year),
          ),
        )
      : []),
    ...(check ? [findingsSheet(check, locale)] : []),
    ...(toFillIn ? [rulesSheet(forms[report.form], locale)] : []),
  ];
  return workbook(sheets, { title: pages.title, protect: toFillIn, growing: [texts] });
}

function settingOf(report: AnyDraft, plans: readonly TablePlan[], making: Making): TableSetting {
  const { locale = 'zh-CN', labels = 'zh-CN', check, previous, totals, live, toFillIn } = making;
  const figureOf = figureFinder(report);
  const remarkOf = (path: CellPath) => report.remarks?.[path];
  const positions: Positions = {
    thisYear: new Map(plans.flatMap(({ grid }) => positionsIn(grid))),
    lastYear: new Map(
      plans.flatMap(({ grid, section }) =>
        positionsIn(grid, lastYearName(words.sheets.lastYear[locale], section)),
      ),
    ),
  };
  const follows = previous && (toFillIn || (report.year !== null && previous.year === report.year - 1));
  const form = forms[report.form];
  const defined = totalsOf(form);
  return {
    locale,
    labels,
    figureOf,
    ...(previous ? { previous: figureFinder(previous) } : {}),
    remarkOf,
    marks: cellMarks(check),
    positions,
    totals:
      totals === 'all' ? defined : totals === 'agreeing' ? agreeing(defined, figureOf, remarkOf) : new Map(),
    checks: [
      ...equationChecks(form),
      ...(live && follows ? continuityChecks(form, toFillIn ? null : report.year) : []),
    ],
    showsChecks: live,
  };
}

/** The figures of a report; none for cells that its edition of the form does not have. */
function figureFinder(report: AnyDraft): FigureOf {
  const cellsOfForm = cellsByPath(report.form);
  return (path) => (cellsOfForm.has(path) ? figureAt(report, path) : null);
}

/** How many figures are there, and how many relations are broken, as formulas. */
function counts(tables: readonly SheetDraft[], plans: readonly TablePlan[], locale: Locale) {
  const say = inLanguage(words, locale);
  const figures = plans.map(({ grid, name }) => positionsIn(grid, name).map(([, position]) => position));
  const all = figures.flat().length;
  const runs = tables.flatMap(({ name, checks }) =>
    runsOf(checks.map((check) => ({ ...check, sheet: name }))),
  );
  return [
    { label: say.filledIn, formula: `COUNT(${figures.map(areaAround).join(',')})&" / ${all}"` },
    { label: say.broken, formula: runs.map((run) => `COUNTIF(${run},"?*")`).join('+') },
  ];
}
