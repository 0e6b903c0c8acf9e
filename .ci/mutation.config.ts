import { defineConfig } from 'vitest/config';

/** The tests that mutants of the rules are run against: without the slow property tests. */
export default defineConfig({
  test: {
    include: ['check', 'pack', 'diagnose', 'conformance', 'fee-tariff', 'form', 'messages'].map(
      (name) => `test/${name}.test.ts`,
    ),
    testTimeout: 30_000,
  },
});
