// The benchmarks. Without names, those whose results stand in docs/benchmarks.md.
//
//   npm run build
//   npm run bench                    tables on the screen
//   npm run bench -- --json          the same as JSON, for tools
//   npm run bench -- --write         the same into docs/benchmarks.md
//   npm run bench -- reading html    other benchmarks by name, or all

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checking } from './checking.js';
import { asMarkdown, environment, writePage } from './page.js';
import { size } from './size.js';
import { starting } from './starting.js';

/** Benchmarks that give their results as data. */
const measured = { checking, starting, size };

/** Benchmarks that print their own. */
const scripts = {
  many: 'many.js',
  reading: 'reading.js',
  html: 'rendering-html.js',
  word: 'rendering-word.js',
  excel: 'rendering-excel.js',
  pdf: 'rendering-pdf.js',
  charts: 'rendering-charts.js',
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' } },
  allowPositionals: true,
});

const all = [...Object.keys(measured), ...Object.keys(scripts)];
const wanted =
  positionals.length === 0 ? Object.keys(measured) : positionals.includes('all') ? all : positionals;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  process.exit(2);
}

const groups = [];
for (const [name, run] of Object.entries(measured)) if (wanted.includes(name)) groups.push(await run());

if (values.json) console.log(JSON.stringify({ environment: environment(), groups }, null, 2));
else if (groups.length > 0) console.log(asMarkdown(groups));
if (values.write) writePage(asMarkdown(groups));

for (const [name, file] of Object.entries(scripts))
  if (wanted.includes(name))
    spawnSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], { stdio: 'inherit' });
