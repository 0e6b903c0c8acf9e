/**
 * What the editions of the form have in common: tables, rows and sections that the letters of 2019 and 2021 both
 * lay down, character for character. Each edition is put together from these and from what is its own.
 */

import { type IdOf, ids, type Line, lines, type Section, type SectionId, table } from './vocabulary.ts';

/* 二、主动公开政府信息情况 */

/** The items of article 20 of the Regulations that the bands of Table 2 name. */
export const article20 = {
  item1: { label: '第二十条第（一）项', english: 'Article 20 item (1)' },
  item5: { label: '第二十条第（五）项', english: 'Article 20 item (5)' },
  item6: { label: '第二十条第（六）项', english: 'Article 20 item (6)' },
  item8: { label: '第二十条第（八）项', english: 'Article 20 item (8)' },
  item9: { label: '第二十条第（九）项', english: 'Article 20 item (9)' },
};

/** The top left corner of each part of Table 2. */
export const contentOfInformation = { label: '信息内容', english: 'Content of information' };

/** The rows that have the same heading in both editions. */
export const rowsOfTable2 = {
  rules: { id: 'rules', label: '规章', english: 'Rules of departments and local governments' },
  licenses: { id: 'licenses', label: '行政许可', english: 'Administrative licenses' },
  penalties: { id: 'penalties', label: '行政处罚', english: 'Administrative penalties' },
  compulsion: { id: 'compulsion', label: '行政强制', english: 'Administrative compulsion' },
  administrativeFees: {
    id: 'administrativeFees',
    label: '行政事业性收费',
    english: 'Administrative and institutional fees',
  },
} as const;

/* 三、收到和处理政府信息公开申请情况 */

const applicant = { label: '申请人情况', english: 'Applicants' };
const organization = { label: '法人或其他组织', english: 'Legal person or other organization' };

const applicants = lines(
  { id: 'naturalPerson', label: '自然人', english: 'Natural person', under: [applicant] },
  {
    id: 'commercialEnterprise',
    label: '商业企业',
    english: 'Commercial enterprise',
    under: [applicant, organization],
  },
  {
    id: 'researchInstitution',
    label: '科研机构',
    english: 'Research institution',
    under: [applicant, organization],
  },
  {
    id: 'socialWelfareOrganization',
    label: '社会公益组织',
    english: 'Social welfare organization',
    under: [applicant, organization],
  },
  {
    id: 'legalServiceInstitution',
    label: '法律服务机构',
    english: 'Legal service institution',
    under: [applicant, organization],
  },
  { id: 'otherOrganization', label: '其他', english: 'Other organization', under: [applicant, organization] },
);

/** The merged heading left of all outcomes. */
export const results = { label: '三、本年度办理结果', english: 'III. Results this year' };
const denied = [results, { label: '（三）不予公开', english: '(3) Not disclosed' }];
const unableToProvide = [results, { label: '（四）无法提供', english: '(4) Unable to provide' }];
const notProcessed = [results, { label: '（五）不予处理', english: '(5) Not processed' }];
/** Neither disclosed nor refused: divided into three rows since 2021. */
export const otherHandling = { label: '（六）其他处理', english: '(6) Other handling' };

/** The outcomes before （六）, which are the same in both editions. */
const outcomesInBoth = lines(
  {
    id: 'granted',
    label: '（一）予以公开',
    english: '(1) Disclosed',
    under: [results],
    articles: ['36(1)', '36(2)'],
  },
  {
    id: 'partiallyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    english: '(2) Partially disclosed (where information is separated, count here only)',
    under: [results],
    articles: ['37'],
    variants: ['（二）部分公开', '（二）部份公开'],
  },
  { id: 'stateSecret', label: '1.属于国家秘密', english: '1. State secret', under: denied, articles: ['14'] },
  {
    id: 'prohibitedByLaw',
    label: '2.其他法律行政法规禁止公开',
    english: '2. Prohibited by other laws or administrative regulations',
    under: denied,
    articles: ['14'],
  },
  {
    id: 'securityOrStability',
    label: '3.危及“三安全一稳定”',
    english: '3. Endangers national, public or economic security, or social stability',
    under: denied,
    articles: ['14'],
  },
  {
    id: 'thirdPartyRights',
    label: '4.保护第三方合法权益',
    english: '4. Protection of third-party rights and interests',
    under: denied,
    articles: ['15', '32'],
  },
  {
    id: 'internalAffairs',
    label: '5.属于三类内部事务信息',
    english: '5. Internal affairs information',
    under: denied,
    articles: ['16(1)'],
  },
  {
    id: 'deliberativeProcess',
    label: '6.属于四类过程性信息',
    english: '6. Deliberative-process information',
    under: denied,
    articles: ['16(2)'],
  },
  {
    id: 'enforcementCaseFile',
    label: '7.属于行政执法案卷',
    english: '7. Administrative enforcement case file',
    under: denied,
    articles: ['16(2)'],
  },
  {
    id: 'administrativeInquiry',
    label: '8.属于行政查询事项',
    english: '8. Administrative inquiry',
    under: denied,
    articles: ['36(7)'],
  },
  {
    id: 'notHeld',
    label: '1.本机关不掌握相关政府信息',
    english: '1. Not held by this body',
    under: unableToProvide,
    articles: ['36(4)', '36(5)'],
  },
  {
    id: 'requiresCreation',
    label: '2.没有现成信息需要另行制作',
    english: '2. Would have to be created',
    under: unableToProvide,
    articles: ['38'],
  },
  {
    id: 'stillUnclear',
    label: '3.补正后申请内容仍不明确',
    english: '3. Still unclear after correction',
    under: unableToProvide,
    articles: ['30'],
  },
  {
    id: 'petitionOrComplaint',
    label: '1.信访举报投诉类申请',
    english: '1. Petition, report or complaint',
    under: notProcessed,
    articles: ['39(1)'],
  },
  {
    id: 'duplicate',
    label: '2.重复申请',
    english: '2. Duplicate application',
    under: notProcessed,
    articles: ['36(6)'],
  },
  {
    id: 'publishedMaterial',
    label: '3.要求提供公开出版物',
    english: '3. Request for published material',
    under: notProcessed,
    articles: ['39(2)'],
  },
  {
    id: 'excessiveRepeated',
    label: '4.无正当理由大量反复申请',
    english: '4. Excessive repeated applications without good reason',
    under: notProcessed,
    articles: ['35'],
  },
  {
    // No article of the Regulations names this one.
    id: 'confirmOrReissue',
    label: '5.要求行政机关确认或重新出具已获取信息',
    english: '5. Request to confirm or reissue information already obtained',
    under: notProcessed,
  },
);

const crossFooting = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和';

/** The rows of Table 3 before and after the outcomes. */
type FramingRow = 'newlyReceived' | 'carriedOver' | 'totalProcessed' | 'carriedForward';

/** Table 3 with the rows under （六）, which are what its editions differ in, and the letter that lays it down. */
export function applicationsTable<RowId extends string>(underOther: readonly Line<RowId>[], letter: string) {
  const outcomes = [...outcomesInBoth, ...underOther];
  return table<RowId | IdOf<typeof outcomesInBoth> | FramingRow, IdOf<typeof applicants> | 'total'>({
    unit: 'count',
    corner: {
      label: `（${crossFooting}）`,
      english: '(In each column, items 1 and 2 together equal items 3 and 4 together)',
    },
    cornerIsNote: true,
    columns: [...applicants, { id: 'total', label: '总计', english: 'Total', under: [applicant] }],
    rows: [
      {
        id: 'newlyReceived',
        label: '一、本年新收政府信息公开申请数量',
        english: 'I. Applications newly received this year',
        articles: ['27', '29', '31'],
      },
      {
        id: 'carriedOver',
        label: '二、上年结转政府信息公开申请数量',
        english: 'II. Applications carried over from the previous year',
      },
      ...outcomes,
      { id: 'totalProcessed', label: '（七）总计', english: '(7) Total', under: [results] },
      {
        id: 'carriedForward',
        label: '四、结转下年度继续办理',
        english: 'IV. Carried forward to the next year',
        articles: ['33'],
      },
    ],
    rowEquations: [
      {
        id: 'T3-01',
        text: {
          'zh-CN': '第一项加第二项之和，等于第三项加第四项之和',
          en: 'items 1 and 2 together equal items 3 and 4 together',
        },
        left: ['newlyReceived', 'carriedOver'],
        right: ['totalProcessed', 'carriedForward'],
        authority: {
          kind: 'form',
          citation: {
            'zh-CN': `${letter}，表三表头：“${crossFooting}”`,
            en: `${letter}, corner of Table 3: “${crossFooting}”`,
          },
        },
      },
      {
        id: 'T3-02',
        text: {
          'zh-CN': '（七）总计，等于（一）至（六）各项之和',
          en: '(7) Total equals the sum of (1) to (6)',
        },
        left: ['totalProcessed'],
        right: outcomes.map(({ id }) => id),
        authority: {
          kind: 'inference',
          citation: { 'zh-CN': '表三“（七）总计”的含义', en: 'the meaning of （七）总计 in Table 3' },
        },
      },
    ],
    columnEquations: [
      {
        id: 'T3-03',
        text: {
          'zh-CN': '总计，等于自然人与各类法人或其他组织之和',
          en: 'Total equals natural persons and all kinds of organizations together',
        },
        left: ['total'],
        right: ids(applicants),
        authority: {
          kind: 'inference',
          citation: { 'zh-CN': '表三“总计”列的含义', en: 'the meaning of the column 总计 in Table 3' },
        },
      },
    ],
  });
}

/* 四、政府信息公开行政复议、行政诉讼情况 */

const litigation = { label: '行政诉讼', english: 'Administrative litigation' };

const caseOutcomes = lines(
  { id: 'upheld', label: '结果维持', english: 'Upheld' },
  { id: 'corrected', label: '结果纠正', english: 'Corrected' },
  { id: 'otherOutcome', label: '其他结果', english: 'Other outcome' },
  { id: 'pending', label: '尚未审结', english: 'Pending' },
);

const totalOfCases = {
  text: { 'zh-CN': '总计，等于前四项之和', en: 'Total equals the four items before it' },
  left: ['total'],
  right: ids(caseOutcomes),
  authority: {
    kind: 'inference',
    citation: { 'zh-CN': '表四“总计”的含义', en: 'the meaning of 总计 in Table 4' },
  },
} as const;

/** Table 4, the same in both editions. */
export const disputes = table({
  unit: 'count',
  columns: [...caseOutcomes, { id: 'total', label: '总计', english: 'Total' }],
  rows: [
    { id: 'reconsideration', label: '行政复议', english: 'Administrative reconsideration' },
    {
      id: 'directLitigation',
      label: '未经复议直接起诉',
      english: 'Direct litigation',
      under: [litigation],
    },
    {
      id: 'litigationAfterReconsideration',
      label: '复议后起诉',
      english: 'Litigation after reconsideration',
      under: [litigation],
    },
  ],
  rowsSideBySide: true,
  columnEquations: [
    { id: 'T4-01', at: ['reconsideration'], ...totalOfCases },
    { id: 'T4-02', at: ['directLitigation'], ...totalOfCases },
    { id: 'T4-03', at: ['litigationAfterReconsideration'], ...totalOfCases },
  ],
});

/* 各部分 */

/** The sections of both editions by name, but for what each says itself: the tables of 二 and the heading of 五. */
export const sections = {
  overview: {
    id: 'overview',
    label: '一、总体情况',
    english: 'I. Overview',
    tables: [],
    variants: ['总体概述', '总体工作情况', '政务公开总体情况', '政府信息公开总体情况'],
  },
  proactiveDisclosure: {
    id: 'proactiveDisclosure',
    label: '二、主动公开政府信息情况',
    english: 'II. Proactive disclosure of government information',
    tableName: { label: '表二', english: 'Table 2' },
    variants: ['主动公开政府信息的情况', '行政机关主动公开政府信息情况'],
  },
  applications: {
    id: 'applications',
    label: '三、收到和处理政府信息公开申请情况',
    english: 'III. Applications for government information received and processed',
    tableName: { label: '表三', english: 'Table 3' },
    tables: ['applications'] as const,
    variants: [
      '行政机关收到和处理政府信息公开申请情况',
      '收到和处理信息公开申请情况',
      '收到和处理信息公开申请情况统计表',
    ],
  },
  disputes: {
    id: 'disputes',
    label: '四、政府信息公开行政复议、行政诉讼情况',
    english: 'IV. Administrative reconsideration and litigation about disclosure',
    tableName: { label: '表四', english: 'Table 4' },
    tables: ['disputes'] as const,
    variants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '行政复议、行政诉讼情况',
    ],
  },
  problemsAndImprovements: {
    id: 'problemsAndImprovements',
    english: 'V. Main problems and improvements',
    tables: [],
    variants: [
      '存在主要问题及改进情况',
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题及改进措施',
      '存在的主要问题及整改措施',
      '存在的主要问题和改进措施',
      '存在的问题和改进措施',
      '存在的主要问题及改进方向',
      '存在的主要问题及改进思路',
      '政府信息公开工作存在的主要问题及改进情况',
    ],
  },
  otherMatters: {
    id: 'otherMatters',
    label: '六、其他需要报告的事项',
    english: 'VI. Other matters to report',
    tables: [],
    variants: ['其他事项', '其他报告事项', '其他报告的事项', '其他需要报告事项', '需要报告的其他事项'],
  },
} satisfies Readonly<Record<SectionId, Partial<Section>>>;
