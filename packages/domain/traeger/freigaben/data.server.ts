import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import { darf } from '@kim/policies/ability.ts';
import type { Freigabeart } from '@kim/policies/freigaben.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { standVon } from './rules.ts';
import type { Freigabestand } from './rules.ts';

export interface Freigabe {
  id: string;
  art: Freigabeart;
  beantragtVonId: string;
  beantragtVon: string;
  betrifftId: string;
  betrifft: string;
  /** Who could read afterwards; null for „zugang“. */
  beguenstigtId: string | null;
  beguenstigt: string | null;
  von: Datum | null;
  bis: Datum | null;
  /** Ids of the cases of an Übergabe, and their Fallnummern as far as the asking person sees them. */
  faelle: string[];
  fallnummern: string[];
  beantragtAm: Date;
  entschiedenVon: string | null;
  entschiedenAm: Date | null;
  stand: Freigabestand;
}

interface Zeile extends Record<string, unknown>, Omit<Freigabe, 'beantragtAm' | 'entschiedenAm' | 'stand'> {
  beantragtAm: string; entschiedenAm: string | null; eingeloestAm: string | null; bestaetigt: 'ja' | 'nein' | null;
}

/** All of them that the asking person may see: the database shows a Fachkraft what concerns her, Leitung and administration all. */
const freigaben = ({ traegerId }: TraegerAkteur) => sql`
  select f.id, f.art, f.beantragt_von as "beantragtVonId", a.name as "beantragtVon", f.betrifft_id as "betrifftId", b.name as betrifft,
         f.beguenstigt_id as "beguenstigtId", g.name as beguenstigt, f.von::text, f.bis::text, coalesce(f.faelle, '{}') as faelle,
         f.beantragt_am as "beantragtAm", e.name as "entschiedenVon", f.entschieden_am as "entschiedenAm", f.eingeloest_am as "eingeloestAm", f.bestaetigt,
         coalesce((select array_agg(x.fallnummer order by x.fallnummer) from app.faelle x where x.traeger_id = f.traeger_id and x.id = any (f.faelle)), '{}') as fallnummern
    from app.freigaben f
    join app.nutzer a on a.traeger_id = f.traeger_id and a.id = f.beantragt_von
    join app.nutzer b on b.traeger_id = f.traeger_id and b.id = f.betrifft_id
    left join app.nutzer g on g.traeger_id = f.traeger_id and g.id = f.beguenstigt_id
    left join app.nutzer e on e.traeger_id = f.traeger_id and e.id = f.entschieden_von
   where f.traeger_id = ${traegerId}`;

function alsFreigabe({ beantragtAm, entschiedenAm, eingeloestAm, bestaetigt, ...zeile }: Zeile): Freigabe {
  const entschieden = entschiedenAm ? new Date(entschiedenAm) : null;
  const stand = standVon({ art: zeile.art, bestaetigt, entschiedenAm: entschieden, eingeloestAm: eingeloestAm ? new Date(eingeloestAm) : null }, new Date());
  return { ...zeile, beantragtAm: new Date(beantragtAm), entschiedenAm: entschieden, stand };
}

export interface Freigabenliste {
  /** Waiting for the asking person. */
  fuerMich: Freigabe[];
  /** Asked for by her, not yet used up. */
  vonMir: Freigabe[];
  /** Everything else that she may see, newest first. */
  uebrige: Freigabe[];
}

/** The hundred newest, sorted by what the asking person has to do with them. */
export async function listFreigaben(akteur: TraegerAkteur): Promise<Freigabenliste> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile>(sql`${freigaben(akteur)} order by f.entschieden_am is not null, f.id desc limit 100`);
    const liste: Freigabenliste = { fuerMich: [], vonMir: [], uebrige: [] };
    for (const freigabe of rows.map(alsFreigabe)) {
      const { beantragtVonId, stand } = freigabe;
      if (stand === 'offen' && darf(akteur, 'entscheiden', 'Freigabe', freigabe)) liste.fuerMich.push(freigabe);
      else if (beantragtVonId === akteur.nutzerId && (stand === 'offen' || stand === 'zugestimmt')) liste.vonMir.push(freigabe);
      else liste.uebrige.push(freigabe);
    }
    return liste;
  });
}

export async function leseFreigabe(tx: Tx, akteur: TraegerAkteur, id: string): Promise<Freigabe | null> {
  const { rows } = await tx.execute<Zeile>(sql`${freigaben(akteur)} and f.id = ${id}`);
  return rows[0] ? alsFreigabe(rows[0]) : null;
}

/** The asking administrator's own „zugang“ for this person that still waits or can be used; the newest. */
export async function leseZugangsfreigabe(tx: Tx, akteur: TraegerAkteur, nutzerId: string): Promise<Freigabe | null> {
  const { rows } = await tx.execute<Zeile>(sql`${freigaben(akteur)}
    and f.art = 'zugang' and f.betrifft_id = ${nutzerId} and f.beantragt_von = ${akteur.nutzerId} and f.eingeloest_am is null
    and (f.bestaetigt is null or f.bestaetigt = 'ja') order by f.bestaetigt is null, f.id desc limit 1`);
  const freigabe = rows[0] ? alsFreigabe(rows[0]) : null;
  return freigabe?.stand === 'verfallen' ? null : freigabe;
}
