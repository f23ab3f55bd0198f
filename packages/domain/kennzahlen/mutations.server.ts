import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { FREIGABEMANGEL } from './labels.ts';
import type { Freigabemangel } from './labels.ts';
import type { Kennzahlfreigabe } from './schema.ts';

/** Releases headline figures of a cut-off day exactly and for ever; the database counts them and decides whether it may be (D21). */
export async function gibKennzahlenFrei(akteur: TraegerAkteur, { stichtag, umfang }: Kennzahlfreigabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const einmal = await einmalig(tx, akteur, eingang, neueId());
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const { rows } = await tx.execute<{ antwort: string }>(sql`select auswertung_intern.gib_kennzahlen_frei(${stichtag}, ${umfang === 'klassen'}) as antwort`);
    const antwort = rows[0]?.antwort ?? 'kein_stichtag';
    if (antwort in FREIGABEMANGEL) return fehler('mangel', { mangel: antwort as Freigabemangel });
    await protokolliere(tx, akteur, 'kennzahl.freigegeben');
    return ok({ neu: true, ergebnis: stichtag });
  });
}
