import type { CellPath } from '../form/cells.ts';

/** A figure in a sum: of this year or the year before; added or subtracted. */
export type Term =
  | CellPath
  | {
      /** The cell. */
      readonly cell: CellPath;
      /** The year of the report it is taken from; this year if left out. */
      readonly year?: 'this' | 'last';
      /** `-1` if it is taken off. */
      readonly times?: 1 | -1;
    };

/** A relation between two sums of figures. */
export interface Relation {
  /** What is compared; most often one cell. */
  readonly left: readonly [Term, ...Term[]];
  /** How they have to compare. */
  readonly is: 'equal' | 'at-most' | 'at-least';
  /** What it is compared with. */
  readonly right: readonly [Term, ...Term[]];
}

/** What a relation is in a formula. */
const SIGNS = { equal: '=', 'at-most': '≤', 'at-least': '≥' } as const;

/** A term with everything that may be left out. */
export interface FullTerm {
  readonly path: CellPath;
  readonly lastYear: boolean;
  readonly sign: 1 | -1;
}

/** Relations over names of cells; `previous.` is last year. */
export function formulaOfRelations(relations: readonly Relation[]): string {
  return relations
    .map(({ left, is, right }) => `${formulaOfSum(left)} ${SIGNS[is]} ${formulaOfSum(right)}`)
    .join('; ');
}

function formulaOfSum(terms: readonly Term[]): string {
  return terms
    .map(fullTerm)
    .map(({ path, lastYear, sign }, index) => {
      const operator = sign === -1 ? (index === 0 ? '-' : ' - ') : index === 0 ? '' : ' + ';
      return `${operator}${lastYear ? 'previous.' : ''}${path}`;
    })
    .join('');
}

/** Fills in what a term leaves out. */
export function fullTerm(term: Term): FullTerm {
  if (typeof term === 'string') return { path: term, lastYear: false, sign: 1 };
  return { path: term.cell, lastYear: term.year === 'last', sign: term.times ?? 1 };
}
