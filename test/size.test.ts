import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files of which a bundle keeps something. */
async function filesIn(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

describe('a bundler keeps what is imported and no more', () => {
  test('the check comes without readers, renderers, results and zod', async () => {
    const files = await filesIn("export { checkReport, startChecking } from './src/index.ts'");
    expect(files).toContain('src/rules/arithmetic.ts');
    expect(files.filter((file) => /^src\/(?:reading|formats|charts|summary|results|many|cli|testing)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /node_modules\/(?!date-fns\/)/.test(file))).toEqual([]);
  });

  test('of date-fns, which has hundreds of files, a few are kept', async () => {
    const files = await filesIn("export * from './src/index.ts'");
    const ofDateFns = files.filter((file) => file.includes('node_modules/date-fns/'));
    expect(ofDateFns.length).toBeGreaterThan(0);
    expect(ofDateFns.length).toBeLessThan(15);
  });

  test("of zod's languages only the one that zod itself starts with is kept", async () => {
    const files = await filesIn("export * from './src/index.ts'");
    expect(files.filter((file) => file.includes('zod/v4/locales/'))).toEqual([
      'node_modules/zod/v4/locales/en.js',
    ]);
    expect(files.filter((file) => /^src\/(?:reading|formats|charts|summary|results|many|cli|testing)\//.test(file))).toEqual([]);
  });

  test('a label of the form comes without the rules', async () => {
    const files = await filesIn("export { form2021 } from './src/index.ts'");
    expect(files.filter((file) => file.startsWith('src/')).sort()).toEqual([
      'src/form/2021.ts',
      'src/form/vocabulary.ts',
    ]);
  });
});

test('every subpath has a limit', async () => {
  const config: string = '../.size-limit.js';
  const { default: limits } = (await import(config)) as { default: { name: string; limit: string }[] };
  const subpaths = Object.entries(packageJson.exports).filter(([, to]) => typeof to !== 'string');
  const names = limits.map(({ name }) => name);
  for (const [name] of subpaths) expect(names).toContain(name.replace('.', packageJson.name));
  for (const { limit } of limits) expect(limit).toMatch(/^[\d.]+ kB$/);
});
