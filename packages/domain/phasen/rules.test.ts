import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PHASEN } from '../faelle/schema.ts';
import type { Phase } from '../faelle/schema.ts';
import { BELEGE, fehlendeBelege, phasenstaende, PHASENTABELLE, uebergaenge } from './rules.ts';
import type { Belege } from './rules.ts';

const alle = (wert: boolean) => Object.fromEntries(BELEGE.map((beleg) => [beleg, wert])) as unknown as Belege;
const belege = fc.record(Object.fromEntries(BELEGE.map((beleg) => [beleg, fc.boolean()]))) as unknown as fc.Arbitrary<Belege>;

describe('steps through the procedure (R53)', () => {
  test.each<[Phase, Phase[], Phase[]]>([
    ['klaerung', [], []],
    ['assessment', ['serviceplanung'], []],
    ['serviceplanung', ['linking'], ['assessment']],
    ['linking', ['monitoring'], ['assessment', 'serviceplanung']],
    ['monitoring', ['reassessment', 'evaluation'], ['assessment', 'serviceplanung', 'linking']],
    ['reassessment', ['serviceplanung', 'monitoring', 'evaluation'], ['assessment', 'linking']],
    ['evaluation', [], ['assessment', 'serviceplanung', 'linking', 'monitoring', 'reassessment']],
  ])('from %s on to %j and back to %j', (von, weiter, zurueck) => {
    const moeglich = uebergaenge(von, alle(true));
    expect(moeglich.filter(({ art }) => art === 'weiter').map(({ nach }) => nach)).toEqual(weiter);
    expect(moeglich.filter(({ art }) => art === 'zurueck').map(({ nach }) => nach)).toEqual(zurueck);
  });

  test('going on without what the phase needs, and going back, ask for a reason', () => {
    expect(uebergaenge('assessment', alle(false))).toEqual([{ nach: 'serviceplanung', art: 'weiter', begruenden: true }]);
    expect(uebergaenge('assessment', alle(true))).toEqual([{ nach: 'serviceplanung', art: 'weiter', begruenden: false }]);
    expect(uebergaenge('serviceplanung', alle(true)).find(({ art }) => art === 'zurueck')).toMatchObject({ begruenden: true });
    expect(fehlendeBelege('evaluation', { ...alle(true), evaluation_ratsuchende: false })).toEqual(['evaluation_ratsuchende']);
  });

  test('no sequence of steps leads into the Klärung, leaves the table, skips a phase or goes on unexplained', () => {
    const HOECHSTENS: Record<Phase, Phase> = { klaerung: 'klaerung', assessment: 'serviceplanung', serviceplanung: 'linking', linking: 'monitoring', monitoring: 'evaluation', reassessment: 'evaluation', evaluation: 'evaluation' };
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), belege), { maxLength: 40 }), (weg) => {
      let phase: Phase = 'assessment';
      for (const [wahl, was] of weg) {
        const moeglich = uebergaenge(phase, was);
        expect(moeglich.length).toBeGreaterThan(0);
        expect(new Set(moeglich.map(({ nach }) => nach)).size).toBe(moeglich.length);
        const schritt = moeglich[wahl % moeglich.length]!;
        expect(schritt.nach).not.toBe('klaerung');
        expect(schritt.nach).not.toBe(phase);
        expect(PHASEN.indexOf(schritt.nach)).toBeLessThanOrEqual(PHASEN.indexOf(HOECHSTENS[phase]));
        const vollstaendig = PHASENTABELLE[phase].braucht.every((beleg) => was[beleg]);
        if (!schritt.begruenden) expect(vollstaendig && PHASENTABELLE[phase].weiter.includes(schritt.nach)).toBe(true);
        phase = schritt.nach;
      }
    }));
  });

  test('the Evaluation is reached from everywhere, and from it every phase but the Klärung', () => {
    const erreichbar = (von: Phase): Set<Phase> => {
      const gesehen = new Set<Phase>([von]);
      for (const phase of gesehen) for (const { nach } of uebergaenge(phase, alle(true))) gesehen.add(nach);
      return gesehen;
    };
    for (const phase of PHASEN.slice(1)) expect([...erreichbar(phase)].sort()).toEqual(PHASEN.slice(1).toSorted());
  });
});

describe('the rail', () => {
  test('shows what lies behind, what is current and what is to come', () => {
    expect(phasenstaende('linking', ['assessment', 'serviceplanung'])).toEqual({
      klaerung: 'erledigt', assessment: 'erledigt', serviceplanung: 'erledigt', linking: 'aktuell', monitoring: 'offen', reassessment: 'offen', evaluation: 'offen' });
  });
  test('a Re-Assessment that was not needed is not behind', () => {
    expect(phasenstaende('evaluation', ['monitoring']).reassessment).toBe('offen');
    expect(phasenstaende('evaluation', ['monitoring', 'reassessment']).reassessment).toBe('erledigt');
  });
});
