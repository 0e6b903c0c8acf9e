/**
 * The form in force: 《中华人民共和国政府信息公开工作年度报告格式》,
 * 国办公开办函〔2021〕30号, 26 September 2021, for reports on 2021 and later.
 *
 * Meant to be read beside the official annex: same order, same wording. What the form of 2019 has word for word
 * stands in shared-tables.ts, in that order, too.
 */

import {
  applicationsTable,
  article20,
  contentOfInformation,
  disputes,
  otherHandling,
  results,
  rowsOfTable2,
  sections,
} from './shared-tables.ts';
import { type Form, lines, type Section, table } from './vocabulary.ts';

const letter = '国办公开办函〔2021〕30号';

/* 二、主动公开政府信息情况 */

const decisions = lines({
  id: 'decisions',
  label: '本年处理决定数量',
  english: 'Decisions made this year',
});

const documents = table({
  unit: 'count',
  band: article20.item1,
  corner: contentOfInformation,
  columns: [
    {
      id: 'issued',
      label: '本年制发件数',
      english: 'Issued this year',
      variants: ['本年制发数', '本年度制发数', '本年度制发件数', '本年制发件', '本年发件', '本年发件数'],
    },
    {
      id: 'repealed',
      label: '本年废止件数',
      english: 'Repealed this year',
      variants: ['本年废止数', '本年度废止数', '本年度废止件数', '本年废止件'],
    },
    {
      id: 'inForce',
      label: '现行有效件数',
      english: 'Currently in force',
      variants: ['现行有效件', '现行有效数', '现行有效'],
    },
  ],
  rows: [
    rowsOfTable2.rules,
    {
      id: 'normativeDocuments',
      label: '行政规范性文件',
      english: 'Administrative normative documents',
      variants: ['规范性文件'],
    },
  ],
});

const licensing = table({
  unit: 'count',
  band: article20.item5,
  corner: contentOfInformation,
  columns: decisions,
  rows: [rowsOfTable2.licenses],
});

const enforcement = table({
  unit: 'count',
  band: article20.item6,
  corner: contentOfInformation,
  columns: decisions,
  rows: [rowsOfTable2.penalties, rowsOfTable2.compulsion],
});

const fees = table({
  unit: 'wanYuan',
  band: article20.item8,
  corner: contentOfInformation,
  columns: [
    {
      id: 'amountWan',
      label: '本年收费金额（单位：万元）',
      english: 'Fees collected this year (10,000 yuan)',
      variants: ['本年收费金额单位：万元'],
    },
  ],
  rows: [rowsOfTable2.administrativeFees],
});

/* 三、收到和处理政府信息公开申请情况 */

/** （六）其他处理 has had three rows since 2021. */
const otherwiseHandled = [results, otherHandling];

const otherOutcomes = lines(
  {
    id: 'correctionOverdue',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    english: '1. Correction overdue without good reason, application no longer processed',
    under: otherwiseHandled,
    articles: ['30'],
    variants: ['1.逾期不补正'],
  },
  {
    id: 'feeUnpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    english: '2. Fee of a fee notice unpaid, application no longer processed',
    under: otherwiseHandled,
    articles: ['42'],
    variants: ['2.逾期不缴费'],
  },
  { id: 'otherHandling', label: '3.其他', english: '3. Other', under: otherwiseHandled },
);

/** The rows of （六）are its own; those before and after them are the same in both editions. */
const applications = applicationsTable(otherOutcomes, letter);

/* 四、政府信息公开行政复议、行政诉讼情况: Table 4 is the same in both editions. */

/** The tables of the form of 2021. */
export type Form2021Tables = {
  /** 第二十条第（一）项: rules and normative documents. */
  readonly documents: typeof documents;
  /** 第二十条第（五）项: administrative licenses. */
  readonly licensing: typeof licensing;
  /** 第二十条第（六）项: administrative penalties and compulsion. */
  readonly enforcement: typeof enforcement;
  /** 第二十条第（八）项: administrative and institutional fees, in 万元. */
  readonly fees: typeof fees;
  /** 表三: applications received and processed. */
  readonly applications: typeof applications;
  /** 表四: reconsideration and litigation; printed as one row of fifteen. */
  readonly disputes: typeof disputes;
};

/** The form of 2021, as a type: its tables with the names of their rows and columns. */
export interface Form2021 extends Form {
  /** Name of the edition. */
  readonly id: '2021';
  /** Its tables by name. */
  readonly tables: Form2021Tables;
  /** Its sections in the order of print. */
  readonly sections: readonly Section<keyof Form2021Tables>[];
}

/**
 * The form in force (国办公开办函〔2021〕30号): its tables, and its sections in the order of print.
 *
 * @example
 *   form2021.tables.applications.rows[0]?.label
 *   //=> '一、本年新收政府信息公开申请数量'
 */
export const form2021: Form2021 = {
  id: '2021',
  source: {
    label: letter,
    english: 'Letter No. 30 [2021] of the Government Information Disclosure Office of the State Council',
  },
  firstYear: 2021,
  tables: { documents, licensing, enforcement, fees, applications, disputes },
  sections: [
    { ...sections.overview },
    { ...sections.proactiveDisclosure, tables: ['documents', 'licensing', 'enforcement', 'fees'] },
    { ...sections.applications },
    { ...sections.disputes },
    { ...sections.problemsAndImprovements, label: '五、存在的主要问题及改进情况' },
    { ...sections.otherMatters },
  ],
};
