import { form2021 } from '../form/2021.ts';
import { cellAt } from '../form/cells.ts';
import type { Authority, Section } from '../form/table.ts';
import { type Draft, parseTitle, type SectionId, titleOf } from '../report/report.ts';
import { defineRule } from './define-rule.ts';
import { sectionText } from './narrative-text.ts';
import { type CheckContext, type Outcome, type Rule, said } from './rule.ts';
import { shareInCommon } from './similar-text.ts';

const REGULATIONS = '《政府信息公开条例》';
const REGULATIONS_ENGLISH = 'Regulations on government information disclosure';
const NOTICE = form2021.source;

const law = (article: string, english: string): Authority => ({
  kind: 'law',
  citation: { 'zh-CN': `${REGULATIONS}${article}`, en: `${REGULATIONS_ENGLISH}, ${english}` },
});

const notice = (part: string, english: string): Authority => ({
  kind: 'form',
  citation: { 'zh-CN': `${NOTICE.label}${part}`, en: `${NOTICE.label}${english}` },
});

const guidance = (chinese: string, english: string): Authority => ({
  kind: 'guidance',
  citation: { 'zh-CN': chinese, en: english },
});

/** The five things that 一、总体情况 speaks of, and words by which each is recognised. */
const TOPICS = [
  { 'zh-CN': '主动公开', en: 'proactive disclosure', words: /主动公开|公开.{0,6}信息\d+/u },
  { 'zh-CN': '依申请公开', en: 'disclosure on application', words: /依申请|申请/u },
  {
    'zh-CN': '政府信息管理',
    en: 'management of information',
    words: /信息管理|信息资源|公开目录|规范性文件.{0,20}(?:清理|管理)|审查|动态调整/u,
  },
  {
    'zh-CN': '政府信息公开平台建设',
    en: 'platforms',
    words: /平台|网站|专栏|公众号|政务新媒体|微信|公报/u,
  },
  {
    'zh-CN': '监督保障',
    en: 'supervision and support',
    words: /监督|保障|考核|培训|评议|责任追究/u,
  },
] as const;

/** What governments report besides, under article 50(4). */
const DUTIES = [
  { 'zh-CN': '工作考核', en: 'assessment', words: /考核/u },
  { 'zh-CN': '社会评议', en: 'public evaluation', words: /社会评议|评议/u },
  { 'zh-CN': '责任追究', en: 'accountability', words: /责任追究|追究责任|追责/u },
] as const;

/** The rules about what a report consists of. */
export const structureRules: readonly Rule[] = [
  defineRule({
    id: 'STR-01',
    family: 'structure',
    scope: 'narrative',
    severity: 'error',
    text: {
      'zh-CN': '报告由六个部分组成，按顺序，不能遗漏',
      en: 'a report has all six sections, in order',
    },
    authority: law('第五十条', 'article 50'),
    reads: [],
    check: missingSections,
  }),
  defineRule({
    id: 'STR-02',
    family: 'structure',
    scope: 'source',
    severity: 'error',
    text: {
      'zh-CN': '三张表的行和列与格式一致，不缺行缺列，也不另加小计',
      en: 'the tables have the rows and columns of the form, none missing and none added',
    },
    authority: law('第五十条第二款（统一格式）', 'article 50(2), one format for all'),
    reads: [],
    check: rowsAndColumns,
  }),
  defineRule({
    id: 'STR-03',
    family: 'structure',
    scope: 'source',
    severity: 'info',
    text: { 'zh-CN': '栏目名称与格式一致', en: 'headings are in the words of the form' },
    authority: notice('附件', ', annex'),
    reads: [],
    check: ({ source }) =>
      (source?.otherWordings ?? []).map(({ label, printed }) =>
        objection({
          'zh-CN': `“${printed}”在格式中是“${label}”`,
          en: `“${printed}” is “${label}” on the form`,
        }),
      ),
  }),
  defineRule({
    id: 'STR-04',
    family: 'structure',
    scope: 'source',
    severity: 'warning',
    text: {
      'zh-CN': '“（六）其他处理”分三项填写；只有一行的是 2019 年版格式',
      en: '（六）其他处理 has three rows; a single one is the form of 2019',
    },
    authority: notice('附件', ', annex'),
    reads: [],
    check: ({ source }) =>
      (source?.undivided ?? []).map((heading) =>
        objection({
          'zh-CN': `“${heading}”只印了一行；2021 年度起分项填写，请按现行格式补上各分项`,
          en: `“${heading}” is printed as one row; since 2021 it is divided: fill in the rows below it`,
        }),
      ),
  }),
  defineRule({
    id: 'STR-05',
    family: 'structure',
    scope: 'particulars',
    severity: 'warning',
    text: {
      'zh-CN': '标题是“<机关><年份>年政府信息公开工作年度报告”，年份与报告年度一致',
      en: 'the title names agency and year, as <agency><year>年政府信息公开工作年度报告',
    },
    authority: { kind: 'practice', citation: { 'zh-CN': '已公布的年度报告', en: 'published reports' } },
    reads: [],
    check: ({ report }) => titleObjections(report),
  }),
  defineRule({
    id: 'STR-06',
    family: 'structure',
    scope: 'particulars',
    severity: 'warning',
    text: {
      'zh-CN': '统计期限是报告年度的 1 月 1 日至 12 月 31 日',
      en: 'the period is 1 January to 31 December of the year reported on',
    },
    authority: guidance('各地编制年度报告的通知', 'local notices on writing the report'),
    reads: [],
    check: ({ report: { period, year } }) => {
      if (!period || year === null) return [];
      const right = { start: `${year}-01-01`, end: `${year}-12-31` };
      if (period.start === right.start && period.end === right.end) return [];
      return [
        objection({
          'zh-CN': `统计期限是 ${period.start} 至 ${period.end}，应为 ${right.start} 至 ${right.end}`,
          en: `the period is ${period.start} to ${period.end}; it should be ${right.start} to ${right.end}`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-07',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '“一、总体情况”说明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面',
      en: 'the overview covers five topics: proactive disclosure, disclosure on application, management of information, platforms, supervision and support',
    },
    authority: notice('附件（一）', ', annex (一)'),
    reads: [],
    check: ({ report }) => {
      const overview = sectionText(report, 'overview');
      const missing = overview === '' ? [] : TOPICS.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      return [
        objection({
          'zh-CN': `“一、总体情况”没有提到：${missing.map((topic) => topic['zh-CN']).join('、')}；没有的也请写明`,
          en: `the overview does not speak of ${missing.map(({ en }) => en).join(', ')}; say so if there is nothing to report`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-08',
    family: 'structure',
    scope: 'narrative',
    severity: 'error',
    text: {
      'zh-CN': '各级人民政府的报告，“一、总体情况”还应包括工作考核、社会评议和责任追究结果情况',
      en: "a government's overview also reports on assessment, public evaluation and accountability",
    },
    authority: law('第五十条第一款第四项', 'article 50(1)(4)'),
    reads: [],
    check: ({ report }) => {
      const overview = sectionText(report, 'overview');
      if (report.agency.kind !== 'government' || overview === '') return [];
      const missing = DUTIES.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      return [
        objection({
          'zh-CN': `“一、总体情况”没有提到：${missing.map((duty) => duty['zh-CN']).join('、')}；没有发生的也请写明`,
          en: `the overview does not speak of ${missing.map(({ en }) => en).join(', ')}; say so if there was none`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-09',
    family: 'structure',
    scope: 'narrative',
    severity: 'error',
    text: {
      'zh-CN': '“五、存在的主要问题及改进情况”既写问题，也写改进，不能空白或者只写“无”',
      en: 'section 五 states problems and improvements; it is neither empty nor just 无',
    },
    authority: law('第五十条第一款第四项', 'article 50(1)(4)'),
    reads: [],
    check: problemsAndImprovements,
  }),
  defineRule({
    id: 'STR-10',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '“六、其他需要报告的事项”报告收取信息处理费的情况，没有收取的也写明',
      en: 'section 六 says what information-processing fees were charged, even if none were',
    },
    authority: guidance('年度报告模板“收取信息处理费情况在此处报告”', 'a note on the template of the report'),
    reads: [],
    check: ({ report }) => {
      if (report.processingFee || !report.sections.otherMatters) return [];
      if (
        /信息(?:公开)?处理费|信息公开.{0,8}(?:收费|费用)|收费通知/u.test(sectionText(report, 'otherMatters'))
      )
        return [];
      return [
        objection({
          'zh-CN':
            '“六、其他需要报告的事项”没有说明信息处理费；请写明发出收费通知的件数、总金额和实际收取的总金额，没有的写“未收取”',
          en: 'section 六 does not speak of the information-processing fee; state notices, amount asked for and amount received, or that none was charged',
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-11',
    family: 'structure',
    scope: 'narrative',
    severity: 'info',
    text: {
      'zh-CN': '“一、总体情况”一般不超过 1000 字（可由地方设定）',
      en: 'the overview has at most 1000 characters (a setting)',
    },
    authority: guidance('武威市编制 2025 年年度报告的通知', 'the notice of 武威 on the report of 2025'),
    reads: [],
    check: ({ report, settings }) => {
      const length = [...sectionText(report, 'overview').replace(/\s/gu, '')].length;
      if (length <= settings.overviewCharacters) return [];
      return [
        objection(
          {
            'zh-CN': `“一、总体情况”有 ${length} 字，超过 ${settings.overviewCharacters} 字`,
            en: `the overview has ${length} characters, more than ${settings.overviewCharacters}`,
          },
          { expected: settings.overviewCharacters, actual: length },
        ),
      ];
    },
  }),
  defineRule({
    id: 'STR-12',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': '“一”“五”两部分的文字，与上年或者同级机关的报告雷同不超过一半（可由地方设定）',
      en: "at most half of sections 一 and 五 also stands in last year's report or another agency's (a setting)",
    },
    authority: notice('（“内容雷同、敷衍塞责”）', ' (内容雷同、敷衍塞责)'),
    reads: [],
    check: similarTexts,
  }),
];

function objection(
  text: Record<'zh-CN' | 'en', string>,
  numbers: Pick<Outcome, 'expected' | 'actual' | 'severity' | 'cells'> | object = {},
): Outcome {
  return { verdict: 'broken', cells: [], ...numbers, message: said(text) };
}

function missingSections({ report, source }: CheckContext): Outcome[] {
  const narrative = form2021.sections.filter(({ tables }) => tables.length === 0);
  const missing = narrative.filter(({ id }) => report.sections[id as SectionId] === undefined);
  const outcomes = missing.map(({ label, english }): Outcome => {
    if (source && !source.complete) {
      return {
        verdict: 'undecided',
        cells: [],
        message: said({
          'zh-CN': `没有读到“${label}”；来源没有读全，无法核对`,
          en: `section “${english}” was not read; the source was not read whole, so this cannot be checked`,
        }),
      };
    }
    return objection({
      'zh-CN': `缺少“${label}”这一部分，请补上`,
      en: `section “${english}” (“${label}”) is missing; add it`,
    });
  });
  const found = source?.sections ?? [];
  const order = form2021.sections.filter(({ id }) => found.includes(id as SectionId));
  const misplaced = order.find(({ id }, at) => found[at] !== id);
  if (misplaced) outcomes.push(outOfOrder(misplaced));
  return outcomes;
}

function outOfOrder({ label, english }: Section): Outcome {
  return objection({
    'zh-CN': `各部分的顺序与格式不一致，从“${label}”起；请按一至六的顺序排列`,
    en: `the sections are not in the order of the form, from “${english}” on; put them in order`,
  });
}

function rowsAndColumns({ source }: CheckContext): Outcome[] {
  if (!source) return [];
  const { missing, extra } = source;
  const outcomes = extra.map((printed) =>
    objection(
      {
        'zh-CN': `“${printed}”不是格式中的行或列，请删去；其数字没有计入`,
        en: `“${printed}” is no row or column of the form; leave it out; its figures were not counted`,
      },
      { severity: 'warning' },
    ),
  );
  const [first] = missing;
  if (first) {
    const more = missing.length - 1;
    const { address } = cellAt(first);
    outcomes.unshift(
      objection(
        {
          'zh-CN': `格式中的 ${missing.length} 格在来源中没有：${address['zh-CN']}${more > 0 ? ' 等' : ''}；请按格式补上`,
          en: `${missing.length} cells of the form are not in the source: ${address.en}${more > 0 ? ' and others' : ''}; add them as on the form`,
        },
        { cells: missing },
      ),
    );
  }
  return outcomes;
}

function titleObjections(report: Draft): Outcome[] {
  const { title, year, agency } = report;
  if (title === undefined) return [];
  const parts = parseTitle(title);
  const proper = titleOf({ year, agency });
  if (!parts || !/政府信息公开工作年度报告/u.test(title.replace(/\s/gu, ''))) {
    return [
      objection({
        'zh-CN': `标题是“${title}”，应为“${proper}”`,
        en: `the title is “${title}”; it should be “${proper}”`,
      }),
    ];
  }
  if (year === null || parts.year === null || parts.year === year) return [];
  return [
    objection(
      {
        'zh-CN': `标题“${title}”说的是 ${parts.year} 年，报告年度是 ${year} 年`,
        en: `the title “${title}” speaks of ${parts.year}; the report is on ${year}`,
      },
      { expected: year, actual: parts.year },
    ),
  ];
}

function problemsAndImprovements({ report }: CheckContext): Outcome[] {
  const blocks = report.sections.problemsAndImprovements;
  if (!blocks) return [];
  const text = sectionText(report, 'problemsAndImprovements').replace(/[\s。，、；：.]/gu, '');
  if (text === '') {
    return [
      objection({
        'zh-CN': '“五、存在的主要问题及改进情况”是空的；请写明存在的主要问题和改进情况',
        en: 'section 五 is empty; state the main problems and what was improved',
      }),
    ];
  }
  const severity = 'warning';
  if (/^(?:本机关|我局|我单位|目前|暂)?(?:无|没有|暂无|不存在问题|无问题)$/u.test(text)) {
    return [
      objection(
        {
          'zh-CN': '“五、存在的主要问题及改进情况”只写了“无”；请写明存在的主要问题和改进情况',
          en: 'section 五 just says there is nothing; state the main problems and what was improved',
        },
        { severity },
      ),
    ];
  }
  const lacking = [
    { 'zh-CN': '问题', en: 'problems', words: /问题|不足|短板|欠缺|薄弱|差距|不够|有待/u },
    {
      'zh-CN': '改进情况',
      en: 'improvements',
      words: /改进|整改|加强|提升|提高|完善|优化|措施|下一步|健全|强化|规范|推进|推广/u,
    },
  ].filter(({ words }) => !words.test(text));
  if (lacking.length === 0) return [];
  return [
    objection(
      {
        'zh-CN': `“五、存在的主要问题及改进情况”没有写${lacking.map((part) => part['zh-CN']).join('和')}`,
        en: `section 五 does not state ${lacking.map(({ en }) => en).join(' and ')}`,
      },
      { severity },
    ),
  ];
}

/** Texts shorter than this are alike by chance. */
const SHORTEST_COMPARED = 60;

function similarTexts({ report, previousReport, siblings, settings }: CheckContext): Outcome[] {
  const own = comparedText(report);
  if (own.length < SHORTEST_COMPARED) return [];
  const others = [...(previousReport ? [previousReport] : []), ...siblings];
  return others.flatMap((other) => {
    const share = shareInCommon(own, comparedText(other));
    if (share <= settings.similarText) return [];
    const [percent, most] = [Math.round(share * 100), Math.round(settings.similarText * 100)];
    return [
      objection(
        {
          'zh-CN': `“一”“五”两部分有 ${percent}% 的文字与《${titleOf(other)}》相同，超过 ${most}%；请按本年实际情况撰写`,
          en: `${percent}% of sections 一 and 五 also stands in “${titleOf(other)}”, more than ${most}%; write them anew`,
        },
        { expected: most, actual: percent },
      ),
    ];
  });
}

function comparedText(report: Draft): string {
  return `${sectionText(report, 'overview')}\n${sectionText(report, 'problemsAndImprovements')}`;
}
