import { Agent, request } from 'node:http';
import type pg from 'pg';
import type { Anfrage, Operation } from './operationen.ts';
import { cpuMs } from './prozesse.ts';
import type { Kandidat } from './prozesse.ts';

/** What one operation cost one server. */
export interface Messwert {
  anfragen: number;
  /** Median at one request at a time, milliseconds. */
  p50Ms: number;
  p95Ms: number;
  /** CPU of the server process and of its database connections, milliseconds per request. */
  serverMs: number;
  postgresMs: number;
}

export interface Messwunsch {
  operation: Operation;
  kandidaten: readonly Kandidat[];
  keks: string;
  /** Superuser: finds the connections of each server. */
  sql: pg.Client;
  runden: number;
  jeRunde: number;
}

type Sammlung = Map<Kandidat['name'], { zeiten: number[]; server: number; postgres: number }>;

/** Both servers take turns in short rounds, so that whatever else the machine does meets both alike. */
export async function misse(wunsch: Messwunsch): Promise<Record<Kandidat['name'], Messwert>> {
  const sammlung: Sammlung = new Map(wunsch.kandidaten.map(({ name }) => [name, { zeiten: [], server: 0, postgres: 0 }]));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const zaehler = { n: 0 };
  for (const kandidat of wunsch.kandidaten) await laufe(wunsch, kandidat, agent, { n: 0 }, wunsch.jeRunde, 'lesbar');
  for (let runde = 0; runde < wunsch.runden; runde++) {
    const reihe = runde % 2 ? wunsch.kandidaten.toReversed() : wunsch.kandidaten;
    for (const kandidat of reihe) {
      const pids = await verbindungen(wunsch.sql, kandidat);
      const vorher = [cpuMs(kandidat.pid), summe(pids)] as const;
      const zeiten = await laufe(wunsch, kandidat, agent, { ...zaehler }, wunsch.jeRunde, 'gepackt');
      const eintrag = sammlung.get(kandidat.name)!;
      eintrag.zeiten.push(...zeiten);
      eintrag.server += cpuMs(kandidat.pid) - vorher[0];
      eintrag.postgres += summe(pids) - vorher[1];
    }
    zaehler.n += wunsch.jeRunde;
  }
  agent.destroy();
  return Object.fromEntries([...sammlung].map(([name, { zeiten, server, postgres }]) => [name, alsMesswert(zeiten, server, postgres)])) as Record<Kandidat['name'], Messwert>;
}

function alsMesswert(zeiten: number[], server: number, postgres: number): Messwert {
  const sortiert = zeiten.toSorted((a, b) => a - b);
  const quantil = (anteil: number) => sortiert[Math.floor(sortiert.length * anteil)] ?? 0;
  return { anfragen: zeiten.length, p50Ms: quantil(0.5), p95Ms: quantil(0.95), serverMs: server / zeiten.length, postgresMs: postgres / zeiten.length };
}

async function verbindungen(sql: pg.Client, { name }: Kandidat): Promise<number[]> {
  const { rows } = await sql.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [name]);
  return rows.map(({ pid }) => pid);
}

const summe = (pids: readonly number[]): number => pids.reduce((bisher, pid) => bisher + cpuMs(pid), 0);

/** `gepackt`: as a browser asks, compressed where the server does so. `lesbar`: to look at what comes. */
type Form = 'gepackt' | 'lesbar';

async function laufe({ operation, keks }: Messwunsch, kandidat: Kandidat, agent: Agent, zaehler: { n: number }, anzahl: number, form: Form): Promise<number[]> {
  const zeiten: number[] = [];
  for (let i = 0; i < anzahl; i++, zaehler.n++) {
    const beginn = performance.now();
    const { status, text } = await frage(kandidat.port, operation.anfrage(kandidat.name, zaehler.n), keks, agent, form);
    zeiten.push(performance.now() - beginn);
    const richtig = form === 'gepackt' || text.includes(operation.enthaelt(kandidat.name, zaehler.n));
    if (status !== operation.status[kandidat.name] || !richtig) {
      throw new Error(`${kandidat.name}, ${operation.name}: ${status} ${text.slice(0, 300)}`);
    }
  }
  return zeiten;
}

function frage(port: number, { method, pfad, felder }: Anfrage, keks: string, agent: Agent, form: Form): Promise<{ status: number; text: string }> {
  const rumpf = felder && new URLSearchParams(felder).toString();
  const kopf = rumpf ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(rumpf), Origin: `http://localhost:${port}` } : {};
  return new Promise((fertig, gescheitert) => {
    const anfrage = request({ host: '127.0.0.1', port, method, path: pfad, agent, headers: { Host: `localhost:${port}`, Cookie: keks, ...(form === 'gepackt' ? { 'Accept-Encoding': 'gzip, deflate, br' } : {}), ...kopf } }, (antwort) => {
      const stuecke: Buffer[] = [];
      antwort.on('data', (stueck: Buffer) => stuecke.push(stueck));
      antwort.on('end', () => fertig({ status: antwort.statusCode ?? 0, text: Buffer.concat(stuecke).toString() }));
    });
    anfrage.on('error', gescheitert);
    anfrage.end(rumpf);
  });
}
