/**
 * What readers give, and the check of a reading.
 *
 * @module ogi-annual-report/reading
 */

export { type ReadingRule, type ReadingRuleId, readingRules } from '../rules/reading.ts';
export {
  type CellReading,
  type CellState,
  checkReading,
  type Ledger,
  type Place,
  type Reader,
  type Reading,
  type ReadingOn,
  type ReadingStatus,
  type ReadOptions,
  type UnplacedNumber,
} from './reading.ts';
