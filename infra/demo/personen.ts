import type { Phase } from '@kim/domain/faelle/schema.ts';
import type { Bogen } from '@kim/domain/klaerung/erstgespraech/schema.ts';
import type { Thema } from '@kim/domain/schutzbereich/schema.ts';
import type { Sprachmittlung } from '@kim/kreis/zugaenge.ts';

/** Fictitious people; no name or fate is anybody's. The six vignettes follow chapter 7.2 of the paper. */

/** What was asked and decided in the Klärungsphase: the Bogen, and the reasons for each criterion that is met. */
export interface Demoklaerung {
  sprachmittlung?: Sprachmittlung;
  bogen: Bogen;
  kriterien: Readonly<Record<string, string>>;
}

/** Someone who lives in the household of the main person. */
export interface Demoangehoerige {
  vorname: string;
  nachname: string;
  geburtsdatum: string;
  geschlecht: 'm' | 'w' | 'd' | 'x';
  haushalt: 'partner' | 'kind';
}

/** A Leitziel with its Teilziele: term in days ahead, and who does which step; the Fachkraft's own steps say why. */
export interface Demoziel {
  text: string;
  teilziele: readonly {
    text: string;
    woran: string;
    ressource: string;
    inTagen: number;
    schritte: readonly (readonly [wer: 'ratsuchende' | 'dritte' | 'fachkraft', was: string, grund?: string])[];
  }[];
}

export interface Demofall {
  vorname: string;
  nachname: string;
  schreibweisen?: string;
  geburtsdatum?: string;
  geschlecht?: 'm' | 'w' | 'd' | 'x';
  staatsangehoerigkeit?: string;
  sprache?: string;
  klasse?: 'case_management';
  /** Further members of the household who belong to the case: by name in a vignette, else so many invented ones. */
  angehoerige?: readonly Demoangehoerige[];
  weitere?: number;
  /** Day on which it ended, and why where that is not the end of a Kurzberatung. */
  beendetAm?: string;
  grund?: string;
  /** What the region did not offer; a referral that came to nothing. */
  luecke?: string;
  gescheitert?: true;
  zugang?: string;
  kernkriterium?: string;
  bedarfe?: readonly string[];
  /** Residence status or benefit: key, days ago when it began, days ahead when its term ends. */
  status?: readonly (readonly [code: string, seit: number, bis?: number])[];
  /** The papers of the Klärungsphase are signed; in Case Management the Einverständnis too. */
  unterlagen?: boolean;
  klaerung?: Demoklaerung;
  /** The Assessment is written down, with what the Erstgespräch told. */
  assessment?: true;
  /** The Serviceplan, agreed a week ago. */
  plan?: readonly Demoziel[];
  /** Referrals to entries of the directory; the day of the next check lies so many days ahead. */
  vermittlungen?: readonly { angebot: string; schritt: string; anlass: string; pruefenIn: number }[];
  /** What lies in the protected part of the case. */
  geschuetzt?: readonly [thema: Thema, text: string];
  /** How far the procedure has come. */
  phasen?: readonly Phase[];
  wiedervorlage?: readonly [inTagen: number, text: string];
  anliegen: string;
  kontakte: readonly (readonly [tageZurueck: number, kanal: 'persoenlich' | 'telefon' | 'email' | 'messenger' | 'aufsuchend', minuten: number, notiz: string])[];
}

/** The vignettes by the mark of the Träger that tells them. */
export const VIGNETTEN: Readonly<Record<string, readonly Demofall[]>> = {
  WKN: [
    {
      vorname: 'Khaled', nachname: 'Al-Masri', schreibweisen: 'خالد المصري', geburtsdatum: '14.02.1985', geschlecht: 'm', staatsangehoerigkeit: '475', sprache: 'ara',
      angehoerige: [
        { vorname: 'Rima', nachname: 'Al-Masri', geburtsdatum: '1988', geschlecht: 'w', haushalt: 'partner' },
        { vorname: 'Yusuf', nachname: 'Al-Masri', geburtsdatum: '2014', geschlecht: 'm', haushalt: 'kind' },
        { vorname: 'Lina', nachname: 'Al-Masri', geburtsdatum: '2018', geschlecht: 'w', haushalt: 'kind' },
      ],
      zugang: 'sprechstunde', kernkriterium: 'wiederaufnahme', bedarfe: ['arbeit', 'wohnen'], status: [['p25_2_subsidiaer', 700, 45], ['sgb_2', 690, 120]], wiedervorlage: [2, 'Rückmeldung der Berufsberatung erfragen'],
      unterlagen: true,
      klaerung: {
        bogen: {
          staerken: 'Fährt gern und sicher, ist pünktlich, hat in Syrien Lieferwagen gefahren.', wuensche: 'Busfahrer werden. Eine Wohnung mit einem Zimmer für die Kinder.', umfeld: 'Seine Frau; ein Bruder in Remscheid.',
          deutsch: 'B1, Kurs abgeschlossen', schuleBeruf: 'Führerschein Klasse B umgeschrieben.', alphabetisierung: 'gut', spracherwerb: 'gut', mobilitaet: 'etwas', digital: 'etwas',
        },
        kriterien: { k1: 'Arbeit und Wohnen hängen zusammen.' },
      },
      anliegen: 'Möchte Busfahrer werden. Spricht Deutsch auf dem Niveau B1. Wünscht sich eine Wohnung für die Familie.',
      kontakte: [[9, 'persoenlich', 40, 'Erstgespräch. Voraussetzungen für den Führerschein Klasse D besprochen, Termin bei der Berufsberatung vereinbart.']],
    },
  ],
  BGL: [
    {
      vorname: 'Tatjana', nachname: 'Kowalenko', schreibweisen: 'Тетяна Коваленко', geburtsdatum: '1988', geschlecht: 'w', staatsangehoerigkeit: '166', sprache: 'ukr',
      zugang: 'empfehlung', kernkriterium: 'wiederaufnahme', bedarfe: ['anerkennung'], status: [['p24', 1200, 100]], wiedervorlage: [6, 'Nachfragen, ob die Zeugnisse übersetzt sind'],
      unterlagen: true,
      klaerung: {
        bogen: {
          staerken: 'Zehn Jahre Unterricht in Mathematik, geduldig, gut vernetzt im Kollegium des Ganztags.', wuensche: 'Wieder eine eigene Klasse unterrichten.', umfeld: 'Die Schulleitung unterstützt sie.',
          deutsch: 'B2, C1-Kurs geplant', anerkennung: 'Diplom aus Charkiw, noch nicht übersetzt', alphabetisierung: 'gut', spracherwerb: 'gut', mobilitaet: 'gut', digital: 'gut',
        },
        kriterien: {},
      },
      anliegen: 'Gelernte Lehrerin, arbeitet als Ergänzungskraft im Offenen Ganztag. Hat sich entschieden zu bleiben und möchte wieder unterrichten.',
      kontakte: [
        [30, 'persoenlich', 50, 'Erstgespräch. Weg der Anerkennung erklärt, Unterlagen besprochen.'],
        [12, 'email', 10, 'Liste der zu übersetzenden Zeugnisse geschickt.'],
      ],
    },
  ],
  ROE: [
    {
      vorname: 'Fernando', nachname: 'Mbala', geburtsdatum: '03.07.1993', geschlecht: 'm', staatsangehoerigkeit: '246', sprache: 'lin',
      zugang: 'behoerde', kernkriterium: 'erstintegration', bedarfe: ['existenz'], status: [['p25_3', 60, 300]],
      unterlagen: true,
      klaerung: {
        sprachmittlung: 'laienpool',
        bogen: { wuensche: 'Die Miete pünktlich zahlen können.', umfeld: 'Ein Nachbar liest ihm Briefe vor.', leistungen: 'Zahlung des Sozialamts eingestellt, noch kein Antrag beim Jobcenter', alphabetisierung: 'etwas', spracherwerb: 'etwas', mobilitaet: 'gut', digital: 'kaum' },
        kriterien: { k3: 'Der Wechsel der zuständigen Stelle war ihm nicht bekannt.' },
      },
      anliegen: 'Erhält seit Erteilung des Aufenthaltstitels kein Geld mehr vom Sozialamt und möchte wissen, was sich geändert hat.',
      kontakte: [[6, 'persoenlich', 35, 'Erstgespräch. Wechsel der zuständigen Stelle erklärt, Kontakt zum Jobcenter genannt.']],
    },
  ],
  ODE: [
    {
      vorname: 'Shiva', nachname: 'Rahimi', schreibweisen: 'شیوا رحیمی', geburtsdatum: '21.09.1983', geschlecht: 'w', staatsangehoerigkeit: '439', sprache: 'fas', klasse: 'case_management',
      angehoerige: [
        { vorname: 'Arash', nachname: 'Rahimi', geburtsdatum: '2012', geschlecht: 'm', haushalt: 'kind' },
        { vorname: 'Mina', nachname: 'Rahimi', geburtsdatum: '2016', geschlecht: 'w', haushalt: 'kind' },
        { vorname: 'Tara', nachname: 'Rahimi', geburtsdatum: '2022', geschlecht: 'w', haushalt: 'kind' },
      ],
      zugang: 'neuzuweisung', kernkriterium: 'erstintegration', bedarfe: ['familie', 'behinderung_pflege', 'wohnen', 'sprache'], status: [['gestattung', 240], ['asylblg_3', 240], ['p25_2_fluechtling', 90, 1000], ['sgb_2', 85, 40]], unterlagen: true, wiedervorlage: [0, 'Frühförderstelle anrufen'],
      klaerung: {
        sprachmittlung: 'dolmetschdienst',
        bogen: {
          staerken: 'Hält den Alltag mit drei Kindern zusammen, hat in Teheran als Schneiderin gearbeitet.', wuensche: 'Mit ihrem Mann zusammenleben. Dass die Tochter hören und sprechen lernt.', umfeld: 'Zwei Nachbarinnen in der Unterkunft.',
          haushalt: 'Sie und drei Kinder; der Mann in einer anderen Stadt.', kinder: 'Das jüngste Kind hört schlecht und hat keinen Kita-Platz.', wohnen: 'Sammelunterkunft, ein Zimmer', deutsch: 'A1, noch kein Kurs',
          stellen: 'Sozialdienst der Unterkunft', einschaetzung: 'Mehrere Stellen sind zuständig und wissen nicht voneinander.', alphabetisierung: 'gut', spracherwerb: 'kaum', mobilitaet: 'kaum', digital: 'etwas',
        },
        kriterien: { k1: 'Gesundheit des Kindes, Wohnen, Familie und Sprache zugleich.', k2: 'Ausländerbehörde, Frühförderung, Kita und Jobcenter müssen sich abstimmen.', k4: 'Ohne Deutsch und Kinderbetreuung kann sie die Termine nicht allein wahrnehmen.', k5: 'Umverteilung und Frühförderung dauern Monate.' },
      },
      assessment: true,
      phasen: ['serviceplanung', 'linking'],
      vermittlungen: [{ angebot: 'Kommunales Integrationszentrum: Elementarberatung', schritt: 'Die Frühförderstelle nennt einen Termin', anlass: 'Kita-Platz und Frühförderung für Tara', pruefenIn: 12 }],
      plan: [
        { text: 'Als Familie an einem Ort leben', teilziele: [
          { text: 'Die Umverteilung des Mannes ist bis Ende des Quartals entschieden', woran: 'Ein Bescheid liegt vor', ressource: 'Alle Unterlagen sind geordnet', inTagen: 60, schritte: [['ratsuchende', 'Heiratsurkunde im Original zum Termin mitbringen'], ['fachkraft', 'Sachstand bei der Ausländerbehörde erfragen', 'Frau Rahimi spricht noch kaum Deutsch']] },
        ] },
        { text: 'Meine Tochter lernt hören und sprechen', teilziele: [
          { text: 'Tara wird in der Frühförderung vorgestellt', woran: 'Der erste Termin hat stattgefunden', ressource: 'Eine Nachbarin fährt mit', inTagen: 30, schritte: [['dritte', 'Die Frühförderstelle nennt einen Termin'], ['ratsuchende', 'Überweisung beim Kinderarzt abholen']] },
        ] },
      ],
      anliegen: 'Lebt mit drei Kindern in der Sammelunterkunft, der Mann in einer anderen Stadt. Das jüngste Kind hört schlecht und hat keinen Kita-Platz.',
      kontakte: [
        [75, 'persoenlich', 70, 'Erstgespräch mit Sprachmittlung. Umverteilung des Mannes ist seit sechs Monaten beantragt.'],
        [52, 'aufsuchend', 60, 'Gespräch in der Unterkunft über die Lage der Kinder; Wunsch nach einem Deutschkurs.'],
        [20, 'telefon', 15, 'Rückmeldung zur Anfrage wegen der Frühförderung.'],
      ],
    },
  ],
  KUE: [
    {
      vorname: 'Teklet', nachname: 'Habte', schreibweisen: 'ተክለት ሃብተ', geburtsdatum: '11.11.2002', geschlecht: 'm', staatsangehoerigkeit: '224', sprache: 'tir', klasse: 'case_management',
      zugang: 'aufsuchend', kernkriterium: 'erstintegration', bedarfe: ['schutz_gewalt', 'wohnen', 'teilhabe'], status: [['p25_2_fluechtling', 150, 900]], unterlagen: true, wiedervorlage: [1, 'Gespräch über die Schweigepflichtentbindung vorbereiten'],
      klaerung: {
        sprachmittlung: 'dolmetschdienst',
        bogen: {
          staerken: 'Offen, hilfsbereit, spielt Fußball.', wuensche: 'Sich ehrenamtlich engagieren und Menschen kennenlernen. In der Unterkunft ohne Angst schlafen.', wohnen: 'Mehrbettzimmer in der Sammelunterkunft',
          deutsch: 'A2', einschaetzung: 'Schutz in der Unterkunft zuerst. Nur mit seiner Zustimmung weitergeben, was ihn gefährdet.', alphabetisierung: 'gut', spracherwerb: 'etwas', mobilitaet: 'gut', digital: 'gut',
        },
        kriterien: { k1: 'Schutz, Wohnen und Teilhabe zugleich.', k2: 'Wohnungsstelle, Unterkunft und Beratungsstelle.', k3: 'Fachstellen sind ihm nicht bekannt.', k5: 'Umzug und Ankommen brauchen Zeit.' },
      },
      assessment: true,
      phasen: ['serviceplanung'],
      geschuetzt: ['sexualitaet', 'Lebt mit einem Mann zusammen, den in der Unterkunft niemand kennen darf. Wer es erfährt, entscheidet allein er.'],
      anliegen: 'Möchte sich ehrenamtlich engagieren und Menschen kennenlernen. Fühlt sich in der Unterkunft nicht sicher.',
      kontakte: [
        [60, 'persoenlich', 60, 'Erstgespräch. Vertraulichkeit der Beratung ausführlich besprochen.'],
        [33, 'persoenlich', 45, 'Wunsch nach einer anderen Unterkunft; Einwilligung für das Gespräch mit der Wohnungsstelle noch offen.'],
      ],
    },
  ],
  DKO: [
    {
      vorname: 'Hamza', nachname: 'Khoury', schreibweisen: 'حمزة خوري', geburtsdatum: '1994', geschlecht: 'm', staatsangehoerigkeit: '451', sprache: 'ara', klasse: 'case_management',
      zugang: 'beratungsstelle', kernkriterium: 'wiederaufnahme', bedarfe: ['psyche', 'schulden', 'sucht', 'existenz'], status: [['p25_2_subsidiaer', 1500, 40], ['sgb_2', 1400, 20]], unterlagen: true, wiedervorlage: [-1, 'Termin im Sozialpsychiatrischen Zentrum bestätigen lassen'],
      klaerung: {
        bogen: {
          staerken: 'Kommt zu jedem Termin, kann gut kochen.', wuensche: 'Ruhe vor den Briefen. Wieder schlafen.', umfeld: 'Ein Freund aus der Gemeinde.', leistungen: 'Bürgergeld, Kürzung angedroht',
          deutsch: 'B1', einschaetzung: 'Kleine Schritte, immer dieselbe Ansprechperson.', alphabetisierung: 'gut', spracherwerb: 'gut', mobilitaet: 'gut', digital: 'gut',
        },
        kriterien: { k1: 'Seelische Gesundheit, Schulden und Lebensunterhalt zugleich.', k2: 'Jobcenter, Schuldnerberatung und Sozialpsychiatrisches Zentrum.', k4: 'Briefe bleiben zurzeit ungeöffnet.', k5: 'Stabilisierung und Entschuldung dauern.' },
      },
      assessment: true,
      phasen: ['serviceplanung', 'linking', 'monitoring'],
      vermittlungen: [
        { angebot: 'Schuldnerberatung', schritt: 'Die Schuldnerberatung nimmt die Liste auf', anlass: 'Schulden aus Sportwetten, drei Gläubiger', pruefenIn: 0 },
        { angebot: 'Sozialpsychiatrisches Zentrum', schritt: 'Das Zentrum bestätigt die Termine', anlass: 'Drei Gespräche, immer dieselbe Ansprechperson', pruefenIn: 9 },
      ],
      plan: [
        { text: 'Ruhe vor den Briefen haben', teilziele: [
          { text: 'Alle Schulden stehen auf einer Liste', woran: 'Die Liste liegt bei der Schuldnerberatung', ressource: 'Kommt zu jedem Termin', inTagen: 21, schritte: [['ratsuchende', 'Ungeöffnete Briefe mitbringen'], ['dritte', 'Die Schuldnerberatung nimmt die Liste auf']] },
        ] },
        { text: 'Wieder schlafen können', teilziele: [
          { text: 'Drei Gespräche im Sozialpsychiatrischen Zentrum', woran: 'Drei Termine sind wahrgenommen', ressource: 'Der Freund aus der Gemeinde begleitet ihn', inTagen: 75, schritte: [['ratsuchende', 'Zum ersten Gespräch gehen'], ['dritte', 'Das Zentrum bestätigt die Termine']] },
        ] },
      ],
      anliegen: 'Schwere seelische Belastung, Schulden aus Sportwetten, Angst vor Briefen des Jobcenters.',
      kontakte: [
        [90, 'persoenlich', 60, 'Erstgespräch in ruhigem Raum, mit Pausen. Keine Fragen zur Flucht.'],
        [61, 'persoenlich', 50, 'Briefe gemeinsam sortiert. Schuldnerberatung vorgestellt.'],
        [15, 'telefon', 20, 'Termin im Sozialpsychiatrischen Zentrum steht.'],
      ],
    },
  ],
};
