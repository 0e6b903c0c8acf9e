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
      const [actual, expected] = [sumOf(sides.left, context), sumOf(sides.right, context)];
      if (actual === undefined || expected === undefined) return [undecided(left, reads, text, context)];
      if (compares(actual, is, expected)) return [];
      const terms = { left: knownTerms(left, context), right: knownTerms(right, context) };
      return [
        {
          verdict: 'broken',
          cells: reads,
          actual,
          expected,
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

/** Adds figures up; `undefined` if one of them is not known or no number. */
function sumOf(terms: readonly PlacedTerm[], { figures, previous }: CheckContext): number | undefined {
  let total = 0;
  for (const { position, lastYear, sign } of terms) {
    const figure = (lastYear ? previous : figures)?.[position];
    if (!isKnown(figure)) return undefined;
    total += sign * figure;
  }
  return total;
}

function isKnown(figure: number | null | undefined): figure is number {
  return Number.isFinite(figure);
}

function compares(actual: number, is: Relation['is'], expected: number): boolean {
  if (is === 'equal') return actual === expected;
  return is === 'at-most' ? actual <= expected : actual >= expected;
}

function undecided(
  [first]: readonly FullTerm[],
  reads: readonly CellPath[],
  text: Localized,
  { form, figures }: CheckContext,
): Outcome {
  const byPath = cellsByPath(form.id);
  const unknown = reads.filter((path) => !isKnown(figures[byPath.get(path)?.position ?? -1]));
  return {
    verdict: 'undecided',
    cells: unknown,
    message: (locale) =>
      first ? wording.notComparable(addressOf(first.path), unknown.length === 0, text)[locale] : '',
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
