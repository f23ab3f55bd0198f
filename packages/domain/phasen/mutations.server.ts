import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { fallereignisse, phasenwechsel } from '@kim/db/schema/faelle.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { lesePhasenlage } from './data.server.ts';
import { fehlendeBelege, uebergaenge } from './rules.ts';
import type { Phasenwechseleingabe } from './schema.ts';

/** Takes a case from the phase that was shown into another one that the table allows (R53), with its dated row (D12). */
export async function wechslePhase(akteur: TraegerAkteur, nr: string, { von, nach, begruendung }: Phasenwechseleingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    if (fall.klasse !== 'case_management') return fehler('kein_case_management');
    if (fall.phase !== von) return fehler('konflikt');
    const lage = await lesePhasenlage(tx, akteur, nr);
    const uebergang = lage && uebergaenge(von, lage.belege).find((einer) => einer.nach === nach);
    if (!uebergang) return fehler('nicht_moeglich');
    if (uebergang.begruenden && !begruendung) return fehler('begruendung_fehlt', { zurueck: uebergang.art === 'zurueck', fehlend: fehlendeBelege(von, lage.belege) });
    const { traegerId, nutzerId, tresor } = akteur;
    const am = heute();
    await Promise.all([
      tx.execute(sql`update app.faelle set phase = ${nach}, version = version + 1 where traeger_id = ${traegerId} and id = ${fall.id}`),
      tx.insert(fallereignisse).values({ traegerId, id: neueId(), fallId: fall.id, art: 'phase', wert: nach, giltAb: am, erfasstVon: nutzerId }),
      tx.insert(phasenwechsel).values({
        traegerId, id, fallId: fall.id, von, nach, am, erfasstVon: nutzerId,
        begruendungKrypt: begruendung ? tresor.verschluessle(begruendung, fall.schluessel, { besitzerId: id, spalte: 'phasenwechsel.begruendung', version: 1 }) : null,
      }),
      protokolliere(tx, akteur, 'fall.phase', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}
