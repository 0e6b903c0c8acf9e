import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { knownFigures } from '../check/check.ts';
import type { CheckResult, Verdict } from '../check/check-result.ts';
import { inLanguage } from '../form/in-language.ts';
import { mustBeOneOf } from '../form/options.ts';
import type { Locale } from '../form/vocabulary.ts';
import { terminalLine } from '../formats/legal-text.ts';
import { authorityLine } from '../rules/authority-words.ts';
import type { Severity } from '../rules/rule.ts';
import {
  AUDIENCES,
  type Audience,
  type CheckedReport,
  diagnosisFor,
  type FileResult,
  notices,
  type ResultOptions,
  shownProblems,
  toneOf,
  type UnreadableReport,
  unsettled,
} from './checked-report.ts';
import {
  byAttention,
  compareAttention,
  countsOf,
  type FileState,
  hasMoreToSay,
  isChecked,
  totalsOf,
} from './file-state.ts';
import { mustBeResults } from './must-be-results.ts';
import { type OverviewRow, overviewRow, overviewValues } from './overview.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import { type ResultWords, resultWords } from './words.ts';

/** Options of results as text. */
export interface ResultTextOptions extends ResultOptions {
  /** Whether to colour what is reported, for terminals; not if left out. */
  readonly color?: boolean | undefined;
}

/**
 * Writes results as text for a terminal.
 *
 * The clerk reads the cells to change and what else to look at; the reviewer every finding with its
 * authority; the summary is a table, its columns in line wherever Chinese characters are two columns wide. Many files
 * begin with how many came to what, stand in the order in which they need attention, and those that simply pass are a
 * line each, at the end.
 *
 * @param results
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
  results: readonly FileResult[],
  { locale = 'zh-CN', audience = 'clerk', color = false }: ResultTextOptions = {},
): string {
  mustBeOneOf('audience', audience, AUDIENCES);
  mustBeResults(results);
  const setting = { say: inLanguage(resultWords, locale), locale, painter: painterOf(color) };
  const { say, painter } = setting;
  if (audience === 'summary') {
    const summary = startSummaryText({ locale, color });
    for (const file of results) summary.add(file);
    return summary.end();
  }
  const files = byAttention(results);
  const totals = painter.bold(say.totals(files.length, totalsOf(files)));
  const isShort = (file: FileResult) => files.length > 1 && isChecked(file) && !hasMoreToSay(file);
  const short = files.filter(isShort);
  return [
    ...(files.length > 1 ? [`${totals}\n`] : []),
    ...files
      .filter((file) => !isShort(file))
      .map((file) => (isChecked(file) ? ofReport(file, audience, setting) : ofUnreadable(file, setting))),
    ...(short.length > 0 ? [passing(short, setting)] : []),
  ].join('\n');
}

interface TextSetting {
  readonly say: ResultWords;
  readonly locale: Locale;
  readonly painter: Painter;
}

function ofReport(checked: CheckedReport, audience: Audience, setting: TextSetting): string {
  const { say, painter } = setting;
  const body = audience === 'clerk' ? forClerk : forReviewer;
  return [
    painter.bold(terminalLine(checked.name)),
    headline(checked, say),
    ...body(checked, setting),
    ...undecidedLines(checked, audience, say, painter),
    ...notices(checked.result).map((message) => `  ! ${terminalLine(message)}`),
    painter.verdict[toneOf(checked.result)](say.conclusion(checked.result)),
    '',
  ].join('\n');
}

function ofUnreadable(file: UnreadableReport, { say, painter }: TextSetting): string {
  return [
    painter.bold(terminalLine(file.name)),
    painter.verdict.fail(say.states.unreadable),
    ...shownProblems(file, say).map((message) => `  ${terminalLine(message)}`),
    '',
  ].join('\n');
}

/** Reports of which there is no more to say, a line each. */
function passing(files: readonly FileResult[], { say, locale, painter }: TextSetting): string {
  const lines = files.map((file) => {
    const { name, agency, year, verdict } = overviewRow(file, say, locale);
    return `  ${[name, agency, year ?? '', verdict].map((part) => terminalLine(String(part))).join('  ')}`;
  });
  return [painter.verdict.pass(say.passing(files.length)), ...lines, ''].join('\n');
}

type Paint = (text: string) => string;

interface Painter {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly verdict: Readonly<Record<Verdict, Paint>>;
  readonly state: Readonly<Record<FileState, Paint>>;
}

function painterOf(color: boolean): Painter {
  const { bold, dim, red, yellow, cyan, green } = createColors(color);
  const verdict = { pass: green, fail: red, incomplete: yellow };
  return {
    bold,
    dim,
    severity: { error: red, warning: yellow, info: cyan },
    verdict,
    state: { ...verdict, partial: yellow, unreadable: red },
  };
}

function headline({ report }: CheckedReport, say: ResultWords): string {
  const { known, all } = knownFigures(report);
  const parts = [report.agency.name, report.year, say.figures(known, all)];
  return parts.flatMap((part) => (part === null ? [] : [terminalLine(String(part))])).join('  ');
}

function forClerk({ result }: CheckedReport, { say, painter }: TextSetting): string[] {
  return [
    ...result.diagnoses.map(({ message, settles }) => {
      const rules = [...new Set(settles.map(({ rule }) => rule))];
      return `  ${painter.bold('→')} ${terminalLine(message)}${rules.length > 0 ? painter.dim(` [${rules.join(' ')}]`) : ''}`;
    }),
    ...findingLines({ ...result, findings: unsettled(result) }, say, painter),
  ];
}

function forReviewer({ result }: CheckedReport, { say, locale, painter }: TextSetting): string[] {
  return [
    ...findingLines(result, say, painter, locale),
    ...result.diagnoses.map(({ message }) => `  ${painter.bold('→')} ${terminalLine(message)}`),
  ];
}

function findingLines(
  result: CheckResult,
  say: ResultWords,
  painter: Painter,
  authorityIn?: Locale,
): string[] {
  return result.findings.flatMap((finding) => {
    const { rule, severity, message, authority, waived } = finding;
    const mark = painter.severity[severity](`${rule} ${say.severity[severity]}`);
    const line = `  ${mark}  ${terminalLine(message)}${waived ? say.waived(terminalLine(waived.reason)) : ''}`;
    if (!authorityIn) return [line];
    const diagnosis = diagnosisFor(result, finding);
    const number = diagnosis ? `  → ${result.diagnoses.indexOf(diagnosis) + 1}` : '';
    return [line, painter.dim(`      ${terminalLine(authorityLine(authority, authorityIn))}${number}`)];
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

/** The summary of many files. */
export interface SummaryText {
  /** Adds a file, of which no more is kept than its row. */
  readonly add: (file: FileResult) => void;
  /** How many came to what, and the table. */
  readonly end: () => string;
}

/** Starts the text for the audience `summary`, also of more files than are to be kept. */
export function startSummaryText({
  locale = 'zh-CN',
  color = false,
}: Pick<ResultTextOptions, 'locale' | 'color'>): SummaryText {
  const setting = { say: inLanguage(resultWords, locale), locale, painter: painterOf(color) };
  const { say, painter } = setting;
  const rows: OverviewRow[] = [];
  return {
    add: (file) => {
      rows.push(overviewRow(file, say, locale));
    },
    end: () => {
      const totals = say.totals(rows.length, countsOf(rows.map(({ state }) => state)));
      return `${painter.bold(totals)}\n\n${overview(rows.toSorted(compareAttention), setting)}`;
    },
  };
}

function overview(rows: readonly OverviewRow[], { say, painter }: TextSetting): string {
  const table = [
    say.columns,
    ...rows.map((row) => overviewValues(row).map((value) => terminalLine(String(value ?? '')))),
  ];
  // the last column is as wide as it likes
  const widths = say.columns.map((_, column) =>
    column === say.columns.length - 1
      ? 0
      : table.reduce((widest, row) => Math.max(widest, stringWidth(row[column] ?? '')), 0),
  );
  const lines = table.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  '));
  const [head = '', ...body] = lines;
  const painted = body.map((line, index) => painter.state[rows[index]?.state ?? 'pass'](line));
  return `${[painter.bold(head), ...painted].map((line) => line.trimEnd()).join('\n')}\n`;
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
}
