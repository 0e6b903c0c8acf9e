import { defineConfig, type Options } from 'tsup';
import { entries, sourceOf } from './.ci/entries.js';

/** What package.json promises is what gets built. */
const library = Object.fromEntries(entries.map(({ name, source }) => [name, source]));

/** What .ci/declarations.js wrote for each of them. */
const declarations = Object.fromEntries(
  entries.map(({ name, source }) => [name, source.replace(/^src(.*)\.ts$/, 'out/declarations$1.d.ts')]),
);

/** Chinese as it is: escaped, every character would be six. */
const esbuildOptions: Options['esbuildOptions'] = (options) => {
  options.charset = 'utf8';
};

const shared: Options = { target: 'es2022', clean: false, treeshake: true, esbuildOptions };

/** What worker threads run: an ES module, which CommonJS starts as well, beside itself (hence `shims`). */
const worker = { 'many-worker': 'src/many/worker-entry.ts' };

/** Dependencies that are ES modules only: put into the CommonJS files, which older Node 20 could not load otherwise. */
const modulesOnly = ['parse5', 'entities', 'hucre'];

const both: Options = { ...shared, entry: library, platform: 'neutral', splitting: true };

export default defineConfig([
  { ...both, entry: { ...library, ...worker }, dts: { entry: declarations }, format: 'esm' },
  {
    ...both,
    format: 'cjs',
    shims: true,
    noExternal: modulesOnly.map((name) => new RegExp(`^${name}(?:/|$)`)),
  },
  {
    ...shared,
    entry: { cli: sourceOf('cli') },
    format: 'esm',
    platform: 'node',
    splitting: false,
  },
]);
