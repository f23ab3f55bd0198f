import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import type { Personenname } from '@kim/domain/ratsuchende/schema.ts';
import { alleSchreibweisen, vollerName } from '@kim/domain/ratsuchende/rules.ts';
import { oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import type { Datenschluessel } from '@kim/tresor/traeger-tresor.ts';
import * as anweisungen from './bare-sql.ts';

/**
 * The bare baseline: node:http and pg, nothing between them. Row-level security and the session capability as in the
 * product, names and notes decrypted, a protocol line in the same transaction, COMMIT awaited and its answer read.
 * Everything of one request travels in one pipelined round trip; the answer is JSON. It serves one Fachkraft whom it
 * knows by name: no sign-in statement. No validation, no form of errors, no page.
 */

const bund = oeffneSchluesselbund(process.env['KIM_SCHLUESSELBUND'] ?? '');
const [traegerId = '', nutzerId = ''] = (process.env['BARE_WER'] ?? '').split(' ');
const tresor = tresorFuer(bund, traegerId);
const pool = new pg.Pool({ connectionString: process.env['KIM_DB_TRAEGER_URL'], max: 10, pipeline: true });

type Anweisung = readonly [text: string, werte: unknown[]];

async function inEinemZug(anfrage: IncomingMessage, ...alle: Anweisung[]): Promise<pg.QueryResult[]> {
  const geheimnis = /sid=([^;]+)/.exec(anfrage.headers.cookie ?? '')?.[1] ?? '';
  const ctx = createHash('sha256').update(`ctx${geheimnis}`).digest('hex');
  const client = await pool.connect();
  try {
    const ergebnisse = await Promise.all([
      client.query('begin'),
      client.query("select set_config('app.ctx', $1, true)", [ctx]),
      ...alle.map(([text, werte]) => client.query(text, werte)),
      client.query('commit'),
    ]);
    if (ergebnisse.at(-1)?.command !== 'COMMIT') throw new Error('nicht bestätigt');
    return ergebnisse.slice(2, -1);
  } finally {
    client.release();
  }
}

const protokoll = (aktion: string, nr: string | null = null): Anweisung => [anweisungen.PROTOKOLL, [traegerId, neueId(), nutzerId, aktion, nr]];

interface Verschluesselt {
  person_id: string;
  name_krypt: Buffer;
  name_version: number;
  verpackt: Buffer;
  generation: number;
}

function nameVon(z: Verschluesselt): Personenname {
  const schluessel = tresor.oeffneSchluessel(z.person_id, z.verpackt, z.generation);
  return tresor.entschluessle(z.name_krypt, schluessel, { besitzerId: z.person_id, spalte: 'ratsuchende.name', version: z.name_version }) as Personenname;
}

async function liste(anfrage: IncomingMessage) {
  const [faelle] = await inEinemZug(anfrage, [anweisungen.LISTE, [traegerId, nutzerId]], protokoll('faelle.aufgelistet'));
  return faelle!.rows.map((z) => ({ fallnummer: z.fallnummer, klasse: z.klasse, kommune: z.kommune, letzterKontakt: z.letzter_kontakt, name: vollerName(nameVon(z)) }));
}

interface Offen {
  fallId: string;
  schluessel: Datenschluessel;
}

/** Keys of the cases that were opened here: who writes has read before. */
const offen = new Map<string, Offen>();

async function fall(anfrage: IncomingMessage, nr: string) {
  const [kopf, kontakte] = await inEinemZug(anfrage, [anweisungen.KOPF, [traegerId, nr]], [anweisungen.KONTAKTE, [traegerId, nr]], protokoll('kontakt.gelesen', nr));
  const z = kopf!.rows[0];
  const schluessel = tresor.oeffneSchluessel(z.id, z.fall_verpackt, z.fall_generation);
  offen.set(nr, { fallId: z.id, schluessel });
  return {
    fallnummer: nr, klasse: z.klasse, kommune: z.kommune, fachkraft: z.fachkraft, eroeffnetAm: z.eroeffnet_am, name: vollerName(nameVon(z)),
    kontakte: kontakte!.rows.map((k) => ({
      id: k.id, am: k.am, kanal: k.kanal, dauer: k.dauer_minuten, von: k.erfasst_von,
      notiz: tresor.entschluessleText(k.notiz_krypt, schluessel, { besitzerId: k.id, spalte: 'kontakte.notiz', version: k.version }),
    })),
  };
}

async function schreibe(anfrage: IncomingMessage, nr: string) {
  const felder = new URLSearchParams(await rumpfVon(anfrage));
  if (!offen.has(nr)) await fall(anfrage, nr);
  const { fallId, schluessel } = offen.get(nr)!;
  const id = neueId();
  const notiz = tresor.verschluessle(felder.get('notiz') ?? '', schluessel, { besitzerId: id, spalte: 'kontakte.notiz', version: 1 });
  await inEinemZug(
    anfrage,
    [anweisungen.FORMULAR, [traegerId, felder.get('_formular'), nutzerId, tresor.formularhash(felder.toString()), id]],
    [anweisungen.KONTAKT, [traegerId, id, fallId, '2026-01-02', felder.get('kanal'), notiz, nutzerId]],
    protokoll('kontakt.erfasst', nr),
  );
  return { id };
}

async function suche(anfrage: IncomingMessage) {
  const gesucht = tresor.suche(new URLSearchParams(await rumpfVon(anfrage)).get('q') ?? '');
  const [personen] = await inEinemZug(anfrage, [anweisungen.SUCHE, [traegerId, nutzerId, gesucht.tokens[0], gesucht.tokens]], protokoll('faelle.gesucht'));
  const treffer = [];
  for (const z of personen!.rows) {
    const name = nameVon(z);
    if (!gesucht.passt(alleSchreibweisen(name))) continue;
    treffer.push({ name: vollerName(name), geburtsjahr: z.geburtsjahr, faelle: z.faelle });
    if (treffer.length === 20) break;
  }
  return treffer;
}

async function rumpfVon(anfrage: IncomingMessage): Promise<string> {
  const stuecke: Buffer[] = [];
  for await (const stueck of anfrage) stuecke.push(stueck as Buffer);
  return Buffer.concat(stuecke).toString();
}

function waehle(anfrage: IncomingMessage): Promise<unknown> {
  const nr = /^\/faelle\/([^/?]+)/.exec(anfrage.url ?? '')?.[1];
  if (anfrage.method === 'POST') return nr ? schreibe(anfrage, nr) : suche(anfrage);
  return nr ? fall(anfrage, nr) : liste(anfrage);
}

createServer((anfrage, antwort) => {
  waehle(anfrage).then(
    (wert) => antwort.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(wert)),
    (fehler: unknown) => antwort.writeHead(500).end(String(fehler)),
  );
}).listen(Number(process.env['KIM_PORT']), '127.0.0.1');
