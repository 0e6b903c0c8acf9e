import { knownFigures } from '../check/check.ts';
import { inLanguage } from '../form/in-language.ts';
import { mustBeOneOf } from '../form/options.ts';
import type { Locale } from '../form/vocabulary.ts';
import { escapeMarkdown as encode } from '../formats/markdown/write.ts';
import { authorityLine } from '../rules/authority-words.ts';
import type { Finding } from '../rules/finding.ts';
import {
  AUDIENCES,
  type CheckedReport,
  type FileResult,
  notices,
  type ResultOptions,
  shownProblems,
  type UnreadableReport,
  unsettled,
} from './checked-report.ts';
import { byAttention, hasMoreToSay, isUnreadable, totalsOf } from './file-state.ts';
import { mustBeResults } from './must-be-results.ts';
import { overviewRow, overviewValues } from './overview.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import { type ResultWords, resultWords } from './words.ts';

/**
 * Writes results as Markdown, for merge requests and mail. Many files begin with how many came to what, and an overview in
 * the order in which they need attention; those that simply pass have no more than a row there.
 *
 * @param results
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
  results: readonly FileResult[],
  { locale = 'zh-CN', audience = 'clerk' }: ResultOptions = {},
): string {
  mustBeOneOf('audience', audience, AUDIENCES);
  mustBeResults(results);
  const say = inLanguage(resultWords, locale);
  const files = byAttention(results);
  const isOverview = audience === 'summary' || files.length > 1;
  const parts = [
    ...(isOverview ? [`**${encode(say.totals(files.length, totalsOf(files)))}**`] : []),
    ...(isOverview ? [overview(files, say, locale)] : []),
    ...(audience === 'summary' ? [] : files).flatMap((file) => {
      if (isUnreadable(file)) return unreadableParts(file, say);
      return isOverview && !hasMoreToSay(file)
        ? []
        : reportParts(file, say, audience === 'reviewer' ? locale : undefined);
    }),
  ];
  return `${[`# ${say.title}`, ...parts].join('\n\n')}\n`;
}

function unreadableParts(file: UnreadableReport, say: ResultWords): string[] {
  return [
    `## ${encode(file.name)}`,
    `**${encode(say.states.unreadable)}**`,
    list(shownProblems(file, say).map(encode)),
  ];
}

function reportParts(checked: CheckedReport, say: ResultWords, reviewerIn: Locale | undefined): string[] {
  const all = reviewerIn !== undefined;
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
          list(listed.map((finding) => findingItem(finding, say, reviewerIn))),
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
  authorityIn: Locale | undefined,
): string {
  const listed = `**${rule}** ${say.severity[severity]} ${encode(message)}${waived ? encode(say.waived(waived.reason)) : ''}`;
  return authorityIn ? `${listed}  \n  ${encode(authorityLine(authority, authorityIn))}` : listed;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function overview(files: readonly FileResult[], say: ResultWords, locale: Locale): string {
  const rows = files.map((file) =>
    overviewValues(overviewRow(file, say, locale)).map((value) => encode(String(value ?? ''))),
  );
  return [say.columns, say.columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
