import { describe, expect, test } from 'vitest';
import { liesWahl, listWahl, teileName } from './rules.ts';
import type { Fund } from './rules.ts';

const fund = (mehr: Partial<Fund> = {}): Fund => ({ personId: 'p1', name: 'Amal Ahmadi', geburtsjahr: null, faelle: [], kollegen: [], ...mehr });
const fall = (mehr = {}) => ({ fallnummer: 'WKN-2026-0001', klasse: 'kurzberatung' as const, beendet: false, fachkraft: 'Elif', meiner: true, ...mehr });

test.each([
  ['Amal Ahmadi', 'Amal', 'Ahmadi'],
  [' Amal  Al Ahmadi ', 'Amal Al', 'Ahmadi'],
  ['Teklet', '', 'Teklet'],
  ['خالد المصري', 'خالد', 'المصري'],
])('%s is read as %s | %s', (name, vorname, nachname) => expect(teileName(name)).toEqual({ vorname, nachname }));

describe('who may be meant', () => {
  test.each([
    ['a running case goes on', fund({ faelle: [fall()] }), ['fall:WKN-2026-0001']],
    ['two running cases are two answers', fund({ faelle: [fall(), fall({ fallnummer: 'WKN-2026-0002' })] }), ['fall:WKN-2026-0001', 'fall:WKN-2026-0002']],
    ['an ended case is not written into', fund({ faelle: [fall({ beendet: true })] }), ['person:p1']],
    ['a colleague’s Case Management names her', fund({ kollegen: [{ fallnummer: 'WKN-2026-0009', fachkraft: 'Nora' }] }), ['person:p1']],
    ['somebody without a case', fund(), ['person:p1']],
  ])('%s', (_, eine, werte) => expect(listWahl([eine]).map(({ wert }) => wert)).toEqual(werte));

  test('an answer is read back; one that nobody offered is none', () => {
    for (const { wert } of listWahl([fund({ faelle: [fall()] }), fund()])) expect(liesWahl(wert)).not.toBeNull();
    expect(liesWahl('neu')).toEqual({ person: '', fall: '' });
    expect(liesWahl('irgendwas:1')).toBeNull();
  });
});
