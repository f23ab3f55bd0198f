import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planmaengel, selbstAnteil, smart, vereinbarbar, vergleichePlaene } from './rules.ts';
import type { Leitziel, Massnahme, Teilziel } from './rules.ts';

const HEUTE = '2026-11-23';
const schritt = (mehr: Partial<Massnahme> = {}): Massnahme => ({ id: 'm1', was: 'Anrufen', wer: 'ratsuchende', grund: '', bis: null, stand: 'offen', ...mehr });
const unten = (mehr: Partial<Teilziel> = {}): Teilziel => ({
  id: 't1', text: 'Im März drei Wohnungen besichtigen', woran: '', ressource: '', prioritaet: 'mittel', bis: '2027-03-31', personId: null, bedarfId: null, stand: 'offen', massnahmen: [schritt()], ...mehr });
const oben = (mehr: Partial<Leitziel> = {}): Leitziel => {
  const { massnahmen: _, ...ziel } = unten({ id: 'l1', text: 'Eine eigene Wohnung' });
  return { ...ziel, teilziele: [unten()], ...mehr };
};
const dabei = new Set(['p1']);

describe('what keeps a plan from being agreed', () => {
  test.each([
    ['nothing', [oben()], []],
    ['no goal', [], [['kein_ziel', null]]],
    ['all goals reached', [oben({ stand: 'erreicht' })], [['kein_ziel', null]]],
    ['no Teilziel', [oben({ teilziele: [] })], [['ohne_teilziel', 'l1']]],
    ['only a given-up Teilziel', [oben({ teilziele: [unten({ stand: 'aufgegeben' })] })], [['ohne_teilziel', 'l1']]],
    ['no term', [oben({ teilziele: [unten({ bis: null })] })], [['ohne_frist', 't1']]],
    ['no step', [oben({ teilziele: [unten({ massnahmen: [schritt({ stand: 'entfallen' })] })] })], [['ohne_massnahme', 't1']]],
    ['the Fachkraft acts unexplained', [oben({ teilziele: [unten({ massnahmen: [schritt({ wer: 'fachkraft' })] })] })], [['ohne_grund', 't1']]],
    ['somebody has left', [oben({ personId: 'p2', teilziele: [unten({ personId: 'p1' })] })], [['ausgeschieden', 'l1']]],
    ['a reached Teilziel needs nothing more', [oben({ teilziele: [unten({ stand: 'erreicht', bis: null, massnahmen: [] })] })], []],
  ] as const)('%s', (_, plan, erwartet) => {
    expect(planmaengel(plan as unknown as Leitziel[], dabei).map(({ mangel, zielId }) => [mangel, zielId])).toEqual(erwartet);
  });
});

describe('SMART', () => {
  test.each([
    ['complete', { woran: 'Drei Termine im Kalender', ressource: 'Spricht gut Deutsch', personId: 'p1' }, []],
    ['vague', { text: 'Bald besser Deutsch sprechen', woran: 'B1', personId: 'p1' }, ['spezifisch']],
    ['too short', { text: 'Arbeit', woran: 'Vertrag', personId: 'p1' }, ['spezifisch']],
    ['no sign', { personId: 'p1' }, ['messbar']],
    ['nobody named, no need', { woran: 'x' }, ['akzeptiert']],
    ['a need is enough', { woran: 'x', bedarfId: 'b1' }, []],
    ['nothing helps and others act', { woran: 'x', personId: 'p1', massnahmen: [schritt({ wer: 'dritte' })] }, ['realistisch']],
    ['no term', { woran: 'x', personId: 'p1', bis: null }, ['terminiert']],
    ['over', { woran: 'x', personId: 'p1', bis: '2026-11-22' }, ['terminiert']],
    ['over, and reached', { woran: 'x', personId: 'p1', bis: '2026-11-22', stand: 'erreicht' }, []],
    ['two years', { woran: 'x', personId: 'p1', bis: '2028-11-22' }, ['terminiert']],
  ] as const)('%s', (_, mehr, fehlt) => {
    const punkte = smart(unten(mehr as Partial<Teilziel>), HEUTE);
    expect(Object.entries(punkte).filter(([, da]) => !da).map(([punkt]) => punkt)).toEqual(fehlt);
  });
});

describe('comparing plans', () => {
  test('names what is new, changed and gone; work that was done is no change', () => {
    const frueher = [oben({ teilziele: [unten({ massnahmen: [schritt(), schritt({ id: 'm2', was: 'Schreiben' })] })] })];
    const spaeter = [oben({ teilziele: [unten({ bis: '2027-04-30', massnahmen: [schritt({ stand: 'erledigt' }), schritt({ id: 'm3', was: 'Hingehen' })] })] })];
    expect(vergleichePlaene(frueher, spaeter)).toEqual([
      { art: 'geaendert', was: 'teilziel', id: 't1', text: 'Im März drei Wohnungen besichtigen', felder: [{ feld: 'bis', vorher: '2027-03-31', nachher: '2027-04-30' }] },
      { art: 'neu', was: 'massnahme', id: 'm3', text: 'Hingehen', felder: [] },
      { art: 'entfallen', was: 'massnahme', id: 'm2', text: 'Schreiben', felder: [] },
    ]);
  });

  test('a step that moves to another goal is changed, not new', () => {
    const zwei = (erste: Massnahme[], zweite: Massnahme[]) => [oben({ teilziele: [unten({ massnahmen: erste }), unten({ id: 't2', massnahmen: zweite })] })];
    expect(vergleichePlaene(zwei([schritt()], []), zwei([], [schritt()]))).toMatchObject([{ art: 'geaendert', id: 'm1', felder: [{ feld: 'teilziel', vorher: 't1', nachher: 't2' }] }]);
  });

  const stand = fc.constantFrom('offen', 'entfallen', 'erledigt') as fc.Arbitrary<Massnahme['stand']>;
  const plaene = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), was: fc.constantFrom('x', 'y'), stand }), { selector: ({ id }) => id })
    .map((schritte) => [oben({ teilziele: [unten({ massnahmen: schritte.map((mehr) => schritt(mehr)) })] })]);

  test('nothing differs from itself, and what is agreed differs from nothing that it was made of', () => {
    fc.assert(fc.property(plaene, (plan) => {
      expect(vergleichePlaene(plan, plan)).toEqual([]);
      expect(vergleichePlaene(plan, vereinbarbar(plan))).toEqual([]);
    }));
  });

  test('both ways name the same entries, new there and gone here', () => {
    fc.assert(fc.property(plaene, plaene, (a, b) => {
      const [hin, her] = [vergleichePlaene(a, b), vergleichePlaene(b, a)];
      const von = (liste: typeof hin, art: string) => liste.filter((eine) => eine.art === art).map(({ id }) => id).toSorted();
      expect(von(hin, 'neu')).toEqual(von(her, 'entfallen'));
      expect(von(hin, 'geaendert')).toEqual(von(her, 'geaendert'));
    }));
  });
});

test.each([[[], null], [[oben()], 100], [[oben({ teilziele: [unten({ massnahmen: [schritt(), schritt({ wer: 'dritte' }), schritt({ wer: 'dritte' }), schritt({ stand: 'entfallen' })] })] })], 33]])('share of the steps that the person does herself', (plan, anteil) => {
  expect(selbstAnteil(plan as Leitziel[])).toBe(anteil);
});
