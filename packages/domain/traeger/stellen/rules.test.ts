import { describe, expect, test } from 'vitest';
import { besetztAm, hoechststand, ordneEin, pruefeBesetzung, quote, richtwertband, summiere } from './rules.ts';
import { besetzung, stelle } from './schema.ts';
import { warnungText } from './labels.ts';

describe('the guideline read linearly (I6)', () => {
  test.each([
    [50, 25, 30],
    [77, 38.5, 46.2],
    [100, 50, 60],
    [150, 75, 90],
    [200, 100, 120],
    [300, 150, 180],
  ])('%i hundredths of a post stand for %f to %f cases', (vzae, von, bis) => expect(richtwertband(vzae)).toEqual({ von, bis }));

  test.each([
    [24, 50, 'unter'], [25, 50, 'im'], [30, 50, 'im'], [31, 50, 'ueber'],
    // The paper compares 26 cases of Overath with 20–30 and calls it met; the linear reading does not (I7).
    [26, 77, 'unter'], [38, 77, 'unter'], [39, 77, 'im'], [46, 77, 'im'], [47, 77, 'ueber'],
    [0, 100, 'unter'], [10, 0, null],
  ])('%i cases on %i hundredths: %s', (faelle, vzae, erwartet) => expect(ordneEin(faelle, vzae)).toBe(erwartet));

  test.each([[48, 202, 19.2], [59, 191, 23.6], [1, 2, 33.3], [0, 5, 0], [0, 0, null]])('%i of Case Management beside %i of Kurzberatung: %s %%', (cm, kurz, erwartet) =>
    expect(quote(cm, kurz)).toBe(erwartet));
});

const a = (anteil: number, von: string, bis: string | null = null) => ({ anteil, von, bis });

describe('filled VZÄ', () => {
  test('counts the first and the last day', () => {
    const anteile = [a(50, '2026-02-01', '2026-02-28')];
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((tag) => besetztAm(anteile, tag))).toEqual([0, 50, 50, 0]);
  });

  test('its highest sum is found inside the period only', () => {
    const anteile = [a(50, '2026-01-01', '2026-06-30'), a(50, '2026-06-30'), a(100, '2027-01-01', '2027-12-31')];
    expect(hoechststand(anteile, { von: '2026-01-01', bis: '2026-12-31' })).toBe(100);
    expect(hoechststand(anteile, { von: '2026-07-01', bis: '2026-12-31' })).toBe(50);
    expect(hoechststand(anteile, { von: '2026-07-01', bis: null })).toBe(150);
    expect(hoechststand([], { von: '2026-07-01', bis: null })).toBe(0);
  });

  test('a vacancy on one post is not hidden by too many people on another', () => {
    const foerderung = { von: '2026-01-01', bis: null };
    const stellen = [
      { vzae: 100, foerderung, besetzungen: [a(100, '2026-01-01'), a(50, '2026-01-01')] },
      { vzae: 150, foerderung, besetzungen: [a(100, '2026-01-01')] },
      { vzae: 50, foerderung: { von: '2020-01-01', bis: '2025-12-31' }, besetzungen: [] },
    ];
    expect(summiere(stellen, '2026-11-22')).toEqual({ gefoerdert: 250, besetzt: 250, unbesetzt: 50 });
  });
});

describe('a Besetzung', () => {
  const lage = { vzae: 77, foerderung: { von: '2026-01-01', bis: '2026-12-31' }, aufDerStelle: [], derPerson: [] };
  test.each([
    ['fits', a(77, '2026-01-01', '2026-12-31'), {}, []],
    ['above the post', a(78, '2026-01-01', '2026-12-31'), {}, ['ueberbesetzt']],
    ['two people for one month of handover', a(77, '2026-06-01', '2026-12-31'), { aufDerStelle: [a(77, '2026-01-01', '2026-06-30')] }, ['ueberbesetzt']],
    ['one after the other', a(77, '2026-07-01', '2026-12-31'), { aufDerStelle: [a(77, '2026-01-01', '2026-06-30')] }, []],
    ['a person on two posts', a(50, '2026-01-01', '2026-12-31'), { derPerson: [a(60, '2026-01-01')] }, ['person_ueber_eins']],
    ['before the funding', a(50, '2025-12-01', '2026-12-31'), {}, ['ausserhalb_der_foerderung']],
    ['open end on a limited post', a(50, '2026-01-01'), {}, ['ausserhalb_der_foerderung']],
    ['everything at once', a(100, '2025-12-31'), { derPerson: [a(1, '2020-01-01')] }, ['ueberbesetzt', 'person_ueber_eins', 'ausserhalb_der_foerderung']],
  ])('%s', (_, neu, abweichung, erwartet) => {
    const warnungen = pruefeBesetzung(neu, { ...lage, ...abweichung });
    expect(warnungen.map(({ art }) => art)).toEqual(erwartet);
    expect(warnungen.every((warnung) => warnungText(warnung).length > 20)).toBe(true);
  });
});

const ID = '01900000-0000-7000-8000-000000000000';
const STELLE = { bezeichnung: 'Case Management', vzae: '0,77', vertragsart: 'weiterleitung', kommunen: ID, gefoerdertVon: '1.1.2026', gefoerdertBis: '' };
const BESETZUNG = { person: ID, anteil: '0,5', besetztVon: '01.02.2026' };
const fehlerVon = (ergebnis: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => ergebnis.error?.issues.map((meldung) => meldung.path.join('.')) ?? [];

describe('typed values', () => {
  test('become hundredths and ISO days', () => {
    expect(stelle.parse(STELLE)).toMatchObject({ vzae: 77, kommunen: [ID], gefoerdertVon: '2026-01-01', gefoerdertBis: null });
    expect(stelle.parse({ ...STELLE, vzae: '20', kommunen: [ID, ID] })).toMatchObject({ vzae: 2000, kommunen: [ID] });
    expect(besetzung.parse(BESETZUNG)).toMatchObject({ anteil: 50, besetztVon: '2026-02-01', besetztBis: null });
  });

  test.each([
    [{ vzae: '0' }, ['vzae']], [{ vzae: '20,01' }, ['vzae']], [{ vzae: '0.77' }, ['vzae']], [{ vzae: '-1' }, ['vzae']], [{ vzae: '0,775' }, ['vzae']], [{ vzae: 'viel' }, ['vzae']], [{ vzae: '' }, ['vzae']],
    [{ bezeichnung: ' ' }, ['bezeichnung']], [{ bezeichnung: 'x'.repeat(201) }, ['bezeichnung']], [{ vertragsart: 'mündlich' }, ['vertragsart']],
    [{ kommunen: undefined }, ['kommunen']], [{ kommunen: 'x' }, ['kommunen']], [{ gefoerdertVon: '31.02.2026' }, ['gefoerdertVon']], [{ gefoerdertVon: '01.01.0026' }, ['gefoerdertVon']],
    [{ gefoerdertBis: '31.12.2025' }, ['gefoerdertBis']], [{ vzae: '', gefoerdertBis: '31.12.2025' }, ['vzae', 'gefoerdertBis']], [{ gefoerdertBis: 'bald' }, ['gefoerdertBis']],
  ])('a Stelle refuses %j beside the field', (falsch, felder) => expect(fehlerVon(stelle.safeParse({ ...STELLE, ...falsch }))).toEqual(felder));

  test.each([
    [{ anteil: '1,01' }, ['anteil']], [{ anteil: '0,00' }, ['anteil']], [{ person: '' }, ['person']], [{ besetztVon: '' }, ['besetztVon']], [{ besetztBis: '31.01.2026' }, ['besetztBis']],
  ])('a Besetzung refuses %j beside the field', (falsch, felder) => expect(fehlerVon(besetzung.safeParse({ ...BESETZUNG, ...falsch }))).toEqual(felder));
});
