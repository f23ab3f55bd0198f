import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATENARTEN, ZWECKE } from '../einwilligungen/schema.ts';
import type { Datenart } from '../einwilligungen/schema.ts';
import { angehaltenDurch, brieftext, pruefeEntbindung } from './rules.ts';
import type { Entbindung } from './rules.ts';

const AM = '2026-11-23';
const entbindung = (mehr: Partial<Entbindung> = {}): Entbindung => ({
  id: 'e1', personId: 'p1', art: 'schweigepflichtentbindung', stand: 'erteilt', am: '2026-11-01', gueltigBis: null, widerrufenAm: null, angebotId: 'a1', zwecke: ['vermittlung'], datenarten: ['person', 'wohnen'], richtung: 'gegenseitig', ...mehr });
const frage = { angebotId: 'a1', zweck: 'vermittlung', datenarten: ['person'], am: AM } as const;

describe('whether something may be told (U8)', () => {
  test.each<[string, Partial<Entbindung>[], object]>([
    ['one that fits', [{}], { id: 'e1' }],
    ['none at all', [], { mangel: 'keine' }],
    ['for another recipient', [{ angebotId: 'a2' }], { mangel: 'keine' }],
    ['for a recipient that was only named', [{ angebotId: null }], { mangel: 'keine' }],
    ['another kind of paper', [{ art: 'einverstaendnis' }], { mangel: 'keine' }],
    ['refused', [{ stand: 'verweigert' }], { mangel: 'nicht_gueltig' }],
    ['revoked today', [{ stand: 'widerrufen', widerrufenAm: AM }], { mangel: 'nicht_gueltig' }],
    ['expired yesterday', [{ gueltigBis: '2026-11-22' }], { mangel: 'nicht_gueltig' }],
    ['ends today', [{ gueltigBis: AM }], { id: 'e1' }],
    ['given tomorrow', [{ am: '2026-11-24' }], { mangel: 'nicht_gueltig' }],
    ['the other direction', [{ richtung: 'von_empfaenger' }], { mangel: 'richtung' }],
    ['another purpose', [{ zwecke: ['fallkonferenz'] }], { mangel: 'zweck' }],
    ['another kind of data', [{ datenarten: ['wohnen'] }], { mangel: 'datenarten' }],
    ['two halves are no whole', [{ zwecke: ['fallkonferenz'] }, { id: 'e2', datenarten: ['wohnen'] }], { mangel: 'datenarten' }],
    ['the second one fits', [{ gueltigBis: '2026-11-22' }, { id: 'e2' }], { id: 'e2' }],
  ])('%s', (_, lagen, erwartet) => expect(pruefeEntbindung(lagen.map(entbindung), frage)).toEqual(erwartet));
});

describe('the letter', () => {
  const angaben = { person: ['GEHEIM-person'], aufenthalt: ['GEHEIM-aufenthalt'], leistungen: ['GEHEIM-leistungen'], ziele: ['GEHEIM-ziele'] };
  const brief = (datenarten: readonly Datenart[]) => brieftext({ traeger: 'Gemeinde', fachkraft: 'F', stelle: 'Jobcenter', am: AM, zweck: 'Vermittlung', datenarten, angaben, mitteilung: 'Bitte um Termin.' });

  test('holds what was typed, and of the record approved kinds alone', () => {
    fc.assert(fc.property(fc.subarray([...DATENARTEN]), (erlaubt) => {
      const text = brief(erlaubt);
      expect(text).toContain('Bitte um Termin.');
      for (const art of Object.keys(angaben)) expect(text.includes(`GEHEIM-${art}`)).toBe((erlaubt as string[]).includes(art));
    }));
  });
});

test('every purpose can be a reason to tell something', () => {
  for (const zweck of ZWECKE) expect(pruefeEntbindung([entbindung({ zwecke: [zweck] })], { ...frage, zweck })).toEqual({ id: 'e1' });
});

describe('what stops with a revoked Schweigepflichtentbindung (R61 b)', () => {
  const vermittlung = (id: string, mehr: object = {}) => ({ id, angebotId: 'a1', personId: 'p1' as string | null, stand: 'angebunden' as const, ...mehr });
  const haelt = (widerrufene: Partial<Entbindung>, alle: Partial<Entbindung>[] = []) =>
    angehaltenDurch([vermittlung('v1'), vermittlung('haushalt', { personId: null }), vermittlung('andere Person', { personId: 'p2' }), vermittlung('andere Stelle', { angebotId: 'a2' }), vermittlung('vorbei', { stand: 'beendet' })],
      entbindung(widerrufene), [entbindung(widerrufene), ...alle.map(entbindung)], AM).map(({ id }) => id);

  test.each<[string, Partial<Entbindung>, Partial<Entbindung>[], string[]]>([
    ['open referrals of the person and of the household to that place', {}, [], ['v1', 'haushalt']],
    ['none where she gave another one that holds', {}, [{ id: 'e2' }], []],
    ['all the same where the other one has expired', {}, [{ id: 'e2', gueltigBis: '2026-11-22' }], ['v1', 'haushalt']],
    ['all the same where the other one is for another place, or by another person', {}, [{ id: 'e2', angebotId: 'a2' }, { id: 'e3', personId: 'p2' }], ['v1', 'haushalt']],
    ['none where the recipient is in no directory', { angebotId: null }, [], []],
    ['none with another paper', { art: 'einverstaendnis' }, [], []],
  ])('%s', (_, widerrufene, alle, ids) => expect(haelt(widerrufene, alle)).toEqual(ids));
});
