import { PARTS_OF_WAN } from '../form/amounts.ts';
import { addressOf, type CellPath, cellsByPath, isCellPath } from '../form/cells.ts';
import { oncePer } from '../form/once-per.ts';
import type { Form, Localized } from '../form/vocabulary.ts';
import { type FullTerm, fullTerm, type Relation } from './relation.ts';
import type { CheckContext, Outcome, RuleFacts, RuleInstance } from './rule.ts';
import { type KnownTerm, wording } from './wording.ts';

/** Makes the check of a relation. */
export function instanceOf(
  { left: leftTerms, is, right: rightTerms }: Relation,
  { text, authority }: Pick<RuleFacts, 'text' | 'authority'>,
): RuleInstance {
  const isUsual = authority.kind === 'inference' || authority.kind === 'practice';
  const left = leftTerms.map(fullTerm);
  const right = rightTerms.map(fullTerm);
  const pathsOf = (year: boolean) =>
    [...left, ...right].filter(({ lastYear }) => lastYear === year).map(({ path }) => path);
  const [reads, readsLastYear] = [pathsOf(false), pathsOf(true)];
  for (const { path } of [...left, ...right]) {
    if (!isCellPath(path))
      throw new Error(
        `A relation names a cell “${path}” that the form does not have. Names are table.row.column; see \`cells()\`.`,
      );
  }
  const sidesIn = oncePer((form: Form) => ({ left: placedIn(form, left), right: placedIn(form, right) }));
  return {
    relation: { left: leftTerms, is, right: rightTerms },
    reads,
    readsLastYear,
    check: (context) => {
      const sides = sidesIn(context.form);
      const [one, other] = [sumOf(sides.left, context), sumOf(sides.right, context)];
      if (one === undefined || other === undefined) return [undecided(left, reads, text, context)];
      const difference = less(one, other);
      if (holds(difference, is)) return [];
      const [actual, expected] = [numberOf(one), numberOf(other)];
      const terms = { left: knownTerms(left, context), right: knownTerms(right, context) };
      return [
        {
          verdict: 'broken',
          cells: reads,
          actual,
          expected,
          difference: numberOf(difference),
          message: (locale) => wording.notRelated({ ...terms, actual, is, isUsual, expected, text })[locale],
        },
      ];
    },
  };
}

/** A term by its position in the figures of a form; -1 if the form has no such cell. */
interface PlacedTerm extends Pick<FullTerm, 'lastYear' | 'sign'> {
  readonly position: number;
}

function placedIn(form: Form, terms: readonly FullTerm[]): PlacedTerm[] {
  const byPath = cellsByPath(form.id);
  return terms.map(({ path, lastYear, sign }) => ({
    position: byPath.get(path)?.position ?? -1,
    lastYear,
    sign,
  }));
}

/** A sum: a number where that is exact, or else in whole parts of 万元. */
type Sum = number | { readonly parts: bigint };

/** Adds figures up exactly; `undefined` if one of them is not known or no number. */
function sumOf(terms: readonly PlacedTerm[], { figures, previous }: CheckContext): Sum | undefined {
  let total = 0;
  let isExact = true;
  for (const { position, lastYear, sign } of terms) {
    const figure = (lastYear ? previous : figures)?.[position];
    if (!isKnown(figure)) return undefined;
    total += sign * figure;
    isExact &&= Number.isSafeInteger(total);
  }
  if (isExact) return total;
  const parts = terms.reduce((sum, { position, lastYear, sign }) => {
    const figure = (lastYear ? previous : figures)?.[position] ?? 0;
    return sum + BigInt(sign) * partsOf(figure);
  }, 0n);
  return { parts };
}

const PARTS = BigInt(PARTS_OF_WAN);

function partsOf(sum: Sum): bigint {
  if (typeof sum !== 'number') return sum.parts;
  return Number.isInteger(sum) ? BigInt(sum) * PARTS : BigInt(Math.round(sum * PARTS_OF_WAN));
}

function less(one: Sum, other: Sum): Sum {
  if (typeof one === 'number' && typeof other === 'number' && Number.isSafeInteger(one - other))
    return one - other;
  return { parts: partsOf(one) - partsOf(other) };
}

function numberOf(sum: Sum): number {
  if (typeof sum === 'number') return sum;
  const isWhole = sum.parts % PARTS === 0n;
  return isWhole ? Number(sum.parts / PARTS) : Number(sum.parts) / PARTS_OF_WAN;
}

function isKnown(figure: number | null | undefined): figure is number {
  return Number.isFinite(figure);
}

function holds(difference: Sum, is: Relation['is']): boolean {
  const off = typeof difference === 'number' ? difference : difference.parts;
  if (is === 'equal') return Number(off) === 0;
  return is === 'at-most' ? off <= 0 : off >= 0;
}

function undecided(
  [first]: readonly FullTerm[],
  reads: readonly CellPath[],
  text: Localized,
  { form, figures, printed = {} }: CheckContext,
): Outcome {
  const byPath = cellsByPath(form.id);
  const unknown = reads.filter((path) => !isKnown(figures[byPath.get(path)?.position ?? -1]));
  const areBlank = unknown.every((path) => printed[path] === undefined);
  return {
    verdict: 'undecided',
    cells: unknown,
    message: (locale) =>
      first
        ? wording.notComparable(addressOf(first.path), { isLastYears: unknown.length === 0, areBlank, text })[
            locale
          ]
        : '',
  };
}

/** The terms for a message, once all figures are known. */
function knownTerms(terms: readonly FullTerm[], { form, figures, previous }: CheckContext): KnownTerm[] {
  return terms.flatMap(({ path, lastYear, sign }) => {
    const cell = cellsByPath(form.id).get(path);
    const figure = cell && (lastYear ? previous : figures)?.[cell.position];
    return cell && isKnown(figure) ? [{ cell, figure, lastYear, sign }] : [];
  });
}
