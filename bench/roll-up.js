// How long it takes to add a territory up and to find what went wrong, for each mistake that people make; beside
// the check of the members' reports, which is part of it.

import { checkReport, figuresOf, tablesFrom } from 'ogi-annual-report';
import { rollUp } from 'ogi-annual-report/roll-up';
import { randomOf, reportAt } from './country.js';
import { median } from './measure.js';

/** So many territories with each mistake, of so many members. */
const [TERRITORIES, MEMBERS, YEAR] = [40, 50, 2024];

/** What each mistake makes of the reports that the parent adds up: how often each, and what besides. */
const mistakes = {
  none: () => ({}),
  'one left out': ([one]) => ({ times: { [one]: 0 } }),
  'one counted twice': ([one]) => ({ times: { [one]: 2 } }),
  'two left out': ([one, other]) => ({ times: { [one]: 0, [other]: 0 } }),
  'three left out': ([one, other, third]) => ({ times: { [one]: 0, [other]: 0, [third]: 0 } }),
  "last year's taken": ([one]) => ({ lastYear: one }),
  'one cell mistyped': () => ({ mistyped: true }),
  'one left out and one cell mistyped': ([one]) => ({ times: { [one]: 0 }, mistyped: true }),
  'nothing that can be explained': () => ({ garbled: true }),
};

export async function rollingUp() {
  const times = Object.fromEntries(Object.keys(mistakes).map((name) => [name, { whole: [], checks: [] }]));
  for (let number = -3; number < TERRITORIES; number += 1) {
    for (const [name, of] of Object.entries(mistakes)) {
      const { reports, options } = territory(number + 4, of);
      const checks = milliseconds(() =>
        reports.map((report) => checkReport(report, { families: ['arithmetic', 'cells'] })),
      );
      const whole = milliseconds(() => rollUp(reports, options));
      if (number < 0) continue;
      times[name].checks.push(checks);
      times[name].whole.push(whole);
    }
  }
  return {
    title: 'Roll-up',
    notes: [
      `${TERRITORIES} territories of ${MEMBERS} members for each mistake, made from figures of published reports; last year's reports are there, too. Medians of processor time.`,
    ],
    tables: [
      {
        caption: `Territories of ${MEMBERS} members, rolled up`,
        columns: ['mistake of the parent', 'ms', 'ms of it to check the figures', '× the checks'],
        rows: Object.entries(times).map(([name, { whole, checks }]) => [
          name,
          median(whole),
          median(checks),
          median(whole) / median(checks),
        ]),
      },
    ],
  };
}

function territory(seed, mistakeOf) {
  const random = randomOf(seed);
  const numbers = Array.from({ length: MEMBERS }, (_, at) => seed * MEMBERS + at);
  const reports = numbers.map((number) => reportAt(number, YEAR, random));
  const before = numbers.map((number) => reportAt(number, YEAR - 1, random));
  const chosen = [1, 2, 3].map((nth) => Math.floor(random() * (MEMBERS / 3)) * 3 + nth - 1);
  const { times = {}, lastYear, mistyped, garbled } = mistakeOf(chosen);
  const added = reports.map((report, at) => figuresOf(at === lastYear ? before[at] : report));
  const figures = added[0].map((_, cell) => {
    const parts = added.reduce((sum, each, at) => sum + (times[at] ?? 1) * Math.round(each[cell] * 1e6), 0);
    return parts / 1e6 + (garbled ? 1000 + cell * 7 : 0);
  });
  if (mistyped) figures[Math.floor(random() * figures.length)] += 27;
  const byName = new Map(before.map((report) => [report.agency.name, report]));
  const parent = {
    ...reports[0],
    agency: { ...reports[0].agency, name: '某市人民政府' },
    tables: tablesFrom(figures),
  };
  const members = reports.map(({ agency }) => ({ name: agency.name }));
  return {
    reports,
    options: { year: YEAR, members, parent, previousOf: ({ agency }) => byName.get(agency.name) },
  };
}

function milliseconds(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
