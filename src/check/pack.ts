import * as z from 'zod';
import { type CellPath, isCellPath } from '../form/cells.ts';
import { LocalizedError } from '../form/localized-error.ts';
import { once } from '../form/once-per.ts';
import { mustBeLocale } from '../form/options.ts';
import { AUTHORITY_KINDS, type Locale, type Localized } from '../form/vocabulary.ts';
import { explainIssues } from '../report/explain-issues.ts';
import type { Parsed } from '../report/parse.ts';
import type { ProblemCode } from '../report/problem.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind } from '../report/report.ts';
import { rulesOf } from '../rules/catalogue.ts';
import { defineRule, RULE_ID, ruleIdInWords } from '../rules/define-rule.ts';
import { NATIONAL_DEADLINES } from '../rules/publication.ts';
import type { Relation, Term } from '../rules/relation.ts';
import { moreSevere, SEVERITIES, severityWords } from '../rules/rule.ts';
import type { LocalDeadline, MonthDay, Settings } from '../rules/settings.ts';
import { isQuantity, type Phrase, type Quantity } from '../rules/statements/index.ts';
import { MAX_WORD_LENGTH, type PackIssue, phraseIssues } from './pack-phrases.ts';
import { isPack, type RulePack } from './rule-pack.ts';

/** Options of `parsePack`. */
export interface ParsePackOptions {
  /** Language of the messages; Chinese if left out. */
  readonly locale?: Locale | undefined;
}

/**
 * Makes a pack of regional rules for the option `packs` of `checkReport`.
 *
 * @param pack
 *   Rules, severities, dates and thresholds.
 * @returns
 *   The same pack.
 * @throws
 *   If it loosens a national rule: lowers a severity, redefines a rule, or sets a later date than the
 *   law; if it names a rule that does not exist; and if a severity or setting is none, such as a date `1月20日`.
 * @see {@link parsePack}, for a pack in JSON
 * @see {@link defineRule}, for rules of its own
 * @example
 *   const suqian = definePack({
 *     id: 'suqian',
 *     name: { 'zh-CN': '宿迁市', en: '宿迁' },
 *     severities: { 'T2-02': 'error' },
 *     settings: { localDeadlines: [{ kinds: ['department'], date: '01-20' }] },
 *   });
 */
export function definePack(pack: RulePack): RulePack {
  if (!isPack(pack)) throw new LocalizedError(NOT_A_PACK);
  const [issue] = [...shapeIssuesOf(pack), ...issuesOf(pack)];
  if (issue)
    throw new LocalizedError({
      'zh-CN': `规则包“${pack.id}”：${issue.message['zh-CN']}`,
      en: `Pack “${pack.id}”: ${issue.message.en}.`,
    });
  return pack;
}

/**
 * Reads a pack from unknown JSON: `id`, `name`, `severities`, `settings`, `phrases`, and `rules` whose
 * `relations` are sums of cells. Rules that need more than sums are written in TypeScript, with `defineRule`.
 *
 * @param json
 *   Unknown JSON.
 * @param options
 *   Language of the messages.
 * @returns
 *   The pack, or everything that is wrong with it, as `parseReport` gives it; nothing is thrown.
 * @see {@link definePack}, for a pack that is a program
 * @example
 *   parsePack({ id: 'x', name: '某市', severities: { 'T3-01': 'info' } }).ok
 *   //=> false
 */
export function parsePack(json: unknown, { locale = 'zh-CN' }: ParsePackOptions = {}): Parsed<RulePack> {
  mustBeLocale(locale);
  const parsed = packSchema().safeParse(json);
  if (!parsed.success) {
    return { ok: false, problems: explainIssues(parsed.error.issues, json, locale, EXPECTED) };
  }
  const { rules = [], name, id, severities, settings, phrases } = parsed.data;
  const pack: RulePack = {
    id,
    name,
    rules: rules.map((rule) => defineRule({ family: 'plausibility', scope: 'tables', ...rule })),
    ...(severities ? { severities } : {}),
    ...(settings ? { settings: settings as Partial<Settings> } : {}),
    ...(phrases ? { phrases } : {}),
  };
  const problems = issuesOf(pack).map((issue) => ({ ...issue, message: issue.message[locale] }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: pack };
}

const NOT_A_PACK: Localized = {
  'zh-CN': '不是规则包；应当是 { id, name, rules… }，规则用 defineRule 编写',
  en: 'This is not a pack of rules; a pack is { id, name, rules… }, its rules made with defineRule.',
};

/** What is wrong with the severities and settings of a pack that was not parsed, as `parsePack` says it. */
function shapeIssuesOf({ severities, settings }: RulePack): PackIssue[] {
  const given = { ...(severities ? { severities } : {}), ...(settings ? { settings } : {}) };
  const parsed = packSchema().pick({ severities: true, settings: true }).safeParse(given);
  const { issues = [] } = parsed.error ?? {};
  const english = explainIssues(issues, given, 'en', EXPECTED);
  return explainIssues(issues, given, 'zh-CN', EXPECTED).map(({ path, code, message }, index) =>
    issue(path, code, { 'zh-CN': message, en: english[index]?.message ?? message }),
  );
}

/** What is wrong with a pack. */
function issuesOf({ rules = [], severities = {}, settings = {}, phrases = [] }: RulePack): PackIssue[] {
  const national = new Map(rulesOf().map((rule) => [rule.id, rule]));
  const redefined = rules.flatMap(({ id }, index): PackIssue[] => {
    const isFirst = rules.findIndex((rule) => rule.id === id) === index;
    if (isFirst && !national.has(id)) return [];
    return [
      issue(`rules.${index}.id`, 'not-allowed', {
        'zh-CN': `规则 ${id} 已经存在；地方规则请另用编号，国家规则不能改写`,
        en: `rule ${id} exists already; give the regional rule a number of its own, a national rule cannot be rewritten`,
      }),
    ];
  });
  const lowered = Object.entries(severities).flatMap(([id, severity]): PackIssue[] => {
    const rule = national.get(id);
    const path = `severities.${id}`;
    if (!rule)
      return [
        issue(path, 'wrong-value', {
          'zh-CN': `没有编号为 ${id} 的国家规则，无法提高其级别`,
          en: `there is no national rule ${id} to raise`,
        }),
      ];
    if (moreSevere(severity, rule.severity) === severity) return [];
    return [
      issue(path, 'not-allowed', {
        'zh-CN': `规则 ${id} 的级别是${severityWords[rule.severity]['zh-CN']}（${rule.severity}），不能降为${severityWords[severity]['zh-CN']}（${severity}）：地方可以从严，不能放宽（${rule.authority.citation['zh-CN']}）`,
        en: `rule ${id} is of severity ${rule.severity} and cannot be lowered to ${severity}: a region may ask for more, not for less (${rule.authority.citation.en})`,
      }),
    ];
  });
  return [
    ...redefined,
    ...lowered,
    ...(settings.localDeadlines ?? []).flatMap(laterThanLaw),
    ...phrases.flatMap(phraseIssues),
  ];
}

function issue(path: string, code: ProblemCode, message: Localized): PackIssue {
  return { path, code, message };
}

/** Kinds of agency and the date that binds them by law. */
const BOUND: Readonly<Partial<Record<AgencyKind, MonthDay>>> = {
  department: NATIONAL_DEADLINES.department,
  governmentOffice: NATIONAL_DEADLINES.department,
  authorizedOrganization: NATIONAL_DEADLINES.department,
  government: NATIONAL_DEADLINES.government,
};

function laterThanLaw({ kinds, date }: LocalDeadline, index: number): PackIssue[] {
  const bound = Object.entries(BOUND).filter(([kind]) => !kinds || kinds.includes(kind as AgencyKind));
  const exceeded = bound.find(([, national]) => date > national);
  if (!exceeded) return [];
  const [kind, national] = exceeded;
  return [
    issue(`settings.localDeadlines.${index}.date`, 'not-allowed', {
      'zh-CN': `地方日期 ${date} 晚于《政府信息公开条例》第四十九条规定的 ${national}（${kind}），不能放宽`,
      en: `the local date ${date} is later than ${national}, which article 49 of the Regulations sets for ${kind}; it cannot be loosened`,
    }),
  ];
}

/** What is expected where the schema says no more than a word. */
const EXPECTED: Readonly<Record<string, Localized>> = {
  text: { 'zh-CN': '文字，或者 { "zh-CN": "…", "en": "…" }', en: 'text, or { "zh-CN": "…", "en": "…" }' },
  cell: {
    'zh-CN': '格式中的一格，写法是 表.行.列，如 applications.granted.total',
    en: 'a cell of the form, as table.row.column, such as applications.granted.total',
  },
  quantity: {
    'zh-CN': '文字与表格都计的数的代号，如 received、granted、normativeDocumentsIssued',
    en: 'the id of a quantity of text and tables, such as received, granted or normativeDocumentsIssued',
  },
  number: ruleIdInWords,
  day: { 'zh-CN': '月-日，如 01-20', en: 'month and day, such as 01-20' },
};

/** The lists of a pack have at most so many items. */
const MAX_ITEMS = 10_000;

/** A list; zod looks at its length first, and at no item of one that is too long. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).max(MAX_ITEMS);
}

/** The schema of a pack, built lazily. */
const packSchema = once(makeSchema);

function makeSchema() {
  const localized = z.union(
    [
      z
        .string()
        .min(1)
        .transform((text): Localized => ({ 'zh-CN': text, en: text })),
      z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
    ],
    'text',
  );

  const severity = z.enum(SEVERITIES);
  const cellPath = z.custom<CellPath>((text) => typeof text === 'string' && isCellPath(text), 'cell');
  const term: z.ZodType<Term> = z.union(
    [
      cellPath,
      z.strictObject({
        cell: cellPath,
        year: z.enum(['this', 'last']).exactOptional(),
        times: z.literal([1, -1]).exactOptional(),
      }),
    ],
    'cell',
  );
  const sum = listOf(term)
    .min(1)
    .transform((terms) => terms as [Term, ...Term[]]);
  const relation: z.ZodType<Relation> = z.strictObject({
    left: sum,
    is: z.enum(['equal', 'at-most', 'at-least']),
    right: sum,
  });

  const word = z.string().min(1).max(MAX_WORD_LENGTH);
  const cellList = listOf(cellPath).min(1);
  const phrase: z.ZodType<Phrase> = z.strictObject({
    words: listOf(word).min(1),
    quantity: z.custom<Quantity>((text) => typeof text === 'string' && isQuantity(text), 'quantity'),
    candidates: listOf(
      z.strictObject({
        plus: cellList,
        minus: cellList.exactOptional(),
        ifZero: cellList.exactOptional(),
      }),
    )
      .min(1)
      .exactOptional(),
    unless: listOf(word).exactOptional(),
    isLoose: z.boolean().exactOptional(),
  });

  return z.strictObject({
    id: z.string().min(1),
    name: localized,
    phrases: listOf(phrase).exactOptional(),
    rules: listOf(
      z.strictObject({
        id: z.string().regex(RULE_ID, 'number'),
        severity,
        text: localized,
        authority: z.strictObject({
          kind: z.enum(AUTHORITY_KINDS),
          citation: localized,
        }),
        relations: listOf(relation).min(1),
        since: z.int().exactOptional(),
        until: z.int().exactOptional(),
      }),
    ).exactOptional(),
    severities: z.record(z.string(), severity).exactOptional(),
    settings: z
      .strictObject({
        localDeadlines: listOf(
          z.strictObject({
            kinds: listOf(z.enum(AGENCY_KINDS)).exactOptional(),
            levels: listOf(z.enum(AGENCY_LEVELS)).exactOptional(),
            date: z
              .string()
              .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, 'day')
              .transform((date) => date as MonthDay),
          }),
        ).exactOptional(),
        overviewCharacters: z.int().positive().nullable().exactOptional(),
        similarText: z.number().positive().max(1).exactOptional(),
        jumpFactor: z.number().min(1).exactOptional(),
        carriedForwardShare: z.number().positive().exactOptional(),
      })
      .exactOptional(),
  });
}
