/** A task that comes up in the work and is not KIM's (chapter 10, R76–R81), with the right address instead (R83, U11). */
export interface Grenzaufgabe {
  titel: string;
  /** Why KIM does not do it. */
  warum: string;
  /** What support is possible all the same; empty for none. */
  erlaubt: string;
  /** Names of the entries of the directory that are the right address. */
  stellen: readonly string[];
}

const UNTERKUNFT = ['Unterbringung und Belegung'];

export const GRENZAUFGABEN = {
  antrag: {
    titel: 'Anträge ausfüllen', warum: 'KIM ist keine allgemeine Ausfüllhilfe.', erlaubt: '',
    stellen: ['Jugendberatung', 'ABU des Rheinisch-Bergischen Kreises', 'Kommunales Integrationszentrum: Ehrenamt', 'Beratungsstelle Arbeit', 'Berufsberatung der Agentur für Arbeit'],
  },
  fallmanagement: {
    titel: 'Fallmanagement nach SGB II, III oder VIII', warum: 'Jobcenter, Agentur für Arbeit und Jugendhilfe haben ein eigenes Fallmanagement.', erlaubt: 'Austausch, Fallbesprechung und Übergabe, mit Schweigepflichtentbindung.',
    stellen: ['Jobcenter Rhein-Berg', 'Agentur für Arbeit', 'Jugendamt'],
  },
  rechtsberatung: {
    titel: 'Rechtsberatung', warum: 'KIM gibt allgemeine Auskunft, aber keine Rechtsberatung im Einzelfall (§ 6 Abs. 2 RDG).', erlaubt: 'Allgemeine Informationen und der Weg zur richtigen Stelle.',
    stellen: ['Migrationsberatung für erwachsene Zugewanderte (MBE)', 'Fachdienst für Integration und Migration (FIM)', 'Flüchtlingsberatung der Diakonie', 'Refugee Law Clinic Cologne', 'Schuldnerberatung', 'Straffälligenhilfe', 'Jugendamt'],
  },
  familiennachzug: {
    titel: 'Familiennachzug', warum: 'Beratung zum Familiennachzug (§ 27 AufenthG) leisten Fachstellen.', erlaubt: '',
    stellen: ['Fachdienst für Integration und Migration (FIM)', 'Familiennachzugsberatung'],
  },
  rueckkehr: {
    titel: 'Freiwillige Rückkehr', warum: 'Rückkehrberatung leisten Fachstellen.', erlaubt: '',
    stellen: ['Perspektiv- und Rückkehrberatung', 'Ausländerbehörde: Beratung zur freiwilligen Rückkehr'],
  },
  belegung: { titel: 'Belegung bei Neuzuweisung', warum: 'Über die Belegung entscheidet die Kommune.', erlaubt: 'Fachliche Einschätzung, kollegiale Beratung.', stellen: UNTERKUNFT },
  umzug: { titel: 'Umzüge und Umzugswünsche in Unterkünften', warum: 'Über Umzüge entscheidet die Kommune.', erlaubt: 'Fachliche Einschätzung, kollegiale Beratung.', stellen: UNTERKUNFT },
  post: { titel: 'Post verteilen', warum: 'Das ist Aufgabe der Unterkunft.', erlaubt: '', stellen: UNTERKUNFT },
  reparatur: { titel: 'Reparaturen und Schäden annehmen', warum: 'Das ist Aufgabe der Unterkunft.', erlaubt: 'Eine Beschwerde weiterleiten.', stellen: UNTERKUNFT },
  anwesenheit: { titel: 'Anwesenheit kontrollieren', warum: 'KIM ist freiwillig und kontrolliert niemanden.', erlaubt: '', stellen: UNTERKUNFT },
  begehung: { titel: 'Ordnungsrechtliche Begehung', warum: 'Begehungen sind Aufgabe der Ordnungsbehörde.', erlaubt: 'Eine angebundene Person begleiten, Menschen ansprechen.', stellen: ['Ordnungsamt'] },
} as const satisfies Record<string, Grenzaufgabe>;
export type Grenzaufgabenart = keyof typeof GRENZAUFGABEN;

export const istGrenzaufgabe = (text: string | null): text is Grenzaufgabenart => text !== null && Object.hasOwn(GRENZAUFGABEN, text);
