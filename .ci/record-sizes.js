// Writes .ci/sizes.json: how large, in bytes, what people import is now. The limits of `npm run check:size` follow from it.
//
//   npm run build && npm run size:record

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sizeLimit = fileURLToPath(new URL('../node_modules/size-limit/bin.js', import.meta.url));

const measured = JSON.parse(
  execFileSync(process.execPath, [sizeLimit, '--json', '--config', '.ci/size-limit.js'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, RECORD_SIZES: 'yes' },
  }),
);
const sizes = Object.fromEntries(measured.map(({ name, size }) => [name, size]));
writeFileSync(new URL('sizes.json', import.meta.url), `${JSON.stringify(sizes, null, 2)}\n`);
