import { type AnyDraft, reportTitle } from '../report/report.ts';
import { FIRST_YEAR_OF_REGULATIONS, guidance, law, notice } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { sectionText } from './narrative-text.ts';
import { type CheckContext, type Outcome, type Rule, violation } from './rule.ts';
import { OTHER_MATTERS, OVERVIEW, PROBLEMS, sectionLabel } from './section-labels.ts';
import { shareInCommon } from './similar-text.ts';

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

/** What section 五 speaks of. */
const PROBLEM_AND_REMEDY = [
  { 'zh-CN': '问题', en: 'problems', words: /问题|不足|短板|欠缺|薄弱|差距|不够|有待/u },
  {
    'zh-CN': '改进情况',
    en: 'improvements',
    words: /改进|整改|加强|提升|提高|完善|优化|措施|下一步|健全|强化|规范|推进|推广/u,
  },
] as const;

/** What section 六 speaks of. */
const PROCESSING_FEE = [{ words: /信息(?:公开)?处理费|信息公开.{0,8}(?:收费|费用)|收费通知/u }] as const;

/** The rules about the text of the sections. */
export const proseRules: readonly Rule[] = [
  defineRule({
    id: 'STR-07',
    family: 'structure',
    scope: 'narrative',
    severity: 'warning',
    text: {
      'zh-CN': `“${OVERVIEW}”说明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面`,
      en: 'the overview covers five topics: proactive disclosure, disclosure on application, management of information, platforms, supervision and support',
    },
    authority: notice('附件（一）', ', annex (一)'),
    reads: [],
    check: ({ report, form }) => {
      const overview = sectionText(report, 'overview');
      const missing = overview === '' ? [] : TOPICS.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      return [
        violation({
          'zh-CN': `“${sectionLabel('overview', form.id)}”没有提到：${missing.map((topic) => topic['zh-CN']).join('、')}；没有的也请写明`,
          en: `the overview does not speak of ${missing.map(({ en }) => en).join(', ')}; say so if there is nothing to report`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-08',
    family: 'structure',
    scope: 'narrative',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': `各级人民政府的报告，“${OVERVIEW}”还应包括工作考核、社会评议和责任追究结果情况`,
      en: "a government's overview also reports on assessment, public evaluation and accountability",
    },
    authority: law('第五十条第一款第四项', 'article 50(1)(4)'),
    reads: [],
    check: ({ report, form }) => {
      if (report.agency.kind !== 'government') return [];
      const overview = sectionText(report, 'overview');
      if (overview === '') return [];
      const missing = DUTIES.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      return [
        violation({
          'zh-CN': `“${sectionLabel('overview', form.id)}”没有提到：${missing.map((duty) => duty['zh-CN']).join('、')}；没有发生的也请写明`,
          en: `the overview does not speak of ${missing.map(({ en }) => en).join(', ')}; say so if there was none`,
        }),
      ];
    },
  }),
  defineRule({
    id: 'STR-09',
    family: 'structure',
    scope: 'narrative',
    since: FIRST_YEAR_OF_REGULATIONS,
    severity: 'error',
    text: {
      'zh-CN': `“${PROBLEMS}”既写问题，也写改进，不能空白或者只写“无”`,
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
      'zh-CN': `“${OTHER_MATTERS}”报告收取信息处理费的情况，没有收取的也写明`,
      en: 'section 六 says what information-processing fees were charged, even if none were',
    },
    authority: guidance('年度报告模板“收取信息处理费情况在此处报告”', 'a note on the template of the report'),
    reads: [],
    check: ({ report, form }) => {
      if (report.processingFee || !report.sections.otherMatters) return [];
      const text = sectionText(report, 'otherMatters');
      if (PROCESSING_FEE.every(({ words }) => words.test(text))) return [];
      return [
        violation({
          'zh-CN': `“${sectionLabel('otherMatters', form.id)}”没有说明信息处理费；请写明发出收费通知的件数、总金额和实际收取的总金额，没有的写“未收取”`,
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
      'zh-CN': `“${OVERVIEW}”一般不超过 1000 字（可由地方设定）`,
      en: 'the overview has at most 1000 characters (a setting)',
    },
    authority: guidance('武威市编制 2025 年年度报告的通知', 'the notice of 武威 on the report of 2025'),
    reads: [],
    check: ({ report, form, settings }) => {
      const overview = sectionText(report, 'overview');
      if (overview.length <= settings.overviewCharacters) return []; // characters are one or two units long
      const length = [...overview.replace(/\s/gu, '')].length;
      if (length <= settings.overviewCharacters) return [];
      return [
        violation(
          {
            'zh-CN': `“${sectionLabel('overview', form.id)}”有 ${length} 字，超过 ${settings.overviewCharacters} 字`,
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

function problemsAndImprovements({ report, form }: CheckContext): Outcome[] {
  const blocks = report.sections.problemsAndImprovements;
  if (!blocks) return [];
  const label = sectionLabel('problemsAndImprovements', form.id);
  const text = sectionText(report, 'problemsAndImprovements').replace(/[\s。，、；：.]/gu, '');
  if (text === '') {
    return [
      violation({
        'zh-CN': `“${label}”是空的；请写明存在的主要问题和改进情况`,
        en: 'section 五 is empty; state the main problems and what was improved',
      }),
    ];
  }
  const severity = 'warning';
  if (/^(?:本机关|我局|我单位|目前|暂)?(?:无|没有|暂无|不存在问题|无问题)$/u.test(text)) {
    return [
      violation(
        {
          'zh-CN': `“${label}”只写了“无”；请写明存在的主要问题和改进情况`,
          en: 'section 五 just says there is nothing; state the main problems and what was improved',
        },
        { severity },
      ),
    ];
  }
  const lacking = PROBLEM_AND_REMEDY.filter(({ words }) => !words.test(text));
  if (lacking.length === 0) return [];
  return [
    violation(
      {
        'zh-CN': `“${label}”没有写${lacking.map((part) => part['zh-CN']).join('和')}`,
        en: `section 五 does not state ${lacking.map(({ en }) => en).join(' and ')}`,
      },
      { severity },
    ),
  ];
}

/** Texts shorter than this are alike by chance. */
const MIN_COMPARED_LENGTH = 60;

function similarTexts({ report, previousReport, siblings, settings }: CheckContext): Outcome[] {
  const own = comparedText(report);
  if (own.length < MIN_COMPARED_LENGTH) return [];
  const others = [...(previousReport ? [previousReport] : []), ...siblings];
  return others.flatMap((other) => {
    const share = shareInCommon(own, comparedText(other));
    if (share <= settings.similarText) return [];
    const [percent, most] = [Math.round(share * 100), Math.round(settings.similarText * 100)];
    return [
      violation(
        {
          'zh-CN': `“一”“五”两部分有 ${percent}% 的文字与《${reportTitle(other)}》相同，超过 ${most}%；请按本年实际情况撰写`,
          en: `${percent}% of sections 一 and 五 also stands in “${reportTitle(other)}”, more than ${most}%; write them anew`,
        },
        { expected: most, actual: percent },
      ),
    ];
  });
}

function comparedText(report: AnyDraft): string {
  return `${sectionText(report, 'overview')}\n${sectionText(report, 'problemsAndImprovements')}`;
}
