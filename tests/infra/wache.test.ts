import { computePause, keepLaufend, type Laufend } from '@kim/infra/local/wache.ts';
import { expect, it, vi } from 'vitest';

type Probe = Laufend & { die: () => void; gestoppt: () => boolean };

function makeProbe(): Probe {
  let die = () => {};
  let gestoppt = false;
  const beendet = new Promise<void>((ende) => (die = ende));
  return { beendet, die: () => die(), gestoppt: () => gestoppt, stop: async () => void ((gestoppt = true), die()) };
}

vi.spyOn(console, 'error').mockImplementation(() => undefined);

it('starts again what ended by itself, also when the restart fails at first', async () => {
  const erster = makeProbe();
  const zweiter = makeProbe();
  const restart = vi.fn<() => Promise<Laufend>>().mockRejectedValueOnce(new Error('noch nicht')).mockResolvedValue(zweiter);
  const wache = keepLaufend('Die Probe', erster, restart);
  erster.die();
  await vi.waitFor(() => expect(restart).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  await wache.stop();
  expect(zweiter.gestoppt()).toBe(true);
}, 30_000);

it('leaves alone what was stopped', async () => {
  const erster = makeProbe();
  const restart = vi.fn<() => Promise<Laufend>>();
  await keepLaufend('Die Probe', erster, restart).stop();
  expect(erster.gestoppt()).toBe(true);
  expect(restart).not.toHaveBeenCalled();
});

it('also stops what a restart under way brings up', async () => {
  const erster = makeProbe();
  const zweiter = makeProbe();
  let bring: (laufend: Laufend) => void = () => {};
  const restart = vi.fn(() => new Promise<Laufend>((fertig) => (bring = fertig)));
  const wache = keepLaufend('Die Probe', erster, restart);
  erster.die();
  await vi.waitFor(() => expect(restart).toHaveBeenCalled(), { timeout: 20_000 });
  const ende = wache.stop();
  bring(zweiter);
  await ende;
  expect(zweiter.gestoppt()).toBe(true);
}, 30_000);

it('waits longer after each failure, within a limit', () => {
  expect([1, 2, 3, 50].map(computePause)).toEqual([500, 1000, 2000, 15_000]);
});
