import { sql } from 'drizzle-orm';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Klasse, Phase } from '../faelle/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import type { Beleg, Belege } from './rules.ts';

/** A step through the procedure as it was taken. */
export interface Phasenschritt {
  id: string;
  von: Phase;
  nach: Phase;
  am: Datum;
  begruendung: string;
  erfasstVon: string;
}

export interface Phasenlage {
  klasse: Klasse;
  phase: Phase | null;
  beendetAm: Datum | null;
  gestopptAm: Datum | null;
  belege: Belege;
}

interface Lagezeile extends Record<Beleg, boolean> {
  id: string; klasse: Klasse; phase: Phase | null; beendet_am: string | null; gestoppt_am: string | null; verpackt: Buffer; generation: number;
}

/** In the case `f`: written since the phase was last left. */
const seit = (phase: Phase) => sql`x.erfasst_am > coalesce((
  select max(w.erfasst_am) from app.phasenwechsel w where w.traeger_id = f.traeger_id and w.fall_id = f.id and w.von = ${phase}), '-infinity')`;

/** An Assessment counts from its first saving: what it was begun with was said elsewhere. */
const belege = sql`
  exists (select from app.assessments x where x.traeger_id = f.traeger_id and x.fall_id = f.id and x.anlass = 'assessment' and x.version > 1) as assessment,
  exists (select from app.planfassungen x where x.traeger_id = f.traeger_id and x.fall_id = f.id and ${seit('serviceplanung')}) as vereinbarung,
  exists (select from app.vermittlungen x where x.traeger_id = f.traeger_id and x.fall_id = f.id)
    or exists (select from app.versorgungsluecken x where x.traeger_id = f.traeger_id and x.fall_id = f.id) as vermittlung,
  exists (select from app.monitoringpruefungen x where x.traeger_id = f.traeger_id and x.fall_id = f.id and ${seit('monitoring')})
    or exists (select from app.zielbewertungen x where x.traeger_id = f.traeger_id and x.fall_id = f.id and ${seit('monitoring')}) as pruefung,
  exists (select from app.assessments x where x.traeger_id = f.traeger_id and x.fall_id = f.id and x.anlass = 'reassessment' and x.version > 1 and ${seit('reassessment')}) as reassessment,
  exists (select from app.evaluationen x where x.traeger_id = f.traeger_id and x.fall_id = f.id and x.sicht = 'ratsuchende') as evaluation_ratsuchende,
  exists (select from app.evaluationen x where x.traeger_id = f.traeger_id and x.fall_id = f.id and x.sicht = 'fachkraft') as evaluation_fachkraft`;

/** Where a case stands and what shows it, in one statement; null for a case that is not there for the asking person. */
export async function lesePhasenlage(tx: Tx, akteur: TraegerAkteur, nr: string): Promise<(Phasenlage & { fallId: string; schluessel: Datenschluessel }) | null> {
  const { rows } = await tx.execute<Lagezeile & Record<string, unknown>>(sql`
    select f.id, f.klasse, f.phase, f.beendet_am::text, f.gestoppt_am::text, s.verpackt, s.generation, ${belege}
      from app.faelle f join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
     where f.traeger_id = ${akteur.traegerId} and f.fallnummer = ${nr}`);
  if (!rows[0]) return null;
  const { id, klasse, phase, beendet_am: beendetAm, gestoppt_am: gestopptAm, verpackt, generation, ...belegt } = rows[0];
  return { fallId: id, klasse, phase, beendetAm, gestopptAm, belege: belegt, schluessel: akteur.tresor.oeffneSchluessel(id, verpackt, generation) };
}

/** The same with the steps so far, the newest first. Three statements. */
export async function getPhasen(akteur: TraegerAkteur, nr: string): Promise<(Phasenlage & { schritte: Phasenschritt[] }) | null> {
  return akteur.tx(async (tx) => {
    const lage = await lesePhasenlage(tx, akteur, nr);
    if (!lage) {
      await protokolliere(tx, akteur, 'fall.nicht_gefunden');
      return null;
    }
    const { fallId, schluessel, ...rest } = lage;
    const [{ rows }] = await Promise.all([
      tx.execute<Omit<Phasenschritt, 'begruendung' | 'erfasstVon'> & { begruendung_krypt: Buffer | null; erfasst_von: string } & Record<string, unknown>>(sql`
        select w.id, w.von, w.nach, w.am::text, w.begruendung_krypt, n.name as erfasst_von
          from app.phasenwechsel w join app.nutzer n on n.traeger_id = w.traeger_id and n.id = w.erfasst_von
         where w.traeger_id = ${akteur.traegerId} and w.fall_id = ${fallId} order by w.id desc limit 50`),
      protokolliere(tx, akteur, 'fall.gelesen', { fallId, fallnummer: nr }),
    ]);
    const schritte = rows.map(({ begruendung_krypt: krypt, erfasst_von: erfasstVon, ...schritt }) => ({
      ...schritt, erfasstVon,
      begruendung: krypt ? akteur.tresor.entschluessleText(krypt, schluessel, { besitzerId: schritt.id, spalte: 'phasenwechsel.begruendung', version: 1 }) : '',
    }));
    return { ...rest, schritte };
  });
}
