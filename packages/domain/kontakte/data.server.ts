import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import type { KANAL } from './labels.ts';

export interface Kontakt {
  id: string;
  am: string;
  kanal: keyof typeof KANAL;
  /** Minutes. */
  dauer: number | null;
  notiz: string;
  erfasstVon: string;
  geaendertVon: string | null;
  geaendertAm: Date | null;
  version: number;
}

const SEITE = 50;

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string; am: string; kanal: keyof typeof KANAL; dauer_minuten: number | null; notiz_krypt: Buffer; version: number;
  erfasst_von: string; geaendert_von: string | null; geaendert_am: string | null; verpackt: Buffer; generation: number;
}

const kontakte = (akteur: TraegerAkteur, nr: string) => sql`
  select k.fall_id, k.id, k.am::text, k.kanal, k.dauer_minuten, k.notiz_krypt, k.version, k.geaendert_am,
         e.name as erfasst_von, g.name as geaendert_von, s.verpackt, s.generation
    from app.faelle f
    join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    join app.nutzer e on e.traeger_id = k.traeger_id and e.id = k.erfasst_von
    left join app.nutzer g on g.traeger_id = k.traeger_id and g.id = k.geaendert_von
   where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`;

/** Fifty entries of a case, newest day first; null for a case that is not there for the asking person. @param nach „day|id“ of the last entry of the page before */
export async function listKontakte(akteur: TraegerAkteur, nr: string, nach: string | null): Promise<{ kontakte: Kontakt[]; weiter: string | null } | null> {
  const [tag, id] = nach?.split('|') ?? [];
  return akteur.tx(async (tx) => {
    const [{ rows }, fall] = await Promise.all([
      tx.execute<Zeile>(sql`${kontakte(akteur, nr)}
        ${tag && id ? sql`and (k.am, k.id) < (${tag}::date, ${id}::uuid)` : sql``} order by k.am desc, k.id desc limit ${SEITE + 1}`),
      tx.execute<{ id: string }>(sql`select id from app.faelle where traeger_id = ${akteur.traegerId} and fallnummer = ${nr}`),
    ]);
    const fallId = fall.rows[0]?.id;
    await protokolliere(tx, akteur, fallId ? 'kontakt.gelesen' : 'fall.nicht_gefunden', fallId ? { fallId, fallnummer: nr } : {});
    if (!fallId) return null;
    const seite = rows.slice(0, SEITE);
    const letzter = seite.at(-1);
    return { kontakte: seite.map((zeile) => oeffne(akteur, zeile).kontakt), weiter: rows.length > SEITE && letzter ? `${letzter.am}|${letzter.id}` : null };
  });
}

export async function getKontakt(akteur: TraegerAkteur, nr: string, id: string): Promise<Kontakt | null> {
  return akteur.tx(async (tx) => {
    const gelesen = await leseKontakt(tx, akteur, nr, id);
    await protokolliere(tx, akteur, gelesen ? 'kontakt.gelesen' : 'eintrag.nicht_gefunden', gelesen ? { fallId: gelesen.fallId, fallnummer: nr, gegenstandId: id } : {});
    return gelesen?.kontakt ?? null;
  });
}

export async function leseKontakt(tx: Tx, akteur: TraegerAkteur, nr: string, id: string) {
  const { rows } = await tx.execute<Zeile>(sql`${kontakte(akteur, nr)} and k.id = ${id}`);
  return rows[0] ? oeffne(akteur, rows[0]) : null;
}

function oeffne({ tresor }: TraegerAkteur, z: Zeile): { kontakt: Kontakt; schluessel: Datenschluessel; fallId: string } {
  const schluessel = tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
  const notiz = tresor.entschluessleText(z.notiz_krypt, schluessel, { besitzerId: z.id, spalte: 'kontakte.notiz', version: z.version });
  return {
    schluessel,
    fallId: z.fall_id,
    kontakt: {
      id: z.id, am: z.am, kanal: z.kanal, dauer: z.dauer_minuten, notiz, version: z.version,
      erfasstVon: z.erfasst_von, geaendertVon: z.geaendert_von, geaendertAm: z.geaendert_am ? new Date(z.geaendert_am) : null,
    },
  };
}
