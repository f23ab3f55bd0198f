import type pg from 'pg';
import { DEMO_KONTEN } from '@kim/db/seed/demo-konten.ts';
import { richteKontoEin } from '@kim/db/seed/einrichten.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import type { Sitzungszustand } from '@kim/testing/actors.ts';
import type { Person as Planperson } from '@kim/testing/plan.ts';
import type { Personal } from './kanarien.ts';
import type { Person, Wer } from './wer.ts';

/** The Träger of the scene, and the other one. */
export const HIER = 'RBK';
export const DORT = 'KUE';

const ausDemo: Partial<Record<Wer, string>> = {
  Fachkraft: 'Judith Hartmann',
  Kollegin: 'Elif Yıldız',
  'in Vertretung': 'Sabine Krämer',
  'in Fallberatung': 'Nadja Petrović',
  Leitung: 'Thomas Engels',
  Administration: 'Petra Linden',
  Koordination: 'Bettina Schäfer',
  'Fachkraft anderswo': 'Meryem Aksoy',
  'Leitung anderswo': 'Dorothee Pütz',
  'Administration anderswo': 'Ralf Niessen',
};

const ZUSTAND: Partial<Record<Wer, Sitzungszustand>> = {
  'Sitzung abgelaufen': 'abgelaufen',
  'Sitzung widerrufen': 'widerrufen',
  gesperrt: 'gesperrt',
  'zweiter Faktor fehlt': 'zweiter_faktor',
  'zweiter Faktor nicht eingerichtet': 'zweiter_faktor',
  'Träger nicht gewählt': 'wahl',
};

/** Staff that the demo does not have: each stands in for the Fachkraft, so that a door left open shows her cases. */
const ZUSAETZLICH = ['zweiter Faktor fehlt', 'zweiter Faktor nicht eingerichtet', 'Träger nicht gewählt', 'ausgeschieden'] as const;

type Mitglied = Planperson & { kennung: string | null };

export async function stellePersonenAuf(sql: pg.ClientBase): Promise<Record<Wer, Person>> {
  const mitglied = async (name: string) => leseMitglied(sql, name);
  const personen: Partial<Record<Wer, Person>> = {
    'ohne Anmeldung': { cookie: null, kennung: null, nutzerId: null, name: null },
    'erfundene Sitzung': { cookie: `sid=${'x'.repeat(43)}`, kennung: null, nutzerId: null, name: null },
  };
  for (const [wer, name] of Object.entries(ausDemo) as [Wer, string][]) personen[wer] = await meldeAn(sql, await mitglied(name), 'gueltig');
  for (const wer of ['Sitzung abgelaufen', 'Sitzung widerrufen', 'gesperrt'] as const) personen[wer] = await meldeAn(sql, await mitglied('Judith Hartmann'), ZUSTAND[wer]);
  for (const wer of ZUSAETZLICH) {
    await stelleEin(sql, wer);
    personen[wer] = await meldeAn(sql, await mitglied(`Pat ${wer}`), ZUSTAND[wer] ?? 'gueltig');
  }
  await sql.query(`update sec.mitgliedschaften m set beendet_am = now() from sec.konten k where k.id = m.konto_id and k.email = 'ausgeschieden@rbk.example'`);
  await vertrete(sql, 'Sabine Krämer');
  await vertrete(sql, 'Meryem Aksoy', 'Lars Becker');
  await ladeEin(sql);
  return personen as Record<Wer, Person>;
}

async function leseMitglied(sql: pg.ClientBase, name: string): Promise<Mitglied> {
  const { rows } = await sql.query<Mitglied>(
    `select m.konto_id as "kontoId", m.id as "mitgliedschaftId", m.nutzer_id as "nutzerId", m.traeger_id as "traegerId", m.kreis_id as "kreisId",
            coalesce(n.name, c.name) as name, k.email, m.rollen, t.kennung
       from sec.mitgliedschaften m join sec.konten k on k.id = m.konto_id
       left join app.nutzer n on n.traeger_id = m.traeger_id and n.id = m.nutzer_id
       left join kreis.koordinierende c on c.kreis_id = m.kreis_id and c.id = m.nutzer_id
       left join kreis.traeger t on t.id = m.traeger_id
      where coalesce(n.name, c.name) = $1 order by t.kennung = $2 desc limit 1`,
    [name, HIER],
  );
  if (!rows[0]) throw new Error(`„${name}“ fehlt in der Demo.`);
  return rows[0];
}

async function meldeAn(sql: pg.ClientBase, mitglied: Mitglied, zustand: Sitzungszustand = 'gueltig'): Promise<Person> {
  const { geheimnis } = await sitzungFuer(sql, mitglied, zustand);
  return { cookie: `sid=${geheimnis}`, kennung: mitglied.kennung, nutzerId: mitglied.nutzerId, name: mitglied.name };
}

async function stelleEin(sql: pg.ClientBase, wer: (typeof ZUSAETZLICH)[number]): Promise<void> {
  const { rows: traeger } = await sql.query<{ kennung: string; id: string; kreis_id: string }>('select kennung, id, kreis_id from kreis.traeger');
  const bei = (kennung: string) => traeger.find((einer) => einer.kennung === kennung);
  const [hier, dort] = [bei(HIER), bei(DORT)];
  if (!hier || !dort) throw new Error('Die Demo kennt die Träger der Szene nicht.');
  const angaben = { name: `Pat ${wer}`, email: `${wer.toLowerCase().replace(/[^a-z]+/g, '.')}@rbk.example`, rollen: ['fachkraft'], passwortHash: 'keines' };
  const { kontoId } = await richteKontoEin(sql, { ...angaben, kreisId: hier.kreis_id, traegerId: hier.id });
  await sql.query(`update sec.konten set passwort_hash = (select passwort_hash from sec.konten where email = 'judith.hartmann@rbk.example') where id = $1`, [kontoId]);
  await vertrete(sql, angaben.name);
  if (wer === 'zweiter Faktor fehlt') await sql.query(`update sec.konten set demo = false, totp_seit = now() where id = $1`, [kontoId]);
  if (wer === 'zweiter Faktor nicht eingerichtet') await sql.query('update sec.konten set demo = false where id = $1', [kontoId]);
  if (wer === 'Träger nicht gewählt') {
    const zweite = await richteKontoEin(sql, { ...angaben, email: 'zweite@kue.example', kreisId: dort.kreis_id, traegerId: dort.id });
    await sql.query('update sec.mitgliedschaften set konto_id = $1 where id = $2', [kontoId, zweite.mitgliedschaftId]);
    await sql.query('delete from sec.konten where id = $1', [zweite.kontoId]);
  }
}

/** Invited, not yet come: one for the Träger, one for the Koordination. */
async function ladeEin(sql: pg.ClientBase): Promise<void> {
  const { rows } = await sql.query<{ id: string; kreis_id: string }>('select id, kreis_id from kreis.traeger where kennung = $1', [HIER]);
  const [hier] = rows;
  if (!hier) throw new Error('Die Demo kennt den Träger der Szene nicht.');
  await richteKontoEin(sql, { name: 'Pat eingeladen', email: 'eingeladen@rbk.example', rollen: ['fachkraft'], kreisId: hier.kreis_id, traegerId: hier.id });
  await richteKontoEin(sql, { name: 'Kim eingeladen', email: 'eingeladen@koordination.example', rollen: ['koordination'], kreisId: hier.kreis_id, traegerId: null });
}

/** Stands in today, for the Fachkraft unless somebody else is named. */
async function vertrete(sql: pg.ClientBase, name: string, vertretene = 'Judith Hartmann'): Promise<void> {
  await sql.query(
    `insert into app.vertretungen (traeger_id, id, vertretene_id, vertretung_id, von, bis, eingerichtet_von)
     select f.traeger_id, gen_random_uuid(), f.id, v.id, current_date - 1, current_date + 14, f.id
       from app.nutzer f join app.nutzer v on v.traeger_id = f.traeger_id and v.name = $2 where f.name = $1`,
    [vertretene, name],
  );
}

/** Who works where, by the mark of the Träger; what of it may be read elsewhere is nothing. */
export function personal(): Personal {
  const je: Record<string, string[]> = {};
  for (const { kennung, name } of DEMO_KONTEN) (je[kennung ?? 'Koordination'] ??= []).push(name);
  return je;
}
