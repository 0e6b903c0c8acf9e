import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { knownFigures } from '../check/check.ts';
import type { CheckResult, Verdict } from '../check/check-result.ts';
import { inLanguage } from '../form/in-language.ts';
import { terminalLine } from '../formats/legal-text.ts';
import type { Severity } from '../rules/rule.ts';
import {
  type Audience,
  type CheckedReport,
  diagnosisFor,
  type FileResult,
  isUnreadable,
  notices,
  type ResultOptions,
  shownProblems,
  summaryRow,
  toneOf,
  type UnreadableReport,
  unsettled,
} from './checked-report.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import { type ResultWords, resultWords } from './words.ts';

/** Options of results as text. */
export interface ResultTextOptions extends ResultOptions {
  /** Whether to colour what is reported, for terminals; not if left out. */
  readonly color?: boolean;
}

/**
 * Writes results for people at a terminal.
 *
 * The clerk reads the cells to change and what else to look at; the reviewer every finding with its
 * authority; the summary is a table, its columns in line wherever Chinese characters are two columns wide.
 *
 * @param reports
 *   Reports that were checked, and files that could not be read.
 * @param options
 *   Language, audience, colour.
 * @returns
 *   Text that ends in a line break. Control characters in names and messages are left out.
 * @example
 *   const result = checkReport(mistaken);
 *   console.log(resultText([{ name: 'report.json', report: mistaken, result }]));
 */
export function resultText(
  reports: readonly FileResult[],
  { locale = 'zh-CN', audience = 'clerk', color = false }: ResultTextOptions = {},
): string {
  const say = inLanguage(resultWords, locale);
  const painter = painterOf(color);
  if (audience === 'summary') {
    const table = startSummaryText({ locale, color });
    for (const file of reports) table.add(file);
    return table.end();
  }
  const body = audience === 'clerk' ? forClerk : forReviewer;
  const checkedLines = (checked: CheckedReport) => [
    headline(checked, say),
    ...body(checked, say, painter),
    ...undecidedLines(checked, audience, say, painter),
    ...notices(checked.result).map((message) => `  ! ${terminalLine(message)}`),
    painter.verdict[toneOf(checked.result)](say.conclusion(checked.result)),
  ];
  return reports
    .map((checked) =>
      [
        painter.bold(terminalLine(checked.name)),
        ...(isUnreadable(checked) ? unreadableLines(checked, say, painter) : checkedLines(checked)),
        '',
      ].join('\n'),
    )
    .join('\n');
}

function unreadableLines(file: UnreadableReport, say: ResultWords, painter: Painter): string[] {
  const problems = shownProblems(file, say).map((message) => `  ${terminalLine(message)}`);
  return [painter.verdict.fail(say.unreadable), ...problems];
}

type Paint = (text: string) => string;

interface Painter {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly verdict: Readonly<Record<Verdict, Paint>>;
}

function painterOf(color: boolean): Painter {
  const { bold, dim, red, yellow, cyan, green } = createColors(color);
  return {
    bold,
    dim,
    severity: { error: red, warning: yellow, info: cyan },
    verdict: { pass: green, fail: red, incomplete: yellow },
  };
}

function headline({ report }: CheckedReport, say: ResultWords): string {
  const { known, all } = knownFigures(report);
  const parts = [report.agency.name, report.year, say.figures(known, all)];
  return parts.flatMap((part) => (part === null ? [] : [terminalLine(String(part))])).join('  ');
}

function forClerk({ result }: CheckedReport, say: ResultWords, painter: Painter): string[] {
  return [
    ...result.diagnoses.map(({ message, settles }) => {
      const rules = [...new Set(settles.map(({ rule }) => rule))];
      return `  ${painter.bold('→')} ${terminalLine(message)}${rules.length > 0 ? painter.dim(` [${rules.join(' ')}]`) : ''}`;
    }),
    ...findingLines({ ...result, findings: unsettled(result) }, say, painter, false),
  ];
}

function forReviewer({ result }: CheckedReport, say: ResultWords, painter: Painter): string[] {
  return [
    ...findingLines(result, say, painter, true),
    ...result.diagnoses.map(({ message }) => `  ${painter.bold('→')} ${terminalLine(message)}`),
  ];
}

function findingLines(
  result: CheckResult,
  say: ResultWords,
  painter: Painter,
  withAuthority: boolean,
): string[] {
  return result.findings.flatMap((finding) => {
    const { rule, severity, message, authority, waived } = finding;
    const mark = painter.severity[severity](`${rule} ${say.severity[severity]}`);
    const line = `  ${mark}  ${terminalLine(message)}${waived ? say.waived(terminalLine(waived.reason)) : ''}`;
    if (!withAuthority) return [line];
    const diagnosis = diagnosisFor(result, finding);
    const number = diagnosis ? `  → ${result.diagnoses.indexOf(diagnosis) + 1}` : '';
    return [line, painter.dim(`      ${say.authority}: ${terminalLine(authority.citation)}${number}`)];
  });
}

function undecidedLines(
  checked: CheckedReport,
  audience: Audience,
  say: ResultWords,
  painter: Painter,
): string[] {
  if (checked.result.undecided.length === 0) return [];
  const { shown, more } = undecidedReasons(checked, audience, say);
  return [
    say.undecided(checked.result),
    ...shown.map(({ rules, message }) => `  ${painter.dim(rules.join(' '))}  ${terminalLine(message)}`),
    ...(more > 0 ? [`  ${say.andMore(more)}`] : []),
  ];
}

/** A table with a row a file, its columns in line. */
export interface SummaryText {
  /** Adds a row; nothing more of the file is kept. */
  readonly add: (file: FileResult) => void;
  /** The table. */
  readonly end: () => string;
}

/** Starts the table of the audience `summary`, for more files than are to be kept. */
export function startSummaryText({
  locale = 'zh-CN',
  color = false,
}: Pick<ResultTextOptions, 'locale' | 'color'>): SummaryText {
  const say = inLanguage(resultWords, locale);
  const painter = painterOf(color);
  const rows: { readonly cells: readonly string[]; readonly paint: Paint }[] = [];
  return {
    add: (file) => {
      rows.push({
        cells: summaryRow(file, say).map(terminalLine),
        paint: painter.verdict[isUnreadable(file) ? 'fail' : toneOf(file.result)],
      });
    },
    end: () => {
      const table = [{ cells: say.columns, paint: painter.bold }, ...rows];
      const widths = say.columns.map((_, column) =>
        table.reduce((width, { cells }) => Math.max(width, stringWidth(cells[column] ?? '')), 0),
      );
      const lines = table.map(({ cells, paint }) =>
        paint(cells.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')).trimEnd(),
      );
      return `${lines.join('\n')}\n`;
    },
  };
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}
