import type { CheckResult } from '../check/check-result.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { CellPath } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { CellReading, Place, Reading } from '../reading/reading.ts';
import type { AnyDraft } from '../report/report.ts';
import { type PrintedInstead, printedInstead } from '../rules/cell-content.ts';
import type { Finding } from '../rules/finding.ts';
import type { Severity } from '../rules/rule.ts';

/**
 * For whom a result is written: the `clerk` reads what to change; the `reviewer` reads every finding,
 * why it matters and on what authority; the `summary` has one line per report.
 */
export type Audience = (typeof AUDIENCES)[number];

/** For whom results can be written. */
export const AUDIENCES = ['clerk', 'reviewer', 'summary'] as const;

/** A report that was checked. */
export interface CheckedReport {
  /** Name of the file, or whatever tells the report from others. */
  readonly name: string;
  /** The report or draft. */
  readonly report: AnyDraft;
  /** What the check gave. */
  readonly result: CheckResult;
  /** Where the cells stand in the source, if it was read from one. */
  readonly places?: Readonly<Partial<Record<CellPath, Place>>>;
  /** What the source has in cells whose figure is not known and that are not blank. */
  readonly printed?: PrintedInstead;
}

/**
 * Puts together what was read and what the check says of it, with where the cells stand in the source.
 *
 * @param name
 *   Name of the file, or whatever tells the report from others.
 * @param reading
 *   What was read.
 * @param result
 *   What `checkReport` gave for it.
 * @returns
 *   What all formats of results take.
 * @example
 *   const reading = await readReport(await readFile('report.docx'));
 *   console.log(resultText([checkedReport('report.docx', reading, checkReport(reading))]));
 */
export function checkedReport(
  name: string,
  { draft, cells }: Pick<Reading, 'draft' | 'cells'>,
  result: CheckResult,
): CheckedReport {
  const places = Object.entries<CellReading>(cells).flatMap(([path, { place }]) =>
    place ? [[path, place] as const] : [],
  );
  return { name, report: draft, result, places: Object.fromEntries(places), printed: printedInstead(cells) };
}

/** A file that could not be read, or that holds no report. */
export interface UnreadableReport {
  /** Name of the file, or whatever tells it from others. */
  readonly name: string;
  /** Why it could not be read, and what to do, in the language of the check. */
  readonly problems: readonly ReadProblem[];
}

/** Why a file could not be read. */
export interface ReadProblem {
  /** The reason and what to do, for people. */
  readonly message: string;
}

/** The result of one file: its report was checked, or it could not be read. */
export type FileResult = CheckedReport | UnreadableReport;

/** Options of all formats of results. */
export interface ResultOptions {
  /** Language; Chinese if left out. The messages of the result are in the language of the check. */
  readonly locale?: Locale | undefined;
  /** For whom; the clerk if left out. */
  readonly audience?: Audience | undefined;
}

/** The findings that no diagnosis settles. */
export function unsettled({ diagnoses, findings }: CheckResult): Finding[] {
  const settled = new Set(diagnoses.flatMap(({ settles }) => settles.map(({ fingerprint }) => fingerprint)));
  return findings.filter(({ fingerprint }) => !settled.has(fingerprint));
}

/** The diagnosis that settles a finding. */
export function diagnosisFor({ diagnoses }: CheckResult, { fingerprint }: Finding): Diagnosis | undefined {
  return diagnoses.find(({ settles }) => settles.some((finding) => finding.fingerprint === fingerprint));
}

/** What else there is to say of a check: rules of packs that failed, waivers that accept nothing. */
export function notices({ failedRules, idleWaivers }: CheckResult): string[] {
  return [...failedRules, ...idleWaivers].map(({ message }) => message);
}

/** Problems of a file that are shown; the JSON has all. */
const MAX_SHOWN = 20;

/** Why a file could not be read, as far as it is shown. */
export function shownProblems(
  { problems }: UnreadableReport,
  say: { readonly andMore: (count: number) => string },
): string[] {
  const more = problems.length - MAX_SHOWN;
  return [
    ...problems.slice(0, MAX_SHOWN).map(({ message }) => message),
    ...(more > 0 ? [say.andMore(more)] : []),
  ];
}

/** How many findings of a severity count. */
export function countOf({ findings }: CheckResult, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && !finding.waived).length;
}

/** Whether only a part of the rules was run, and those pass: never called a pass. */
export function isPassOfPart({ verdict, partial }: Pick<CheckResult, 'verdict' | 'partial'>): boolean {
  return partial && verdict === 'pass';
}

/** The verdict by whose colour a result is shown: a pass of a part looks like what is not complete. */
export function toneOf(result: Pick<CheckResult, 'verdict' | 'partial'>): CheckResult['verdict'] {
  return isPassOfPart(result) ? 'incomplete' : result.verdict;
}
