import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { einwilligungstexte } from '@kim/db/schema/einwilligungen.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Einwilligungsart } from '../einwilligungen/schema.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import type { Textfassungseingabe } from './schema.ts';

/**
 * A Träger's next wording of one kind. It begins today or later: what people signed until now carries the text that
 * was in force then, and no earlier one comes to stand in its place.
 */
export async function legeTextfassungAn(akteur: TraegerAkteur, art: Einwilligungsart, { giltAb, text }: Textfassungseingabe, eingang: Eingang) {
  return akteur.tx(async (tx) => {
    const { traegerId, nutzerId } = akteur;
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (giltAb < heute()) return fehler('vergangen');
    const { rows } = await tx.execute<{ letzte: number }>(sql`
      select coalesce(max(fassung), 0) as letzte from app.einwilligungstexte where traeger_id = ${traegerId} and art = ${art}`);
    const eingefuegt = await tx.insert(einwilligungstexte)
      .values({ traegerId, id, art, fassung: (rows[0]?.letzte ?? 0) + 1, giltAb, text, erfasstVon: nutzerId }).onConflictDoNothing();
    // Somebody else wrote a version at the same moment.
    if (eingefuegt.rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'einwilligungstext.angelegt', { gegenstandId: id });
    return ok({ neu: true, ergebnis: id });
  });
}
