import { describe, expect, test } from 'vitest';
import { abilityFor, darf, REGELWERKE } from './ability.ts';
import type { Gegenstand, Wer } from './ability.ts';
import type { Regel } from './regel.ts';
import { TRAEGERROLLEN } from './rollen.ts';
import type { Rolle } from './rollen.ts';

const ROLLEN: readonly Rolle[] = [...TRAEGERROLLEN, 'koordination'];
const ROLLENNAME: Record<Rolle, string> = { fachkraft: 'Fachkraft', leitung: 'Leitung', traegeradministration: 'Trägeradministration', koordination: 'Koordination' };

test('the whole role × action matrix is the one that a data-protection officer has read', async () => {
  await expect(druckeMatrix()).toMatchFileSnapshot('./rechte-matrix.md');
});

test('every rule names a known action, and every condition has its German words', () => {
  for (const [gegenstand, werk] of Object.entries(REGELWERKE)) {
    for (const regel of Object.values(werk.regeln).flatMap((regeln) => regeln('ich') as readonly Regel[])) {
      expect(werk.aktionen, gegenstand).toContain(regel.aktion);
      expect(regel.wenn === undefined, `${gegenstand}.${regel.aktion}`).toBe(regel.nur === undefined);
    }
  }
});

const wer = (...rollen: Rolle[]): Wer => ({ nutzerId: 'ich', rollen });

describe('a second person', () => {
  test.each([
    ['Vertretung in her own favour', () => darf(wer('traegeradministration'), 'einrichten', 'Vertretung', { vertreteneId: 'b', vertretungId: 'ich' }), false],
    ['Vertretung of her own cases as Fachkraft', () => darf(wer('fachkraft'), 'einrichten', 'Vertretung', { vertreteneId: 'ich', vertretungId: 'b' }), true],
    ['Vertretung between colleagues as administration', () => darf(wer('traegeradministration'), 'einrichten', 'Vertretung', { vertreteneId: 'b', vertretungId: 'c' }), true],
    ['Vertretung between colleagues as Fachkraft', () => darf(wer('fachkraft'), 'einrichten', 'Vertretung', { vertreteneId: 'b', vertretungId: 'c' }), false],
    ['both roles, in her own favour', () => darf(wer('fachkraft', 'traegeradministration'), 'einrichten', 'Vertretung', { vertreteneId: 'b', vertretungId: 'ich' }), false],
    ['Übergabe to herself', () => darf(wer('fachkraft', 'traegeradministration'), 'verwaltend_uebergeben', 'Fall', { zustaendigId: 'b', gemeinsam: false, anId: 'ich' }), false],
    ['Übergabe to one whose Vertretung she is', () => darf(wer('traegeradministration'), 'verwaltend_uebergeben', 'Fall', { zustaendigId: 'b', gemeinsam: false, anId: 'c', anVertretenVon: ['d', 'ich'] }), false],
    ['Übergabe to one who has another Vertretung', () => darf(wer('traegeradministration'), 'verwaltend_uebergeben', 'Fall', { zustaendigId: 'b', gemeinsam: false, anId: 'c', anVertretenVon: ['d'] }), true],
    ['granting herself Fachkraft', () => darf(wer('traegeradministration', 'leitung'), 'fachkraft_werden', 'Personal', { nutzerId: 'ich' }), false],
    ['deciding what she asked for', () => darf(wer('leitung', 'traegeradministration'), 'entscheiden', 'Freigabe', { art: 'zugang', beantragtVonId: 'ich', betrifftId: 'b' }), false],
    ['deciding as Leitung', () => darf(wer('leitung'), 'entscheiden', 'Freigabe', { art: 'rolle_fachkraft', beantragtVonId: 'b', betrifftId: 'b' }), true],
    ['deciding as the Fachkraft concerned', () => darf(wer('fachkraft'), 'entscheiden', 'Freigabe', { art: 'vertretung', beantragtVonId: 'b', betrifftId: 'ich' }), true],
    ['deciding about another one', () => darf(wer('fachkraft'), 'entscheiden', 'Freigabe', { art: 'vertretung', beantragtVonId: 'b', betrifftId: 'c' }), false],
    ['deciding about a role that concerns her', () => darf(wer('fachkraft'), 'entscheiden', 'Freigabe', { art: 'rolle_fachkraft', beantragtVonId: 'b', betrifftId: 'ich' }), false],
  ])('%s', (_, frage, antwort) => expect(frage()).toBe(antwort));
});

test('nobody but a Fachkraft reads a client or a case', () => {
  for (const rollen of [['leitung'], ['traegeradministration'], ['leitung', 'traegeradministration'], ['koordination'], []] as Rolle[][]) {
    const ability = abilityFor(wer(...rollen));
    for (const gegenstand of ['Kontakt', 'Ratsuchende'] as const) {
      for (const aktion of REGELWERKE[gegenstand].aktionen) expect(ability.can(aktion, gegenstand)).toBe(false);
    }
    expect(darf(wer(...rollen), 'lesen', 'Fall')).toBe(false);
  }
});

function druckeMatrix(): string {
  const kopf = `| Gegenstand | Aktion | ${ROLLEN.map((rolle) => ROLLENNAME[rolle]).join(' | ')} |\n|---|---|${ROLLEN.map(() => '---|').join('')}`;
  const zeilen = (Object.keys(REGELWERKE) as Gegenstand[]).flatMap((gegenstand) =>
    REGELWERKE[gegenstand].aktionen.map((aktion) => `| ${gegenstand} | ${aktion} | ${ROLLEN.map((rolle) => zelle(gegenstand, aktion, rolle)).join(' | ')} |`));
  return `# Rechte je Rolle\n\nGedruckt von \`matrix.test.ts\`. „–“ heißt: nie. Mehrere Rollen einer Person addieren sich. Welche Fälle eine Fachkraft sieht, entscheidet die Datenbank.\n\n${kopf}\n${zeilen.join('\n')}\n`;
}

function zelle(gegenstand: Gegenstand, aktion: string, rolle: Rolle): string {
  const regeln = ((REGELWERKE[gegenstand].regeln[rolle]?.('ich') ?? []) as readonly Regel[]).filter((regel) => regel.aktion === aktion);
  if (regeln.length === 0) return '–';
  return regeln.some((regel) => !regel.wenn) ? 'ja' : regeln.map((regel) => regel.nur).join(' oder ');
}
