import type pg from 'pg';
import { einmallinkPfad } from '@kim/core/adressen.ts';
import { formatDatum } from '@kim/core/zeit.ts';
import type { Umgebung } from '@kim/core/umgebung.ts';
import type { Befehl } from './befehl.ts';
import { legeKontoAn, setzeZugangZurueck } from './konto.ts';
import { beginneVeroeffentlichung, legeKreisAn, legeTraegerAn } from './kreis.ts';
import { HILFE } from './hilfe.ts';
import { uebersicht } from './uebersicht.ts';

export interface Werkzeug {
  /** The administration's connection. */
  db: pg.ClientBase;
  /** The same as a URL, for what opens its own. */
  url: string;
  umgebung: Pick<Umgebung, 'ursprung' | 'schluesselbundPfad'>;
}

/** Carries one command out and answers the lines for the operator. @throws Startfehler in German when it cannot be */
export async function fuehreAus(befehl: Befehl, werkzeug: Werkzeug): Promise<string[]> {
  const { db, umgebung } = werkzeug;
  switch (befehl.befehl) {
    case 'hilfe':
      return [HILFE];
    case 'uebersicht':
      return uebersicht(db);
    case 'kreis-anlegen':
      await legeKreisAn(db, befehl.name, befehl.kommunen);
      return [`Der Kreis „${befehl.name}“ ist angelegt, mit ${Object.keys(befehl.kommunen).length} Kommunen.`, 'Weiter mit: npm run betreiber -- traeger-anlegen'];
    case 'traeger-anlegen':
      await legeTraegerAn(werkzeug, befehl);
      return [`Der Träger „${befehl.name}“ (${befehl.kennung}) ist angelegt.`, `Sein Schlüssel steht jetzt in ${umgebung.schluesselbundPfad}: bitte neu sichern.`, `Weiter mit: npm run betreiber -- konto-anlegen E-MAIL "NAME" --traeger ${befehl.kennung}`];
    case 'veroeffentlichung-beginnen':
      await beginneVeroeffentlichung(db, befehl.kreis, befehl.stichtag);
      return [`Der Kreis „${befehl.kreis}“ veröffentlicht ab dem Stichtag ${formatDatum(befehl.stichtag)}, jeweils zehn Tage nach Monatsende.`];
    case 'konto-anlegen': {
      const { token, hinweise } = await legeKontoAn(db, befehl);
      return [...hinweise, ...zeigeLink(umgebung, befehl.email, token, '7 Tage')];
    }
    case 'zugang-zuruecksetzen':
      return zeigeLink(umgebung, befehl.email, await setzeZugangZurueck(db, befehl.email, befehl.art), '24 Stunden');
  }
}

const zeigeLink = ({ ursprung }: Werkzeug['umgebung'], email: string, token: string, dauer: string): string[] => [
  `Link für ${email}, gilt ${dauer} und nur einmal; er wird nicht noch einmal gezeigt:`,
  '',
  `  ${ursprung}${einmallinkPfad(token)}`,
  '',
  'Geben Sie ihn nur dieser Person: wer ihn öffnet, richtet das Konto ein.',
];
