// npm run betreiber -- BEFEHL: what only the operator of the installation does, with the administration's login.
import pg from 'pg';
import { locateDaten, readUmgebung } from '../local/datenverzeichnis.ts';
import { useDatenbank as leiheDatenbank } from '../local/datenbank.ts';
import { printFehler, Startfehler } from '../local/meldung.ts';
import { leseBefehl } from './befehl.ts';
import { HILFE } from './hilfe.ts';
import { fuehreAus } from './ausfuehren.ts';

try {
  const befehl = leseBefehl(process.argv.slice(2));
  if (befehl.befehl === 'hilfe') console.log(HILFE);
  else {
    const umgebung = readUmgebung();
    const zeilen = await leiheDatenbank(umgebung, locateDaten(), ({ verwaltung }) => mitVerwaltung(verwaltung, (db, url) => fuehreAus(befehl, { db, url, umgebung })));
    console.log(zeilen.join('\n'));
  }
} catch (fehler) {
  printFehler(fehler);
  process.exitCode = 1;
}

async function mitVerwaltung<T>(url: string | undefined, arbeit: (db: pg.Client, url: string) => Promise<T>): Promise<T> {
  if (!url) throw new Startfehler('Für diesen Befehl fehlt KIM_DB_VERWALTUNG_URL.', 'Der Zugang, mit dem auch die Tabellen angelegt werden.');
  const db = new pg.Client({ connectionString: url });
  db.on('error', () => undefined);
  await db.connect();
  try {
    const { rows } = await db.query<{ da: boolean }>("select to_regclass('sec.mitgliedschaften') is not null as da");
    if (!rows[0]?.da) throw new Startfehler('Die Datenbank ist noch nicht eingerichtet.', 'Zuerst einmal starten: npm start');
    return await arbeit(db, url);
  } finally {
    await db.end();
  }
}
