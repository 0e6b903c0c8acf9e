// What may be posted as JSON, and asked for: by this bodies are parsed, and of this the OpenAPI document is made.

import { builtInRenderers, parseDraft } from 'ogi-annual-report';
import * as z from 'zod';

const MAX_REPORTS = 2_000;

// the others need packages besides: pdf a compiler and fonts, the illustrated summary echarts
const { pdf, summary, svg, ...renderers } = builtInRenderers;

/** What reports are rendered as. */
export const formats = renderers;

/** The schemas, with the messages in a language. */
function bodiesIn(locale) {
  /** A report or draft on any edition of the form; what is wrong with it is said with the labels of the form. */
  const draft = z.unknown().transform((value, context) => {
    const parsed = parseDraft(value, { edition: 'any', locale });
    if (parsed.ok) return parsed.value;
    for (const { path, message } of parsed.problems)
      context.issues.push({
        code: 'custom',
        input: value,
        path: path === '' ? [] : path.split('.'),
        message,
      });
    return z.NEVER;
  });
  const drafts = z.array(draft).max(MAX_REPORTS);
  const name = z.string().min(1);
  const member = z.strictObject({
    name,
    aliases: z.array(name).exactOptional(),
    creditCode: name.exactOptional(),
    part: z.enum(['own', 'department', 'lower', 'outside', 'contained']).exactOptional(),
    required: z.boolean().exactOptional(),
    contains: z.array(name).exactOptional(),
  });
  const reportBody = z.strictObject({ report: draft, previous: draft.exactOptional() });
  const rollUpBody = z.strictObject({
    year: z.int().min(2019).max(2999),
    reports: drafts.min(1),
    members: z.array(member).max(MAX_REPORTS).exactOptional(),
    parent: draft.exactOptional(),
    besides: drafts.exactOptional(),
  });
  return { draft, reportBody, rollUpBody };
}

export const bodies = { 'zh-CN': bodiesIn('zh-CN'), en: bodiesIn('en') };

const localeErrors = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** What was expected, of a body that is known to be something else: a report by itself, or a list of them. */
function otherBody(schema, value) {
  const of = (key) => Object.values(bodies).some((each) => each[key] === schema);
  const isReport = typeof value === 'object' && value !== null && 'tables' in value;
  if (of('reportBody') && (isReport || Array.isArray(value)))
    return {
      'zh-CN': `这是${isReport ? '报告本身' : '列表（数组）'}；请求的内容应为 {"report": {…}}，可以另加上年报告 "previous": {…}`,
      en: `This is ${isReport ? 'a report by itself' : 'a list'}; the body should be {"report": {…}}, with last year’s as "previous": {…} if there is one`,
    };
  if (of('rollUpBody') && (isReport || Array.isArray(value)))
    return {
      'zh-CN': `这是${isReport ? '一份报告' : '列表（数组）'}；请求的内容应为 {"year": 2024, "reports": [{…}, …]}，可以另加单位名单 "members"、汇总报告 "parent"`,
      en: `This is ${isReport ? 'one report' : 'a list'}; the body should be {"year": 2024, "reports": [{…}, …]}, with "members" and "parent" if there are any`,
    };
  return undefined;
}

/** Parses a body: `{ value }`, or `{ problems }`, each with its path. */
export function parseBody(schema, value, locale) {
  const expected = otherBody(schema, value);
  if (expected) return { problems: [{ path: '', message: expected[locale] }] };
  const { data, error } = schema.safeParse(value, { error: localeErrors[locale] });
  if (!error) return { value: data };
  return { problems: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
}
