import type { TraegerTresor } from '@kim/tresor/traeger-tresor.ts';
import { alleSchreibweisen } from '@kim/domain/ratsuchende/rules.ts';
import { alsZeile } from './kopie.ts';
import { EIGENE_SCHRIFT, KANAELE, NACHNAMEN, SAETZE, STAATEN, VORNAMEN } from './worte.ts';
import { Zufall } from './zufall.ts';

/** Columns that are written, by table, parents first. */
export const TABELLEN = {
  'app.ratsuchende': ['traeger_id', 'id', 'name_krypt', 'erfasst_von', 'erfasst_am'],
  'tresor.personenschluessel': ['traeger_id', 'ratsuchende_id', 'generation', 'verpackt'],
  'app.namenstoken': ['traeger_id', 'token', 'ratsuchende_id'],
  'app.stammdaten': ['traeger_id', 'ratsuchende_id', 'geburtsjahr', 'geschlecht', 'staatsangehoerigkeit', 'daten_krypt'],
  'app.faelle': ['traeger_id', 'kreis_id', 'id', 'fallnummer', 'klasse', 'phase', 'kommune_id', 'eroeffnet_am', 'beendet_am', 'erfasst_am'],
  'app.fallbeteiligte': ['traeger_id', 'fall_id', 'ratsuchende_id', 'rolle', 'von'],
  'app.fallinhalte': ['traeger_id', 'fall_id', 'anliegen_krypt'],
  'tresor.fallschluessel': ['traeger_id', 'fall_id', 'generation', 'verpackt'],
  'app.fallereignisse': ['traeger_id', 'id', 'fall_id', 'art', 'wert', 'gilt_ab', 'erfasst_von', 'erfasst_am'],
  'app.zustaendigkeiten': ['traeger_id', 'id', 'fall_id', 'nutzer_id', 'von', 'anlass', 'erfasst_von', 'erfasst_am'],
  'app.kontakte': ['traeger_id', 'id', 'fall_id', 'am', 'kanal', 'dauer_minuten', 'notiz_krypt', 'erfasst_von', 'erfasst_am'],
  'app.anfragen': ['traeger_id', 'kreis_id', 'id', 'ratsuchende_id', 'kommune_id', 'eingegangen_am', 'zugang', 'kernkriterium', 'stand', 'fall_id', 'erfasst_von', 'erfasst_am'],
  'app.bedarfe': ['traeger_id', 'id', 'fall_id', 'bereich', 'dringlichkeit', 'stand', 'erkannt_am', 'erledigt_am', 'erfasst_von', 'erfasst_am'],
  'app.statusangaben': ['traeger_id', 'id', 'fall_id', 'ratsuchende_id', 'art', 'code', 'von', 'bis', 'angaben_krypt', 'erfasst_von', 'erfasst_am'],
  'app.einwilligungen': ['traeger_id', 'id', 'fall_id', 'ratsuchende_id', 'art', 'stand', 'am', 'form', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.erstgespraeche': ['traeger_id', 'fall_id', 'am', 'kanal', 'bogen_krypt', 'erfasst_von', 'erfasst_am'],
  'app.kriterienpruefungen': ['traeger_id', 'kreis_id', 'id', 'fall_id', 'katalog_id', 'am', 'schwelle', 'erfuellt', 'anzahl_erfuellt', 'entscheidung', 'abweichung', 'begruendung_krypt', 'erfasst_von', 'erfasst_am'],
  'app.wiedervorlagen': ['traeger_id', 'id', 'fall_id', 'faellig_am', 'text_krypt', 'erledigt_am', 'erledigt_von', 'erfasst_von', 'erfasst_am'],
  'app.phasenwechsel': ['traeger_id', 'id', 'fall_id', 'von', 'nach', 'am', 'erfasst_von', 'erfasst_am'],
  'app.assessments': ['traeger_id', 'id', 'fall_id', 'anlass', 'am', 'bogen_krypt', 'erfasst_von', 'erfasst_am'],
  'app.instrumente': ['traeger_id', 'id', 'fall_id', 'art', 'fassung', 'am', 'stand', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.ziele': ['traeger_id', 'id', 'fall_id', 'oberziel_id', 'prioritaet', 'bis', 'stand', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.massnahmen': ['traeger_id', 'id', 'fall_id', 'ziel_id', 'wer', 'bis', 'stand', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.planfassungen': ['traeger_id', 'id', 'fall_id', 'fassung', 'vereinbart_am', 'form', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.vermittlungen': ['traeger_id', 'kreis_id', 'id', 'fall_id', 'angebot_id', 'massnahme_id', 'ratsuchende_id', 'art', 'stand', 'am', 'pruefen_am', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.monitoringpruefungen': ['traeger_id', 'id', 'fall_id', 'vermittlung_id', 'am', 'erreicht', 'vollstaendig', 'passend', 'ziel_erreicht', 'erfasst_von', 'erfasst_am'],
  'app.schutzeintraege': ['traeger_id', 'id', 'fall_id', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.schutzoeffnungen': ['traeger_id', 'id', 'fall_id', 'nutzer_id', 'anlass', 'bis', 'erfasst_am'],
  'app.zielbewertungen': ['traeger_id', 'id', 'fall_id', 'ziel_id', 'am', 'stufe', 'sicht', 'erfasst_von', 'erfasst_am'],
  'app.evaluationen': ['traeger_id', 'id', 'fall_id', 'sicht', 'am', 'zielerreichung', 'bogen_krypt', 'erfasst_von', 'erfasst_am'],
  'app.versorgungsluecken': ['traeger_id', 'kreis_id', 'id', 'fall_id', 'bereich', 'art', 'kommune_id', 'erkannt_am', 'erfasst_von', 'erfasst_am'],
  'app.grenzaufgaben': ['traeger_id', 'kreis_id', 'id', 'fall_id', 'aufgabe', 'umgang', 'angebot_id', 'am', 'erfasst_von', 'erfasst_am'],
  'app.dokumente': ['traeger_id', 'id', 'fall_id', 'art', 'dateityp', 'groesse', 'name_krypt', 'inhalt_krypt', 'erfasst_von', 'erfasst_am'],
  'app.haushalte': ['traeger_id', 'id', 'erfasst_am'],
  'app.haushaltsmitglieder': ['traeger_id', 'haushalt_id', 'ratsuchende_id', 'rolle', 'von'],
  'app.fallabschluesse': ['traeger_id', 'id', 'fall_id', 'am', 'grund', 'durch', 'notiz_krypt', 'erfasst_von', 'erfasst_am'],
  'app.formulareingaben': ['traeger_id', 'id', 'nutzer_id', 'inhalt_hash', 'ergebnis', 'erfasst_am'],
  'app.protokoll': ['traeger_id', 'id', 'am', 'nutzer_id', 'aktion', 'fall_id', 'fallnummer', 'gegenstand_id'],
} as const;
export type Tabelle = keyof typeof TABELLEN;

export interface Traegerbestand {
  id: string;
  kreisId: string;
  kennung: string;
  kommunen: readonly string[];
  fachkraefte: readonly string[];
}

/** What one case will be. */
export interface Fallwunsch {
  nummer: number;
  klasse: 'verweis' | 'kurzberatung' | 'case_management';
  laeuft: boolean;
  fachkraft: string;
  kontakte: number;
}

export interface ErzeugterFall extends Pick<Fallwunsch, 'klasse'> {
  fallnummer: string;
  vorname: string;
  nachname: string;
}

interface Klaerungslage {
  id: string;
  personId: string;
  kommune: string;
  /** Milliseconds. */
  eroeffnet: number;
  ende: number | null;
  dek: ReturnType<TraegerTresor['neuerSchluessel']>['dek'];
}

/** Decisions name a version of the criteria; nothing that is measured reads it. */
const KATALOG = '01900000-0000-7000-8000-000000000000';

/** Entry of the directory in every Kreis, to which referrals lead. */
export const ANGEBOT = '01900000-0000-7000-8000-000000000001';

/** One of so many persons waits with a further Anfrage. */
const JE_OFFENE_ANFRAGE = 500;

const TAG_MS = 86_400_000;
const ENDE = Date.now();
const DAUER = 1_000 * TAG_MS;
const FORMULARE_TAGE = 30;

/** Rows of many cases of one Träger, encrypted as the application does it. */
export class Erzeuger {
  readonly #traeger: Traegerbestand;
  readonly #tresor: TraegerTresor;
  readonly #zufall: Zufall;
  readonly #tokens = new Map<string, Buffer[]>();
  #blaetter = new Map<Tabelle, string[]>();

  constructor(traeger: Traegerbestand, tresor: TraegerTresor, saat: number) {
    this.#traeger = traeger;
    this.#tresor = tresor;
    this.#zufall = new Zufall(saat);
  }

  /** What was collected since the last time, for COPY. */
  nimmBlaetter(): [Tabelle, string][] {
    const voll = (Object.keys(TABELLEN) as Tabelle[]).flatMap((tabelle): [Tabelle, string][] => {
      const zeilen = this.#blaetter.get(tabelle);
      return zeilen ? [[tabelle, zeilen.join('')]] : [];
    });
    this.#blaetter = new Map();
    return voll;
  }

  erzeuge(wunsch: Fallwunsch, von: number): ErzeugterFall {
    const eroeffnet = ENDE - DAUER + ((DAUER - 40 * TAG_MS) * wunsch.nummer) / von;
    const jahr = new Date(eroeffnet).getUTCFullYear();
    const fallnummer = `${this.#traeger.kennung}-${jahr}-${String(wunsch.nummer + 1).padStart(4, '0')}`;
    const person = this.#person(wunsch.fachkraft, eroeffnet);
    this.#fall(wunsch, fallnummer, person.id, eroeffnet);
    return { fallnummer, klasse: wunsch.klasse, vorname: person.vorname, nachname: person.nachname };
  }

  #person(fachkraft: string, zeitpunkt: number) {
    const [vorname, nachname] = [this.#zufall.haeufig(VORNAMEN), this.#zufall.haeufig(NACHNAMEN)];
    const schreibweisen = this.#zufall.zahl() < 0.05 ? [this.#zufall.aus(EIGENE_SCHRIFT)] : [];
    const id = this.#zufall.id(zeitpunkt);
    const { dek, verpackt, generation } = this.#tresor.neuerSchluessel(id);
    const name = this.#tresor.verschluessle({ vorname, nachname, schreibweisen }, dek, { besitzerId: id, spalte: 'ratsuchende.name', version: 1 });
    const daten = { geburtsdatum: null, sprache: 'Arabisch', telefon: `02202 ${this.#zufall.von(10_000, 99_999)}`, email: '', anschrift: `Hauptstraße ${this.#zufall.von(1, 90)}` };
    this.#schreibe('app.ratsuchende', [id, name, fachkraft, alsZeit(zeitpunkt)]);
    this.#schreibe('tresor.personenschluessel', [id, generation, verpackt]);
    for (const token of this.#tokensVon({ vorname, nachname, schreibweisen })) this.#schreibe('app.namenstoken', [token, id]);
    this.#schreibe('app.stammdaten', [
      id, this.#zufall.von(1950, 2008), this.#zufall.aus(['m', 'w']), this.#zufall.aus(STAATEN),
      this.#tresor.verschluessle(daten, dek, { besitzerId: id, spalte: 'stammdaten.daten', version: 1 }),
    ]);
    return { id, vorname, nachname };
  }

  #fall(wunsch: Fallwunsch, fallnummer: string, personId: string, eroeffnet: number): void {
    const { kreisId, kommunen } = this.#traeger;
    const id = this.#zufall.id(eroeffnet);
    const beginn = alsTag(eroeffnet);
    const ende = wunsch.laeuft ? null : eroeffnet + 35 * TAG_MS;
    const kommune = this.#zufall.aus(kommunen);
    const { dek, verpackt, generation } = this.#tresor.neuerSchluessel(id);
    const anliegen = this.#tresor.verschluessle(this.#text(2), dek, { besitzerId: id, spalte: 'fallinhalte.anliegen', version: 1 });
    this.#schreibe('app.faelle', [kreisId, id, fallnummer, wunsch.klasse, wunsch.klasse === 'case_management' ? 'monitoring' : null, kommune, beginn, ende && alsTag(ende), alsZeit(eroeffnet)]);
    this.#schreibe('app.fallbeteiligte', [id, personId, 'hauptperson', beginn]);
    this.#schreibe('app.fallinhalte', [id, anliegen]);
    this.#schreibe('tresor.fallschluessel', [id, generation, verpackt]);
    const ereignis = (art: string, wert: string, am: number) =>
      this.#schreibe('app.fallereignisse', [this.#zufall.id(am), id, art, wert, alsTag(am), wunsch.fachkraft, alsZeit(am)]);
    ereignis('eroeffnung', 'kurzberatung', eroeffnet);
    ereignis('klasse', wunsch.klasse, eroeffnet);
    ereignis('kommune', kommune, eroeffnet);
    if (ende) ereignis('ende', 'abgeschlossen', ende);
    this.#schreibe('app.zustaendigkeiten', [this.#zufall.id(eroeffnet), id, wunsch.fachkraft, beginn, 'eroeffnung', wunsch.fachkraft, alsZeit(eroeffnet)]);
    this.#protokoll('person.erfasst', eroeffnet, wunsch.fachkraft, id, fallnummer, personId);
    this.#protokoll('fall.eroeffnet', eroeffnet, wunsch.fachkraft, id, fallnummer, null);
    this.#klaerung(wunsch, { id, personId, kommune, eroeffnet, ende, dek });
    if (wunsch.klasse === 'case_management') this.#regelkreis(wunsch.fachkraft, { id, personId, kommune, eroeffnet, ende, dek });
    if (ende) {
      const abschluss = this.#zufall.id(ende);
      const notiz = this.#tresor.verschluessle('', dek, { besitzerId: abschluss, spalte: 'fallabschluesse.notiz', version: 1 });
      this.#schreibe('app.fallabschluesse', [abschluss, id, alsTag(ende), 'ziele_erreicht', 'beide', notiz, wunsch.fachkraft, alsZeit(ende)]);
    }
    for (let nr = 0; nr < wunsch.kontakte; nr++) {
      const am = eroeffnet + ((nr + this.#zufall.zahl()) * 34 * TAG_MS) / wunsch.kontakte;
      const kontaktId = this.#zufall.id(am);
      const notiz = this.#tresor.verschluessle(this.#text(this.#zufall.von(1, 7)), dek, { besitzerId: kontaktId, spalte: 'kontakte.notiz', version: 1 });
      this.#schreibe('app.kontakte', [kontaktId, id, alsTag(am), this.#zufall.aus(KANAELE), this.#zufall.von(5, 90), notiz, wunsch.fachkraft, alsZeit(am)]);
      this.#protokoll('kontakt.erfasst', am, wunsch.fachkraft, id, fallnummer, kontaktId);
      if (am > ENDE - FORMULARE_TAGE * TAG_MS) {
        this.#schreibe('app.formulareingaben', [this.#zufall.id(am), wunsch.fachkraft, Buffer.alloc(32, nr), kontaktId, alsZeit(am)]);
      }
    }
  }

  /** How she came, what she needs, what she signed, her status and the next step; done where the case has ended. */
  #klaerung({ fachkraft, nummer, klasse }: Fallwunsch, { id, personId, kommune, eroeffnet, ende, dek }: Klaerungslage): void {
    const [beginn, erfasst] = [alsTag(eroeffnet), alsZeit(eroeffnet)];
    const { kreisId } = this.#traeger;
    const geheim = (spalte: string, besitzerId: string, wert: string | object) => this.#tresor.verschluessle(wert, dek, { besitzerId, spalte, version: 1 });
    this.#schreibe('app.anfragen', [kreisId, this.#zufall.id(eroeffnet), personId, kommune, beginn, 'sprechstunde', 'erstintegration', 'aufgenommen', id, fachkraft, erfasst]);
    if (nummer % JE_OFFENE_ANFRAGE === 0) this.#schreibe('app.anfragen', [kreisId, this.#zufall.id(eroeffnet), personId, kommune, beginn, 'selbst_telefon', null, 'offen', null, fachkraft, erfasst]);
    for (const bereich of ['wohnen', 'sprache']) {
      this.#schreibe('app.bedarfe', [this.#zufall.id(eroeffnet), id, bereich, 'mittel', ende ? 'erledigt' : 'offen', beginn, ende && alsTag(ende), fachkraft, erfasst]);
    }
    if (klasse === 'case_management') {
      const [pruefung, begruendung] = [this.#zufall.id(eroeffnet), { gruende: {}, abweichung: '', unterlagen: '', fehlend: [], kernkriterium: 'erstintegration' }];
      this.#schreibe('app.erstgespraeche', [id, beginn, 'persoenlich', geheim('erstgespraeche.bogen', id, {}), fachkraft, erfasst]);
      this.#schreibe('app.kriterienpruefungen', [kreisId, pruefung, id, KATALOG, beginn, 3, '{k1,k2,k3}', 3, klasse, 'f', geheim('kriterienpruefungen.begruendung', pruefung, begruendung), fachkraft, erfasst]);
    }
    const [status, schritt] = [this.#zufall.id(eroeffnet), this.#zufall.id(eroeffnet)];
    this.#schreibe('app.statusangaben', [
      status, id, personId, 'aufenthalt', 'gestattung', beginn, alsTag(eroeffnet + this.#zufall.von(100, 1200) * TAG_MS), geheim('statusangaben.angaben', status, { dokumentnummer: '', notiz: '' }), fachkraft, erfasst,
    ]);
    for (const art of ['datenschutzvereinbarung', 'datenschutzerklaerung']) {
      const einwilligung = this.#zufall.id(eroeffnet);
      this.#schreibe('app.einwilligungen', [einwilligung, id, personId, art, 'erteilt', beginn, 'schriftlich', geheim('einwilligungen.inhalt', einwilligung, { empfaenger: '', zweck: '', bemerkung: '' }), fachkraft, erfasst]);
    }
    this.#schreibe('app.wiedervorlagen', [
      schritt, id, alsTag(ende ?? ENDE + this.#zufall.von(-20, 60) * TAG_MS), geheim('wiedervorlagen.text', schritt, this.#text(1)), ende && alsTag(ende), ende && fachkraft, fachkraft, erfasst,
    ]);
  }

  /** A Case Management on its way: three Teilziele with two steps each, agreed twice, two referrals, one of them checked. */
  #regelkreis(fachkraft: string, { id, personId, kommune, eroeffnet, dek }: Klaerungslage): void {
    const [am, erfasst] = [alsTag(eroeffnet + 20 * TAG_MS), alsZeit(eroeffnet + 20 * TAG_MS)];
    const bis = alsTag(ENDE + this.#zufall.von(-30, 90) * TAG_MS);
    const { kreisId } = this.#traeger;
    const geheim = (spalte: string, besitzerId: string, wert: string | object) => this.#tresor.verschluessle(wert, dek, { besitzerId, spalte, version: 1 });
    const neu = () => this.#zufall.id(eroeffnet + 20 * TAG_MS);
    const [phase, assessment, instrument, leitziel, schutz] = [neu(), neu(), neu(), neu(), neu()];
    this.#schreibe('app.phasenwechsel', [phase, id, 'linking', 'monitoring', am, fachkraft, erfasst]);
    this.#schreibe('app.assessments', [assessment, id, 'assessment', am, geheim('assessments.bogen', assessment, { bogen: { staerken: this.#text(2), wuensche: this.#text(1) }, herkunft: null }), fachkraft, erfasst]);
    this.#schreibe('app.instrumente', [instrument, id, 'netzwerkkarte', 1, am, 'abgeschlossen', geheim('instrumente.inhalt', instrument, { zeilen: [] }), fachkraft, erfasst]);
    this.#schreibe('app.ziele', [leitziel, id, null, 'hoch', null, 'offen', geheim('ziele.inhalt', leitziel, { text: this.#text(1), woran: '', ressource: '' }), fachkraft, erfasst]);
    const massnahmen = [1, 2, 3].flatMap(() => {
      const teilziel = neu();
      this.#schreibe('app.ziele', [teilziel, id, leitziel, 'mittel', bis, 'offen', geheim('ziele.inhalt', teilziel, { text: this.#text(1), woran: this.#text(1), ressource: '' }), fachkraft, erfasst]);
      return [1, 2].map(() => {
        const massnahme = neu();
        this.#schreibe('app.massnahmen', [massnahme, id, teilziel, 'dritte', bis, 'offen', geheim('massnahmen.inhalt', massnahme, { was: this.#text(1), grund: '' }), fachkraft, erfasst]);
        return massnahme;
      });
    });
    for (const fassung of [1, 2]) {
      const vereinbart = neu();
      this.#schreibe('app.planfassungen', [vereinbart, id, fassung, am, 'schriftlich', geheim('planfassungen.inhalt', vereinbart, { plan: [], personId, durch: 'selbst', vertreten: '', ort: '' }), fachkraft, erfasst]);
    }
    for (const massnahme of massnahmen.slice(0, 2)) {
      const vermittlung = neu();
      this.#schreibe('app.vermittlungen', [kreisId, vermittlung, id, ANGEBOT, massnahme, personId, 'angebot', 'angebunden', am, bis, geheim('vermittlungen.inhalt', vermittlung, this.#text(1)), fachkraft, erfasst]);
      if (massnahme === massnahmen[0]) this.#schreibe('app.monitoringpruefungen', [neu(), id, vermittlung, am, 'ja', 'teilweise', 'ja', 'offen', fachkraft, erfasst]);
    }
    this.#schreibe('app.schutzeintraege', [schutz, id, geheim('schutzeintraege.inhalt', schutz, { thema: 'gesundheit', text: this.#text(2) }), fachkraft, erfasst]);
    const [haushalt, bogen, dokument] = [neu(), neu(), neu()];
    this.#schreibe('app.haushalte', [haushalt, erfasst]);
    this.#schreibe('app.haushaltsmitglieder', [haushalt, personId, 'erwachsen', am]);
    this.#schreibe('app.schutzoeffnungen', [neu(), id, fachkraft, 'zustaendig', erfasst, erfasst]);
    this.#schreibe('app.zielbewertungen', [neu(), id, leitziel, am, 3, 'gemeinsam', fachkraft, erfasst]);
    this.#schreibe('app.evaluationen', [bogen, id, 'fachkraft', am, 3, geheim('evaluationen.bogen', bogen, {}), fachkraft, erfasst]);
    this.#schreibe('app.versorgungsluecken', [kreisId, neu(), id, 'wohnen', 'kein_angebot', kommune, am, fachkraft, erfasst]);
    this.#schreibe('app.grenzaufgaben', [kreisId, neu(), id, 'antrag', 'verwiesen', ANGEBOT, am, fachkraft, erfasst]);
    this.#schreibe('app.dokumente', [dokument, id, 'anlage', 'application/pdf', 4, geheim('dokumente.name', dokument, 'Bescheid.pdf'), geheim('dokumente.inhalt', dokument, '%PDF'), fachkraft, erfasst]);
  }

  #protokoll(aktion: string, am: number, wer: string, fallId: string, fallnummer: string, gegenstand: string | null): void {
    this.#schreibe('app.protokoll', [this.#zufall.id(am), alsZeit(am), wer, aktion, fallId, fallnummer, gegenstand]);
  }

  #text(saetze: number): string {
    return Array.from({ length: saetze }, () => this.#zufall.aus(SAETZE)).join(' ');
  }

  #tokensVon(name: { vorname: string; nachname: string; schreibweisen: string[] }): Buffer[] {
    const schluessel = alleSchreibweisen(name).join('|');
    const tokens = this.#tokens.get(schluessel) ?? this.#tresor.namenstokens(alleSchreibweisen(name));
    this.#tokens.set(schluessel, tokens);
    return tokens;
  }

  #schreibe(tabelle: Tabelle, werte: (string | number | Buffer | null)[]): void {
    const blatt = this.#blaetter.get(tabelle) ?? [];
    this.#blaetter.set(tabelle, blatt);
    blatt.push(alsZeile([this.#traeger.id, ...werte]));
  }
}

const alsTag = (zeitpunkt: number): string => new Date(zeitpunkt).toISOString().slice(0, 10);
const alsZeit = (zeitpunkt: number): string => new Date(zeitpunkt).toISOString();
