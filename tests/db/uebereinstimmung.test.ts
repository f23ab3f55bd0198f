import { describe, expect, inject, test } from 'vitest';
import { darf, REGELWERKE } from '@kim/policies/ability.ts';
import type { Gegenstand } from '@kim/policies/ability.ts';
import type { Regel } from '@kim/policies/regel.ts';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import type { Traegerrolle } from '@kim/policies/rollen.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import { eigeneDatenbank } from './szene.ts';
import { AKTIONEN, GEFRAGT, LAXER, vergleiche } from './uebereinstimmung/urteil.ts';

/** CASL and the database give the same answer to every action of the rights matrix (protection.md T7, D1). */

const db = eigeneDatenbank();
/** Situations, each asked all actions; `KIM_LAGEN=5000` for a long night. The seed is fixed so that a failure comes again. */
const LAGEN = Number(process.env['KIM_LAGEN'] ?? 300);
const SAAT = Number(process.env['KIM_SAAT'] ?? 20261122);

test('every action of the matrix has its question', () => {
  expect([...GEFRAGT].sort()).toEqual([...AKTIONEN].sort());
});

test('both agree in every generated case', async () => {
  const beginn = performance.now();
  const { faelle, gesehen } = await vergleiche(db, darf, { seed: SAAT, numRuns: LAGEN });
  console.log(`casl = database: ${faelle} cases in ${LAGEN} situations, seed ${SAAT}, ${Math.round((performance.now() - beginn) / 1000)} s, laxer lines ${LAXER.length}`);
  expect(faelle).toBeGreaterThanOrEqual(10_000);
  // A line of the table that makes no difference any more goes.
  expect(LAXER.filter((grund) => !gesehen.has(grund))).toEqual([]);
  // Nothing agrees because nobody was ever let through, or everybody was.
  const jaErwartet = GEFRAGT.flatMap((name) => TRAEGERROLLEN.filter((rolle) => hat(rolle, name)).map((rolle) => `${name} ${rolle} ja`));
  const neinErwartet = GEFRAGT.flatMap((name) => [...TRAEGERROLLEN, 'koordination'].map((rolle) => `${name} ${rolle} nein`));
  expect([...jaErwartet, ...neinErwartet].filter((fall) => !gesehen.has(fall) && !fall.startsWith('Personal.fachkraft_werden fachkraft'))).toEqual([]);
}, 120_000);

/** Whether the role has this action for some object. */
function hat(rolle: Traegerrolle, name: string): boolean {
  const [gegenstand, aktion] = name.split('.') as [Gegenstand, string];
  return ((REGELWERKE[gegenstand].regeln[rolle]?.('ich') ?? []) as readonly Regel[]).some((regel) => regel.aktion === aktion);
}

describe('a planted defect is found:', () => {
  const findet = async (was: string, sql: string, fragt: typeof darf) => {
    const kopie = await oeffneTestdatenbank(inject('zugang'));
    try {
      await kopie.sql.query(sql);
      await expect(vergleiche(kopie, fragt, { seed: SAAT, numRuns: LAGEN, endOnFailure: true }, [was])).rejects.toThrow(/yet the database (refuses|lets through)/);
    } finally {
      await kopie.schliesse();
    }
  };
  /** The same function with other words in it. */
  const mutiere = (funktion: string, stelle: string, neu: string) => `do $d$ declare f text := pg_get_functiondef('sec.${funktion}'::regprocedure); begin
    if position($s$${stelle}$s$ in f) = 0 then raise 'mutant has nothing to change'; end if; execute replace(f, $s$${stelle}$s$, $s$${neu}$s$); end $d$`;

  test.each([
    ['Leitung reads contacts', 'Kontakt.lesen', 'alter policy lesen on app.kontakte using ((select sec.darf_verzeichnis()) or (select sec.darf_fallinhalt()))'],
    ['a Vertretung that was ended goes on', 'Fall.lesen', mutiere('faelle()', 'and x.beendet_am is null', '')],
    ['a Fallberatung goes on after its last day', 'Kontakt.erfassen', mutiere('faelle()', 'and heute between b.von and b.bis', '')],
    ['a Vertretung in one’s own favour', 'Vertretung.einrichten', 'drop policy einsetzen on app.vertretungen'],
    ['a Vertretung is ended without being a Fachkraft', 'Vertretung.beenden', 'alter policy beenden on app.vertretungen using (beendet_am is null and ((select sec.hat_rolle($r$traegeradministration$r$)) or vertretung_id = (select sec.nutzer())))'],
    ['whom a role concerns decides on it', 'Freigabe.entscheiden', mutiere('freigabe_entscheiden(uuid,boolean)', "and f.art <> 'rolle_fachkraft'", '')],
    ['the administration cannot hand over', 'Fall.verwaltend_uebergeben', mutiere('darf_vergeben(uuid,uuid,text)', "sec.hat_rolle('traegeradministration')", "sec.hat_rolle('leitung')")],
    ['who was responsible this morning gives it away', 'Fall.uebergeben', mutiere('darf_vergeben(uuid,uuid,text)', 'z.fall_id = p_fall order by', 'z.fall_id = p_fall and z.nutzer_id = n order by')],
    ['any Fachkraft renames a colleague’s client', 'Ratsuchende.aendern', 'drop policy bekannt on app.ratsuchende'],
    ['the administration resets itself', 'Personal.zuruecksetzen', mutiere('zugang_zuruecksetzen(uuid,text,bytea,uuid)', "p_nutzer = sec.nutzer() then return 'selbst'", "false then return 'selbst'")],
    ['a Fallberatung for a shared case', 'Fall.beratung_oeffnen', 'alter policy oeffnen on app.fallberatungen with check (exists (select from app.zustaendigkeiten z where z.fall_id = fallberatungen.fall_id and z.nutzer_id = (select sec.nutzer()) and z.bis is null))'],
  ])('in the database: %s', async (_, was, sql) => findet(was, sql, darf), 60_000);

  const falsch: [string, string, typeof darf][] = [
    ['Leitung writes contacts', 'Kontakt.erfassen', (wer, aktion, ...objekt) => (aktion === 'erfassen' && objekt[0] === 'Kontakt' && wer.rollen.includes('leitung')) || darf(wer, aktion, ...objekt)],
    ['Koordination reads posts', 'Stelle.lesen', (wer, aktion, ...objekt) => (aktion === 'lesen' && objekt[0] === 'Stelle' && wer.rollen.includes('koordination')) || darf(wer, aktion, ...objekt)],
    ['nobody opens a case', 'Fall.eroeffnen', (wer, aktion, ...objekt) => aktion !== 'eroeffnen' && darf(wer, aktion, ...objekt)],
    ['a condition is forgotten', 'Freigabe.entscheiden', (wer, aktion, gegenstand, merkmale) => darf(wer, aktion, gegenstand, gegenstand === 'Freigabe' ? undefined : merkmale)],
  ];
  test.each(falsch)('in the rules: %s', async (_, was, fragt) => findet(was, 'select', fragt), 60_000);
});
