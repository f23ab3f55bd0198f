import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import type { Rechtskreis } from '@kim/kreis/rechtskreise.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Kommunenwahl } from '../faelle/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseKommunen } from '../traeger/stellen/data.server.ts';

/** An entry of the partner directory (R115, R116). */
export interface Angebot {
  id: string;
  name: string;
  organisation: string;
  rechtskreis: Rechtskreis;
  bereiche: Bedarfsbereich[];
  /** Ids of communes; none stands for all. */
  einzugsgebiet: string[];
  /** ISO 639-3. */
  sprachen: string[];
  anschrift: string;
  anfahrt: string;
  telefon: string;
  email: string;
  web: string;
  zeiten: string;
  hinweise: string;
  /** Seen by the own Träger alone. */
  nurEigene: boolean;
  /** Day on which somebody last made sure of it; null when nobody has. */
  geprueftAm: Datum | null;
  geschlossenAm: Datum | null;
  /** Whose Träger and Fachkraft see to it; empty while nobody does. */
  pflegeTraeger: string;
  pflegePerson: string;
  /** The asking Träger may change it. */
  pflegbar: boolean;
  version: number;
}

/** Codes and words of the filter; institutions are no persons, so it stands in the address. */
export interface Angebotsfilter {
  q?: string | undefined;
  bereich?: string | undefined;
  kommune?: string | undefined;
  rechtskreis?: string | undefined;
  sprache?: string | undefined;
  /** „Name|id“ of the last entry of the page before. */
  nach?: string | undefined;
}

const SEITE = 50;

const angebote = ({ traegerId }: TraegerAkteur) => sql`
  select a.id, a.name, a.organisation, a.rechtskreis, a.bereiche, a.einzugsgebiet, a.sprachen, a.anschrift, a.anfahrt, a.telefon, a.email, a.web, a.zeiten, a.hinweise,
         a.nur_fuer_id is not null as "nurEigene", a.geprueft_am::text as "geprueftAm", a.geschlossen_am::text as "geschlossenAm", coalesce(t.name, '') as "pflegeTraeger",
         coalesce(n.name, '') as "pflegePerson", a.pflege_traeger_id is null or a.pflege_traeger_id = ${traegerId} as pflegbar, a.version
    from kreis.angebote a
    left join kreis.traeger t on t.kreis_id = a.kreis_id and t.id = a.pflege_traeger_id
    left join app.nutzer n on n.traeger_id = a.pflege_traeger_id and n.id = a.pflege_nutzer_id`;

/** Fifty entries by name, closed ones last of their name, the communes to filter by, and where the next page begins. Two statements. */
export async function listAngebote(akteur: TraegerAkteur, { q, bereich, kommune, rechtskreis, sprache, nach }: Angebotsfilter): Promise<{ angebote: Angebot[]; kommunen: Kommunenwahl[]; weiter: string | null }> {
  const [nachName, nachId] = nach?.split('|') ?? [];
  const bedingungen = sql.join([
    sql`true`,
    ...(q ? [sql`(strpos(lower(a.name), lower(${q})) > 0 or strpos(lower(a.organisation), lower(${q})) > 0)`] : []),
    ...(bereich ? [sql`${bereich} = any (a.bereiche)`] : []),
    ...(kommune ? [sql`(a.einzugsgebiet = '{}' or ${kommune} = any (a.einzugsgebiet::text[]))`] : []),
    ...(rechtskreis ? [sql`a.rechtskreis = ${rechtskreis}`] : []),
    ...(sprache ? [sql`${sprache} = any (a.sprachen)`] : []),
    ...(nachName && nachId ? [sql`(a.name, a.id::text) > (${nachName}, ${nachId})`] : []),
  ], sql` and `);
  return akteur.tx(async (tx) => {
    const [{ rows }, kommunen] = await Promise.all([
      tx.execute<Angebot & Record<string, unknown>>(sql`${angebote(akteur)} where ${bedingungen} order by a.name, a.id::text limit ${SEITE + 1}`),
      leseKommunen(tx, akteur),
    ]);
    const seite = rows.slice(0, SEITE);
    const letztes = seite.at(-1);
    return { angebote: seite, kommunen, weiter: rows.length > SEITE && letztes ? `${letztes.name}|${letztes.id}` : null };
  });
}

/** One entry and the communes it may serve; null for one that is not there for the asking Träger. */
export async function getAngebot(akteur: TraegerAkteur, id: string): Promise<{ angebot: Angebot; kommunen: Kommunenwahl[] } | null> {
  return akteur.tx(async (tx) => {
    const [angebot, kommunen] = await Promise.all([leseAngebot(tx, akteur, id), leseKommunen(tx, akteur)]);
    if (angebot) return { angebot, kommunen };
    await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
    return null;
  });
}

export async function leseAngebot(tx: Tx, akteur: TraegerAkteur, id: string): Promise<Angebot | null> {
  const { rows } = await tx.execute<Angebot & Record<string, unknown>>(sql`${angebote(akteur)} where a.id = ${id}`);
  return rows[0] ?? null;
}

/** An entry of the directory to choose from. */
export interface Angebotswahl {
  id: string;
  name: string;
  geschlossen: boolean;
}

/** Everything in the directory that the asking Träger may see, by name; row-level security says what that is. */
export async function leseAngebotswahl(tx: Tx): Promise<Angebotswahl[]> {
  const { rows } = await tx.execute<Angebotswahl & Record<string, unknown>>(sql`
    select id, name, geschlossen_am is not null and geschlossen_am <= ${heute()} as geschlossen from kreis.angebote order by name, id`);
  return rows;
}

/** One that was open on that day; null for a closed or unknown one. */
export async function leseWaehlbaresAngebot(tx: Tx, id: string, am: Datum): Promise<{ id: string; name: string } | null> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from kreis.angebote where id = ${id} and (geschlossen_am is null or geschlossen_am > ${am})`);
  return rows[0] ?? null;
}
