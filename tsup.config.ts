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

export default defineConfig([
  { ...shared, entry: entries, format: ['esm', 'cjs'], dts: true, platform: 'neutral', splitting: true },
  {
    ...shared,
    entry: Object.values(packageJson.bin).map(sourceOf),
    format: 'esm',
    platform: 'node',
    splitting: false,
  },
]);
