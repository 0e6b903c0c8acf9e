import { existsSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import packageJson from './package.json' with { type: 'json' };

/** What package.json promises is what gets built: every export, from the index of the folder of the same name. */
const entries = Object.fromEntries(
  Object.values(packageJson.exports).flatMap((conditions) => {
    if (typeof conditions === 'string') return [];
    const name = conditions.import.default.replace(/^\.\/dist\/|\.js$/g, '');
    return [[name, sourceOf(name)]];
  }),
);

function sourceOf(name: string): string {
  const places = [`src/${name}.ts`, `src/${name}/index.ts`, `src/formats/${name}/index.ts`];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`Nothing to build dist/${name}.js from: expected one of ${places.join(', ')}`);
  return found;
}

const shared: Options = { target: 'es2022', clean: false, treeshake: true };

/** What worker threads run: an ES module, which CommonJS starts as well, beside itself (hence `shims`). */
const worker = { 'many-worker': 'src/many/worker-entry.ts' };

/** Dependencies that are ES modules only: put into the CommonJS files, which older Node 20 could not load otherwise. */
const modulesOnly = ['parse5', 'entities', 'hucre'];

const library: Options = { ...shared, entry: entries, dts: true, platform: 'neutral', splitting: true };

export default defineConfig([
  { ...library, entry: { ...entries, ...worker }, dts: { entry: entries }, format: 'esm' },
  {
    ...library,
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
