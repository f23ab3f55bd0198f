import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseErklaerende } from '../einwilligungen/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import type { Bedarfsstand, Dringlichkeit } from './schema.ts';

export interface Bedarf {
  id: string;
  /** null for the whole household. */
  personId: string | null;
  bereich: Bedarfsbereich;
  dringlichkeit: Dringlichkeit;
  stand: Bedarfsstand;
  erkanntAm: string;
  erledigtAm: string | null;
  beschreibung: string;
  version: number;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string | null; ratsuchende_id: string | null; bereich: Bedarfsbereich; dringlichkeit: Dringlichkeit; stand: Bedarfsstand; erkannt_am: string; erledigt_am: string | null;
  beschreibung_krypt: Buffer | null; version: number; verpackt: Buffer; generation: number;
}

const bedarfe = (akteur: TraegerAkteur, nr: string) => sql`
  select f.id as fall_id, b.id, b.ratsuchende_id, b.bereich, b.dringlichkeit, b.stand, b.erkannt_am::text, b.erledigt_am::text, b.beschreibung_krypt, b.version, s.verpackt, s.generation
    from app.faelle f
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    left join app.bedarfe b on b.traeger_id = f.traeger_id and b.fall_id = f.id
   where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`;

/** All Bedarfe of a case, open ones first, most urgent first; null for a case that is not there for the asking person. */
export async function listBedarfe(akteur: TraegerAkteur, nr: string): Promise<Bedarf[] | null> {
  return akteur.tx((tx) => leseBedarfe(tx, akteur, nr));
}

async function leseBedarfe(tx: Tx, akteur: TraegerAkteur, nr: string): Promise<Bedarf[] | null> {
  const { rows } = await tx.execute<Zeile>(sql`${bedarfe(akteur, nr)}
    order by b.erledigt_am is not null, array_position(array['hoch', 'mittel', 'niedrig'], b.dringlichkeit), b.id`);
  const fallId = rows[0]?.fall_id;
  await protokolliere(tx, akteur, fallId ? 'fall.gelesen' : 'fall.nicht_gefunden', fallId ? { fallId, fallnummer: nr } : {});
  return fallId ? rows.flatMap((zeile) => (zeile.id ? [oeffne(akteur, { ...zeile, id: zeile.id }).bedarf] : [])) : null;
}

/** The same with everybody whom a Bedarf may concern. Three statements. */
export async function getBedarfe(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const [liste, erklaerende] = await Promise.all([leseBedarfe(tx, akteur, nr), leseErklaerende(tx, akteur, nr)]);
    return liste && { bedarfe: liste, personen: erklaerende?.personen ?? [] };
  });
}

export async function leseBedarf(tx: Tx, akteur: TraegerAkteur, nr: string, id: string) {
  const { rows } = await tx.execute<Zeile>(sql`${bedarfe(akteur, nr)} and b.id = ${id}`);
  return rows[0]?.id ? oeffne(akteur, { ...rows[0], id: rows[0].id }) : null;
}

function oeffne({ tresor }: TraegerAkteur, z: Zeile & { id: string }): { bedarf: Bedarf; fallId: string; schluessel: Datenschluessel } {
  const schluessel = tresor.oeffneSchluessel(z.fall_id, z.verpackt, z.generation);
  const beschreibung = z.beschreibung_krypt ? tresor.entschluessleText(z.beschreibung_krypt, schluessel, { besitzerId: z.id, spalte: 'bedarfe.beschreibung', version: z.version }) : '';
  return {
    fallId: z.fall_id, schluessel,
    bedarf: { id: z.id, personId: z.ratsuchende_id, bereich: z.bereich, dringlichkeit: z.dringlichkeit, stand: z.stand, erkanntAm: z.erkannt_am, erledigtAm: z.erledigt_am, beschreibung, version: z.version },
  };
}
