import { schreibeBlatt } from '@kim/auswertung/ausgabe.ts';
import { FORMATE, istFormat } from '@kim/auswertung/formate.ts';
import { leseBlatt } from '@kim/auswertung/lesen.ts';
import { oder404 } from '../http/antwort.server.ts';
import { fuerKoordination, nichtGefunden } from '../http/geschuetzt.server.ts';
import { stichtagAus } from '../http/stichtag.ts';

/** A released table as a file. The address is stable, so that a statistics office can fetch it. */
export const loader = fuerKoordination(async ({ akteur, params, url }) => {
  const format = params['format'] ?? '';
  if (!istFormat(format)) throw nichtGefunden();
  const blatt = oder404(await leseBlatt(akteur, params['tabelle'] ?? '', stichtagAus(url)));
  const inhalt = schreibeBlatt(blatt, format);
  return new Response(new Uint8Array(inhalt), {
    headers: { 'Content-Type': FORMATE[format].typ, 'Content-Length': String(inhalt.length), 'Content-Disposition': `attachment; filename="${blatt.tabelle}-${blatt.stichtag}.${format}"` },
  });
});
