import { addressOf, type CellPath, cellsByPath, isCellPath } from '../form/cells.ts';
import type { Form, Localized } from '../form/vocabulary.ts';
import { type FullTerm, fullTerm, type Relation } from './relation.ts';
import type { CheckContext, HoldsAtGlance, Outcome, RuleInstance } from './rule.ts';
import { type KnownTerm, wordings } from './wording.ts';

/** Makes the check of a relation. */
export function instanceOf(relation: Relation, text: Localized): RuleInstance {
  const left = relation.left.map(fullTerm);
  const right = relation.right.map(fullTerm);
  const pathsOf = (year: boolean) =>
    [...left, ...right].filter(({ lastYear }) => lastYear === year).map(({ path }) => path);
  const [reads, readsLastYear] = [pathsOf(false), pathsOf(true)];
  for (const { path } of [...left, ...right]) {
    if (!isCellPath(path))
      throw new Error(
        `A relation names a cell “${path}” that the form does not have. Names are table.row.column; see \`cells()\`.`,
      );
  }
  return {
    relation,
    reads,
    readsLastYear,
    check: (context) => outcomeOf({ left, is: relation.is, right }, reads, text, context),
  };
}

/** A side of a relation by positions in the vectors of a form. */
interface FlatSum {
  readonly positions: Int32Array;
  readonly signs: Int8Array;
  readonly lastYear: Uint8Array;
}

/**
 * How to see at a glance that relations hold, in reports on a form.
 *
 * @returns
 *   `undefined` if the form does not have all the cells.
 */
export function relationsHold(relations: readonly Relation[], form: Form): HoldsAtGlance | undefined {
  const own = cellsByPath(form);
  const flat = relations.map(({ left, is, right }) => ({
    left: flatSum(left.map(fullTerm), own),
    is,
    right: flatSum(right.map(fullTerm), own),
  }));
  if (
    !relations.every(({ left, right }) => [...left, ...right].every((term) => own.has(fullTerm(term).path)))
  )
    return undefined;
  const needsLastYear = flat.some(
    ({ left, right }) => left.lastYear.includes(1) || right.lastYear.includes(1),
  );
  return ({ figures, previous }) => {
    if (!figures || (needsLastYear && !previous)) return false;
    const before = previous ?? figures;
    for (const { left, is, right } of flat) {
      const difference = flatTotal(left, figures, before) - flatTotal(right, figures, before);
      if (is === 'equal' ? difference !== 0 : is === 'at-most' ? difference > 0 : difference < 0)
        return false;
    }
    return true;
  };
}

function flatSum(
  terms: readonly FullTerm[],
  own: ReadonlyMap<string, { readonly position: number }>,
): FlatSum {
  return {
    positions: Int32Array.from(terms, ({ path }) => own.get(path)?.position ?? 0),
    signs: Int8Array.from(terms, ({ sign }) => sign),
    lastYear: Uint8Array.from(terms, ({ lastYear }) => Number(lastYear)),
  };
}

/** Adds up in the order of the terms, as {@link sumOf} does, so that amounts come to the same. */
function flatTotal(
  { positions, signs, lastYear }: FlatSum,
  figures: Float64Array,
  before: Float64Array,
): number {
  let total = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const vector = lastYear[at] === 1 ? before : figures;
    total += (signs[at] as number) * (vector[positions[at] as number] as number);
  }
  return total;
}

interface FullRelation {
  readonly left: readonly FullTerm[];
  readonly is: Relation['is'];
  readonly right: readonly FullTerm[];
}

function outcomeOf(
  { left, is, right }: FullRelation,
  reads: readonly CellPath[],
  text: Localized,
  context: CheckContext,
): Outcome[] {
  const [leftTerms, rightTerms] = [known(left, context), known(right, context)];
  if (leftTerms.length < left.length || rightTerms.length < right.length) {
    const unknown = reads.filter((path) => figureOf(path, context.figures, context) === null);
    const [first] = left;
    if (!first) return [];
    return [
      {
        verdict: 'undecided',
        cells: unknown,
        message: (locale) =>
          wordings[locale].notComparable(addressOf(first.path), unknown.length === 0, text[locale]),
      },
    ];
  }
  const [actual, expected] = [sumOf(leftTerms), sumOf(rightTerms)];
  if ({ equal: actual === expected, 'at-most': actual <= expected, 'at-least': actual >= expected }[is])
    return [];
  return [
    {
      verdict: 'broken',
      cells: reads,
      actual,
      expected,
      message: (locale) =>
        wordings[locale].notRelated({ left: leftTerms, actual, is, right: rightTerms, expected, text }),
    },
  ];
}

function known(terms: readonly FullTerm[], context: CheckContext): KnownTerm[] {
  const { form, figures, previous = [] } = context;
  return terms.flatMap(({ path, lastYear, sign }) => {
    const cell = cellsByPath(form).get(path);
    const figure = figureOf(path, lastYear ? previous : figures, context);
    return cell === undefined || figure === null ? [] : [{ cell, figure, lastYear, sign }];
  });
}

/** The figure of a cell, if it is known and a number. */
function figureOf(
  path: CellPath,
  figures: CheckContext['figures'],
  { form }: Pick<CheckContext, 'form'>,
): number | null {
  const position = cellsByPath(form).get(path)?.position;
  const figure = position === undefined ? null : (figures[position] ?? null);
  return figure !== null && Number.isFinite(figure) ? figure : null;
}

function sumOf(terms: readonly KnownTerm[]): number {
  return terms.reduce((total, { sign, figure }) => total + sign * figure, 0);
}
