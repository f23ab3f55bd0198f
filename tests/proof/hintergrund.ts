import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import type { Login } from '@kim/db/migrate.ts';
import type { Ausgang, Testdatenbank } from '@kim/testing/datenbank.ts';
import { festeId } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import { zaehle } from './dynamisch.ts';
import type { Ergebnis, Umfang } from './dynamisch.ts';
import { laufe } from './probe.ts';
import { alsText } from './spuren.ts';

/** Background work under attack (D17): its login with capabilities of every state, against its own Träger and others. */

const TABELLEN = { 'app.formulareingaben': 'erfasst_am', 'app.auftraege': 'erledigt_am' } as const;

/** What the columns granted allow to ask for and to do, without naming whose: the policies decide. `b` is the victim. */
function versuche(b: string): [art: string, text: string, werte: unknown[]][] {
  return Object.entries(TABELLEN).flatMap(([t, alter]): [string, string, unknown[]][] => [
    ['lesen', `select traeger_id from ${t} where traeger_id = $1`, [b]],
    ['lesen ohne Bedingung', `select traeger_id from ${t}`, []],
    ['zählen', `select traeger_id, count(*), min(${alter}) from ${t} group by 1`, []],
    ['sperren', `select traeger_id from ${t} where traeger_id = $1 for update`, [b]],
    ['verschachtelt', `select (select max(traeger_id::text) from ${t} where traeger_id = $1)`, [b]],
    ['Verbund', `select t.traeger_id from (values ($1::uuid)) v(x) left join ${t} t on t.traeger_id = v.x where t.traeger_id is not null`, [b]],
    ['löschen', `delete from ${t} where traeger_id = $1 returning traeger_id`, [b]],
    ['löschen ohne Bedingung', `delete from ${t} returning traeger_id`, []],
    ['löschen über Verbund', `delete from ${t} t using (values ($1::uuid)) v(x) where t.traeger_id = v.x returning t.traeger_id`, [b]],
    ['merge', `merge into ${t} t using (values ($1::uuid)) v(x) on t.traeger_id = v.x when matched then delete`, [b]],
    ['union', `select traeger_id from ${t} union all select traeger_id from ${t} where traeger_id = $1`, [b]],
  ]).concat([
    ['abschließen', 'update app.auftraege set erledigt_am = now() where traeger_id = $1 returning traeger_id', [b]],
    ['wieder öffnen', 'update app.auftraege set erledigt_am = null returning traeger_id', []],
    ['vordatieren', "update app.auftraege set erledigt_am = now() - interval '31 days' returning traeger_id", []],
    ['anlegen', "insert into app.auftraege (traeger_id, id, art) values ($1, $2, 'aufraeumen')", [b, neueId()]],
    ['Form ablegen', "insert into app.formulareingaben (traeger_id, id, nutzer_id, inhalt_hash, ergebnis) values ($1, $2, $2, '\\x00', 'x')", [b, neueId()]],
  ]);
}

type Melde = (was: string, befund: string) => void;

/** Every probe runs in a transaction of its own that is rolled back. */
export async function probiereHintergrund(db: Testdatenbank, { mannschaften }: Pick<Umfang, 'mannschaften'>, ergebnis: Ergebnis): Promise<void> {
  const client = await db.anmelden('kim_auftrag');
  const reihe = mannschaften.map((m) => m.traeger);
  for (const { traeger: a, befugnisse: { gueltig: ctx, abgelaufen, andereArt } } of mannschaften) {
    const melde: Melde = (was, befund) => ergebnis.befunde.push({ art: 'Hintergrund', gegenstand: was, angreifer: a.kennung, befund });
    const tote = { abgelaufen, erfunden: neueId(), leer: '' };
    let anzahl = 0;
    const wage = async (zusammenhang: string, text: string, werte: unknown[] = []): Promise<Ausgang> => {
      anzahl += 1;
      return laufe(client, zusammenhang, text, werte, false);
    };
    for (const b of reihe.filter((t) => t !== a)) {
      for (const [art, text, werte] of versuche(b.id)) {
        const { fehler, zeilen, anzahl: n } = await wage(ctx, text, werte);
        if (fehler ? fehler !== '42501' : alsText(zeilen).includes(b.id) || (art === 'merge' && n > 0)) melde(art, fehler ?? `${n} Zeilen, auch von ${b.kennung}`);
      }
    }
    for (const [art, text, werte] of versuche(a.id)) {
      for (const [zustand, tot] of Object.entries(tote)) {
        const { fehler, anzahl: n } = await wage(tot, text, werte);
        if (fehler !== '42501') melde(`${art}, ${zustand}`, fehler ?? `${n} Zeilen statt Ablehnung`);
      }
      const { fehler, zeilen } = await wage(andereArt, text, werte);
      if (fehler ? fehler !== '42501' : alsText(zeilen).includes(a.id)) melde(`${art}, andere Art`, fehler ?? 'trifft Zeilen');
    }
    await pruefeEigenes(db.sql, a, ctx, wage, melde);
    anzahl += await pruefeBeginn(db, client, a, melde);
    zaehle(ergebnis, 'Hintergrund', anzahl);
  }
  await client.end();
}

type Wage = (zusammenhang: string, text: string, werte?: unknown[]) => Promise<Ausgang>;

/** Of its own Träger too only what is old, and its own Auftrag; something must be there, else the probes above are blunt. */
async function pruefeEigenes(sql: pg.ClientBase, a: TraegerPlan, ctx: string, wage: Wage, melde: Melde): Promise<void> {
  const soll = async (bedingung: string) => Number((await sql.query(`select count(*) from ${bedingung}`, [a.id])).rows[0].count);
  const alt = (tabelle: string, spalte: string) => soll(`${tabelle} where traeger_id = $1 and ${spalte} < now() - interval '30 days'`);
  const gleich = (was: string, ist: Ausgang, erwartet: number) => {
    if (ist.fehler !== null || ist.anzahl !== erwartet || erwartet === 0) melde(was, `${ist.fehler ?? ist.anzahl} statt ${erwartet}`);
  };
  gleich('alte Formulareingaben löschen', await wage(ctx, 'delete from app.formulareingaben'), await alt('app.formulareingaben', 'erfasst_am'));
  gleich('alte Aufträge sehen', await wage(ctx, "select id from app.auftraege where erledigt_am < now() - interval '1 hour'"), await alt('app.auftraege', 'erledigt_am'));
  gleich('eigenen Auftrag abschließen', await wage(ctx, 'update app.auftraege set erledigt_am = now() where erledigt_am is null'), 1);
}

/** A capability is given for an open Auftrag alone, and is good at its Träger alone. */
async function pruefeBeginn(db: Testdatenbank, client: pg.Client, a: TraegerPlan, melde: Melde): Promise<number> {
  const beginne = async (id: string) => (await client.query<{ ctx: string | null }>('select sec.auftrag_beginnen($1) as ctx', [id])).rows[0]!.ctx;
  await client.query('begin');
  const ctx = await beginne(festeId(a.kennung, 'auftrag'));
  await client.query("select set_config('app.ctx', $1, true)", [ctx ?? '']);
  const { rows } = await client.query<{ t: string; r: string[] }>('select sec.traeger() as t, sec.rollen() as r').catch(() => ({ rows: [] }));
  if (rows[0]?.t !== a.id || rows[0].r.join() !== 'auftrag:aufraeumen') melde('offenen Auftrag beginnen', `Befugnis für ${String(rows[0]?.t)} ${String(rows[0]?.r)}`);
  await client.query('rollback');
  const keine = [festeId(a.kennung, 'erledigter auftrag'), festeId(a.kennung, 'alter auftrag'), neueId(), a.id];
  await client.query('begin');
  for (const id of keine) {
    if ((await beginne(id)) !== null) melde('erledigten oder unbekannten Auftrag beginnen', 'Befugnis erhalten');
  }
  await client.query('rollback');
  const logins: Login[] = ['kim_traeger', 'kim_anmeldung', 'kim_koordination', 'kim_auswertung'];
  for (const login of logins) {
    const fremd = await db.anmelden(login);
    const { fehler } = await laufe(fremd, '', 'select sec.auftrag_beginnen($1)', [festeId(a.kennung, 'auftrag')], false);
    if (fehler !== '42501') melde(`auftrag_beginnen als ${login}`, fehler ?? 'erlaubt');
    await fremd.end();
  }
  return 1 + keine.length + logins.length;
}
