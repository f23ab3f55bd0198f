import { and, eq, sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { orte } from '@kim/db/schema/orte.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseOrt } from './data.server.ts';
import type { Ortseingabe } from './schema.ts';

/** Makes a place; answers its id. */
export async function legeOrtAn(akteur: TraegerAkteur, eingabe: Ortseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const id = neueId();
    const einmal = await einmalig(tx, akteur, eingang, id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (!(await istKommune(tx, akteur, eingabe.kommune))) return fehler('nicht_gefunden');
    await Promise.all([
      tx.insert(orte).values({ traegerId: akteur.traegerId, kreisId: akteur.kreisId, id, ...spalten(eingabe) }),
      protokolliere(tx, akteur, 'ort.angelegt', { gegenstandId: id }),
    ]);
    return ok({ neu: true, ergebnis: id });
  });
}

/** Changes a place read at `version`, or gives it up from a day on; what happened there keeps it. */
export async function saveOrt(akteur: TraegerAkteur, id: string, version: number, eingabe: Ortseingabe) {
  return mitSpur(akteur, async (tx) => {
    if (!(await istKommune(tx, akteur, eingabe.kommune))) return fehler('nicht_gefunden');
    const { rowCount } = await tx.update(orte).set({ ...spalten(eingabe), version: version + 1 })
      .where(and(eq(orte.traegerId, akteur.traegerId), eq(orte.id, id), eq(orte.version, version)));
    if (rowCount !== 1) {
      const aktuell = await leseOrt(tx, akteur, id);
      return aktuell ? fehler('konflikt', { aktuell }) : fehler('nicht_gefunden');
    }
    await protokolliere(tx, akteur, 'ort.geaendert', { gegenstandId: id });
    return ok();
  });
}

const spalten = ({ name, art, kommune, vertraulich, familiengerecht, barrierefrei, sprechzeiten, aufgegebenAm }: Ortseingabe) => ({
  name, art, kommuneId: kommune, vertraulich, familiengerecht, barrierefrei, sprechzeiten, aufgegebenAm,
});

async function istKommune(tx: Tx, { kreisId }: TraegerAkteur, id: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from kreis.kommunen where kreis_id = ${kreisId} and id = ${id}`);
  return rowCount === 1;
}
