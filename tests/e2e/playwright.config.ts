import { defineConfig } from '@playwright/test';

const start = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * The journeys at a desk and without JavaScript; on a phone the two of every day (at a desk the keyboard walks them), and every page. The product is started once;
 * the phone comes first, because its tour looks at the demo as it is delivered. Without JavaScript the vignettes
 * go through plan and Linking once.
 */
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
    { name: 'telefon', grep: /@telefon/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'schreibtisch', grepInvert: /@telefon/, use: { viewport: { width: 1280, height: 900 } } },
    { name: 'ohne-javascript', testIgnore: ['tastatur.spec.ts', 'rundgang.spec.ts', 'linking.spec.ts', 'serviceplanung.spec.ts'], use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false } },
  ],
});
