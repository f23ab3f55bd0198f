import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unterlagen } from '../einwilligungen/rules.ts';
import { KLASSEN } from '../faelle/schema.ts';
import { erfuellteKriterien, fehlendeUnterlagen, maengel, neupruefung, schritte, weichtAb } from './rules.ts';
import type { Entscheidungslage, Verlaufslage } from './rules.ts';
import { kriterienpruefung } from './schema.ts';
import type { Pruefungseingabe } from './schema.ts';

const K5 = { schwelle: 3, kriterien: ['k1', 'k2', 'k3', 'k4', 'k5'].map((schluessel) => ({ schluessel, titel: schluessel, erlaeuterung: '' })) };
const ALLE_DA: Unterlagen = { datenschutzvereinbarung: 'liegt_vor', datenschutzerklaerung: 'liegt_vor', schweigepflichtentbindung: 'liegt_vor', einverstaendnis: 'liegt_vor' };
const lage = (mehr: Partial<Entscheidungslage> = {}): Entscheidungslage => ({ katalog: K5, unterlagen: ALLE_DA, erstgespraech: true, kernkriteriumBekannt: true, ...mehr });

/** The first `ja` criteria answered with yes, all with reasons. */
const antworten = (ja: number) => ({
  antwort: Object.fromEntries(K5.kriterien.map(({ schluessel }, i) => [schluessel, i < ja ? 'ja' : 'nein'])) as Pruefungseingabe['antwort'],
  grund: Object.fromEntries(K5.kriterien.map(({ schluessel }) => [schluessel, 'Grund'])),
});
const eingabe = (ja: number, mehr: Partial<Pruefungseingabe> = {}): Pruefungseingabe =>
  ({ katalogId: '', ...antworten(ja), entscheidung: 'case_management', abweichung: '', unterlagen: '', kernkriterium: '', ...mehr });

describe('what a decision lacks', () => {
  test.each<[string, Partial<Entscheidungslage>, Pruefungseingabe, string[]]>([
    ['three of five, all papers', {}, eingabe(3), []],
    ['two of five', {}, eingabe(2), ['abweichung_fehlt']],
    ['two of five with an override', {}, eingabe(2, { abweichung: 'Akut' }), []],
    ['five of five without Einverständnis', { unterlagen: { ...ALLE_DA, einverstaendnis: 'fehlt' } }, eingabe(5, { abweichung: 'x', unterlagen: 'x' }), ['einverstaendnis_fehlt']],
    ['a revoked Einverständnis', { unterlagen: { ...ALLE_DA, einverstaendnis: 'widerrufen' } }, eingabe(5), ['einverstaendnis_fehlt']],
    ['a missing paper', { unterlagen: { ...ALLE_DA, datenschutzerklaerung: 'fehlt' } }, eingabe(5), ['unterlagen_begruenden']],
    ['a missing paper with its reason', { unterlagen: { ...ALLE_DA, datenschutzerklaerung: 'fehlt' } }, eingabe(5, { unterlagen: 'Übersetzung fehlt' }), []],
    ['no Erstgespräch', { erstgespraech: false }, eingabe(5), ['unterlagen_begruenden']],
    ['an unknown Kernkriterium', { kernkriteriumBekannt: false }, eingabe(3), ['kernkriterium_fehlt']],
    ['a yes and a no without a reason', {}, eingabe(3, { grund: { k1: 'a', k2: 'b', k4: 'd' } }), ['grund_fehlt', 'grund_fehlt']],
    ['an unanswered criterion', {}, eingabe(3, { antwort: { k1: 'ja', k2: 'ja', k3: 'ja', k4: 'nein' } }), ['antwort_fehlt']],
    ['a Kurzberatung without any paper', { unterlagen: { ...ALLE_DA, einverstaendnis: 'fehlt', datenschutzerklaerung: 'fehlt' }, erstgespraech: false }, eingabe(5, { entscheidung: 'kurzberatung' }), []],
  ])('%s', (_, mehr, form, erwartet) => expect(maengel(lage(mehr), form).map(({ mangel }) => mangel)).toEqual(erwartet));

  test('below the threshold nobody becomes Case Management without an override, whatever the catalogue', () => {
    const katalog = fc.integer({ min: 1, max: 20 }).chain((n) => fc.record({ schwelle: fc.integer({ min: 1, max: n }), kriterien: fc.constant(Array.from({ length: n }, (_, i) => ({ schluessel: `k${i + 1}`, titel: '', erlaeuterung: '' }))) }));
    fc.assert(fc.property(katalog, fc.array(fc.constantFrom('ja' as const, 'nein' as const), { minLength: 20, maxLength: 20 }), fc.string(), (kat, werte, abweichung) => {
      const antwort = Object.fromEntries(kat.kriterien.map(({ schluessel }, i) => [schluessel, werte[i] ?? 'nein']));
      const grund = Object.fromEntries(kat.kriterien.map(({ schluessel }) => [schluessel, 'x']));
      const frei = maengel(lage({ katalog: kat }), eingabe(0, { antwort, grund, abweichung })).length === 0;
      expect(frei).toBe(erfuellteKriterien(kat, antwort).length >= kat.schwelle || abweichung !== '');
    }));
  });

  test('only Case Management departs from the criteria', () => {
    for (const klasse of KLASSEN) expect(weichtAb(K5, 2, klasse)).toBe(klasse === 'case_management');
  });
});

describe('the suggestion to check anew', () => {
  const verlauf = (mehr: Partial<Verlaufslage> = {}): Verlaufslage => ({ klasse: 'kurzberatung', beendet: false, offeneBedarfe: 0, neueBedarfe: 0, beratungen: 0, ...mehr });

  test.each<[string, Partial<Verlaufslage>, string | null]>([
    ['two Bedarfe, two consultations', { offeneBedarfe: 2, neueBedarfe: 2, beratungen: 2 }, null],
    ['a third Bedarf', { offeneBedarfe: 3, neueBedarfe: 1 }, 'bedarfe'],
    ['three Bedarfe, all decided upon', { offeneBedarfe: 3 }, null],
    ['a third consultation', { beratungen: 3 }, 'beratungen'],
    ['in Case Management already', { klasse: 'case_management', offeneBedarfe: 9, neueBedarfe: 9, beratungen: 9 }, null],
    ['in an ended case', { beendet: true, offeneBedarfe: 9, neueBedarfe: 9, beratungen: 9 }, null],
  ])('%s', (_, mehr, erwartet) => expect(neupruefung(verlauf(mehr))).toBe(erwartet));

  test('never changes the class', () => {
    const eine = fc.record({ klasse: fc.constantFrom(...KLASSEN), beendet: fc.boolean(), offeneBedarfe: fc.nat(9), neueBedarfe: fc.nat(9), beratungen: fc.nat(9) });
    fc.assert(fc.property(eine, (vorher) => {
      const gefroren = Object.freeze({ ...vorher });
      const vorschlag = neupruefung(gefroren);
      expect(gefroren).toEqual(vorher);
      expect(KLASSEN).not.toContain(vorschlag);
    }));
  });
});

test('the Klärung says what comes next', () => {
  const stand = { erstgespraech: false, unterlagenVollstaendig: false, bedarfe: 0, entschieden: false };
  expect(schritte(stand).naechster).toBe('erstgespraech');
  expect(schritte({ ...stand, erstgespraech: true }).naechster).toBe('unterlagen');
  expect(schritte({ ...stand, erstgespraech: true, unterlagenVollstaendig: true, bedarfe: 1 }).naechster).toBe('kriterien');
  expect(schritte({ erstgespraech: true, unterlagenVollstaendig: true, bedarfe: 1, entschieden: true }).naechster).toBeNull();
});

test('mandatory papers: everything of the paper but the Einverständnis, with the Bogen', () => {
  expect(fehlendeUnterlagen({ datenschutzvereinbarung: 'fehlt', datenschutzerklaerung: 'abgelaufen', schweigepflichtentbindung: 'verweigert', einverstaendnis: 'fehlt' }, false))
    .toEqual(['datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'erstgespraechsbogen']);
});

test('a form is read with its answers by criterion; what names no criterion is left out', () => {
  const gut = { katalogId: '0190a5c2-7d11-7c3e-8f00-0123456789ab', entscheidung: 'kurzberatung', 'antwort.k1': 'ja', 'grund.k1': ' x ', 'antwort.__proto__': 'ja', 'grund.k9999': 'y' };
  expect(kriterienpruefung.parse(gut)).toMatchObject({ antwort: { k1: 'ja' }, grund: { k1: 'x' } });
  expect(kriterienpruefung.safeParse({ ...gut, 'antwort.k1': 'vielleicht' }).error?.issues[0]?.path).toEqual(['antwort', 'k1']);
});
