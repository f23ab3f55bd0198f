import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as warte } from 'node:timers/promises';
import { NODE_OPTIONEN } from '@kim/infra/local/kindprozess.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { findFreienPort } from '@kim/infra/local/freier-port.ts';
import type { Login } from '@kim/db/migrate.ts';
import type { Bestand } from './bestand.ts';

/** A server under measurement. Its database connections carry its name. */
export interface Kandidat {
  name: 'bare' | 'product';
  port: number;
  pid: number;
  /** From the start of the process to the first answer, milliseconds. */
  startMs: number;
  beende: () => Promise<void>;
}

const DATEI = { bare: 'tests/load/bare.ts', product: 'app/server.ts' } as const;

export async function starteKandidat(name: Kandidat['name'], bestand: Bestand, protokoll: string): Promise<Kandidat> {
  const port = await findFreienPort();
  const ausgabe = openSync(protokoll, 'a', 0o600);
  const beginn = performance.now();
  const prozess = spawn(process.execPath, [...NODE_OPTIONEN, join(WURZEL, DATEI[name])], { cwd: WURZEL, stdio: ['ignore', ausgabe, ausgabe], env: umgebung(name, bestand, port) });
  closeSync(ausgabe);
  while (!(await antwortet(`http://127.0.0.1:${port}/anmelden`))) {
    if (prozess.exitCode !== null) throw new Error(`${name} startet nicht: ${readFileSync(protokoll, 'utf8').slice(-2000)}`);
    await warte(10);
  }
  return {
    name, port, pid: prozess.pid ?? 0, startMs: performance.now() - beginn,
    beende: async () => {
      if (prozess.exitCode !== null || prozess.signalCode !== null) return;
      const ende = once(prozess, 'exit');
      prozess.kill('SIGTERM');
      await ende;
    },
  };
}

/** URL of one of the product's logins; its connections carry `anwendung` as their name. */
export function loginUrl(login: Login, { server, passwoerter }: Bestand, anwendung: string): string {
  const ziel = new URL(server.url);
  ziel.username = login;
  ziel.password = passwoerter[login];
  ziel.searchParams.set('application_name', anwendung);
  return ziel.href;
}

function umgebung(name: string, bestand: Bestand, port: number): NodeJS.ProcessEnv {
  const { bund, gemessene } = bestand;
  return {
    ...process.env, NODE_ENV: 'production', KIM_MODUS: 'demo', KIM_PORT: String(port), KIM_SCHLUESSELBUND: bund.pfad, KIM_URSPRUNG: `http://localhost:${port}`,
    BARE_WER: `${gemessene.traegerId} ${gemessene.nutzerId}`,
    KIM_DB_TRAEGER_URL: loginUrl('kim_traeger', bestand, name),
    KIM_DB_ANMELDUNG_URL: loginUrl('kim_anmeldung', bestand, name),
    KIM_DB_KOORDINATION_URL: loginUrl('kim_koordination', bestand, name),
  };
}

const antwortet = (url: string) => fetch(url).then(async (antwort) => {
  await antwort.arrayBuffer();
  return true;
}, () => false);

/** CPU time of a process with all its threads since it began, milliseconds; 0 when it is gone. */
export function cpuMs(pid: number): number {
  try {
    const faeden = readdirSync(`/proc/${pid}/task`);
    return faeden.reduce((summe, faden) => summe + Number(readFileSync(`/proc/${pid}/task/${faden}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;
  } catch {
    return 0;
  }
}

/** Resident memory, MB. */
export const speicherMb = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
