import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { oeffneName } from '../faelle/data.server.ts';
import { alleSchreibweisen, anzeigename, vollerName } from '../ratsuchende/rules.ts';
import { koennteDieselbeSein } from './rules.ts';
import type { Verbund, Vergleichsperson } from './rules.ts';

/** Another record of what is or could be the same person. */
export interface Doppelte {
  id: string;
  name: string;
  geburtsjahr: number | null;
  faelle: string[];
}

interface Zeile extends Record<string, unknown> {
  id: string; aufgegangen_in: string | null; name_krypt: Buffer; name_version: number; verpackt: Buffer; generation: number; geburtsjahr: number | null; faelle: string[] | null;
}

const HOECHSTENS = 100;

const zeilen = ({ traegerId }: TraegerAkteur) => sql`
  select r.id, r.aufgegangen_in, r.name_krypt, r.version as name_version, k.verpackt, k.generation, s.geburtsjahr,
         (select json_agg(f.fallnummer order by f.id desc) from app.fallbeteiligte b join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id
           where b.traeger_id = r.traeger_id and b.ratsuchende_id = r.id) as faelle
    from app.ratsuchende r
    join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
    left join app.stammdaten s on s.traeger_id = r.traeger_id and s.ratsuchende_id = r.id
   where r.traeger_id = ${traegerId} and sec.kennt_person(r.id)`;

/** Records that stand together with this one, and those that could be her too; only whom one may know. */
export function getDoppelte(akteur: TraegerAkteur, personId: string): Promise<{ verbunden: Doppelte[]; vielleicht: Doppelte[] }> {
  return akteur.tx(async (tx) => {
    const gelesen = await leseDoppelte(tx, akteur, personId);
    const alsDoppelte = ({ id, anzeige, geburtsjahr, faelle }: Gelesene): Doppelte => ({ id, name: anzeige, geburtsjahr, faelle });
    return { verbunden: gelesen.verbunden.map(alsDoppelte), vielleicht: gelesen.vielleicht.map(alsDoppelte) };
  });
}

interface Gelesene extends Vergleichsperson, Verbund {
  anzeige: string;
  faelle: string[];
}

export async function leseDoppelte(tx: Tx, akteur: TraegerAkteur, personId: string): Promise<{ selbst: Gelesene | null; verbunden: Gelesene[]; vielleicht: Gelesene[] }> {
  const { rows: [eine] } = await tx.execute<Zeile>(sql`${zeilen(akteur)} and r.id = ${personId}`);
  if (!eine) return { selbst: null, verbunden: [], vielleicht: [] };
  const selbst = oeffne(akteur, eine);
  const haupt = selbst.aufgegangenIn ?? selbst.id;
  const tokens = akteur.tresor.suche(selbst.schreibweisen[0] ?? '').tokens;
  const gleichnamig = tokens.length === 0 ? sql`false` : sql.join(tokens.map((token) => sql`
    exists (select from app.namenstoken w where w.traeger_id = r.traeger_id and w.token = ${token} and w.ratsuchende_id = r.id)`), sql` and `);
  const { rows } = await tx.execute<Zeile>(sql`${zeilen(akteur)} and r.id <> ${personId}
    and (r.id = ${haupt} or r.aufgegangen_in = ${haupt} or (${gleichnamig})) order by r.id limit ${HOECHSTENS}`);
  const andere = rows.map((zeile) => oeffne(akteur, zeile));
  const gehoertDazu = ({ id, aufgegangenIn }: Verbund) => (aufgegangenIn ?? id) === haupt;
  return { selbst, verbunden: andere.filter(gehoertDazu), vielleicht: andere.filter((zeile) => !gehoertDazu(zeile) && koennteDieselbeSein(selbst, zeile)) };
}

function oeffne(akteur: TraegerAkteur, zeile: Zeile): Gelesene {
  const name = oeffneName(akteur, zeile);
  return {
    id: zeile.id, aufgegangenIn: zeile.aufgegangen_in, geburtsjahr: zeile.geburtsjahr, faelle: zeile.faelle ?? [], anzeige: anzeigename(akteur, name),
    schreibweisen: alleSchreibweisen(name), passt: akteur.tresor.suche(vollerName(name)).passt,
  };
}
