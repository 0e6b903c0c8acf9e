import { type Cell, cellAt } from '../form/cells.ts';
import { forms, lastYearOf } from '../form/editions.ts';
import type { Edition, Localized } from '../form/vocabulary.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { fullTerm, type Relation, type Term } from '../rules/relation.ts';
import type { Rule, Severity } from '../rules/rule.ts';

/** A figure in a sum. */
export interface SqlTerm {
  readonly cell: Cell;
  readonly lastYear: boolean;
  readonly sign: 1 | -1;
}

/** One relation between sums of figures, of one rule in one place. */
export interface SqlRelation {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: Localized;
  readonly left: readonly SqlTerm[];
  readonly is: Relation['is'];
  readonly right: readonly SqlTerm[];
  /** Whether it compares with last year. */
  readonly comparesYears: boolean;
  /** Whether it is broken beside blanks, too, where one side is more than the whole other side already. */
  readonly besideBlanks: boolean;
  /** The years for which it holds, where that is not every year of the form. */
  readonly years?: Years;
}

/** Years of reports. */
interface Years {
  readonly since: number;
  readonly until?: number;
  /** Whether it holds for a report that names no year. */
  readonly unnamed: boolean;
}

/** The rules that are nothing but relations: SQL can say all that they say. */
export function relationalRules(edition: Edition): readonly Rule[] {
  return rulesOf(edition).filter(
    ({ instances }) => instances.length > 0 && instances.every(({ relation }) => relation !== undefined),
  );
}

/** Every relation of the rules that are nothing else, in the order of the catalogue. */
export function relationsOf(edition: Edition): SqlRelation[] {
  return relationalRules(edition).flatMap((rule) =>
    rule.instances.flatMap(({ relation }) => (relation ? [sqlRelation(rule, relation, edition)] : [])),
  );
}

function sqlRelation(rule: Rule, { left, is, right }: Relation, edition: Edition): SqlRelation {
  const sides = {
    left: left.map((term) => termOn(term, edition)),
    right: right.map((term) => termOn(term, edition)),
  };
  const all = [...sides.left, ...sides.right];
  const years = yearsOf(rule, edition);
  return {
    rule: rule.id,
    severity: rule.severity,
    text: rule.text,
    ...sides,
    is,
    comparesYears: rule.family === 'continuity',
    // a change may be below 0, so that what is blank may make a sum smaller again
    besideBlanks: rule.family === 'arithmetic' && !all.some(({ cell }) => cell.column.signed),
    ...(years ? { years } : {}),
  };
}

function termOn(term: Term, edition: Edition): SqlTerm {
  const { path, lastYear, sign } = fullTerm(term);
  return { cell: cellAt(path, edition), lastYear, sign };
}

function yearsOf({ since, until }: Rule, edition: Edition): Years | undefined {
  const form = forms[edition];
  if (since <= form.firstYear && until === undefined) return undefined;
  const last = lastYearOf(form);
  const unnamed = last === null || (since <= last && last <= (until ?? last));
  return { since, ...(until === undefined ? {} : { until }), unnamed };
}
