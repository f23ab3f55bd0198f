import { neueId } from '@kim/core/ids.ts';
import { festeId } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { eigen, imFall, kopf, zeile } from './frage.ts';
import type { Fragen, Schritt } from './frage.ts';
import { FALL, nutzer, T, vertretenVon } from './lage.ts';
import type { Name, Situation } from './lage.ts';

const fallmerkmale = (s: Situation) => ({ zustaendigId: nutzer(s.zustaendig), gemeinsam: s.gemeinsam });
const wechsel = (s: Situation, an: Name, anlass: string): Schritt[] => [
  ['update app.zustaendigkeiten set bis = $2 where fall_id = $1 and bis is null', FALL.id, tagVon(0)],
  ['insert into app.zustaendigkeiten (traeger_id, id, erfasst_von, fall_id, nutzer_id, von, anlass) values ($1, $2, $3, $4, $5, $6, $7)', ...kopf(s), FALL.id, nutzer(an), tagVon(0), anlass],
];
const neuerFall = (id: string): Schritt => [
  "insert into app.faelle (traeger_id, id, kreis_id, fallnummer, klasse, kommune_id, eroeffnet_am) values ($1, $2, $3, $4, 'kurzberatung', $5, $6)",
  T.id, id, T.kreisId, `${T.kennung}-2026-9999`, T.kommuneId, tagVon(0)];

const neuePerson = (s: Situation, id = neueId()): Schritt[] => [
  ['insert into app.ratsuchende (traeger_id, id, erfasst_von, name_krypt) values ($1, $2, $3, $4)', T.id, id, s.wer.nutzerId, s.hash],
  ['insert into tresor.personenschluessel (traeger_id, ratsuchende_id, generation, verpackt) values ($1, $2, 1, $3)', T.id, id, s.hash],
  ['insert into app.namenstoken (traeger_id, ratsuchende_id, token) values ($1, $2, $3)', T.id, id, s.hash],
];

function eroeffnung(s: Situation): Schritt[] {
  const [traeger, id, ich] = kopf(s);
  const ratsuchende = neueId();
  return [
    ...neuePerson(s, ratsuchende),
    neuerFall(id),
    ["insert into app.zustaendigkeiten (traeger_id, id, erfasst_von, fall_id, nutzer_id, von, anlass) values ($1, $2, $3, $4, $3, $5, 'eroeffnung')", traeger, neueId(), ich, id, tagVon(0)],
    ['insert into tresor.fallschluessel (traeger_id, fall_id, generation, verpackt) values ($1, $2, 1, $3)', traeger, id, s.hash],
    ['insert into app.fallinhalte (traeger_id, fall_id, anliegen_krypt) values ($1, $2, $3)', traeger, id, s.hash],
    ["insert into app.fallbeteiligte (traeger_id, fall_id, ratsuchende_id, rolle, von) values ($1, $2, $3, 'hauptperson', $4)", traeger, id, ratsuchende, tagVon(0)],
    ['insert into app.stammdaten (traeger_id, ratsuchende_id, daten_krypt) values ($1, $2, $3)', traeger, ratsuchende, s.hash],
  ];
}

/** Cases, their records and their people. */
export const FALLFRAGEN: Fragen<'Fall' | 'Kontakt' | 'Ratsuchende'> = {
  Fall: {
    eroeffnen: { sicht: eigen, versuche: (s) => [eroeffnung(s), [neuerFall(neueId())], [['update app.fallnummern set letzte = letzte + 1 where traeger_id = $1', T.id]]] },
    lesen: {
      sicht: imFall,
      versuche: () => ['app.fallinhalte', 'app.fallbeteiligte', 'tresor.fallschluessel'].map((tabelle) => zeile(tabelle, 'fall_id', FALL.id)),
    },
    aendern: {
      sicht: imFall,
      versuche: (s) => [
        [['update app.fallinhalte set anliegen_krypt = $2 where fall_id = $1', FALL.id, s.hash]],
        [['update app.faelle set beendet_am = $2 where id = $1', FALL.id, tagVon(0)]],
        [["update app.fallbeteiligte set rolle = 'familie' where fall_id = $1", FALL.id]],
        [["insert into app.fallereignisse (traeger_id, id, erfasst_von, fall_id, art, wert, gilt_ab) values ($1, $2, $3, $4, 'ende', 'x', $5)", ...kopf(s), FALL.id, tagVon(0)]],
      ],
    },
    klasse_aendern: {
      sicht: imFall,
      merkmale: fallmerkmale,
      versuche: (s) => [[['update app.faelle set klasse = $2 where id = $1', FALL.id, s.neueKlasse]]],
      laxer: {
        'who works in the case changes its class too, as long as no circle of readers grows (app.klasse_bleibt)': (s) =>
          s.imFall && (s.neueKlasse === 'case_management' ? s.gebunden : s.gemeinsam),
      },
    },
    beenden: {
      sicht: imFall,
      merkmale: fallmerkmale,
      versuche: (s) => [[["insert into app.fallabschluesse (traeger_id, id, erfasst_von, fall_id, am, grund, durch, notiz_krypt) values ($1, $2, $3, $4, $5, 'ziele_erreicht', 'beide', $6)", ...kopf(s), FALL.id, tagVon(0), s.hash]]],
    },
    uebergeben: {
      sicht: imFall, merkmale: fallmerkmale, versuche: (s) => [wechsel(s, s.an, 'uebergabe')], auch: () => ['Fall.verwaltend_uebergeben'], entfaellt: (s) => s.an === 'ich',
    },
    uebernehmen: {
      sicht: imFall,
      merkmale: fallmerkmale,
      versuche: (s) => [wechsel(s, 'ich', 'uebernahme')],
      laxer: { 'one’s own shared case to oneself: nothing changes': (s) => s.istZustaendig && s.gemeinsam },
    },
    beratung_oeffnen: {
      sicht: imFall,
      merkmale: fallmerkmale,
      versuche: (s) => [[['insert into app.fallberatungen (traeger_id, id, erfasst_von, fall_id, nutzer_id, grund_krypt, von, bis) values ($1, $2, $3, $4, $5, $6, $7, $7)',
        ...kopf(s), FALL.id, nutzer(s.mit), s.hash, tagVon(0)]]],
    },
    verzeichnis_lesen: {
      sicht: eigen, versuche: () => [zeile('app.faelle', 'id', FALL.id), zeile('app.fallereignisse', 'fall_id', FALL.id)], auch: () => ['Fall.lesen'],
    },
    verwaltend_uebergeben: {
      sicht: eigen,
      merkmale: (s) => ({ ...fallmerkmale(s), anId: nutzer(s.an), anVertretenVon: vertretenVon(s, s.an) }),
      versuche: (s) => [wechsel(s, s.an, 'uebergabe')],
      auch: (s) => [s.an === 'ich' ? 'Fall.uebernehmen' : 'Fall.uebergeben'],
    },
  },
  Kontakt: {
    lesen: { sicht: imFall, versuche: () => [zeile('app.kontakte', 'fall_id', FALL.id)] },
    erfassen: {
      sicht: imFall,
      versuche: (s) => [[["insert into app.kontakte (traeger_id, id, erfasst_von, fall_id, am, kanal, notiz_krypt) values ($1, $2, $3, $4, $5, 'telefon', $6)", ...kopf(s), FALL.id, tagVon(0), s.hash]]],
    },
    aendern: {
      sicht: imFall,
      versuche: (s) => [[['update app.kontakte set notiz_krypt = $2, geaendert_von = $3, geaendert_am = now() where id = $1', festeId(FALL.id, 'kontakt'), s.hash, s.wer.nutzerId]]],
    },
  },
  Ratsuchende: {
    suchen: {
      sicht: eigen,
      versuche: () => [
        ...['app.namenstoken', 'tresor.personenschluessel'].map((tabelle) => zeile(tabelle, 'ratsuchende_id', FALL.ratsuchendeId)),
        zeile('app.ratsuchende', 'id', FALL.ratsuchendeId),
        // Of a case that she does not see the search tells its number, of others nothing: one of the two.
        [['select from (select 1 from sec.falltreffer($1, $2) union all select 1 from app.fallinhalte where fall_id = $3) t having count(*) = 1',
          Array.from({ length: 20 }, neueId), [FALL.ratsuchendeId], FALL.id]],
      ],
    },
    lesen: { sicht: imFall, versuche: () => ['app.stammdaten', 'app.haushaltsmitglieder'].map((tabelle) => zeile(tabelle, 'ratsuchende_id', FALL.ratsuchendeId)) },
    erfassen: { sicht: eigen, versuche: (s) => [neuePerson(s), neuePerson(s).slice(0, 1)] },
    aendern: {
      sicht: imFall,
      versuche: (s) => [
        [['update app.ratsuchende set name_krypt = $2, version = version + 1 where id = $1', FALL.ratsuchendeId, s.hash]],
        [['update app.stammdaten set geburtsjahr = 1991, version = version + 1 where ratsuchende_id = $1', FALL.ratsuchendeId]],
        [['delete from app.namenstoken where ratsuchende_id = $1', FALL.ratsuchendeId]],
      ],
    },
  },
};
