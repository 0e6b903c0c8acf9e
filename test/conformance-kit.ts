import {
  type AnyDraft,
  type CellPath,
  type CheckOptions,
  type CheckResult,
  checkReport,
  type Draft,
  definePack,
  type Rule,
  type Settings,
  type SourceStructure,
} from '../src/index.ts';
import { asRead, optionsOf, type RuleCase, reportOf, ruleCases, sourceOf } from './rule-cases.ts';

/** A case of the conformance kit: what a checker is given, and what it should find. */
export interface ConformanceCase {
  readonly name: string;
  /** Whether the rule of the file is broken, holds, or cannot be decided. */
  readonly outcome: 'broken' | 'holds' | 'undecided';
  readonly report: Draft;
  readonly previous?: AnyDraft;
  readonly source?: SourceStructure;
  readonly settings?: Partial<Settings>;
  readonly expected: {
    readonly verdict: CheckResult['verdict'];
    readonly findings: readonly object[];
    readonly undecided: readonly { readonly rule: string; readonly cells: readonly CellPath[] }[];
    readonly diagnoses: readonly object[];
  };
}

/** A file of the kit. */
export interface ConformanceFile {
  readonly rule: string;
  readonly text: Rule['text'];
  readonly cases: readonly ConformanceCase[];
}

/** What is expected of a check, without what is worded for people. */
export function expectedOf({
  verdict,
  findings,
  undecided,
  diagnoses,
}: CheckResult): ConformanceCase['expected'] {
  return {
    verdict,
    findings: findings.map(({ rule, severity, cells, expected, actual, difference }) => ({
      rule,
      severity,
      cells,
      expected,
      actual,
      difference,
    })),
    undecided: undecided.map(({ rule, cells }) => ({ rule, cells })),
    diagnoses: diagnoses.map(({ changes, kind, candidates, unique, exact, settles }) => ({
      changes,
      kind,
      candidates,
      unique,
      exact,
      settles: settles.map(({ rule, cells }) => ({ rule, cells })),
    })),
  };
}

/** The options a case is checked with. */
export function optionsOfCase({ previous, settings }: Omit<ConformanceCase, 'expected'>): CheckOptions {
  return {
    ...(previous ? { previous } : {}),
    ...(settings
      ? { packs: [definePack({ id: 'kit', name: { 'zh-CN': '某地', en: 'a place' }, settings })] }
      : {}),
  };
}

/** Writes the file of a rule: the sample as a passing case, then the cases of the rule. */
export function conformanceFile({ id, text, scope }: Rule): string {
  const { breaks, holds = [], undecided = [] } = ruleCases[id] ?? { breaks: [] };
  const named = [
    ...[{}, ...holds].map((ruleCase, at) => ({
      ruleCase,
      outcome: 'holds' as const,
      name: `${id} holds ${at + 1}`,
    })),
    ...breaks.map((ruleCase, at) => ({
      ruleCase,
      outcome: 'broken' as const,
      name: `${id} broken ${at + 1}`,
    })),
    ...undecided.map((ruleCase, at) => ({
      ruleCase,
      outcome: 'undecided' as const,
      name: `${id} undecided ${at + 1}`,
    })),
  ];
  const cases = named.map(({ ruleCase, outcome, name }) => caseOf(ruleCase, outcome, name, scope));
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`);
  return `{\n  "rule": ${JSON.stringify(id)},\n  "text": ${JSON.stringify(text)},\n  "cases": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function caseOf(
  ruleCase: RuleCase,
  outcome: ConformanceCase['outcome'],
  name: string,
  scope: Rule['scope'],
): ConformanceCase {
  const { previous } = optionsOf(ruleCase);
  const source = sourceOf(ruleCase);
  const compares = scope === 'years' || ruleCase.previousOverview !== undefined;
  const given = {
    name,
    outcome,
    report: reportOf(ruleCase),
    ...(compares && previous ? { previous } : {}),
    ...(source ? { source } : {}),
    ...(ruleCase.settings ? { settings: ruleCase.settings } : {}),
  };
  return {
    ...given,
    expected: expectedOf(checkReport(asRead(given.report, given.source), optionsOfCase(given))),
  };
}
