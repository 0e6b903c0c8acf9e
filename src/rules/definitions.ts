import type { Authority, Localized } from '../form/vocabulary.ts';

/** What a figure counts, where that does not follow from its heading and no formula can check it. */
export interface Definition {
  /** Number for life. */
  readonly id: string;
  /** What is counted, and how. */
  readonly text: Localized;
  /** Where it is written, or what it is inferred from. */
  readonly authority: Authority;
}

const authority = (kind: Authority['kind'], chinese: string, english: string): Authority => ({
  kind,
  citation: { 'zh-CN': chinese, en: english },
});

/**
 * What people have to know to fill in the form, and no program can check.
 *
 * @example
 *   definitions.find(({ id }) => id === 'T3-06')?.text.en
 *   //=> 'an application granted in part is counted as granted in part and nowhere else'
 */
export const definitions: readonly Definition[] = [
  {
    id: 'T2-04',
    text: {
      'zh-CN': '修订一件，制发和废止各计一件；自然失效计入废止。各地做法不尽一致',
      en: 'a revision counts as one issued and one repealed, an expiry as repealed; practice is not uniform',
    },
    authority: authority(
      'practice',
      '上海市政府办公厅 2025 年报告的附注',
      'remarks in the 2025 report of 上海市政府办公厅',
    ),
  },
  {
    id: 'T2-05',
    text: {
      'zh-CN': '现行有效的规章，与国家规章库中该机关年末的件数一致',
      en: 'rules in force are those that the national register of rules has at the end of the year',
    },
    authority: authority(
      'inference',
      '国办公开办函〔2021〕33号要求规章库动态更新；该文没有规定本栏的数',
      '国办公开办函〔2021〕33号 keeps the register up to date; it does not speak of this figure',
    ),
  },
  {
    id: 'T2-06',
    text: {
      'zh-CN': '处理决定数量是本年全部处理决定，包括已公开的和依法未公开的',
      en: 'decisions are all decisions of the year, published or lawfully not',
    },
    authority: authority(
      'practice',
      '武威市编制 2025 年年度报告的通知',
      'the notice of 武威 on the report of 2025',
    ),
  },
  {
    id: 'T2-07',
    text: {
      'zh-CN': '规章和规范性文件的件数，与司法行政部门核对一致',
      en: 'figures of rules and normative documents are agreed with the judicial administration',
    },
    authority: authority(
      'practice',
      '武威市编制 2025 年年度报告的通知',
      'the notice of 武威 on the report of 2025',
    ),
  },
  {
    id: 'T2-08',
    text: {
      'zh-CN': '联合制发的文件由牵头机关计一次',
      en: 'a joint document is counted once, by the body that leads',
    },
    authority: authority(
      'inference',
      '《政府信息公开条例》第十条第三款（由牵头机关负责公开）；只计一次是推断',
      'Regulations, article 10(3), on who discloses; that it counts once is inferred',
    ),
  },
  {
    id: 'T3-06',
    text: {
      'zh-CN': '区分处理、部分公开的申请，只计入“部分公开”，不计其他情形',
      en: 'an application granted in part is counted as granted in part and nowhere else',
    },
    authority: authority('form', '表三“（二）部分公开”', 'row （二） of Table 3'),
  },
  {
    id: 'T3-07',
    text: {
      'zh-CN': '一件申请只有一个办理结果，不能为凑平总计而重复计算',
      en: 'an application has one result; none is counted twice to make a total balance',
    },
    authority: authority('inference', '表三勾稽关系', 'the equations of Table 3'),
  },
  {
    id: 'T3-12',
    text: {
      'zh-CN': '不适用依申请公开的机关（如参事室），表三各格为 0；报告本身看不出机关是否适用',
      en: 'a body that takes no applications (such as 参事室) has zeros in Table 3; a report does not say whether it is one',
    },
    authority: authority('practice', '上海市政府参事室 2022 年报告', 'the 2022 report of 上海市政府参事室'),
  },
  {
    id: 'T4-04',
    text: {
      'zh-CN': '复议机关作共同被告的行政诉讼案件，只由原行为主体计算',
      en: 'a case in which the reconsideration body is co-defendant is counted by the original body only',
    },
    authority: authority(
      'guidance',
      '《关于政府信息公开年度报告有关项目填报问题的解释》（国办公开办函〔2016〕201号，2016-09-01；按旧条例第三十二条答复，现行文件目录仍列）',
      '国办公开办函〔2016〕201号 of 2016-09-01, on items of the annual report; given under article 32 of the old Regulations, still listed as in force',
    ),
  },
  {
    id: 'T4-05',
    text: {
      'zh-CN': '表四各数包括上年结转的案件',
      en: 'figures of Table 4 include the cases carried over from last year',
    },
    authority: authority(
      'practice',
      '上海市政府办公厅 2025 年报告的附注',
      'remarks in the 2025 report of 上海市政府办公厅',
    ),
  },
  {
    id: 'T4-08',
    text: {
      'zh-CN': '一件申请可以既复议又诉讼，三组之间没有勾稽关系',
      en: 'one application may lead to reconsideration and to litigation; the blocks do not add up with each other',
    },
    authority: authority('inference', '表四栏目的含义', 'the meaning of the headings of Table 4'),
  },
  {
    id: 'T4-09',
    text: {
      'zh-CN':
        '维持计入“结果维持”；撤销、部分撤销、变更、确认违法、确认无效、责令履行或者重作计入“结果纠正”；驳回、终止、调解、撤回计入“其他结果”',
      en: 'upheld: upheld; corrected: annulled in whole or part, changed, found unlawful or void, ordered to act or act anew; other: dismissed, ended, settled, withdrawn',
    },
    authority: authority('inference', '表四栏目的含义', 'the meaning of the headings of Table 4'),
  },
];
