import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { entries } from '../.ci/entries.js';
import sizes from '../.ci/sizes.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Leaves out what is only loaded when it is needed. */
const loadedLater: Plugin = {
  name: 'loaded later',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** The files of which a bundle keeps something that is loaded at once. */
async function filesIn(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    plugins: [loadedLater],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

/** What is no part of the core. */
const OUTSIDE = /^src\/(?:reading|formats|charts|summary|results|many|compare|sql|cli|testing)\//;

describe('a bundler keeps what is imported and no more', () => {
  test('the check comes without readers, renderers, results and zod', async () => {
    const files = await filesIn("export { checkReport, startChecking } from './src/index.ts'");
    expect(files).toContain('src/rules/arithmetic.ts');
    expect(files.filter((file) => OUTSIDE.test(file))).toEqual([]);
    expect(files.filter((file) => /node_modules\/(?!date-fns\/)/.test(file))).toEqual([]);
  });

  test('reading and rendering load the format when it is needed', async () => {
    const files = await filesIn("export { readReport, renderReport } from './src/index.ts'");
    expect(files.sort()).toEqual(['src/read-report.ts', 'src/render-report.ts']);
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
  });

  test('the whole core has of the formats what renderers of your own start from', async () => {
    const files = await filesIn("export * from './src/index.ts'");
    expect(files.filter((file) => OUTSIDE.test(file)).sort()).toEqual([
      'src/formats/document.ts',
      'src/formats/html/escape-html.ts',
      'src/formats/legal-text.ts',
      'src/formats/must-be-renderable.ts',
      'src/formats/renderer.ts',
      'src/formats/standard-preamble.ts',
    ]);
  });

  test('a label of the form comes without the rules', async () => {
    const files = await filesIn("export { form2021 } from './src/index.ts'");
    expect(files.filter((file) => file.startsWith('src/')).sort()).toEqual([
      'src/form/2021.ts',
      'src/form/shared-tables.ts',
      'src/form/vocabulary.ts',
    ]);
  });
});

test('every subpath has a limit, a twentieth above its recorded size', async () => {
  const config: string = '../.ci/size-limit.js';
  const { default: limits } = (await import(config)) as { default: { name: string; limit: string }[] };
  const names = limits.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(entries.map(({ module }) => module)));
  expect(names).toEqual(Object.keys(sizes));
  for (const { name, limit } of limits) {
    const recorded = sizes[name as keyof typeof sizes];
    expect(Number.parseInt(limit, 10) / recorded, name).toBeCloseTo(1.05, 3);
  }
});
