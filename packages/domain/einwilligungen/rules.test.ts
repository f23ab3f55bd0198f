import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bleibtGestoppt, nochGueltig, standVon, stoppt, unterlagenVon, widerspruchZu, WIDERRUFSFOLGE } from './rules.ts';
import type { Einwilligungslage, Erklaerung, Unterlagenstand } from './rules.ts';
import { EINWILLIGUNGSARTEN } from './schema.ts';

const TAG = '2026-11-22';
const lage = (mehr: Partial<Einwilligungslage> = {}): Einwilligungslage =>
  ({ id: '1', art: 'datenschutzvereinbarung', stand: 'erteilt', am: '2026-11-01', gueltigBis: null, widerrufenAm: null, ...mehr });
const widerruf = (am: string, mehr: Partial<Einwilligungslage> = {}) => lage({ stand: 'widerrufen', widerrufenAm: am, ...mehr });
const stelle = (mehr: Partial<Einwilligungslage>) => lage({ art: 'schweigepflichtentbindung', ...mehr });

test.each<[string, Einwilligungslage, boolean]>([
  ['given before', lage(), true],
  ['given today', lage({ am: TAG }), true],
  ['given tomorrow', lage({ am: '2026-11-23' }), false],
  ['refused', lage({ stand: 'verweigert' }), false],
  ['valid until today', lage({ gueltigBis: TAG }), true],
  ['valid until yesterday', lage({ gueltigBis: '2026-11-21' }), false],
  ['revoked today', widerruf(TAG), false],
  ['revoked tomorrow, seen from today', widerruf('2026-11-23'), true],
])('a consent %s holds: %#', (_, eine, erwartet) => expect(nochGueltig(eine, TAG)).toBe(erwartet));

describe('the state of one kind', () => {
  test.each<[string, Einwilligungslage[], Unterlagenstand]>([
    ['nothing recorded', [], 'fehlt'],
    ['given', [lage()], 'liegt_vor'],
    ['refused', [lage({ stand: 'verweigert' })], 'verweigert'],
    ['refused, then given', [lage({ stand: 'verweigert' }), lage({ id: '2', am: '2026-11-02' })], 'liegt_vor'],
    ['given, then refused anew', [lage(), lage({ id: '2', am: '2026-11-02', stand: 'verweigert' })], 'verweigert'],
    ['revoked', [widerruf('2026-11-10')], 'widerrufen'],
    ['revoked, then given anew', [widerruf('2026-11-10'), lage({ id: '2', am: '2026-11-11' })], 'liegt_vor'],
    ['revoked and given anew on one day', [widerruf('2026-11-10'), lage({ id: '2', am: '2026-11-10' })], 'liegt_vor'],
    ['an older one revoked after a newer one was given', [widerruf('2026-11-10'), lage({ id: '2', am: '2026-11-05' })], 'widerrufen'],
    ['expired', [lage({ gueltigBis: '2026-11-21' })], 'abgelaufen'],
    ['given tomorrow', [lage({ am: '2026-11-23' })], 'fehlt'],
    ['one Stelle revoked, another valid', [stelle({}), stelle({ id: '2', stand: 'widerrufen', widerrufenAm: '2026-11-20' })], 'liegt_vor'],
    ['one Stelle expired, another refused later', [stelle({ gueltigBis: '2026-11-02' }), stelle({ id: '2', stand: 'verweigert', am: '2026-11-05' })], 'verweigert'],
  ])('%s', (_, eintraege, erwartet) => {
    expect(standVon(eintraege, TAG)).toBe(erwartet);
    expect(standVon(eintraege.toReversed(), TAG)).toBe(erwartet);
  });
});

test('a kind never speaks for another', () => {
  expect(unterlagenVon([lage()], TAG)).toEqual({ datenschutzvereinbarung: 'liegt_vor', datenschutzerklaerung: 'fehlt', schweigepflichtentbindung: 'fehlt', einverstaendnis: 'fehlt' });
});

const PERSON = 'a';
const von = (person: string, eine: Einwilligungslage) => ({ ...eine, personId: person });

test.each<[string, ReturnType<typeof von>[], Partial<Erklaerung>, string | null]>([
  ['nothing before', [], {}, null],
  ['a revocation before that day', [von(PERSON, widerruf('2026-11-10'))], { am: '2026-11-11' }, null],
  ['a revocation on that day', [von(PERSON, widerruf('2026-11-10'))], { am: '2026-11-10' }, null],
  ['a later revocation', [von(PERSON, widerruf('2026-11-10'))], { am: '2026-11-09' }, '2026-11-10'],
  ['a later refusal of hers', [von(PERSON, widerruf('2026-11-10'))], { am: '2026-11-09', entscheidung: 'verweigert' }, null],
  ['another person’s', [von('b', widerruf('2026-11-10'))], { am: '2026-11-09' }, null],
  ['of the Datenschutzerklärung, which it lifts too', [von(PERSON, widerruf('2026-11-10', { art: 'datenschutzerklaerung' }))], { am: '2026-11-09' }, '2026-11-10'],
  ['of another kind', [von(PERSON, widerruf('2026-11-10', { art: 'einverstaendnis' }))], { am: '2026-11-09' }, null],
  ['of another Stelle', [von(PERSON, widerruf('2026-11-10', { art: 'schweigepflichtentbindung' }))], { am: '2026-11-09', art: 'schweigepflichtentbindung' }, null],
])('a new consent against %s', (_, bisher, neue, tag) =>
  expect(widerspruchZu(bisher, { art: 'datenschutzvereinbarung', person: PERSON, am: TAG, entscheidung: 'erteilt', ...neue })).toBe(tag));

test.each<[string, ReturnType<typeof von>[], boolean]>([
  ['her own revocation', [von(PERSON, widerruf('2026-11-10'))], false],
  ['her own of both papers', [von(PERSON, widerruf('2026-11-10')), von(PERSON, widerruf('2026-11-12', { art: 'datenschutzerklaerung' }))], false],
  ['another person’s too', [von(PERSON, widerruf('2026-11-10')), von('b', widerruf('2026-11-12'))], true],
  ['another person’s, who agreed anew', [von('b', widerruf('2026-11-12')), von('b', lage({ am: '2026-11-13' }))], false],
  ['a Schweigepflichtentbindung', [von('b', stelle({ stand: 'widerrufen', widerrufenAm: '2026-11-12' }))], false],
])('agreeing anew after %s', (_, bisher, bleibt) => expect(bleibtGestoppt(bisher, { personId: PERSON, am: TAG })).toBe(bleibt));

test.each(EINWILLIGUNGSARTEN)('what the revocation of %s stops is what is said before', (art) =>
  expect(WIDERRUFSFOLGE[art] === 'erfassen_endet').toBe(stoppt(art)));

test('„liegt vor“ needs a consent that holds, in any history', () => {
  const tag = fc.integer({ min: 1, max: 28 }).map((t) => `2026-11-${String(t).padStart(2, '0')}`);
  const eine = fc.record({ id: fc.uuid(), art: fc.constantFrom(...EINWILLIGUNGSARTEN), am: tag, bis: fc.option(tag), aus: fc.option(tag), nein: fc.boolean() })
    .map(({ id, art, am, bis, aus, nein }) => lage({ id, art, am, gueltigBis: bis && bis >= am ? bis : null, ...(nein ? { stand: 'verweigert' } : aus && aus >= am ? { stand: 'widerrufen', widerrufenAm: aus } : {}) }));
  fc.assert(fc.property(fc.array(eine, { maxLength: 6 }), tag, (eintraege, heute) => {
    const unterlagen = unterlagenVon(eintraege, heute);
    for (const art of EINWILLIGUNGSARTEN) {
      if (unterlagen[art] === 'liegt_vor') expect(eintraege.some((e) => e.art === art && nochGueltig(e, heute))).toBe(true);
    }
  }));
});
