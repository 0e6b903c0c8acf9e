import type { CheckResult } from '../check/check-result.ts';
import type { LineResult } from './line-result.ts';

/** A check that found nothing, as it passes between threads: line, agency, year, compared or why not, which list of rules. */
type Clean = readonly [
  line: number,
  agency: string | null,
  year: number | null,
  compared: boolean | 'several',
  rules: number,
];

/** The rules that were run, and those that were not. */
type RulesRun = Pick<CheckResult, 'rules' | 'partial' | 'notRun'>;

/** What came of one line, as it passes between threads. */
type Compact =
  | Clean
  | readonly [...Clean, Omit<CheckResult, keyof RulesRun>]
  | Extract<LineResult, { ok: false }>;

/** What came of a batch, as it passes between threads. */
interface CompactBatch {
  /** Lists of rules that were not used before, in the order of their numbers. */
  readonly newRules: readonly RulesRun[];
  readonly results: readonly Compact[];
}

/** Writes what came of batches as text; the rules that were run are written once for all reports that share them. */
export function startCompacting(): (results: readonly LineResult[]) => string {
  const known = new Map<string, number>();
  return (results) => {
    const newRules: RulesRun[] = [];
    const compact = results.map((line): Compact => {
      if (!line.ok) return line;
      const { rules, partial, notRun, ...rest } = line.result;
      const key = `${rules.join()}/${notRun.join()}`;
      const at = known.get(key) ?? known.size;
      if (at === known.size) {
        known.set(key, at);
        newRules.push({ rules, partial, notRun });
      }
      const compared = line.ambiguous ? 'several' : line.compared;
      const start: Clean = [line.line, line.agency, line.year, compared, at];
      return isClean(line.result) ? start : [...start, rest];
    });
    return JSON.stringify({ newRules, results: compact } satisfies CompactBatch);
  };
}

/** Reads what `startCompacting` wrote, in the same order. */
export function startExpanding(): (text: string) => LineResult[] {
  const known: RulesRun[] = [];
  return (text) => {
    const { newRules, results } = JSON.parse(text) as CompactBatch;
    known.push(...newRules);
    return results.map((compact): LineResult => {
      if ('ok' in compact) return compact;
      const [line, agency, year, compared, at, rest = clean()] = compact;
      return {
        line,
        ok: true,
        agency,
        year,
        compared: compared === true,
        ambiguous: compared === 'several',
        result: { ...rest, ...(known[at] ?? { rules: [], partial: false, notRun: [] }) },
      };
    });
  };
}

function clean(): Omit<CheckResult, keyof RulesRun> {
  return { verdict: 'pass', findings: [], diagnoses: [], undecided: [], idleWaivers: [] };
}

function isClean({ verdict, findings, undecided, idleWaivers }: CheckResult): boolean {
  return verdict === 'pass' && findings.length + undecided.length + idleWaivers.length === 0;
}
