import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { leseFall } from '../faelle/data.server.ts';
import { leseZiele } from '../serviceplanung/data.server.ts';
import type { Antworten } from './rules.ts';
import type { Antwort } from './schema.ts';

/** The four answers about a referral on a day. */
export interface Monitoringpruefung extends Antworten {
  id: string;
  am: Datum;
  notiz: string;
  erfasstVon: string;
}

/** A running referral with its newest check. */
export interface GepruefteVermittlung {
  id: string;
  angebot: string;
  am: Datum;
  pruefenAm: Datum | null;
  /** It serves a step of the plan. */
  imPlan: boolean;
  letzte: Monitoringpruefung | null;
}

interface Zeile extends Record<string, unknown> {
  id: string; angebot: string; am: string; pruefen_am: string | null; im_plan: boolean; pruefung_id: string | null; geprueft_am: string; erreicht: Antwort; vollstaendig: Antwort; passend: Antwort; ziel_erreicht: Antwort;
  notiz_krypt: Buffer | null; von: string;
}

/** Referrals and goals of a case as the Monitoring looks at them; null for a case that is not there for the asking person. Five statements. */
export async function getMonitoring(akteur: TraegerAkteur, nr: string) {
  return akteur.tx(async (tx) => {
    const fall = await leseFall(tx, akteur, nr);
    if (!fall) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const [{ rows }, ziele] = await Promise.all([
      tx.execute<Zeile>(sql`
        select v.id, a.name as angebot, v.am::text, v.pruefen_am::text, v.massnahme_id is not null as im_plan, p.id as pruefung_id, p.am::text as geprueft_am, p.erreicht, p.vollstaendig, p.passend, p.ziel_erreicht, p.notiz_krypt, p.von
          from app.vermittlungen v
          join kreis.angebote a on a.kreis_id = v.kreis_id and a.id = v.angebot_id
          left join lateral (
            select m.*, n.name as von from app.monitoringpruefungen m join app.nutzer n on n.traeger_id = m.traeger_id and n.id = m.erfasst_von
             where m.traeger_id = v.traeger_id and m.fall_id = v.fall_id and m.vermittlung_id = v.id order by m.am desc, m.id desc limit 1) p on true
         where v.traeger_id = ${akteur.traegerId} and v.fall_id = ${fall.id} and v.stand in ('geplant', 'angefragt', 'angebunden') order by v.pruefen_am nulls last, v.id`),
      leseZiele(tx, akteur, fall),
      protokolliere(tx, akteur, 'monitoring.gelesen', { fallId: fall.id, fallnummer: nr }),
    ]);
    const vermittlungen = rows.map((z): GepruefteVermittlung => ({
      id: z.id, angebot: z.angebot, am: z.am, pruefenAm: z.pruefen_am, imPlan: z.im_plan,
      letzte: z.pruefung_id === null ? null : {
        id: z.pruefung_id, am: z.geprueft_am, erreicht: z.erreicht, vollstaendig: z.vollstaendig, passend: z.passend, zielErreicht: z.ziel_erreicht, erfasstVon: z.von,
        notiz: z.notiz_krypt ? akteur.tresor.entschluessleText(z.notiz_krypt, fall.schluessel, { besitzerId: z.pruefung_id, spalte: 'monitoringpruefungen.notiz', version: 1 }) : '',
      },
    }));
    return { klasse: fall.klasse, nurLesen: fall.nurLesen, vermittlungen, ziele: ziele.filter(({ oberzielId, stand }) => oberzielId !== null && stand === 'offen') };
  });
}
