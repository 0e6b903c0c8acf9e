import { counted } from '../form/in-language.ts';
import { punctuation } from '../form/punctuation.ts';
import type { Localized } from '../form/vocabulary.ts';
import { verdictWords } from '../results/words.ts';

/** What the text and the workbook of a roll-up say besides its messages. */
export const outputWords = {
  verdict: {
    pass: { 'zh-CN': '相符', en: 'agrees' },
    fail: { 'zh-CN': '不相符', en: 'differs' },
    incomplete: { 'zh-CN': '不完整', en: 'incomplete' },
  },
  added: { 'zh-CN': '各单位均已报送，已汇总', en: 'all members have filed, rolled up' },
  checked: verdictWords,
  title: (year: number): Localized => ({
    'zh-CN': `${year} 年政府信息公开工作年度报告汇总`,
    en: `Roll-up of the annual reports for ${year}`,
  }),
  filed: (added: number, members: number): Localized => ({
    'zh-CN': `名单 ${members} 个单位，计入 ${added} 个`,
    en: `${counted(members, 'member')}, ${added} added`,
  }),
  unexpected: (count: number): Localized => ({
    'zh-CN': `不在名单中、没有计入的报告 ${count} 份`,
    en: `${counted(count, 'report')} not on the list, not added`,
  }),
  others: (count: number): Localized => ({
    'zh-CN': `名单内单位的其他报告 ${count} 份，没有计入`,
    en: `${counted(count, 'other report')} of members, not added`,
  }),
  ofYear: (name: string, year: number | null): Localized => ({
    'zh-CN': `${name}（${year === null ? '年度不明' : `${year} 年`}）`,
    en: `${name} (${year ?? 'year not known'})`,
  }),
  allZero: (count: number): Localized => ({
    'zh-CN': `各格全为 0 的单位 ${count} 个，从汇总数无法判断是否已计入`,
    en: `${counted(count, 'member has', 'members have')} 0 in every cell; the sums do not show whether ${count === 1 ? 'it was' : 'they were'} counted`,
  }),
  remainder: {
    'zh-CN': '未报送的单位合计应为（汇总报告减去已报送的，也是其中每个单位的上限）',
    en: 'The missing members together should come to (the parent’s figure less what has been filed; none of them can have more)',
  },
  more: (count: number): Localized => ({
    'zh-CN': `……另有 ${count} 处，见 .xlsx 或 .json`,
    en: `… and ${count} more, see .xlsx or .json`,
  }),
  keyFigures: { 'zh-CN': '主要数据（各单位之和）', en: 'Key figures (members together)' },
  soFar: { 'zh-CN': '（暂计）', en: ' (so far)' },
  parentHas: (parent: number, difference: number): Localized => ({
    'zh-CN': `，汇总报告 ${parent}，${difference > 0 ? '多' : '少'} ${Math.abs(difference)}`,
    en: `; the parent has ${parent}, ${Math.abs(difference)} too ${difference > 0 ? 'many' : 'few'}`,
  }),
  colon: punctuation.colon,
  between: punctuation.listComma,
  inState: (state: Localized, count: number): Localized => ({
    'zh-CN': `${state['zh-CN']}的 ${count} 个`,
    en: `${state.en} (${count})`,
  }),
  moreNames: (count: number): Localized => ({ 'zh-CN': `，另有 ${count} 个`, en: ` and ${count} more` }),
  noName: { 'zh-CN': '（没有写明单位）', en: '(no name)' },
  notListed: { 'zh-CN': '不在名单中，没有计入', en: 'not on the list, not added' },
  otherNotAdded: { 'zh-CN': '其他年度或者版本，没有计入', en: 'another year or version, not added' },
  yes: { 'zh-CN': '是', en: 'yes' },
  sheets: {
    sum: { 'zh-CN': '汇总表', en: 'Sum' },
    soFar: { 'zh-CN': '暂计', en: 'So far' },
    members: { 'zh-CN': '各单位', en: 'Members' },
    differences: { 'zh-CN': '差额', en: 'Differences' },
    filing: { 'zh-CN': '报送情况', en: 'Filing' },
  },
  soFarCaption: {
    'zh-CN': '仅为已报送单位的合计，供参考，不得报送',
    en: 'only the members that have filed; for information, not to be filed',
  },
  memberColumns: { 'zh-CN': ['单位', '计入方式', '状态'], en: ['Member', 'Part', 'State'] },
  total: { 'zh-CN': '合计', en: 'Sum' },
  parent: { 'zh-CN': '汇总报告', en: 'Parent' },
  difference: { 'zh-CN': '差额', en: 'Difference' },
  differenceColumns: {
    'zh-CN': ['单元格', '各单位之和', '汇总报告', '差额', '空白或者未计入的单位', '数最大的单位'],
    en: ['Cell', 'Members together', 'Parent', 'Difference', 'Blank or not added', 'Largest'],
  },
  noDifference: { 'zh-CN': '没有差额', en: 'No differences' },
  noParent: {
    'zh-CN': '没有提供汇总报告，没有比较',
    en: 'No report of the parent was given; nothing was compared',
  },
  filingColumns: {
    'zh-CN': ['单位', '计入方式', '状态', '数字核对', '全为 0', '首先修改'],
    en: ['Member', 'Part', 'State', 'Figures', 'All 0', 'First to change'],
  },
} as const;
