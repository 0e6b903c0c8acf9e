import { checkReport } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import { type Checkable, givenOf } from '../check/given.ts';
import type { Edition } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import { bodyKey } from '../report/same-agency.ts';
import { type ExactFigures, exactFigures } from './exact.ts';
import type { Member, MemberState, RolledMember } from './member.ts';

/** A report that came in, with its figures in the order of the form of the sum. */
export interface Filed {
  readonly given: Checkable;
  readonly report: AnyDraft;
  readonly figures: ExactFigures;
  /** What the name of the body comes to; see `bodyKey`. */
  readonly key: string | null;
}

/** A member with everything that came in from it. */
export interface MemberFiling extends RolledMember {
  /** The figures of the report that is added, or shown. */
  readonly figures?: ExactFigures;
  /** Reports of the same body that are not: on other years, other versions. */
  readonly others: readonly Filed[];
}

/** Who has filed, and how. */
export interface Filing {
  readonly members: readonly MemberFiling[];
  /** Reports of bodies that are no members. */
  readonly unexpected: readonly Filed[];
}

/** What decides about the reports that came in. */
export interface FilingSetting {
  readonly year: number;
  readonly edition: Edition;
  readonly members?: readonly Member[];
  readonly parent?: AnyDraft;
  readonly check: Pick<CheckOptions, 'locale' | 'packs'>;
}

/** What says whether figures can be added up; what the texts say is for the check of each report. */
const FAMILIES_OF_FIGURES: NonNullable<CheckOptions['families']> = ['arithmetic', 'cells'];

/** Gives a report with its figures. */
export function filedOf(given: Checkable, edition: Edition): Filed {
  const { report } = givenOf(given);
  const { name } = report.agency;
  return { given, report, figures: exactFigures(report, edition), key: name === null ? null : bodyKey(name) };
}

/** Finds out which report belongs to which member; without a list, every body that reports on the year is one. */
export function filingOf(reports: readonly Checkable[], setting: FilingSetting): Filing {
  const all = reports.map((given) => filedOf(given, setting.edition));
  const left = new Set(all.filter(({ report }) => !isParent(report, setting)));
  const members = setting.members ?? membersFrom([...left], setting.year);
  const contained = new Set(members.flatMap(({ contains = [] }) => contains.map(bodyKey)));
  const candidatesOf = candidateFinder([...left]);
  const found = members.map((member) => {
    const isOwn = reportsOf(member);
    const own = candidatesOf(member).filter((filed) => left.has(filed) && isOwn(filed));
    for (const each of own) left.delete(each);
    return memberFiling(member, own, contained, setting);
  });
  return { members: found, unexpected: [...left] };
}

/** The parent's own sum, which lies among the reports of its members now and then. */
function isParent(report: AnyDraft, { parent }: FilingSetting): boolean {
  if (!parent) return false;
  if (report === parent) return true;
  const isSameBody =
    parent.agency.name !== null && bodyKey(report.agency.name ?? '') === bodyKey(parent.agency.name);
  return isSameBody && report.scope === 'territory' && report.year === parent.year;
}

function membersFrom(filed: readonly Filed[], year: number): Member[] {
  const byKey = new Map<string, Member>();
  for (const { report, key } of filed) {
    const { name } = report.agency;
    if (name !== null && key !== null && report.year === year && !byKey.has(key)) byKey.set(key, { name });
  }
  return [...byKey.values()];
}

/** Tells whether a report is one of a body: by its credit code where both are known, else by its name. */
export function reportsOf({ name, aliases = [], creditCode }: Member): (filed: Filed) => boolean {
  const keys = new Set([name, ...aliases].map(bodyKey));
  return ({ key, report: { agency } }) => {
    if (creditCode !== undefined && agency.creditCode !== undefined) return creditCode === agency.creditCode;
    return key !== null && keys.has(key);
  };
}

/** Finds, by name and code, the reports that may be of a member; looking through all for each would take too long. */
function candidateFinder(all: readonly Filed[]): (member: Member) => readonly Filed[] {
  const found = new Map<string, Filed[]>();
  const add = (key: string, filed: Filed) => {
    const same = found.get(key);
    if (same) same.push(filed);
    else found.set(key, [filed]);
  };
  for (const filed of all) {
    const { creditCode } = filed.report.agency;
    if (filed.key !== null) add(`name ${filed.key}`, filed);
    if (creditCode !== undefined) add(`code ${creditCode}`, filed);
  }
  return ({ name, aliases = [], creditCode }) => {
    const keys = [name, ...aliases].map((each) => `name ${bodyKey(each)}`);
    const all = [...keys, `code ${creditCode}`].flatMap((key) => found.get(key) ?? []);
    return [...new Set(all)];
  };
}

function memberFiling(
  member: Member,
  own: readonly Filed[],
  contained: ReadonlySet<string>,
  setting: FilingSetting,
): MemberFiling {
  const ofYear = own.filter(({ report }) => report.year === setting.year);
  const chosen = theOne(ofYear);
  if (!chosen) {
    const state = own.length === 0 ? 'missing' : ofYear.length === 0 ? 'otherYear' : 'ambiguous';
    return { member, state: unaddedState(member, contained) ?? state, allZero: false, others: own };
  }
  const { given, report, figures } = chosen;
  const result = checkReport(given, { ...setting.check, families: FAMILIES_OF_FIGURES });
  const stateByVerdict = { pass: 'filed', fail: 'withErrors', incomplete: 'incomplete' } as const;
  return {
    member,
    state: unaddedState(member, contained) ?? stateByVerdict[result.verdict],
    allZero: figures.every((figure) => figure === 0),
    report,
    result,
    figures,
    others: own.filter((each) => each !== chosen),
  };
}

function unaddedState(
  { name, part }: Member,
  contained: ReadonlySet<string>,
): Extract<MemberState, 'outside' | 'contained'> | undefined {
  if (part === 'outside' || part === 'contained') return part;
  return contained.has(bodyKey(name)) ? 'contained' : undefined;
}

/**
 * The report to take where a body has several on the year: any, if their figures are the same; its own, if the others are
 * those of a whole territory. There is none otherwise.
 */
function theOne(filed: readonly Filed[]): Filed | undefined {
  const ofAgency = filed.filter(({ report }) => report.scope !== 'territory');
  const candidates = ofAgency.length > 0 ? ofAgency : filed;
  const [first] = candidates;
  return candidates.every(({ figures }) => figures.every((figure, at) => figure === first?.figures[at]))
    ? first
    : undefined;
}
