import { readFileSync } from 'node:fs';
import type { CellPath, Draft, Report } from '../src/index.ts';

const text = readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8');

/** A real report that adds up, published in time, a fresh one at each call; tests change it a little. */
export function sample(): Report {
  return { ...(JSON.parse(text) as Report), publishedOn: '2025-03-20' };
}

/** Puts a figure into a report. */
export function put(report: Draft, path: CellPath, figure: number | null): void {
  const [table = '', row = '', column = ''] = path.split('.');
  const tables = report.tables as Record<string, Record<string, Record<string, number | null>>>;
  const cells = tables[table]?.[row];
  if (!cells || !(column in cells)) throw new Error(`no cell ${path}`);
  cells[column] = figure;
}

/** A report of the same agency on the year before, from which the sample follows. */
export function lastYear(): Report {
  const { title: _, period: __, publishedOn: ___, sections, ...rest } = sample();
  const overview = [{ kind: 'paragraph' as const, text: '上一年度的总体情况，另行撰写。' }];
  const report: Report = {
    ...rest,
    sections: { ...sections, overview, problemsAndImprovements: overview },
    year: 2023,
  };
  const { carriedOver, carriedForward } = report.tables.applications;
  report.tables.applications.carriedForward = { ...carriedForward, ...carriedOver };
  report.tables.documents.rules.inForce = 10;
  report.tables.documents.normativeDocuments.inForce = 84;
  return report;
}

/** A copy of the sample in which some figures are others. */
export function sampleWith(figures: { readonly [Path in CellPath]?: number | null }): Draft {
  const report: Draft = sample();
  for (const [path, figure] of Object.entries(figures)) put(report, path as CellPath, figure);
  return report;
}
