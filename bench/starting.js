// How long it takes in a new process to load the library, and until a first report is checked: medians of
// child processes, in turns, beside a process that does nothing.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.js';

/** Each is started so often. */
const TURNS = 25;

const NOTHING = 'an empty module';
const scripts = {
  [NOTHING]: '',
  "import 'zod'": "import 'zod';",
  "import 'ogi-annual-report'": "import 'ogi-annual-report';",
  'ogi-annual-report, first report checked': first('ours'),
  'zod, first report checked': first('zod'),
  'ajv, first report checked': first('ajv'),
  'json-rules-engine, first report checked': first('json-rules-engine'),
  'HyperFormula, first report checked': first('hyperformula'),
};

function first(contender) {
  return `
    import { readFileSync } from 'node:fs';
    import { check } from './contenders/${contender}.js';
    await check(JSON.parse(readFileSync('../examples/reports/huaian-shi-2024.json', 'utf8')));`;
}

export function starting() {
  const times = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, script] of Object.entries(scripts)) times[name].push(timeOf(script));
  const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  const [nothing, zod] = [medians[NOTHING], medians["import 'zod'"]];
  return {
    title: 'Starting',
    notes: [
      `Medians of ${TURNS} processes each, in turns: start of Node.js, script, end. zod checks the schema of this library and json-rules-engine and HyperFormula take the equations from it, so they load it, too.`,
    ],
    tables: [
      {
        caption: 'A new process',
        columns: ['', 'ms', 'ms beyond an empty module', '× an empty module', "× `import 'zod'`"],
        rows: Object.entries(medians).map(([name, time]) => [
          name,
          time,
          time - nothing,
          time / nothing,
          time / zod,
        ]),
      },
    ],
  };
}

function timeOf(script) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  if (status !== 0) throw new Error(`A process failed: ${stderr}`);
  return performance.now() - start;
}
