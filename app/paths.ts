import { einmallinkPfad } from '@kim/core/adressen.ts';

/** The only file that spells a URL. */

const mitZiel = (pfad: string, ziel?: string) => (ziel && ziel !== '/' ? `${pfad}?ziel=${encodeURIComponent(ziel)}` : pfad);
const mitSuche = (pfad: string, suche: Record<string, string | undefined>) => {
  const paare = Object.entries(suche).filter((paar): paar is [string, string] => !!paar[1]);
  return paare.length > 0 ? `${pfad}?${new URLSearchParams(paare)}` : pfad;
};

export const pfade = {
  start: () => '/',
  anmelden: (ziel?: string) => mitZiel('/anmelden', ziel),
  /** After a one-time link: says what has changed. */
  anmeldenNach: (art: string) => `/anmelden?nach=${art}`,
  zweiterFaktor: (ziel?: string) => mitZiel('/anmelden/zweiter-faktor', ziel),
  mitgliedschaft: (ziel?: string) => mitZiel('/anmelden/mitgliedschaft', ziel),
  abmelden: () => '/abmelden',
  sperren: () => '/sperren',
  entsperren: (ziel?: string) => mitZiel('/entsperren', ziel),
  einmallink: einmallinkPfad,
  /** After a change of the account: says what was changed. */
  konto: (nach?: string) => mitSuche('/konto', { nach }),
  kontoZweiterFaktor: (ziel?: string) => mitZiel('/konto/zweiter-faktor', ziel),
  kontoZweiterFaktorEinrichten: (ziel?: string) => mitSuche('/konto/zweiter-faktor', { schritt: 'einrichten', ziel }),
  kontoQr: () => '/konto/zweiter-faktor/qr',
  einstellung: () => '/einstellung',
  faelle: (auswahl: { ansicht?: string; klasse?: string; phase?: string; kommune?: string; stand?: string; nach?: string } = {}) => mitSuche('/faelle', auswahl),
  /** Posted to: what somebody looks for is a name, and names stay out of addresses and histories. */
  fallSuche: () => '/faelle?index',
  /** `person`: id of somebody who is recorded already. */
  fallNeu: (suche: { person?: string } = {}) => mitSuche('/faelle/neu', suche),
  /** Fast capture; after an entry it names what was written. */
  /** @param fall the running case that was written into */
  sprechstunde: (nach?: string, fall?: string) => mitSuche('/sprechstunde', { nach, fall }),
  /** The partner directory; institutions are no persons, so what is looked for stands in the address. */
  angebote: (suche: { q?: string; bereich?: string; kommune?: string; rechtskreis?: string; sprache?: string; nach?: string } = {}) => mitSuche('/angebote', suche),
  angebotNeu: () => '/angebote/neu',
  angebot: (id: string) => `/angebote/${id}`,
  anfragen: (suche: { nach?: string } = {}) => mitSuche('/anfragen', suche),
  anfrage: (id: string) => `/anfragen/${id}`,
  fall: (nr: string) => `/faelle/${nr}`,
  /** The note of a new Kontakt, ready to type. */
  fallKontaktNeu: (nr: string) => `/faelle/${nr}/verlauf#feld-notiz`,
  fallSchritte: (nr: string) => `/faelle/${nr}/schritte`,
  /** @param nach the phase that is to be next */
  fallPhase: (nr: string, suche: { nach?: string } = {}) => mitSuche(`/faelle/${nr}/phase`, suche),
  fallKlaerung: (nr: string) => `/faelle/${nr}/klaerung`,
  fallErstgespraech: (nr: string) => `/faelle/${nr}/klaerung/erstgespraech`,
  fallKriterien: (nr: string) => `/faelle/${nr}/klaerung/kriterien`,
  fallAssessment: (nr: string) => `/faelle/${nr}/assessment`,
  fallAssessmentbogen: (nr: string, id: string) => `/faelle/${nr}/assessment/${id}`,
  fallInstrumente: (nr: string) => `/faelle/${nr}/instrumente`,
  fallInstrument: (nr: string, id: string) => `/faelle/${nr}/instrumente/${id}`,
  fallServiceplan: (nr: string) => `/faelle/${nr}/serviceplanung`,
  /** A new Teilziel names its Leitziel; without one it is a Leitziel. */
  fallZielNeu: (nr: string, suche: { oberziel?: string; bedarf?: string } = {}) => mitSuche(`/faelle/${nr}/serviceplanung/ziele/neu`, suche),
  fallZiel: (nr: string, id: string) => `/faelle/${nr}/serviceplanung/ziele/${id}`,
  fallVereinbarung: (nr: string) => `/faelle/${nr}/serviceplanung/vereinbarung`,
  fallPlanfassung: (nr: string, id: string) => `/faelle/${nr}/serviceplanung/fassungen/${id}`,
  /** The working plan, or an agreed one, beside the German in the language named. */
  fallPlandruck: (nr: string, suche: { fassung?: string; sprache?: string } = {}) => mitSuche(`/faelle/${nr}/serviceplanung/druck`, suche),
  fallLinking: (nr: string) => `/faelle/${nr}/linking`,
  /** @param massnahme the step of the plan that it serves */
  fallVermittlungNeu: (nr: string, suche: { massnahme?: string } = {}) => mitSuche(`/faelle/${nr}/linking/neu`, suche),
  fallLuecke: (nr: string, suche: { vermittlung?: string } = {}) => mitSuche(`/faelle/${nr}/linking/luecke`, suche),
  fallVermittlung: (nr: string, id: string) => `/faelle/${nr}/linking/${id}`,
  /** A letter as it went out. */
  fallWeitergabe: (nr: string, id: string) => `/faelle/${nr}/weitergaben/${id}`,
  /** Tasks that are not KIM's; `aufgabe` is the one whose right address is asked for. */
  fallGrenzaufgaben: (nr: string, suche: { aufgabe?: string } = {}) => mitSuche(`/faelle/${nr}/grenzaufgaben`, suche),
  fallMonitoring: (nr: string) => `/faelle/${nr}/monitoring`,
  fallEvaluation: (nr: string) => `/faelle/${nr}/evaluation`,
  fallEvaluationsbogen: (nr: string, sicht: string) => `/faelle/${nr}/evaluation/${sicht}`,
  /** The empty Bogen of the client, beside the German in the language named. */
  fallEvaluationsdruck: (nr: string, suche: { sprache?: string } = {}) => mitSuche(`/faelle/${nr}/evaluation/druck`, suche),
  /** The screen as it is handed to the client. */
  fallEvaluationUebergabe: (nr: string, suche: { sprache?: string } = {}) => mitSuche(`/faelle/${nr}/evaluation/uebergabe`, suche),
  /** @param ziel where the Fachkraft goes on after she has unlocked the screen */
  danke: (suche: { sprache?: string; ziel?: string } = {}) => mitSuche('/danke', suche),
  fallBedarfe: (nr: string) => `/faelle/${nr}/bedarfe`,
  /** @param grund the reason that is chosen already */
  fallAbschluss: (nr: string, suche: { grund?: string } = {}) => mitSuche(`/faelle/${nr}/abschluss`, suche),
  fallVerlauf: (nr: string) => `/faelle/${nr}/verlauf`,
  fallKontakt: (nr: string, id: string) => `/faelle/${nr}/verlauf/${id}`,
  fallPersonen: (nr: string) => `/faelle/${nr}/personen`,
  fallPerson: (nr: string, id: string) => `/faelle/${nr}/personen/${id}`,
  /** `angabe` is the entry that is being corrected; `nach` says what was done. */
  fallStatus: (nr: string, id: string, suche: { angabe?: string; nach?: string } = {}) => mitSuche(`/faelle/${nr}/personen/${id}/status`, suche),
  fallEinwilligungen: (nr: string) => `/faelle/${nr}/einwilligungen`,
  fallEinwilligungNeu: (nr: string, suche: { art?: string; angebot?: string } = {}) => mitSuche(`/faelle/${nr}/einwilligungen/neu`, suche),
  fallWiderruf: (nr: string, id: string) => `/faelle/${nr}/einwilligungen/${id}/widerruf`,
  /** The signed paper of a declaration, handed in later. */
  fallNachweis: (nr: string, id: string) => `/faelle/${nr}/einwilligungen/${id}/nachweis`,
  fallEinwilligungDruck: (nr: string, id: string) => `/faelle/${nr}/einwilligungen/${id}/druck`,
  /** An empty paper to sign, beside the German in the language named. */
  fallVordruck: (nr: string, art: string, suche: { sprache?: string } = {}) => mitSuche(`/faelle/${nr}/einwilligungen/vordruck/${art}`, suche),
  fallDokumente: (nr: string) => `/faelle/${nr}/dokumente`,
  fallDokument: (nr: string, id: string) => `/faelle/${nr}/dokumente/${id}`,
  /** The file in the browser instead of a download. */
  fallDokumentansicht: (nr: string, id: string) => `/faelle/${nr}/dokumente/${id}?ansehen`,
  fallSchutzbereich: (nr: string) => `/faelle/${nr}/schutzbereich`,
  fallProtokoll: (nr: string) => `/faelle/${nr}/protokoll`,
  fallZustaendigkeit: (nr: string) => `/faelle/${nr}/zustaendigkeit`,
  meinProtokoll: (suche: { nach?: string } = {}) => mitSuche('/protokoll', suche),
  vertretung: () => '/vertretung',
  freigaben: () => '/freigaben',
  verwaltungPersonal: () => '/verwaltung/personal',
  verwaltungEinladen: () => '/verwaltung/personal/neu',
  /** `nach` says what was changed. */
  verwaltungPerson: (id: string, suche: { nach?: string } = {}) => mitSuche(`/verwaltung/personal/${id}`, suche),
  /** `vorgang` is the id of the form whose result is shown. */
  verwaltungUebergabe: (id: string, suche: { nach?: string; vorgang?: string } = {}) => mitSuche(`/verwaltung/personal/${id}/uebergabe`, suche),
  verwaltungStellen: () => '/verwaltung/stellen',
  verwaltungStelleNeu: () => '/verwaltung/stellen/neu',
  /** `besetzung` is the one that is being changed. */
  verwaltungStelle: (id: string, suche: { besetzung?: string; nach?: string } = {}) => mitSuche(`/verwaltung/stellen/${id}`, suche),
  verwaltungDienstorte: () => '/verwaltung/dienstort',
  verwaltungDienstortNeu: () => '/verwaltung/dienstort/neu',
  verwaltungDienstort: (id: string) => `/verwaltung/dienstort/${id}`,
  verwaltungDatenschutz: () => '/verwaltung/datenschutz',
  verwaltungText: (art: string) => `/verwaltung/datenschutz/${art}`,
  verwaltungProtokoll: (suche: { nach?: string; fall?: string } = {}) => mitSuche('/verwaltung/protokoll', suche),
  leitung: () => '/leitung',
  leitungStellen: () => '/leitung/stellen',
  /** Lagebild: of a month, set against an earlier one. */
  koordination: (suche: { stichtag?: string; vergleich?: string } = {}) => mitSuche('/koordination', suche),
  koordinationTabellen: () => '/koordination/tabellen',
  koordinationTabelle: (tabelle: string, suche: { stichtag?: string } = {}) => mitSuche(`/koordination/tabellen/${tabelle}`, suche),
  /** Stable address of a table as a file. */
  koordinationTabellendatei: (tabelle: string, format: string, stichtag?: string) => mitSuche(`/koordination/tabellen/${tabelle}/${format}`, { stichtag }),
  /** @param art balken, verlauf or karte */
  koordinationBild: (art: string, tabelle: string, stichtag?: string) => mitSuche(`/koordination/bilder/${art}/${tabelle}`, { stichtag }),
  koordinationVeroeffentlichungen: () => '/koordination/veroeffentlichungen',
  koordinationKonten: (suche: { konto?: string } = {}) => mitSuche('/koordination/konten', suche),
  koordinationUebergabekriterien: () => '/koordination/uebergabekriterien',
  koordinationKataloge: () => '/koordination/kataloge',
  /** `schritt` asks before publishing or discarding; `nach` says what was done. */
  koordinationKatalog: (id: string, suche: { schritt?: string; nach?: string } = {}) => mitSuche(`/koordination/kataloge/${id}`, suche),
  fachbegriffe: () => '/fachbegriffe',
  barrierefreiheit: () => '/barrierefreiheit',
  bereit: () => '/bereit',
} as const;

/** Pages whose forms may carry a file. */
export const nimmtDateien = (pfad: string): boolean => /^\/faelle\/[^/]+\/(dokumente|serviceplanung\/vereinbarung|einwilligungen\/neu|einwilligungen\/[^/]+\/nachweis)(\.data)?$/.test(pfad);

/** Printable ASCII, as addresses travel. Browsers read a backslash as a slash and skip tabs: neither may stand in a target. */
const EIGENES = /^\/(?!\/)[!-[\]-~]*$/;

/** A target of our own, or the start page: nobody is sent elsewhere after sign-in. */
export function eigenesZiel(ziel: string | null): string {
  return ziel && EIGENES.test(ziel) ? ziel : '/';
}
