/**
 * The statements of the bare baseline. They name the Träger and the person beside the policies, as those of the product
 * do; of one list or case they read what its page shows and nothing more.
 */

const NAME = 'p.person_id, p.name_krypt, p.name_version, p.verpackt, p.generation';

/** The main person of a case, with her key. */
const PERSON = `
    left join lateral (
      select r.id as person_id, r.name_krypt, r.version as name_version, k.verpackt, k.generation
        from app.fallbeteiligte b
        join app.ratsuchende r on r.traeger_id = b.traeger_id and r.id = b.ratsuchende_id
        join tresor.personenschluessel k on k.traeger_id = b.traeger_id and k.ratsuchende_id = b.ratsuchende_id
       where b.traeger_id = f.traeger_id and b.fall_id = f.id and b.rolle = 'hauptperson' limit 1) p on true`;

/** $1 Träger, $2 person. */
export const LISTE = `
  select f.fallnummer, f.klasse, g.name as kommune, l.am::text as letzter_kontakt, ${NAME}
    from app.zustaendigkeiten z
    join app.faelle f on f.traeger_id = z.traeger_id and f.id = z.fall_id and f.beendet_am is null
    join kreis.kommunen g on g.kreis_id = f.kreis_id and g.id = f.kommune_id ${PERSON}
    left join lateral (
      select k.am from app.kontakte k where k.traeger_id = f.traeger_id and k.fall_id = f.id order by k.am desc, k.id desc limit 1) l on true
   where z.traeger_id = $1 and z.nutzer_id = $2 and z.bis is null
   order by f.id desc limit 51`;

/** $1 Träger, $2 Fallnummer. */
export const KOPF = `
  select f.id, f.klasse, f.eroeffnet_am::text, g.name as kommune, n.name as fachkraft, s.verpackt as fall_verpackt, s.generation as fall_generation, ${NAME}
    from app.faelle f
    join kreis.kommunen g on g.kreis_id = f.kreis_id and g.id = f.kommune_id
    join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
    left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
    left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id ${PERSON}
   where f.traeger_id = $1 and f.fallnummer = $2`;

/** $1 Träger, $2 Fallnummer. */
export const KONTAKTE = `
  select k.id, k.am::text, k.kanal, k.dauer_minuten, k.notiz_krypt, k.version, e.name as erfasst_von
    from app.faelle f
    join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
    join app.nutzer e on e.traeger_id = k.traeger_id and e.id = k.erfasst_von
   where f.traeger_id = $1 and f.fallnummer = $2 order by k.am desc, k.id desc limit 51`;

/** $1 Träger, $2 id, $3 person, $4 what was done, $5 Fallnummer or null. */
export const PROTOKOLL = 'insert into app.protokoll (traeger_id, id, nutzer_id, aktion, fallnummer) values ($1, $2, $3, $4, $5)';

export const FORMULAR = 'insert into app.formulareingaben (traeger_id, id, nutzer_id, inhalt_hash, ergebnis) values ($1, $2, $3, $4, $5)';

export const KONTAKT = 'insert into app.kontakte (traeger_id, id, fall_id, am, kanal, notiz_krypt, erfasst_von) values ($1, $2, $3, $4, $5, $6, $7)';

/** $1 Träger, $2 person, $3 first token, $4 all tokens. Own persons first, then the Träger's newest, each with her cases. */
export const SUCHE = `
  select p.person_id, p.name_krypt, p.name_version, p.verpackt, p.generation, p.geburtsjahr, x.faelle
    from (select id, bool_or(eigene) as eigene from (
           (select t.ratsuchende_id as id, true as eigene from app.zustaendigkeiten z
              join app.fallbeteiligte b on b.traeger_id = z.traeger_id and b.fall_id = z.fall_id
              join app.namenstoken t on t.traeger_id = b.traeger_id and t.token = $3 and t.ratsuchende_id = b.ratsuchende_id
             where z.traeger_id = $1 and z.nutzer_id = $2 and z.bis is null)
           union all
           (select t.ratsuchende_id, false from app.namenstoken t where t.traeger_id = $1 and t.token = $3 order by t.ratsuchende_id desc limit 400)) a
          where not exists (select from unnest($4::bytea[]) as weitere(token) where not exists (
                  select from app.namenstoken w where w.traeger_id = $1 and w.token = weitere.token and w.ratsuchende_id = a.id))
          group by id) c
    cross join lateral (
      select r.id as person_id, r.name_krypt, r.version as name_version, k.verpackt, k.generation, s.geburtsjahr
        from app.ratsuchende r
        join tresor.personenschluessel k on k.traeger_id = r.traeger_id and k.ratsuchende_id = r.id
        left join app.stammdaten s on s.traeger_id = r.traeger_id and s.ratsuchende_id = r.id
       where r.traeger_id = $1 and r.id = c.id limit 1) p
    left join lateral (
      select json_agg(json_build_object('fallnummer', f.fallnummer, 'klasse', f.klasse, 'beendet', f.beendet_am is not null, 'fachkraft', n.name) order by f.id desc) as faelle
        from app.fallbeteiligte b
        join app.faelle f on f.traeger_id = b.traeger_id and f.id = b.fall_id
        left join app.zustaendigkeiten z on z.traeger_id = f.traeger_id and z.fall_id = f.id and z.bis is null
        left join app.nutzer n on n.traeger_id = z.traeger_id and n.id = z.nutzer_id
       where b.traeger_id = $1 and b.ratsuchende_id = c.id) x on true
   order by c.eigene desc, c.id desc limit 400`;
