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
  fallId?: string;
  /** Only what was done to the asking person's own account and cases. */
  nurMich?: boolean;
  /** Id of the last line of the page before. */
  nach?: string | null;
}

/** Newest first, fifty lines and whether there are more. The database decides which lines the reader may see. */
export async function listProtokoll(akteur: TraegerAkteur, { fallId, nurMich = false, nach }: Auswahl): Promise<{ zeilen: Protokollzeile[]; weiter: string | null }> {
  return akteur.tx(async (tx) => {
    const abfrage = tx.execute<{ id: string; am: string; aktion: string; fallnummer: string | null; nutzer: string; betrifft: string | null }>(sql`
      select p.id, p.am, p.aktion, p.fallnummer, n.name as nutzer, b.name as betrifft
        from app.protokoll p
        join app.nutzer n on n.traeger_id = p.traeger_id and n.id = p.nutzer_id
        left join app.nutzer b on b.traeger_id = p.traeger_id and b.id = p.betrifft_id
       where p.traeger_id = ${akteur.traegerId}
         ${fallId ? sql`and p.fall_id = ${fallId}` : sql``}
         ${nurMich ? sql`and p.betrifft_id = ${akteur.nutzerId} and p.nutzer_id <> p.betrifft_id` : sql``}
         ${nach ? sql`and p.id < ${nach}` : sql``}
       order by p.id desc limit ${SEITE + 1}`);
    const [{ rows }] = await Promise.all([abfrage, protokolliere(tx, akteur, 'protokoll.gelesen', fallId ? { fallId } : {})]);
    const zeilen = rows.slice(0, SEITE).map((zeile) => ({ ...zeile, am: new Date(zeile.am) }));
    return { zeilen, weiter: rows.length > SEITE ? (zeilen.at(-1)?.id ?? null) : null };
  });
}
