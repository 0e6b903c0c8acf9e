import { defineConfig, type Options } from 'tsup';
import packageJson from './package.json' with { type: 'json' };

/** What package.json promises is what gets built: every export, from the source file of the same name. */
const entries = Object.values(packageJson.exports).flatMap((conditions) =>
  typeof conditions === 'string' ? [] : [sourceOf(conditions.import.default)],
);

function sourceOf(built: string): string {
  return built.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
}

const shared: Options = { target: 'es2022', clean: false, treeshake: true };

/** What worker threads run: an ES module, which CommonJS starts as well, beside itself (hence `shims`). */
const worker = 'src/many-worker.ts';

/** Dependencies that are ES modules only: put into the CommonJS files, which older Node 20 could not load otherwise. */
const modulesOnly = ['parse5', 'entities', 'hucre'];

const library: Options = { ...shared, entry: entries, dts: true, platform: 'neutral', splitting: true };

export default defineConfig([
  { ...library, entry: [...entries, worker], dts: { entry: entries }, format: 'esm' },
  {
    ...library,
    format: 'cjs',
    shims: true,
    noExternal: modulesOnly.map((name) => new RegExp(`^${name}(?:/|$)`)),
  },
  {
    ...shared,
    entry: Object.values(packageJson.bin).map(sourceOf),
    format: 'esm',
    platform: 'node',
    splitting: false,
  },
]);
