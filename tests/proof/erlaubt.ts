import type { Login } from '@kim/db/migrate.ts';

/**
 * What each login may call in our schemas. Written by hand: a new function is a finding until somebody decided here
 * who may call it.
 */
const ZUSAMMENHANG = [
  'sec.traeger()', 'sec.kreis()', 'sec.nutzer()', 'sec.rollen()', 'sec.hat_rolle(text)', 'sec.darf_fallinhalt()', 'sec.darf_verzeichnis()', 'sec.faelle()',
];

export const ERLAUBTE_FUNKTIONEN: Record<Login | 'sec_owner' | 'stat_owner', string[]> = {
  kim_traeger: [
    ...ZUSAMMENHANG,
    'sec.personal()', 'sec.fachkraefte()', 'sec.darf_vergeben(uuid,uuid,text)', 'sec.kennt_person(uuid)',
    'sec.einladen(uuid,uuid,uuid,text,text[],bytea)', 'sec.einladung_erneuern(uuid,bytea)', 'sec.wieder_einladen(uuid,text[],bytea)', 'sec.sitzungen_beenden(uuid)', 'sec.rollen_setzen(uuid,text[])',
    'sec.mitgliedschaft_beenden(uuid)', 'sec.zugang_zuruecksetzen(uuid,text,bytea,uuid)', 'sec.freigabe_entscheiden(uuid,boolean)',
    'sec.falltreffer(uuid[],uuid[])', 'auswertung_intern.gib_kennzahlen_frei(date,boolean)',
  ],
  kim_koordination: [
    ...ZUSAMMENHANG,
    'sec.koordination_konten()', 'sec.koordination_einladen(uuid,uuid,uuid,text,text,bytea)', 'sec.koordination_erneuern(uuid,bytea)',
    'sec.koordination_beenden(uuid)', 'sec.koordination_zuruecksetzen(uuid,text,bytea)',
  ],
  kim_auftrag: [
    ...ZUSAMMENHANG,
    'sec.auftraege_anlegen()', 'sec.auftrag_beginnen(uuid)', 'sec.installation_aufraeumen()', 'sec.anfragen_aufraeumen()', 'pgboss.job_now()', 'pgboss.create_queue(text,jsonb)',
  ],
  kim_anmeldung: [
    ...ZUSAMMENHANG,
    'sec.konto_lesen(text)', 'sec.drossel_versuch(bytea,integer)', 'sec.drossel_zurueck(bytea)', 'sec.drossel_erfolg(bytea)',
    'sec.sitzung_anlegen(bytea,bytea,uuid,text)', 'sec.sitzung_erneuern(bytea,bytea,bytea)', 'sec.sitzung_lesen(bytea)', 'sec.mitgliedschaften_der_sitzung(bytea)',
    'sec.mitgliedschaft_waehlen(bytea,uuid)', 'sec.totp_lesen(bytea)', 'sec.zweiten_faktor_annehmen(bytea,bigint)', 'sec.code_einloesen(bytea,bytea)',
    'sec.totp_vorbereiten(bytea,bytea)', 'sec.totp_bestaetigen(bytea,bigint)', 'sec.zweiter_faktor_stand(bytea)', 'sec.codes_ersetzen(bytea,bytea[])', 'sec.sitzung_widerrufen(bytea)',
    'sec.andere_sitzung_widerrufen(bytea,bytea)', 'sec.sitzungen_auflisten(bytea)', 'sec.sitzung_sperren(bytea)', 'sec.sitzung_entsperren(bytea)',
    'sec.passwort_der_sitzung(bytea)', 'sec.passwort_setzen(bytea,text)', 'sec.einstellung_setzen(bytea,text,boolean)', 'sec.link_lesen(bytea)',
    'sec.link_einloesen(bytea,text)', 'sec.entwurf_ablegen(bytea,text,bytea)', 'sec.entwurf_nehmen(bytea,text)', 'sec.mitgliedschaft_der_sitzung(bytea)',
  ],
  kim_auswertung: ['auswertung_intern.veroeffentliche(uuid,date,bytea)', 'auswertung_intern.faellige()'],
  kim_eigentuemer: [],
  sec_owner: [],
  stat_owner: [],
};

/** Functions that fire by trigger: invoker's rights, owned by the owner of the tables. */
export const TRIGGERFUNKTIONEN = ['app.keine_verwaisung()', 'app.klasse_bleibt()'];

/** Every column that the barrier counts (D18), and with it the tables that have a policy beside the template. */
export const GEZAEHLTE_SPALTEN: Record<string, string[]> = {
  'app.faelle': ['traeger_id', 'kreis_id', 'id', 'kommune_id', 'eroeffnet_am'],
  'app.fallereignisse': ['traeger_id', 'id', 'fall_id', 'art', 'wert', 'gilt_ab'],
  'app.fallbeteiligte': ['traeger_id', 'fall_id', 'ratsuchende_id', 'rolle', 'von', 'bis'],
  'app.stammdaten': ['traeger_id', 'ratsuchende_id', 'geburtsjahr', 'geschlecht', 'staatsangehoerigkeit'],
  'app.statusangaben': ['traeger_id', 'id', 'fall_id', 'ratsuchende_id', 'art', 'code', 'von'],
  'app.bedarfe': ['traeger_id', 'fall_id', 'bereich', 'erkannt_am', 'erledigt_am'],
  'app.anfragen': ['traeger_id', 'id', 'fall_id', 'zugang', 'eingegangen_am'],
  'app.vermittlungen': ['traeger_id', 'kreis_id', 'fall_id', 'angebot_id', 'stand', 'am'],
  'app.versorgungsluecken': ['traeger_id', 'fall_id', 'bereich', 'erkannt_am'],
  'app.stellen': ['traeger_id', 'id', 'gefoerdert_von', 'gefoerdert_bis'],
  'app.stelle_kommunen': ['traeger_id', 'stelle_id', 'kommune_id'],
};
export const GEZAEHLTE_TABELLEN = [...Object.keys(GEZAEHLTE_SPALTEN), 'kreis.traeger', 'kreis.kommunen', 'kreis.angebote'];

/** What each login may do with the tables of the barrier; whatever is not named is a finding. */
const LESER = ['kim_koordination SELECT', 'kim_traeger SELECT', 'kim_auswertung SELECT', 'stat_owner SELECT'];
export const AUSWERTUNGSRECHTE: Record<string, string[]> = {
  'auswertung.merkmale': LESER, 'auswertung.auspraegungen': LESER, 'auswertung.masse': LESER, 'auswertung.tabellen': LESER, 'auswertung.kennzahlen': [...LESER, 'stat_owner INSERT'],
  'auswertung.laeufe': [...LESER, 'stat_owner INSERT'],
  'auswertung.takte': [...LESER, 'stat_owner INSERT'],
  'auswertung.rohwerte': ['kim_auswertung SELECT', 'stat_owner SELECT', 'stat_owner INSERT'],
  'auswertung.tabellenstaende': [...LESER, 'kim_auswertung INSERT'],
  'auswertung.werte': [...LESER, 'kim_auswertung INSERT'],
  'auswertung_intern.zuordnungen': ['stat_owner SELECT'],
  'auswertung_intern.beginn': ['stat_owner SELECT', 'stat_owner UPDATE schluesselprobe'],
  'auswertung_intern.epochen': ['stat_owner SELECT', 'stat_owner INSERT'],
};
/** Person-free and the same for every Kreis. */
export const KATALOGTABELLEN = ['auswertung.merkmale', 'auswertung.auspraegungen', 'auswertung.masse', 'auswertung.tabellen', 'auswertung_intern.zuordnungen'];

/** Tables with policies `for select` and `for insert to sec_owner using (true)`: background work asks there before it has a Träger (D17). */
export const AUFTRAGSTABELLEN = ['app.auftraege'];

/** Every right that background work, and its functions beside a Träger, have on tables of Träger: role, table, right and column. */
export const HINTERGRUNDRECHTE = [
  'kim_auftrag app.formulareingaben DELETE', 'kim_auftrag app.formulareingaben SELECT traeger_id', 'kim_auftrag app.formulareingaben SELECT erfasst_am',
  'kim_auftrag app.auftraege DELETE', 'kim_auftrag app.auftraege SELECT traeger_id', 'kim_auftrag app.auftraege SELECT id', 'kim_auftrag app.auftraege SELECT erledigt_am',
  'kim_auftrag app.auftraege UPDATE erledigt_am',
  ...['traeger_id', 'id', 'art', 'erfasst_am', 'erledigt_am'].map((spalte) => `sec_owner app.auftraege SELECT ${spalte}`),
  ...['traeger_id', 'id', 'art'].map((spalte) => `sec_owner app.auftraege INSERT ${spalte}`),
];

/** Keys that hold over the whole installation. Only functions, operator commands and the queue of background work reach them. */
export const GLOBALE_SCHLUESSEL_SCHEMATA = ['sec', 'kreis', 'migrationen', 'pgboss', 'auswertung', 'auswertung_intern'];

/** Server functions that reach beyond one Träger: no login may call them. */
export const VERSCHLOSSENE_SYSTEMFUNKTIONEN =
  '^(lo_.*|loread|lowrite|pg_notify|pg_(try_)?advisory_.*|pg_terminate_backend|pg_cancel_backend|pg_read_(binary_)?file|pg_ls_.*|pg_stat_file|pg_reload_conf|pg_rotate_logfile|dblink.*|pg_switch_wal|pg_create_restore_point)$';
