// The benchmarks: all of them, or those named.
//
//   npm run build
//   npm run bench                      tables on the screen
//   npm run bench -- checking reading  some of them
//   npm run bench -- --json            as JSON, for tools
//   npm run bench -- --write           into docs/benchmarks.md, each in its place

import { parseArgs } from 'node:util';
import { checking } from './checking.js';
import { folder } from './folder.js';
import { many } from './many.js';
import { asMarkdown, environment, writePage } from './page.js';
import { reading } from './reading.js';
import { rendering } from './rendering.js';
import { rollingUp } from './roll-up.js';
import { size } from './size.js';
import { sql } from './sql.js';
import { starting } from './starting.js';

const benchmarks = { checking, starting, size, many, folder, 'roll-up': rollingUp, sql, reading, rendering };

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' } },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}

const groups = {};
for (const [name, run] of Object.entries(benchmarks))
  if (positionals.length === 0 || positionals.includes(name)) groups[name] = await run();

if (values.json) console.log(JSON.stringify({ environment: environment(), groups }, null, 2));
else console.log(asMarkdown(Object.values(groups)));
if (values.write) writePage(groups);
