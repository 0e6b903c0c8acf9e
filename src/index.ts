/**
 * The whole way of a report: the form, reading, the typed report, the check, rendering.
 *
 * @module ogi-annual-report
 */

export { checkReport } from './check/check.ts';
export type { CheckOptions } from './check/check-options.ts';
export type { CheckResult, Undecided, Verdict } from './check/check-result.ts';
export type { Checkable, CheckableReading } from './check/given.ts';
export { definePack, type ParsePackOptions, parsePack } from './check/pack.ts';
export type { FailedRule } from './check/pack-rule.ts';
export type { RulePack } from './check/rule-pack.ts';
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
  cellAt,
  cells,
  isCellPath,
} from './form/cells.ts';
export { type EditionInForce, editionInForce, type Forms, forms } from './form/editions.ts';
export { type Grid, type GridCell, layout } from './form/grid.ts';
export { LocalizedError } from './form/localized-error.ts';
export type {
  Authority,
  Edition,
  Equation,
  Form,
  Heading,
  Line,
  Locale,
  Localized,
  Section,
  SectionId,
  Table,
  Unit,
} from './form/vocabulary.ts';
export {
  cellMarks,
  documentOf,
  type Mark,
  type PrintedParticular,
  type PrintedReport,
  type PrintedSection,
} from './formats/document.ts';
export { escapeHtml } from './formats/html/escape-html.ts';
export type { Reader, ReadingOf, ReadReportOptions, SourceFile } from './formats/reader.ts';
export type { Labels, Output, Renderer, Renderers, RenderOptions } from './formats/renderer.ts';
export type { ZipLimits } from './formats/zip.ts';
export { readReport } from './read-report.ts';
export type {
  CellReading,
  CellReadings,
  CellState,
  Inferred,
  Ledger,
  Place,
  Reading,
  ReadingOn,
  ReadingStatus,
  ReadOptions,
  UnplacedNumber,
} from './reading/reading.ts';
export {
  builtInRenderers,
  type LoadedRenderer,
  type OptionsOf,
  type RenderedAs,
  type RenderFormat,
  renderReport,
} from './render-report.ts';
export { type AgencyFacts, agencyOf } from './report/agency.ts';
export type { RowNames } from './report/column-names.ts';
export { processingFeeByCase, processingFeeByPage } from './report/fee-tariff.ts';
export { alignFigures, emptyDraft, figureAt, figuresOf, tablesFrom } from './report/figures.ts';
export {
  type DraftOn,
  type Parsed,
  type ParseOptions,
  parseDraft,
  parseReport,
  type ReportOn,
} from './report/parse.ts';
export type { Problem, ProblemCode } from './report/problem.ts';
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
  type Paragraph,
  type Particulars,
  type Period,
  type ProcessingFee,
  parseTitle,
  type Remarks,
  type Report,
  reportTitle,
  type Scope,
  type Sections,
  type Tables,
  type TablesOf,
  type TitleParts,
} from './report/report.ts';
export {
  type FactPath,
  type FromRowOptions,
  fromRow,
  type LongRow,
  type Row,
  type RowByPath,
  type RowOptions,
  toLongRows,
  toRow,
} from './report/rows.ts';
export {
  draftSchema,
  reportJsonSchema,
  reportSchema,
  type SchemaOptions,
} from './report/schema.ts';
export type {
  ApplicationsRow,
  DisputesRow,
  DocumentsRow2019,
  DocumentsRow2021,
  EnforcementRow2019,
  EnforcementRow2021,
  FeesRow2019,
  FeesRow2021,
  LicensingRow2019,
  LicensingRow2021,
  ProcurementRow2019,
  Tables2019,
  Tables2021,
  TablesByEdition,
} from './report/typed-tables.ts';
export { rulesOf } from './rules/catalogue.ts';
export type { PrintedInstead, ReadCells } from './rules/cell-content.ts';
export {
  type ComparedStatement,
  type ComparedStatementsOptions,
  comparedStatements,
} from './rules/compared-statements.ts';
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
  TextSpan,
} from './rules/rule.ts';
export type { LocalDeadline, MonthDay, Settings } from './rules/settings.ts';
export type { OtherWording, SourceStructure } from './rules/source-structure.ts';
export {
  type Candidate,
  type Phrase,
  type Quantity,
  type Statement,
  type StatementOptions,
  statementsIn,
} from './rules/statements/index.ts';
