/** The Rheinisch-Bergische Kreis of the paper: chapter 2 (posts, January 2026) and chapter 11 (places). Person-free. */

export interface Traegersaat {
  /** Mark in every Fallnummer. */
  kennung: string;
  name: string;
  kurzname: string;
  traegerart: 'kreis' | 'kommune' | 'freier_traeger';
  rechtsregime: 'dsgvo' | 'kdg' | 'dsg_ekd';
  stellen: readonly Stellensaat[];
  orte: readonly Ortssaat[];
}

export interface Stellensaat {
  bezeichnung: string;
  /** VZÄ × 100. */
  vzae: number;
  vertragsart: 'eigene_stelle' | 'weiterleitung' | 'weiterleitung_kooperation';
  kommunen: readonly string[];
  von: string;
}

/** A place of chapter 11; what the paper does not say of it, the Träger completes. */
export interface Ortssaat {
  name: string;
  art: 'buero' | 'aussensprechstunde' | 'unterkunft' | 'sonstiger';
  kommune: string;
  vertraulich: boolean;
  sprechzeiten: string;
}

export const KREIS = 'Rheinisch-Bergischer Kreis';

/** The eight communes with their Amtlicher Gemeindeschlüssel. */
export const KOMMUNEN: Readonly<Record<string, string>> = {
  'Bergisch Gladbach': '05378004',
  Burscheid: '05378008',
  Kürten: '05378012',
  Leichlingen: '05378016',
  Odenthal: '05378020',
  Overath: '05378024',
  Rösrath: '05378028',
  Wermelskirchen: '05378032',
};

const buero = (name: string, ort: string, sprechzeiten = 'nach Vereinbarung'): Ortssaat => ({ name, art: 'buero', kommune: ort, vertraulich: true, sprechzeiten });
const aussen = (name: string, ort: string, sprechzeiten: string): Ortssaat => ({ name, art: 'aussensprechstunde', kommune: ort, vertraulich: false, sprechzeiten });

const kommune = (kennung: string, name: string, ort: string, vzae: number, orte: readonly Ortssaat[]): Traegersaat => ({
  kennung,
  name,
  kurzname: name.replace(/^(Stadt|Gemeinde) /, ''),
  traegerart: 'kommune',
  rechtsregime: 'dsgvo',
  stellen: [{ bezeichnung: `Case Management ${ort}`, vzae, vertragsart: 'weiterleitung', kommunen: [ort], von: '2021-07-01' }],
  orte,
});

export const TRAEGER: readonly Traegersaat[] = [
  {
    kennung: 'RBK',
    name: 'Rheinisch-Bergischer Kreis, Kommunales Integrationszentrum',
    kurzname: 'Kreis (KI)',
    traegerart: 'kreis',
    rechtsregime: 'dsgvo',
    stellen: [
      { bezeichnung: 'Region Nord', vzae: 100, vertragsart: 'eigene_stelle', kommunen: ['Burscheid', 'Wermelskirchen', 'Leichlingen'], von: '2021-07-01' },
      { bezeichnung: 'Region Mitte', vzae: 150, vertragsart: 'eigene_stelle', kommunen: ['Odenthal', 'Kürten', 'Bergisch Gladbach'], von: '2021-07-01' },
      { bezeichnung: 'Region Süd', vzae: 50, vertragsart: 'eigene_stelle', kommunen: ['Rösrath', 'Overath'], von: '2021-07-01' },
    ],
    orte: [buero('Kreishaus Heidkamp', 'Bergisch Gladbach', 'Montag bis Freitag zu den Öffnungszeiten des Kreishauses')],
  },
  kommune('BGL', 'Stadt Bergisch Gladbach', 'Bergisch Gladbach', 77, [
    buero('Stadthaus An der Gohrsmühle', 'Bergisch Gladbach'),
    aussen('Märchentreff Heidkamp', 'Bergisch Gladbach', 'wöchentliche Sprechstunde'),
    aussen('Ukraine-Sprechstunde Bensberg, Pfarrsaal', 'Bergisch Gladbach', 'monatlich'),
  ]),
  {
    kennung: 'KJA',
    name: 'Katholische Jugendagentur Leverkusen, Rhein-Berg, Oberberg gGmbH',
    kurzname: 'KJA',
    traegerart: 'freier_traeger',
    rechtsregime: 'kdg',
    stellen: [{ bezeichnung: 'Case Management Burscheid', vzae: 50, vertragsart: 'weiterleitung_kooperation', kommunen: ['Burscheid'], von: '2022-01-01' }],
    orte: [buero('Jugendbüro im Alten Rathaus', 'Burscheid')],
  },
  {
    kennung: 'DLE',
    name: 'Diakonisches Werk des ökumenischen Kirchenkreises Leverkusen gGmbH',
    kurzname: 'Diakonie Leverkusen',
    traegerart: 'freier_traeger',
    rechtsregime: 'dsg_ekd',
    stellen: [{ bezeichnung: 'Case Management Burscheid', vzae: 50, vertragsart: 'weiterleitung_kooperation', kommunen: ['Burscheid'], von: '2025-12-01' }],
    orte: [buero('Büro Burscheid', 'Burscheid')],
  },
  kommune('KUE', 'Gemeinde Kürten', 'Kürten', 150, [buero('Rathaus Kürten', 'Kürten')]),
  kommune('ODE', 'Gemeinde Odenthal', 'Odenthal', 150, [buero('Rathaus Odenthal, Bürgerdienste', 'Odenthal')]),
  kommune('ROE', 'Stadt Rösrath', 'Rösrath', 100, [buero('Rathaus Rösrath', 'Rösrath', 'meist dienstags, mittwochs und freitags'), aussen('Begegnungscafé', 'Rösrath', 'dienstags 16:00 bis 18:00 Uhr')]),
  kommune('WKN', 'Stadt Wermelskirchen', 'Wermelskirchen', 200, [buero('Rathaus Wermelskirchen', 'Wermelskirchen')]),
  {
    kennung: 'DKO',
    name: 'Diakonisches Werk Köln und Region gGmbH',
    kurzname: 'Diakonie Köln',
    traegerart: 'freier_traeger',
    rechtsregime: 'dsg_ekd',
    stellen: [{ bezeichnung: 'Case Management Overath', vzae: 77, vertragsart: 'weiterleitung_kooperation', kommunen: ['Overath'], von: '2022-01-01' }],
    orte: [buero('Büro Overath', 'Overath'), aussen('Evangelische Kirche Overath', 'Overath', 'nach Aushang')],
  },
];
