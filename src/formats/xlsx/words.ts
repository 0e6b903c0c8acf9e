import type { Cell } from '../../form/cells.ts';
import type { Localized } from '../../form/vocabulary.ts';
import { severityWords } from '../../rules/rule.ts';

/** What our workbooks say besides the form. */
export const words = {
  severity: severityWords,
  /** Names of sheets. */
  sheets: {
    particulars: { 'zh-CN': '报告信息', en: 'Report' },
    texts: { 'zh-CN': '正文', en: 'Text' },
    findings: { 'zh-CN': '核对结果', en: 'Findings' },
    rules: { 'zh-CN': '核对规则', en: 'Rules' },
    lastYear: { 'zh-CN': '上年', en: 'Last year' },
  },
  /** Headings of the sheet of texts. */
  textColumns: { 'zh-CN': ['类型', '内容'], en: ['Kind', 'Text'] } as const,
  /** Headings of the sheets of findings and of rules. */
  findingColumns: {
    'zh-CN': ['规则', '级别', '说明', '单元格', '依据'],
    en: ['Rule', 'Severity', 'What is wrong', 'Cells', 'Authority'],
  },
  ruleColumns: {
    'zh-CN': ['编号', '级别', '规则', '依据类别', '依据'],
    en: ['Number', 'Severity', 'Rule', 'Kind of authority', 'Authority'],
  },
  authority: {
    law: { 'zh-CN': '法律法规', en: 'law' },
    form: { 'zh-CN': '格式', en: 'form' },
    guidance: { 'zh-CN': '通知', en: 'guidance' },
    practice: { 'zh-CN': '参考做法', en: 'for reference' },
    inference: { 'zh-CN': '推断', en: 'inference' },
  },
  /** What the looks of marked cells mean. */
  marks: {
    wrong: { 'zh-CN': '红底红框：需要修改的数', en: 'Red, in a red frame: a figure to be changed' },
    concerned: {
      'zh-CN': '黄底：与它有勾稽关系、本身不一定有误的数',
      en: 'Yellow: a figure of the same relation, not necessarily wrong itself',
    },
  },
  check: { 'zh-CN': '核对', en: 'Checks' },
  filledIn: { 'zh-CN': '已填数字', en: 'Figures filled in' },
  broken: { 'zh-CN': '勾稽不符', en: 'Relations broken' },
  /** How to fill the template in. */
  instructions: {
    formula: {
      'zh-CN': [
        '只填白色的单元格；绿色的总计自动求和，各项填齐之前不显示。',
        '没有的填 0；空白表示不掌握，不等于 0，有空白的关系不核对。',
        '单元格变红（黄），说明所在的关系不成立（需要核对），编号见表格右侧和下方，内容见“核对规则”。',
        '正文每段一行，第一列选类型；行数不够的，可以插入行。',
      ],
      en: [
        'Fill in the white cells only; green totals are added up, and shown once all their terms are there.',
        'Write 0 for none. A blank means not known, which is not 0; a relation with a blank is not checked.',
        'Cells that turn red (yellow) take part in a relation that is broken (to be looked at); its number stands beside or below the table and is explained on the sheet of rules.',
        'One paragraph a row, its kind in the first column; insert rows if there are too few.',
      ],
    },
    entered: {
      'zh-CN': [
        '填写白色的单元格，包括总计。',
        '没有的填 0；空白表示不掌握，不等于 0，有空白的关系不核对。',
        '单元格变红（黄），说明所在的关系不成立（需要核对），编号见表格右侧和下方，内容见“核对规则”。',
        '正文每段一行，第一列选类型；行数不够的，可以插入行。',
      ],
      en: [
        'Fill in the white cells, totals included.',
        'Write 0 for none. A blank means not known, which is not 0; a relation with a blank is not checked.',
        'Cells that turn red (yellow) take part in a relation that is broken (to be looked at); its number stands beside or below the table and is explained on the sheet of rules.',
        'One paragraph a row, its kind in the first column; insert rows if there are too few.',
      ],
    },
  },
  count: {
    title: { 'zh-CN': '整数（件）', en: 'Whole number' },
    error: {
      'zh-CN': '只能填 0 或正整数；没有的填 0，不掌握的留空。',
      en: 'A whole number, 0 or more: 0 for none, blank if not known.',
    },
  },
  amount: {
    title: { 'zh-CN': '金额（万元）', en: 'Amount in 10,000 yuan' },
    error: {
      'zh-CN': '单位是万元，只能填 0 或正数；没有的填 0，不掌握的留空。',
      en: 'An amount in 10,000 yuan, 0 or more: 0 for none, blank if not known.',
    },
  },
  year: {
    title: { 'zh-CN': '年度', en: 'Year' },
    error: { 'zh-CN': '填四位数的年份，如 2024。', en: 'The year in four digits, such as 2024.' },
  },
  choice: {
    title: { 'zh-CN': '请选择', en: 'To be chosen' },
    error: { 'zh-CN': '请从列表中选择。', en: 'Choose from the list.' },
  },
  dateFormat: { 'zh-CN': '如 2025-01-20', en: 'such as 2025-01-20' },
  lastYear: (year: number | null): Localized => ({
    'zh-CN': year === null ? '上年数据' : `${year}年数据`,
    en: year === null ? "Last year's figures" : `Figures of ${year}`,
  }),
  waived: (reason: string): Localized => ({ 'zh-CN': `（已豁免：${reason}）`, en: ` (waived: ${reason})` }),
  remarkTooLong: ({ address }: Cell): Localized => ({
    'zh-CN': `${address['zh-CN']}的备注超过 Excel 单元格的长度，请缩短。`,
    en: `The remark of ${address.en} is longer than a cell of Excel can hold: shorten it.`,
  }),
};
