import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUFENTHALTSSTATUS, STATUSGRUPPEN } from '@kim/kreis/aufenthaltsstatus.ts';
import { LEISTUNGSBEZUEGE } from '@kim/kreis/leistungsbezuege.ts';
import { statustext } from './labels.ts';
import { angeboteneStatus, fristlage, plusTage, pruefeAngabe } from './rules.ts';

const HEUTE = '2026-11-22';
const angabe = (mehr: object) => ({ code: 'p60a', von: '2026-01-01', bis: null, ...mehr });

describe('a term', () => {
  test.each([
    [null, null], ['2026-11-21', 'abgelaufen'], ['2026-11-22', 'laeuft_ab'], ['2027-01-21', 'laeuft_ab'], ['2027-01-22', 'laeuft'],
  ] as const)('until %s is on 22.11.2026: %s', (bis, erwartet) => expect(fristlage(bis, HEUTE)).toBe(erwartet));

  test('moves only forward with the clock', () => {
    const tag = fc.integer({ min: 0, max: 4000 }).map((tage) => plusTage('2024-01-01', tage));
    const stufen = ['laeuft', 'laeuft_ab', 'abgelaufen'];
    fc.assert(fc.property(tag, tag, tag, (bis, a, b) => {
      const [frueher, spaeter] = a < b ? [a, b] : [b, a];
      return stufen.indexOf(fristlage(bis, spaeter)!) >= stufen.indexOf(fristlage(bis, frueher)!);
    }));
  });
});

describe('the rule of its day (U10)', () => {
  const bietetAn = (tag: string) => angeboteneStatus(tag).some(({ code }) => code === 'p104c');
  test.each([['2022-12-30', false], ['2022-12-31', true], ['2025-12-31', true], ['2026-01-01', false], [HEUTE, false]])('§ 104c on %s is offered: %s', (tag, erwartet) =>
    expect(bietetAn(tag)).toBe(erwartet));

  test.each([
    [{ code: 'p104c', von: '2026-01-01' }, 'regel_ausgelaufen'], [{ code: 'p104c', von: '2022-01-01' }, 'regel_noch_nicht'], [{ code: 'p104c', von: '2024-05-01', bis: '2025-11-01' }, null],
    [{ code: 'p20a', von: '2024-05-31' }, 'regel_noch_nicht'], [{ code: 'zauberei' }, 'unbekannt'], [{ code: 'sgb_2' }, null],
    [{ bis: '2025-12-31' }, 'ende_vor_beginn'], [{ bis: '2026-01-01' }, null],
    [{ von: '2026-12-23' }, null], [{ von: '2026-12-24' }, 'zu_weit_voraus'], [{ code: 'ungeklaert' }, null], [{ code: 'keine_angabe' }, null], [{ code: 'constructor' }, 'unbekannt'],
  ])('%j: %s', (mehr, erwartet) => expect(pruefeAngabe(angabe(mehr), HEUTE)).toBe(erwartet));

  test.each([[1990, null], [2026, null], [2027, 'vor_geburt'], [null, null]])('of somebody born in %j: %s', (geburtsjahr, erwartet) => expect(pruefeAngabe(angabe({}), HEUTE, geburtsjahr)).toBe(erwartet));

  test('an entry with a rule that has ended stays readable, with what to look at now', () => {
    expect(statustext('p104c')).toBe('Chancen-Aufenthaltsrecht, § 104c AufenthG');
    expect(AUFENTHALTSSTATUS.find(({ code }) => code === 'p104c')?.hinweis).toMatch(/§ 25a oder § 25b.*30\.06\.2027/u);
    expect(statustext('frueher_einmal')).toBe('frueher_einmal');
  });

  test('what is offered passes on the same day', () => {
    const tag = fc.integer({ min: -3000, max: 20 }).map((tage) => plusTage(HEUTE, tage));
    fc.assert(fc.property(tag, (von) => angeboteneStatus(von).every(({ code }) => pruefeAngabe(angabe({ code, von }), HEUTE) === null)));
  });
});

describe('the tables', () => {
  test('have keys as the database takes them, each once', () => {
    const codes = [...AUFENTHALTSSTATUS.map(({ code }) => code), ...Object.keys(LEISTUNGSBEZUEGE)];
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9_]+$/);
  });

  test('name norm, paper, source and work for every status but the two that are none', () => {
    for (const regel of AUFENTHALTSSTATUS) {
      expect([regel.text, regel.quelle, regel.arbeit, STATUSGRUPPEN[regel.gruppe]].every(Boolean), regel.code).toBe(true);
      if (!['ungeklaert', 'keine_angabe'].includes(regel.code)) expect([regel.norm, regel.dokument].every(Boolean), regel.code).toBe(true);
    }
  });
});
