// The OpenAPI document, made of the schemas of the package and of bodies.js.

import { draftSchema } from 'ogi-annual-report';
import { checkResultJsonSchema } from 'ogi-annual-report/results';
import * as z from 'zod';
import { bodies, formats } from './bodies.js';

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const inJson = (schema) => ({ 'application/json': { schema } });
const aFile = { schema: { type: 'string', format: 'binary' } };
const list = { type: 'array', items: { type: 'object' } };
const object = (properties) => ({ type: 'object', properties, required: Object.keys(properties) });
const query = (name, schema, description) => ({ name, in: 'query', schema, description });

/** Answers that every operation may give. */
const failures = Object.fromEntries(
  Object.entries({
    400: '请求有误 / bad request',
    413: '文件过大 / too large',
    415: '类型不对 / wrong type',
    422: '不是报告、读不了或者超时 / no report, unreadable, or took too long',
    500: '服务出错 / failed',
    503: '繁忙，见 Retry-After / busy, see Retry-After',
  }).map(([status, description]) => [
    status,
    {
      description,
      ...(status === '503' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  ]),
);

const language = {
  name: 'Accept-Language',
  in: 'header',
  schema: { type: 'string', default: 'zh-CN' },
  description: '提示信息的语言：zh-CN 或者 en / language of the messages',
};

function operation(summary, { parameters = [], body, description, content }) {
  return {
    post: {
      summary,
      parameters: [language, ...parameters],
      requestBody: { required: true, content: body },
      responses: { 200: { description, content }, ...failures },
    },
  };
}

const file = { 'application/octet-stream': aFile };
const fileOrJson = { ...file, ...inJson(ref('ReportBody')) };

const paths = {
  '/check': operation('核对一份报告 / checks a report', {
    body: fileOrJson,
    description: '结论、问题、最可能填错的格 / verdict, findings, the cells most likely wrong',
    content: inJson(ref('CheckResult')),
  }),
  '/read': operation('把文件读成 JSON / turns a file into JSON', {
    body: file,
    description: '读到的报告，读不出的格为 null / the report; what could not be read is null',
    content: inJson(ref('Reading')),
  }),
  '/render': operation('输出一份报告 / renders a report', {
    parameters: [
      query('to', { enum: Object.keys(formats), default: 'html' }, '格式 / format'),
      query('mark', { type: 'boolean', default: false }, '标出问题 / marks what is wrong'),
    ],
    body: fileOrJson,
    description: '文件 / a file',
    content: Object.fromEntries(
      Object.values(formats).map(({ mediaType }) => [
        mediaType,
        mediaType.endsWith('json') ? { schema: ref('Draft') } : aFile,
      ]),
    ),
  }),
  '/roll-up': operation('汇总各单位的报告 / adds reports up', {
    parameters: [query('to', { enum: ['json', 'xlsx'], default: 'json' }, '格式 / format')],
    body: inJson(ref('RollUpBody')),
    description: '报送情况、合计、差额、原因 / who has filed, the sum, what differs, and why',
    content: { ...inJson(ref('RollUp')), [formats.xlsx.mediaType]: aFile },
  }),
};

/** The document, as plain JSON. */
export function openApi() {
  const { draft, reportBody, rollUpBody } = bodies['zh-CN'];
  const registry = z.registry();
  registry.add(draftSchema('2021'), { id: 'Draft2021' });
  registry.add(draftSchema('2019'), { id: 'Draft2019' });
  registry.add(draft, { id: 'Draft' });
  registry.add(reportBody, { id: 'ReportBody' });
  registry.add(rollUpBody, { id: 'RollUpBody' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => ref(id).$ref, io: 'input' });
  for (const schema of Object.values(schemas)) {
    delete schema.$id;
    delete schema.$schema;
  }
  const { file, agency, year, title, ...checked } = checkResultJsonSchema().items.anyOf[0].properties;
  const { findings, verdict, undecided } = checked;
  const nullableDraft = { anyOf: [ref('Draft'), { type: 'null' }] };
  return {
    openapi: '3.1.0',
    info: {
      title: '政府信息公开工作年度报告核对服务',
      version: '1',
      description: '提交的内容不保存、不外传 / nothing is kept or passed on',
    },
    paths,
    components: {
      schemas: {
        ...schemas,
        Draft: { anyOf: [ref('Draft2021'), ref('Draft2019')] },
        CheckResult: object(checked),
        Reading: object({
          status: { enum: ['complete', 'incomplete'] },
          report: ref('Draft'),
          problems: findings,
          inferred: list,
          ledger: { type: 'object' },
        }),
        RollUp: object({
          year: { type: 'integer' },
          verdict,
          members: list,
          unexpected: list,
          cells: list,
          draft: ref('Draft'),
          soFar: ref('Draft'),
          remainder: nullableDraft,
          findings,
          diagnoses: list,
          undecided,
        }),
        Problem: object({
          type: { const: 'about:blank' },
          status: { type: 'integer' },
          title: { type: 'string' },
          detail: { type: 'string' },
        }),
      },
    },
  };
}
