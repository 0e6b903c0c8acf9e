import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  draftSchema,
  emptyDraft,
  fromRow,
  parseDraft,
  parseReport,
  reportJsonSchema,
  reportSchema,
  tablesFrom,
  toRow,
} from '../src/index.ts';
import { sample } from './sample.ts';

/** Changes the sample, as JSON that nobody has checked. */
function changed(change: (report: any) => void): unknown {
  const report = sample();
  change(report);
  return report;
}

function problems(json: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const parsed = parseReport(json, { locale });
  return parsed.ok ? [] : parsed.problems;
}

test('a report of the contract is accepted as it is', () => {
  expect(parseReport(sample())).toEqual({ ok: true, value: sample() });
});

test('the schemas are Standard Schemas', async () => {
  expect(await reportSchema()['~standard'].validate(sample())).toEqual({ value: sample() });
  expect(draftSchema()['~standard'].vendor).toBe('zod');
});

describe('what the schemas say is what parsing says', () => {
  const wrong = changed((report) => {
    report.year = '2024';
    report.tables.applications.granted.total = '1362';
    report.tables.applications.granted.naturalPerson = 1.5;
    report.tables.disputes.directLitigation.pending = -1;
    report.sections.overview = [{ kind: 'table' }];
    report.agency.creditCode = '1';
    report.publishedOn = '31.1.2025';
    report.extra = 1;
    report.another = 2;
    delete report.scope;
  });
  const values: readonly (readonly [string, unknown])[] = [
    ['a report with mistakes of every kind', wrong],
    ['a report on another edition', { ...sample(), form: '2019' }],
    ['a number for the edition', { ...sample(), form: 2021 }],
    ['a flat record', toRow(sample())],
    ['a list of reports', [sample(), sample()]],
    [
      'endless problems',
      { ...sample(), ...Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`k${at}`, at])) },
    ],
    ['nothing', null],
  ];

  for (const locale of ['zh-CN', 'en'] as const)
    test.each(values)(`of %s, in ${locale}`, async (_, value) => {
      for (const [schema, parse] of [
        [reportSchema('2021', { locale }), parseReport],
        [draftSchema('2021', { locale }), parseDraft],
      ] as const) {
        const parsed = parse(value, { locale });
        const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => message);
        expect(messages).not.toEqual([]);
        const { issues } = await schema['~standard'].validate(value);
        expect(issues?.map(({ message }) => message)).toEqual(messages);
        const { error } = schema.safeParse(value);
        expect(error?.issues.map(({ message }) => message)).toEqual(messages);
        expect(() => schema.parse(value)).toThrow(JSON.stringify(messages[0]).slice(1, -1));
      }
    });

  test('of a report on the form of 2019, with its own cells', () => {
    const draft: any = emptyDraft('2019');
    draft.tables.documents.rules.newlyMade = 'x';
    expect(draftSchema('2019').safeParse(draft).error?.issues[0]?.message).toBe(
      '表二第二十条第（一）项“规章”行“本年新制作数量”列（tables.documents.rules.newlyMade）：这里是文字“x”，应为整数；请改正',
    );
  });

  test('wherever the schema stands in others, at the place where it stands', () => {
    const schema = z.object({ reports: z.array(reportSchema().refine(() => true)) });
    const { error } = schema.safeParse({ reports: [sample(), wrong] });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'reports.1.publishedOn',
      'reports.1.sections.overview.0.kind',
      'reports.1.agency.creditCode',
      'reports.1.year',
      'reports.1.scope',
      'reports.1.tables.applications.granted.naturalPerson',
      'reports.1.tables.applications.granted.total',
      'reports.1.tables.disputes.directLitigation.pending',
      'reports.1',
      'reports.1',
    ]);
    for (const { message } of error?.issues ?? []) expect(message).toContain('请');
  });

  test('and JSON Schema is made of them as before', () => {
    for (const edition of ['2019', '2021'] as const)
      expect(z.toJSONSchema(reportSchema(edition, { locale: 'en' }))).toEqual(reportJsonSchema(edition));
  });
});

describe('a number in quotes is called text, and what to write is said', () => {
  test.each(['1362', '1,362', ' 1362 '])('such as “%s”', (text) => {
    const given = changed((report) => {
      report.tables.applications.granted.total = text;
    });
    const where = '表三“三（一）予以公开”行“总计”列（tables.applications.granted.total）';
    expect(problems(given).map(({ message }) => message)).toEqual([
      `${where}：这里是加了引号的文字“${text}”，应为整数；请去掉引号，写成 1362`,
    ]);
    expect(problems(given, 'en')[0]?.message).toContain(
      `found the text “${text}”; a whole number was expected; write 1362, without quotes`,
    );
  });

  test('and other text stays text', () => {
    const given = changed((report) => {
      report.tables.applications.granted.total = '一千件';
    });
    expect(problems(given)[0]?.message).toMatch(/这里是文字“一千件”，应为整数；请改正$/u);
  });
});

describe('a schema asked for in the wrong way says how', () => {
  test.each([reportSchema, draftSchema])('%o', (schemaOf) => {
    expect(() => schemaOf({ locale: 'en' } as never)).toThrow(/edition of the form comes first/);
    expect(() => schemaOf('2021', { locale: 'fr' as never })).toThrow(
      "`locale` is 'fr'. Give 'zh-CN' or 'en'",
    );
    expect(() => schemaOf('2017' as never)).toThrow(/'2019' or '2021'|'2021' or '2019'/);
  });
});

test('of one schema of ours among others, chosen by the form, the messages are ours', () => {
  const either = z.discriminatedUnion('form', [reportSchema('2021'), reportSchema('2019')] as never);
  const issues = either.safeParse({ ...sample(), year: '2024' }).error?.issues ?? [];
  expect(issues.map(({ message }) => message)).toEqual([
    '报告年度（year）：这里是加了引号的文字“2024”，应为数字；请去掉引号，写成 2024',
  ]);
});

describe('reports in another shape are recognised, and one sentence says what to do', () => {
  test.each([
    ['path', 'fromRow(record)', 'documents.rules.issued'],
    ['column', "fromRow(record, { names: 'column' })", 'documents_rules_issued'],
    ['short', "fromRow(record, { names: 'short' })", 't2_r1_c1'],
  ] as const)('such as a flat record with names of the kind “%s”', (names, call, key) => {
    const row = toRow(sample(), { names });
    expect(problems(row)).toEqual([
      {
        path: '',
        code: 'other-shape',
        message: `这是平铺的一行数据（如“${key}”），不是逐层的报告；请先用 ${call} 转换`,
      },
    ]);
    expect(problems({ ...sample(), tables: row })).toEqual([
      {
        path: 'tables',
        code: 'other-shape',
        message: `tables：这里是平铺的数据（如“${key}”），不是逐层的表格；请按 "documents" → "rules" → "issued" 逐层书写，或者把这些项移到最外层，用 ${call} 转换`,
      },
    ]);
    expect(fromRow(row, { names }).ok).toBe(true);
  });

  test('such as a list of reports', () => {
    expect(problems([sample(), sample()], 'en')).toEqual([
      {
        path: '',
        code: 'other-shape',
        message:
          'This is a list of 2 reports, and one report is taken at a time; give them one by one, or check them as a file with one report a line (.ndjson)',
      },
    ]);
  });

  test.each([
    ['with blanks in it', [null, sample()], /^这是 2 份报告的列表/u, /^This is a list of 2 reports/u],
    [
      'with nothing in it',
      [],
      /^这是列表（数组），其中没有报告；应为一份报告/u,
      /^This is a list with no report in it/u,
    ],
  ])('such as a list %s', (_, list, chinese, english) => {
    expect(problems(list)).toEqual([
      { path: '', code: 'other-shape', message: expect.stringMatching(chinese) },
    ]);
    expect(problems(list, 'en')).toEqual([
      { path: '', code: 'other-shape', message: expect.stringMatching(english) },
    ]);
  });

  test('such as JSON that nobody parsed', () => {
    expect(problems(` ${JSON.stringify(sample())}`).map(({ message }) => message)).toEqual([
      '这是还没有解析的 JSON 文本（字符串），不是报告；请先用 JSON.parse 解析',
    ]);
    expect(problems('2024 年的报告')).toMatchObject([{ path: '', code: 'wrong-type' }]);
  });

  test('such as a report, or a list of them, inside something else', () => {
    expect(problems({ success: true, report: sample() }).map(({ message }) => message)).toEqual([
      '报告放在“report”项里面了；请只提交这一项的内容',
    ]);
    expect(problems({ data: [null, sample()] }, 'en').map(({ message }) => message)).toEqual([
      'Inside “data” is a list of 2 reports, and one report is taken at a time; give them one by one',
    ]);
    expect(reportSchema().safeParse({ report: sample() }).error?.issues).toHaveLength(1);
  });

  test('such as a report whose keys a tool has joined, with the word that no column has', () => {
    const joined = Object.fromEntries(
      Object.entries(toRow(sample())).map(([key, value]) => [
        key.split('.').length === 3 ? `tables.${key}` : key,
        value,
      ]),
    );
    expect(problems(joined).map(({ message }) => message)).toEqual([
      '这是平铺的一行数据（如“tables.documents.rules.issued”），不是逐层的报告；请先去掉各键名前的“tables.”，再用 fromRow(record) 转换',
    ]);
  });

  test('and the other way round, a report where a flat record is expected', () => {
    const parsed = fromRow(sample(), { locale: 'en' });
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      {
        path: '',
        code: 'other-shape',
        message: 'This is a report with its tables, not a flat record; give it to parseReport or parseDraft',
      },
    ]);
  });

  test('but a report with one key too many stays a report with one key too many', () => {
    const stray = { ...sample(), 'applications.granted.total': 1 };
    expect(problems(stray).map(({ path, code }) => [path, code])).toEqual([
      ['applications.granted.total', 'unknown-key'],
    ]);
  });
});

describe('a wrong figure', () => {
  test('of a value that is one of a list, the values are reported, and what each is called', () => {
    const messages = (locale: 'zh-CN' | 'en') => {
      const parsed = parseReport({ ...sample(), scope: 'x' }, { locale });
      return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
    };
    expect(messages('zh-CN')).toEqual([
      '统计口径（scope）：这里是“x”，应为 "agency"（本机关） | "territory"（本行政区域）；请改正',
    ]);
    expect(messages('en')).toEqual([
      'Figures of (scope): found “x”; "agency" (The agency itself) | "territory" (The whole territory) was expected; correct it',
    ]);
  });

  test.each([
    ['text', '3119', 'wrong-type', '这里是加了引号的文字“3119”，应为整数；请去掉引号，写成 3119'],
    ['negative', -3, 'negative', '这里是 -3，不能小于 0；请核对'],
    ['fractional', 1.5, 'fraction', '这里是 1.5，件数应为整数；请核对'],
    ['not a number', Number.NaN, 'not-finite', '这里是 NaN，不是数；请填实际数字'],
    ['infinite', Number.POSITIVE_INFINITY, 'not-finite', '这里是 Infinity，不是数；请填实际数字'],
    ['above 2^53−1', 2 ** 53, 'too-large', '这里约为 9007199254740992，超出能够精确记录的范围；请核对'],
    [
      'blank',
      null,
      'blank',
      '空白（null）；正式报告不能留空：没有发生的填 0，尚不清楚的查明后再填，此前只能作为草稿',
    ],
    ['missing', undefined, 'missing', '缺少此项，应为整数；请补上'],
    ['an object', { a: 1 }, 'wrong-type', '这里是“{…}”，应为整数；请改正'],
    ['a truth value', true, 'wrong-type', '这里是“true”，应为整数；请改正'],
  ])('that is %s is reported with its place', (_, figure, code, message) => {
    const json = changed((report) => {
      report.tables.applications.newlyReceived.total = figure;
    });
    expect(problems(json)).toEqual([
      {
        path: 'tables.applications.newlyReceived.total',
        code,
        message: `表三“一、本年新收政府信息公开申请数量”行“总计”列（tables.applications.newlyReceived.total）：${message}`,
      },
    ]);
  });

  test.each<[what: string, change: (report: Record<string, unknown>) => void, message: string]>([
    ['a year in far future', (report) => (report['year'] = 99999), '这里是“99999”，应为 ≤ 2999；请改正'],
    ['a year with decimals', (report) => (report['year'] = 2024.5), '这里是“2024.5”，应为整数；请改正'],
    ['a year before the form', (report) => (report['year'] = 1900), '这里是“1900”，应为 ≥ 2021；请改正'],
    [
      'a day no calendar has',
      (report) => (report['publishedOn'] = '2025-02-30'),
      '没有 2025-02-30 这一天；请改正',
    ],
    ['a day in words', (report) => (report['publishedOn'] = '1月20日'), '应为 YYYY-MM-DD；请改正'],
  ])('%s is called what it is', (_, change, message) => {
    const [problem] = problems(changed((report) => void change(report)));
    expect(problem?.message).toContain(message);
  });

  test('in 万元 has at most six decimals', () => {
    const json = (amount: number) =>
      changed((report) => {
        report.tables.fees.administrativeFees.amountWan = amount;
      });
    for (const amount of [0, 18.871, 59237.2449, 0.000001, 316441, 9e9])
      expect(problems(json(amount))).toEqual([]);
    expect(problems(json(1.1234567)).map(({ code }) => code)).toEqual(['too-many-decimals']);
    expect(problems(json(-0.5)).map(({ code }) => code)).toEqual(['negative']);
    expect(problems(json(1e10)).map(({ code }) => code)).toEqual(['too-large']);
  });

  test('is reported in English when asked', () => {
    const json = changed((report) => {
      report.tables.disputes.directLitigation.pending = -1;
    });
    expect(problems(json, 'en')[0]?.message).toBe(
      'Table 4, part “Administrative litigation › Direct litigation”, column “Pending” (tables.disputes.directLitigation.pending): found -1, which is below 0; check it',
    );
  });
});

test('a code that is none is reported in words', () => {
  const json = changed((report) => {
    report.agency.divisionCode = '3208';
    report.agency.creditCode = '123';
  });
  expect(problems(json).map(({ message }) => message)).toEqual([
    '行政区划代码（agency.divisionCode）：这里是“3208”，应为 6 位数字；请改正',
    '统一社会信用代码（agency.creditCode）：这里是“123”，应为 18 位数字和大写字母；请改正',
  ]);
});

describe('a wrong shape', () => {
  test('such as a row that is missing or unknown is reported with its path', () => {
    const json = changed((report) => {
      const { granted, ...rest } = report.tables.applications;
      report.tables.applications = { ...rest, grantd: granted };
    });
    expect(problems(json).map(({ path, code }) => [path, code])).toEqual([
      ['tables.applications.granted', 'missing'],
      ['tables.applications.grantd', 'unknown-key'],
    ]);
  });

  test.each([null, undefined, 12, 'report', true, [], [[]], Symbol('report'), () => sample()])(
    'such as %o is no report',
    (json) => {
      expect(parseReport(json).ok).toBe(false);
      expect(parseDraft(json).ok).toBe(false);
    },
  );

  test('with keys that name prototypes is refused and touches nothing', () => {
    const json = JSON.parse(
      JSON.stringify(sample()).replace('"year"', '"__proto__":{"polluted":true},"constructor":{},"year"'),
    );
    expect(problems(json).map(({ path, code }) => [path, code])).toEqual([
      ['__proto__', 'unknown-key'],
      ['constructor', 'unknown-key'],
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const inside = JSON.parse(JSON.stringify(sample()).replace('"granted":', '"__proto__":{},"granted":'));
    expect(problems(inside).map(({ path }) => path)).toEqual(['tables.applications.__proto__']);
    const remarks = { ...sample(), remarks: JSON.parse('{"__proto__":"x"}') };
    expect(problems(remarks)).toHaveLength(1);
  });

  test('nested ten thousand deep neither hangs nor overflows', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(problems({ ...sample(), title: nested }).map(({ code }) => code)).toEqual(['wrong-type']);
    expect(problems({ ...sample(), nested }).map(({ code }) => code)).toEqual(['unknown-key']);
  });

  test('with endless problems lists the first and counts the rest', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]));
    const reported = problems({ ...sample(), ...many });
    expect(reported).toHaveLength(501);
    expect(reported.at(-1)).toEqual({
      path: '',
      code: 'more',
      message: '另有 9500 个问题未列出；请先改正以上各项',
    });
  });

  test('in an endless list says how long it is and looks at no item', () => {
    let looked = 0;
    const overview: unknown[] = new Array(10_000_000);
    Object.defineProperty(overview, 0, {
      get() {
        looked += 1;
        return 0;
      },
    });
    const json = { ...sample(), sections: { overview } };
    const messages = {
      'zh-CN': '一、总体情况（sections.overview）：有 10000000 项，超过上限 10000 项；请只保留应有的内容',
      en: 'I. Overview (sections.overview): has 10000000 items, more than the limit of 10000; keep only what belongs there',
    };
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(problems(json, locale)).toEqual([
        { path: 'sections.overview', code: 'too-long', message: messages[locale] },
      ]);
      const { error } = reportSchema('2021', { locale }).safeParse(json);
      expect(error?.issues.map(({ message }) => message)).toEqual([messages[locale]]);
    }
    expect(looked).toBe(0);
  });

  test('in lists as long as they may be puts only the first into words', () => {
    const sections = Object.fromEntries(
      Object.keys(sample().sections).map((id) => [id, new Array(10_000).fill(0)]),
    );
    const reported = problems({ ...sample(), sections });
    expect(reported).toHaveLength(501);
    const count = 10_000 * Object.keys(sections).length;
    expect(reported.at(-1)?.message).toBe(`另有 ${count - 500} 个问题未列出；请先改正以上各项`);
  });

  test('a long or broken text is shown short and on one line', () => {
    const [reported] = problems({ ...sample(), year: `2024\n\u0000${'x'.repeat(1_000_000)}` });
    expect(reported?.message.length).toBeLessThan(150);
    expect(reported?.message).not.toMatch(/[\n\u0000]/);
  });
});

describe('a report on another edition', () => {
  test.each([
    [Object.create(null)],
    [{ toString: 1 }],
    [[2019]],
    [
      {
        toString() {
          throw new Error('no text');
        },
      },
    ],
  ])('is not one whose edition is no text, and nothing is thrown', (form) => {
    const parsed = parseReport({ ...sample(), form });
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ['form', 'wrong-value'],
    ]);
  });

  test('is refused by name', () => {
    expect(problems({ ...sample(), form: '2019' })).toEqual([
      {
        path: 'form',
        code: 'unsupported-form',
        message:
          'form：这是 2019 年版格式的报告，应为 2021 年版（现行格式是 2021 年版，国办公开办函〔2021〕30号）；请按该版格式填报，或者确认这里是否接受旧版报告',
      },
    ]);
    expect(problems({ form: '2019' }, 'en')[0]?.message).toContain(
      'file it on that form, or check whether older reports are accepted here',
    );
  });

  test('that does not exist is a wrong value', () => {
    expect(problems({ ...sample(), form: 'x' }).map(({ code }) => code)).toEqual(['wrong-value']);
  });
});

test.each([
  ['agency.kind', (report: any) => (report.agency.kind = 'ministry'), 'wrong-value'],
  ['agency.name', (report: any) => (report.agency.name = ''), 'wrong-value'],
  ['agency.divisionCode', (report: any) => (report.agency.divisionCode = '32'), 'wrong-value'],
  ['agency.creditCode', (report: any) => (report.agency.creditCode = 'x'), 'wrong-value'],
  ['scope', (report: any) => delete report.scope, 'missing'],
  ['year', (report: any) => (report.year = 1999), 'wrong-value'],
  ['year', (report: any) => (report.year = null), 'blank'],
  ['publishedOn', (report: any) => (report.publishedOn = '2025-02-30'), 'wrong-value'],
  [
    'period.end',
    (report: any) => (report.period = { start: '2024-01-01', end: '31.12.2024' }),
    'wrong-value',
  ],
  ['remarks.a.b.c', (report: any) => (report.remarks = { 'a.b.c': 'x' }), 'unknown-key'],
  [
    'sections.overview.0.kind',
    (report: any) => (report.sections.overview = [{ kind: 'table' }]),
    'wrong-value',
  ],
  [
    'sections.overview.0.level',
    (report: any) => (report.sections.overview = [{ kind: 'heading', level: 1, text: '' }]),
    'wrong-value',
  ],
  [
    'processingFee.amountNoticedYuan',
    (report: any) =>
      (report.processingFee = { noticesIssued: 1, amountNoticedYuan: 0.001, amountReceivedYuan: 0 }),
    'too-many-decimals',
  ],
])('%s is checked', (path, change, code) => {
  expect(problems(changed(change)).map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
});

test('a draft may leave open what is not known, a report may not', () => {
  const draft = emptyDraft();
  expect(parseDraft(draft)).toEqual({ ok: true, value: draft });
  const codes = problems(draft).map(({ code }) => code);
  expect(codes).toHaveLength(205);
  expect(new Set(codes)).toEqual(new Set(['blank']));
});

test('figures of the wrong number are a mistake of the program, and it says which', () => {
  expect(() => tablesFrom([1, 2, 3])).toThrow('A report on the form of 2021 has 200 figures, not 3');
});

test('a number for the edition is told from the text that is expected', () => {
  for (const edition of [2021, 2019] as const) {
    const options = { edition: String(edition) as '2021' | '2019', locale: 'en' } as const;
    const parsed = parseReport({ ...sample(), form: edition }, options);
    const problem = parsed.ok ? undefined : parsed.problems.find(({ path }) => path === 'form');
    expect(problem?.code).toBe('wrong-type');
    expect(problem?.message).toContain(`the number ${edition}`);
    expect(problem?.message).toContain(`"${edition}" in quotes`);
  }
  const chinese = parseReport({ form: 2021 });
  expect(chinese.ok ? [] : chinese.problems.map(({ message }) => message)).toContain(
    'form：这里是“数字 2021”，应为加引号的 "2021"；请改正',
  );
});
