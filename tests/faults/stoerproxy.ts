import { createServer, connect } from 'node:net';
import type { Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as warte } from 'node:timers/promises';

/**
 * What the line does to one request: nothing; the answer is lost; it breaks off halfway; the request arrives twice at
 * once, or a second time after its answer; only half of it arrives; it is late.
 */
export const STOERUNGEN = ['keine', 'antwort_weg', 'antwort_halb', 'doppelt', 'nochmals', 'anfrage_halb', 'verspaetet'] as const;
export type Stoerung = (typeof STOERUNGEN)[number];

export interface Stoerproxy {
  port: number;
  /** How often each was done. */
  gezaehlt: Record<Stoerung, number>;
  schliesse: () => Promise<void>;
}

/** A bad line on loopback in front of the application: one request per connection. */
export async function starteStoerproxy(zielPort: number, waehle: () => Stoerung): Promise<Stoerproxy> {
  const gezaehlt = Object.fromEntries(STOERUNGEN.map((stoerung) => [stoerung, 0])) as Record<Stoerung, number>;
  const offen = new Set<Socket>();
  const server = createServer((kunde) => {
    offen.add(kunde);
    kunde.on('close', () => offen.delete(kunde)).on('error', () => {});
    const stoerung = waehle();
    gezaehlt[stoerung] += 1;
    void leseAnfrage(kunde).then((anfrage) => anfrage && reicheWeiter(kunde, anfrage, zielPort, stoerung));
  });
  await new Promise<void>((bereit) => server.listen(0, '127.0.0.1', bereit));
  return {
    port: (server.address() as AddressInfo).port,
    gezaehlt,
    schliesse: () => new Promise((fertig) => {
      server.close(() => fertig());
      for (const kunde of offen) kunde.destroy();
    }),
  };
}

/** The whole request: head, then as much body as it announces. */
async function leseAnfrage(kunde: Socket): Promise<Buffer | null> {
  let gelesen = Buffer.alloc(0);
  for await (const stueck of kunde.iterator({ destroyOnReturn: false })) {
    gelesen = Buffer.concat([gelesen, stueck as Buffer]);
    const kopfende = gelesen.indexOf('\r\n\r\n');
    const laenge = Number(/content-length: (\d+)/i.exec(gelesen.toString('latin1'))?.[1] ?? 0);
    if (kopfende >= 0 && gelesen.length >= kopfende + 4 + laenge) return gelesen;
  }
  return null;
}

async function reicheWeiter(kunde: Socket, anfrage: Buffer, port: number, stoerung: Stoerung): Promise<void> {
  if (stoerung === 'verspaetet') await warte(Math.random() * 300);
  if (stoerung === 'anfrage_halb') {
    await sende(port, anfrage.subarray(0, anfrage.length - 20), 50);
    return void kunde.destroy();
  }
  const zwilling = stoerung === 'doppelt' ? sende(port, anfrage) : null;
  const antwort = await sende(port, anfrage);
  await zwilling;
  if (stoerung === 'nochmals') await sende(port, anfrage);
  if (stoerung === 'antwort_weg') return void kunde.destroy();
  if (stoerung !== 'antwort_halb') return void kunde.end(antwort);
  kunde.write(antwort.subarray(0, 10), () => kunde.destroy());
}

/** Sends bytes and collects the answer; a request that stops halfway is cut off after `abbruchMs`. */
function sende(port: number, anfrage: Buffer, abbruchMs?: number): Promise<Buffer> {
  return new Promise((fertig) => {
    const stuecke: Buffer[] = [];
    const leitung = connect({ port, host: '127.0.0.1' }, () => leitung.write(anfrage));
    leitung.on('data', (stueck) => stuecke.push(stueck));
    leitung.on('error', () => {});
    leitung.on('close', () => fertig(Buffer.concat(stuecke)));
    if (abbruchMs) setTimeout(() => leitung.destroy(), abbruchMs);
  });
}
