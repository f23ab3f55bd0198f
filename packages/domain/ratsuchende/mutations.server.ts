import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { neueId } from '@kim/core/ids.ts';
import { fallbeteiligte } from '@kim/db/schema/faelle.ts';
import { namenstoken, personenschluessel, ratsuchende, stammdaten } from '@kim/db/schema/ratsuchende.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import type { TraegerAkteur } from '../akteur.ts';
import { leseFallZumAendern } from '../faelle/data.server.ts';
import { einmalig } from '../formulare/mutations.server.ts';
import type { Eingang } from '../formulare/mutations.server.ts';
import { aendereHaushalt, nimmInHaushaltAuf } from '../haushalte/mutations.server.ts';
import type { Zugehoerigkeit, Zugehoerigkeitsstand } from '../haushalte/schema.ts';
import { protokolliere } from '../protokoll/mutations.server.ts';
import { mitSpur } from '../traeger/mutations.server.ts';
import { heute } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { lesePerson } from './data.server.ts';
import { alleSchreibweisen, liegtVorGeburt, nameAus } from './rules.ts';
import type { Personendaten, Personeneingabe, Personenname } from './schema.ts';

/** Writes a person with her key, name and search tokens; her master data follow once she is in a case. */
export async function legePersonAn(tx: Tx, akteur: TraegerAkteur, eingabe: Personeneingabe): Promise<{ id: string; schluessel: Datenschluessel }> {
  const id = neueId();
  const { dek, verpackt, generation } = akteur.tresor.neuerSchluessel(id);
  const name = nameAus(eingabe);
  await tx.insert(ratsuchende).values({
    traegerId: akteur.traegerId, id, erfasstVon: akteur.nutzerId,
    nameKrypt: akteur.tresor.verschluessle(name, dek, { besitzerId: id, spalte: 'ratsuchende.name', version: 1 }),
  });
  await Promise.all([
    tx.insert(personenschluessel).values({ traegerId: akteur.traegerId, ratsuchendeId: id, generation, verpackt }),
    schreibeTokens(tx, akteur, id, name),
  ]);
  return { id, schluessel: dek };
}

/** Second half of recording a person: the database lets it through only when she is in a case one may see. */
export function legeStammdatenAn(tx: Tx, akteur: TraegerAkteur, { id, schluessel }: { id: string; schluessel: Datenschluessel }, eingabe: Personeneingabe) {
  return tx.insert(stammdaten).values({
    traegerId: akteur.traegerId,
    ratsuchendeId: id,
    ...codesAus(eingabe),
    datenKrypt: akteur.tresor.verschluessle(datenAus(eingabe), schluessel, { besitzerId: id, spalte: 'stammdaten.daten', version: 1 }),
  });
}

/** Adds a new person to a case: family members, further persons. */
export async function fuegePersonHinzu(akteur: TraegerAkteur, nr: string, { rolle, haushalt }: Zugehoerigkeit, eingabe: Personeneingabe, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    if (!fall) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, nr);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    const person = await legePersonAn(tx, akteur, eingabe);
    await tx.insert(fallbeteiligte).values({ traegerId: akteur.traegerId, fallId: fall.id, ratsuchendeId: person.id, rolle, von: heute() });
    await Promise.all([
      legeStammdatenAn(tx, akteur, person, eingabe),
      protokolliere(tx, akteur, 'person.beteiligt', { fallId: fall.id, fallnummer: nr, gegenstandId: person.id }),
    ]);
    if (haushalt) await nimmInHaushaltAuf(tx, akteur, fall.id, person.id, haushalt);
    return ok({ neu: true, ergebnis: nr });
  });
}

/**
 * Adds somebody who is recorded already, found by her name. The database lets only through whom one may know
 * (sec.kennt_person); a colleague's client stays closed.
 */
export async function fuegeBekannteHinzu(akteur: TraegerAkteur, nr: string, { rolle, haushalt }: Zugehoerigkeit, personId: string, eingang: Eingang) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const { rows } = await tx.execute<{ bekannt: boolean; im_fall: boolean; mit_stammdaten: boolean }>(sql`
      select sec.kennt_person(r.id) as bekannt,
             exists (select from app.fallbeteiligte b where b.traeger_id = r.traeger_id and b.fall_id = ${fall?.id ?? null} and b.ratsuchende_id = r.id) as im_fall,
             exists (select from app.stammdaten s where s.traeger_id = r.traeger_id and s.ratsuchende_id = r.id) as mit_stammdaten
        from app.ratsuchende r where r.traeger_id = ${akteur.traegerId} and r.id = ${personId}`);
    const person = rows[0];
    if (!fall || !person) return fehler('nicht_gefunden');
    const einmal = await einmalig(tx, akteur, eingang, nr);
    if (!einmal.ok || !einmal.wert.neu) return einmal;
    if (person.im_fall) return fehler('schon_im_fall');
    if (!person.bekannt || !person.mit_stammdaten) return fehler('bei_kollegin');
    await tx.insert(fallbeteiligte).values({ traegerId: akteur.traegerId, fallId: fall.id, ratsuchendeId: personId, rolle, von: heute() });
    await protokolliere(tx, akteur, 'person.beteiligt', { fallId: fall.id, fallnummer: nr, gegenstandId: personId });
    if (haushalt) await nimmInHaushaltAuf(tx, akteur, fall.id, personId, haushalt);
    return ok({ neu: true, ergebnis: nr });
  });
}

/**
 * Corrects how somebody belongs to a case and its household, says when she left, or that she is back. The case has one main
 * person, who neither leaves nor changes her role; when somebody was away and came back, the protocol knows.
 */
export async function saveZugehoerigkeit(akteur: TraegerAkteur, nr: string, personId: string, stand: Zugehoerigkeitsstand) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const gelesen = await lesePerson(tx, akteur, nr, personId);
    if (!fall || !gelesen || gelesen.person.rolle === 'hauptperson') return fehler('nicht_gefunden');
    const { ausgeschiedenAm: bisher, seit } = gelesen.person;
    if (stand.ausgeschiedenAm && stand.ausgeschiedenAm < seit) return fehler('vor_beginn', { seit });
    const imHaushalt = await aendereHaushalt(tx, akteur, fall.id, personId, stand);
    if (!imHaushalt.ok) return imHaushalt;
    await tx.execute(sql`
      update app.fallbeteiligte set rolle = ${stand.rolle}, bis = ${stand.ausgeschiedenAm}
       where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and ratsuchende_id = ${personId}`);
    const aktion = stand.ausgeschiedenAm && !bisher ? 'person.ausgeschieden' : bisher && !stand.ausgeschiedenAm ? 'person.beteiligt' : 'person.zugehoerigkeit';
    await protokolliere(tx, akteur, aktion, { fallId: fall.id, fallnummer: nr, gegenstandId: personId });
    return ok();
  });
}

/** Versions the form was rendered with; somebody else may have saved since. */
export interface Personenversion {
  name: number;
  stammdaten: number;
}

/** Saves name and master data together; on a conflict nothing is written and the stored version comes back. */
export async function savePerson(akteur: TraegerAkteur, nr: string, id: string, gelesen: Personenversion, eingabe: Personeneingabe) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr);
    const aktuell = await lesePerson(tx, akteur, nr, id);
    if (!fall || !aktuell) return fehler('nicht_gefunden');
    const geborenNach = await leseErstenTagVorGeburt(tx, akteur, id, eingabe);
    if (geborenNach) return fehler('vor_geburt', { tag: geborenNach });
    const { tresor, traegerId } = akteur;
    const name = nameAus(eingabe);
    const nameKrypt = tresor.verschluessle(name, aktuell.schluessel, { besitzerId: id, spalte: 'ratsuchende.name', version: gelesen.name + 1 });
    const datenKrypt = tresor.verschluessle(datenAus(eingabe), aktuell.schluessel, { besitzerId: id, spalte: 'stammdaten.daten', version: gelesen.stammdaten + 1 });
    const codes = codesAus(eingabe);
    const [neuerName, neueDaten] = await Promise.all([
      tx.execute(sql`update app.ratsuchende set name_krypt = ${nameKrypt}, version = version + 1
        where traeger_id = ${traegerId} and id = ${id} and version = ${gelesen.name}`),
      tx.execute(sql`update app.stammdaten set daten_krypt = ${datenKrypt}, geburtsjahr = ${codes.geburtsjahr}, geschlecht = ${codes.geschlecht},
        staatsangehoerigkeit = ${codes.staatsangehoerigkeit}, version = version + 1
        where traeger_id = ${traegerId} and ratsuchende_id = ${id} and version = ${gelesen.stammdaten}`),
    ]);
    if (neuerName.rowCount !== 1 || neueDaten.rowCount !== 1) return fehler('konflikt', { aktuell: aktuell.person });
    await tx.execute(sql`delete from app.namenstoken where traeger_id = ${traegerId} and ratsuchende_id = ${id}`);
    await schreibeTokens(tx, akteur, id, name);
    await protokolliere(tx, akteur, 'person.geaendert', { fallId: aktuell.fallId, fallnummer: nr, gegenstandId: id });
    return ok();
  });
}

/** The first day on which something began for her before she was born: her own case, or a status; null when all is in order. */
async function leseErstenTagVorGeburt(tx: Tx, { traegerId }: TraegerAkteur, id: string, { geburtsdatum }: Personeneingabe): Promise<Datum | null> {
  if (!geburtsdatum) return null;
  const { rows: [erster] } = await tx.execute<{ tag: Datum | null }>(sql`
    select min(tag)::text as tag from (
      select f.eroeffnet_am as tag from app.fallbeteiligte b join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id
       where b.traeger_id = ${traegerId} and b.ratsuchende_id = ${id} and b.rolle = 'hauptperson'
      union all
      select s.von from app.statusangaben s where s.traeger_id = ${traegerId} and s.ratsuchende_id = ${id}) tage`);
  if (!erster?.tag) return null;
  const davor = geburtsdatum.datum ? erster.tag < geburtsdatum.datum : liegtVorGeburt(erster.tag, geburtsdatum.jahr);
  return davor ? erster.tag : null;
}

function schreibeTokens(tx: Tx, akteur: TraegerAkteur, id: string, name: Personenname) {
  const tokens = akteur.tresor.namenstokens(alleSchreibweisen(name));
  return tx.insert(namenstoken).values(tokens.map((token) => ({ traegerId: akteur.traegerId, token, ratsuchendeId: id })));
}

const datenAus = ({ geburtsdatum, sprache, telefon, email, anschrift }: Personeneingabe): Personendaten => ({
  geburtsdatum: geburtsdatum?.datum ?? null, sprachen: sprache, telefon, email, anschrift,
});

const codesAus = ({ geburtsdatum, geschlecht, staatsangehoerigkeit }: Personeneingabe) => ({
  geburtsjahr: geburtsdatum?.jahr ?? null, geschlecht: geschlecht || null, staatsangehoerigkeit: staatsangehoerigkeit || null,
});
