import { describe, expect, test } from 'vitest';
import type { Klasse } from '../faelle/schema.ts';
import { ABSCHLUSSGRUND } from './labels.ts';
import { aufbewahrtBis, endetFrueh, endetFruehestens, ergebnisVon, gruendeFuer, phaseNachWiederaufnahme, stopptMit } from './rules.ts';
import type { Grund, Ruhelage } from './rules.ts';
import { fallabschluss } from './schema.ts';

const gruende = Object.keys(ABSCHLUSSGRUND) as Grund[];
const nachBuchstabe = (r61?: string) => gruende.filter((grund) => ('r61' in ABSCHLUSSGRUND[grund] ? ABSCHLUSSGRUND[grund].r61 : undefined) === r61);

describe('the reasons', () => {
  test('are those of the paper and those that it forgot', () => {
    expect([nachBuchstabe('a'), nachBuchstabe('b'), nachBuchstabe('c'), nachBuchstabe()]).toEqual([
      ['termine', 'vereinbarungen'], ['widerruf'], ['umzug', 'abschiebung', 'ausreise', 'todesfall'], ['ziele_erreicht', 'beratung_abgeschlossen', 'regeldienst', 'wunsch']]);
  });

  test('a revocation alone stops the recording', () => expect(gruende.filter(stopptMit)).toEqual(['widerruf']));

  test('a Case Management does not end as a Kurzberatung does', () => {
    expect(gruende.filter((grund) => !gruendeFuer('case_management').includes(grund))).toEqual(['beratung_abgeschlossen', 'regeldienst']);
    expect(gruendeFuer('kurzberatung')).toEqual(gruende);
  });

  test.each(['leistungswechsel', 'volljaehrig', 'aufenthaltswechsel', ''])('„%s“ is none (R27)', (grund) => {
    expect(fallabschluss.safeParse({ am: '2026-01-01', grund, durch: 'beide' }).error?.issues[0]?.path).toEqual(['grund']);
  });
});

describe('the outcome', () => {
  test.each<[Klasse, Grund, 'teilweise' | null, string | null]>([
    ['kurzberatung', 'beratung_abgeschlossen', null, 'bearbeitet'],
    ['kurzberatung', 'regeldienst', 'offen' as never, 'verwiesen'],
    ['kurzberatung', 'umzug', null, 'fehlt'],
    ['kurzberatung', 'umzug', 'teilweise', 'teilweise'],
    ['verweis', 'umzug', null, null],
    ['case_management', 'umzug', 'teilweise', null],
  ])('of a %s that ends by %s, chosen %s: %s', (klasse, grund, gewaehlt, erwartet) => expect(ergebnisVon(klasse, grund, gewaehlt)).toBe(erwartet));
});

describe('the retention clock', () => {
  test.each<[Klasse, Ruhelage, string | null]>([
    ['kurzberatung', { beendetAm: '2026-01-01', gestopptAm: null }, '2028-12-31'],
    ['verweis', { beendetAm: '2026-12-31', gestopptAm: null }, '2028-12-31'],
    ['case_management', { beendetAm: '2026-06-30', gestopptAm: null }, '2029-12-31'],
    ['case_management', { beendetAm: null, gestopptAm: '2025-12-31' }, '2028-12-31'],
    ['kurzberatung', { beendetAm: '2026-01-01', gestopptAm: '2025-12-31' }, '2027-12-31'],
    ['kurzberatung', { beendetAm: '2025-12-31', gestopptAm: '2026-01-01' }, '2027-12-31'],
    ['kurzberatung', { beendetAm: null, gestopptAm: null }, null],
  ])('of a %s in %o runs until %s', (klasse, lage, bis) => expect(aufbewahrtBis(klasse, lage)).toBe(bis));
});

test.each([['kurzberatung', 1, true], ['kurzberatung', 2, false], ['verweis', 1, false], ['case_management', 0, false]] as const)('a %s with %i consultations ends early: %s', (klasse, beratungen, frueh) =>
  expect(endetFrueh(klasse, beratungen)).toBe(frueh));

test.each([['2026-01-01', null, '2026-01-01'], ['2026-01-01', '2026-03-01', '2026-03-01'], ['2026-01-01', '2025-12-01', '2026-01-01']])(
  'opened %s, last Kontakt %s: ends from %s on', (eroeffnet, kontakt, tag) => expect(endetFruehestens(eroeffnet, kontakt)).toBe(tag));

test('a reopened Case Management goes on where it was, everything else is cleared anew', () => {
  expect([phaseNachWiederaufnahme('case_management', 'linking'), phaseNachWiederaufnahme('kurzberatung', null), phaseNachWiederaufnahme('verweis', null)]).toEqual(['linking', 'klaerung', 'klaerung']);
});
