// The declarations of every source, in out/declarations, which tsup rolls up for each entry. TypeScript 7 makes them in seconds;
// tsup alone would have all types checked once more, which takes the better part of a minute.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = at('out/declarations/');

rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [at('node_modules/typescript-7/bin/tsc'), '-p', at('.ci/declarations.json')], {
  stdio: 'inherit',
});
for (const name of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.d.ts'))) {
  const types = readFileSync(folder + name, 'utf8');
  writeFileSync(folder + name, types.replace(/((?:from|import\() ?'\.[^']*)\.ts'/g, "$1.js'"));
}
