import { forms } from '../form/editions.ts';
import type { Locale, Localized } from '../form/vocabulary.ts';
import { figuresOf } from '../report/figures.ts';
import type { AnyDraft } from '../report/report.ts';
import { sumText } from './contradictions.ts';
import type { TextSpan } from './rule.ts';
import { type ComparedContext, type Comparison, comparisonsOf } from './statements/compare.ts';
import { fullNameOf } from './statements/names.ts';
import type { Phrase } from './statements/phrase.ts';
import { statementsOf } from './statements/report-statements.ts';
import type { Statement } from './statements/statements-in.ts';

/** A statement in the text about a quantity of the tables, compared with the tables. */
export interface ComparedStatement {
  /** What is stated. */
  readonly statement: Statement;
  /** Where it stands in the report. */
  readonly span: TextSpan;
  /** Whether it agrees with the tables; `undecided` where a cell is blank, or nobody can say what is meant. */
  readonly verdict: 'agrees' | 'contradicts' | 'undecided';
  /** What is counted, and the cells that were compared, with their figures. */
  readonly message: string;
}

/** Options of `comparedStatements`. */
export interface ComparedStatementsOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
  /** Wordings of packs. */
  readonly phrases?: readonly Phrase[] | undefined;
}

/**
 * Compares what the text of a report states with its tables, statement by statement, for those who show
 * the text. What is wrong with it is in the findings of a check.
 *
 * @param report
 *   Report or draft.
 * @param options
 *   Language; wordings of packs.
 * @returns
 *   The statements in the order of the text; none if the year reported on is not known.
 * @example
 *   comparedStatements(report).map(({ statement, verdict }) => [statement.text, verdict])
 *   //=> [['1件', 'agrees'], …]
 */
export function comparedStatements(
  report: AnyDraft,
  { locale = 'zh-CN', phrases }: ComparedStatementsOptions = {},
): ComparedStatement[] {
  const context: ComparedContext = {
    report,
    form: forms[report.form],
    figures: figuresOf(report),
    ...(phrases ? { phrases } : {}),
  };
  const compared = new Map(comparisonsOf(context).map((comparison) => [comparison.statement, comparison]));
  return statementsOf(report, phrases).map(({ statement, span }) => {
    const comparison = compared.get(statement);
    if (!comparison) return { statement, span, verdict: 'undecided', message: noCell(statement)[locale] };
    const verdict = verdictOf(comparison);
    return { statement, span, verdict, message: messageOf(comparison, verdict, context)[locale] };
  });
}

/** Of the information-processing fee, which is in no table. */
function noCell({ quantity }: Statement): Localized {
  const name = fullNameOf(quantity);
  return { 'zh-CN': `${name['zh-CN']}：表格中没有这个数`, en: `${name.en}: in no table` };
}

function verdictOf({ verdict }: Comparison): ComparedStatement['verdict'] {
  if (verdict === 'agrees') return 'agrees';
  return verdict === 'contradicts' || verdict === 'settled' ? 'contradicts' : 'undecided';
}

const CONCLUSIONS: Readonly<Record<ComparedStatement['verdict'], Localized>> = {
  agrees: { 'zh-CN': '与表格一致', en: 'agrees with the tables' },
  contradicts: { 'zh-CN': '与表格不一致', en: 'differs from the tables' },
  undecided: { 'zh-CN': '未作判断', en: 'not decided' },
};

function messageOf(
  { statement, sums }: Comparison,
  verdict: ComparedStatement['verdict'],
  context: ComparedContext,
): Localized {
  const name = fullNameOf(statement.quantity);
  const meant = sums.find(({ value }) => value === statement.value) ?? sums[0];
  const blank = sums.find(({ value }) => value === null);
  const shown = verdict === 'undecided' ? (blank ?? meant) : meant;
  const cells = shown ? sumText(shown, context) : { 'zh-CN': '', en: '' };
  const isBlank = verdict === 'undecided' && blank !== undefined;
  const conclusion = CONCLUSIONS[verdict];
  return {
    'zh-CN': `${name['zh-CN']}：${conclusion['zh-CN']}（${cells['zh-CN']}${isBlank ? '缺数' : ''}）`,
    en: `${name.en}: ${conclusion.en} (${cells.en}${isBlank ? ' has no figure' : ''})`,
  };
}
