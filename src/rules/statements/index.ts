/** What prose says of the quantities of the tables. */

export { cellsOfPhrase, type Phrase } from './phrase.ts';
export { type Candidate, factsOf, isQuantity, type Quantity } from './quantities.ts';
export { type Statement, type StatementOptions, statementsIn } from './statements-in.ts';
