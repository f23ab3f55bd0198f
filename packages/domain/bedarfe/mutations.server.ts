import { sql } from 'drizzle-orm';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import { heute } from '@kim/core/zeit.ts';
import { bedarfe } from '@kim/db/schema/bedarfe.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { istDabei, leseFallZumAendern } from '../faelle/data.server.ts';
import type { GeoeffneterFall } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { leseBedarf } from './data.server.ts';
import { istOffen } from './rules.ts';
import type { Bedarfsaenderung, Bedarfseingabe } from './schema.ts';

export async function erfasseBedarf(akteur: TraegerAkteur, nr: string, eingabe: Bedarfseingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, fall.id);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (fall.beendetAm) return fehler('beendet');
    if (!(await istDabei(tx, akteur, fall.id, eingabe.person))) return fehler('person');
    await legeBedarfAn(tx, akteur, { ...fall, fallnummer: nr }, eingabe);
    return ok(einmal.wert);
  });
}

/** The row and its protocol line, within a work that has locked the case. */
export function legeBedarfAn(tx: Tx, akteur: TraegerAkteur, fall: GeoeffneterFall, { bereich, dringlichkeit, erkanntAm, beschreibung, person }: Bedarfseingabe) {
  const id = neueId();
  return Promise.all([
    tx.insert(bedarfe).values({
      traegerId: akteur.traegerId, id, fallId: fall.id, ratsuchendeId: person, bereich, dringlichkeit, stand: 'offen', erkanntAm, erfasstVon: akteur.nutzerId,
      beschreibungKrypt: verschluessle(akteur, fall, id, beschreibung, 1),
    }),
    protokolliere(tx, akteur, 'bedarf.erfasst', { fallId: fall.id, fallnummer: fall.fallnummer, gegenstandId: id }),
  ]);
}

/** Changes a Bedarf that was read at `version`; somebody else's change in between comes back and nothing is written. */
export async function saveBedarf(akteur: TraegerAkteur, nr: string, id: string, { stand, dringlichkeit, beschreibung, person, version }: Bedarfsaenderung) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const gelesen = await leseBedarf(tx, akteur, nr, id);
    if (!fall || !gelesen) return fehler('nicht_gefunden');
    // Who has left the case stays where she was named.
    if (person !== gelesen.bedarf.personId && !(await istDabei(tx, akteur, fall.id, person))) return fehler('person');
    const erledigtAm = istOffen(stand) ? null : (gelesen.bedarf.erledigtAm ?? heute());
    const krypt = verschluessle(akteur, gelesen, id, beschreibung, version + 1);
    const geaendert = await tx.execute(sql`
      update app.bedarfe set ratsuchende_id = ${person}, stand = ${stand}, dringlichkeit = ${dringlichkeit}, erledigt_am = ${erledigtAm}, beschreibung_krypt = ${krypt}, version = version + 1
       where traeger_id = ${akteur.traegerId} and id = ${id} and version = ${version}`);
    if (geaendert.rowCount !== 1) return fehler('konflikt');
    await protokolliere(tx, akteur, 'bedarf.geaendert', { fallId: gelesen.fallId, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

const verschluessle = ({ tresor }: TraegerAkteur, { schluessel }: Pick<GeoeffneterFall, 'schluessel'>, id: string, text: string, version: number): Buffer | null =>
  text === '' ? null : tresor.verschluessle(text, schluessel, { besitzerId: id, spalte: 'bedarfe.beschreibung', version });
