import { knownFigures } from '../check/check.ts';
import { inLanguage } from '../form/in-language.ts';
import { escapeMarkdown as encode } from '../formats/markdown/write.ts';
import type { Finding } from '../rules/finding.ts';
import {
  type CheckedReport,
  type FileResult,
  isUnreadable,
  notices,
  type ResultOptions,
  shownProblems,
  summaryRow,
  unsettled,
} from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import { type ResultWords, resultWords } from './words.ts';

/**
 * Writes results as Markdown, for merge requests and mail.
 *
 * @param reports
 *   Reports that were checked, and files that could not be read.
 * @param options
 *   Language, audience.
 * @returns
 *   Markdown with the tables of GitHub; text of reports is escaped.
 * @example
 *   resultMarkdown([{ name: 'report.json', report, result: checkReport(report) }]).split('\n')[0]
 *   //=> '# 政府信息公开工作年度报告核对结果'
 */
export function resultMarkdown(
  reports: readonly FileResult[],
  { locale = 'zh-CN', audience = 'clerk' }: ResultOptions = {},
): string {
  const say = inLanguage(resultWords, locale);
  const parts =
    audience === 'summary'
      ? [summary(reports, say)]
      : reports.flatMap((file) =>
          isUnreadable(file)
            ? [
                `## ${encode(file.name)}`,
                `**${encode(say.unreadable)}**`,
                list(shownProblems(file, say).map(encode)),
              ]
            : reportParts(file, say, audience === 'reviewer'),
        );
  return `${[`# ${say.title}`, ...parts].join('\n\n')}\n`;
}

function reportParts(checked: CheckedReport, say: ResultWords, all: boolean): string[] {
  const { name, report, result } = checked;
  const { known, all: figures } = knownFigures(report);
  const listed = all ? result.findings : unsettled(result);
  return [
    `## ${encode(name)}`,
    [report.agency.name, report.year, say.figures(known, figures)]
      .flatMap((part) => (part === null ? [] : [encode(String(part))]))
      .join(' · '),
    `**${encode(say.conclusion(result))}**`,
    ...(result.diagnoses.length > 0
      ? [`### ${say.toChange}`, list(result.diagnoses.map(({ message }) => encode(message)))]
      : []),
    ...(listed.length > 0
      ? [
          `### ${all ? say.findings : say.alsoLookAt}`,
          list(listed.map((finding) => findingItem(finding, say, all))),
        ]
      : []),
    ...(result.undecided.length > 0
      ? [`### ${say.undecidedHeading}`, list(reasonItems(checked, all, say))]
      : []),
    ...(notices(result).length > 0 ? [list(notices(result).map(encode))] : []),
  ];
}

function reasonItems(checked: CheckedReport, all: boolean, say: ResultWords): string[] {
  const { shown: listed, more } = undecidedReasons(checked, all ? 'reviewer' : 'clerk', say);
  return [
    ...listed.map(({ rules, message }) => `**${rules.join(' ')}** ${encode(message)}`),
    ...(more > 0 ? [encode(say.andMore(more))] : []),
  ];
}

function findingItem(
  { rule, severity, message, authority, waived }: Finding,
  say: ResultWords,
  withAuthority: boolean,
): string {
  const listed = `**${rule}** ${say.severity[severity]} ${encode(message)}${waived ? encode(say.waived(waived.reason)) : ''}`;
  return withAuthority ? `${listed}  \n  ${say.authority}: ${encode(authority.citation)}` : listed;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function summary(reports: readonly FileResult[], say: ResultWords): string {
  const rows = reports.map((checked) => summaryRow(checked, say).map(encode));
  return [say.columns, say.columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
