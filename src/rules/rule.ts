import { type CellPath, cellAt } from '../form/cells.ts';
import type { Authority, Form, Locale, Localized, SectionId } from '../form/vocabulary.ts';
import type { AnyDraft } from '../report/report.ts';
import type { PrintedInstead } from './cell-content.ts';
import type { Relation } from './relation.ts';
import type { Settings } from './settings.ts';
import type { SourceStructure } from './source-structure.ts';
import type { Phrase } from './statements/phrase.ts';

/**
 * `error` (错误): against the form or the plain meaning of a total; `warning` (提醒): to be looked at; `info` (提示): may
 * well be right.
 */
export type Severity = (typeof SEVERITIES)[number];

/** Severities from the most to the least. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What severities are called. */
export const severityWords: Readonly<Record<Severity, Localized>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '提醒', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
};

/** The more severe of two severities. */
export function moreSevere(severity: Severity, other: Severity = 'info'): Severity {
  return SEVERITIES.indexOf(other) < SEVERITIES.indexOf(severity) ? other : severity;
}

/**
 * A part of the catalogue: `structure` is what a report consists of, `arithmetic` the equations of the
 * form, `cells` what a single cell may hold, `plausibility` figures that can hardly be meant,
 * `continuity` how a report follows from last year's, `narrative` whether the text agrees with the tables and with
 * itself, `fees` the information-processing fee,
 * `publication` when the report is published, and `reading` what a reader found while taking a report
 * off a page.
 */
export type Family = (typeof FAMILIES)[number];

/** The parts of the catalogue. */
export const FAMILIES = [
  'structure',
  'arithmetic',
  'cells',
  'plausibility',
  'continuity',
  'narrative',
  'fees',
  'publication',
  'reading',
] as const;

/**
 * What a rule looks at: one table, several, the text of the sections, what is said about the report
 * (title, agency, dates), figures of two years, or the source that was read.
 */
export type RuleScope =
  | 'table2'
  | 'table3'
  | 'table4'
  | 'tables'
  | 'narrative'
  | 'particulars'
  | 'years'
  | 'source';

/** Where words stand in the text of a report. */
export interface TextSpan {
  /** The section, or `preamble`. */
  readonly section: SectionId | 'preamble';
  /** The paragraph or heading in it, counted from 0. */
  readonly block: number;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last. */
  readonly end: number;
}

/** What a rule can read: the report, its figures, and what else is known. */
export interface CheckContext {
  /** The report or draft. Take figures from `figures`, not from here. */
  readonly report: AnyDraft;
  /** The edition of the form the report is on. */
  readonly form: Form;
  /** The figures in the order of that form; that of a cell is `figureOf(path)`. */
  readonly figures: readonly (number | null)[];
  /** The figure of a cell of that form; `null` if it is blank. Throws if the form has no such cell. */
  readonly figureOf: (path: CellPath) => number | null;
  /**
   * The figures of the same agency's report on the year before, if they were given, in the order of the
   * form of this year's; `null` for what last year's edition of the form does not have. See `alignFigures`.
   */
  readonly previous?: readonly (number | null)[];
  /** The same agency's report on the year before, if it was given. */
  readonly previousReport?: AnyDraft;
  /** Reports of other agencies, for the rules that compare texts. */
  readonly siblings: readonly AnyDraft[];
  /** What the source looked like, if the report was read from one. */
  readonly source?: SourceStructure;
  /** What that source has in cells whose figure is not known and that are not blank. */
  readonly printed?: PrintedInstead;
  /** Deadlines and thresholds. */
  readonly settings: Settings;
  /** Wordings of packs by which a text states figures of the tables. */
  readonly phrases?: readonly Phrase[];
}

/** Figures for rules to look at, in the order of a form, and by name of the cell. */
export function figuresOn(
  form: Form,
  figures: CheckContext['figures'],
): Pick<CheckContext, 'figures' | 'figureOf'> {
  return { figures, figureOf: (path) => figures[cellAt(path, form.id).position] ?? null };
}

/** The outcome of a rule that is broken, or cannot be decided because something is missing. */
export interface Outcome {
  /** Whether it is broken, or cannot be decided. */
  readonly verdict: 'broken' | 'undecided';
  /** The cells that disagree; or the blank ones. Empty where a rule is not about cells. */
  readonly cells: readonly CellPath[];
  /** What should stand there, where the rule can say. */
  readonly expected?: number;
  /** What does stand there. */
  readonly actual?: number;
  /** `actual` less `expected`, where it can be given more exactly than by subtracting. */
  readonly difference?: number;
  /** Where in the text it stands, where it is about words. */
  readonly span?: TextSpan;
  /** Where this case of the rule is less severe than the rule. */
  readonly severity?: Severity;
  /** What to tell people, in their language. */
  readonly message: (locale: Locale) => string;
}

/** One place in which a rule has to hold, such as one row of a table. */
export interface RuleInstance {
  /** The cells whose figures it looks at; it is checked again when one of them changes. */
  readonly reads: readonly CellPath[];
  /** The cells of last year's report that it needs; it is not run where last year's edition lacks them. */
  readonly readsLastYear?: readonly CellPath[];
  /** The relation between sums that has to hold, where that is all there is to check. */
  readonly relation?: Relation;
  /** Everything the rule objects to in this place; nothing if it holds. */
  readonly check: (context: CheckContext) => readonly Outcome[];
}

/** The facts about a rule, apart from how it is checked. */
export interface RuleFacts {
  /** Number for life, such as `T3-01`. */
  readonly id: string;
  /** The part of the catalogue it belongs to. */
  readonly family: Family;
  /** What it looks at. */
  readonly scope: RuleScope;
  /** How much a breach matters. */
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly text: Localized;
  /** The rule over names of cells, where it is a formula; `*` stands for each row or column in turn. */
  readonly formula?: string;
  /** Why it has to hold. */
  readonly authority: Authority;
  /** First year of reports it holds for. */
  readonly since: number;
  /** Last year of reports it holds for; every year from `since` if left out. */
  readonly until?: number;
}

/** A rule of the catalogue, as `defineRule` makes it. */
export interface Rule extends RuleFacts {
  /** Every place it has to hold in; none for a rule about reading, whose outcomes are the reader's problems. */
  readonly instances: readonly RuleInstance[];
}

/** A text in both languages as the message of an outcome. */
export function inLocale(text: Localized): Outcome['message'] {
  return (locale) => text[locale];
}

/** A broken rule that is about no equation: what to say, and numbers or cells where there are any. */
export function violation(
  text: Localized,
  about: Partial<Pick<Outcome, 'expected' | 'actual' | 'severity' | 'cells' | 'span'>> = {},
): Outcome {
  return { verdict: 'broken', cells: [], ...about, message: inLocale(text) };
}
