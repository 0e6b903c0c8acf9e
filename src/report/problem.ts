/**
 * What is wrong with a value:
 *
 * - `missing`: a required key is not there
 * - `blank`: `null` where a report needs a number or a fact (a draft may have it: `parseDraft`)
 * - `wrong-type`: text where a number belongs, and the like
 * - `not-finite`: NaN or an infinity
 * - `negative`, `fraction`, `too-large`, `too-many-decimals`: a number that no cell can hold
 * - `wrong-value`: not one of the values or not in the notation that the contract names
 * - `too-long`: a list with more items than the contract allows
 * - `unknown-key`: a key that the contract does not have
 * - `unsupported-form`: another edition of the form than was asked for, by the option `edition`
 * - `other-shape`: reports, but in another shape: a flat record, which `fromRow` takes, or a list of reports;
 *   for `fromRow`, a report with its tables
 * - `not-allowed`: something in a pack that loosens or rewrites a national rule
 * - `more`: the number of further problems, which are not listed
 */
export type ProblemCode =
  | 'missing'
  | 'blank'
  | 'wrong-type'
  | 'not-finite'
  | 'negative'
  | 'fraction'
  | 'too-large'
  | 'too-many-decimals'
  | 'wrong-value'
  | 'too-long'
  | 'unknown-key'
  | 'unsupported-form'
  | 'other-shape'
  | 'not-allowed'
  | 'more';

/**
 * Why a value is not a report.
 *
 * @example
 *   const parsed = parseReport({ ...report, year: '2024' }, { locale: 'en' });
 *   parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])
 *   //=> [['year', 'wrong-type']]
 */
export interface Problem {
  /** Where, such as `tables.applications.granted.total`; empty for the whole value. */
  readonly path: string;
  /** What is wrong, for programs. */
  readonly code: ProblemCode;
  /** Where, what was found, what was expected and what to do, in one sentence. */
  readonly message: string;
}
