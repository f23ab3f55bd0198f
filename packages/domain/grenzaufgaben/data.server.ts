import { sql } from 'drizzle-orm';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { GRENZAUFGABEN } from '@kim/kreis/grenzaufgaben.ts';
import type { Grenzaufgabenart } from '@kim/kreis/grenzaufgaben.ts';
import { geltende, leseUebergabekriterien } from '@kim/kreis/uebergabekriterien.ts';
import { leseAngebotswahl } from '../angebote/data.server.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import type { Umgang } from './schema.ts';

/** A task beyond the boundaries as it was dealt with in a case. */
export interface Grenzeintrag {
  id: string;
  aufgabe: Grenzaufgabenart;
  umgang: Umgang;
  /** Name of the place; empty for an exception. */
  stelle: string;
  am: Datum;
  grund: string;
  erfasstVon: string;
}

/** A right address with how to reach it. */
export interface Anlaufstelle {
  id: string;
  name: string;
  anschrift: string;
  telefon: string;
  zeiten: string;
}

interface Zeile extends Record<string, unknown> {
  id: string; aufgabe: Grenzaufgabenart; umgang: Umgang; stelle: string; am: string; inhalt_krypt: Buffer | null; erfasst_von: string;
}

/** What was dealt with so far, and the addresses for a task that serve the commune of this case; null for a case that is not there for the asking person. Six statements. */
export async function getGrenzaufgaben(akteur: TraegerAkteur, nr: string, aufgabe: Grenzaufgabenart | null) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [{ rows }, stellen, angebote, kriterien] = await Promise.all([
      tx.execute<Zeile>(sql`
        select g.id, g.aufgabe, g.umgang, coalesce(a.name, '') as stelle, g.am::text, g.inhalt_krypt, n.name as erfasst_von
          from app.grenzaufgaben g
          left join kreis.angebote a on a.kreis_id = g.kreis_id and a.id = g.angebot_id
          join app.nutzer n on n.traeger_id = g.traeger_id and n.id = g.erfasst_von
         where g.traeger_id = ${akteur.traegerId} and g.fall_id = ${fall.id} order by g.id desc limit 50`),
      aufgabe ? tx.execute<Anlaufstelle & Record<string, unknown>>(sql`
        select a.id, a.name, a.anschrift, a.telefon, a.zeiten from kreis.angebote a
         where a.name = any (${sql.param([...GRENZAUFGABEN[aufgabe].stellen])}::text[]) and (a.geschlossen_am is null or a.geschlossen_am > ${heute()})
           and (a.einzugsgebiet = '{}' or (select f.kommune_id from app.faelle f where f.traeger_id = ${akteur.traegerId} and f.id = ${fall.id}) = any (a.einzugsgebiet)) order by a.name, a.id`) : { rows: [] },
      leseAngebotswahl(tx),
      leseUebergabekriterien(tx),
      protokolliere(tx, akteur, 'grenzaufgabe.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const eintraege = rows.map(({ inhalt_krypt: krypt, erfasst_von: erfasstVon, ...zeile }): Grenzeintrag => ({
      ...zeile, erfasstVon, grund: krypt ? akteur.tresor.entschluessleText(krypt, fall.schluessel, { besitzerId: zeile.id, spalte: 'grenzaufgaben.inhalt', version: 1 }) : '',
    }));
    return { nurLesen: fall.nurLesen, uebergabekriterien: geltende(kriterien, heute()), eintraege, stellen: stellen.rows as Anlaufstelle[], angebote };
  });
}
