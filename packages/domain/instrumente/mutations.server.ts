import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { instrumente } from '@kim/db/schema/assessment.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { istDabei, leseFallZumPlanen } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseInstrument } from './data.server.ts';
import type { Instrumentinhalt } from './data.server.ts';
import { VORDRUCKE } from './labels.ts';
import { waehlbare } from './rules.ts';
import type { Instrumentbeginn, Instrumenteingabe, Instrumentstand } from './schema.ts';

const SPALTE = 'instrumente.inhalt';

/** Begins an instrument with the newest version of its form. */
export async function beginneInstrument(akteur: TraegerAkteur, nr: string, { art, person }: Instrumentbeginn, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const [fall, id] = [gelesen.wert, neueId()];
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const vordruck = waehlbare(VORDRUCKE).find((einer) => einer.art === art);
    if (!vordruck) return fehler('vordruck');
    if (!(await istDabei(tx, akteur, fall.id, person))) return fehler('person');
    const inhalt: Instrumentinhalt = { zeilen: [] };
    await Promise.all([
      tx.insert(instrumente).values({
        traegerId: akteur.traegerId, id, fallId: fall.id, art, fassung: vordruck.fassung, ratsuchendeId: person, am: heute(), stand: 'entwurf', erfasstVon: akteur.nutzerId,
        inhaltKrypt: akteur.tresor.verschluessle(inhalt, fall.schluessel, { besitzerId: id, spalte: SPALTE, version: 1 }),
      }),
      protokolliere(tx, akteur, 'instrument.begonnen', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Saves an instrument that was read at its version. What is completed stays as it is; a person who has left the case stays where she was named. */
export async function saveInstrument(akteur: TraegerAkteur, nr: string, id: string, { version, am, person, zeilen }: Instrumenteingabe, stand: Instrumentstand) {
  return mitSpur(akteur, async (tx) => {
    const gelesen = await leseFallZumPlanen(tx, akteur, nr);
    if (!gelesen.ok) return gelesen;
    const fall = gelesen.wert;
    const bisher = await leseInstrument(tx, akteur, fall, id);
    if (!bisher) return fehler('nicht_gefunden');
    const gleich = isDeepStrictEqual([bisher.am, bisher.personId, bisher.zeilen, bisher.stand], [am, person, zeilen, stand]);
    if (bisher.version !== version && gleich) return ok(bisher.version);
    if (bisher.stand === 'abgeschlossen') return fehler('abgeschlossen');
    if (bisher.version !== version) return fehler('konflikt', { aktuell: bisher });
    if (person !== bisher.personId && !(await istDabei(tx, akteur, fall.id, person))) return fehler('person');
    const inhalt: Instrumentinhalt = { zeilen };
    await Promise.all([
      tx.execute(sql`
        update app.instrumente set ratsuchende_id = ${person}, am = ${am}, stand = ${stand}, geaendert_von = ${akteur.nutzerId}, geaendert_am = now(), version = version + 1,
               inhalt_krypt = ${akteur.tresor.verschluessle(inhalt, fall.schluessel, { besitzerId: id, spalte: SPALTE, version: version + 1 })}
         where traeger_id = ${akteur.traegerId} and id = ${id}`),
      protokolliere(tx, akteur, 'instrument.gespeichert', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok(version + 1);
  });
}
