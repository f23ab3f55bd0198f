import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { lesePerson } from '../ratsuchende/data.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseDoppelte } from './data.server.ts';
import { planeZusammenfuehrung } from './rules.ts';

/** Says that a person of this case was recorded twice. Both rows, their cases and their names stay; one stands for both. */
export async function fuehreZusammen(akteur: TraegerAkteur, nr: string, personId: string, mitId: string) {
  return mitSpur(akteur, async (tx) => {
    const person = await lesePerson(tx, akteur, nr, personId);
    const { selbst, vielleicht } = await leseDoppelte(tx, akteur, personId);
    const andere = vielleicht.find(({ id }) => id === mitId);
    const plan = person && selbst && andere ? planeZusammenfuehrung(selbst, andere) : null;
    if (!person || !plan) return fehler('nicht_gefunden');
    const { traegerId } = akteur;
    // Whom one may not know is not among the locked rows; neither is one that somebody joined elsewhere meanwhile.
    const { rowCount } = await tx.execute(sql`
      select from app.ratsuchende where traeger_id = ${traegerId} and id in (${plan.haupt}, ${plan.doppelt}) and aufgegangen_in is null order by id for update`);
    if (rowCount !== 2) return fehler('nicht_gefunden');
    await tx.execute(sql`
      update app.ratsuchende set aufgegangen_in = ${plan.haupt} where traeger_id = ${traegerId} and (id = ${plan.doppelt} or aufgegangen_in = ${plan.doppelt})`);
    await protokolliere(tx, akteur, 'person.zusammengefuehrt', { fallId: person.fallId, fallnummer: nr, gegenstandId: plan.doppelt });
    return ok();
  });
}

/** Takes one record out of those that stand together; when it stood for the others, the others leave it. */
export async function trenne(akteur: TraegerAkteur, nr: string, personId: string, andereId: string) {
  return mitSpur(akteur, async (tx) => {
    const person = await lesePerson(tx, akteur, nr, personId);
    const { selbst, verbunden } = await leseDoppelte(tx, akteur, personId);
    const andere = verbunden.find(({ id }) => id === andereId);
    if (!person || !selbst || !andere) return fehler('nicht_gefunden');
    const geloest = andere.aufgegangenIn === null ? selbst.id : andere.id;
    const { rowCount } = await tx.execute(sql`
      update app.ratsuchende set aufgegangen_in = null where traeger_id = ${akteur.traegerId} and id = ${geloest} and aufgegangen_in is not null`);
    if (rowCount !== 1) return fehler('nicht_gefunden');
    await protokolliere(tx, akteur, 'person.getrennt', { fallId: person.fallId, fallnummer: nr, gegenstandId: geloest });
    return ok();
  });
}
