/**
 * The core: the form, the typed report, and the check.
 *
 * @module ogi-annual-report
 */

export { checkReport } from './check/check.ts';
export type { CheckOptions } from './check/check-options.ts';
export type { CheckResult, Undecided, Verdict } from './check/check-result.ts';
export { definePack, type ParsedPack, parsePack, type RulePack } from './check/pack.ts';
export { type CheckSession, startChecking } from './check/session.ts';
export type { IdleWaiver, Waiver } from './check/waiver.ts';
export { completeTotals } from './diagnosis/complete-totals.ts';
export type { Change, Diagnosis, DiagnosisKind, Explanation } from './diagnosis/diagnosis.ts';
export type { Slip } from './diagnosis/slips.ts';
export { type Form2019, type Form2019Tables, form2019 } from './form/2019.ts';
export { type Form2021, type Form2021Tables, form2021 } from './form/2021.ts';
export {
  addressOf,
  type Cell,
  type CellPath,
  type CellPathOf,
  cellAt,
  cells,
  isCellPath,
  lineEnglish,
  lineLabel,
} from './form/cells.ts';
export { type Edition, type Forms, forms } from './form/editions.ts';
export { equations, type WrittenEquation } from './form/equations.ts';
export { type Grid, type GridCell, layout } from './form/grid.ts';
export type {
  Authority,
  Equation,
  Form,
  Heading,
  Line,
  Locale,
  Localized,
  Section,
  Table,
  Unit,
} from './form/vocabulary.ts';
export { isFeeOfOneNotice, processingFeeByCase, processingFeeByPage } from './report/fee-tariff.ts';
export { emptyDraft, figureAt, figuresAs, fromFigures, toFigures } from './report/figures.ts';
export {
  type DraftOn,
  type Parsed,
  type ParseOptions,
  type Problem,
  type ProblemCode,
  parseDraft,
  parseReport,
  type ReportOn,
} from './report/parse.ts';
export {
  type Agency,
  type AgencyKind,
  type AgencyLevel,
  type AnyDraft,
  type AnyReport,
  type Block,
  type BlockHeading,
  type Contact,
  type Draft,
  type DraftAgency,
  type DraftTables,
  type FiguresOf,
  type Paragraph,
  type Particulars,
  type Period,
  type ProcessingFee,
  parseTitle,
  type Remarks,
  type Report,
  type Scope,
  type SectionId,
  type Sections,
  type Tables,
  type TablesOf,
  type TitleParts,
  titleOf,
} from './report/report.ts';
export {
  draftSchema,
  draftSchemaOf,
  reportJsonSchema,
  reportSchema,
  reportSchemaOf,
} from './report/schema.ts';
export { rules, rulesOf } from './rules/catalogue.ts';
export { defineRule, type RuleDeclaration } from './rules/define-rule.ts';
export { type Definition, definitions } from './rules/definitions.ts';
export type { CitedAuthority, Finding, Waived } from './rules/finding.ts';
export type { Relation, Term } from './rules/relation.ts';
export type {
  CheckContext,
  Family,
  Outcome,
  Rule,
  RuleFacts,
  RuleInstance,
  RuleScope,
  Severity,
} from './rules/rule.ts';
export type { LocalDeadline, MonthDay, Settings } from './rules/settings.ts';
export type { OtherWording, SourceStructure } from './rules/source-structure.ts';
