import { createColors } from 'picocolors';
import type { Locale } from '../form/table.ts';
import type { Draft } from '../report/report.ts';
import { type CheckResult, knownFigures, type Verdict } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
import { words } from './words.ts';

/** Writes the result of a check for people at a terminal. */
export function checkText(
  file: string,
  draft: Draft,
  result: CheckResult,
  { locale, color }: { readonly locale: Locale; readonly color: boolean },
): string {
  const say = words[locale];
  const colors = createColors(color);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
  };
  const stamp: Record<Verdict, (text: string) => string> = {
    pass: colors.green,
    fail: colors.red,
    incomplete: colors.yellow,
  };
  const { known, all } = knownFigures(draft);
  const count = (severity: Severity) =>
    result.findings.filter((finding) => finding.severity === severity).length;
  const undecided = new Map<string, number>();
  for (const { rule } of result.undecided) undecided.set(rule, (undecided.get(rule) ?? 0) + 1);
  return [
    colors.bold(file),
    [draft.agency.name, draft.year, say.figures(known, all)].filter((part) => part !== null).join('  '),
    ...result.findings.map(
      ({ rule, severity, message }) =>
        `  ${paint[severity](`${rule} ${say.severity[severity]}`)}  ${message}`,
    ),
    ...result.diagnoses.map(({ message }) => `  ${colors.bold('→')} ${message}`),
    ...(result.undecided.length > 0
      ? [
          say.undecided(
            result.undecided.length,
            [...undecided].map(([rule, times]) => `${rule}×${times}`),
          ),
        ]
      : []),
    stamp[result.verdict](
      say.conclusion(say.verdict[result.verdict], count('error'), count('warning'), result.rules.length),
    ),
    '',
  ].join('\n');
}
