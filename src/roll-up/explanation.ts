import type { Change } from '../diagnosis/diagnosis.ts';
import type { Finding } from '../rules/finding.ts';
import type { Step } from './mistakes.ts';

/** What explains a difference: mistakes in adding up, and single cells. */
export interface RollUpExplanation {
  /** What went wrong with whole reports. */
  readonly steps: readonly Step[];
  /** The cells that are wrong besides, of the parent or of the member named. */
  readonly changes: readonly Change[];
  /**
   * Whose mistake it is. A wrong cell stands in the parent's report or in a member's; where it is in no equation,
   * `either` may be right.
   */
  readonly at: 'parent' | 'member' | 'either';
  /** The member whose cells the changes are about; `null` if they are the parent's. */
  readonly member: string | null;
}

/** The simplest explanation of differences between a sum and the parent's report. Plain JSON. */
export interface RollUpDiagnosis extends RollUpExplanation {
  /** The findings it settles. */
  readonly settles: readonly Finding[];
  /** Other explanations that are as simple, the most plausible first. */
  readonly alternatives: readonly RollUpExplanation[];
  /** Whether there is no other as simple. */
  readonly unique: boolean;
  /** Whether all explanations so simple were searched. */
  readonly exact: boolean;
  /** What probably happened, and what to do, in words. */
  readonly message: string;
}
