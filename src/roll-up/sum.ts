import type { CellPath } from '../form/cells.ts';
import { type Cell, cells } from '../form/cells.ts';
import { type EquationInstance, equations } from '../form/equations.ts';
import type { Edition } from '../form/vocabulary.ts';
import { type ExactFigures, figuresFrom } from './exact.ts';
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
  /** The members whose reports are added and give no figure here that can be added. */
  readonly blankIn: readonly string[];
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
  readonly blankIn: readonly (readonly string[])[];
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
  const blankIn = all.map(({ position }) =>
    added.flatMap(({ member, figures }) => (figures?.[position] == null ? [member.name] : [])),
  );
  return {
    edition,
    known,
    complete: blankIn.map((names, at) => !isOpen && names.length === 0 && Number.isSafeInteger(known[at])),
    blankIn,
    parent,
    difference: known.map((sum, at) => (parent?.[at] == null ? null : (parent[at] ?? 0) - sum)),
  };
}

/** The sums as they are reported, cell by cell. */
export function rolledCells(sums: Sums, members: readonly MemberFiling[]): readonly RolledCell[] {
  const { edition, parent, complete, blankIn } = sums;
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
    blankIn: blankIn[position] ?? [],
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
export function remainderOf({ difference, blankIn, edition }: Sums): ExactFigures {
  return cells(edition).map((cell) => {
    const rest = difference[cell.position] ?? null;
    const isOpen = (blankIn[cell.position] ?? []).length > 0;
    return rest === null || isOpen || isImpossible(cell, rest) ? null : rest;
  });
}

/** Whether figures of a cell cannot be so: only changes are below 0. */
export function isImpossible({ column }: Cell, figure: number): boolean {
  return figure < 0 && !column.signed;
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
