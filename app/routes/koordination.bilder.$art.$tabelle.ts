import { leseBlatt, leseVerlauf } from '@kim/auswertung/lesen.ts';
import { zeichneBalken, zeichneKarte, zeichneVerlauf } from '@kim/auswertung/bilder.ts';
import { leseKreis } from '@kim/kreis/verzeichnis.ts';
import { oder404 } from '../http/antwort.server.ts';
import { fuerKoordination, nichtGefunden } from '../http/geschuetzt.server.ts';
import type { KoordinationAkteur } from '../http/akteur.server.ts';
import { stichtagAus } from '../http/stichtag.ts';

/** A picture of a released table; drawn from released rows only. */
export const loader = fuerKoordination(async ({ akteur, params, url }) => {
  const zeichne = BILDER[params['art'] ?? ''];
  if (!zeichne) throw nichtGefunden();
  const svg = oder404(await zeichne(akteur, params['tabelle'] ?? '', stichtagAus(url)));
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
});

const BILDER: Record<string, ((akteur: KoordinationAkteur, tabelle: string, stichtag?: string) => Promise<string | null>) | undefined> = {
  __proto__: null as never,
  balken: async (akteur, tabelle, stichtag) => {
    const blatt = await leseBlatt(akteur, tabelle, stichtag);
    return blatt && zeichneBalken(blatt);
  },
  verlauf: async (akteur, tabelle, stichtag) => {
    const verlauf = await leseVerlauf(akteur, tabelle, stichtag);
    return verlauf && zeichneVerlauf(verlauf);
  },
  karte: async (akteur, tabelle, stichtag) => {
    if (tabelle !== 'kommune') return null;
    const [blatt, { kommunen }] = await Promise.all([leseBlatt(akteur, tabelle, stichtag), leseKreis(akteur)]);
    return blatt && zeichneKarte(kommunen.map(({ name, ags }) => ({ name, ags, wert: blatt.zeilen.find(({ titel }) => titel === name)?.werte[0]?.wert ?? null })));
  },
};
