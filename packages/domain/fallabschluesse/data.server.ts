import { sql } from 'drizzle-orm';
import type { TraegerAkteur } from '../akteur.ts';
import type { Klasse } from '../faelle/schema.ts';
import { istBeratung } from '../kontakte/data.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { endetFruehestens } from './rules.ts';
import type { Ergebnis, Grund } from './rules.ts';
import type { DURCH, WIEDERAUFNAHMEGRUND } from './labels.ts';

/** How a case ended once. */
export interface Fallabschluss {
  id: string;
  am: string;
  grund: Grund;
  durch: keyof typeof DURCH;
  ergebnis: Ergebnis | null;
  notiz: string;
  erfasstVon: string;
}

interface Fallzustand extends Record<string, unknown> {
  id: string; klasse: Klasse; eroeffnet_am: string; beendet_am: string | null; gestoppt_am: string | null; verpackt: Buffer; generation: number; zustaendig_id: string | null; fachkraft: string; letzter_kontakt: string | null; beratungen: number; widerruf_erfasst: boolean;
}

interface Abschlusszeile extends Record<string, unknown> {
  id: string; am: string; grund: Grund; durch: keyof typeof DURCH; ergebnis: Ergebnis | null; notiz_krypt: Buffer; erfasst_von: string;
}

/** Every ending and reopening of a case, the newest first, with what the form needs to end it now. */
export async function getAbschluss(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const { rows: [fall] } = await tx.execute<Fallzustand>(sql`
      select f.id, f.klasse, f.eroeffnet_am::text, f.beendet_am::text, f.gestoppt_am::text, s.verpackt, s.generation, z.nutzer_id as zustaendig_id, coalesce(n.name, '') as fachkraft,
             l.letzter_kontakt, l.beratungen,
             exists (select from app.einwilligungen e where e.traeger_id = f.traeger_id and e.fall_id = f.id and e.stand = 'widerrufen') as widerruf_erfasst
        from app.faelle f
        join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
        left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
        left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
        cross join lateral (
          select max(k.am)::text as letzter_kontakt, (count(*) filter (where ${istBeratung}))::int as beratungen
            from app.kontakte k where k.traeger_id = f.traeger_id and k.fall_id = f.id) l
       where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const schluessel = akteur.tresor.oeffneSchluessel(fall.id, fall.verpackt, fall.generation);
    const [abschluesse, wiederaufnahmen] = await Promise.all([
      tx.execute<Abschlusszeile>(sql`
        select a.id, a.am::text, a.grund, a.durch, a.ergebnis, a.notiz_krypt, n.name as erfasst_von
          from app.fallabschluesse a join app.nutzer n on n.traeger_id = a.traeger_id and n.id = a.erfasst_von
         where a.traeger_id = ${akteur.traegerId} and a.fall_id = ${fall.id} order by a.id desc`),
      tx.execute<{ am: string; grund: keyof typeof WIEDERAUFNAHMEGRUND }>(sql`
        select gilt_ab::text as am, wert as grund from app.fallereignisse
         where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and art = 'wiederaufnahme' order by id desc`),
      protokolliere(tx, akteur, 'fall.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const oeffne = ({ notiz_krypt: krypt, erfasst_von: erfasstVon, ...zeile }: Abschlusszeile): Fallabschluss =>
      ({ ...zeile, erfasstVon, notiz: akteur.tresor.entschluessleText(krypt, schluessel, { besitzerId: zeile.id, spalte: 'fallabschluesse.notiz', version: 1 }) });
    return {
      klasse: fall.klasse, beendetAm: fall.beendet_am, gestopptAm: fall.gestoppt_am, zustaendigId: fall.zustaendig_id, fachkraft: fall.fachkraft,
      beratungen: fall.beratungen, widerrufErfasst: fall.widerruf_erfasst,
      fruehestens: endetFruehestens(fall.eroeffnet_am, fall.letzter_kontakt), abschluesse: abschluesse.rows.map(oeffne), wiederaufnahmen: wiederaufnahmen.rows,
    };
  });
}
