/** What prose says of the quantities of the tables. */
export { type Candidate, factsOf, type Quantity } from './quantities.ts';
export { type Statement, type StatementOptions, statementsIn } from './statements-in.ts';
export type { Phrase } from './words.ts';
