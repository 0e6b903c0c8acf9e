import type { Verdict } from '../check/check-result.ts';
import { moreSevere, type Severity } from '../rules/rule.ts';
import type { LineResult } from './line-result.ts';

/** How often a rule was broken. */
export interface RuleCount {
  /** The gravest severity it had. */
  readonly severity: Severity;
  /** In how many reports it objected to something that is not waived. */
  readonly reports: number;
  /** How many findings it has that are not waived. */
  readonly findings: number;
  /** How many findings it has that are waived. */
  readonly waived: number;
}

/** The totals of all lines so far. Plain JSON. */
export interface Summary {
  /** Lines so far, blank ones too. */
  readonly lines: number;
  /** Blank lines. */
  readonly blank: number;
  /** Reports and drafts that pass. */
  readonly pass: number;
  /** Reports and drafts with errors. */
  readonly fail: number;
  /** Reports and drafts in which something is not known. */
  readonly incomplete: number;
  /** Lines that could not be read or checked. */
  readonly unreadable: number;
  /** Reports that were compared with the one on the year before. */
  readonly compared: number;
  /** Reports that were not, since there are several on the year before that differ. */
  readonly ambiguous: number;
  /** The rules that objected, by number. */
  readonly rules: Readonly<Record<string, RuleCount>>;
}

/** A summary that grows. */
export interface Count {
  readonly add: (result: LineResult) => void;
  /** Tells that all lines up to this one have been given, blank ones too. */
  readonly upTo: (line: number) => void;
  readonly summary: () => Summary;
}

/** Starts a summary. */
export function startCount(): Count {
  const verdicts: Record<Verdict, number> = { pass: 0, fail: 0, incomplete: 0 };
  let [lines, unreadable, compared, ambiguous] = [0, 0, 0, 0];
  const rules = new Map<string, { -readonly [Key in keyof RuleCount]: RuleCount[Key] }>();

  return {
    upTo(line) {
      lines = line;
    },
    add(line) {
      lines = line.line;
      if (!line.ok) {
        unreadable += 1;
        return;
      }
      verdicts[line.result.verdict] += 1;
      if (line.compared) compared += 1;
      if (line.ambiguous) ambiguous += 1;
      const objecting = new Set<string>();
      for (const { rule, severity, waived } of line.result.findings) {
        const count = rules.get(rule) ?? { severity, reports: 0, findings: 0, waived: 0 };
        rules.set(rule, count);
        count.severity = moreSevere(count.severity, severity);
        count[waived ? 'waived' : 'findings'] += 1;
        if (!waived && !objecting.has(rule)) count.reports += 1;
        if (!waived) objecting.add(rule);
      }
    },
    summary: () => ({
      lines,
      blank: lines - verdicts.pass - verdicts.fail - verdicts.incomplete - unreadable,
      ...verdicts,
      unreadable,
      compared,
      ambiguous,
      rules: Object.fromEntries(
        [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => [id, { ...count }]),
      ),
    }),
  };
}
