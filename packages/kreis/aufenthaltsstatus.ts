import type { Datum } from '@kim/core/zeit.ts';

/** A residence status as a rule of its time: what it is called, where it stands, and from when to when one can have it (U10, requirements 2.7). */
export interface Statusregel {
  /** Stored and counted; never reused. */
  code: string;
  gruppe: Statusgruppe;
  text: string;
  norm: string;
  /** The paper in the hand of the person. */
  dokument: string;
  /** General information on access to work; never advice. */
  arbeit: string;
  /** First and last day on which the rule can be granted; null is open. */
  giltVon: Datum | null;
  giltBis: Datum | null;
  /** Shown beside an entry, whenever it was made. */
  hinweis?: string;
  quelle: string;
}

export type Statusgruppe = 'asyl' | 'schutz' | 'humanitaer' | 'ausbildung_arbeit' | 'familie' | 'duldung' | 'dauerhaft' | 'sonstiges';

export const STATUSGRUPPEN: Record<Statusgruppe, string> = {
  asyl: 'Asylverfahren',
  schutz: 'Anerkannter Schutz',
  humanitaer: 'Weitere humanitäre Gründe',
  ausbildung_arbeit: 'Ausbildung, Studium und Arbeit',
  familie: 'Familie',
  duldung: 'Duldung',
  dauerhaft: 'Dauerhaft',
  sonstiges: 'Weiteres',
};

const ERLAUBNIS = 'Aufenthaltserlaubnis (eAT)';
const FREI = 'Erwerbstätigkeit in der Regel erlaubt; maßgeblich ist die Nebenbestimmung im Dokument.';
const ZWECK = 'Abhängig vom Zweck; maßgeblich ist die Nebenbestimmung im Dokument.';
const ANFRAGEN = 'Nur mit Erlaubnis; zuständig ist die Ausländerbehörde.';
const KEINE_ANGABE = 'Keine allgemeine Angabe möglich; maßgeblich ist das Dokument.';

type Kern = Pick<Statusregel, 'code' | 'text' | 'norm'> & Partial<Statusregel>;

const regeln = (gruppe: Statusgruppe, dokument: string, arbeit: string, kerne: readonly Kern[]): Statusregel[] =>
  kerne.map((kern) => ({ gruppe, dokument, arbeit, giltVon: null, giltBis: null, quelle: 'AufenthG', ...kern }));

/** Sources and the day they were read stand in requirements 2.7. A changed law is a new line or an end, never an edited past. */
export const AUFENTHALTSSTATUS: readonly Statusregel[] = [
  ...regeln('asyl', 'Aufenthaltsgestattung', ANFRAGEN, [
    { code: 'ankunftsnachweis', text: 'Ankunftsnachweis', norm: '§ 63a AsylG', dokument: 'Ankunftsnachweis', quelle: 'AsylG' },
    { code: 'gestattung', text: 'Aufenthaltsgestattung', norm: '§ 55 AsylG', quelle: 'AsylG' },
  ]),
  ...regeln('schutz', ERLAUBNIS, FREI, [
    { code: 'p25_1', text: 'Asylberechtigung', norm: '§ 25 Abs. 1 AufenthG' },
    { code: 'p25_2_fluechtling', text: 'Flüchtlingseigenschaft', norm: '§ 25 Abs. 2 Satz 1 Alt. 1 AufenthG' },
    { code: 'p25_2_subsidiaer', text: 'subsidiärer Schutz', norm: '§ 25 Abs. 2 Satz 1 Alt. 2 AufenthG' },
    { code: 'p25_3', text: 'Abschiebungsverbot', norm: '§ 25 Abs. 3 AufenthG' },
    { code: 'p24', text: 'vorübergehender Schutz (Ukraine)', norm: '§ 24 AufenthG' },
  ]),
  ...regeln('humanitaer', ERLAUBNIS, FREI, [
    { code: 'p22_23_23a', text: 'Aufnahme aus dem Ausland, Landesaufnahme, Härtefall', norm: '§§ 22, 23, 23a AufenthG' },
    { code: 'p25_5', text: 'Ausreise unmöglich', norm: '§ 25 Abs. 5 AufenthG' },
    { code: 'p25a', text: 'gut integrierte Jugendliche und junge Volljährige', norm: '§ 25a AufenthG', hinweis: 'Die Sonderregeln der Absätze 5 und 6 gelten bis 30.06.2027.' },
    { code: 'p25b', text: 'nachhaltige Integration', norm: '§ 25b AufenthG', hinweis: 'Die Sonderregeln der Absätze 7 und 8 gelten bis 30.06.2027.' },
    {
      code: 'p104c', text: 'Chancen-Aufenthaltsrecht', norm: '§ 104c AufenthG', giltVon: '2022-12-31', giltBis: '2025-12-31', quelle: 'AufenthG; buzer.de a293517',
      hinweis: 'Die Regelung ist am 31.12.2025 ausgelaufen. Bitte prüfen, ob ein Übergang in § 25a oder § 25b AufenthG in Betracht kommt; die Sonderregeln dazu gelten bis 30.06.2027. Beratung bei der Ausländerbehörde oder einer Fachberatungsstelle für Aufenthaltsrecht.',
    },
  ]),
  ...regeln('ausbildung_arbeit', ERLAUBNIS, ZWECK, [
    { code: 'p16a', text: 'Berufsausbildung und Weiterbildung', norm: '§ 16a AufenthG' },
    { code: 'p16b', text: 'Studium', norm: '§ 16b AufenthG' },
    { code: 'p16d', text: 'Anerkennung ausländischer Berufsqualifikationen', norm: '§ 16d AufenthG' },
    { code: 'p17', text: 'Suche eines Ausbildungs- oder Studienplatzes', norm: '§ 17 AufenthG' },
    { code: 'p18a_18b', text: 'Fachkraft', norm: '§§ 18a, 18b AufenthG' },
    { code: 'p18g', text: 'Blaue Karte EU', norm: '§ 18g AufenthG' },
    { code: 'p19c', text: 'sonstige Beschäftigung', norm: '§ 19c AufenthG' },
    { code: 'p19d', text: 'qualifizierte Geduldete', norm: '§ 19d AufenthG' },
    { code: 'p20', text: 'Arbeitsplatzsuche für Fachkräfte', norm: '§ 20 AufenthG' },
    { code: 'p20a', text: 'Chancenkarte', norm: '§ 20a AufenthG', giltVon: '2024-06-01' },
  ]),
  ...regeln('familie', ERLAUBNIS, FREI, [
    { code: 'p28', text: 'Familiennachzug zu Deutschen', norm: '§ 28 AufenthG' },
    { code: 'p29_36a', text: 'Familiennachzug zu Ausländerinnen und Ausländern', norm: '§§ 29 bis 36a AufenthG' },
  ]),
  ...regeln('duldung', 'Bescheinigung über die Duldung', ANFRAGEN, [
    { code: 'p60a', text: 'Duldung', norm: '§ 60a AufenthG' },
    { code: 'p60b', text: 'Duldung für Personen mit ungeklärter Identität', norm: '§ 60b AufenthG', arbeit: 'Erwerbstätigkeit nicht erlaubt; maßgeblich ist das Dokument.' },
    { code: 'p60c', text: 'Ausbildungsduldung', norm: '§ 60c AufenthG', arbeit: ZWECK },
    { code: 'p60d', text: 'Beschäftigungsduldung', norm: '§ 60d AufenthG', arbeit: ZWECK },
  ]),
  ...regeln('dauerhaft', 'Niederlassungserlaubnis (eAT)', 'Erwerbstätigkeit erlaubt.', [
    { code: 'p9', text: 'Niederlassungserlaubnis', norm: '§ 9 AufenthG' },
    { code: 'p26_3', text: 'Niederlassungserlaubnis nach humanitärem Aufenthalt', norm: '§ 26 Abs. 3 AufenthG' },
    { code: 'p18c', text: 'Niederlassungserlaubnis für Fachkräfte', norm: '§ 18c AufenthG' },
    { code: 'p9a', text: 'Erlaubnis zum Daueraufenthalt – EU', norm: '§ 9a AufenthG', dokument: 'Daueraufenthalt – EU (eAT)' },
    { code: 'eu_freizuegig', text: 'Freizügigkeit (EU)', norm: 'FreizügG/EU', dokument: 'Pass oder Personalausweis', quelle: 'FreizügG/EU' },
    { code: 'spaetaussiedler', text: 'Spätaussiedlung', norm: '§ 4 BVFG', dokument: 'Bescheinigung nach § 15 BVFG', quelle: 'BVFG' },
    { code: 'eingebuergert', text: 'deutsche Staatsangehörigkeit (eingebürgert)', norm: 'StAG', dokument: 'Einbürgerungsurkunde', quelle: 'StAG' },
  ]),
  ...regeln('sonstiges', 'Fiktionsbescheinigung', KEINE_ANGABE, [
    { code: 'p81_3', text: 'Fiktionsbescheinigung: Aufenthalt gilt als erlaubt oder Abschiebung als ausgesetzt', norm: '§ 81 Abs. 3 AufenthG' },
    { code: 'p81_4', text: 'Fiktionsbescheinigung: bisheriger Titel gilt fort', norm: '§ 81 Abs. 4 AufenthG' },
    { code: 'p81_5', text: 'Fiktionsbescheinigung: Antrag gestellt', norm: '§ 81 Abs. 5 AufenthG' },
    { code: 'ungeklaert', text: 'ungeklärt', norm: '', dokument: '', quelle: 'R75' },
    { code: 'keine_angabe', text: 'keine Angabe', norm: '', dokument: '', quelle: 'R75' },
  ]),
];

/** The rule of a code, also when it has ended. */
export const statusregel = (code: string): Statusregel | null => AUFENTHALTSSTATUS.find((regel) => regel.code === code) ?? null;
