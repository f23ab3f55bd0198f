import type { Buehne } from './buehne.ts';
import { ERFUNDENE_ID } from './objekte.ts';
import type { Wer } from './wer.ts';

/** Another Träger's id in a field of a form that is one's own otherwise. */
export interface Feldprobe {
  route: string;
  eingabe: string;
  feld: string;
  wer: Wer;
  objekt: string;
  fremd: (buehne: Buehne) => string;
  erfunden: string;
}

const nutzer = (name: string) => (buehne: Buehne) => buehne.ids[`nutzer ${name}`] ?? '';

export const FELDPROBEN: readonly Feldprobe[] = [
  { route: 'routes/faelle.neu', eingabe: 'Fall eröffnen', feld: 'kommune', wer: 'Fachkraft anderswo', objekt: 'alles', fremd: (buehne) => buehne.ids['kommune Overath'] ?? '', erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.neu', eingabe: 'Fall für Bekannte', feld: 'person', wer: 'Fachkraft', objekt: 'alles', fremd: ({ faelle }) => faelle['anderswo geteilt'].personId, erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.$nr.personen._index', eingabe: 'Bekannte aufnehmen', feld: 'person', wer: 'Fachkraft', objekt: 'eigener', fremd: ({ faelle }) => faelle['anderswo geteilt'].personId, erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.$nr.personen.$id', eingabe: 'Zusammenführen', feld: 'mit', wer: 'Fachkraft', objekt: 'geteilter', fremd: (buehne) => buehne.ids['doppelt KUE'] ?? '', erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.$nr.personen.$id_.status', eingabe: 'Angabe ändern', feld: 'id', wer: 'Fachkraft', objekt: 'eigener', fremd: ({ faelle }) => faelle.anderswo.statusId, erfunden: ERFUNDENE_ID },
  { route: 'routes/leitung.stellen', eingabe: 'Anpassung beenden', feld: 'id', wer: 'Leitung', objekt: 'alles', fremd: (buehne) => buehne.ids['richtwert KUE'] ?? '', erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.$nr.zustaendigkeit', eingabe: 'Fall übergeben', feld: 'an', wer: 'Fachkraft', objekt: 'eigener', fremd: nutzer('Meryem Aksoy'), erfunden: ERFUNDENE_ID },
  { route: 'routes/faelle.$nr.zustaendigkeit', eingabe: 'Fallberatung öffnen', feld: 'mit', wer: 'Fachkraft', objekt: 'eigener', fremd: nutzer('Meryem Aksoy'), erfunden: ERFUNDENE_ID },
  { route: 'routes/verwaltung.personal.$id._index', eingabe: 'Vertretung einrichten', feld: 'vertretung', wer: 'Administration', objekt: 'mit Fällen', fremd: nutzer('Meryem Aksoy'), erfunden: ERFUNDENE_ID },
  { route: 'routes/verwaltung.personal.$id._index', eingabe: 'Vertretung beenden', feld: 'id', wer: 'Administration', objekt: 'mit Fällen', fremd: (buehne) => buehne.ids['vertretung KUE'] ?? '', erfunden: ERFUNDENE_ID },
  { route: 'routes/verwaltung.personal.$id.uebergabe', eingabe: 'Alle Fälle übergeben', feld: 'an', wer: 'Administration', objekt: 'mit Fällen', fremd: nutzer('Meryem Aksoy'), erfunden: ERFUNDENE_ID },
  { route: 'routes/anmelden.mitgliedschaft', eingabe: 'Träger wählen', feld: 'mitgliedschaft', wer: 'Träger nicht gewählt', objekt: 'alles', fremd: (buehne) => buehne.ids['mitgliedschaft anderer'] ?? '', erfunden: ERFUNDENE_ID },
];
