import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import type { Klasse } from '../../faelle/schema.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { leseFachkraefte } from '../vertretungen/data.server.ts';
import type { Fachkraft } from '../vertretungen/data.server.ts';

/** What the administration sees of a case: no name, no content (D3). */
export interface Uebergabefall {
  id: string;
  fallnummer: string;
  klasse: Klasse;
  kommune: string;
  eroeffnetAm: Datum;
  beendetAm: Datum | null;
  /** Since when the person is responsible. */
  seit: Datum;
}

export interface Uebergabeseite {
  person: { id: string; name: string };
  faelle: Uebergabefall[];
  /** All cases of the person, also those of other pages. */
  gesamt: number;
  weiter: string | null;
  empfaenger: Fachkraft[];
  /** How many cases the form with this id handed over; null for an unknown one. */
  uebergeben: number | null;
}

/** Cases on one page: as many as one still wants to tick. */
const SEITE = 200;

export interface Seitenwahl {
  nach?: string | null;
  /** Id of the form that was sent before. */
  vorgang?: string | null;
}

/** The cases of a colleague as the directory knows them; null, with a line, for somebody of whom the Träger knows nothing. */
export async function getUebergabe(akteur: TraegerAkteur, nutzerId: string, { nach, vorgang }: Seitenwahl): Promise<Uebergabeseite | null> {
  return akteur.tx(async (tx) => {
    const [personen, faelle, gesamt, empfaenger, uebergeben] = await Promise.all([
      tx.execute<{ id: string; name: string }>(sql`select id, name from app.nutzer where traeger_id = ${akteur.traegerId} and id = ${nutzerId}`),
      leseSeite(tx, akteur, nutzerId, nach ?? null),
      tx.execute<{ anzahl: number }>(sql`select count(*)::int as anzahl from app.zustaendigkeiten where traeger_id = ${akteur.traegerId} and nutzer_id = ${nutzerId} and bis is null`),
      leseFachkraefte(tx, akteur),
      vorgang ? leseErgebnis(tx, akteur, vorgang) : null,
    ]);
    const person = personen.rows[0];
    await protokolliere(tx, akteur, person ? 'verzeichnis.gelesen' : 'eintrag.nicht_gefunden', person ? { betrifftId: person.id } : {});
    if (!person) return null;
    const seite = faelle.slice(0, SEITE);
    return {
      person,
      faelle: seite,
      gesamt: gesamt.rows[0]?.anzahl ?? 0,
      weiter: faelle.length > SEITE ? (seite.at(-1)?.id ?? null) : null,
      empfaenger: empfaenger.filter(({ id }) => id !== nutzerId),
      uebergeben,
    };
  });
}

async function leseSeite(tx: Tx, { traegerId }: TraegerAkteur, nutzerId: string, nach: string | null): Promise<Uebergabefall[]> {
  const { rows } = await tx.execute<Uebergabefall & Record<string, unknown>>(sql`
    select f.id, f.fallnummer, f.klasse, k.name as kommune, f.eroeffnet_am::text as "eroeffnetAm", f.beendet_am::text as "beendetAm", z.von::text as seit
      from app.zustaendigkeiten z
      join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
      join kreis.kommunen k on k.kreis_id = f.kreis_id and k.id = f.kommune_id
     where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null ${nach ? sql`and z.fall_id > ${nach}` : sql``}
     order by z.fall_id limit ${SEITE + 1}`);
  return rows;
}

async function leseErgebnis(tx: Tx, { traegerId, nutzerId }: TraegerAkteur, formularId: string): Promise<number | null> {
  const { rows } = await tx.execute<{ ergebnis: string }>(sql`
    select ergebnis from app.formulareingaben where traeger_id = ${traegerId} and id = ${formularId} and nutzer_id = ${nutzerId}`);
  const zeile = rows[0];
  return zeile && /^\d+$/.test(zeile.ergebnis) ? Number(zeile.ergebnis) : null;
}

/** Those of the named cases (or all) for which this person is responsible today. @param sperre for who will change them */
export async function leseOffeneFaelle(tx: Tx, { traegerId }: TraegerAkteur, nutzerId: string, ids: string[] | 'alle', sperre = false): Promise<{ id: string; fallnummer: string }[]> {
  const { rows } = await tx.execute<{ id: string; fallnummer: string }>(sql`
    select f.id, f.fallnummer from app.zustaendigkeiten z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
     where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null
       ${ids === 'alle' ? sql`` : sql`and z.fall_id = any (${sql.param(ids)}::uuid[])`}
     order by f.id ${sperre ? sql`for update of z` : sql``}`);
  return rows;
}
