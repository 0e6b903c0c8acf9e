// Use from plain JavaScript without types: figures out of a system of one's own become a report.
//
//   node examples/plain.js

import { checkReport, completeTotals, emptyDraft, parseReport, tablesFrom } from 'ogi-annual-report';
import { renderText } from 'ogi-annual-report/text';

// all figures are 0 but these; a database would give 200 numbers in the order of `cells()`
const tables = tablesFrom(Array.from({ length: 200 }, () => 0));
tables.applications.newlyReceived.naturalPerson = 12;
tables.applications.granted.naturalPerson = 9;
tables.applications.notHeld.naturalPerson = 3;

// totals are left to the equations of the form: blank them, then complete them
for (const row of Object.values(tables.applications)) row.total = null;
for (const column of Object.keys(tables.applications.totalProcessed))
  tables.applications.totalProcessed[column] = null;

const draft = completeTotals({
  ...emptyDraft(),
  agency: { name: '某县民政局', kind: 'department', level: 'county' },
  year: 2025,
  scope: 'agency',
  sections: {
    overview: [{ kind: 'paragraph', text: '2025年，我局……' }],
    problemsAndImprovements: [{ kind: 'paragraph', text: '存在的问题是……下一步将……' }],
    otherMatters: [{ kind: 'paragraph', text: '本机关未收取信息处理费。' }],
  },
  tables,
});

const parsed = parseReport(draft); // a draft without blanks is a report
if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));

const { verdict, findings } = checkReport(parsed.value, { families: ['arithmetic'] });
console.log(verdict, findings.length, parsed.value.tables.applications.totalProcessed.total);
console.log(renderText(parsed.value).split('\n').slice(0, 3).join('\n'));
