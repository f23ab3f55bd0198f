import { describe, expect, test } from 'vitest';
import type { Klasse } from '../faelle/schema.ts';
import { ABSCHLUSSGRUND } from './labels.ts';
import { aufbewahrtBis, endetFruehestens, ergebnisVon, gruendeFuer, phaseNachWiederaufnahme, stopptMit } from './rules.ts';
import type { Grund } from './rules.ts';
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

test.each([['kurzberatung', '2026-01-01', '2028-12-31'], ['verweis', '2026-12-31', '2028-12-31'], ['case_management', '2026-06-30', '2029-12-31']] as const)('a %s that ended on %s is kept until %s', (klasse, am, bis) =>
  expect(aufbewahrtBis(klasse, am)).toBe(bis));

test.each([['2026-01-01', null, '2026-01-01'], ['2026-01-01', '2026-03-01', '2026-03-01'], ['2026-01-01', '2025-12-01', '2026-01-01']])(
  'opened %s, last Kontakt %s: ends from %s on', (eroeffnet, kontakt, tag) => expect(endetFruehestens(eroeffnet, kontakt)).toBe(tag));

test('a reopened Case Management goes on where it was, everything else is cleared anew', () => {
  expect([phaseNachWiederaufnahme('case_management', 'linking'), phaseNachWiederaufnahme('kurzberatung', null), phaseNachWiederaufnahme('verweis', null)]).toEqual(['linking', 'klaerung', 'klaerung']);
});
