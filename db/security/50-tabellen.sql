-- What each Träger table lets through. A new table needs a line here; without it nobody can read it and the prober says so.
grant usage on schema app, tresor to kim_traeger, sec_owner;
grant usage on schema kreis to kim_traeger, kim_koordination, kim_auftrag, sec_owner;

select pg_temp.kreistabelle('kreis.kreise', 'id', 'kim_traeger, kim_koordination');
select pg_temp.kreistabelle('kreis.kommunen', 'kreis_id', 'kim_traeger, kim_koordination');
select pg_temp.kreistabelle('kreis.traeger', 'kreis_id', 'kim_traeger, kim_koordination');
select pg_temp.kreistabelle('kreis.koordinierende', 'kreis_id', 'kim_koordination');
select pg_temp.kreistabelle('kreis.kriterienkataloge', 'kreis_id', 'kim_traeger, kim_koordination');
-- The Koordination writes a draft and publishes it (D25); what is published never changes, and only that reaches a Träger.
grant insert, delete, update (stand, gilt_ab, beschluss, platzhalter, schwelle, inhalt, version) on kreis.kriterienkataloge to kim_koordination;
create policy veroeffentlicht on kreis.kriterienkataloge as restrictive for select to kim_traeger using (stand = 'veroeffentlicht');
create policy anfang on kreis.kriterienkataloge as restrictive for insert to kim_koordination with check (stand = 'entwurf' and erfasst_am = now());
create policy entwurf on kreis.kriterienkataloge as restrictive for update to kim_koordination using (stand = 'entwurf') with check (true);
create policy verwerfen on kreis.kriterienkataloge as restrictive for delete to kim_koordination using (stand = 'entwurf');

--                            table                     grant to kim_traeger                                         read            write
select pg_temp.traegertabelle('app.nutzer',             'select, insert, update (name, beendet_am, version)',        'traeger',      'verwaltung');
select pg_temp.traegertabelle('app.stellen',            'select, insert, update (bezeichnung, vzae_hundertstel, vertragsart, gefoerdert_von, gefoerdert_bis, version)', 'traeger', 'verwaltung');
select pg_temp.traegertabelle('app.stelle_kommunen',    'select, insert, delete',                                    'traeger',      'verwaltung');
select pg_temp.traegertabelle('app.besetzungen',        'select, insert, delete, update (anteil_hundertstel, von, bis, version)', 'traeger', 'verwaltung');
select pg_temp.traegertabelle('app.ratsuchende',        'select, insert, update (name_krypt, aufgegangen_in, version)', 'fachkraft',    'fachkraft');
select pg_temp.traegertabelle('app.namenstoken',        'select, insert, delete',                                    'fachkraft',    'fachkraft');
select pg_temp.traegertabelle('app.haushalte',          'select, insert',                                            'fachkraft',    'fachkraft');
select pg_temp.traegertabelle('app.stammdaten',         'select, insert, update (geburtsjahr, geschlecht, staatsangehoerigkeit, daten_krypt, version)', 'person', 'person');
select pg_temp.traegertabelle('app.haushaltsmitglieder','select, insert, update (rolle, bis)',                       'person',       'person');
select pg_temp.traegertabelle('tresor.personenschluessel', 'select, insert',                                         'fachkraft',    'fachkraft');
select pg_temp.traegertabelle('app.fallnummern',        'select, insert, update (letzte)',                           'fachkraft',    'fachkraft');
select pg_temp.traegertabelle('app.faelle',             'select, insert, update (klasse, kommune_id, phase, gestoppt_am, beendet_am, version)', 'verzeichnis', 'fallinhalt', 'id');
select pg_temp.traegertabelle('app.fallereignisse',     'select, insert', 'verzeichnis', 'fallinhalt');
select pg_temp.traegertabelle('app.fallinhalte',        'select, insert, update (anliegen_krypt, version)',          'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.fallbeteiligte',     'select, insert, update (rolle, bis)',                       'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('tresor.fallschluessel',  'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.kontakte',           'select, insert, update (am, kanal, dauer_minuten, leistung, ort_id, sprachmittlung, themen, zweck, ausgefallen, notiz_krypt, geaendert_von, geaendert_am, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.anfragen',           'select, insert, update (kommune_id, zugang, kernkriterium, sprachmittlung, stand, erstgespraech_am, an_nutzer_id, fall_id, inhalt_krypt, version)', 'anfrage', 'anfrage');
select pg_temp.traegertabelle('tresor.anfrageschluessel', 'select, insert',                                          'anfrageschluessel', 'anfrageschluessel');
select pg_temp.traegertabelle('app.bedarfe',            'select, insert, update (ratsuchende_id, bereich, dringlichkeit, stand, erledigt_am, beschreibung_krypt, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.statusangaben',      'select, insert, delete, update (code, von, bis, angaben_krypt, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.dokumente',          'select, insert, update (geschuetzt)',                       'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.schutzoeffnungen',   'select, insert, update (bis)',                              'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.schutzeintraege',    'select, insert, delete, update (ratsuchende_id, inhalt_krypt, geaendert_von, geaendert_am, version)', 'geschuetzt', 'geschuetzt');
select pg_temp.traegertabelle('app.einwilligungen',     'select, insert, update (stand, gueltig_bis, widerrufen_am, inhalt_krypt, nachweis_id, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.erstgespraeche',     'select, insert, update (am, kanal, ort_id, sprachmittlung, bogen_krypt, geaendert_von, geaendert_am, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.kriterienpruefungen','select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.phasenwechsel',      'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.assessments',        'select, insert, update (am, bogen_krypt, geaendert_von, geaendert_am, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.instrumente',        'select, insert, update (ratsuchende_id, am, stand, inhalt_krypt, geaendert_von, geaendert_am, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.ziele',              'select, insert, update (oberziel_id, ratsuchende_id, bedarf_id, prioritaet, bis, stand, beendet_am, inhalt_krypt, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.massnahmen',         'select, insert, update (wer, bis, stand, erledigt_am, inhalt_krypt, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.planfassungen',      'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.zielbewertungen',    'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.vermittlungen',      'select, insert, update (massnahme_id, stand, am, pruefen_am, inhalt_krypt, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.weitergaben',        'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.versorgungsluecken', 'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.grenzaufgaben',      'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.monitoringpruefungen', 'select, insert',                                          'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.evaluationen',       'select, insert, update (am, zielerreichung, zufriedenheit, selbststaendigkeit, bogen_krypt, geaendert_von, geaendert_am, version)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.fallabschluesse',    'select, insert',                                            'fallinhalt',   'fallinhalt');
select pg_temp.traegertabelle('app.wiedervorlagen',     'select, insert, update (faellig_am, erledigt_am, erledigt_von)', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.ansichten',          'select, insert, delete',                                    'eigene',       'eigene');
select pg_temp.traegertabelle('app.richtwertanpassungen', 'select, insert, update (bis)',                            'eigene_oder_leitung', 'leitung');
select pg_temp.traegertabelle('app.orte',               'select, insert, update (kommune_id, name, art, vertraulich, familiengerecht, barrierefrei, sprechzeiten, aufgegeben_am, version)', 'traeger', 'verwaltung');
select pg_temp.traegertabelle('app.einwilligungstexte', 'select, insert',                                            'traeger',      'verwaltung');
select pg_temp.traegertabelle('app.formulareingaben',   'select, insert, update (ergebnis)', 'eigene', 'eigene');
select pg_temp.traegertabelle('app.zustaendigkeiten',   'select, insert, update (bis)', 'traeger', 'traeger');
select pg_temp.traegertabelle('app.vertretungen',       'select, insert, update (beendet_am)', 'traeger', 'traeger');
select pg_temp.traegertabelle('app.fallberatungen',     'select, insert', 'fallinhalt', 'fallinhalt');
select pg_temp.traegertabelle('app.freigaben',          'select, insert', 'traeger', 'verwaltung');
select pg_temp.traegertabelle('app.protokoll',          'select, insert', 'traeger', 'eigene');
select pg_temp.traegertabelle('app.auftraege',          '',                                                          'traeger',      'traeger');

-- The partner directory (R117): shared entries for the whole Kreis, own ones for one Träger; who sees to an entry changes it,
-- and nobody's entry can be taken on by whoever sees to it from then on. Whether it is shared is said once: nobody takes it away from the others.
select pg_temp.kreistabelle('kreis.angebote', 'kreis_id', 'kim_traeger, kim_koordination');
grant insert, update (name, organisation, rechtskreis, bereiche, einzugsgebiet, sprachen, anschrift, anfahrt, telefon, email, web, zeiten, hinweise,
  geprueft_am, pflege_traeger_id, pflege_nutzer_id, geschlossen_am, version) on kreis.angebote to kim_traeger;
create policy sichtbar on kreis.angebote as restrictive for select to kim_traeger using (nur_fuer_id is null or nur_fuer_id = (select sec.traeger()));
create policy geteilt on kreis.angebote as restrictive for select to kim_koordination using (nur_fuer_id is null);
create policy anfang on kreis.angebote as restrictive for insert to kim_traeger with check (
  (select sec.darf_fallinhalt()) and erfasst_am = now() and pflege_traeger_id = (select sec.traeger()) and pflege_nutzer_id = (select sec.nutzer())
  and (nur_fuer_id is null or nur_fuer_id = (select sec.traeger())));
create policy pflegen on kreis.angebote as restrictive for update to kim_traeger
  using ((select sec.darf_fallinhalt()) and (pflege_traeger_id is null or pflege_traeger_id = (select sec.traeger())) and (nur_fuer_id is null or nur_fuer_id = (select sec.traeger())))
  with check (pflege_traeger_id = (select sec.traeger()) and (nur_fuer_id is null or nur_fuer_id = (select sec.traeger())));

-- The protected part of a case is opened by each for herself and for a quarter of an hour; by who is not responsible for the case
-- with a reason. It is closed early, never longer open than said.
create policy oeffnen on app.schutzoeffnungen as restrictive for insert to kim_traeger with check (
  nutzer_id = (select sec.nutzer()) and erfasst_am = now() and bis <= now() + interval '15 minutes'
  and (anlass <> 'zustaendig' or exists (select from app.zustaendigkeiten z where z.traeger_id = schutzoeffnungen.traeger_id
    and z.fall_id = schutzoeffnungen.fall_id and z.nutzer_id = (select sec.nutzer()) and z.bis is null)));
create policy schliessen on app.schutzoeffnungen as restrictive for update to kim_traeger
  using (nutzer_id = (select sec.nutzer()) and bis > statement_timestamp()) with check (bis <= statement_timestamp());
do $$ begin execute format('create policy geschuetzt on app.dokumente as restrictive for select to kim_traeger using (not geschuetzt or %s)', pg_temp.geoeffnet('app.dokumente')); end $$;

-- The criteria for handing over (R82) are adopted by the Koordination; an adopted version never changes.
select pg_temp.kreistabelle('kreis.uebergabekriterien', 'kreis_id', 'kim_traeger, kim_koordination');
grant insert on kreis.uebergabekriterien to kim_koordination;
create policy anfang on kreis.uebergabekriterien as restrictive for insert to kim_koordination with check (erfasst_am = now());

-- Nothing goes to a third party without a live Schweigepflichtentbindung for this recipient, purpose and kind of data (U8).
create policy entbunden on app.weitergaben as restrictive for insert to kim_traeger with check (exists (
  select from app.einwilligungen e join app.vermittlungen v on v.traeger_id = e.traeger_id and v.fall_id = e.fall_id and v.kreis_id = e.kreis_id and v.angebot_id = e.angebot_id
   where e.traeger_id = weitergaben.traeger_id and e.fall_id = weitergaben.fall_id and e.id = weitergaben.einwilligung_id and v.id = weitergaben.vermittlung_id
     and e.art = 'schweigepflichtentbindung' and e.stand = 'erteilt' and e.richtung in ('an_empfaenger', 'gegenseitig')
     and e.am <= weitergaben.am and (e.gueltig_bis is null or e.gueltig_bis >= weitergaben.am)
     and weitergaben.zweck = any (e.zwecke) and weitergaben.datenarten <@ e.datenarten));

-- Giving a case away; a responsibility ends today at the latest, because it opens nothing from then on (D3).
create policy vergeben on app.zustaendigkeiten as restrictive for insert to kim_traeger with check (
  erfasst_von = (select sec.nutzer()) and sec.darf_vergeben(fall_id, nutzer_id, anlass));
create policy abschliessen on app.zustaendigkeiten as restrictive for update to kim_traeger
  using (bis is null and (
    (select sec.hat_rolle('traegeradministration'))
    or ((select sec.darf_fallinhalt()) and (nutzer_id = (select sec.nutzer()) or exists (
      select from app.faelle f where f.traeger_id = zustaendigkeiten.traeger_id and f.id = zustaendigkeiten.fall_id and f.gemeinsam)))))
  with check (bis <= (statement_timestamp() at time zone 'Europe/Berlin')::date);

-- A case is ended and reopened by who is responsible for it, a shared one by every Fachkraft.
create policy abschliessen on app.fallabschluesse as restrictive for insert to kim_traeger with check (
  exists (select from app.zustaendigkeiten z where z.traeger_id = fallabschluesse.traeger_id and z.fall_id = fallabschluesse.fall_id
    and z.nutzer_id = (select sec.nutzer()) and z.bis is null)
  or exists (select from app.faelle f where f.traeger_id = fallabschluesse.traeger_id and f.id = fallabschluesse.fall_id and f.gemeinsam));

-- Setting a Vertretung: the Fachkraft for herself, the administration never in her own favour (D3).
create policy einsetzen on app.vertretungen as restrictive for insert to kim_traeger with check (
  eingerichtet_von = (select sec.nutzer()) and (
    ((select sec.hat_rolle('traegeradministration')) and vertretung_id <> (select sec.nutzer()))
    or ((select sec.darf_fallinhalt()) and vertretene_id = (select sec.nutzer()))));
create policy beenden on app.vertretungen as restrictive for update to kim_traeger
  using (beendet_am is null and ((select sec.hat_rolle('traegeradministration'))
    or ((select sec.darf_fallinhalt()) and (vertretene_id = (select sec.nutzer()) or vertretung_id = (select sec.nutzer())))))
  with check (beendet_am is not null);

-- Only who is responsible for a case opens it to a colleague; a shared one is open to her already, and must not stay so
-- unnoticed when it becomes Case Management.
create policy oeffnen on app.fallberatungen as restrictive for insert to kim_traeger with check (
  erfasst_von = (select sec.nutzer()) and nutzer_id <> (select sec.nutzer()) and exists (
    select from app.zustaendigkeiten z where z.traeger_id = fallberatungen.traeger_id and z.fall_id = fallberatungen.fall_id
      and z.nutzer_id = (select sec.nutzer()) and z.bis is null) and not exists (
    select from app.faelle f where f.traeger_id = fallberatungen.traeger_id and f.id = fallberatungen.fall_id and f.gemeinsam));

-- Every Fachkraft finds a person by name; only who sees a case of hers, or finds her in none, renames her or says that she
-- was recorded twice.
create policy bekannt on app.ratsuchende as restrictive for update to kim_traeger using (sec.kennt_person(id))
  with check (aufgegangen_in is null or sec.kennt_person(aufgegangen_in));
create policy bekannt on app.namenstoken as restrictive for delete to kim_traeger using (sec.kennt_person(ratsuchende_id));

-- Who revoked the consent to record can still be read about, until the retention time is over; nothing is added (R61 b).
do $$
declare t text;
begin
  foreach t in array array['kontakte', 'bedarfe', 'statusangaben', 'dokumente', 'erstgespraeche', 'kriterienpruefungen', 'wiedervorlagen', 'fallbeteiligte', 'fallinhalte',
    'phasenwechsel', 'assessments', 'instrumente', 'ziele', 'massnahmen', 'planfassungen', 'zielbewertungen', 'vermittlungen', 'weitergaben', 'versorgungsluecken', 'grenzaufgaben', 'monitoringpruefungen', 'evaluationen', 'schutzeintraege'] loop
    execute format('create policy gestoppt on app.%1$s as restrictive for insert to kim_traeger with check (not exists (
      select from app.faelle f where f.traeger_id = %1$s.traeger_id and f.id = %1$s.fall_id and f.gestoppt_am is not null))', t);
    continue when not has_any_column_privilege('kim_traeger', 'app.' || t, 'update') or t = 'wiedervorlagen';
    execute format('create policy gestoppt_bleibt on app.%1$s as restrictive for update to kim_traeger using (not exists (
      select from app.faelle f where f.traeger_id = %1$s.traeger_id and f.id = %1$s.fall_id and f.gestoppt_am is not null))', t);
  end loop;
end $$;

create policy bekannt on app.fallbeteiligte as restrictive for insert to kim_traeger with check (sec.kennt_person(ratsuchende_id));

-- Nobody writes in a colleague's name, at another time, or more than the beginning of what others complete.
-- Checked rather than left out of the grants: an insert names every column, with „default“ for the rest.
create policy anfang on app.ratsuchende as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.fallereignisse as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.kontakte as restrictive for insert to kim_traeger
  with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy anfang on app.anfragen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.bedarfe as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.statusangaben as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.dokumente as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.einwilligungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and widerrufen_am is null);
create policy anfang on app.erstgespraeche as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy anfang on app.kriterienpruefungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.phasenwechsel as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.assessments as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy anfang on app.instrumente as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy anfang on app.ziele as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.massnahmen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.planfassungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.zielbewertungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.vermittlungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.weitergaben as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.versorgungsluecken as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.grenzaufgaben as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.monitoringpruefungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.evaluationen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy anfang on app.fallabschluesse as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.wiedervorlagen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and erledigt_am is null and erledigt_von is null);
create policy anfang on app.richtwertanpassungen as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and nutzer_id <> (select sec.nutzer()));
create policy anfang on app.einwilligungstexte as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now());
create policy anfang on app.ansichten as restrictive for insert to kim_traeger with check (erfasst_am = now());
create policy anfang on app.orte as restrictive for insert to kim_traeger with check (erfasst_am = now());
create policy anfang on app.faelle as restrictive for insert to kim_traeger with check (erfasst_am = now() and beendet_am is null);
create policy anfang on app.zustaendigkeiten as restrictive for insert to kim_traeger with check (erfasst_am = now() and bis is null);
create policy anfang on app.vertretungen as restrictive for insert to kim_traeger with check (erfasst_am = now() and beendet_am is null);
create policy anfang on app.fallberatungen as restrictive for insert to kim_traeger with check (erfasst_am = now());
create policy anfang on app.formulareingaben as restrictive for insert to kim_traeger with check (erfasst_am = now());
create policy anfang on app.protokoll as restrictive for insert to kim_traeger with check (am = now());
create policy anfang on app.freigaben as restrictive for insert to kim_traeger with check (
  beantragt_am = now() and entschieden_von is null and entschieden_am is null and bestaetigt is null and eingeloest_am is null);
create policy anfang on app.schutzeintraege as restrictive for insert to kim_traeger with check (erfasst_von = (select sec.nutzer()) and erfasst_am = now() and geaendert_von is null and geaendert_am is null);
create policy bearbeitet on app.schutzeintraege as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.kontakte as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.erstgespraeche as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.assessments as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.instrumente as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.evaluationen as restrictive for update to kim_traeger with check (geaendert_von = (select sec.nutzer()));
create policy bearbeitet on app.wiedervorlagen as restrictive for update to kim_traeger with check (erledigt_von is null or erledigt_von = (select sec.nutzer()));
-- Without its own check the condition would hold for the new row too, and nothing could be revoked.
create policy aufgegeben on app.einwilligungen as restrictive for update to kim_traeger using (stand <> 'widerrufen') with check (true);

create policy beantragen on app.freigaben as restrictive for insert to kim_traeger with check (beantragt_von = (select sec.nutzer()));
create policy einsehen on app.freigaben as restrictive for select to kim_traeger
  using ((select sec.darf_verzeichnis()) or betrifft_id = (select sec.nutzer()));

-- The administration reads who did what to which Fallnummer; a Fachkraft what was done to her cases and to herself.
create policy einsehen on app.protokoll as restrictive for select to kim_traeger using (
  (select sec.hat_rolle('traegeradministration'))
  or nutzer_id = (select sec.nutzer())
  or betrifft_id = (select sec.nutzer())
  or ((select sec.darf_fallinhalt()) and (fall_id = any ((select sec.faelle())::uuid[]) or exists (
    select from app.faelle f where f.traeger_id = protokoll.traeger_id and f.id = protokoll.fall_id and f.gemeinsam))));

-- What the context functions and the administration's functions read as sec_owner, always within the asking Träger.
grant select on app.zustaendigkeiten, app.vertretungen, app.fallberatungen, app.faelle, app.fallbeteiligte, app.nutzer, app.freigaben to sec_owner;
grant select (traeger_id, id) on app.ratsuchende to sec_owner;
grant insert on app.zustaendigkeiten, app.vertretungen, app.protokoll to sec_owner;
grant update (bis) on app.zustaendigkeiten to sec_owner;
grant insert, update (beendet_am) on kreis.koordinierende to sec_owner;
grant update (entschieden_von, entschieden_am, bestaetigt, eingeloest_am) on app.freigaben to sec_owner;

-- Accounts and sessions: functions only.
do $$
declare t regclass; p name;
begin
  for t in select c.oid::regclass from pg_class c where c.relnamespace = 'sec'::regnamespace and c.relkind = 'r' loop
    for p in select polname from pg_policy where polrelid = t loop execute format('drop policy %I on %s', p, t); end loop;
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy funktionen on %s to sec_owner using (true) with check (true)', t);
    execute format('revoke all on %s from public, kim_traeger, kim_anmeldung, kim_koordination, kim_auftrag, kim_auswertung', t);
  end loop;
end $$;

-- No case without a Fachkraft, at the latest when the transaction ends (D7).
create or replace function app.keine_verwaisung() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from app.zustaendigkeiten z where z.traeger_id = new.traeger_id and z.fall_id = new.fall_id and z.bis is null) then
    raise exception 'Fall ohne Zuständigkeit' using errcode = '23514', constraint = 'keine_verwaisung';
  end if;
  return null;
end $$;
revoke all on function app.keine_verwaisung() from public;
alter function app.keine_verwaisung() owner to kim_eigentuemer;
drop trigger if exists keine_verwaisung on app.zustaendigkeiten;
create constraint trigger keine_verwaisung after update on app.zustaendigkeiten deferrable initially deferred
  for each row execute function app.keine_verwaisung();

-- A case leaves Case Management, and thereby its circle of readers, only by the hand of who is responsible for it:
-- a colleague in a Fallberatung or Vertretung could otherwise share it and take it over.
create or replace function app.klasse_bleibt() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  -- Data migrations work without policies and without anybody who acts (D16).
  if not row_security_active('app.faelle') then return new; end if;
  if not exists (
    select from app.zustaendigkeiten z where z.traeger_id = new.traeger_id and z.fall_id = new.id and z.nutzer_id = sec.nutzer() and z.bis is null) then
    raise exception 'nicht zuständig' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function app.klasse_bleibt() from public;
alter function app.klasse_bleibt() owner to kim_eigentuemer;
drop trigger if exists klasse_bleibt on app.faelle;
create trigger klasse_bleibt before update of klasse on app.faelle
  for each row when (old.klasse = 'case_management' and new.klasse <> 'case_management') execute function app.klasse_bleibt();
