/**
 * The form on trial before the one in force: 《中华人民共和国政府信息公开工作年度报告格式（试行）》,
 * 国办公开办函〔2019〕60号, for reports on 2019 and 2020; some bodies went on using it for years.
 *
 * A name means the same figure in both editions, so what has the same name can be compared from year to year,
 * and nothing else can.
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

const letter = '国办公开办函〔2019〕60号';

/* 二、主动公开政府信息情况 */

const documents = table({
  unit: 'count',
  band: article20.item1,
  corner: contentOfInformation,
  columns: [
    { id: 'newlyMade', label: '本年新制作数量', english: 'Newly made this year' },
    { id: 'newlyDisclosed', label: '本年新公开数量', english: 'Newly disclosed this year' },
    { id: 'totalDisclosed', label: '对外公开总数量', english: 'Disclosed in all' },
  ],
  rows: [
    rowsOfTable2.rules,
    {
      id: 'normativeDocuments',
      label: '规范性文件',
      english: 'Normative documents',
      variants: ['行政规范性文件'],
    },
  ],
});

const items = lines(
  { id: 'itemsPreviousYear', label: '上一年项目数量', english: 'Items in the previous year' },
  { id: 'change', label: '本年增/减', english: 'Change this year', signed: true, variants: ['本年增/'] },
);

const itemsAndDecisions = lines(...items, {
  id: 'decisions',
  label: '处理决定数量',
  english: 'Decisions',
  variants: ['本年处理决定数量'],
});

const licensing = table({
  unit: 'count',
  band: article20.item5,
  corner: contentOfInformation,
  columns: itemsAndDecisions,
  rows: [
    rowsOfTable2.licenses,
    { id: 'otherServices', label: '其他对外管理服务事项', english: 'Other services to the public' },
  ],
});

const enforcement = table({
  unit: 'count',
  band: article20.item6,
  corner: contentOfInformation,
  columns: itemsAndDecisions,
  rows: [rowsOfTable2.penalties, rowsOfTable2.compulsion],
});

/** Here a number of fees, not an amount. */
const fees = table({
  unit: 'count',
  band: article20.item8,
  corner: contentOfInformation,
  columns: items,
  rows: [rowsOfTable2.administrativeFees],
});

const procurement = table({
  unit: 'count',
  band: article20.item9,
  corner: contentOfInformation,
  columns: [
    { id: 'items', label: '采购项目数量', english: 'Items procured' },
    { id: 'totalAmount', label: '采购总金额', english: 'Total amount', unit: 'money' },
  ],
  rows: [
    { id: 'centralizedProcurement', label: '政府集中采购', english: 'Centralized government procurement' },
  ],
});

/* 三、收到和处理政府信息公开申请情况 */

/** One row for what has been three since 2021; the sum of those three is comparable with it. */
const otherwiseHandled = lines({ ...otherHandling, id: 'otherwiseHandled', under: [results] });

const applications = applicationsTable(otherwiseHandled, letter);

/** The tables of the form of 2019. */
export type Form2019Tables = {
  /** 第二十条第（一）项: rules and normative documents. */
  readonly documents: typeof documents;
  /** 第二十条第（五）项: administrative licenses and other services. */
  readonly licensing: typeof licensing;
  /** 第二十条第（六）项: administrative penalties and compulsion. */
  readonly enforcement: typeof enforcement;
  /** 第二十条第（八）项: how many administrative and institutional fees there are. */
  readonly fees: typeof fees;
  /** 第二十条第（九）项: centralized procurement. */
  readonly procurement: typeof procurement;
  /** 表三: applications received and processed. */
  readonly applications: typeof applications;
  /** 表四: reconsideration and litigation, as in 2021. */
  readonly disputes: typeof disputes;
};

/** The form of 2019, as a type: its tables with the names of their rows and columns. */
export interface Form2019 extends Form {
  /** Name of the edition. */
  readonly id: '2019';
  /** Its tables by name. */
  readonly tables: Form2019Tables;
  /** Its sections in the order of print. */
  readonly sections: readonly Section<keyof Form2019Tables>[];
}

/**
 * The form on trial (国办公开办函〔2019〕60号), for reports on 2019 and 2020.
 *
 * @example
 *   form2019.tables.documents.columns[0]?.label
 *   //=> '本年新制作数量'
 */
export const form2019: Form2019 = {
  id: '2019',
  source: {
    label: letter,
    english: 'Letter No. 60 [2019] of the Government Information Disclosure Office of the State Council',
  },
  firstYear: 2019,
  tables: { documents, licensing, enforcement, fees, procurement, applications, disputes },
  sections: [
    { ...sections.overview },
    {
      ...sections.proactiveDisclosure,
      tables: ['documents', 'licensing', 'enforcement', 'fees', 'procurement'],
    },
    { ...sections.applications },
    { ...sections.disputes },
    {
      ...sections.problemsAndImprovements,
      label: '五、政府信息公开工作存在的主要问题及改进情况',
      variants: [...sections.problemsAndImprovements.variants, '存在的主要问题及改进情况'],
    },
    { ...sections.otherMatters },
  ],
};
