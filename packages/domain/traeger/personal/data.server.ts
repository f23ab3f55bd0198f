import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Traegerrolle } from '@kim/policies/rollen.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { leseZugangsfreigabe } from '../freigaben/data.server.ts';
import type { Freigabe } from '../freigaben/data.server.ts';
import { leseFachkraefte, leseVertretungen } from '../vertretungen/data.server.ts';
import type { Fachkraft, Vertretung } from '../vertretungen/data.server.ts';
import { geordnet, vergleiche, zustandVon } from './rules.ts';
import type { Zustand } from './rules.ts';

export interface Person {
  id: string;
  name: string;
  version: number;
  email: string;
  rollen: Traegerrolle[];
  zustand: Zustand;
  zweiterFaktor: boolean;
  /** Running cases for which she is responsible. */
  laufend: number;
  /** The same and those already ended: all that must be handed over when she leaves. */
  zustaendig: number;
}

interface Zeile extends Record<string, unknown> {
  id: string; name: string; version: number; email: string | null; rollen: string[] | null; angenommen: boolean | null; beendet: boolean | null;
  zweiter_faktor: boolean | null; laufend: number; zustaendig: number;
}

const personal = ({ traegerId }: TraegerAkteur) => sql`
  select n.id, n.name, n.version, p.email, p.rollen, p.angenommen, p.beendet, p.zweiter_faktor, coalesce(z.laufend, 0) as laufend, coalesce(z.zustaendig, 0) as zustaendig
    from app.nutzer n
    left join sec.personal() p on p.nutzer_id = n.id
    left join (
      select z.nutzer_id, count(*)::int as zustaendig, (count(*) filter (where f.beendet_am is null))::int as laufend
        from app.zustaendigkeiten z join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id
       where z.traeger_id = ${traegerId} and z.bis is null group by z.nutzer_id) z on z.nutzer_id = n.id
   where n.traeger_id = ${traegerId}`;

function alsPerson({ id, name, version, email, rollen, zweiter_faktor: faktor, laufend, zustaendig, ...zeile }: Zeile): Person {
  return { id, name, version, email: email ?? '', rollen: geordnet(rollen ?? []), zustand: zustandVon(zeile), zweiterFaktor: faktor === true, laufend, zustaendig };
}

/** Everybody who works or worked here, and who is invited. */
export async function listPersonal(akteur: TraegerAkteur): Promise<Person[]> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile>(personal(akteur));
    return rows.map(alsPerson).sort(vergleiche);
  });
}

export async function lesePersonaleintrag(tx: Tx, akteur: TraegerAkteur, id: string): Promise<Person | null> {
  const { rows } = await tx.execute<Zeile>(sql`${personal(akteur)} and n.id = ${id}`);
  return rows[0] ? alsPerson(rows[0]) : null;
}

export interface Stellenanteil extends Record<string, unknown> {
  stelleId: string;
  bezeichnung: string;
  /** VZÄ × 100. */
  anteil: number;
  von: Datum;
  bis: Datum | null;
}

export interface Personalakte {
  person: Person;
  besetzungen: Stellenanteil[];
  vertretungen: Vertretung[];
  fachkraefte: Fachkraft[];
  /** What the asking administrator asked for to open this account anew, while it waits or can be used. */
  zugangsfreigabe: Freigabe | null;
}

/** One colleague with her posts and absences; null, with a line, for an id that the Träger does not have. */
export async function getPersonalakte(akteur: TraegerAkteur, id: string): Promise<Personalakte | null> {
  return akteur.tx(async (tx) => {
    const [person, besetzungen, vertretungen, fachkraefte, zugangsfreigabe] = await Promise.all([
      lesePersonaleintrag(tx, akteur, id),
      tx.execute<Stellenanteil>(sql`
        select s.id as "stelleId", s.bezeichnung, b.anteil_hundertstel as anteil, b.von::text, b.bis::text
          from app.besetzungen b join app.stellen s on s.traeger_id = b.traeger_id and s.id = b.stelle_id
         where b.traeger_id = ${akteur.traegerId} and b.nutzer_id = ${id} order by b.von desc, b.id`),
      leseVertretungen(tx, akteur, id),
      leseFachkraefte(tx, akteur),
      leseZugangsfreigabe(tx, akteur, id),
    ]);
    if (person) return { person, besetzungen: besetzungen.rows, vertretungen, fachkraefte, zugangsfreigabe };
    await protokolliere(tx, akteur, 'eintrag.nicht_gefunden');
    return null;
  });
}
