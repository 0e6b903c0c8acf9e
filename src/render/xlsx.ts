import { form2021 } from '../form/2021.ts';
import type { CellPath } from '../form/cells.ts';
import type { Locale } from '../form/table.ts';
import { emptyDraft, figureAt } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { marks, printed } from './document.ts';
import type { Labels, Renderer, RenderOptions } from './renderer.ts';
import { continuityChecks, equationChecks, type FigureOf, type Positions, totalsOf } from './xlsx/checks.ts';
import { agreeing } from './xlsx/figure-cell.ts';
import { areaAround, runsOf } from './xlsx/formula.ts';
import { workbook } from './xlsx/package.ts';
import { particularsSheet } from './xlsx/particulars-sheet.ts';
import { findingsSheet, rulesSheet } from './xlsx/rule-sheets.ts';
import type { SheetDraft } from './xlsx/sheet.ts';
import { lastYearName, sheetName } from './xlsx/sheet-name.ts';
import {
  lastYearSheet,
  positionsIn,
  type TablePlan,
  type TableSetting,
  tableSheet,
} from './xlsx/table-sheet.ts';
import { textSheet } from './xlsx/text-sheet.ts';
import { words } from './xlsx/words.ts';

/** Options of the Excel renderer. */
export interface XlsxOptions extends RenderOptions {
  /** The same agency's report on the year before, to be shown on grey sheets of its own. */
  readonly previous?: AnyDraft;
  /**
   * Whether totals become formulas where these give what is published, and checks beside the tables
   * show the number of a rule that is broken. A total that does not add up stays as published.
   */
  readonly formulas?: boolean;
}

/** Options of the template to fill in. */
export interface XlsxTemplateOptions {
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale;
  /** Headings of the form as printed, or with their meaning in English beneath. */
  readonly labels?: Labels;
  /** Whether totals are worked out and locked, or entered like all else and checked. `formula` if left out. */
  readonly totals?: 'formula' | 'entered';
  /** The report on the year before, to be shown on grey sheets and compared with what is typed. */
  readonly previous?: AnyDraft;
}

/**
 * Renders a report as an Excel workbook: a sheet with title and particulars, one with the texts, one for
 * each table as on the official form, and one with the rules; findings are marked and listed on a sheet.
 *
 * Figures are numbers, blanks stay empty, totals are as published. Cells of an equation that does not
 * hold turn red, also when figures are changed later. `readXlsx` reads the same report back.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Findings to mark; last year's report; formulas; language.
 * @returns
 *   The file; the same bytes for the same report.
 * @throws
 *   If the remark of a cell is longer than a cell of Excel can hold.
 * @example
 *   await writeFile('report.xlsx', await renderXlsx(report));
 */
export async function renderXlsx(report: AnyDraft, options: XlsxOptions = {}): Promise<Uint8Array> {
  return written(report, {
    ...options,
    totals: options.formulas ? 'agreeing' : 'none',
    live: options.formulas ?? false,
    toFillIn: false,
  });
}

/** The Excel renderer. */
export const xlsxRenderer: Renderer<XlsxOptions, Uint8Array> = {
  id: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  render: renderXlsx,
};

/**
 * Makes an empty workbook to fill in. It adds up totals, takes numbers only where numbers belong, and shows
 * at once which relation does not hold; a relation with a blank cell is not judged.
 *
 * Labels and totals are locked, without a password. `readXlsx` reads what was filled in, once a program
 * that works formulas out (Excel, WPS, LibreOffice) has saved it; totals of others stay blank.
 *
 * @param options
 *   Totals as formulas or to be entered; last year's report; language.
 * @returns
 *   The file; the same bytes at each call.
 * @example
 *   await writeFile('template.xlsx', await renderXlsxTemplate({ previous: lastYear }));
 */
export async function renderXlsxTemplate(options: XlsxTemplateOptions = {}): Promise<Uint8Array> {
  const { totals = 'formula', ...others } = options;
  const report = emptyDraft();
  const narrative = form2021.sections.filter(({ tables }) => tables.length === 0);
  const sections = Object.fromEntries(narrative.map(({ id }) => [id, []]));
  return written(
    { ...report, sections },
    { ...others, totals: totals === 'formula' ? 'all' : 'none', live: true, toFillIn: true },
  );
}

/** How a workbook is put together. */
interface Making extends RenderOptions {
  readonly previous?: AnyDraft;
  readonly totals: 'none' | 'agreeing' | 'all';
  readonly live: boolean;
  readonly toFillIn: boolean;
}

async function written(report: AnyDraft, making: Making): Promise<Uint8Array> {
  const { locale = 'zh-CN', labels = 'zh-CN', check, previous, toFillIn } = making;
  const say = words[locale];
  const pages = printed(report, making);
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
    firstYear: form2021.firstYear,
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
            figuresOf(previous),
            say.lastYear(previous.year),
          ),
        )
      : []),
    ...(check ? [findingsSheet(check, locale)] : []),
    rulesSheet(locale),
  ];
  return workbook(sheets, { title: pages.title, protect: toFillIn, growing: [texts] });
}

function settingOf(report: AnyDraft, plans: readonly TablePlan[], making: Making): TableSetting {
  const { locale = 'zh-CN', labels = 'zh-CN', check, previous, totals, live, toFillIn } = making;
  const figureOf = figuresOf(report);
  const remarkOf = (path: CellPath) => report.remarks?.[path];
  const positions: Positions = {
    thisYear: new Map(plans.flatMap(({ grid }) => positionsIn(grid))),
    lastYear: new Map(
      plans.flatMap(({ grid, section }) =>
        positionsIn(grid, lastYearName(words[locale].sheets.lastYear, section)),
      ),
    ),
  };
  const follows = previous && (toFillIn || (report.year !== null && previous.year === report.year - 1));
  const defined = totalsOf(form2021);
  return {
    locale,
    labels,
    figureOf,
    ...(previous ? { previous: figuresOf(previous) } : {}),
    remarkOf,
    marks: marks(check),
    positions,
    totals:
      totals === 'all' ? defined : totals === 'agreeing' ? agreeing(defined, figureOf, remarkOf) : new Map(),
    checks: [
      ...equationChecks(form2021),
      ...(live && follows ? continuityChecks(toFillIn ? null : report.year) : []),
    ],
    showsChecks: live,
  };
}

function figuresOf(report: AnyDraft): FigureOf {
  return (path) => figureAt(report, path);
}

/** How many figures are there, and how many relations are broken, as formulas. */
function counts(tables: readonly SheetDraft[], plans: readonly TablePlan[], locale: Locale) {
  const say = words[locale];
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
