/**
 * The sum of many reports: who has filed, what they come to together, whether the parent's report says so, and why
 * not.
 *
 * @module ogi-annual-report/roll-up
 */
export type { MemberPart } from '../many/member-part.ts';
export type { RollUpDiagnosis, RollUpExplanation } from './explanation.ts';
export { rollUpJson } from './json.ts';
export type { Member, MemberState, RolledMember } from './member.ts';
export type { Step, StepKind } from './mistakes.ts';
export { type RollUp, type RollUpOptions, rollUp } from './roll-up.ts';
export { type RollUpRule, rollUpRules } from './roll-up-rules.ts';
export type { Contribution, RolledCell } from './sum.ts';
export { type RollUpTextOptions, rollUpText } from './text.ts';
export { type RollUpXlsxOptions, renderRollUpXlsx } from './workbook.ts';
