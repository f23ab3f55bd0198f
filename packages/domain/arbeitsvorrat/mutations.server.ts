import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { ansichten, wiedervorlagen } from '@kim/db/schema/arbeitsvorrat.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import type { Wiedervorlageneingabe } from './schema.ts';

export async function erfasseWiedervorlage(akteur: TraegerAkteur, nr: string, eingabe: Wiedervorlageneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    await legeWiedervorlageAn(tx, akteur, { ...fall, fallnummer: nr }, id, eingabe);
    return ok(einmal.wert);
  });
}

export async function legeWiedervorlageAn(tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, id: string, { text, faelligAm }: Wiedervorlageneingabe): Promise<void> {
  await Promise.all([
    tx.insert(wiedervorlagen).values({
      traegerId: akteur.traegerId, id, fallId: fall.id, faelligAm, erfasstVon: akteur.nutzerId,
      textKrypt: akteur.tresor.verschluessle(text, fall.schluessel, { besitzerId: id, spalte: 'wiedervorlagen.text', version: 1 }),
    }),
    protokolliere(tx, akteur, 'wiedervorlage.erfasst', { fallId: fall.id, fallnummer: fall.fallnummer, gegenstandId: id }),
  ]);
}

/** Done today, by whoever says so; done twice is done. */
export async function erledigeWiedervorlage(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const { rows } = await tx.execute<{ fall_id: string; fallnummer: string; erledigt: boolean }>(sql`
      select w.fall_id, f.fallnummer, w.erledigt_am is not null as erledigt from app.wiedervorlagen w join app.faelle f on f.traeger_id = w.traeger_id and f.id = w.fall_id
       where w.traeger_id = ${akteur.traegerId} and w.id = ${id} for update of w`);
    const zeile = rows[0];
    if (!zeile) return fehler('nicht_gefunden');
    if (zeile.erledigt) return ok(zeile.fallnummer);
    await tx.execute(sql`update app.wiedervorlagen set erledigt_am = ${heute()}, erledigt_von = ${akteur.nutzerId} where traeger_id = ${akteur.traegerId} and id = ${id}`);
    await protokolliere(tx, akteur, 'wiedervorlage.erledigt', { fallId: zeile.fall_id, fallnummer: zeile.fallnummer, gegenstandId: id });
    return ok(zeile.fallnummer);
  });
}

/** Keeps a choice of the list of cases under a name, for oneself. */
export async function saveAnsicht(akteur: TraegerAkteur, name: string, auswahl: Record<string, string>, eingang: Eingang) {
  return akteur.tx(async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    await tx.insert(ansichten).values({ traegerId: akteur.traegerId, id, nutzerId: akteur.nutzerId, name, auswahl });
    return einmal;
  });
}

export async function removeAnsicht(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const { rowCount } = await tx.execute(sql`delete from app.ansichten where traeger_id = ${akteur.traegerId} and nutzer_id = ${akteur.nutzerId} and id = ${id}`);
    return rowCount === 1 ? ok() : fehler('nicht_gefunden');
  });
}
