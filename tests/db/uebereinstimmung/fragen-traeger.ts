import { neueId } from '@kim/core/ids.ts';
import { festeId } from '@kim/testing/plan.ts';
import { tagVon } from '@kim/testing/tage.ts';
import { vertretungId, ZEILEN } from './aufbau.ts';
import { eigen, imFall, kopf, ruf, zeile } from './frage.ts';
import type { Fragen, Schritt } from './frage.ts';
import { FALL, nutzer, T } from './lage.ts';
import type { Situation } from './lage.ts';

const betroffene = (s: Situation) => ({ nutzerId: nutzer(s.wen) });
const freigabe = ({ freigabe: f }: Situation) => ({ art: f.art, beantragtVonId: nutzer(f.von), betrifftId: nutzer(f.betrifft) });
const neueBesetzung = (s: Situation): Schritt => [
  'insert into app.besetzungen (traeger_id, id, stelle_id, nutzer_id, anteil_hundertstel, von) values ($1, $2, $3, $4, 50, $5)', T.id, neueId(), T.stelleId, nutzer(s.wen), tagVon(0)];


const neueKollegin = (s: Situation): Schritt[] => {
  const id = neueId();
  return [
    ["insert into app.nutzer (traeger_id, id, name) values ($1, $2, 'Neu')", T.id, id],
    ...ruf("einladen($1, $2, $3, 'neu@example.org', array['leitung'], $4)", neueId(), neueId(), id, s.hash),
  ];
};

const neueStelle = (): Schritt[] => {
  const id = neueId();
  return [
    ["insert into app.stellen (traeger_id, kreis_id, id, bezeichnung, vzae_hundertstel, vertragsart, gefoerdert_von) values ($1, $2, $3, 'Neu', 100, 'weiterleitung', $4)", T.id, T.kreisId, id, tagVon(0)],
    ['insert into app.stelle_kommunen (traeger_id, stelle_id, kreis_id, kommune_id) values ($1, $2, $3, $4)', T.id, id, T.kreisId, T.kommuneId],
  ];
};

/** Colleagues, posts, absences, what waits for a second person, and the protocol. */
export const TRAEGERFRAGEN: Fragen<'Personal' | 'Stelle' | 'Vertretung' | 'Freigabe' | 'Protokoll'> = {
  Personal: {
    lesen: { sicht: eigen, versuche: (s) => [[['select from sec.personal() where nutzer_id = $1', nutzer(s.wen)]]] },
    einladen: {
      sicht: eigen,
      versuche: (s) => [
        neueKollegin(s), neueKollegin(s).slice(0, 1), ruf('einladung_erneuern($1, $2)', T.personen.eingeladen.nutzerId, s.hash),
        ruf("wieder_einladen($1, array['leitung'], $2)", T.personen.ausgeschieden.nutzerId, s.hash),
      ],
    },
    aendern: { sicht: eigen, merkmale: betroffene, versuche: (s) => [[["update app.nutzer set name = 'Anders', version = version + 1 where id = $1", nutzer(s.wen)]]] },
    rollen_setzen: {
      sicht: eigen,
      merkmale: betroffene,
      versuche: (s) => [ruf("rollen_setzen($1, $2) = 'ok'", nutzer(s.wen), [...(s.wen === 'ich' ? s.rollen : ['fachkraft']), 'leitung'])],
      // Who has cases stays a Fachkraft.
      entfaellt: (s) => s.wen === 'ich' && s.zustaendig === 'ich' && !s.rollen.includes('fachkraft'),
    },
    fachkraft_werden: {
      sicht: eigen,
      merkmale: (s) => ({ nutzerId: s.wer.nutzerId }),
      versuche: (s) => [ruf("rollen_setzen($1, $2) = 'ok'", s.wer.nutzerId, [...s.rollen, 'fachkraft'])],
      entfaellt: (s) => s.rollen.includes('fachkraft'),
    },
    zuruecksetzen: { sicht: eigen, merkmale: betroffene, versuche: (s) => [ruf("zugang_zuruecksetzen($1, 'passwort', $2, null) = 'ok'", nutzer(s.wen), s.hash)] },
    abmelden: { sicht: eigen, merkmale: betroffene, versuche: (s) => [ruf('sitzungen_beenden($1) > 0', nutzer(s.wen))] },
    // Who has cases gives them away first.
    beenden: { sicht: eigen, merkmale: betroffene, versuche: (s) => [ruf("mitgliedschaft_beenden($1) = 'ok'", nutzer(s.wen))], entfaellt: (s) => s.wen === s.zustaendig },
  },
  Stelle: {
    lesen: { sicht: eigen, versuche: () => [zeile('app.stellen', 'id', T.stelleId), ...['app.besetzungen', 'app.stelle_kommunen'].map((tabelle) => zeile(tabelle, 'stelle_id', T.stelleId))] },
    anlegen: { sicht: eigen, versuche: () => [neueStelle(), neueStelle().slice(0, 1)] },
    aendern: {
      sicht: eigen,
      versuche: () => [[["update app.stellen set bezeichnung = 'Anders', version = version + 1 where id = $1", T.stelleId]], [['delete from app.stelle_kommunen where stelle_id = $1', T.stelleId]]],
    },
    besetzen: {
      sicht: eigen,
      versuche: (s) => [[neueBesetzung(s)], [['update app.besetzungen set anteil_hundertstel = 10 where stelle_id = $1', T.stelleId]], [['delete from app.besetzungen where stelle_id = $1', T.stelleId]]],
    },
    // Counted from the whole directory, and whoever reads that one can count.
    auslastung_lesen: {
      sicht: eigen, versuche: () => [[['select from app.faelle where traeger_id = $1 having count(*) = $2', T.id, Object.keys(T.faelle).length]]], auch: () => ['Fall.verzeichnis_lesen'],
    },
  },
  Vertretung: {
    lesen: { sicht: eigen, versuche: () => [zeile('app.vertretungen', 'id', vertretungId(0))] },
    einrichten: {
      sicht: eigen,
      merkmale: ({ neuesPaar: [a, b] }) => ({ vertreteneId: nutzer(a), vertretungId: nutzer(b) }),
      versuche: (s) => [[['insert into app.vertretungen (traeger_id, id, eingerichtet_von, vertretene_id, vertretung_id, von, bis) values ($1, $2, $3, $4, $5, $6, $6)',
        ...kopf(s), nutzer(s.neuesPaar[0]), nutzer(s.neuesPaar[1]), tagVon(0)]]],
    },
    beenden: {
      sicht: eigen,
      merkmale: ({ vertretungen: [v] }) => ({ vertreteneId: nutzer(v!.paar[0]), vertretungId: nutzer(v!.paar[1]) }),
      versuche: () => [[['update app.vertretungen set beendet_am = now() where id = $1', vertretungId(0)]]],
      entfaellt: (s) => s.vertretungen[0]!.beendet,
    },
  },
  Freigabe: {
    lesen: { sicht: eigen, merkmale: freigabe, versuche: () => [zeile('app.freigaben', 'id', T.freigabeId)] },
    beantragen: {
      sicht: eigen,
      versuche: (s) => [[['insert into app.freigaben (traeger_id, id, beantragt_von, art, betrifft_id, beguenstigt_id) values ($1, $2, $3, $4, $5, $3)', ...kopf(s), s.freigabe.art, nutzer(s.wen)]]],
    },
    entscheiden: { sicht: eigen, merkmale: freigabe, versuche: (s) => [ruf("freigabe_entscheiden($1, $2) = 'ok'", T.freigabeId, s.freigabe.ja)] },
  },
  Protokoll: {
    eigenes_lesen: { sicht: eigen, versuche: () => [zeile('app.protokoll', 'id', ZEILEN.ueberMich)] },
    fall_lesen: { sicht: imFall, versuche: () => [zeile('app.protokoll', 'id', festeId(FALL.id, 'protokoll'))], auch: () => ['Protokoll.alles_lesen'] },
    alles_lesen: { sicht: eigen, versuche: () => [zeile('app.protokoll', 'id', ZEILEN.ueberAndere)] },
  },
};
