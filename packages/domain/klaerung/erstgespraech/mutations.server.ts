import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { fehler, ok } from '@kim/core/result.ts';
import { erstgespraeche } from '@kim/db/schema/klaerung.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { TraegerAkteur } from '../../akteur.ts';
import { leseFallZumAendern } from '../../faelle/data.server.ts';
import { protokolliere } from '../../protokoll/mutations.server.ts';
import { mitSpur } from '../../traeger/mutations.server.ts';
import { leseErstgespraech } from './data.server.ts';
import { fruehestens } from './rules.ts';
import type { Erstgespraechseingabe } from './schema.ts';

type Fall = NonNullable<Awaited<ReturnType<typeof leseFallZumAendern>>>;

/**
 * Saves the Erstgespräch as far as it is filled in; answers its new version. When it was saved elsewhere in between, the
 * stored one comes back, unless it says the same: a second sending of one text is no conflict.
 */
export async function saveErstgespraech(akteur: TraegerAkteur, nr: string, eingabe: Erstgespraechseingabe) {
  return mitSpur(akteur, async (tx) => {
    const fall = await leseFallZumAendern(tx, akteur, nr, { auchGestoppt: true });
    if (!fall) return fehler('nicht_gefunden');
    if (fall.beendetAm) return fehler('beendet');
    if (fall.gestopptAm) return fehler('gestoppt');
    if (eingabe.am < fruehestens(fall.eroeffnetAm)) return fehler('zu_frueh', { fruehestens: fruehestens(fall.eroeffnetAm) });
    if (eingabe.ortId && !(await gibtEsOrt(tx, akteur, eingabe.ortId))) return fehler('ort');
    const geschrieben = eingabe.version === 0 ? await legeAn(tx, akteur, eingabe, fall) : await aendere(tx, akteur, eingabe, fall);
    if (!geschrieben) {
      const aktuell = await leseErstgespraech(tx, akteur, fall);
      if (!aktuell) return fehler('nicht_gefunden');
      return istGleich(aktuell, eingabe) ? ok(aktuell.version) : fehler('konflikt', { aktuell });
    }
    await protokolliere(tx, akteur, 'erstgespraech.gespeichert', { fallId: fall.id, fallnummer: nr });
    return ok(eingabe.version + 1);
  });
}

const verschluessle = ({ tresor }: TraegerAkteur, { bogen, version }: Erstgespraechseingabe, fall: Fall) =>
  tresor.verschluessle(bogen, fall.schluessel, { besitzerId: fall.id, spalte: 'erstgespraeche.bogen', version: version + 1 });

async function legeAn(tx: Tx, akteur: TraegerAkteur, eingabe: Erstgespraechseingabe, fall: Fall): Promise<boolean> {
  const { am, kanal, ortId, sprachmittlung } = eingabe;
  const { rowCount } = await tx.insert(erstgespraeche).values({
    traegerId: akteur.traegerId, fallId: fall.id, am, kanal, ortId, sprachmittlung, bogenKrypt: verschluessle(akteur, eingabe, fall), erfasstVon: akteur.nutzerId,
  }).onConflictDoNothing();
  return rowCount === 1;
}

async function aendere(tx: Tx, akteur: TraegerAkteur, eingabe: Erstgespraechseingabe, fall: Fall): Promise<boolean> {
  const { am, kanal, ortId, sprachmittlung, version } = eingabe;
  const { rowCount } = await tx.execute(sql`
    update app.erstgespraeche set am = ${am}, kanal = ${kanal}, ort_id = ${ortId}, sprachmittlung = ${sprachmittlung}, bogen_krypt = ${verschluessle(akteur, eingabe, fall)},
           geaendert_von = ${akteur.nutzerId}, geaendert_am = now(), version = version + 1
     where traeger_id = ${akteur.traegerId} and fall_id = ${fall.id} and version = ${version}`);
  return rowCount === 1;
}

const istGleich = (a: Omit<Erstgespraechseingabe, 'version'>, b: Omit<Erstgespraechseingabe, 'version'>): boolean =>
  isDeepStrictEqual([a.am, a.kanal, a.ortId, a.sprachmittlung, a.bogen], [b.am, b.kanal, b.ortId, b.sprachmittlung, b.bogen]);

async function gibtEsOrt(tx: Tx, akteur: TraegerAkteur, ortId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from app.orte where traeger_id = ${akteur.traegerId} and id = ${ortId}`);
  return rowCount === 1;
}
