import { describe, expect, test } from 'vitest';
import { type AnyDraft, checkReport } from '../src/index.ts';
import { sample } from './sample.ts';

/** The overview of a government, but for what it has to say of its duties. */
const OVERVIEW = '主动公开、依申请公开、政府信息管理、平台建设和监督保障工作有序开展。';
const DUTIES = {
  工作考核: '考核结果良好。',
  社会评议: '开展社会评议。',
  责任追究: '没有责任追究情况。',
} as const;

function saying(section: 'overview' | 'problemsAndImprovements' | 'otherMatters', text: string): AnyDraft {
  const { processingFee, ...report } = sample();
  return { ...report, sections: { ...report.sections, [section]: [{ kind: 'paragraph', text }] } };
}
const findings = (report: AnyDraft, id: string) =>
  checkReport(report).findings.filter(({ rule }) => rule === id);

describe.each([
  [
    '工作考核',
    [
      '政务公开纳入全市综合绩效，分值占4分。',
      '全年开展考评2次。',
      '按季度进行绩效评价。',
      '委托第三方对各区县公开情况进行评估。',
      '在全省政务公开测评中列第三位。',
      '政务公开列入年度目标责任制考核。',
      '对各部门实行百分制评分。',
      '开展栏目质量评比。',
      '实行监督考核，按月督办。',
      '考核评价结果作为评优依据。',
    ],
  ],
  [
    '社会评议',
    [
      '组织群众评议。',
      '满意度调查结果良好。',
      '群众满意率达98%。',
      '邀请人大代表、政协委员评议公开工作。',
      '开展民意调查。',
      '发放调查问卷500份。',
      '政务服务好评率99%。',
      '公众评价良好。',
      '第三方评估意见已全部采纳。',
      '开展满意度测评。',
    ],
  ],
  [
    '责任追究',
    [
      '全年未发生问责情形。',
      '没有需要追究有关人员责任的情形。',
      '未发现应当追究工作责任的情况。',
      '依法追究了两名工作人员的责任。',
      '无追究相关人员责任情况。',
      '未出现因公开不力被追责的人员。',
      '对更新不及时的3个单位通报批评。',
      '对两名工作人员给予处分。',
      '对公开不及时的单位负责人进行约谈。',
      '全年无责任被追究的情形。',
    ],
  ],
] as const)('%s is reported', (duty, sentences) => {
  const others = Object.entries(DUTIES)
    .filter(([name]) => name !== duty)
    .map(([, text]) => text)
    .join('');

  test.each(sentences)('by “%s”', (sentence) => {
    expect(findings(saying('overview', OVERVIEW + others + sentence), 'STR-08')).toEqual([]);
  });

  test('or missed, which is an error that names it', () => {
    const missed = OVERVIEW + others.replace('考核结果良好', '考核');
    const [finding, ...more] = findings(saying('overview', missed), 'STR-08');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error' });
    expect(finding?.message).toContain(`没有提到：${duty}；`);
  });
});

describe('the overview speaks of its five topics', () => {
  const TOPICS = {
    主动公开: '主动公开工作有序。',
    依申请公开: '依申请公开答复规范。',
    政府信息管理: '健全审核制度。',
    政府信息公开平台建设: '优化平台功能。',
    监督保障: '组织培训。',
  } as const;
  test.each([
    ['主动公开', '全年发布各类政务信息共1200条。'],
    ['主动公开', '网上更新规划文件35份。'],
    ['政府信息管理', '落实三审三校，逐件归档。'],
    ['政府信息公开平台建设', '在便民服务中心设置查阅点和电子屏。'],
    ['政府信息公开平台建设', '调整门户栏目12个。'],
    ['监督保障', '成立领导小组，按季度检查、督导。'],
  ] as const)('%s: “%s”', (topic, sentence) => {
    const others = Object.entries(TOPICS).filter(([name]) => name !== topic);
    const rest = others.map(([, text]) => text).join('');
    expect(findings(saying('overview', rest), 'STR-07')[0]?.message).toContain(`没有提到：${topic}；`);
    expect(findings(saying('overview', rest + sentence), 'STR-07')).toEqual([]);
  });
});

describe('section 五', () => {
  test.each([
    '公开意识不强，更新不及时。下一步将加大培训力度。',
    '政策解读形式单一。今后将丰富解读形式。',
    '专职人员缺乏，业务不熟练。已配备专人负责。',
    '信息更新滞后。已建立更新台账，按月督促落实。',
    '公开内容质量仍需提高。对照上年整改，已深化内容建设。',
  ])('states problems and improvements in “%s”', (text) => {
    expect(findings(saying('problemsAndImprovements', text), 'STR-09')).toEqual([]);
  });

  test('is an error only where it is empty', () => {
    const severityOf = (text: string) =>
      findings(saying('problemsAndImprovements', text), 'STR-09').map(({ severity }) => severity);
    expect(severityOf('')).toEqual(['error']);
    expect(severityOf('无。')).toEqual(['warning']);
    expect(severityOf('详见附件。')).toEqual(['warning']);
  });
});

test.each([
  '本年度未收取任何费用。',
  '依申请公开没有收费。',
  '全年未产生信息公开费用。',
  '未发出收费通知，总金额0元。',
  '依法减免费用，未收取政府信息公开处理费。',
])('section 六 speaks of the fee in “%s”', (text) => {
  expect(findings(saying('otherMatters', text), 'STR-10')).toEqual([]);
});

test('section 六 does not speak of the fee where it speaks of administrative fees', () => {
  expect(findings(saying('otherMatters', '行政事业性收费见第二部分。'), 'STR-10')).toHaveLength(1);
});
