import type { CheckResult } from '../check/check-result.ts';
import { inLanguage } from '../form/in-language.ts';
import type { Locale } from '../form/vocabulary.ts';
import { terminalLine } from '../formats/legal-text.ts';
import type { LineResult } from '../many/line-result.ts';
import type { Summary } from '../many/summary.ts';
import { UNREADABLE } from '../results/json.ts';
import { resultWords } from '../results/words.ts';
import { words } from './words.ts';

/** Causes named on the line of a report; the JSON has all. */
const MAX_SHOWN = 3;

/** What came of a line, on one line; nothing of a report that passes. */
export function lineText(file: string, line: LineResult, locale: Locale): string | undefined {
  if (line.ok && line.result.verdict === 'pass' && !line.ambiguous) return undefined;
  const place = `${file}:${line.line}`;
  const parts = line.ok
    ? [
        place,
        [line.agency, line.year].filter((part) => part !== null).join(' '),
        resultWords.verdictOf(line.result)[locale],
        ...causeLines(line.result, locale),
        ...(line.ambiguous ? [words.ambiguous[locale]] : []),
      ]
    : [
        place,
        words.unreadable[locale],
        ...shortened(
          line.problems.map(({ message }) => message),
          locale,
        ),
      ];
  return parts.map(terminalLine).join('  ');
}

/** The same as JSON: what `--format json` gives of a file, and where it stands. */
export function lineJson(file: string, line: LineResult): string {
  if (!line.ok)
    return JSON.stringify({ file, line: line.line, verdict: UNREADABLE, problems: line.problems });
  const { agency, year, result } = line;
  return JSON.stringify({ file, line: line.line, agency, year, ...result });
}

/** What came of a file of many reports: how many did what, and which rules objected how often. */
export function summaryText(file: string, summary: Summary, isCompared: boolean, locale: Locale): string {
  const say = inLanguage(words, locale);
  const { severity } = inLanguage(resultWords, locale);
  const rules = Object.entries(summary.rules).map(
    ([id, rule]) => `  ${id} ${severity[rule.severity]}  ${say.ruleCount(rule)}`,
  );
  return [`${terminalLine(file)}  ${say.manySummary(summary, isCompared)}`, ...rules, ''].join('\n');
}

/** The rules that object, and what to do: what most likely is wrong, or else what was found or not known. */
function causeLines(result: CheckResult, locale: Locale): string[] {
  const { findings, diagnoses, undecided, verdict, failedRules } = result;
  if (verdict === 'incomplete')
    return shortened(
      [
        ...failedRules.map(({ message }) => message),
        ...diagnoses.map(({ message }) => message),
        ...undecided.map(({ rule, message }) => `${rule} ${message}`),
      ],
      locale,
    );
  const errors = findings.filter((finding) => finding.severity === 'error' && !finding.waived);
  const rules = [...new Set(errors.map(({ rule }) => rule))];
  const causes = diagnoses.length > 0 ? diagnoses : errors;
  return [
    ...(rules.length > 0 ? [rules.join(' ')] : []),
    ...shortened(
      causes.map(({ message }) => message),
      locale,
    ),
  ];
}

function shortened(messages: readonly string[], locale: Locale): string[] {
  const more = messages.length - MAX_SHOWN;
  return [...messages.slice(0, MAX_SHOWN), ...(more > 0 ? [resultWords.andMore(more)[locale]] : [])];
}
