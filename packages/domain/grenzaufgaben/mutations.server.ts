import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { grenzaufgaben } from '@kim/db/schema/linking.ts';
import { leseWaehlbaresAngebot } from '../angebote/data.server.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import type { Grenzaufgabeneingabe } from './schema.ts';

/** Writes down where somebody was sent with a task that is not KIM's, or why it was done all the same (R83). */
export async function erfasseGrenzaufgabe(akteur: TraegerAkteur, nr: string, { aufgabe, umgang, angebot, am, grund }: Grenzaufgabeneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    const stelle = umgang === 'verwiesen' ? angebot : null;
    if (stelle && !(await leseWaehlbaresAngebot(tx, stelle, am))) return fehler('angebot');
    await Promise.all([
      tx.insert(grenzaufgaben).values({
        traegerId: akteur.traegerId, kreisId: akteur.kreisId, id, fallId: fall.id, aufgabe, umgang, angebotId: stelle, am, erfasstVon: akteur.nutzerId,
        inhaltKrypt: grund ? akteur.tresor.verschluessle(grund, fall.schluessel, { besitzerId: id, spalte: 'grenzaufgaben.inhalt', version: 1 }) : null,
      }),
      protokolliere(tx, akteur, 'grenzaufgabe.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}
