import { and, eq, sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { neueId } from '@kim/core/ids.ts';
import { kontakte } from '@kim/db/schema/kontakte.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { istOrt } from '../orte/data.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseKontakt } from './data.server.ts';
import { klingtNachUebersetzen } from './rules.ts';
import type { Kontakteingabe } from './schema.ts';

/** Writes an entry into the record of a case. A Begleitung that reads like interpreting is asked back once (`uebersetzung`). */
export async function erfasseKontakt(akteur: TraegerAkteur, nr: string, eingabe: Kontakteingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm && eingabe.am > fall.beendetAm) return fehler('beendet');
    if (eingabe.ort && !(await istOrt(tx, akteur, eingabe.ort, eingabe.am))) return fehler('ort');
    if (klingtNachUebersetzen(eingabe) && !eingabe.trotzdem) return fehler('uebersetzung');
    await legeKontaktAn(tx, akteur, { ...fall, fallnummer: nr }, id, eingabe);
    return ok({ neu: true, ergebnis: id });
  });
}

/** The row and its protocol line, within a work that has locked the case. */
export function legeKontaktAn(tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, id: string, eingabe: Kontakteingabe) {
  const { traegerId, nutzerId, tresor } = akteur;
  return Promise.all([
    tx.insert(kontakte).values({
      traegerId, id, fallId: fall.id, erfasstVon: nutzerId, ...spalten(eingabe),
      notizKrypt: tresor.verschluessle(eingabe.notiz, fall.schluessel, { besitzerId: id, spalte: 'kontakte.notiz', version: 1 }),
    }),
    protokolliere(tx, akteur, 'kontakt.erfasst', { fallId: fall.id, fallnummer: fall.fallnummer, gegenstandId: id }),
  ]);
}

/** Changes an entry that was read at `version`; when somebody saved in between, both versions come back and nothing is lost. */
export async function saveKontakt(akteur: TraegerAkteur, nr: string, id: string, version: number, eingabe: Kontakteingabe) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const gelesen = await leseKontakt(tx, akteur, nr, id);
    if (!fall || !gelesen) return fehler('nicht_gefunden');
    if (eingabe.ort && eingabe.ort !== gelesen.kontakt.ort?.id && !(await istOrt(tx, akteur, eingabe.ort, eingabe.am))) return fehler('ort');
    if (klingtNachUebersetzen(eingabe) && !eingabe.trotzdem) return fehler('uebersetzung');
    const notizKrypt = akteur.tresor.verschluessle(eingabe.notiz, gelesen.schluessel, { besitzerId: id, spalte: 'kontakte.notiz', version: version + 1 });
    const geaendert = await tx.update(kontakte)
      .set({ ...spalten(eingabe), notizKrypt, geaendertVon: akteur.nutzerId, geaendertAm: sql`now()`, version: version + 1 })
      .where(and(eq(kontakte.traegerId, akteur.traegerId), eq(kontakte.id, id), eq(kontakte.version, version)));
    if (geaendert.rowCount !== 1) {
      const aktuell = await leseKontakt(tx, akteur, nr, id);
      return fehler('konflikt', { aktuell: aktuell?.kontakt ?? gelesen.kontakt });
    }
    await protokolliere(tx, akteur, 'kontakt.geaendert', { fallId: gelesen.fallId, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

const spalten = ({ am, kanal, dauer, leistung, zweck, ort, sprachmittlung, themen, ausgefallen }: Kontakteingabe) => ({
  am, kanal, dauerMinuten: dauer, leistung: leistung ?? null, zweck: zweck ?? null, ortId: ort ?? null, sprachmittlung: sprachmittlung ?? null,
  themen: themen ?? [], ausgefallen: ausgefallen === 'ja',
});
