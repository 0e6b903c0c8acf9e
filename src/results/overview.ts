import type { CheckResult } from '../check/check-result.ts';
import { addressOf } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import { type CheckedReport, type FileResult, unsettled } from './checked-report.ts';
import { type Attention, attentionOf, isUnreadable } from './file-state.ts';
import { undecidedReasons } from './undecided-reasons.ts';
import type { ResultWords } from './words.ts';

/** A file in an overview of many. */
export interface OverviewRow extends Attention {
  /** Name of the file. */
  readonly name: string;
  /** Empty if not known. */
  readonly agency: string;
  readonly year: number | null;
  readonly verdict: string;
  /** How many cells should be changed. */
  readonly changes: number | null;
  /** What to do first, or why it could not be read; empty if nothing has to be done. */
  readonly first: string;
}

/** A file as a row of an overview. */
export function overviewRow(file: FileResult, say: ResultWords, locale: Locale): OverviewRow {
  const attention = attentionOf(file);
  const { name } = file;
  if (isUnreadable(file))
    return {
      ...attention,
      name,
      agency: '',
      year: null,
      verdict: say.states.unreadable,
      changes: null,
      first: file.problems[0]?.message ?? '',
    };
  const { report, result } = file;
  return {
    ...attention,
    name,
    agency: report.agency.name ?? '',
    year: report.year,
    verdict: say.verdictOf(result),
    changes: result.diagnoses.reduce((sum, { changes }) => sum + changes.length, 0),
    first: firstStep(file, say, locale),
  };
}

/** A row in the order of the headings of the overview. */
export function overviewValues(row: OverviewRow): readonly (string | number | null)[] {
  const { agency, year, verdict, errors, warnings, changes, name, first } = row;
  return [agency, year, verdict, errors, warnings, changes, name, first];
}

/** Changes that are written out in an overview. */
const MAX_CHANGES = 2;

/** What to do first about a report. */
function firstStep(checked: CheckedReport, say: ResultWords, locale: Locale): string {
  const { result } = checked;
  const [diagnosis] = result.diagnoses;
  if (diagnosis) {
    const { changes, candidates } = diagnosis;
    const shown = changes
      .slice(0, MAX_CHANGES)
      .map((change) => say.change(addressOf(change.cell)[locale], change));
    const all = changes.length > MAX_CHANGES ? say.allChanges(changes.length) : '';
    return `${shown.join(say.and)}${all}${candidates > 1 ? say.otherWays(candidates - 1) : ''}`;
  }
  const finding = mostSevere(result);
  if (finding) return finding.message;
  const [reason] = result.verdict === 'pass' ? [] : undecidedReasons(checked, 'clerk', say).shown;
  return reason?.message ?? result.failedRules[0]?.message ?? '';
}

/** The first error that no diagnosis settles, else the first warning. */
function mostSevere(result: CheckResult) {
  const left = unsettled(result).filter(({ waived }) => !waived);
  return (
    left.find(({ severity }) => severity === 'error') ?? left.find(({ severity }) => severity === 'warning')
  );
}
