import type { PreviousOf } from '../many/find-previous.ts';
import type { AnyDraft } from '../report/report.ts';
import { type ExactFigures, exactFigures } from './exact.ts';
import { type Filed, type Filing, type MemberFiling, reportsOf } from './filing.ts';
import { isAdded } from './member.ts';

/**
 * What may go wrong in adding up: a member `leftOut` or `countedTwice`; its report on the year before taken
 * (`lastYearTaken`), or another version of its report (`olderVersion`); the report of a body counted that does not
 * belong to the sum (`otherCounted`).
 */
export type StepKind = (typeof STEP_KINDS)[number];

/** What may go wrong in adding up, the most usual first. */
export const STEP_KINDS = [
  'leftOut',
  'countedTwice',
  'lastYearTaken',
  'olderVersion',
  'otherCounted',
] as const;

/** One thing that went wrong in adding up. */
export interface Step {
  /** What went wrong. */
  readonly kind: StepKind;
  /** The body concerned. */
  readonly member: string;
  /** Other mistakes with the same body that come to the same figures, so that nothing tells them apart. */
  readonly alsoKinds: readonly StepKind[];
}

/** A mistake, and what it adds to the figures of the sum. */
export interface Mistake extends Step {
  readonly adds: readonly number[];
}

/** Where mistakes are looked for. */
export interface Suspects {
  readonly filing: Filing;
  readonly besides: readonly Filed[];
  readonly previousOf?: PreviousOf;
  readonly year: number;
  readonly edition: AnyDraft['form'];
}

/** Every mistake with one body that would change the figures. Whoever adds up adds nothing for a blank. */
export function possibleMistakes({
  filing,
  besides,
  previousOf,
  year,
  edition,
}: Suspects): readonly Mistake[] {
  const added = filing.members.filter(({ state }) => isAdded(state));
  const found: Mistake[] = [];
  const add = (kind: StepKind, member: string, adds: readonly number[]) => {
    if (adds.every((figure) => figure === 0)) return;
    const same = found.findIndex(
      (other) => other.member === member && other.adds.every((figure, at) => figure === adds[at]),
    );
    const other = found[same];
    if (!other) found.push({ kind, member, alsoKinds: [], adds });
    else if (other.kind !== kind && !other.alsoKinds.includes(kind))
      found[same] = { ...other, alsoKinds: [...other.alsoKinds, kind] };
  };
  for (const { member, report, figures = [], others } of added) {
    const own = figures.map(orNothing);
    const replacedBy = (other: ExactFigures) => own.map((figure, at) => orNothing(other[at]) - figure);
    add(
      'leftOut',
      member.name,
      own.map((figure) => 0 - figure),
    );
    add('countedTwice', member.name, own);
    const before = report && previousOf?.(report);
    if (before) add('lastYearTaken', member.name, replacedBy(exactFigures(before, edition)));
    for (const other of [...others, ...besides.filter(reportsOf(member))]) {
      if (other.report.year === year - 1) add('lastYearTaken', member.name, replacedBy(other.figures));
      if (other.report.year === year) add('olderVersion', member.name, replacedBy(other.figures));
    }
  }
  for (const { report, figures } of outsiders(filing, besides, added, year))
    add('otherCounted', report.agency.name ?? '', figures.map(orNothing));
  return found;
}

/** Reports on the year that do not belong to the sum. */
function outsiders(
  { members, unexpected }: Filing,
  besides: readonly Filed[],
  added: readonly MemberFiling[],
  year: number,
): readonly Pick<Filed, 'report' | 'figures'>[] {
  const shown = members.flatMap(({ state, report, figures }) =>
    report && figures && !isAdded(state) ? [{ report, figures }] : [],
  );
  const isOfMember = added.map(({ member }) => reportsOf(member));
  const others = [...unexpected, ...besides].filter(
    (filed) => filed.report.year === year && !isOfMember.some((isOf) => isOf(filed)),
  );
  return [...shown, ...others];
}

function orNothing(figure: number | null | undefined): number {
  return figure ?? 0;
}
