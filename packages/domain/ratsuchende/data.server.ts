import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { haushaltDesFalls } from '../haushalte/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { anzeigename } from './rules.ts';
import type { Personendaten, Personenname } from './schema.ts';

/** A person as shown and edited within one case. */
export interface Person extends Personenname, Personendaten {
  id: string;
  rolle: string;
  /** Since when she belongs to the case, and the day on which she left it. */
  seit: Datum;
  ausgeschiedenAm: Datum | null;
  /** Role in the household of the main person; null for who never lived there. */
  haushaltsrolle: string | null;
  ausgezogenAm: Datum | null;
  geburtsjahr: number | null;
  geschlecht: string | null;
  staatsangehoerigkeit: string | null;
  versionName: number;
  versionStammdaten: number;
}

interface Zeile extends Record<string, unknown> {
  fall_id: string; id: string; rolle: string; seit: Datum; ausgeschieden_am: Datum | null; haushaltsrolle: string | null; ausgezogen_am: Datum | null; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number;
  daten_krypt: Buffer; daten_version: number; geburtsjahr: number | null; geschlecht: string | null; staatsangehoerigkeit: string | null;
}

const personen = (akteur: TraegerAkteur, nr: string) => sql`
  select f.id as fall_id, r.id, b.rolle, b.von::text as seit, b.bis::text as ausgeschieden_am, h.rolle as haushaltsrolle, h.bis::text as ausgezogen_am, r.name_krypt, r.version as name_version, k.verpackt, k.generation,
         s.daten_krypt, s.version as daten_version, s.geburtsjahr, s.geschlecht, s.staatsangehoerigkeit
    from app.faelle f
    join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id
    join app.ratsuchende r on r.traeger_id = f.traeger_id and r.id = b.ratsuchende_id
    join app.stammdaten s on s.traeger_id = f.traeger_id and s.ratsuchende_id = r.id
    left join lateral (
      select m.rolle, m.bis from app.haushaltsmitglieder m
       where m.traeger_id = f.traeger_id and m.ratsuchende_id = r.id and m.haushalt_id = ${haushaltDesFalls}
       order by m.bis is not null, m.von desc limit 1) h on true
    join tresor.personenschluessel k on k.traeger_id = f.traeger_id and k.ratsuchende_id = r.id
   where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`;

/** All persons of a case with their master data; the main person first, who has left last. */
export async function listPersonen(akteur: TraegerAkteur, nr: string): Promise<Person[]> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile>(sql`${personen(akteur, nr)} order by b.rolle <> 'hauptperson', b.bis is not null, r.id`);
    await protokolliere(tx, akteur, rows[0] ? 'person.gelesen' : 'fall.nicht_gefunden', rows[0] ? { fallId: rows[0].fall_id, fallnummer: nr } : {});
    return rows.map((zeile) => verdecke(akteur, oeffne(akteur, zeile).person));
  });
}

/** Under Blickschutz a list carries initials; the form of one person, opened on purpose, the whole name. */
function verdecke(akteur: TraegerAkteur, person: Person): Person {
  return akteur.blickschutz ? { ...person, vorname: '', nachname: anzeigename(akteur, person), schreibweisen: [] } : person;
}

export async function getPerson(akteur: TraegerAkteur, nr: string, id: string): Promise<Person | null> {
  return akteur.tx(async (tx) => {
    const gelesen = await lesePerson(tx, akteur, nr, id);
    await protokolliere(tx, akteur, gelesen ? 'person.gelesen' : 'eintrag.nicht_gefunden', gelesen ? { fallId: gelesen.fallId, fallnummer: nr, gegenstandId: id } : {});
    return gelesen?.person ?? null;
  });
}

export async function lesePerson(tx: Tx, akteur: TraegerAkteur, nr: string, id: string) {
  const { rows } = await tx.execute<Zeile>(sql`${personen(akteur, nr)} and r.id = ${id}`);
  return rows[0] ? oeffne(akteur, rows[0]) : null;
}

function oeffne(akteur: TraegerAkteur, z: Zeile): { person: Person; schluessel: Datenschluessel; fallId: string } {
  const schluessel = akteur.tresor.oeffneSchluessel(z.id, z.verpackt, z.generation);
  const name = akteur.tresor.entschluessle(z.name_krypt, schluessel, { besitzerId: z.id, spalte: 'ratsuchende.name', version: z.name_version }) as Personenname;
  const daten = akteur.tresor.entschluessle(z.daten_krypt, schluessel, { besitzerId: z.id, spalte: 'stammdaten.daten', version: z.daten_version }) as GespeicherteDaten;
  const { id, rolle, seit, haushaltsrolle, geburtsjahr, geschlecht, staatsangehoerigkeit } = z;
  return {
    schluessel,
    fallId: z.fall_id,
    person: { id, rolle, seit, ausgeschiedenAm: z.ausgeschieden_am, haushaltsrolle, ausgezogenAm: z.ausgezogen_am, geburtsjahr, geschlecht, staatsangehoerigkeit, versionName: z.name_version, versionStammdaten: z.daten_version, ...name, ...heutigeForm(daten) },
  };
}

/** Rows from before there was a list hold one language, as it was typed. */
type GespeicherteDaten = Omit<Personendaten, 'sprachen'> & { sprachen?: string[]; sprache?: string };

const heutigeForm = ({ sprache, sprachen, ...daten }: GespeicherteDaten): Personendaten => ({ ...daten, sprachen: sprachen ?? (sprache ? [sprache] : []) });
