// Makes a Word file of a report that is a row of a database (DuckDB here; any driver that gives rows will do).
//
//   node row-to-word.js reports.duckdb 17 report.docx

import { writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { checkReport, fromRow } from 'ogi-annual-report';
import { renderDocx } from 'ogi-annual-report/docx';

const [database, id, output] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(database)).connect();
const answer = await connection.runAndReadAll('SELECT * FROM ogi_report_2021 WHERE report_id = ?', [id]);
const [row] = answer.getRowObjectsJS();
if (!row) throw new Error(`There is no report ${id} in ${database}.`);

const parsed = fromRow(row, { names: 'column', besides: ['report_id', 'status'] });
if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
console.log(parsed.value.title, checkReport(parsed.value, { families: ['arithmetic', 'cells'] }).verdict);
await writeFile(output, await renderDocx(parsed.value));
