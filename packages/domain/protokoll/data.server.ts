import { sql } from 'drizzle-orm';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from './mutations.server.ts';

export interface Protokollzeile {
  id: string;
  am: Date;
  aktion: string;
  fallnummer: string | null;
  nutzer: string;
  betrifft: string | null;
}

const SEITE = 50;

interface Auswahl {
  fallId?: string | undefined;
  /** Only what others did to the asking person's account and to the cases for which she is responsible. */
  nurMich?: boolean;
  /** Id of the last line of the page before. */
  nach?: string | null;
}

/** Newest first, fifty lines and whether there are more. The database decides which lines the reader may see. */
export async function listProtokoll(akteur: TraegerAkteur, { fallId, nurMich = false, nach }: Auswahl): Promise<{ zeilen: Protokollzeile[]; weiter: string | null }> {
  return akteur.tx(async (tx) => {
    const abfrage = tx.execute<{ id: string; am: string; aktion: string; fallnummer: string | null; nutzer: string; betrifft: string | null }>(sql`
      select p.id, p.am, p.aktion, p.fallnummer, n.name as nutzer, b.name as betrifft
        from ${nurMich ? zuMir(akteur, nach) : sql`app.protokoll`} p
        join app.nutzer n on n.traeger_id = p.traeger_id and n.id = p.nutzer_id
        left join app.nutzer b on b.traeger_id = p.traeger_id and b.id = p.betrifft_id
       where p.traeger_id = ${akteur.traegerId}
         ${fallId ? sql`and p.fall_id = ${fallId}` : sql``}
         ${nach ? sql`and p.id < ${nach}` : sql``}
       order by p.id desc limit ${SEITE + 1}`);
    const [{ rows }] = await Promise.all([abfrage, protokolliere(tx, akteur, 'protokoll.gelesen', fallId ? { fallId } : {})]);
    const zeilen = rows.slice(0, SEITE).map((zeile) => ({ ...zeile, am: new Date(zeile.am) }));
    return { zeilen, weiter: rows.length > SEITE ? (zeilen.at(-1)?.id ?? null) : null };
  });
}

/** What others did: to herself, and to each of her cases. Every part stops at its page, so that a long protocol costs nothing. */
function zuMir({ traegerId, nutzerId }: TraegerAkteur, nach: string | null | undefined) {
  const fremd = sql`p.traeger_id = ${traegerId} and p.nutzer_id <> ${nutzerId} ${nach ? sql`and p.id < ${nach}` : sql``}`;
  const seite = sql`order by p.id desc limit ${SEITE + 1}`;
  return sql`(
    (select p.* from app.protokoll p where p.betrifft_id = ${nutzerId} and ${fremd} ${seite})
    union
    (select p.* from app.zustaendigkeiten z cross join lateral (
       select p.* from app.protokoll p where p.fall_id = z.fall_id and ${fremd} ${seite}) p
      where z.traeger_id = ${traegerId} and z.nutzer_id = ${nutzerId} and z.bis is null ${seite}))`;
}
