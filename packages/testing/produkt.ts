import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuelleDemo } from '@kim/infra/demo/fuellen.ts';
import { starteAnwendung } from '@kim/infra/local/anwendung.ts';
import { findFreienPort } from '@kim/infra/local/freier-port.ts';
import { recordPruefwerte } from '@kim/infra/local/schluessel.ts';
import { erzeugeSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { kopiereDatenbank, loginUrl, starteTestserver, urlFuer, verwirfDatenbank } from './cluster.ts';
import type { Zugang } from './cluster.ts';
import { verbunden } from './verbindung.ts';
import { fuelleVeroeffentlichung } from './veroeffentlichung.ts';

/** Database with the demo Kreis, keyring and settings of an application that does not run yet. */
export interface Einrichtung {
  url: string;
  port: number;
  /** Superuser URL of its database. */
  verwaltung: string;
  env: Record<string, string | undefined>;
  /** File with every line the application logs. */
  protokoll: string;
  zugang: Zugang;
  datenbank: string;
  bund: Schluesselbund;
  /** Folder of all this; to be removed in the end. */
  ordner: string;
}

/** The whole product for a test: own database, own keyring, the built application on a free port. */
export interface Produkt extends Einrichtung {
  stop: () => Promise<void>;
}

/** @param aufServer a test server that is already running; without one it starts its own. The build must exist. */
export async function starteProdukt(aufServer?: Zugang): Promise<Produkt> {
  const server = aufServer ? { zugang: aufServer, stop: async () => {} } : await starteTestserver();
  const einrichtung = await richteProduktEin(server.zugang);
  const { port, env, protokoll, ordner, zugang, datenbank } = einrichtung;
  const anwendung = await starteAnwendung({ port, env: env as NodeJS.ProcessEnv, protokoll });
  return {
    ...einrichtung,
    stop: async () => {
      await anwendung.stop();
      await verwirfDatenbank(zugang, datenbank);
      await server.stop();
      rmSync(ordner, { recursive: true, force: true });
    },
  };
}

/** Everything but the running application. */
export async function richteProduktEin(zugang: Zugang): Promise<Einrichtung> {
  const ordner = mkdtempSync(join(tmpdir(), 'kim-produkt-'));
  const datenbank = `${zugang.leer}_${randomBytes(3).toString('hex')}`;
  await kopiereDatenbank(zugang, zugang.leer, datenbank);
  const bund = erzeugeSchluesselbund(join(ordner, 'bund', 'schluesselbund.json'));
  const verwaltung = urlFuer(zugang.verwaltung, datenbank);
  const url = (login: 'traeger' | 'anmeldung' | 'koordination') => loginUrl(zugang, `kim_${login}`, datenbank);
  await fuelleDemo(verwaltung, { traeger: url('traeger'), anmeldung: url('anmeldung'), koordination: url('koordination') }, bund, 'klein');
  await recordPruefwerte(verwaltung, bund.pfad);
  await verbunden(verwaltung, fuelleVeroeffentlichung);
  const port = await findFreienPort();
  const env: Record<string, string | undefined> = {
    ...process.env, NODE_ENV: 'production', KIM_MODUS: 'demo', KIM_PORT: String(port), KIM_DATEN: ordner, KIM_SCHLUESSELBUND: bund.pfad,
    KIM_URSPRUNG: `http://localhost:${port}`,
    KIM_DB_TRAEGER_URL: url('traeger'), KIM_DB_ANMELDUNG_URL: url('anmeldung'), KIM_DB_KOORDINATION_URL: url('koordination'),
  };
  return { url: `http://localhost:${port}`, port, verwaltung, env, protokoll: join(ordner, 'anwendung.log'), zugang, datenbank, bund, ordner };
}
