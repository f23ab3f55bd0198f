/** The statements of the bare baseline. Identity comes from the database's own functions; policies do the rest. */

const NAME = `r.id as person_id, r.name_krypt, r.version as name_version, k.verpackt, k.generation`;

export const LISTE = `
  select f.traeger_id, f.fallnummer, f.klasse, g.name as kommune, l.am::text as letzter_kontakt, ${NAME}
    from app.zustaendigkeiten z
    join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id and f.beendet_am is null
    join kreis.kommunen g on g.kreis_id = f.kreis_id and g.id = f.kommune_id
    join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id and b.rolle = 'hauptperson'
    join app.ratsuchende r on r.traeger_id = b.traeger_id and r.id = b.ratsuchende_id
    join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
    left join lateral (select am from app.kontakte x where x.traeger_id = f.traeger_id and x.fall_id = f.id order by x.am desc, x.id desc limit 1) l on true
   where z.traeger_id = (select sec.traeger()) and z.nutzer_id = (select sec.nutzer()) and z.bis is null
   order by f.id desc limit 51`;

export const KOPF = `
  select f.traeger_id, f.id, f.klasse, f.eroeffnet_am::text, g.name as kommune, n.name as fachkraft, s.verpackt as fall_verpackt, s.generation as fall_generation, ${NAME}
    from app.faelle f
    join kreis.kommunen g on g.kreis_id = f.kreis_id and g.id = f.kommune_id
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
    join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
    join app.fallbeteiligte b on b.traeger_id = f.traeger_id and b.fall_id = f.id and b.rolle = 'hauptperson'
    join app.ratsuchende r on r.traeger_id = b.traeger_id and r.id = b.ratsuchende_id
    join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
   where f.traeger_id = (select sec.traeger()) and f.fallnummer = $1`;

export const KONTAKTE = `
  select k.id, k.am::text, k.kanal, k.dauer_minuten, k.notiz_krypt, k.version, e.name as erfasst_von
    from app.faelle f
    join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
    join app.nutzer e on e.traeger_id = k.traeger_id and e.id = k.erfasst_von
   where f.traeger_id = (select sec.traeger()) and f.fallnummer = $1 order by k.am desc, k.id desc limit 51`;

export const PROTOKOLL = `
  insert into app.protokoll (traeger_id, id, nutzer_id, aktion) values (sec.traeger(), $1, sec.nutzer(), $2)`;

export const PROTOKOLL_FALL = `
  insert into app.protokoll (traeger_id, id, nutzer_id, aktion, fallnummer) values (sec.traeger(), $1, sec.nutzer(), $2, $3)`;

export const FORMULAR = `
  insert into app.formulareingaben (traeger_id, id, nutzer_id, inhalt_hash, ergebnis) values (sec.traeger(), $1, sec.nutzer(), $2, $3)`;

export const KONTAKT = `
  insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von) values (sec.traeger(), $1, $2, $3, $4, $5, sec.nutzer())`;

/** Own persons first, then the Träger's newest, each with her cases. */
export const SUCHE = `
  with eigene as (
    select b.ratsuchende_id as id from app.zustaendigkeiten z
      join app.fallbeteiligte b on b.traeger_id = z.traeger_id and b.fall_id = z.fall_id
     where z.traeger_id = (select sec.traeger()) and z.nutzer_id = (select sec.nutzer()) and z.bis is null),
  kandidaten as (
    select t.ratsuchende_id as id from app.namenstoken t
     where t.traeger_id = (select sec.traeger()) and t.token = $1
       and not exists (select from unnest($2::bytea[]) as weitere(token) where not exists (
             select from app.namenstoken w where w.traeger_id = (select sec.traeger()) and w.token = weitere.token and w.ratsuchende_id = t.ratsuchende_id))
     order by t.ratsuchende_id desc limit 400)
  select r.traeger_id, ${NAME}, s.geburtsjahr, f.faelle
    from kandidaten c
    join app.ratsuchende r on r.traeger_id = (select sec.traeger()) and r.id = c.id
    join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
    left join app.stammdaten s on s.traeger_id = r.traeger_id and s.ratsuchende_id = r.id
    left join lateral (
      select json_agg(json_build_object('fallnummer', f.fallnummer, 'klasse', f.klasse, 'beendet', f.beendet_am is not null, 'fachkraft', n.name) order by f.id desc) as faelle
        from app.fallbeteiligte b
        join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id
        left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
        left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
       where b.traeger_id = r.traeger_id and b.ratsuchende_id = r.id) f on true
   order by r.id in (select id from eigene) desc, r.id desc`;
