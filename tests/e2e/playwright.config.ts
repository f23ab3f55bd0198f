import { defineConfig } from '@playwright/test';

const start = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The same journeys on a desk and a phone. The product is started once. */
export default defineConfig({
  testDir: '.',
  globalSetup: './aufbau.ts',
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: { locale: 'de-DE', actionTimeout: 60_000, launchOptions: { executablePath: process.env['KIM_CHROMIUM'] ?? '/usr/bin/chromium', args: start } },
  projects: [
    { name: 'schreibtisch', use: { viewport: { width: 1280, height: 900 } } },
    { name: 'telefon', testIgnore: 'tastatur.spec.ts', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'ohne-javascript', testIgnore: 'tastatur.spec.ts', use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false } },
  ],
});
