import { verbunden } from '@kim/testing/verbindung.ts';
import type { Einrichtung } from '@kim/testing/produkt.ts';
import { neueId } from '@kim/core/ids.ts';
import { fallnummernAus, meldeAn, oeffneBrowser } from './browser.ts';
import type { Ziel } from './browser.ts';
import { gleicheAb, neueAbsicht, versuche } from './hauptbuch.ts';
import type { Abgleich, Absicht } from './hauptbuch.ts';
import { STOERUNGEN, starteStoerproxy } from './stoerproxy.ts';
import type { Stoerung } from './stoerproxy.ts';

/** R3. Only the first four may differ from 0. */
export interface Doppeltbericht extends Abgleich {
  absichten: number;
  abgeschickt: number;
  bestaetigt: number;
  stoerungen: Record<Stoerung, number>;
  unerwartet: string[];
}

export interface Doppeltwunsch {
  absichten: number;
  gleichzeitig: number;
  email: string;
  /** Negative control: every attempt carries a new form id, as if there were none. */
  ohneFormularId?: boolean;
}

const HOECHSTENS_VERSUCHE = 50;

/** Every intent is sent through a line that loses, doubles and delays, until an acknowledgement comes back. */
export async function sendeDoppelt(ziel: Ziel, einrichtung: Einrichtung, wunsch: Doppeltwunsch): Promise<Doppeltbericht> {
  const keks = await meldeAn(ziel, wunsch.email);
  const nummern = fallnummernAus((await oeffneBrowser(ziel, keks).hole('/faelle')).text);
  let anfrage = 0;
  const proxy = await starteStoerproxy(ziel.port, () => STOERUNGEN[anfrage++ % STOERUNGEN.length]!);
  const browser = oeffneBrowser({ ...ziel, port: proxy.port }, keks);
  const absichten: Absicht[] = Array.from({ length: wunsch.absichten }, (_, nr) => neueAbsicht(nummern[nr % nummern.length]!));
  const unerwartet: string[] = [];
  const warteschlange = absichten.values();
  await Promise.all(Array.from({ length: wunsch.gleichzeitig }, async () => {
    for (const absicht of warteschlange) {
      while (!absicht.bestaetigt && absicht.versuche < HOECHSTENS_VERSUCHE) {
        const antwort = await versuche(browser, absicht, wunsch.ohneFormularId ? neueId() : undefined);
        if (antwort) unerwartet.push(antwort);
      }
    }
  }));
  await proxy.schliesse();
  const abgleich = await verbunden(einrichtung.verwaltung, (sql) => gleicheAb(sql, einrichtung.bund, absichten));
  return {
    ...abgleich,
    absichten: absichten.length,
    abgeschickt: absichten.reduce((summe, { versuche: n }) => summe + n, 0),
    bestaetigt: absichten.filter(({ bestaetigt }) => bestaetigt).length,
    stoerungen: proxy.gezaehlt,
    unerwartet: [...new Set(unerwartet)],
  };
}
