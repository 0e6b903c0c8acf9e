// What is measured on: a real report as a text, and right and wrong ones made of it.

import { readFileSync } from 'node:fs';
import { cells } from 'ogi-annual-report';

/** A real report, as JSON that people can read. It was published in time, so that no rule is left undecided. */
export const text = JSON.stringify(
  {
    ...JSON.parse(readFileSync(new URL('../examples/reports/huaian-shi-2024.json', import.meta.url), 'utf8')),
    publishedOn: '2025-03-20',
  },
  null,
  2,
);

/** The same report, anew at each call. */
export const sample = () => JSON.parse(text);

/** A report of the same agency on the year before, from which the sample follows. */
export function yearBefore() {
  const report = sample();
  const { applications, documents } = report.tables;
  applications.carriedForward = { ...applications.carriedForward, ...applications.carriedOver };
  documents.rules.inForce = 10;
  documents.normativeDocuments.inForce = 84;
  const { title: _, period: __, publishedOn: ___, ...rest } = report;
  return { ...rest, year: report.year - 1, sections: {} };
}

/** A report in which one figure is wrong, as when two digits are swapped. */
export function wrongReport() {
  const report = sample();
  report.tables.applications.newlyReceived.total = 3191;
  return report;
}

/** Puts something into a cell. */
function put(report, { tableId, row, column }, figure) {
  report.tables[tableId][row.id][column.id] = figure;
}

/**
 * Right and wrong reports, as functions that make them: multiples of a real one, every cell off by one,
 * blank, below 0, a fraction, a text, missing; keys that are unknown or lacking.
 */
export function* variants() {
  const changed = (change) => {
    const report = sample();
    change(report);
    return report;
  };
  for (const times of [0, 1, 2, 3, 17, 1000])
    yield changed((report) => {
      for (const cell of cells()) {
        const figure = report.tables[cell.tableId][cell.row.id][cell.column.id];
        if (cell.unit === 'count') put(report, cell, figure * times);
      }
    });
  for (const cell of cells()) {
    const figure = sample().tables[cell.tableId][cell.row.id][cell.column.id];
    for (const other of [
      figure + 1,
      figure + 100,
      0,
      null,
      -1,
      cell.unit === 'count' ? 0.5 : '1',
      '1',
      undefined,
    ])
      yield changed((report) => put(report, cell, other));
    yield changed((report) => {
      delete report.tables[cell.tableId][cell.row.id][cell.column.id];
    });
    yield changed((report) => {
      report.tables[cell.tableId][cell.row.id].extra = 0;
    });
  }
  for (const key of Object.keys(sample())) {
    yield changed((report) => {
      report[key] = 7;
    });
    yield changed((report) => {
      report[`${key}s`] = report[key];
    });
  }
}
