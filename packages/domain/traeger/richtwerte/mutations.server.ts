import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { richtwertanpassungen } from '@kim/db/schema/arbeitsvorrat.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { einmalig } from '../../formulare/mutations.server.ts';
import type { Eingang } from '../../formulare/mutations.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { mitSpur } from '../mutations.server.ts';
import type { Richtwerteingabe } from './schema.ts';

/** Agrees on another number of cases for a Fachkraft and a time; never for oneself, and one at a time. */
export async function passeRichtwertAn(akteur: TraegerAkteur, eingabe: Richtwerteingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const { person, faelle, von, bis } = eingabe;
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (person === akteur.nutzerId) return fehler('selbst');
    const [fachkraft, gleichzeitig] = await Promise.all([
      tx.execute(sql`select from sec.fachkraefte() as m(id) where m.id = ${person}`),
      tx.execute(sql`select from app.richtwertanpassungen
        where traeger_id = ${akteur.traegerId} and nutzer_id = ${person} and (bis is null or bis >= ${von}) and (${bis}::date is null or von <= ${bis})`),
    ]);
    if (fachkraft.rowCount !== 1) return fehler('nicht_gefunden');
    if (gleichzeitig.rowCount) return fehler('gleichzeitig');
    await Promise.all([
      tx.insert(richtwertanpassungen).values({ traegerId: akteur.traegerId, id, nutzerId: person, faelle, von, bis, erfasstVon: akteur.nutzerId }),
      protokolliere(tx, akteur, 'richtwert.angepasst', { gegenstandId: id, betrifftId: person }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Ends one today, or on its first day when that is still ahead. */
export async function beendeRichtwertanpassung(akteur: TraegerAkteur, id: string) {
  return mitSpur(akteur, async (tx) => {
    const { rows } = await tx.execute<{ nutzer_id: string }>(sql`
      update app.richtwertanpassungen set bis = greatest(von, ${heute()}::date)
       where traeger_id = ${akteur.traegerId} and id = ${id} and nutzer_id <> ${akteur.nutzerId} and (bis is null or bis > ${heute()}::date) returning nutzer_id`);
    if (!rows[0]) return fehler('nicht_gefunden');
    await protokolliere(tx, akteur, 'richtwert.angepasst', { gegenstandId: id, betrifftId: rows[0].nutzer_id });
    return ok();
  });
}
