import { type Cell, type CellPath, cells } from '../form/cells.ts';
import { type EquationInstance, equations } from '../form/equations.ts';
import type { Edition } from '../form/vocabulary.ts';
import { type ExactFigures, figuresFrom, isImpossible, unusableFigures } from './exact.ts';
import type { MemberFiling } from './filing.ts';
import { isAdded, isLacking } from './member.ts';

/** A cell of the sum. */
export interface RolledCell {
  /** The cell. */
  readonly cell: CellPath;
  /** The sum of what is known. */
  readonly sum: number;
  /** Whether every member is in it, so that the sum is the figure of the whole. */
  readonly complete: boolean;
  /** The members whose reports are added and are blank here. */
  readonly blankIn: readonly string[];
  /** The members whose reports are added and have a figure here that cannot be: below 0, no whole number, too large. */
  readonly unusableIn: readonly string[];
  /** The figure of the parent's report; `null` if it is blank, or no report was given. */
  readonly parent: number | null;
  /** `parent` less `sum`. */
  readonly difference: number | null;
  /** The members that contribute most, the most first. */
  readonly largest: readonly Contribution[];
}

/** What a member contributes to a cell. */
export interface Contribution {
  /** Its name. */
  readonly member: string;
  /** Its figure. */
  readonly figure: number;
}

/** Members that are named as contributing most. */
const MAX_LARGEST = 3;

/** Sums as whole numbers, in the order of the form. */
export interface Sums {
  readonly edition: Edition;
  readonly known: readonly number[];
  readonly complete: readonly boolean[];
  /** The members whose reports are added and give no figure that can be. */
  readonly openIn: readonly (readonly string[])[];
  /** Those of them that have one all the same. */
  readonly unusableIn: readonly (readonly string[])[];
  readonly parent: ExactFigures | undefined;
  /** What the parent has more than the sum. */
  readonly difference: ExactFigures;
}

/** Adds the members up. A blank adds nothing and leaves the cell incomplete. */
export function sumsOf(
  members: readonly MemberFiling[],
  parent: ExactFigures | undefined,
  edition: Edition,
): Sums {
  const added = members.filter(({ state }) => isAdded(state));
  const isOpen = added.length === 0 || members.some(isLacking);
  const all = cells(edition);
  const known = all.map(({ position }) =>
    added.reduce((sum, { figures }) => sum + (figures?.[position] ?? 0), 0),
  );
  const openIn = all.map(({ position }) =>
    added.flatMap(({ member, figures }) => (figures?.[position] == null ? [member.name] : [])),
  );
  return {
    edition,
    known,
    complete: openIn.map((names, at) => !isOpen && names.length === 0 && Number.isSafeInteger(known[at])),
    openIn,
    unusableIn: unusableIn(added, edition),
    parent,
    difference: known.map((sum, at) => (parent?.[at] == null ? null : (parent[at] ?? 0) - sum)),
  };
}

/** The members, cell by cell, that have a figure that cannot be added. */
function unusableIn(added: readonly MemberFiling[], edition: Edition): readonly (readonly string[])[] {
  const names = cells(edition).map((): string[] => []);
  for (const { member, report, figures = [] } of added) {
    const unusable = report ? unusableFigures(report, figures, edition) : [];
    for (const { cell } of unusable) names[cell.position]?.push(member.name);
  }
  return names;
}

/** The sums as they are reported, cell by cell. */
export function rolledCells(sums: Sums, members: readonly MemberFiling[]): readonly RolledCell[] {
  const { edition, parent, complete, openIn, unusableIn: unusable } = sums;
  const [known, parentFigures, differences] = [sums.known, parent ?? [], sums.difference].map((exact) =>
    figuresFrom(exact, edition),
  );
  const contributions = members
    .filter(({ state }) => isAdded(state))
    .map(({ member, figures = [] }) => ({ member: member.name, figures: figuresFrom(figures, edition) }));
  return cells(edition).map(({ path, position }) => ({
    cell: path,
    sum: known?.[position] ?? 0,
    complete: complete[position] ?? false,
    blankIn: (openIn[position] ?? []).filter((name) => !unusable[position]?.includes(name)),
    unusableIn: unusable[position] ?? [],
    parent: parentFigures?.[position] ?? null,
    difference: differences?.[position] ?? null,
    largest: largestOf(contributions, position),
  }));
}

function largestOf(
  contributions: readonly { readonly member: string; readonly figures: readonly (number | null)[] }[],
  position: number,
): RolledCell['largest'] {
  const all: { member: string; figure: number }[] = [];
  for (const { member, figures } of contributions) {
    const figure = figures[position] ?? 0;
    if (figure !== 0) all.push({ member, figure });
  }
  return all.sort((one, other) => other.figure - one.figure).slice(0, MAX_LARGEST);
}

/**
 * What the members that are lacking must come to together, if the parent is right: the parent less all others. It is
 * not known where a report that is there is blank, nor where it would be less than nothing.
 */
export function remainderOf({ difference, openIn, edition }: Sums): ExactFigures {
  return cells(edition).map((cell) => {
    const rest = difference[cell.position] ?? null;
    const isOpen = (openIn[cell.position] ?? []).length > 0;
    return rest === null || isOpen || isImpossible(cell, rest) ? null : rest;
  });
}

/** By how much figures break an equation; `null` if one of its cells is not known. */
export function breakOf({ left, right }: EquationInstance, figures: ExactFigures): number | null {
  let by = 0;
  for (const { position } of left) {
    const figure = figures[position] ?? null;
    if (figure === null) return null;
    by += figure;
  }
  for (const { position } of right) {
    const figure = figures[position] ?? null;
    if (figure === null) return null;
    by -= figure;
  }
  return by;
}

/** The equations that a cell stands in, and how much they break if it is 1 too many. */
export function equationsWith(
  position: number,
  edition: Edition,
): readonly { readonly equation: EquationInstance; readonly times: number }[] {
  const countIn = (side: readonly Cell[]) => side.filter((cell) => cell.position === position).length;
  return equations(edition)
    .map((equation) => ({ equation, times: countIn(equation.left) - countIn(equation.right) }))
    .filter(({ times }) => times !== 0);
}
