import { type CellPath, isCellPath } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import { accepted, type Key } from '../report/list-option.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';

/**
 * A decision to accept findings of a rule in a report. Plain JSON.
 *
 * @example
 *   const waivers: Waiver[] = [
 *     { rule: 'T2-02', reason: '现行有效件数根据清理结果调整', year: 2024, expires: '2025-12-31' },
 *   ];
 *   const { findings, idleWaivers } = checkReport(report, { previous, waivers });
 */
export interface Waiver {
  /** Number of the rule. */
  readonly rule: string;
  /** Only findings about all of these cells; any finding of the rule if left out. */
  readonly cells?: readonly CellPath[];
  /** Only the finding with this fingerprint, so that it ends when a figure changes. */
  readonly fingerprint?: string;
  /** Only in reports of this agency, by its full name. */
  readonly agency?: string;
  /** Only in reports on this year. */
  readonly year?: number;
  /** Why it is accepted; reported beside the finding. */
  readonly reason: string;
  /** Last day on which it counts, as `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** What a waiver says, key by key: what `checkReport` and the command line take, and what the JSON of results has. */
export const waiverShape = {
  rule: { ...accepted.text, isRequired: true },
  cells: { accepts: areCells, expected: 'cells' },
  fingerprint: accepted.text,
  agency: accepted.text,
  year: accepted.whole,
  reason: { ...accepted.words, isRequired: true },
  expires: accepted.day,
} as const satisfies Readonly<Record<keyof Waiver, Key>>;

function areCells(value: unknown): boolean {
  return Array.isArray(value) && value.every((path) => typeof path === 'string' && isCellPath(path));
}

/** A waiver that has no effect: nothing matches it any more, or it has expired. Plain JSON. */
export interface IdleWaiver {
  /** The waiver as given. */
  readonly waiver: Waiver;
  /** Why it has no effect. */
  readonly problem: 'unmatched' | 'expired';
  /** The same in words. */
  readonly message: string;
}

interface WaiverOptions {
  /** The day on which waivers have to be valid. */
  readonly today: string;
  readonly locale: Locale;
  /** Whether a rule did not run or was undecided. */
  readonly isOpen?: ((rule: string) => boolean) | undefined;
}

interface Waivers {
  readonly findings: readonly Finding[];
  readonly idle: readonly IdleWaiver[];
}

/**
 * Marks the findings that waivers accept, and lists the waivers that accept nothing.
 *
 * Waivers of rules that did not run or were undecided are
 * not idle.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  { agency, year }: AnyDraft,
  { today, locale, isOpen = () => false }: WaiverOptions,
): Waivers {
  const applicable = waivers.filter(
    (waiver) =>
      (waiver.agency === undefined || waiver.agency === agency.name) &&
      (waiver.year === undefined || waiver.year === year),
  );
  const valid = applicable.filter(({ expires }) => expires === undefined || today <= expires);
  const idle = applicable.flatMap((waiver): IdleWaiver[] => {
    const problem = !valid.includes(waiver)
      ? 'expired'
      : isOpen(waiver.rule) || findings.some((finding) => accepts(waiver, finding))
        ? undefined
        : 'unmatched';
    return problem ? [{ waiver, problem, message: messageOf(waiver, problem, locale) }] : [];
  });
  const marked = findings.map((finding) => {
    const waiver = valid.find((candidate) => accepts(candidate, finding));
    if (!waiver) return finding;
    const { reason, expires } = waiver;
    return { ...finding, waived: { reason, ...(expires === undefined ? {} : { expires }) } };
  });
  return { findings: marked, idle };
}

function accepts({ rule, cells, fingerprint }: Waiver, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  if (fingerprint !== undefined && fingerprint !== finding.fingerprint) return false;
  return cells === undefined || cells.every((path) => finding.cells.includes(path));
}

function messageOf(
  { rule, reason, expires }: Waiver,
  problem: IdleWaiver['problem'],
  locale: Locale,
): string {
  if (problem === 'expired') {
    return locale === 'en'
      ? `the waiver of ${rule} (${reason}) expired on ${expires}; renew it or correct the report`
      : `${rule} 的豁免（${reason}）已于 ${expires} 到期，请续期或者改正报告`;
  }
  return locale === 'en'
    ? `the waiver of ${rule} (${reason}) no longer matches anything; remove it`
    : `${rule} 的豁免（${reason}）已没有对应的问题，请删去`;
}
