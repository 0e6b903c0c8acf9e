import { type CellPath, cellsByPath, lineLabel } from '../form/cells.ts';
import { quoted } from '../form/in-language.ts';
import type { Edition, Locale, Localized } from '../form/vocabulary.ts';
import type { CheckContext, Outcome, Severity } from './rule.ts';
import { inLocale } from './rule.ts';
import { partName } from './section-labels.ts';
import { type Comparison, comparisonsOf, type Sum } from './statements/compare.ts';
import { type Candidate, factsOf, type Quantity } from './statements/quantities.ts';
import type { StatementOfReport } from './statements/report-statements.ts';
import { statementsOf } from './statements/report-statements.ts';
import { sumOf as sumOfStatements } from './statements/self-consistency.ts';

/** Contradictions reported one by one as warnings; what is beyond is one line. */
const MAX_WARNINGS = 3;
/** The rule about statements of nought. */
const NOUGHT_RULE = 'NARR-10';

const OUTCOMES: readonly Quantity[] = [
  'granted',
  'partiallyGranted',
  'grantedInWholeOrPart',
  'denied',
  'unavailable',
  'notProcessed',
  'handledOtherwise',
];
/** Statements of nought that settle what is meant; others are hints. */
const FIRM_NOUGHTS: readonly Quantity[] = [
  'received',
  'carriedOver',
  'carriedForward',
  'allDone',
  'reconsiderations',
  'litigation',
  'reconsiderationsCorrected',
  'litigationCorrected',
];
const RECEIVED: readonly Quantity[] = ['received', 'newlyReceived', 'receivedAndCarriedOver', 'handled'];

/** What a rule says of the text beside the tables. */
export function contradictionsOf(rule: string, context: CheckContext): Outcome[] {
  const comparisons = firstOfEach(comparisonsOf(context));
  const broken = comparisons
    .filter(({ verdict }) => verdict === 'contradicts' || verdict === 'settled')
    .filter((comparison) => !isLeftToOthers(comparison, context));
  const warnings = broken.filter((comparison) => severityOf(comparison, context) === 'warning');
  const beyond = warnings.slice(MAX_WARNINGS);
  const outcomes = broken
    .filter((comparison) => ruleOf(comparison) === rule && !beyond.includes(comparison))
    .map((comparison) => outcomeOf(comparison, context));
  const [first] = beyond;
  if (first && ruleOf(first) === rule) outcomes.push(summaryOf(beyond));
  return [...outcomes, ...comparisons.filter((each) => ruleOf(each) === rule).flatMap(undecidedOf(context))];
}

/** One finding a quantity. */
function firstOfEach(comparisons: readonly Comparison[]): Comparison[] {
  const seen = new Set<string>();
  return comparisons.filter(({ statement: { quantity, value, kind }, verdict }) => {
    const key = [quantity, value, kind === 'figure', verdict].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function ruleOf({ statement }: Comparison): string {
  return statement.kind === 'figure' ? factsOf(statement.quantity).rule : NOUGHT_RULE;
}

/** Where all of table 3 is 0, rule T3-09 speaks of the applications that the text has. */
function isLeftToOthers({ statement }: Comparison, { figures, form }: CheckContext): boolean {
  if (!RECEIVED.includes(statement.quantity) || statement.value === 0) return false;
  return [...cellsByPath(form.id).values()].every(
    ({ tableId, position }) => tableId !== 'applications' || figures[position] === 0,
  );
}

function severityOf({ statement, verdict }: Comparison, { report, phrases }: CheckContext): Severity {
  const { quantity, kind, isLoose } = statement;
  if (isLoose || verdict === 'settled') return 'info';
  if (kind !== 'figure') return FIRM_NOUGHTS.includes(quantity) ? 'warning' : 'info';
  const { severity, rule } = factsOf(quantity);
  return rule === 'NARR-03' && !isWhole(statementsOf(report, phrases)) ? 'info' : severity;
}

/** Whether the outcomes that the text lists come to the total it gives, so that it counts as the table does. */
function isWhole(statements: readonly StatementOfReport[]): boolean {
  const outcomes = statements.filter(({ statement }) => OUTCOMES.includes(statement.quantity));
  if (new Set(outcomes.map(({ statement }) => statement.quantity)).size < outcomes.length) return false;
  const added = sumOfStatements(outcomes);
  return statements.some(
    ({ statement: { quantity, value } }) =>
      value === added && (quantity === 'answered' || RECEIVED.includes(quantity)),
  );
}

function outcomeOf(comparison: Comparison, context: CheckContext): Outcome {
  const { statement, sums, span, verdict } = comparison;
  const [first] = sums;
  const cells = [...new Set(sums.flatMap(({ candidate }) => cellsOf(candidate)))];
  const actual = first?.value ?? 0;
  return {
    verdict: 'broken',
    cells: first ? cells : [],
    span,
    expected: statement.value,
    actual,
    severity: severityOf(comparison, context),
    message: inLocale(
      verdict === 'settled' ? pendingMessage(comparison, context) : message(comparison, context),
    ),
  };
}

function message(comparison: Comparison, context: CheckContext): Localized {
  const { statement, sums, quote } = comparison;
  const [first, ...others] = sums;
  if (!first) return { 'zh-CN': quote, en: quote };
  const where = placeOf(comparison, context);
  const table = sumText(first, context);
  const tried = others
    .filter(({ candidate }) => candidate.plus.length > 1 || candidate.minus)
    .map((sum) => variantText(first, sum, context));
  const also = {
    'zh-CN': tried.length > 0 ? `（${tried.map((text) => text['zh-CN']).join('，')}，也不符）` : '',
    en: tried.length > 0 ? `, or ${tried.map(({ en }) => en).join(', or ')}` : '',
  };
  if (statement.kind !== 'figure')
    return {
      'zh-CN': `${where['zh-CN']}写“${quote}”，${table['zh-CN']}；请核对文字和表格`,
      en: `${where.en} says “${quote}”, but ${table.en}; check the text against the table`,
    };
  const difference = Number(Math.abs(statement.value - (first.value ?? 0)).toFixed(6));
  if (statement.isLoose)
    return {
      'zh-CN': `${where['zh-CN']}写“${quote}”，${table['zh-CN']}；“发布”与“制发”口径可能不同，请确认`,
      en: `${where.en} says “${quote}”, but ${table.en}; “发布” (published) and “制发” (issued) may be counted differently; check it`,
    };
  return {
    'zh-CN': `${where['zh-CN']}写“${quote}”，${table['zh-CN']}${also['zh-CN']}，相差 ${difference}；请核对文字和表格`,
    en: `${where.en} says “${quote}”, but ${table.en}${also.en}, a difference of ${difference}; check the text against the table`,
  };
}

function pendingMessage(comparison: Comparison, context: CheckContext): Localized {
  const { statement, sums, quote } = comparison;
  const [first] = sums;
  const where = placeOf(comparison, context);
  const table = first ? sumText(first, context) : { 'zh-CN': '', en: '' };
  const by = (first?.value ?? 0) - statement.value;
  return {
    'zh-CN': `${where['zh-CN']}写“${quote}”，${table['zh-CN']}；差的 ${by} 件正是“尚未审结”。如果文字只计已审结的，请写明`,
    en: `${where.en} says “${quote}”, but ${table.en}; the ${by} between them are those pending. If the text counts the closed ones, say so`,
  };
}

/** The section a statement stands in, quoted. */
export function placeOf(
  { span }: Pick<StatementOfReport, 'span'>,
  { form }: Pick<CheckContext, 'form'>,
): Localized {
  return partName(span.section, form.id);
}

/** A sum with its cells by name: 表三“一、本年新收政府信息公开申请数量”总计是 3; by name only if it is not known. */
export function sumText({ candidate, value }: Sum, { form }: Pick<CheckContext, 'form'>): Localized {
  const { plus, minus = [] } = candidate;
  const text = (locale: Locale) => {
    const [first = '', ...rest] = plus.map((path) => namesOf(path, form.id)[locale]);
    const last = rest.at(-1);
    const added =
      rest.length > 2 && last !== undefined
        ? `${first}${locale === 'en' ? ' to ' : '至'}${last}`
        : [first, ...rest].join(' + ');
    const taken = minus.map((path) => ` − ${namesOf(path, form.id)[locale]}`);
    return `${added}${taken.join('')}`;
  };
  if (value === null) return { 'zh-CN': text('zh-CN'), en: text('en') };
  return { 'zh-CN': `${text('zh-CN')}是 ${value}`, en: `${text('en')}, is ${value}` };
}

/** Another sum as it differs from the first: 加上年结转是 3153. */
function variantText(first: Sum, sum: Sum, context: CheckContext): Localized {
  const { plus, minus = [] } = sum.candidate;
  const more = plus.slice(first.candidate.plus.length);
  if (first.candidate.plus.some((path, index) => plus[index] !== path)) return sumText(sum, context);
  const known = cellsByPath(context.form.id);
  const row = (path: CellPath, locale: Locale) => {
    const line = known.get(path)?.row;
    return locale === 'en' ? (line?.english ?? path) : (line?.label ?? path);
  };
  const text = (locale: Locale) => {
    const [plusWord, minusWord] = locale === 'en' ? ['with ', 'without '] : ['加', '减'];
    const words = [
      ...more.map((path) => `${plusWord}“${row(path, locale)}”`),
      ...minus.map((path) => `${minusWord}“${row(path, locale)}”`),
    ];
    return words.join(locale === 'en' ? ' and ' : '、');
  };
  return { 'zh-CN': `${text('zh-CN')}是 ${sum.value}`, en: `${sum.value} ${text('en')}` };
}

/** A cell by its table and row, and its column where that is not the only one that is meant. */
function namesOf(path: CellPath, edition: Edition): Localized {
  const cell = cellsByPath(edition).get(path);
  if (!cell) return { 'zh-CN': path, en: path };
  const { section, row, column } = cell;
  const name = section.tableName ?? { label: '', english: '' };
  return {
    'zh-CN': `${name.label}${quoted(lineLabel(row).replace(/（区分处理.*/u, ''))}${column.label}`,
    en: `${name.english} ${quoted(row.english)}, ${column.english}`,
  };
}

function summaryOf(beyond: readonly Comparison[]): Outcome {
  const quotes = beyond.map(({ quote }) => `“${quote}”`);
  return {
    verdict: 'broken',
    cells: [],
    severity: 'info',
    message: inLocale({
      'zh-CN': `文字与表格还有 ${beyond.length} 处不一致：${quotes.join('、')}；请一并核对`,
      en: `the text disagrees with the tables in ${beyond.length} more places: ${quotes.join(', ')}; check them, too`,
    }),
  };
}

function undecidedOf(context: CheckContext): (comparison: Comparison) => Outcome[] {
  return (comparison) => {
    const { verdict, sums, quote, statement } = comparison;
    const known = cellsByPath(context.form.id);
    const blank = [...new Set(sums.flatMap(({ candidate }) => cellsOf(candidate)))].filter((path) => {
      const cell = known.get(path);
      return cell !== undefined && context.figures[cell.position] === null;
    });
    if (verdict !== 'unknown' || statement.isLoose || blank.length === 0) return [];
    const where = placeOf(comparison, context);
    const [first] = blank;
    const name = (first && known.get(first)?.address) ?? { 'zh-CN': '', en: '' };
    const more = { 'zh-CN': blank.length > 1 ? '等' : '', en: blank.length > 1 ? ' and others' : '' };
    return [
      {
        verdict: 'undecided',
        cells: blank,
        message: inLocale({
          'zh-CN': `${where['zh-CN']}写“${quote}”，但${name['zh-CN']}${more['zh-CN']}缺数，无法核对`,
          en: `${where.en} says “${quote}”, but ${name.en}${more.en} is missing, so it could not be checked`,
        }),
      },
    ];
  };
}

function cellsOf({ plus, minus = [] }: Candidate): CellPath[] {
  return [...plus, ...minus];
}
