import { log } from '@kim/core/log.ts';
import { leseUmgebung } from '@kim/core/umgebung.ts';
import type { Umgebung } from '@kim/core/umgebung.ts';
import { verbinde } from '@kim/db/tenancy.ts';
import { oeffneSchluesselbund } from '@kim/tresor/schluesselbund.ts';

/** Settings, database and keyring of this process; opened once, before the first request. */
export const betrieb = oeffneBetrieb(leseUmgebung(process.env));

function oeffneBetrieb(umgebung: Umgebung) {
  return {
    umgebung,
    demo: umgebung.modus === 'demo',
    /** Cookies with __Host- need https; the demo on localhost has none. */
    sicher: umgebung.ursprung.startsWith('https:'),
    bund: oeffneSchluesselbund(umgebung.schluesselbundPfad),
    datenbank: verbinde(
      {
        traeger: verlange(umgebung.datenbank.traeger, 'KIM_DB_TRAEGER_URL'),
        anmeldung: verlange(umgebung.datenbank.anmeldung, 'KIM_DB_ANMELDUNG_URL'),
        koordination: verlange(umgebung.datenbank.koordination, 'KIM_DB_KOORDINATION_URL'),
      },
      { melde: (fehler) => log.warn('datenbank.verbindung', { fehler }) },
    ),
  };
}

function verlange(url: string | undefined, name: string): string {
  if (!url) throw new Error(`${name} fehlt.`);
  return url;
}
