import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Sprachmittlung } from '@kim/kreis/zugaenge.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseOrtswahl } from '../orte/data.server.ts';
import type { Ortswahl, WaehlbarerOrt } from '../orte/data.server.ts';
import { GESPRAECHE } from './rules.ts';
import type { Kontaktzweck } from './rules.ts';
import type { Kanal, Leistung } from './schema.ts';

export interface Kontakt {
  id: string;
  am: string;
  kanal: Kanal;
  /** Minutes. */
  dauer: number | null;
  leistung: Leistung | null;
  zweck: Kontaktzweck | null;
  ort: Ortswahl | null;
  sprachmittlung: Sprachmittlung | null;
  themen: Bedarfsbereich[];
  /** The person did not come; nothing follows from it (R75). */
  ausgefallen: boolean;
  notiz: string;
  erfasstVon: string;
  geaendertVon: string | null;
  geaendertAm: Date | null;
  version: number;
}

/** Of a Kontakt `k` the same as zaehltAlsBeratung, for the database. */
export const istBeratung = sql`not k.ausgefallen and k.kanal in ${[...GESPRAECHE]}`;

const SEITE = 50;

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string; am: string; kanal: Kanal; dauer_minuten: number | null; notiz_krypt: Buffer; version: number;
  leistung: Leistung | null; zweck: Kontaktzweck | null; sprachmittlung: Sprachmittlung | null; themen: Bedarfsbereich[]; ausgefallen: boolean; ort_id: string | null; ort: string | null;
  erfasst_von: string; geaendert_von: string | null; geaendert_am: string | null; verpackt: Buffer; generation: number;
}

const kontakte = (akteur: TraegerAkteur, nr: string) => sql`
  select k.fall_id, k.id, k.am::text, k.kanal, k.dauer_minuten, k.notiz_krypt, k.version, k.geaendert_am,
         k.leistung, k.zweck, k.sprachmittlung, k.themen, k.ausgefallen, k.ort_id, o.name as ort,
         e.name as erfasst_von, g.name as geaendert_von, s.verpackt, s.generation
    from app.faelle f
    join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    join app.nutzer e on e.traeger_id = k.traeger_id and e.id = k.erfasst_von
    left join app.orte o on o.traeger_id = k.traeger_id and o.id = k.ort_id
    left join app.nutzer g on g.traeger_id = k.traeger_id and g.id = k.geaendert_von
   where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`;

/** Fifty entries of a case, newest day first, and the places a new one may name; null for a case that is not there for the asking person. @param nach „day|id“ of the last entry of the page before */
export async function listKontakte(akteur: TraegerAkteur, nr: string, nach: string | null): Promise<{ kontakte: Kontakt[]; weiter: string | null; orte: WaehlbarerOrt[] } | null> {
  const [tag, id] = nach?.split('|') ?? [];
  return akteur.tx(async (tx) => {
    const [{ rows }, fall, orte] = await Promise.all([
      tx.execute<Zeile>(sql`${kontakte(akteur, nr)}
        ${tag && id ? sql`and (k.am, k.id) < (${tag}::date, ${id}::uuid)` : sql``} order by k.am desc, k.id desc limit ${SEITE + 1}`),
      tx.execute<{ id: string }>(sql`select id from app.faelle where traeger_id = ${akteur.traegerId} and fallnummer = ${nr}`),
      leseOrtswahl(tx, akteur),
    ]);
    const fallId = fall.rows[0]?.id;
    await protokolliere(tx, akteur, fallId ? 'kontakt.gelesen' : 'fall.nicht_gefunden', fallId ? { fallId, fallnummer: nr } : {});
    if (!fallId) return null;
    const seite = rows.slice(0, SEITE);
    const letzter = seite.at(-1);
    return { kontakte: seite.map((zeile) => oeffne(akteur, zeile).kontakt), weiter: rows.length > SEITE && letzter ? `${letzter.am}|${letzter.id}` : null, orte };
  });
}

/** One entry and the places it may name, its own among them even when that was given up. */
export async function getKontakt(akteur: TraegerAkteur, nr: string, id: string): Promise<{ kontakt: Kontakt; orte: WaehlbarerOrt[] } | null> {
  return akteur.tx(async (tx) => {
    const [gelesen, orte] = await Promise.all([leseKontakt(tx, akteur, nr, id), leseOrtswahl(tx, akteur)]);
    await protokolliere(tx, akteur, gelesen ? 'kontakt.gelesen' : 'eintrag.nicht_gefunden', gelesen ? { fallId: gelesen.fallId, fallnummer: nr, gegenstandId: id } : {});
    if (!gelesen) return null;
    const { ort } = gelesen.kontakt;
    return { kontakt: gelesen.kontakt, orte: ort && !orte.some((einer) => einer.id === ort.id) ? [ort, ...orte] : orte };
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
      leistung: z.leistung, zweck: z.zweck, sprachmittlung: z.sprachmittlung, themen: z.themen, ausgefallen: z.ausgefallen,
      ort: z.ort_id && z.ort !== null ? { id: z.ort_id, name: z.ort } : null,
      erfasstVon: z.erfasst_von, geaendertVon: z.geaendert_von, geaendertAm: z.geaendert_am ? new Date(z.geaendert_am) : null,
    },
  };
}
