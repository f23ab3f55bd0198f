import { and, eq, sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { statusangaben } from '@kim/db/schema/status.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseBeteiligte, leseStatusangabe } from './data.server.ts';
import { artVon, pruefeAngabe } from './rules.ts';
import type { Statuseingabe, Statusgeheimnis } from './schema.ts';

const SPALTE = 'statusangaben.angaben';

const geheim = ({ dokumentnummer, notiz }: Statuseingabe): Statusgeheimnis => ({ dokumentnummer, notiz });

/** Adds an entry to the time line of a person in a case; what is wrong with it comes back by name. */
export async function erfasseStatusangabe(akteur: TraegerAkteur, nr: string, personId: string, eingabe: Statuseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const person = await leseBeteiligte(tx, akteur, nr, personId);
    if (!fall || !person) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const falsch = pruefeAngabe(eingabe, heute(), person.geburtsjahr);
    if (falsch) return fehler(falsch);
    const { code, von, bis } = eingabe;
    const angabenKrypt = akteur.tresor.verschluessle(geheim(eingabe), fall.schluessel, { besitzerId: id, spalte: SPALTE, version: 1 });
    await Promise.all([
      tx.insert(statusangaben).values({ traegerId: akteur.traegerId, id, fallId: fall.id, ratsuchendeId: personId, art: artVon(code), code, von, bis, angabenKrypt, erfasstVon: akteur.nutzerId }),
      protokolliere(tx, akteur, 'status.erfasst', { fallId: fall.id, fallnummer: nr, gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Corrects an entry read at `version`; its kind stays. A rule that has ended since stays with the entry that had it. */
export async function saveStatusangabe(akteur: TraegerAkteur, nr: string, personId: string, id: string, version: number, eingabe: Statuseingabe) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const [person, vorhanden] = [await leseBeteiligte(tx, akteur, nr, personId), await leseStatusangabe(tx, akteur, nr, personId, id)];
    if (!fall || !person || !vorhanden) return fehler('nicht_gefunden');
    const falsch = vorhanden.art === artVon(eingabe.code) ? pruefeAngabe(eingabe, heute(), person.geburtsjahr) : 'unbekannt';
    if (falsch) return fehler(falsch);
    const angabenKrypt = akteur.tresor.verschluessle(geheim(eingabe), fall.schluessel, { besitzerId: id, spalte: SPALTE, version: version + 1 });
    const { rowCount } = await tx.update(statusangaben)
      .set({ code: eingabe.code, von: eingabe.von, bis: eingabe.bis, angabenKrypt, version: version + 1 })
      .where(and(eq(statusangaben.traegerId, akteur.traegerId), eq(statusangaben.id, id), eq(statusangaben.version, version)));
    if (rowCount !== 1) return fehler('konflikt', { aktuell: vorhanden });
    await protokolliere(tx, akteur, 'status.geaendert', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

/** Takes back what was recorded by mistake. */
export async function entferneStatusangabe(akteur: TraegerAkteur, nr: string, personId: string, id: string) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const { rowCount } = await tx.execute(sql`
      delete from app.statusangaben where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and ratsuchende_id = ${personId} and id = ${id}`);
    if (rowCount !== 1) return fehler('nicht_gefunden');
    await protokolliere(tx, akteur, 'status.entfernt', { fallId: fall.id, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}
