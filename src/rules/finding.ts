import type { CellPath } from '../form/cells.ts';
import type { Authority, Locale } from '../form/vocabulary.ts';
import { figureAt } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Outcome, RuleFacts, Severity, TextSpan } from './rule.ts';

/** Why a rule has to hold, in the language of the finding. */
export interface CitedAuthority {
  /** How firm it is; see `Authority`. */
  readonly kind: Authority['kind'];
  /** Where it is written, or what it is inferred from. */
  readonly citation: string;
}

/** Why a finding does not count. */
export interface Waived {
  /** The reason the waiver gives. */
  readonly reason: string;
  /** Last day on which the waiver counts. */
  readonly expires?: string;
}

/**
 * A breach of a rule in a report. Plain JSON.
 *
 * @example
 *   const [finding] = checkReport(mistaken).findings;
 *   [finding?.rule, finding?.severity, finding?.actual, finding?.expected]
 *   //=> ['T3-01', 'error', 3225, 3153]
 */
export interface Finding {
  /** Number of the rule, such as `T3-01`. */
  readonly rule: string;
  /** How much it matters. */
  readonly severity: Severity;
  /** The cells that disagree; the left side of an equation first. */
  readonly cells: readonly CellPath[];
  /** Where in the text it stands, if it is about what the text says of the tables. */
  readonly span?: TextSpan;
  /** What should stand there; of an equation, the sum of its right side. `null` if the rule cannot say. */
  readonly expected: number | null;
  /** What does stand there; of an equation, the sum of its left side. `null` if the rule cannot say. */
  readonly actual: number | null;
  /** `actual` less `expected`. */
  readonly difference: number | null;
  /** Where, both sides, the difference and the rule, for the clerk who has to correct it. */
  readonly message: string;
  /** Why it is required. */
  readonly authority: CitedAuthority;
  /**
   * Made of rule, agency, year and the figures concerned (or, if it is about none, what it says): the
   * same in every run and every language, another one as soon as a figure changes.
   */
  readonly fingerprint: string;
  /** Set if a waiver accepts it; then it does not count for the verdict. */
  readonly waived?: Waived;
}

/** What a finding is made from besides the rule: the same for rules of the catalogue and for readers. */
export function findingOf(
  rule: Pick<RuleFacts, 'id' | 'severity' | 'authority'>,
  outcome: Omit<Outcome, 'verdict'>,
  report: AnyDraft,
  locale: Locale,
): Finding {
  const { expected = null, actual = null } = outcome;
  const subtracted = expected === null || actual === null ? null : actual - expected;
  const operands = outcome.cells.map((path) => `${path}=${figureAt(report, path)}`);
  const about = operands.length > 0 ? [...operands, expected] : [outcome.message('zh-CN')];
  const { authority } = rule;
  return {
    rule: rule.id,
    severity: outcome.severity ?? rule.severity,
    cells: outcome.cells,
    ...(outcome.span ? { span: outcome.span } : {}),
    expected,
    actual,
    difference: outcome.difference ?? subtracted,
    message: inOneLine(outcome.message(locale)),
    authority: { kind: authority.kind, citation: authority.citation[locale] },
    fingerprint: fingerprintOf([rule.id, report.agency.name, report.year, ...about].join('\n')),
  };
}

/** A message as one line: what it quotes of a source may have several, as a cell has. */
function inOneLine(message: string): string {
  if (!message.includes('\n')) return message;
  const lines = message.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}
