import { readFileSync } from 'node:fs';
import { cells, completeTotals, type Draft, figureAt, type Report } from '../src/index.ts';
import { put } from './sample.ts';

const published = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');

/** What is made of the published report of 2024: the examples read it, and it is kept beside it. */
export const madeReports = {
  'huaian-shi-2023-made-up.json': madeUpLastYear(),
  'huaian-shi-2024-mistaken.json': mistaken(),
};

/** A report on the year before, from which that of 2024 follows; its figures were never published. */
function madeUpLastYear(): Draft {
  const thisYear: Report = JSON.parse(published);
  const { documents, applications } = thisYear.tables;
  const tables = structuredClone(thisYear.tables);
  const report: Draft = {
    ...thisYear,
    year: 2023,
    title: '淮安市人民政府2023年政府信息公开工作年度报告',
    period: { start: '2023-01-01', end: '2023-12-31' },
    sections: {
      ...thisYear.sections,
      preamble: [paragraph('这份报告是为例子编的：数字由2024年的报告推算，没有公布过。')],
      overview: [
        paragraph(
          '主动公开、依申请公开、政府信息管理和平台建设正常开展，工作考核、社会评议和责任追究按规定进行。',
        ),
      ],
      problemsAndImprovements: [paragraph('主要问题：培训不够。改进情况：组织培训。')],
    },
    tables,
  };
  // nine in ten of the applications of 2024, totals to be added up anew
  for (const { path, tableId, row, column } of cells()) {
    if (tableId !== 'applications') continue;
    const isSum = column.id === 'total' || row.id === 'newlyReceived' || row.id === 'totalProcessed';
    put(report, path, isSum ? null : Math.round((figureAt(thisYear, path) ?? 0) * 0.9));
  }
  tables.applications.carriedForward = applications.carriedOver;
  for (const kind of ['rules', 'normativeDocuments'] as const) {
    const { issued, repealed, inForce } = documents[kind];
    tables.documents[kind].inForce = inForce - issued + repealed;
  }
  return completeTotals(report);
}

/** The published report with one total mistyped: two digits swapped. */
function mistaken(): Draft {
  const report: Draft = JSON.parse(published);
  put(report, 'applications.newlyReceived.total', 3191);
  return report;
}

function paragraph(text: string) {
  return { kind: 'paragraph' as const, text };
}
