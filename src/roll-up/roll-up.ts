import type { CheckOptions } from '../check/check-options.ts';
import type { Undecided, Verdict } from '../check/check-result.ts';
import type { Checkable } from '../check/given.ts';
import { cells } from '../form/cells.ts';
import { editions, formInForce } from '../form/editions.ts';
import { quoted } from '../form/in-language.ts';
import { LocalizedError } from '../form/localized-error.ts';
import { mustBeKnown, mustBeList, mustBeLocale, optionNames, valueInWords } from '../form/options.ts';
import type { Edition, Locale, Localized } from '../form/vocabulary.ts';
import type { PreviousOf } from '../many/find-previous.ts';
import { emptyDraft, tablesFrom } from '../report/figures.ts';
import { mustBeListOf } from '../report/list-option.ts';
import { mustBeReportOption } from '../report/must-be-report.ts';
import type { AnyDraft } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { diagnoseRollUp } from './diagnosis.ts';
import {
  type ExactFigures,
  exactFigures,
  figuresFrom,
  type UnusableFigure,
  unusableFigures,
} from './exact.ts';
import type { RollUpDiagnosis } from './explanation.ts';
import { filedOf, filingOf, type MemberFiling } from './filing.ts';
import { rollUpFindings } from './findings.ts';
import { isAdded, isLacking, type Member, memberShape, type RolledMember } from './member.ts';
import { possibleMistakes } from './mistakes.ts';
import { type RolledCell, remainderOf, rolledCells, type Sums, sumsOf } from './sum.ts';
import { words } from './words.ts';

/** Options of `rollUp`. */
export interface RollUpOptions extends Pick<CheckOptions, 'packs'> {
  /** The year reported on. */
  readonly year: number;
  /** The bodies expected to report. If left out, every body that has reported on the year is one. */
  readonly members?: readonly Member[] | undefined;
  /** The report of the government whose figures should be the sum; it is no member. */
  readonly parent?: AnyDraft | undefined;
  /** Gives a body's report on the year before: last year's may have been taken by mistake. */
  readonly previousOf?: PreviousOf | undefined;
  /** Other reports that may have been counted by mistake: older versions, last year's, those of outsiders. */
  readonly besides?: readonly Checkable[] | undefined;
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/** The result of adding up reports. Plain JSON. */
export interface RollUp {
  /** The year reported on. */
  readonly year: number;
  /**
   * `fail` if the parent's figures differ from the sum; `incomplete` if they do not, but a member, a figure or a
   * part of a member's report is lacking; else `pass`. It does not say that the members' own reports are right.
   */
  readonly verdict: Verdict;
  /** Who has filed, and how; in the order of the list. */
  readonly members: readonly RolledMember[];
  /** Reports of bodies that are no members; they are not added. */
  readonly unexpected: readonly AnyDraft[];
  /** The cells in the order of the form. */
  readonly cells: readonly RolledCell[];
  /** The tables of the sum; `null` wherever not everything is known: a part never passes for the whole. */
  readonly draft: AnyDraft;
  /** The sum of what is known, to look at meanwhile; not to be filed. */
  readonly soFar: AnyDraft;
  /**
   * What the members that are lacking must come to together if the parent is right, and so the most that each can
   * have; `null` if nobody is lacking, or there is no parent.
   */
  readonly remainder: AnyDraft | null;
  /** What the rules AGG-01 to AGG-06 object to. */
  readonly findings: readonly Finding[];
  /** What probably went wrong, one diagnosis a cause. */
  readonly diagnoses: readonly RollUpDiagnosis[];
  /** What could not be decided, and for want of what. */
  readonly undecided: readonly Undecided[];
}

/**
 * Adds up the reports of a territory, and compares the sum with the report of its government. The figures of
 * each are
 * checked besides; its texts are not, which is what `checkReport` is for.
 *
 * A blank is never taken for 0: it leaves the cell of the sum unknown, and so does a member that is lacking. Amounts
 * are added without rounding. What does not belong to the sum, vertical lines and bodies contained in others, is
 * shown and not added.
 *
 * @param reports
 *   Reports, drafts or readings of the members, in any order; of other years, too.
 * @param options
 *   Year, list of members, the parent's report, reports of the year before.
 * @returns
 *   Who has filed, the sum, the tables to file, what differs, and why.
 * @throws
 *   If the parent's report is on another year, or an option is not there or has a value it cannot have.
 * @example
 *   const both = rollUp([report, { ...report, agency: { ...report.agency, name: '某区人民政府' } }], { year: 2024 });
 *   both.cells.find(({ cell }) => cell === 'disputes.reconsideration.total')?.sum
 *   //=> 702
 */
export function rollUp(reports: readonly Checkable[], options: RollUpOptions): RollUp {
  refuseOptions(reports, options);
  const { year, parent, members: listed, previousOf, besides = [], locale = 'zh-CN', packs = [] } = options;
  if (parent && parent.year !== null && parent.year !== year)
    throw new LocalizedError(words.parentOfOtherYear(parent.year, year));
  const edition = parent?.form ?? editionOf(year);
  const filing = filingOf(reports, {
    year,
    edition,
    ...(listed ? { members: listed } : {}),
    ...(parent ? { parent } : {}),
    check: { locale, packs },
  });
  const { members } = filing;
  const sums = sumsOf(members, parent && exactFigures(parent, edition), edition);
  const draftWith = (figures: ExactFigures) => draftOf(figures, { year, parent, edition });
  const draft = draftWith(sums.known.map((sum, at) => (sums.complete[at] ? sum : null)));
  const facts = { sums, members, parent, draft, locale, ...(previousOf ? { previousOf } : {}) };
  const findings = rollUpFindings(facts);
  const mistakes = () =>
    possibleMistakes({
      filing,
      besides: besides.map((given) => filedOf(given, edition)),
      year,
      edition,
      ...(previousOf ? { previousOf } : {}),
    });
  const diagnoses = diagnoseRollUp({ sums, parent, members, mistakes, findings, locale });
  const undecided = undecidedOf(sums, year, parent, members, findings, diagnoses, locale);
  return {
    year,
    verdict: verdictOf(sums, members, findings),
    members: members.map(({ member, state, allZero, report, result, others }) => ({
      member,
      state,
      allZero,
      ...(report ? { report } : {}),
      ...(result ? { result } : {}),
      ...(others.length > 0 ? { notAdded: others.map((filed) => filed.report) } : {}),
    })),
    unexpected: filing.unexpected.map(({ report }) => report),
    cells: rolledCells(sums, members),
    draft,
    soFar: draftWith(sums.known),
    remainder: parent && members.some(isLacking) ? draftWith(remainderOf(sums)) : null,
    findings,
    diagnoses,
    undecided,
  };
}

const NAMES = /* @__PURE__ */ optionNames<RollUpOptions>({
  year: true,
  members: true,
  parent: true,
  previousOf: true,
  besides: true,
  locale: true,
  packs: true,
});

/** Refuses options that would be passed over, or fail where nobody can tell why. */
function refuseOptions(reports: readonly Checkable[], options: RollUpOptions): void {
  if (!Array.isArray(reports))
    throw new TypeError(`rollUp takes a list of reports, and this is ${valueInWords(reports)}. Give a list.`);
  mustBeKnown(options, NAMES, 'rollUp');
  const { year, members, parent, previousOf, besides, locale } = options;
  if (!Number.isInteger(year))
    throw new TypeError(
      `The option \`year\` is ${valueInWords(year)}. Give the year reported on, such as 2024.`,
    );
  mustBeLocale(locale);
  mustBeListOf('members', members, memberShape);
  mustBeReportOption('parent', parent);
  mustBeList('besides', besides, 'reports');
  if (previousOf !== undefined && typeof previousOf !== 'function')
    throw new TypeError(
      `The option \`previousOf\` is ${valueInWords(previousOf)}. Give a function, or leave it out.`,
    );
}

/** The edition of the form for reports on a year. */
function editionOf(year: number): Edition {
  return (editions.findLast(({ firstYear }) => firstYear <= year) ?? formInForce).id;
}

interface Frame {
  readonly year: number;
  readonly parent: AnyDraft | undefined;
  readonly edition: Edition;
}

function draftOf(figures: ExactFigures, { year, parent, edition }: Frame): AnyDraft {
  const empty = emptyDraft(edition);
  return {
    ...empty,
    year,
    agency: parent ? { ...parent.agency } : empty.agency,
    scope: 'territory',
    tables: tablesFrom(figuresFrom(figures, edition), edition),
  } as AnyDraft;
}

function verdictOf(
  { complete, parent }: Sums,
  members: readonly MemberFiling[],
  findings: readonly Finding[],
): Verdict {
  if (findings.some(({ rule }) => rule === 'AGG-01' || rule === 'AGG-02')) return 'fail';
  const isOpen =
    complete.includes(false) ||
    (parent?.includes(null) ?? false) ||
    members.some(({ state }) => state === 'incomplete');
  return isOpen ? 'incomplete' : 'pass';
}

/** Which of its reports a body has to choose from: they are told apart by the first figure in which they differ. */
function severalText({ member, others }: MemberFiling, { edition }: Sums, year: number): Localized {
  const all = others.filter(({ report }) => report.year === year);
  const differing = cells(edition).find(({ position }) =>
    all.some(({ figures }) => figures[position] !== all[0]?.figures[position]),
  );
  const values = differing
    ? all.map(({ figures }) => figuresFrom(figures, edition)[differing.position] ?? null)
    : [];
  return words.undecided.several(member.name, all.length, differing, values);
}

/** What leaves the sum, or the comparison with the parent, open. */
function undecidedOf(
  sums: Sums,
  year: number,
  parentReport: AnyDraft | undefined,
  members: readonly MemberFiling[],
  findings: readonly Finding[],
  diagnoses: readonly RollUpDiagnosis[],
  locale: Locale,
): readonly Undecided[] {
  const { complete, parent, edition } = sums;
  const rule = 'AGG-01';
  const said = words.undecided;
  const pathsWhere = (isOpen: (position: number) => boolean) =>
    cells(edition).flatMap(({ path, position }) => (isOpen(position) ? [path] : []));
  const lacking = members
    .filter((each) => isLacking(each) && each.state !== 'ambiguous')
    .map(({ member }) => member.name);
  const openOf = members
    .filter(({ state }) => isAdded(state))
    .map(({ member: { name }, report, figures = [] }) => {
      const unusable = report ? unusableFigures(report, figures, edition) : [];
      const isUnusable = new Set(unusable.map(({ cell }) => cell.position));
      return {
        name,
        unusable,
        cells: pathsWhere((at) => (figures[at] ?? null) === null && !isUnusable.has(at)),
      };
    });
  const unusableAtParent = parent && parentReport ? unusableFigures(parentReport, parent, edition) : [];
  const unusableAt = new Set(unusableAtParent.map(({ cell }) => cell.position));
  const blankAtParent = parent ? pathsWhere((at) => parent[at] === null && !unusableAt.has(at)) : [];
  const tooLarge = pathsWhere((at) => !Number.isSafeInteger(sums.known[at] ?? 0));
  const pathsOf = (unusable: readonly UnusableFigure[]) => unusable.map(({ cell }) => cell.path);
  const isOpen = (id: string) =>
    findings.some((finding) => finding.rule === id) &&
    !diagnoses.some(({ settles }) => settles.some((finding) => finding.rule === id));
  const isEmpty = !members.some(({ state }) => isAdded(state));
  return [
    ...(isEmpty ? [{ rule, cells: [], message: said.nothingAdded[locale] }] : []),
    ...(lacking.length > 0
      ? [{ rule, cells: [], message: said.lacking(lacking, parent !== undefined)[locale] }]
      : []),
    ...members
      .filter(({ state }) => state === 'ambiguous')
      .map((each) => ({ rule, cells: [], message: severalText(each, sums, year)[locale] })),
    ...openOf.flatMap((each) => [
      ...(each.cells.length > 0
        ? [{ rule, cells: each.cells, message: said.blank(each.name, each.cells.length)[locale] }]
        : []),
      ...(each.unusable.length > 0
        ? [
            {
              rule,
              cells: pathsOf(each.unusable),
              message: said.unusable({ 'zh-CN': quoted(each.name), en: quoted(each.name) }, each.unusable)[
                locale
              ],
            },
          ]
        : []),
    ]),
    ...(tooLarge.length > 0
      ? [{ rule, cells: tooLarge, message: said.tooLarge(tooLarge.length)[locale] }]
      : []),
    ...(unusableAtParent.length > 0
      ? [
          {
            rule,
            cells: pathsOf(unusableAtParent),
            message: said.unusable({ 'zh-CN': '汇总报告', en: 'the parent' }, unusableAtParent)[locale],
          },
        ]
      : []),
    ...(blankAtParent.length > 0
      ? [{ rule, cells: blankAtParent, message: said.blankAtParent(blankAtParent.length)[locale] }]
      : []),
    ...(isOpen(rule)
      ? [{ rule, cells: [], message: said.unexplained(complete.includes(false))[locale] }]
      : []),
    // where figures that are all known differ, mistakes are looked for in those
    ...(isOpen('AGG-02') && !findings.some((finding) => finding.rule === rule)
      ? [{ rule: 'AGG-02', cells: [], message: said.excess[locale] }]
      : []),
  ];
}
