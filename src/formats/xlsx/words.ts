import type { Cell } from '../../form/cells.ts';
import type { Authority, Locale } from '../../form/vocabulary.ts';
import type { Severity } from '../../rules/rule.ts';

/** What our workbooks say besides the form. */
export interface WorkbookWords {
  /** Names of sheets. */
  readonly sheets: Readonly<Record<'particulars' | 'texts' | 'findings' | 'rules' | 'lastYear', string>>;
  /** Headings of the sheet of texts. */
  readonly textColumns: readonly [string, string];
  /** Headings of the sheets of findings and of rules. */
  readonly findingColumns: readonly string[];
  readonly ruleColumns: readonly string[];
  readonly severity: Readonly<Record<Severity, string>>;
  readonly authority: Readonly<Record<Authority['kind'], string>>;
  readonly check: string;
  readonly filledIn: string;
  readonly broken: string;
  /** How to fill the template in. */
  readonly instructions: Readonly<Record<'formula' | 'entered', readonly string[]>>;
  readonly count: { readonly title: string; readonly error: string };
  readonly amount: { readonly title: string; readonly error: string };
  readonly year: { readonly title: string; readonly error: string };
  readonly choice: { readonly title: string; readonly error: string };
  readonly dateFormat: string;
  lastYear(year: number | null): string;
  waived(reason: string): string;
  remarkTooLong(cell: Cell): string;
}

/** What our workbooks say, by language. */
export const words: Readonly<Record<Locale, WorkbookWords>> = {
  'zh-CN': {
    sheets: {
      particulars: '报告信息',
      texts: '正文',
      findings: '核对结果',
      rules: '核对规则',
      lastYear: '上年',
    },
    textColumns: ['类型', '内容'],
    findingColumns: ['规则', '级别', '说明', '单元格', '依据'],
    ruleColumns: ['编号', '级别', '规则', '依据类别', '依据'],
    severity: { error: '错误', warning: '提醒', info: '提示' },
    authority: { law: '法律法规', form: '格式', guidance: '通知', practice: '惯例', inference: '推断' },
    check: '核对',
    filledIn: '已填数字',
    broken: '不成立的关系',
    instructions: {
      formula: [
        '只填白色的单元格；绿色的总计自动求和，各项填齐之前不显示。',
        '没有的填 0；空白表示不掌握，不等于 0，有空白的关系不核对。',
        '单元格变红（黄），说明所在的关系不成立（需要核对），编号见表格右侧和下方，内容见“核对规则”。',
        '正文每段一行，第一列选类型；行数不够的，可以插入行。',
      ],
      entered: [
        '填写白色的单元格，包括总计。',
        '没有的填 0；空白表示不掌握，不等于 0，有空白的关系不核对。',
        '单元格变红（黄），说明所在的关系不成立（需要核对），编号见表格右侧和下方，内容见“核对规则”。',
        '正文每段一行，第一列选类型；行数不够的，可以插入行。',
      ],
    },
    count: { title: '整数（件）', error: '只能填 0 或正整数；没有的填 0，不掌握的留空。' },
    amount: { title: '金额（万元）', error: '单位是万元，只能填 0 或正数；没有的填 0，不掌握的留空。' },
    year: { title: '年度', error: '填四位数的年份，如 2024。' },
    choice: { title: '请选择', error: '请从列表中选择。' },
    dateFormat: '如 2025-01-20',
    lastYear: (year) => (year === null ? '上年数据' : `${year}年数据`),
    waived: (reason) => `（已豁免：${reason}）`,
    remarkTooLong: ({ address }) => `${address['zh-CN']}的备注超过 Excel 单元格的长度，请缩短。`,
  },
  en: {
    sheets: {
      particulars: 'Report',
      texts: 'Text',
      findings: 'Findings',
      rules: 'Rules',
      lastYear: 'Last year',
    },
    textColumns: ['Kind', 'Text'],
    findingColumns: ['Rule', 'Severity', 'What is wrong', 'Cells', 'Authority'],
    ruleColumns: ['Number', 'Severity', 'Rule', 'Kind of authority', 'Authority'],
    severity: { error: 'error', warning: 'warning', info: 'hint' },
    authority: {
      law: 'law',
      form: 'form',
      guidance: 'guidance',
      practice: 'practice',
      inference: 'inference',
    },
    check: 'Checks',
    filledIn: 'Figures filled in',
    broken: 'Relations broken',
    instructions: {
      formula: [
        'Fill in the white cells only; green totals are added up, and shown once all their terms are there.',
        'Write 0 for none. A blank means not known, which is not 0; a relation with a blank is not checked.',
        'Cells that turn red (yellow) take part in a relation that is broken (to be looked at); its number stands beside or below the table and is explained on the sheet of rules.',
        'One paragraph a row, its kind in the first column; insert rows if there are too few.',
      ],
      entered: [
        'Fill in the white cells, totals included.',
        'Write 0 for none. A blank means not known, which is not 0; a relation with a blank is not checked.',
        'Cells that turn red (yellow) take part in a relation that is broken (to be looked at); its number stands beside or below the table and is explained on the sheet of rules.',
        'One paragraph a row, its kind in the first column; insert rows if there are too few.',
      ],
    },
    count: {
      title: 'Whole number',
      error: 'A whole number, 0 or more: 0 for none, blank if not known.',
    },
    amount: {
      title: 'Amount in 10,000 yuan',
      error: 'An amount in 10,000 yuan, 0 or more: 0 for none, blank if not known.',
    },
    year: { title: 'Year', error: 'The year in four digits, such as 2024.' },
    choice: { title: 'To be chosen', error: 'Choose from the list.' },
    dateFormat: 'such as 2025-01-20',
    lastYear: (year) => (year === null ? "Last year's figures" : `Figures of ${year}`),
    waived: (reason) => ` (waived: ${reason})`,
    remarkTooLong: ({ address }) =>
      `The remark of ${address.en} is longer than a cell of Excel can hold: shorten it.`,
  },
};
