import type { NameOf } from './names.ts';
import type { SqlRelation, SqlTerm } from './sql-relations.ts';

/** What stands before the columns of this year's row in a query, and of last year's. */
const [THIS_YEAR, LAST_YEAR] = ['r.', 'y.'];

/** A relation as a condition of a table: it holds, or something is not known. */
export function holds({ left, is, right }: SqlRelation, nameOf: NameOf): string {
  const column = ({ cell }: SqlTerm) => nameOf(cell.path);
  return `${sum(left, column)} ${SIGNS[is]} ${sum(right, column)}`;
}

/** That a relation is broken, in a query over the rows `r` of this year and `y` of last year. */
export function isBroken(relation: SqlRelation, nameOf: NameOf): string {
  const { left, is, right, besideBlanks } = relation;
  const column = columnIn(nameOf);
  const [one, other] = [sum(left, column), sum(right, column)];
  const broken = besideBlanks
    ? // beside NULL nothing is said, unless what is known is more than the whole other side already
      `(${one} <> ${other} OR ${knownSum(left, column)} > ${other} OR ${knownSum(right, column)} > ${one})`
    : `NOT (${one} ${SIGNS[is]} ${other})`;
  return [...inYears(relation, nameOf), broken].join(' AND ');
}

/** Both sides of a broken relation, as far as they are known. */
export function sidesOf({ left, right, besideBlanks }: SqlRelation, nameOf: NameOf): [string, string] {
  const column = columnIn(nameOf);
  const total = besideBlanks ? knownSum : sum;
  return [total(left, column), total(right, column)];
}

const SIGNS = { equal: '=', 'at-most': '<=', 'at-least': '>=' } as const;

type ColumnOf = (term: SqlTerm) => string;

function columnIn(nameOf: NameOf): ColumnOf {
  return ({ cell, lastYear }) => `${lastYear ? LAST_YEAR : THIS_YEAR}${nameOf(cell.path)}`;
}

function sum(terms: readonly SqlTerm[], column: ColumnOf): string {
  return terms
    .map(
      (term, index) =>
        `${term.sign === -1 ? (index === 0 ? '-' : ' - ') : index === 0 ? '' : ' + '}${column(term)}`,
    )
    .join('');
}

function knownSum(terms: readonly SqlTerm[], column: ColumnOf): string {
  return sum(terms, (term) => `COALESCE(${column(term)}, 0)`);
}

function inYears({ years }: SqlRelation, nameOf: NameOf): string[] {
  if (!years) return [];
  const { since, until, unnamed } = years;
  const named = [
    `${THIS_YEAR}${nameOf('year')} >= ${since}`,
    ...(until === undefined ? [] : [`${THIS_YEAR}${nameOf('year')} <= ${until}`]),
  ];
  return [
    unnamed ? `(${THIS_YEAR}${nameOf('year')} IS NULL OR ${named.join(' AND ')})` : named.join(' AND '),
  ];
}
