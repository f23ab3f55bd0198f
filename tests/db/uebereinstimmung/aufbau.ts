import type pg from 'pg';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { fuehreAus } from '@kim/testing/datenbank.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { BERG, festeId, TAL } from '@kim/testing/plan.ts';
import { tagVon, vorTagen } from '@kim/testing/tage.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import type { Schritt } from './frage.ts';
import { FALL, nutzer, person, T } from './lage.ts';
import type { Situation } from './lage.ts';

/** Lines of the protocol that concern no case. */
export const ZEILEN = { ueberMich: festeId('übereinstimmung', 'über mich'), ueberAndere: festeId('übereinstimmung', 'über andere') };
export const vertretungId = (nummer: number) => festeId('übereinstimmung', 'vertretung', String(nummer));

export interface Pruefstand {
  /** Makes the situation real. */
  stelle: (s: Situation) => Promise<void>;
  /** Lets who asks put questions, each answered from the same state; nothing of it stays. */
  frage: <R>(s: Situation, arbeit: (wirkt: (schritte: readonly Schritt[]) => Promise<boolean>) => Promise<R>) => Promise<R>;
}

export async function baueAuf(db: Testdatenbank): Promise<Pruefstand> {
  const askers = [person('ich'), BERG.traeger[1]!.personen.leitendeFachkraft, TAL.traeger[0]!.personen.leitendeFachkraft, BERG.koordination];
  const sitzungen = new Map<string, string>();
  for (const p of askers) sitzungen.set(p.mitgliedschaftId, (await sitzungFuer(db.sql, p)).ctx);
  for (const p of [person('kollegin'), person('dritte')]) await sitzungFuer(db.sql, p);
  await db.sql.query("update sec.mitgliedschaften set rollen = array['fachkraft'] where id = $1", [person('kollegin').mitgliedschaftId]);
  const zeile = { traeger_id: T.id, nutzer_id: T.personen.verwaltung.nutzerId, aktion: 'personal.geaendert' };
  await insertZeilen(db.sql, 'app.protokoll', [
    { ...zeile, id: ZEILEN.ueberMich, betrifft_id: nutzer('ich') }, { ...zeile, id: ZEILEN.ueberAndere, betrifft_id: T.personen.zweiteVerwaltung.nutzerId }]);
  const logins = { traeger: await db.anmelden('kim_traeger'), koordination: await db.anmelden('kim_koordination') };
  return {
    stelle: (s) => stelle(db.sql, s),
    frage: async (s, arbeit) => {
      const client = s.wer.traegerId ? logins.traeger : logins.koordination;
      await client.query('begin');
      await client.query("select set_config('app.ctx', $1, true)", [sitzungen.get(s.wer.mitgliedschaftId)]);
      try {
        return await arbeit((schritte) => wirkt(client, schritte));
      } finally {
        await client.query('rollback');
      }
    },
  };
}

/**
 * Whether all of them take effect, one after the other. Refused is 42501 or no row; anything else is a mistake of the question.
 * They travel together, so that only the first one that came to nothing says why.
 */
async function wirkt(client: pg.Client, schritte: readonly Schritt[]): Promise<boolean> {
  const [, antworten] = await Promise.all([
    client.query('savepoint frage'), Promise.all(schritte.map(([text, ...werte]) => fuehreAus(client, text, werte))), client.query('rollback to frage'),
  ]);
  const gescheitert = antworten.findIndex(({ fehler, anzahl }) => fehler !== null || anzahl === 0);
  const { fehler, meldung } = antworten[gescheitert] ?? { fehler: null, meldung: '' };
  if (fehler && fehler !== '42501') throw new Error(`${fehler} ${meldung}: ${schritte[gescheitert]![0]}`);
  return gescheitert === -1;
}

/** As superuser: how such rows may come to be is what other tests are about. */
async function stelle(sql: pg.Client, s: Situation): Promise<void> {
  const { id: traeger_id } = T;
  await sql.query('begin');
  const setzeRollen = (id: string, rollen: readonly string[]) => sql.query('update sec.mitgliedschaften set rollen = $2 where id = $1', [id, rollen]);
  await setzeRollen(person('ich').mitgliedschaftId, ['fachkraft']);
  if (s.wer.traegerId) await setzeRollen(s.wer.mitgliedschaftId, s.rollen);
  await sql.query('update app.faelle set klasse = $2, beendet_am = $3 where id = $1', [FALL.id, s.klasse, s.beendet ? tagVon(-1) : null]);
  await sql.query('delete from app.zustaendigkeiten where fall_id = $1', [FALL.id]);
  const zustaendig = (nutzer_id: string, von: number, bis: number | null) => ({
    traeger_id, id: festeId(nutzer_id, String(bis)), fall_id: FALL.id, nutzer_id, von: tagVon(von), bis: bis === null ? null : tagVon(bis), anlass: 'uebergabe', erfasst_von: nutzer_id, erfasst_am: vorTagen(-von) });
  await insertZeilen(sql, 'app.zustaendigkeiten', [...(s.frueher === null ? [] : [zustaendig(nutzer('ich'), -20, s.frueher)]), zustaendig(nutzer(s.zustaendig), s.frueher ?? -5, null)]);
  await sql.query('delete from app.vertretungen where vertretene_id = any ($1) or vertretung_id = any ($1)', [[nutzer('ich'), nutzer('kollegin'), nutzer('dritte')]]);
  await insertZeilen(sql, 'app.vertretungen', s.vertretungen.map((v, i) => ({
    traeger_id, id: vertretungId(i), vertretene_id: nutzer(v.paar[0]), vertretung_id: nutzer(v.paar[1]), von: tagVon(v.von), bis: tagVon(v.bis),
    eingerichtet_von: T.personen.verwaltung.nutzerId, beendet_am: v.beendet ? vorTagen(0) : null })));
  await sql.query('delete from app.fallberatungen where fall_id = $1', [FALL.id]);
  await insertZeilen(sql, 'app.fallberatungen', s.beratungen.map((b, i) => ({
    traeger_id, id: festeId('übereinstimmung', 'beratung', String(i)), fall_id: FALL.id, nutzer_id: nutzer(b.mit), grund_krypt: Buffer.from('grund'), von: tagVon(b.von), bis: tagVon(b.bis), erfasst_von: nutzer(s.zustaendig) })));
  const { art, von, betrifft } = s.freigabe;
  await sql.query('update app.freigaben set art = $2, beantragt_von = $3, betrifft_id = $4, beguenstigt_id = $5, faelle = $6, von = $7, bis = $8 where id = $1', [
    T.freigabeId, art, nutzer(von), nutzer(betrifft), nutzer(betrifft === 'kollegin' ? 'dritte' : 'kollegin'), [FALL.id], tagVon(0), tagVon(9)]);
  await sql.query('commit');
}
