// Use from CommonJS: every entry can be required.
//
//   node examples/commonjs.cjs report.html

const { readFileSync } = require('node:fs');
const { readHtml } = require('ogi-annual-report/html');
const { checkReport } = require('ogi-annual-report');
const { resultText } = require('ogi-annual-report/results');

const [, , name] = process.argv;
const reading = readHtml(readFileSync(name));
const result = checkReport(reading);
console.log(resultText([{ name, report: reading.draft, result }]));
process.exitCode = result.verdict === 'pass' ? 0 : 1;
