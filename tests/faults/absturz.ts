import { setTimeout as warte } from 'node:timers/promises';
import { verbunden } from '@kim/testing/verbindung.ts';
import { fallnummernAus, meldeAn, oeffneBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import type { HaltbaresProdukt } from './haltbar.ts';
import { gleicheAb, neueAbsicht, versuche } from './hauptbuch.ts';
import type { Abgleich, Absicht } from './hauptbuch.ts';

export interface Absturzwunsch {
  abstuerze: number;
  /** Acknowledged between two of them at least, so that a slow machine has something to lose. */
  jeAbsturz: number;
  schreiber: number;
  /** Who writes: an account of the demo. */
  email: string;
}

/** R1. `verloren`, `doppelt`, `halb` and `unerwartet` must be empty. */
export interface Absturzbericht extends Abgleich {
  abstuerze: number;
  bestaetigt: number;
  /** Posts that were sent again with the same form id. */
  wiederholt: number;
  /** Plain pages that said „not now“ while the database was away. */
  seiten503: number;
  /** Longest time from the restart to the first page, milliseconds. */
  laengsteErholungMs: number;
  pruefsummenfehler: number;
  /** Answers that were neither acknowledgement nor „not now“. */
  unerwartet: string[];
}

const OPFER = [['datenbank'], ['anwendung'], ['datenbank', 'anwendung']] as const;

/** People write while both processes are killed again and again; who got no answer sends the same form again. */
export async function lasseAbstuerzen(produkt: HaltbaresProdukt, wunsch: Absturzwunsch): Promise<Absturzbericht> {
  const browser = oeffneBrowser(produkt.ziel, await meldeAn(produkt.ziel, wunsch.email));
  const nummern = fallnummernAus((await browser.hole('/faelle')).text);
  const absichten: Absicht[] = [];
  const unerwartet: string[] = [];
  const bericht = { seiten503: 0, laengsteErholungMs: 0 };
  const schluss = new AbortController();
  const schreiber = Promise.all(Array.from({ length: wunsch.schreiber }, (_, nr) => schreibe(browser, nummern[nr % nummern.length]!, absichten, unerwartet, schluss.signal)));
  for (let nr = 0; nr < wunsch.abstuerze; nr++) {
    await warteAufBestaetigte(absichten, wunsch.jeAbsturz);
    await warte(Math.random() * 500);
    const opfer = OPFER[nr % OPFER.length]!;
    await toeteUndStarte(produkt, browser, opfer, bericht);
  }
  schluss.abort();
  await schreiber;
  return verbunden(produkt.einrichtung.verwaltung, async (sql) => ({
    ...bericht,
    ...(await gleicheAb(sql, produkt.einrichtung.bund, absichten)),
    abstuerze: wunsch.abstuerze,
    bestaetigt: absichten.filter((absicht) => absicht.bestaetigt).length,
    wiederholt: absichten.reduce((summe, { versuche: n }) => summe + n - 1, 0),
    pruefsummenfehler: (await sql.query<{ n: number }>('select coalesce(sum(checksum_failures), 0)::int as n from pg_stat_database')).rows[0]!.n,
    unerwartet: [...new Set(unerwartet)],
  }));
}

async function warteAufBestaetigte(absichten: readonly Absicht[], anzahl: number): Promise<void> {
  const bestaetigte = () => absichten.filter((absicht) => absicht.bestaetigt).length;
  for (const ziel = bestaetigte() + anzahl; bestaetigte() < ziel; ) await warte(20);
}

/** One intent after the other, each until it is acknowledged. */
async function schreibe(browser: Browser, nr: string, absichten: Absicht[], unerwartet: string[], schluss: AbortSignal): Promise<void> {
  while (!schluss.aborted) {
    const absicht = neueAbsicht(nr);
    absichten.push(absicht);
    while (!absicht.bestaetigt) {
      const antwort = await versuche(browser, absicht);
      if (antwort) return void unerwartet.push(antwort);
      if (!absicht.bestaetigt) await warte(200);
    }
  }
}

/** Negative control: how much a database loses that acknowledges before it has written (`synchronous_commit = off`). */
export async function verliereAbsichtlich(produkt: HaltbaresProdukt, email: string): Promise<Abgleich> {
  await produkt.stoppeDatenbank();
  await produkt.starteDatenbank({ synchronous_commit: 'off', wal_writer_delay: '10s' });
  const browser = oeffneBrowser(produkt.ziel, await meldeAn(produkt.ziel, email));
  const [nr = ''] = fallnummernAus((await browser.hole('/faelle')).text);
  const absichten = Array.from({ length: 20 }, () => neueAbsicht(nr));
  for (const absicht of absichten) await versuche(browser, absicht);
  await produkt.toeteDatenbank();
  await produkt.starteDatenbank();
  return verbunden(produkt.einrichtung.verwaltung, (sql) => gleicheAb(sql, produkt.einrichtung.bund, absichten));
}

async function toeteUndStarte(produkt: HaltbaresProdukt, browser: Browser, opfer: readonly string[], bericht: { seiten503: number; laengsteErholungMs: number }): Promise<void> {
  const tot = { datenbank: produkt.toeteDatenbank, anwendung: produkt.toeteAnwendung };
  await Promise.all(opfer.map((wer) => tot[wer as keyof typeof tot]()));
  if (!opfer.includes('anwendung')) {
    const antwort = await browser.hole('/faelle');
    if (antwort.status === 503 && antwort.text.includes('Vorübergehend nicht erreichbar')) bericht.seiten503 += 1;
  }
  const beginn = Date.now();
  if (opfer.includes('datenbank')) await produkt.starteDatenbank();
  if (opfer.includes('anwendung')) await produkt.starteAnwendung();
  while ((await browser.hole('/faelle').catch(() => null))?.status !== 200) await warte(50);
  bericht.laengsteErholungMs = Math.max(bericht.laengsteErholungMs, Date.now() - beginn);
}
