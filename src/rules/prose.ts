import { type AnyDraft, reportTitle } from '../report/report.ts';
import { isOneName } from '../report/same-agency.ts';
import { FIRST_YEAR_OF_REGULATIONS, guidance, law, notice, practice } from './cited.ts';
import { defineRule } from './define-rule.ts';
import { MAX_QUOTED, SPEAKS_OF_FEE, sectionText, sectionWords } from './narrative-text.ts';
import { type CheckContext, inLocale, type Outcome, type Rule, violation } from './rule.ts';
import { OTHER_MATTERS, OVERVIEW, PROBLEMS, sectionLabel } from './section-labels.ts';
import { commonText } from './similar-text.ts';

/** The five things that 一、总体情况 speaks of, and words by which each is recognised. */
const TOPICS = [
  {
    'zh-CN': '主动公开',
    en: 'proactive disclosure',
    words: /主动公开|(?<!申请)(?:公开|发布|更新|推送)[^。；]{0,12}(?:信息|文件|内容|稿件)[^。；]{0,6}\d/u,
  },
  { 'zh-CN': '依申请公开', en: 'disclosure on application', words: /申请/u },
  {
    'zh-CN': '政府信息管理',
    en: 'management of information',
    words:
      /(?:信息|资讯)[^。；]{0,12}管理|信息资源|公开目录|规范性文件.{0,20}(?:清理|管理)|审查|审核|动态调整|[审校]三校|归档|台账|保密/u,
  },
  {
    'zh-CN': '政府信息公开平台建设',
    en: 'platforms',
    words:
      /平台|网站|门户|专[栏区]|栏目|公众号|新媒体|微信|抖音|公报|(?:公开|公示|公告|宣传)栏|电子屏|查阅[点场]/u,
  },
  {
    'zh-CN': '监督保障',
    en: 'supervision and support',
    words: /监督|保障|考核|考评|督[查导办]|检查|培训|评议|领导小组|追究|问责/u,
  },
] as const;

/** What governments report besides, under article 50(4). */
const DUTIES = [
  { 'zh-CN': '工作考核', en: 'assessment', words: /考核|考评|绩效|测评|评估|评比|评分|打分|评价/u },
  {
    'zh-CN': '社会评议',
    en: 'public evaluation',
    words: /评议|测评|评估|评价|满意[度率]|问卷|民意|民调|好评|差评|评分|打分/u,
  },
  {
    'zh-CN': '责任追究',
    en: 'accountability',
    words: /追究|问责|追责|究责|责任倒查|处分|诫勉|约谈|通报批评/u,
  },
] as const;

/** What section 五 speaks of. */
const PROBLEM_AND_REMEDY = [
  {
    'zh-CN': '问题',
    en: 'problems',
    words:
      /问题|不(?:足|够|强|高|多|深|全|细|快|畅|熟|到位|及时|规范|平衡|均衡|充分|完善|统一|明显|理想)|短板|弱项|欠缺|缺乏|缺少|薄弱|差距|滞后|单一|困难|制约|[仍尚]需|[有亟]待/u,
  },
  {
    'zh-CN': '改进情况',
    en: 'improvements',
    words:
      /改进|整改|改善|纠正|解决|加强|加大|提升|提高|完善|优化|深化|细化|丰富|拓展|拓宽|落实|措施|下一步|下步|今后|将|已|健全|建立|强化|规范|推进|推广/u,
  },
] as const;

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
    authority: notice('“一、报告内容（一）总体情况”（主要包括）', ', part 1(1), overview'),
    reads: [],
    check: ({ report, form }) => {
      const overview = sectionWords(report, 'overview');
      const missing = overview === '' ? [] : TOPICS.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      return [
        violation({
          'zh-CN': `“${sectionLabel('overview', form.id)}”没有提到：${missing.map((topic) => topic['zh-CN']).join('、')}；没有的也请写明`,
          en: `the overview does not mention ${missing.map(({ en }) => en).join(', ')}; say so if there is nothing to report`,
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
      const isGovernment = isOfGovernment(report.agency);
      if (isGovernment === false) return [];
      const overview = sectionWords(report, 'overview');
      if (overview === '') return [];
      const missing = DUTIES.filter(({ words }) => !words.test(overview));
      if (missing.length === 0) return [];
      const text = {
        'zh-CN': `“${sectionLabel('overview', form.id)}”没有提到：${missing.map((duty) => duty['zh-CN']).join('、')}`,
        en: `the overview does not mention ${missing.map(({ en }) => en).join(', ')}`,
      };
      if (isGovernment === undefined) {
        return [
          {
            verdict: 'undecided',
            cells: [],
            message: inLocale({
              'zh-CN': `${text['zh-CN']}；只有各级人民政府必须写，未载明机关类别，无法核对`,
              en: `${text.en}; only governments have to, and the kind of agency is not known, so this cannot be checked`,
            }),
          },
        ];
      }
      return [
        violation(
          { 'zh-CN': `${text['zh-CN']}；没有发生的也请写明`, en: `${text.en}; say so if there was none` },
          // many towns have nothing of the kind, and their reports are taken without it
          { severity: report.agency.kind === 'township' ? 'warning' : 'error' },
        ),
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
    authority: practice(
      '一份地方年度报告模板：“收取信息处理费情况在此处报告”',
      'a local template of the report: 收取信息处理费情况在此处报告',
    ),
    reads: [],
    check: ({ report, form }) => {
      if (report.processingFee || !report.sections.otherMatters) return [];
      if (SPEAKS_OF_FEE.test(sectionWords(report, 'otherMatters'))) return [];
      return [
        violation({
          'zh-CN': `“${sectionLabel('otherMatters', form.id)}”没有说明信息处理费；请写明是否收取信息处理费，收取的写明收费通知的件数、总金额和实际收取的总金额`,
          en: 'section 六 does not mention the information-processing fee; state whether it was charged and, if so, the number of notices, the amount asked for and the amount received',
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
      'zh-CN': `“${OVERVIEW}”不超过地方规定的字数（由地方设定，全国没有规定）`,
      en: 'the overview has at most the characters that a region allows (a setting; there is no national one)',
    },
    authority: guidance('地方编制年度报告的通知', 'a local notice on writing the report'),
    reads: [],
    check: ({ report, form, settings }) => {
      const { overviewCharacters: most } = settings;
      const overview = sectionText(report, 'overview');
      if (most === null || overview.length <= most) return []; // characters are one or two units long
      const length = [...overview.replace(/\s/gu, '')].length;
      if (length <= most) return [];
      return [
        violation(
          {
            'zh-CN': `“${sectionLabel('overview', form.id)}”有 ${length} 字，超过 ${most} 字的上限`,
            en: `the overview has ${length} characters, more than ${most}`,
          },
          { expected: most, actual: length },
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
    authority: guidance(
      '国办公开办函〔2021〕30号（内容雷同、敷衍塞责）',
      '国办公开办函〔2021〕30号 on reports that are alike',
    ),
    reads: [],
    check: similarTexts,
  }),
];

/** An empty section is an error; what is wrong with its words, which may say it otherwise, is a warning. */
function problemsAndImprovements({ report, form }: CheckContext): Outcome[] {
  const blocks = report.sections.problemsAndImprovements;
  if (!blocks) return [];
  const label = sectionLabel('problemsAndImprovements', form.id);
  const text = sectionWords(report, 'problemsAndImprovements').replace(/[\s。，、；：.]/gu, '');
  if (text === '') {
    return [
      violation({
        'zh-CN': `“${label}”是空的；请写明存在的主要问题和改进情况`,
        en: 'section 五 is empty; state the main problems and what was improved',
      }),
    ];
  }
  if (/^(?:本机关|我局|我单位|目前|暂)?(?:无|没有|暂无|不存在问题|无问题)$/u.test(text)) {
    return [
      violation(
        {
          'zh-CN': `“${label}”只写了“无”；请写明存在的主要问题和改进情况`,
          en: 'section 五 only says there is nothing to report; state the main problems and what was improved',
        },
        { severity: 'warning' },
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
      { severity: 'warning' },
    ),
  ];
}

/** Whether a report is a government's; a street office is none. `undefined` where the kind of agency is not known. */
function isOfGovernment({ kind, name }: AnyDraft['agency']): boolean | undefined {
  if (kind === 'township') return name?.endsWith('人民政府') ?? false;
  return kind === null ? undefined : kind === 'government';
}

/** Texts of fewer letters are alike by chance. */
const MIN_COMPARED_LETTERS = 200;
/** From this share on, what also stands in last year's report is worth a hint: unrelated texts share a twelfth at most. */
const SIMILAR_TO_LAST_YEAR = 0.3;

function similarTexts({ report, previousReport, siblings, settings }: CheckContext): Outcome[] {
  const text = comparedText(report);
  const compare = (other: AnyDraft, isLastYears: boolean): Outcome[] => {
    const { letters, share, longest } = commonText(text, comparedText(other));
    const { similarText } = settings;
    const from = isLastYears ? Math.min(SIMILAR_TO_LAST_YEAR, similarText) : similarText;
    if (letters < MIN_COMPARED_LETTERS || share <= from) return [];
    const percent = Math.round(share * 100);
    const passage = `${longest.slice(0, MAX_QUOTED)}${longest.length > MAX_QUOTED ? '……' : ''}`;
    const advice = isOfEarlierYear(other, report) ? REWRITE : COMPARE;
    return [
      violation(
        {
          'zh-CN': `“一”“五”两部分与《${reportTitle(other)}》相同的文字约占 ${percent}%，最长一段是“${passage}”；${advice['zh-CN']}`,
          en: `some ${percent}% of sections 一 and 五 is the same as in “${reportTitle(other)}”, the longest passage being “${passage}”; ${advice.en}`,
        },
        {
          expected: Math.round(similarText * 100),
          actual: percent,
          severity: share > similarText ? 'warning' : 'info',
        },
      ),
    ];
  };
  return [
    ...(previousReport ? compare(previousReport, true) : []),
    // among the files of a folder may be the report itself, and last year's
    ...siblings
      .filter((sibling) => ![report, previousReport].some((known) => known && isSameReport(sibling, known)))
      .flatMap((sibling) => compare(sibling, false)),
  ];
}

/** What is asked of a text that is an earlier year's, and of one that is another agency's of the same year. */
const REWRITE = { 'zh-CN': '请按本年实际情况撰写', en: 'rewrite them for this year' } as const;
const COMPARE = {
  'zh-CN': '请核对两份报告是否照搬，按本机关实际情况撰写',
  en: "check whether one was copied from the other; the text should be about the agency's own work",
} as const;

function isOfEarlierYear(other: AnyDraft, { year }: AnyDraft): boolean {
  return other.year !== null && year !== null && other.year < year;
}

/** Whether two files hold the report of one agency on one year. */
function isSameReport(one: AnyDraft, other: AnyDraft): boolean {
  return (
    one.year !== null && one.year === other.year && isOneName(one.agency.name ?? '', other.agency.name ?? '')
  );
}

function comparedText(report: AnyDraft): string {
  return `${sectionText(report, 'overview')}\n${sectionText(report, 'problemsAndImprovements')}`;
}
