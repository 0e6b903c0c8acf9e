import { knownFigures } from '../check/check.ts';
import { phrasesOf, type RulePack } from '../check/rule-pack.ts';
import type { FilledOptions } from '../form/filled-options.ts';
import { inLanguage } from '../form/in-language.ts';
import { documentOf } from '../formats/document.ts';
import { escapeHtml as encode } from '../formats/html/escape-html.ts';
import type { Reporting } from '../formats/html/findings.ts';
import { pageStyleSheet } from '../formats/html/look.ts';
import { articleHtml } from '../formats/html/write.ts';
import { placeText } from '../reading/place-text.ts';
import { comparedStatements } from '../rules/compared-statements.ts';
import {
  type CheckedReport,
  notices,
  type ResultOptions,
  summaryRow,
  toneOf,
  unsettled,
} from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import { type ResultWords, resultWords } from './words.ts';

/** Options of `resultHtml`. */
export interface ResultHtmlOptions extends ResultOptions {
  /** The packs that the check was made with, for their wordings. */
  readonly packs?: readonly RulePack[] | undefined;
}

/**
 * Writes results as one web page that needs nothing else: for each report what to change, what to look
 * at, and the report as on the form, with the wrong cells and the figures in its text marked.
 *
 * @param reports
 *   Reports that were checked.
 * @param options
 *   Language, audience, packs; the summary has no tables of reports.
 * @returns
 *   A complete HTML page without scripts; text of reports is escaped.
 * @example
 *   const result = checkReport(report);
 *   await writeFile('result.html', resultHtml([{ name: 'report.json', report, result }]));
 */
export function resultHtml(
  reports: readonly CheckedReport[],
  { locale = 'zh-CN', audience = 'clerk', packs = [] }: ResultHtmlOptions = {},
): string {
  const say = inLanguage(resultWords, locale);
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${encode(say.title)}</title>`,
    `<style>\n${pageStyleSheet}${RESULT_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${encode(say.title)}</h1>`,
    ...(reports.length > 1 || audience === 'summary' ? [summary(reports, say)] : []),
    ...(audience === 'summary'
      ? []
      : reports.map((checked, index) => section(checked, index, say, { locale, audience, packs }))),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section(
  checked: CheckedReport,
  index: number,
  say: ResultWords,
  { locale, audience, packs }: FilledOptions<ResultHtmlOptions>,
): string {
  const { name, report, result, places = {} } = checked;
  const { known, all } = knownFigures(report);
  const reasons = undecidedReasons(checked, audience, say);
  const listed = audience === 'reviewer' ? result.findings : unsettled(result);
  const facts = [report.agency.name, report.year, say.figures(known, all)].filter((part) => part !== null);
  const id = `report-${index + 1}`;
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
    `<p>${facts.map((fact) => encode(String(fact))).join(' · ')}</p>`,
    `<p class="verdict ${toneOf(result)}">${encode(say.conclusion(result))}</p>`,
    ...list(
      say.toChange,
      result.diagnoses.map(({ message, changes }) => {
        const where = changes
          .flatMap(({ cell }) => places[cell] ?? [])
          .map((place) => placeText(place)[locale]);
        return (
          encode(message) + (where.length > 0 ? ` <small>${encode(whereWord(where, locale))}</small>` : '')
        );
      }),
      `${id}-d`,
    ),
    ...list(
      audience === 'reviewer' ? say.findings : say.alsoLookAt,
      listed.map(({ rule, severity, message, authority, waived }) => {
        const why =
          audience === 'reviewer'
            ? `<br><small>${encode(say.authority)}: ${encode(authority.citation)}</small>`
            : '';
        const reason = waived ? encode(say.waived(waived.reason)) : '';
        return `<strong class="${severity}">${rule} ${encode(say.severity[severity])}</strong> ${encode(message)}${reason}${why}`;
      }),
      `${id}-f`,
    ),
    ...list(say.undecidedHeading, [
      ...reasons.shown.map(({ rules, message }) => `${rules.join(' ')} ${encode(message)}`),
      ...(reasons.more > 0 ? [encode(say.andMore(reasons.more))] : []),
    ]),
    ...(notices(result).length > 0
      ? [
          `<ul>${notices(result)
            .map((message) => `<li>${encode(message)}</li>`)
            .join('')}</ul>`,
        ]
      : []),
    articleHtml(
      report,
      documentOf(report, { locale }),
      { check: result, locale, id: `${id}-t`, statements },
      reporting,
    ),
    '</section>',
  ].join('\n');
}

function whereWord(places: readonly string[], locale: 'zh-CN' | 'en'): string {
  const listed = [...new Set(places)];
  return locale === 'en' ? `(source: ${listed.join('; ')})` : `（来源：${listed.join('；')}）`;
}

/** A list; the ids of its items begin with `id`, if given, and end with their number. */
function list(heading: string, items: readonly string[], id?: string): string[] {
  if (items.length === 0) return [];
  const item = (text: string, index: number) =>
    id === undefined ? `<li>${text}</li>` : `<li id="${id}${index + 1}">${text}</li>`;
  return [`<h3>${encode(heading)}</h3>`, '<ul>', ...items.map(item), '</ul>'];
}

function summary(reports: readonly CheckedReport[], say: ResultWords): string {
  const head = say.columns.map((column) => `<th scope="col">${encode(column)}</th>`).join('');
  const rows = reports.map((checked) => {
    const [name = '', ...cells] = summaryRow(checked, say).map(encode);
    const figures = cells.map((cell) => `<td>${cell}</td>`).join('');
    return `<tr class="${toneOf(checked.result)}"><th scope="row">${name}</th>${figures}</tr>`;
  });
  return `<div class="table" role="group" tabindex="0" aria-label="${encode(say.title)}"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

const RESULT_STYLE = `
:root { --ogi-passed: #e3f4e6; --ogi-hint: #00566f; }
@media screen and (prefers-color-scheme: dark) { :root { --ogi-passed: #1d3d24; --ogi-hint: #8fd3ec; } }
body { color: var(--ogi-text); font-family: var(--ogi-font); line-height: 1.75; overflow-wrap: anywhere; }
main > h1, .result > h2, .result > h3 { font-family: var(--ogi-heading-font); }
.table { overflow-x: auto; }
.table:focus-visible, main > .result :target { outline: 3px solid var(--ogi-accent); }
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
