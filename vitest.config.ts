import { defineConfig } from 'vitest/config';

/** `unit` is part of the quick loop; the others need a database, a build or a browser. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}', 'db/**/*.test.ts'], exclude: ['packages/testing/**', '**/node_modules/**'], testTimeout: 30_000 } },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      { test: { name: 'db', include: ['tests/db/**/*.test.ts'], globalSetup: ['packages/testing/global-setup.ts'], testTimeout: 30_000, hookTimeout: 120_000, maxWorkers: 2, isolate: false } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 } },
      { test: { name: 'http', include: ['tests/http/**/*.test.ts'], globalSetup: ['tests/http/aufbau.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 } },
      { test: { name: 'infra', include: ['tests/infra/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 } },
    ],
  },
});
