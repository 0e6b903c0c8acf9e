import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const results = process.env['VITEST_RESULTS'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { include: ['test/**/*.test-d.ts'] },
    setupFiles: ['test/random-inputs.ts'],
    globalSetup: ['test/playground-server.ts'],
    // two more than by default: many tests wait for a browser, a database or another process
    maxWorkers: availableParallelism() + 1,
    // modules are loaded once a worker, not once a file: a sixth of the time
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    ...(results ? { reporters: ['default', 'json'], outputFile: { json: results } } : {}),
    coverage: {
      enabled: process.env['OGI_COVERAGE'] !== undefined,
      include: ['src/**/*.ts'],
      exclude: ['src/cli/index.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 98, functions: 98, branches: 88 },
    },
  },
});
