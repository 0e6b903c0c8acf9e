// Checks all reports of a folder, and writes what to send back into an Excel workbook.
//
//   node folder-to-workbook.js reports result.xlsx

import { writeFile } from 'node:fs/promises';
import { checkFiles } from 'ogi-annual-report/many';
import { resultWorkbook } from 'ogi-annual-report/results';

const [folder, workbook] = process.argv.slice(2);
const files = checkFiles(folder, { recursive: true });
const results = [];
for await (const file of files) results.push(file);
await writeFile(workbook, await resultWorkbook(results));

const { pass, fail, incomplete, unreadable } = files.summary;
console.log(`通过 ${pass}，不通过 ${fail}，不完整 ${incomplete}，无法读取 ${unreadable}`);
