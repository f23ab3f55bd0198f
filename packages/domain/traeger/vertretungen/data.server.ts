import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { standVon } from './rules.ts';
import type { Vertretungsstand } from './rules.ts';

export interface Vertretung {
  id: string;
  vertreteneId: string;
  vertretene: string;
  vertretungId: string;
  vertretung: string;
  von: Datum;
  bis: Datum;
  stand: Vertretungsstand;
  eingerichtetVon: string;
}

export interface Fachkraft {
  id: string;
  name: string;
}

/** Everything about one person's absences and those in which she stands in, newest last day first, fifty at most; and who could step in. */
export async function getVertretungen(akteur: TraegerAkteur, nutzerId: string): Promise<{ vertretungen: Vertretung[]; fachkraefte: Fachkraft[] }> {
  return akteur.tx(async (tx) => {
    const [vertretungen, fachkraefte] = await Promise.all([leseVertretungen(tx, akteur, nutzerId), leseFachkraefte(tx, akteur)]);
    return { vertretungen, fachkraefte };
  });
}

export async function leseVertretungen(tx: Tx, akteur: TraegerAkteur, nutzerId: string): Promise<Vertretung[]> {
  const { rows } = await tx.execute<Omit<Vertretung, 'stand'> & { beendet: boolean } & Record<string, unknown>>(sql`
    select v.id, v.vertretene_id as "vertreteneId", a.name as vertretene, v.vertretung_id as "vertretungId", b.name as vertretung,
           v.von::text, v.bis::text, v.beendet_am is not null as beendet, e.name as "eingerichtetVon"
      from app.vertretungen v
      join app.nutzer a on a.traeger_id = v.traeger_id and a.id = v.vertretene_id
      join app.nutzer b on b.traeger_id = v.traeger_id and b.id = v.vertretung_id
      join app.nutzer e on e.traeger_id = v.traeger_id and e.id = v.eingerichtet_von
     where v.traeger_id = ${akteur.traegerId} and (v.vertretene_id = ${nutzerId} or v.vertretung_id = ${nutzerId})
     order by v.bis desc, v.id desc limit 50`);
  return rows.map(({ beendet, ...zeile }) => ({ ...zeile, stand: standVon({ ...zeile, beendet }, heute()) }));
}

/** Colleagues who may be responsible for cases today. */
export async function leseFachkraefte(tx: Tx, { traegerId }: TraegerAkteur): Promise<Fachkraft[]> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select n.id, n.name from sec.fachkraefte() as m(id) join app.nutzer n on n.traeger_id = ${traegerId} and n.id = m.id order by n.name`);
  return rows;
}
