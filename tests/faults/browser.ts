import { request } from 'node:http';
import { DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';

/** Where the application is reached, and as what it knows itself: they differ when a proxy stands between. */
export interface Ziel {
  port: number;
  ursprung: string;
}

export interface Antwort {
  status: number;
  /** Target of a redirect. */
  ort: string | null;
  text: string;
  kekse: string[];
}

/** Somebody at a screen: sends what a browser without JavaScript sends. Throws when no whole answer comes. */
export interface Browser {
  hole: (pfad: string) => Promise<Antwort>;
  sende: (pfad: string, felder: Record<string, string>) => Promise<Antwort>;
}

const FRIST_MS = 20_000;

export function oeffneBrowser(ziel: Ziel, keks = ''): Browser {
  const kopf = { Cookie: keks, Connection: 'close', Accept: 'text/html' };
  return {
    hole: (pfad) => frage(ziel, 'GET', pfad, kopf),
    sende: (pfad, felder) => {
      const rumpf = new URLSearchParams(felder).toString();
      const mehr = { Origin: ziel.ursprung, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(rumpf) };
      return frage(ziel, 'POST', pfad, { ...kopf, ...mehr }, rumpf);
    },
  };
}

/** Signs in with an account of the demo; answers the cookie. */
export async function meldeAn(ziel: Ziel, email: string): Promise<string> {
  const antwort = await oeffneBrowser(ziel).sende('/anmelden', { email, passwort: DEMO_PASSWORT });
  const keks = antwort.kekse.map((zeile) => zeile.split(';')[0]).find((paar) => paar?.startsWith('sid='));
  if (!keks) throw new Error(`Anmeldung von ${email}: ${antwort.status}`);
  return keks;
}

/** Fallnummern on a page, in their order, each once. */
export const fallnummernAus = (html: string): string[] => [...new Set([...html.matchAll(/\/faelle\/([A-Z]{2,5}-\d{4}-\d+)/g)].map((treffer) => treffer[1]!))];

function frage({ port, ursprung }: Ziel, method: string, path: string, headers: Record<string, string | number>, rumpf?: string): Promise<Antwort> {
  return new Promise((fertig, gescheitert) => {
    const anfrage = request({ host: '127.0.0.1', port, method, path, agent: false, headers: { Host: new URL(ursprung).host, ...headers } }, (antwort) => {
      const stuecke: Buffer[] = [];
      antwort.on('data', (stueck: Buffer) => stuecke.push(stueck));
      antwort.on('end', () => {
        const { statusCode: status = 0, headers: koepfe } = antwort;
        fertig({ status, ort: koepfe.location ?? null, text: Buffer.concat(stuecke).toString(), kekse: koepfe['set-cookie'] ?? [] });
      });
      antwort.on('error', gescheitert);
    });
    anfrage.setTimeout(FRIST_MS, () => anfrage.destroy(new Error('keine Antwort')));
    anfrage.on('error', gescheitert);
    anfrage.end(rumpf);
  });
}
