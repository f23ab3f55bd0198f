import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { Sprachmittlung } from '@kim/kreis/zugaenge.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import type { Bogen } from './schema.ts';

export interface Erstgespraech {
  am: string;
  kanal: 'persoenlich' | 'aufsuchend';
  ortId: string | null;
  sprachmittlung: Sprachmittlung | null;
  bogen: Bogen;
  version: number;
  gespeichertVon: string;
  gespeichertAm: Date;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; am: string; kanal: Erstgespraech['kanal']; ort_id: string | null; sprachmittlung: Sprachmittlung | null; bogen_krypt: Buffer; version: number; von: string; zuletzt: string;
}

/** What is stored of the Erstgespräch of a case, opened with the case's key. */
export async function leseErstgespraech(tx: Tx, akteur: TraegerAkteur, fall: { id: string; schluessel: Datenschluessel }): Promise<Erstgespraech | null> {
  const { rows } = await tx.execute<Zeile>(sql`
    select e.fall_id, e.am::text, e.kanal, e.ort_id, e.sprachmittlung, e.bogen_krypt, e.version, n.name as von, coalesce(e.geaendert_am, e.erfasst_am) as zuletzt
      from app.erstgespraeche e join app.nutzer n on n.traeger_id = e.traeger_id and n.id = coalesce(e.geaendert_von, e.erfasst_von)
     where e.traeger_id = ${akteur.traegerId} and e.fall_id = ${fall.id}`);
  const zeile = rows[0];
  if (!zeile) return null;
  const { am, kanal, ort_id: ortId, sprachmittlung, version } = zeile;
  const bogen = akteur.tresor.entschluessle(zeile.bogen_krypt, fall.schluessel, { besitzerId: fall.id, spalte: 'erstgespraeche.bogen', version }) as Bogen;
  return { am, kanal, ortId, sprachmittlung, bogen, version, gespeichertVon: zeile.von, gespeichertAm: new Date(zeile.zuletzt) };
}

/** The Bogen with the places to choose from; `erstgespraech` is null before the first entry. */
export async function getErstgespraech(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<{ id: string; gestoppt_am: string | null; beendet_am: string | null; verpackt: Buffer; generation: number }>(sql`
      select f.id, f.gestoppt_am::text, f.beendet_am::text, s.verpackt, s.generation
        from app.faelle f join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
    const fall = rows[0];
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const schluessel = akteur.tresor.oeffneSchluessel(fall.id, fall.verpackt, fall.generation);
    const [erstgespraech, orte] = await Promise.all([
      leseErstgespraech(tx, akteur, { id: fall.id, schluessel }),
      tx.execute<{ id: string; name: string; aufgegeben: boolean }>(sql`
        select id, name, aufgegeben_am is not null as aufgegeben from app.orte where traeger_id = ${akteur.traegerId} order by name, id`),
      protokolliere(tx, akteur, 'erstgespraech.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const waehlbar = orte.rows.filter(({ id, aufgegeben }) => !aufgegeben || id === erstgespraech?.ortId);
    return { erstgespraech, orte: waehlbar, nurLesen: fall.gestoppt_am !== null || fall.beendet_am !== null };
  });
}
