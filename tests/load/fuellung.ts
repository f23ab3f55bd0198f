import { setImmediate as atme } from 'node:timers/promises';
import type pg from 'pg';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import { Erzeuger, TABELLEN } from './erzeuger.ts';
import type { ErzeugterFall, Fallwunsch, Traegerbestand } from './erzeuger.ts';
import { EIGENE_FAELLE } from './groessen.ts';
import { kopiere } from './kopie.ts';
import { Zufall } from './zufall.ts';

const FAELLE_JE_BLATT = 500;

/**
 * The mixture: three cases in ten are Case Management of a colleague, the rest shared; most have ended. Evenly among
 * them, the running cases of the measured Fachkraft, more than half of them Case Management.
 */
export function verteileFaelle(traeger: Traegerbestand, gemessene: string | null, anzahl: number): (Fallwunsch & { eigener: boolean })[] {
  const zufall = new Zufall(Number.parseInt(traeger.kennung, 36));
  const abstand = Math.floor(anzahl / EIGENE_FAELLE);
  return Array.from({ length: anzahl }, (_, nummer) => {
    const eigener = gemessene !== null && nummer % abstand === 0 && nummer / abstand < EIGENE_FAELLE;
    const wurf = zufall.zahl();
    const klasse = wurf < (eigener ? 0.6 : 0.3) ? 'case_management' : wurf < 0.95 ? 'kurzberatung' : 'verweis';
    return {
      nummer, klasse, eigener,
      laeuft: eigener || zufall.zahl() < (klasse === 'case_management' ? 0.4 : 0.15),
      fachkraft: eigener ? gemessene : zufall.aus(traeger.fachkraefte),
      kontakte: eigener ? zufall.von(6, 12) : zufall.von(1, 9),
    };
  });
}

/** Writes all cases of one Träger; answers those of the measured Fachkraft. */
export async function fuelleTraeger(sql: pg.Client, bund: Schluesselbund, traeger: Traegerbestand, faelle: readonly (Fallwunsch & { eigener: boolean })[]): Promise<ErzeugterFall[]> {
  const erzeuger = new Erzeuger(traeger, tresorFuer(bund, traeger.id), Number.parseInt(traeger.kennung, 36));
  const eigene: ErzeugterFall[] = [];
  let geschrieben: Promise<unknown> = Promise.resolve();
  for (const [nr, { eigener, ...wunsch }] of faelle.entries()) {
    const fall = erzeuger.erzeuge(wunsch, faelle.length);
    if (eigener) eigene.push(fall);
    // The database reads what was sent while the next rows are encrypted.
    if (nr % 25 === 0) await atme();
    if ((nr + 1) % FAELLE_JE_BLATT !== 0 && nr + 1 !== faelle.length) continue;
    await geschrieben;
    geschrieben = schreibe(sql, erzeuger);
  }
  await geschrieben;
  return eigene;
}

async function schreibe(sql: pg.Client, erzeuger: Erzeuger): Promise<void> {
  for (const [tabelle, zeilen] of erzeuger.nimmBlaetter()) await kopiere(sql, tabelle, TABELLEN[tabelle], zeilen);
}
