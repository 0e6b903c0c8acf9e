import { type Cell, cells } from '../form/cells.ts';
import { equations } from '../form/equations.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import type { PreviousOf } from '../many/find-previous.ts';
import type { AnyDraft } from '../report/report.ts';
import { type Finding, findingOf } from '../rules/finding.ts';
import { type ExactFigures, exactFigures, figuresFrom, isImpossible } from './exact.ts';
import type { MemberFiling } from './filing.ts';
import { isAdded } from './member.ts';
import { type RollUpRuleId, rollUpRule } from './roll-up-rules.ts';
import { breakOf, type Sums } from './sum.ts';
import { words } from './words.ts';

/** What the rules look at. */
export interface RollUpFacts {
  readonly sums: Sums;
  readonly members: readonly MemberFiling[];
  readonly parent: AnyDraft | undefined;
  /** What findings are about where no report of the parent was given. */
  readonly draft: AnyDraft;
  readonly previousOf?: PreviousOf;
  readonly locale: Locale;
}

/** Two reports with fewer figures other than 0 may be the same by chance. */
const MIN_SAME = 8;

/** Bodies whose names say that they belong to a vertical line. */
const VERTICAL =
  /^(?:国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|中国人民银行|中国证券监督管理委员会|中华人民共和国)|海关$/u;

/** Everything that AGG-01 to AGG-06 object to, in this order. */
export function rollUpFindings(facts: RollUpFacts): readonly Finding[] {
  return [
    ...differences(facts),
    ...countedTwice(facts),
    ...verticalLines(facts),
    ...inherited(facts),
    ...unevenYears(facts),
  ];
}

interface About {
  readonly cells?: readonly Cell[];
  readonly expected?: number | null;
  readonly actual?: number | null;
  readonly difference?: number | null;
}

function found({ parent, draft, locale }: RollUpFacts, id: RollUpRuleId, said: Localized, about: About = {}) {
  const { cells: concerned = [], expected, actual, difference } = about;
  const outcome = {
    cells: concerned.map(({ path }) => path),
    ...(expected == null ? {} : { expected }),
    ...(actual == null ? {} : { actual }),
    ...(difference == null ? {} : { difference }),
    message: (language: Locale) => said[language],
  };
  return findingOf(rollUpRule(id), outcome, parent ?? draft, locale);
}

/** AGG-01 where everything is known, AGG-02 where something is lacking: no figure is less than what is known of it. */
function differences(facts: RollUpFacts): Finding[] {
  const { sums } = facts;
  const [known, parent, difference] = [sums.known, sums.parent ?? [], sums.difference].map((exact) =>
    figuresFrom(exact, sums.edition),
  );
  return cells(sums.edition).flatMap((cell) => {
    const by = difference?.[cell.position] ?? null;
    if (by === null || by === 0) return [];
    const isComplete = sums.complete[cell.position] ?? false;
    if (!isComplete && !isImpossible(cell, by)) return [];
    const [expected, actual] = [known?.[cell.position] ?? 0, parent?.[cell.position] ?? 0];
    const said = (isComplete ? words.differs : words.exceeds)(cell, actual, expected, Math.abs(by));
    const about = { cells: [cell], expected, actual, difference: by };
    return [found(facts, isComplete ? 'AGG-01' : 'AGG-02', said, about)];
  });
}

/** AGG-03: one body under two names, or the sum of the territory in place of the office's own report. */
function countedTwice(facts: RollUpFacts): Finding[] {
  const { members, sums } = facts;
  const added = members.filter(({ state }) => isAdded(state));
  const twins = sameBodies(added).map(({ names, by }) => found(facts, 'AGG-03', words.twice(names, by)));
  const sumsTaken = added.flatMap(({ member, report, figures = [] }) => {
    const isOwn = member.part === 'own';
    const isSum =
      (report?.scope === 'territory' && (isOwn || member.part === 'department')) ||
      (isOwn && sums.parent !== undefined && isSameFigures(figures, sums.parent));
    return isSum ? [found(facts, 'AGG-03', words.sumTaken(member.name))] : [];
  });
  return [...twins, ...sumsTaken];
}

interface SameBody {
  readonly names: readonly string[];
  readonly by: 'code' | 'figures';
}

/** Members that seem to be one body: by their code; else by their figures, unless too few of them say so. */
function sameBodies(added: readonly MemberFiling[]): SameBody[] {
  const byCode = groupsBy(added, ({ report }) => report?.agency.creditCode);
  const byFigures = groupsBy(added, ({ figures = [] }) => (isTelling(figures) ? figures.join() : undefined));
  const isOneCode = ([first, ...others]: readonly MemberFiling[]) => {
    const code = first?.report?.agency.creditCode;
    return code !== undefined && others.every(({ report }) => report?.agency.creditCode === code);
  };
  const bodyOf = (by: SameBody['by']) => (group: readonly MemberFiling[]) => ({
    names: group.map(({ member }) => member.name),
    by,
  });
  return [
    ...byCode.map(bodyOf('code')),
    ...byFigures.filter((group) => !isOneCode(group)).map(bodyOf('figures')),
  ];
}

/** Members that have something in common, where it is two or more. */
function groupsBy(
  members: readonly MemberFiling[],
  keyOf: (member: MemberFiling) => string | undefined,
): (readonly MemberFiling[])[] {
  const groups = new Map<string, MemberFiling[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Whether so many figures are not 0 that others are hardly the same by chance. */
function isTelling(figures: ExactFigures): boolean {
  return figures.filter((figure) => figure).length >= MIN_SAME;
}

function isSameFigures(one: ExactFigures, other: ExactFigures): boolean {
  return isTelling(one) && one.every((figure, at) => figure === other[at]);
}

/** AGG-04: what of vertical lines was left aside, or perhaps should have been. */
function verticalLines(facts: RollUpFacts): Finding[] {
  return facts.members.flatMap(({ member, state, report }) => {
    if (state === 'outside' && report) return [found(facts, 'AGG-04', words.leftAside(member.name))];
    const isVertical = isAdded(state) && VERTICAL.test(member.name);
    return isVertical ? [found(facts, 'AGG-04', words.vertical(member.name))] : [];
  });
}

/** AGG-05: a break at the parent is the sum of the breaks of its members, or the parent's own. */
function inherited(facts: RollUpFacts): Finding[] {
  const { sums, members } = facts;
  const { parent, edition } = sums;
  if (!parent) return [];
  const added = members.filter(({ state }) => isAdded(state));
  return equations(edition).flatMap((equation) => {
    const by = breakOf(equation, parent);
    if (by === null || by === 0) return [];
    const places = [...equation.left, ...equation.right];
    if (!places.every(({ position }) => sums.complete[position])) return [];
    const shares = added.flatMap(({ member, figures = [] }) => {
      const share = breakOf(equation, figures) ?? 0;
      return share === 0 ? [] : [{ name: member.name, by: share }];
    });
    const own = shares.reduce((rest, share) => rest - share.by, by);
    const sides = { equation: equation.equation.id, place: equation.at, by, own, shares };
    return [found(facts, 'AGG-05', words.broken(places[0], sides), { cells: places, difference: by })];
  });
}

const documents = (edition: Sums['edition']) =>
  cells(edition).filter(({ tableId, column }) => tableId === 'documents' && column.id === 'inForce');

/** AGG-06: what is in force does not follow from last year's sum, and members that are new may be why. */
function unevenYears(facts: RollUpFacts): Finding[] {
  const { parent, previousOf, members, sums } = facts;
  const before = parent && previousOf?.(parent);
  if (!parent || !before || !sums.parent || parent.form !== before.form) return [];
  const isNew = members.filter(({ state, report }) => isAdded(state) && report && !previousOf?.(report));
  if (isNew.length === 0) return [];
  const [now, last] = [sums.parent, exactFigures(before, sums.edition)];
  return documents(sums.edition).flatMap((inForce) => {
    const at = (column: string, figures: ExactFigures) =>
      figures[
        cells(sums.edition).find(
          (cell) => cell.row === inForce.row && cell.column.id === column && cell.tableId === inForce.tableId,
        )?.position ?? -1
      ] ?? null;
    const terms = [at('inForce', last), at('issued', now), at('repealed', now), at('inForce', now)];
    const [was, issued, repealed, is] = terms;
    if (was == null || issued == null || repealed == null || is == null) return [];
    const expected = was + issued - repealed;
    if (is === expected) return [];
    const names = isNew.map(({ member }) => member.name);
    return [
      found(facts, 'AGG-06', words.uneven(inForce, is, expected, names), {
        cells: [inForce],
        expected,
        actual: is,
      }),
    ];
  });
}
