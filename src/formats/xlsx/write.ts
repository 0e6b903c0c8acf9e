import { formInForce } from '../../form/editions.ts';
import type { Locale } from '../../form/vocabulary.ts';
import { emptyDraft } from '../../report/figures.ts';
import type { AnyDraft } from '../../report/report.ts';
import type { Labels, RenderOptions } from '../renderer.ts';
import { makeWorkbook } from './make.ts';

/** Options of the Excel renderer. */
export interface XlsxOptions extends RenderOptions {
  /** The same agency's report on the year before, to be shown on grey sheets of its own. */
  readonly previous?: AnyDraft | undefined;
  /**
   * Whether totals become formulas where these give what is published, and checks beside the tables
   * show the number of a rule that is broken. A total that does not add up stays as published.
   */
  readonly formulas?: boolean | undefined;
}

/** Options of the template to fill in. */
export interface XlsxTemplateOptions {
  /** Language of what is not part of the form; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Headings of the form as printed, or with their meaning in English beneath. */
  readonly labels?: Labels | undefined;
  /** Whether totals are worked out and locked, or entered like all else and checked. `formula` if left out. */
  readonly totals?: 'formula' | 'entered' | undefined;
  /** The report on the year before, to be shown on grey sheets and compared with what is typed. */
  readonly previous?: AnyDraft | undefined;
}

/**
 * Renders a report as an Excel workbook: a sheet with title and particulars, one with the texts, one for
 * each table as on the official form; findings are marked and listed on a sheet.
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
  return makeWorkbook(report, {
    ...options,
    totals: options.formulas ? 'agreeing' : 'none',
    live: options.formulas ?? false,
    toFillIn: false,
  });
}

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
 *   await writeFile('template.xlsx', await renderXlsxTemplate({ previous }));
 */
export async function renderXlsxTemplate(options: XlsxTemplateOptions = {}): Promise<Uint8Array> {
  const { totals = 'formula', ...others } = options;
  const report = emptyDraft();
  const narrative = formInForce.sections.filter(({ tables }) => tables.length === 0);
  const sections = Object.fromEntries(narrative.map(({ id }) => [id, []]));
  return makeWorkbook(
    { ...report, sections },
    { ...others, totals: totals === 'formula' ? 'all' : 'none', live: true, toFillIn: true },
  );
}
