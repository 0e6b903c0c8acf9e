import { phrasesOf, type RulePack } from '../check/rule-pack.ts';
import { inLanguage } from '../form/in-language.ts';
import { mustBeOneOf } from '../form/options.ts';
import { documentOf } from '../formats/document.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import type { Reporting } from '../formats/html/findings.ts';
import { pageStyleSheet } from '../formats/html/look.ts';
import { articleHtml } from '../formats/html/write.ts';
import { comparedStatements } from '../rules/compared-statements.ts';
import { AUDIENCES, type CheckedReport, type FileResult, type ResultOptions } from './checked-report.ts';
import { isUnreadable } from './file-state.ts';
import { overviewPage, overviewStyle } from './html-overview.ts';
import { listedFindings, type PageSetting, reportLists } from './html-parts.ts';
import { mustBeResults } from './must-be-results.ts';
import { resultWords } from './words.ts';

/** Options of `resultHtml`. */
export interface ResultHtmlOptions extends ResultOptions {
  /** The packs that the check was made with, for their wordings. */
  readonly packs?: readonly RulePack[] | undefined;
}

/**
 * Writes results as one web page that needs nothing else.
 *
 * Of one report: what to change, what to look at, and the report as on the form, with the wrong cells and the figures in
 * its text marked. Of many files: totals, an overview sorted by what needs attention, which can be filtered, and a
 * section for each report of which there is more to say than that it passes.
 *
 * @param results
 *   Reports that were checked, and files that could not be read.
 * @param options
 *   Language, audience, packs; the summary is the overview alone.
 * @returns
 *   A complete HTML page without scripts; text of reports is escaped.
 * @example
 *   const result = checkReport(report);
 *   await writeFile('result.html', resultHtml([{ name: 'report.json', report, result }]));
 */
export function resultHtml(
  results: readonly FileResult[],
  { locale = 'zh-CN', audience = 'clerk', packs = [] }: ResultHtmlOptions = {},
): string {
  mustBeOneOf('audience', audience, AUDIENCES);
  mustBeResults(results);
  const setting = { say: inLanguage(resultWords, locale), locale, audience };
  const [only, another] = results;
  const isOne = only && !another && !isUnreadable(only) && audience !== 'summary';
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encode(setting.say.title)}</title>`,
    `<style>\n${pageStyleSheet}${RESULT_STYLE}${isOne ? '' : overviewStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${encode(setting.say.title)}</h1>`,
    ...(isOne ? [reportPage(only, setting, packs)] : overviewPage(results, setting)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** One report: what was found, and the report with its marks. */
function reportPage(checked: CheckedReport, setting: PageSetting, packs: readonly RulePack[]): string {
  const { name, report, result } = checked;
  const { locale, audience } = setting;
  const id = 'report-1';
  const listed = listedFindings(checked, audience);
  const statements = comparedStatements(report, { locale, phrases: phrasesOf(packs) });
  const reporting: Reporting = {
    diagnosis: (diagnosis) => ({
      id: `${id}-d${result.diagnoses.indexOf(diagnosis) + 1}`,
      message: diagnosis.message,
    }),
    finding: (finding) => {
      const number = listed.findIndex(({ fingerprint }) => fingerprint === finding.fingerprint) + 1;
      return number === 0 ? undefined : { id: `${id}-f${number}`, message: finding.message };
    },
  };
  return [
    `<section class="result" id="${id}">`,
    `<h2>${encode(name)}</h2>`,
    ...reportLists(checked, id, setting),
    articleHtml(
      report,
      documentOf(report, { locale, particulars: true }),
      { check: result, locale, id: `${id}-t`, statements },
      reporting,
    ),
    '</section>',
  ].join('\n');
}

const RESULT_STYLE = `
:root { --ogi-passed: #e3f4e6; --ogi-hint: #00566f; }
@media screen and (prefers-color-scheme: dark) { :root { --ogi-passed: #1d3d24; --ogi-hint: #8fd3ec; } }
body { color: var(--ogi-text); font-family: var(--ogi-font); line-height: 1.75; overflow-wrap: anywhere; }
main > h1, .result > h2, .result > h3 { font-family: var(--ogi-heading-font); }
.table { overflow-x: auto; }
.table:focus-visible, main .result :target { outline: 3px solid var(--ogi-accent); }
.table table { border-collapse: collapse; width: 100%; font-size: .9em; }
.table th, .table td { border: 1px solid var(--ogi-line); padding: .35em .4em; text-align: left; font-weight: normal; }
.table thead th { background: var(--ogi-heading); }
.result { border-top: 3px solid var(--ogi-line); margin-top: 2rem; }
.result > article { margin-top: 1.5rem; border: 1px solid var(--ogi-line); padding: 0 1rem 1rem; }
.result > ul { margin: .3rem 0; padding-left: 1.4rem; }
.verdict { font-weight: bold; padding: .3rem .6rem; }
.verdict.pass { background: var(--ogi-passed); }
.verdict.fail { background: var(--ogi-wrong); }
.verdict.incomplete { background: var(--ogi-concerned); }
strong.error { color: var(--ogi-wrong-text); }
strong.warning { color: var(--ogi-concerned-text); }
strong.info { color: var(--ogi-hint); }
`;
