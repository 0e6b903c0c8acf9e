import { defineConfig } from 'vitest/config';

const results = process.env['VITEST_RESULTS'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { include: ['test/**/*.test-d.ts'] },
    testTimeout: 120_000,
    ...(results ? { reporters: ['default', 'json'], outputFile: { json: results } } : {}),
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/cli.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 98, functions: 98, branches: 88 },
    },
  },
});
