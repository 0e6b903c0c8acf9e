// How large what people import is, minified and compressed with Brotli, and what it is made of.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadedLater } from '../.ci/size-limit.js';

const root = new URL('..', import.meta.url);
const sizeLimit = fileURLToPath(new URL('node_modules/size-limit/bin.js', root));

/** What the core is made of, by files; the first that fits counts. */
const parts = {
  'zod: JSON Schema': /node_modules\/zod\/.*json-schema/,
  'zod: messages in English': /node_modules\/zod\/v4\/locales\//,
  'zod: all else': /node_modules\/zod\//,
  'date-fns': /node_modules\/date-fns\//,
  'the forms': /src\/form\/20\d\d/,
  'the rules, each with its texts in both languages': /src\/rules\/(?!statements\/)/,
  'statements in prose and their phrases': /src\/rules\/statements\//,
  'diagnosis of wrong cells': /src\/diagnosis\//,
  'parsing and its messages, who reports': /src\/report\//,
  'checking, rule packs': /src\/check\//,
  'the frame of reading': /src\/reading\//,
};

const imports = {
  '`import *`': "export * from './src/index.ts'",
  '`import { checkReport }`': "export { checkReport } from './src/index.ts'",
};

export async function size() {
  const measured = JSON.parse(
    execFileSync(process.execPath, [sizeLimit, '--json', '--config', '.ci/size-limit.js'], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    }),
  );
  const made = await Promise.all(Object.values(imports).map(partsOf));
  const names = [...Object.keys(parts), 'all else'];
  return {
    title: 'Size',
    notes: [
      'A subpath is measured with everything it exports, without dependencies; what is shared between subpaths is counted in each.',
    ],
    tables: [
      {
        caption: 'Minified and compressed with Brotli',
        columns: ['', 'kB'],
        rows: measured.map(({ name, size: bytes }) => [name, bytes / 1000]),
      },
      {
        caption: 'What the core is made of: kB minified, before compression',
        columns: ['', ...Object.keys(imports)],
        rows: names.map((name) => [name, ...made.map((of) => (of[name] ?? 0) / 1000)]),
      },
    ],
  };
}

async function partsOf(contents) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(root), loader: 'ts' },
    absWorkingDir: fileURLToPath(root),
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [loadedLater],
  });
  const bytes = {};
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [name = 'all else'] = Object.entries(parts).find(([, pattern]) => pattern.test(file)) ?? [];
      bytes[name] = (bytes[name] ?? 0) + bytesInOutput;
    }
  }
  return bytes;
}
