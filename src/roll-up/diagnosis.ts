import type { Change } from '../diagnosis/diagnosis.ts';
import { cells } from '../form/cells.ts';
import type { Locale } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { figuresFrom } from './exact.ts';
import { explainExcess } from './excess.ts';
import { type Explained, explain } from './explain.ts';
import type { RollUpDiagnosis, RollUpExplanation } from './explanation.ts';
import type { MemberFiling } from './filing.ts';
import { isAdded } from './member.ts';
import type { Mistake, Step } from './mistakes.ts';
import { breakOf, equationsWith, type Sums } from './sum.ts';
import { words } from './words.ts';

/** What is to be explained. */
export interface Unexplained {
  readonly sums: Sums;
  readonly parent: AnyDraft | undefined;
  readonly members: readonly MemberFiling[];
  readonly mistakes: () => readonly Mistake[];
  readonly findings: readonly Finding[];
  readonly locale: Locale;
}

/** Explains why the parent's figures are not the sum; nothing if all are, or no few mistakes explain it. */
export function diagnoseRollUp(given: Unexplained): readonly RollUpDiagnosis[] {
  return [...diagnoseDifferences(given), ...diagnoseExcess(given), ...diagnoseInherited(given)];
}

function diagnoseDifferences({ sums, members, mistakes, findings, locale }: Unexplained): RollUpDiagnosis[] {
  const settles = findings.filter(({ rule }) => rule === 'AGG-01');
  if (settles.length === 0) return [];
  const compared = sums.difference.map((by, at) => (sums.complete[at] ? by : null));
  const { found, exact } = explain(compared, mistakes());
  const [first, ...others] = found.map((each) => explanationOf(each, sums, members));
  return first ? [diagnosisOf(first, others, { settles, exact, locale })] : [];
}

/** More explanations explain nothing. */
const MAX_EXPLANATIONS = 10;

/** Where members are lacking, nothing differs for certain, unless those that are there come to more than the parent. */
function diagnoseExcess({ sums, parent, mistakes, findings, locale }: Unexplained): RollUpDiagnosis[] {
  const settles = findings.filter(({ rule }) => rule === 'AGG-02');
  if (!parent || settles.length === 0 || findings.some(({ rule }) => rule === 'AGG-01')) return [];
  const found = explainExcess(sums, mistakes(), parent).map(
    (explained): RollUpExplanation => ({
      steps: explained.mistakes.map(stepOf),
      changes: explained.changes,
      at: 'parent',
      member: null,
    }),
  );
  const [first, ...others] = found;
  if (!first || others.length >= MAX_EXPLANATIONS) return [];
  return [diagnosisOf(first, others, { settles, exact: true, locale })];
}

function stepOf({ kind, member, alsoKinds }: Mistake): Step {
  return { kind, member, alsoKinds };
}

/** A break of the parent's equations that a member's report brought into the sum is mended in that report. */
function diagnoseInherited({ sums, members, findings, locale }: Unexplained): RollUpDiagnosis[] {
  const broken = findings.filter(({ rule }) => rule === 'AGG-05');
  if (broken.length === 0) return [];
  return members
    .filter(({ state }) => isAdded(state))
    .flatMap(({ member, result }) =>
      (result?.diagnoses ?? []).flatMap(({ changes, alternatives, exact, kind }): RollUpDiagnosis[] => {
        const isBlank = kind === 'blank' || changes.some(({ from }) => from === null);
        const touched = new Set<string>(changes.map(({ cell }) => cell));
        const isSame = changes.every(({ cell }) => isAddedUp(cell, sums));
        const settles = broken.filter(({ cells: paths }) => paths.some((path) => touched.has(path)));
        if (isBlank || !isSame || settles.length === 0) return [];
        const ofMember = (these: readonly Change[]): RollUpExplanation => ({
          steps: [],
          changes: these,
          at: 'member',
          member: member.name,
        });
        const others = alternatives.map((other) => ofMember(other.changes));
        return [diagnosisOf(ofMember(changes), others, { settles, exact, locale })];
      }),
    );
}

function isAddedUp(path: string, { difference, edition }: Sums): boolean {
  const position = cells(edition).find((cell) => cell.path === path)?.position ?? -1;
  return difference[position] === 0;
}

function diagnosisOf(
  explanation: RollUpExplanation,
  alternatives: readonly RollUpExplanation[],
  { settles, exact, locale }: Pick<RollUpDiagnosis, 'settles' | 'exact'> & { readonly locale: Locale },
): RollUpDiagnosis {
  const unique = exact && alternatives.length === 0;
  const said = { ...explanation, settles, alternatives, unique, exact };
  return { ...said, message: words.diagnosis(said)[locale] };
}

function explanationOf(
  { mistakes, cells: wrong }: Explained,
  sums: Sums,
  members: readonly MemberFiling[],
): RollUpExplanation {
  const steps = mistakes.map(stepOf);
  const at = whereIs(wrong, sums, members);
  const owner = members.find(({ member }) => member.name === at.member);
  const figures = owner?.figures ?? sums.parent ?? [];
  const right = [...figures];
  for (const { index, by } of wrong) right[index] = (right[index] ?? 0) + (owner ? by : -by);
  const [from, to] = [figuresFrom(figures, sums.edition), figuresFrom(right, sums.edition)];
  const changes = wrong.flatMap(({ index }): Change[] => {
    const [cell, figure] = [cells(sums.edition)[index], to[index] ?? null];
    return cell && figure !== null ? [{ cell: cell.path, from: from[index] ?? null, to: figure }] : [];
  });
  return { steps, changes, ...at };
}

/**
 * Whose cells are wrong: the parent's, if its equations break there; a member's, if they hold at the parent and
 * break in the report of one member by as much; else nobody knows.
 */
function whereIs(
  wrong: Explained['cells'],
  { parent = [], edition }: Sums,
  members: readonly MemberFiling[],
): Pick<RollUpExplanation, 'at' | 'member'> {
  const inEquations = wrong.map(({ index, by }) => ({ by, equations: equationsWith(index, edition) }));
  if (inEquations.every(({ equations }) => equations.length === 0))
    return { at: wrong.length === 0 ? 'parent' : 'either', member: null };
  const isBroken = inEquations.some(({ equations }) =>
    equations.some(({ equation }) => (breakOf(equation, parent) ?? 0) !== 0),
  );
  if (isBroken) return { at: 'parent', member: null };
  const shortBy = ({ figures = [] }: MemberFiling) =>
    inEquations.every(({ by, equations }) =>
      equations.every(({ equation, times }) => breakOf(equation, figures) === 0 - times * by),
    );
  const short = members.filter(({ state }) => isAdded(state)).filter(shortBy);
  const [only] = short;
  return only && short.length === 1
    ? { at: 'member', member: only.member.name }
    : { at: 'either', member: null };
}
