import { findeChromium } from '@kim/infra/local/browser.ts';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

it('refuses a KIM_CHROMIUM that does not start instead of taking another one', async () => {
  vi.stubEnv('KIM_CHROMIUM', '/nicht/da/chromium');
  await expect(findeChromium()).rejects.toThrow(/KIM_CHROMIUM=\/nicht\/da\/chromium lässt sich nicht starten/);
});
