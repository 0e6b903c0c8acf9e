import { type AnyDraft, type CellPath, checkReport, type Draft, figureAt } from '../src/index.ts';
import type { CheckedReport, FileResult, UnreadableReport } from '../src/results/index.ts';
import { randomNumbers } from './random-numbers.ts';
import { put } from './sample.ts';
import { territoryOf } from './territory.ts';

/** The departments of a made-up city, each of which files a report. */
const DEPARTMENTS = (
  '发展和改革委员会 教育局 科学技术局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源和规划局 ' +
  '生态环境局 住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化广电和旅游局 卫生健康委员会 退役军人事务局 应急管理局 ' +
  '审计局 市场监督管理局 体育局 统计局 医疗保障局 信访局 数据局 城市管理局 行政审批局 地方金融管理局 机关事务管理局 ' +
  '粮食和物资储备局 林业局 人民防空办公室 外事办公室 地震局 供销合作社 档案局 气象局 消防救援支队'
).split(' ');

/** What a clerk got wrong; nothing for most. */
type Mistake = (report: Draft) => void;

const swapped =
  (path: CellPath): Mistake =>
  (report) => {
    const text = String(figureAt(report, path) ?? 0);
    const [first = '', second = '1', ...others] = [...text];
    put(report, path, Number(first === second ? `${text}1` : [second, first, ...others].join('')));
  };
const set =
  (path: CellPath, figure: number | null): Mistake =>
  (report) =>
    put(report, path, figure);

const MISTAKES: readonly (readonly Mistake[])[] = [
  [swapped('applications.newlyReceived.total')],
  [swapped('applications.granted.naturalPerson'), swapped('disputes.reconsideration.total')],
  ['researchInstitution', 'socialWelfareOrganization', 'legalServiceInstitution', 'otherOrganization'].map(
    (column): Mistake =>
      (report) => {
        for (const row of Object.keys(report.tables.applications))
          put(report, `applications.${row}.${column}` as CellPath, null);
      },
  ),
  [set('applications.granted.commercialEnterprise', null)],
  [(report) => delete report.sections.problemsAndImprovements],
  [
    (report) => {
      report.sections.overview = [
        { kind: 'paragraph', text: '（一）主动公开。全年新收政府信息公开申请99999件。' },
      ];
    },
  ],
];

const OVERVIEW =
  '2024年，本单位认真落实《中华人民共和国政府信息公开条例》：主动公开及时，依申请公开规范，政府信息管理、政府信息公开平台建设、' +
  '监督保障各项工作有序开展。';

const text = (words: string) => [{ kind: 'paragraph' as const, text: words }];

/** Forty reports of a city: every other one with a mistake. */
export function departmentReports(count = DEPARTMENTS.length): readonly { name: string; report: AnyDraft }[] {
  return territoryOf(count, randomNumbers(7)).reports.map((made, at) => {
    const department = `江州市${DEPARTMENTS[at % DEPARTMENTS.length]}`;
    const report: Draft = {
      ...(made as Draft),
      agency: { name: department, kind: 'department', level: 'prefecture' },
      title: `${department}2024年政府信息公开工作年度报告`,
      publishedOn: '2025-01-20',
      sections: {
        overview: text(OVERVIEW),
        problemsAndImprovements: text('存在的问题是解读形式单一。下一步将丰富解读形式。'),
        otherMatters: text('2024年没有发出收费通知，没有收取政府信息公开信息处理费。'),
      },
    };
    for (const column of ['issued', 'repealed', 'inForce'])
      put(report, `documents.rules.${column}` as CellPath, 0);
    if (at % 2 === 1) for (const mistake of MISTAKES[((at - 1) / 2) % MISTAKES.length] ?? []) mistake(report);
    return { name: `2024/${department}.docx`, report };
  });
}

/** What came of them, with two files that could not be read. */
export function departmentResults(count?: number, locale: 'zh-CN' | 'en' = 'zh-CN'): readonly FileResult[] {
  const checked = departmentReports(count).map(
    ({ name, report }): CheckedReport => ({ name, report, result: checkReport(report, { locale }) }),
  );
  return [unreadable, ...checked, { ...unreadable, name: '2024/盖章扫描件.pdf' }];
}

/** A file that is no report. */
export const unreadable: UnreadableReport = {
  name: '2024/=会议通知.docx',
  problems: [{ message: '文件中没有政府信息公开工作年度报告的表格；请确认是不是这个文件' }],
};
