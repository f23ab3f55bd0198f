import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as warte } from 'node:timers/promises';

/** A request as a browser sends it, byte for byte under control of the test. */

export type Feldwert = string | readonly string[];
export type Formularfelder = Readonly<Record<string, Feldwert>>;

export interface Anfrage {
  methode?: string;
  /** Path and query exactly as they go over the line. */
  pfad: string;
  cookie?: string | null;
  formular?: Formularfelder;
  /** Body that is no form of ours. */
  rumpf?: string | Buffer;
  /** null takes a header away. */
  koepfe?: Readonly<Record<string, string | null>>;
}

export interface Antwort {
  status: number;
  koepfe: IncomingHttpHeaders;
  rumpf: string;
  /** Target of a redirect, of a document as of a `.data` answer. */
  ziel: string | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: 6 });

export function kodiere(felder: Formularfelder): string {
  const paare = Object.entries(felder).flatMap(([name, wert]) => (typeof wert === 'string' ? [[name, wert]] : wert.map((einer) => [name, einer])));
  return new URLSearchParams(paare as [string, string][]).toString();
}

/** A field of this name is sent as a file with that content, the way a browser does it. */
const DATEI = 'datei';
const GRENZE = 'kim-grenze-7d11';

function kodiereTeile(felder: Formularfelder): string {
  const teile = Object.entries(felder).flatMap(([name, wert]) => [wert].flat().map((einer) => {
    const datei = name === DATEI ? '; filename="blatt.pdf"\r\nContent-Type: application/pdf' : '';
    return `--${GRENZE}\r\nContent-Disposition: form-data; name="${name}"${datei}\r\n\r\n${einer}\r\n`;
  }));
  return `${teile.join('')}--${GRENZE}--\r\n`;
}

/** Posts carry what a browser adds to a form of the same site, unless `koepfe` says otherwise. */
export function sende(url: string, anfrage: Anfrage): Promise<Antwort> {
  const methode = anfrage.methode ?? (anfrage.formular || anfrage.rumpf !== undefined ? 'POST' : 'GET');
  const mitDatei = anfrage.formular?.[DATEI] !== undefined;
  const rumpf = anfrage.formular ? (mitDatei ? kodiereTeile(anfrage.formular) : kodiere(anfrage.formular)) : anfrage.rumpf;
  const schreibt = methode !== 'GET' && methode !== 'HEAD';
  const koepfe: Record<string, string | null> = {
    'accept-encoding': 'identity',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    ...(anfrage.cookie ? { cookie: anfrage.cookie } : {}),
    ...(schreibt ? { origin: url, 'sec-fetch-site': 'same-origin' } : {}),
    ...(rumpf === undefined ? {} : { 'content-type': mitDatei ? `multipart/form-data; boundary=${GRENZE}` : 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(rumpf)) }),
    ...anfrage.koepfe,
  };
  const headers = Object.fromEntries(Object.entries(koepfe).filter((paar): paar is [string, string] => paar[1] !== null));
  return einmal(url, methode, anfrage.pfad, headers, rumpf);
}

async function einmal(url: string, method: string, path: string, headers: Record<string, string>, rumpf: string | Buffer | undefined, versuch = 0): Promise<Antwort> {
  try {
    return await new Promise<Antwort>((fertig, scheitert) => {
      const { hostname, port } = new URL(url);
      const anfrage = request({ agent, hostname, port, path, method, headers }, (antwort) => {
        const stuecke: Buffer[] = [];
        antwort.on('data', (stueck: Buffer) => stuecke.push(stueck));
        antwort.on('error', scheitert);
        antwort.on('end', () =>
          fertig({ status: antwort.statusCode ?? 0, koepfe: antwort.headers, rumpf: Buffer.concat(stuecke).toString('utf8'), ziel: antwort.headers.location ?? null }),
        );
      });
      anfrage.on('error', scheitert);
      anfrage.end(rumpf);
    });
  } catch (fehler) {
    // The server closes an idle connection just as it is used again: a browser sends once more.
    if ((fehler as NodeJS.ErrnoException).code !== 'ECONNRESET' || versuch > 0 || rumpf !== undefined) throw fehler;
    await warte(20);
    return einmal(url, method, path, headers, rumpf, versuch + 1);
  }
}
