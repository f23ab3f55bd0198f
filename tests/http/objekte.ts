import type { Buehne } from './buehne.ts';
import type { Fall, Fallname } from './wer.ts';

/** The things a page may be asked for, and the addresses that name them. */

export type Objektart = 'keines' | 'fall' | 'anfrage' | 'kontakt' | 'person' | 'einwilligung' | 'dokument' | 'ziel' | 'planfassung' | 'vermittlung' | 'weitergabe' | 'assessment' | 'instrument' | 'evaluation' | 'vordruck' | 'text' | 'personal' | 'stelle' | 'ort' | 'vertretung' | 'freigabe' | 'koordinationskonto' | 'katalog' | 'link' | 'angebot' | 'tabelle';

export interface Objekt {
  name: string;
  params: Readonly<Record<string, string>>;
  /** The case it belongs to, where it exists. */
  fall?: Fall;
}

export const ERFUNDENE_ID = '0190a5c2-7d11-7c3e-8f00-0123456789ab';

/** As long as the numbers of the demo, and given to nobody. */
export const ERFUNDENE_NUMMER = 'RBK-2026-9876';

const UNGUELTIG = '..%2f..%2fetc';

const FAELLE: readonly Fallname[] = ['eigener', 'der Kollegin', 'geteilter', 'anderswo', 'anderswo geteilt'];

export function objekteVon(art: Objektart, buehne: Buehne): Objekt[] {
  switch (art) {
    case 'keines':
      return [{ name: 'alles', params: {} }];
    case 'fall':
      return alsFaelle(buehne);
    case 'vordruck':
      return alsFaelle(buehne).map((objekt) => ({ ...objekt, params: { ...objekt.params, art: 'einverstaendnis' } }));
    case 'evaluation':
      return alsFaelle(buehne).map((objekt) => ({ ...objekt, params: { ...objekt.params, sicht: 'fachkraft' } }));
    case 'tabelle':
      return Object.entries({ veröffentlicht: 'traeger_klasse', erfunden: 'kommune_klasse', ungültig: UNGUELTIG }).map(([name, tabelle]) => ({ name, params: { tabelle, format: 'csv', art: 'balken' } }));
    case 'text':
      return [{ name: 'eigener', params: { art: 'einverstaendnis' } }, { name: 'erfunden', params: { art: 'vollmacht' } }, { name: 'ungültig', params: { art: UNGUELTIG } }];
    case 'einwilligung':
      return imFall(buehne, 'einwilligungId');
    case 'dokument':
      return imFall(buehne, 'dokumentId');
    case 'ziel':
      return imFall(buehne, 'zielId');
    case 'vermittlung':
      return imFall(buehne, 'vermittlungId');
    case 'weitergabe':
      return imFall(buehne, 'weitergabeId');
    case 'planfassung':
      return imFall(buehne, 'fassungId');
    case 'assessment':
      return imFall(buehne, 'assessmentId');
    case 'instrument':
      return imFall(buehne, 'instrumentId');
    case 'kontakt':
      return imFall(buehne, 'kontaktId');
    case 'person':
      return imFall(buehne, 'personId');
    case 'anfrage':
      return mitId(buehne, { offene: 'anfrage RBK', anderswo: 'anfrage KUE' });
    case 'personal':
      return mitId(buehne, {
        'mit Fällen': 'nutzer Elif Yıldız', 'ohne Fälle': 'nutzer Pat zweiter Faktor fehlt', 'sich selbst': 'nutzer Petra Linden',
        eingeladen: 'nutzer Pat eingeladen', ausgeschieden: 'nutzer Pat ausgeschieden', anderswo: 'nutzer Meryem Aksoy',
      });
    case 'stelle':
      return mitId(buehne, { eigene: 'stelle RBK', anderswo: 'stelle KUE' });
    case 'angebot':
      return mitId(buehne, { eigenes: 'angebot eigenes', 'noch niemandes': 'angebot niemandes', 'der Anderen': 'angebot anderer', 'nur dort': 'angebot dort' });
    case 'ort':
      return mitId(buehne, { eigene: 'ort RBK', anderswo: 'ort KUE' });
    case 'vertretung':
      return mitId(buehne, { 'der Fachkraft': 'vertretung RBK', anderswo: 'vertretung KUE' });
    case 'freigabe':
      return mitId(buehne, { 'der Administration': 'freigabe RBK', anderswo: 'freigabe KUE' });
    case 'koordinationskonto':
      return mitId(buehne, { andere: 'koordination Markus Lang', 'sich selbst': 'koordination Bettina Schäfer', eingeladen: 'koordination Kim eingeladen', Fachkraft: 'nutzer Judith Hartmann' });
    case 'katalog':
      return mitId(buehne, { veröffentlicht: 'katalog', Entwurf: 'katalogentwurf' });
    case 'link':
      return [
        ...['gültig', 'verbraucht'].map((name) => ({ name, params: { token: buehne.ids[`link ${name}`] ?? '' } })),
        { name: 'erfunden', params: { token: 'x'.repeat(43) } },
        { name: 'ungültig', params: { token: UNGUELTIG } },
      ];
  }
}

const alsFaelle = ({ faelle }: Buehne): Objekt[] => [
  ...FAELLE.map((name) => ({ name, params: { nr: faelle[name].nummer }, fall: faelle[name] })),
  { name: 'erfunden', params: { nr: ERFUNDENE_NUMMER } },
  { name: 'ungültig', params: { nr: UNGUELTIG } },
];

/** A thing in a case, also with the wrong case around it. */
function imFall({ faelle }: Buehne, feld: 'kontaktId' | 'personId' | 'einwilligungId' | 'dokumentId' | 'zielId' | 'fassungId' | 'vermittlungId' | 'weitergabeId' | 'assessmentId' | 'instrumentId'): Objekt[] {
  const in_ = (name: string, fall: Fall, id: string): Objekt => ({ name, params: { nr: fall.nummer, id }, fall });
  const { eigener, anderswo } = faelle;
  return [
    ...FAELLE.map((name) => in_(name, faelle[name], faelle[name][feld])),
    in_('der Kollegin, im eigenen Fall', eigener, faelle['der Kollegin'][feld]),
    in_('von anderswo, im eigenen Fall', eigener, anderswo[feld]),
    in_('eigener, im Fall von anderswo', anderswo, eigener[feld]),
    in_('erfunden', eigener, ERFUNDENE_ID),
    in_('ungültig', eigener, UNGUELTIG),
  ];
}

function mitId(buehne: Buehne, namen: Record<string, string>): Objekt[] {
  return [
    ...Object.entries(namen).map(([name, schluessel]) => ({ name, params: { id: buehne.ids[schluessel] ?? '' } })),
    { name: 'erfunden', params: { id: ERFUNDENE_ID } },
    { name: 'ungültig', params: { id: UNGUELTIG } },
  ];
}

/** `/faelle/:nr/verlauf` with the parameters of this object. */
export const fuelle = (pfad: string, { params }: Objekt): string =>
  pfad.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `fehlt-${name}`).replace('*', 'gibt-es-nicht');
