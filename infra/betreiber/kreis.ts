import type pg from 'pg';
import { richteKreisEin, richteTraegerEin } from '@kim/db/seed/einrichten.ts';
import { fuegeTraegerHinzu, oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import { Startfehler } from '../local/meldung.ts';
import { checkSchluesselbund, recordPruefwerte } from '../local/schluessel.ts';
import type { Werkzeug } from './ausfuehren.ts';
import type { Befehl } from './befehl.ts';
import { findKreis, inTransaktion } from './transaktion.ts';

export function legeKreisAn(db: pg.ClientBase, name: string, kommunen: Readonly<Record<string, string>>): Promise<string> {
  return inTransaktion(db, async () => {
    const { rowCount } = await db.query('select from kreis.kreise where lower(name) = lower($1)', [name]);
    if (rowCount) throw new Startfehler(`Den Kreis „${name}“ gibt es schon.`, 'npm run betreiber -- uebersicht');
    return richteKreisEin(db, name, kommunen);
  });
}

/** The Träger and its first key: the key is on disk before the Träger exists, never the other way round. */
export async function legeTraegerAn({ db, url, umgebung }: Werkzeug, angaben: Extract<Befehl, { befehl: 'traeger-anlegen' }>): Promise<string> {
  await checkSchluesselbund(url, umgebung.schluesselbundPfad, false);
  const bund = oeffneSchluesselbund(umgebung.schluesselbundPfad);
  const id = await inTransaktion(db, async () => {
    const kreisId = await findKreis(db, angaben.kreis);
    const { rows } = await db.query<{ name: string }>('select name from kreis.traeger where kennung = $1', [angaben.kennung]);
    if (rows[0]) throw new Startfehler(`Die Kennung ${angaben.kennung} gehört schon zu „${rows[0].name}“.`, 'Eine andere wählen; sie ist in der ganzen Installation einmalig.');
    const traegerId = await richteTraegerEin(db, kreisId, angaben);
    fuegeTraegerHinzu(bund, traegerId);
    return traegerId;
  });
  await recordPruefwerte(url, umgebung.schluesselbundPfad);
  return id;
}

/** From when on the Koordination of a Kreis sees figures: a decision that the data-protection officers made before. */
export function beginneVeroeffentlichung(db: pg.ClientBase, kreis: string, stichtag: string): Promise<void> {
  return inTransaktion(db, async () => {
    const { rowCount } = await db.query('insert into auswertung_intern.beginn (kreis_id, erster_stichtag) values ($1, $2) on conflict do nothing', [await findKreis(db, kreis), stichtag]);
    if (!rowCount) throw new Startfehler(`Der Kreis „${kreis}“ veröffentlicht schon.`, 'Der Beginn wird nicht geändert: was veröffentlicht ist, bleibt.');
  });
}
