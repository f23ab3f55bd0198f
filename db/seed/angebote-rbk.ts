/**
 * The institutions that the paper names (R114), person-free. What the paper does not say (addresses, telephone numbers,
 * hours) is left open: nobody has checked it yet, and the directory says so. Sozialpädiatrisches Zentrum and
 * Sozialpsychiatrisches Zentrum share an abbreviation and are two entries.
 */
export interface Angebotssaat {
  name: string;
  organisation: string;
  /** Key of RECHTSKREISE. */
  rechtskreis: string;
  /** Keys of BEDARFSBEREICHE. */
  bereiche: readonly string[];
  /** Names of communes; none stands for all. */
  einzugsgebiet?: readonly string[];
}

const KREISVERWALTUNG = 'Rheinisch-Bergischer Kreis';
const KOMMUNE = 'Stadt oder Gemeinde';

const angebot = (name: string, organisation: string, rechtskreis: string, bereiche: readonly string[], einzugsgebiet?: readonly string[]): Angebotssaat =>
  ({ name, organisation, rechtskreis, bereiche, ...(einzugsgebiet && { einzugsgebiet }) });

export const ANGEBOTE: readonly Angebotssaat[] = [
  angebot('Ausländerbehörde', KREISVERWALTUNG, 'aufenthg', ['aufenthalt']),
  angebot('Ausländerbehörde: Beratung zur freiwilligen Rückkehr', KREISVERWALTUNG, 'aufenthg', ['rueckkehr_nachzug']),
  angebot('Einbürgerungsbehörde', KREISVERWALTUNG, 'stag', ['aufenthalt']),
  angebot('Kommunales Integrationszentrum: Seiteneinstiegsberatung', KREISVERWALTUNG, 'schule', ['schule_kita']),
  angebot('Kommunales Integrationszentrum: Elementarberatung', KREISVERWALTUNG, 'schule', ['schule_kita', 'familie']),
  angebot('Kommunales Integrationszentrum: Laien-Sprachmittlungspool', KREISVERWALTUNG, 'beratung', ['sprache']),
  angebot('Kommunales Integrationszentrum: Ehrenamt', KREISVERWALTUNG, 'begegnung', ['teilhabe']),
  angebot('Schule ohne Rassismus, Schule mit Courage', KREISVERWALTUNG, 'schule', ['schutz_gewalt', 'schule_kita']),
  angebot('Schulpsychologischer Dienst', KREISVERWALTUNG, 'schule', ['schule_kita', 'psyche']),
  angebot('Jobcenter Rhein-Berg', 'Jobcenter Rhein-Berg', 'sgb2', ['existenz', 'arbeit']),
  angebot('Agentur für Arbeit', 'Bundesagentur für Arbeit', 'sgb3', ['arbeit']),
  angebot('Berufsberatung der Agentur für Arbeit', 'Bundesagentur für Arbeit', 'sgb3', ['ausbildung', 'arbeit']),
  angebot('Familienkasse', 'Bundesagentur für Arbeit', 'kindergeld', ['existenz', 'familie']),
  angebot('Sozialamt', KOMMUNE, 'sgb12', ['existenz']),
  angebot('Grundsicherung', KOMMUNE, 'sgb12', ['existenz']),
  angebot('Asylwesen (Leistungen)', KOMMUNE, 'asylblg', ['existenz']),
  angebot('Unterbringung und Belegung', KOMMUNE, 'asylblg', ['wohnen']),
  angebot('Stadtkasse', KOMMUNE, 'ordnung', ['behoerden']),
  angebot('Jugendamt', 'Jugendamt', 'sgb8', ['familie', 'schutz_gewalt']),
  angebot('Ordnungsamt', KOMMUNE, 'ordnung', ['behoerden']),
  angebot('Schulamt', KREISVERWALTUNG, 'schule', ['schule_kita']),
  angebot('Standesamt', KOMMUNE, 'ordnung', ['behoerden', 'familie']),
  angebot('Einwohnermeldeamt', KOMMUNE, 'ordnung', ['behoerden']),
  angebot('Betreuungsbehörde', KREISVERWALTUNG, 'sgb12', ['behinderung_pflege']),
  angebot('Pflegeberatung', KREISVERWALTUNG, 'sgb11', ['behinderung_pflege']),
  angebot('ABU des Rheinisch-Bergischen Kreises', KREISVERWALTUNG, 'beratung', ['behoerden']),
  angebot('Beratungsstelle Arbeit', 'GL Service GmbH', 'beratung', ['arbeit', 'behoerden']),
  angebot('Fachdienst für Integration und Migration (FIM)', 'Caritas Rhein-Berg', 'beratung', ['aufenthalt', 'rueckkehr_nachzug']),
  angebot('Migrationsberatung für erwachsene Zugewanderte (MBE)', 'Caritas Rhein-Berg', 'beratung', ['aufenthalt', 'behoerden']),
  angebot('Flüchtlingsberatung der Caritas', 'Caritas Rhein-Berg', 'beratung', ['aufenthalt']),
  angebot('Flüchtlingsberatung der Diakonie', 'Diakonie Köln', 'beratung', ['aufenthalt']),
  angebot('Familiennachzugsberatung', 'Diakonie Köln', 'beratung', ['rueckkehr_nachzug']),
  angebot('Perspektiv- und Rückkehrberatung', 'Diakonie Köln', 'beratung', ['rueckkehr_nachzug']),
  angebot('Jugendmigrationsdienst (JMD)', 'Katholische Jugendagentur', 'sgb8', ['ausbildung', 'schule_kita']),
  angebot('GetUp', 'Katholische Jugendagentur', 'sgb8', ['ausbildung', 'arbeit']),
  angebot('Jugendberufshilfe', 'Katholische Jugendagentur', 'sgb8', ['ausbildung', 'arbeit']),
  angebot('Schulsozialarbeit', 'Katholische Jugendagentur', 'sgb8', ['schule_kita', 'familie']),
  angebot('Jugendberatung', 'AWO Rhein-Oberberg', 'sgb8', ['ausbildung', 'behoerden']),
  angebot('Jugendwerkstatt', 'AWO Rhein-Oberberg', 'sgb8', ['ausbildung']),
  angebot('Deutsches Rotes Kreuz Rheinisch-Bergischer Kreis', 'DRK', 'beratung', ['teilhabe']),
  angebot('Migrationsberatung (MBE) des Bundesverbands spanischer sozialer und kultureller Vereine', 'Bundesverband spanischer sozialer und kultureller Vereine', 'beratung', ['aufenthalt', 'behoerden']),
  angebot('Refugee Law Clinic Cologne', 'Refugee Law Clinic Cologne', 'beratung', ['aufenthalt']),
  angebot('Schuldnerberatung', 'freier Träger', 'beratung', ['schulden']),
  angebot('Straffälligenhilfe', 'freier Träger', 'beratung', ['sonstiges']),
  angebot('Schwangerschaftskonflikt- und Familienberatung', 'freier Träger', 'beratung', ['schwangerschaft', 'familie']),
  angebot('Sozialpädiatrisches Zentrum', 'Sozialpädiatrisches Zentrum', 'sgb5', ['gesundheit', 'behinderung_pflege']),
  angebot('Sozialpsychiatrisches Zentrum', 'Sozialpsychiatrisches Zentrum', 'sgb5', ['psyche']),
  angebot('Antidiskriminierungsstelle', 'freier Träger', 'beratung', ['schutz_gewalt']),
  angebot('Netzwerk Wohnungsnot', 'Netzwerk Wohnungsnot', 'beratung', ['wohnen']),
  angebot('Habitat for Humanity', 'Habitat for Humanity', 'begegnung', ['wohnen']),
  angebot('Die Kette e. V.', 'Die Kette e. V.', 'beratung', ['psyche']),
  angebot('Volkshochschule', 'Volkshochschule', 'schule', ['sprache']),
  angebot('Sprachkursträger', 'verschiedene Träger', 'schule', ['sprache']),
  angebot('IHK Köln', 'IHK Köln', 'schule', ['anerkennung', 'ausbildung']),
  angebot('Hochschulen', 'verschiedene Hochschulen', 'schule', ['ausbildung', 'anerkennung']),
  angebot('Polizei', 'Polizei', 'ordnung', ['schutz_gewalt']),
  angebot('Fluchtpunkt Kürten', 'Fluchtpunkt Kürten', 'begegnung', ['teilhabe'], ['Kürten']),
  angebot('Willkommen in Wermelskirchen', 'Willkommen in Wermelskirchen', 'begegnung', ['teilhabe'], ['Wermelskirchen']),
  angebot('Burscheider Büdchen', 'Burscheider Büdchen', 'begegnung', ['teilhabe'], ['Burscheid']),
  angebot('Megafon', 'Megafon', 'begegnung', ['teilhabe', 'familie']),
  angebot('Märchentreff', 'Märchentreff', 'begegnung', ['teilhabe', 'familie']),
  angebot('Begegnungscafé', 'Begegnungscafé', 'begegnung', ['teilhabe', 'sprache']),
  angebot('Integrationsrat', KOMMUNE, 'begegnung', ['teilhabe']),
  angebot('Runde Tische', KOMMUNE, 'begegnung', ['teilhabe']),
];
