/**
 * The sum of many reports: who has filed, what they come to together, whether the parent's report says so, and why
 * not.
 *
 * @module ogi-annual-report/roll-up
 */
export type { RollUpDiagnosis, RollUpExplanation } from './diagnosis.ts';
export type { Member, MemberPart, MemberState, RolledMember } from './member.ts';
export type { Step, StepKind } from './mistakes.ts';
export { type RollUp, type RollUpOptions, rollUp } from './roll-up.ts';
export { type RollUpRule, rollUpRules } from './roll-up-rules.ts';
export type { RolledCell } from './sum.ts';
