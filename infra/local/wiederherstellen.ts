// npm run wiederherstellen -- DATEI: puts a backup of the embedded database into an empty data directory.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { locateDaten, readUmgebung } from './datenverzeichnis.ts';
import { printFehler, Startfehler } from './meldung.ts';
import { checkSchluesselbund } from './schluessel.ts';
import { restoreSicherung } from './sicherung.ts';

/** A keyring that is missing is only mentioned here: it is kept elsewhere and comes separately. */
async function reportSchluesselbund(url: string, pfad: string): Promise<void> {
  if (existsSync(pfad)) {
    await checkSchluesselbund(url, pfad, false);
    console.log(`Der Schlüsselbund ${pfad} passt dazu. Weiter mit: npm start`);
  } else {
    console.log(`Jetzt noch den getrennt gesicherten Schlüsselbund nach ${pfad} legen (Rechte 600); ohne ihn startet KIM nicht. Dann: npm start`);
  }
}

try {
  const umgebung = readUmgebung();
  const daten = locateDaten();
  const name = process.argv[2];
  if (!name) throw new Startfehler('Welche Sicherung?', 'npm run wiederherstellen -- DATEI.tar.gz');
  if (Object.values(umgebung.datenbank).some(Boolean)) {
    throw new Startfehler('KIM_DB_…_URL ist gesetzt: eine eigene PostgreSQL wird mit ihren eigenen Mitteln wiederhergestellt.', 'Leere Datenbank anlegen, dann: pg_restore --dbname=KIM_DB_VERWALTUNG_URL --exit-on-error DATEI.dump, siehe infra/backup/README.md');
  }
  const datei = resolve(process.env.INIT_CWD ?? '.', name);
  const { erstellt } = await restoreSicherung(daten, datei, async (url) => {
    console.log('Die Datenbank ist vollständig und startet.');
    await reportSchluesselbund(url, daten.schluesselbund);
  });
  console.log(`Stand der Daten: ${new Date(erstellt).toLocaleString('de-DE', { timeZone: 'Europe/Berlin' })}`);
} catch (fehler) {
  printFehler(fehler);
  process.exitCode = 1;
}
