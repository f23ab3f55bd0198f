import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '../../akteur.ts';

/** Somebody carries another number of cases than the guideline says; nowhere why (R51). */
export interface Richtwertanpassung {
  id: string;
  person: string;
  faelle: number;
  von: Datum;
  /** Last day; null is open. */
  bis: Datum | null;
}

/** What holds today or later, and for whom the asking Leitung may agree on something: Fachkräfte other than herself. */
export function listRichtwertanpassungen(akteur: TraegerAkteur): Promise<{ anpassungen: Richtwertanpassung[]; fachkraefte: { id: string; name: string }[] }> {
  return akteur.tx(async (tx) => {
    const [anpassungen, fachkraefte] = await Promise.all([
      tx.execute<Richtwertanpassung & Record<string, unknown>>(sql`
        select r.id, n.name as person, r.faelle, r.von::text, r.bis::text from app.richtwertanpassungen r
          join app.nutzer n on n.traeger_id = r.traeger_id and n.id = r.nutzer_id
         where r.traeger_id = ${akteur.traegerId} and (r.bis is null or r.bis >= ${heute()}) order by n.name, r.von, r.id`),
      tx.execute<{ id: string; name: string }>(sql`
        select n.id, n.name from sec.fachkraefte() as m(id) join app.nutzer n on n.traeger_id = ${akteur.traegerId} and n.id = m.id
         where n.id <> ${akteur.nutzerId} order by n.name`),
    ]);
    return { anpassungen: anpassungen.rows, fachkraefte: fachkraefte.rows };
  });
}
