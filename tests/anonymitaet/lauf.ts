import { createHash } from 'node:crypto';
import type pg from 'pg';
import { veroeffentlicheFaellige } from '@kim/auswertung/lauf.ts';
import { findZeilen, leseZelle } from '@kim/auswertung/zelle.ts';
import { inTagen } from '@kim/core/zeit.ts';
import { verbindeAuswertung } from '@kim/db/tenancy.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import { loginUrl } from '@kim/testing/cluster.ts';
import type { Zugang } from '@kim/testing/cluster.ts';
import { oeffneTestdatenbank } from '@kim/testing/datenbank.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { KREISE } from '@kim/testing/plan.ts';
import { a1, a10, a3, a4, a7, findLinien, nutzen } from './angriffe.ts';
import type { Befund, Tag } from './angriffe.ts';
import { leseWahrheit, sammleBeute, zaehle } from './lage.ts';
import { versatzVon } from './referenz.ts';
import { baueWelt } from './welt.ts';
import type { Welt, Weltwunsch } from './welt.ts';
import { wuerfle } from './wuerfel.ts';

/** Which part runs: the short one in `npm test`, all of it as `npm run proof:anonymity` (D22). */
export interface Umfang {
  wunsch: Weltwunsch;
  /** First cut-off day that is released. */
  ab: string;
  /** Small cells that A1 and each A3 look at. */
  zellen: number;
  eingeweihte: number;
  paare: number;
}

/** A database with a synthetic Kreis whose releases are made, and what the attacker and the judge know of it. */
export interface Schauplatz {
  db: Testdatenbank;
  welt: Welt;
  schluessel: Buffer;
  tage: Tag[];
}

const SCHLUESSEL = createHash('sha256').update('Anonymität').digest();

/** @param verderbe a planted defect, applied before anything is released */
export async function richteEin(zugang: Zugang, { wunsch, ab }: Umfang, verderbe?: (sql: pg.ClientBase) => Promise<unknown>): Promise<Schauplatz> {
  const db = await oeffneTestdatenbank(zugang);
  await db.sql.query('delete from auswertung_intern.beginn');
  const welt = await baueWelt(db.sql, wunsch);
  await db.sql.query('analyze');
  await verderbe?.(db.sql);
  await db.sql.query('insert into auswertung_intern.beginn (kreis_id, erster_stichtag) values ($1, $2)', [welt.kreisId, ab]);
  const auswertung = verbindeAuswertung(loginUrl(zugang, 'kim_auswertung', db.name));
  try {
    await veroeffentlicheFaellige(auswertung, SCHLUESSEL);
  } finally {
    await auswertung.schliesse();
  }
  return { db, welt, schluessel: SCHLUESSEL, tage: await leseTage(db, welt) };
}

async function leseTage(db: Testdatenbank, { kreisId }: Welt): Promise<Tag[]> {
  const beute = await sammleBeute(await db.anmelden('kim_koordination'), await alsKoordination(db, kreisId));
  const { rows } = await db.sql.query<{ stichtag: string; zelle: string; wert: number }>('select stichtag::text, zelle, wert from auswertung.rohwerte where kreis_id = $1 order by stichtag', [kreisId]);
  const tage: Tag[] = [];
  for (const [stichtag, eigene] of Map.groupBy(rows, (zeile) => zeile.stichtag)) {
    const roh = new Map(eigene.map(({ zelle, wert }) => [zelle, wert]));
    tage.push({ stichtag, roh, werte: beute.werte.get(stichtag) ?? new Map(), zeilen: findZeilen(roh.keys(), beute.mehrfach, beute.anzahlWerte), wahrheit: await leseWahrheit(db.sql, kreisId, stichtag), anzahlWerte: beute.anzahlWerte });
  }
  return tage;
}

/** A session of the fixture's Koordination, moved to the synthetic Kreis. */
async function alsKoordination(db: Testdatenbank, kreisId: string): Promise<string> {
  const person = KREISE[0]!.koordination;
  const { ctx } = await sitzungFuer(db.sql, person);
  await db.sql.query('insert into kreis.koordinierende (kreis_id, id, name) values ($1, $2, $3) on conflict do nothing', [kreisId, person.nutzerId, person.name]);
  await db.sql.query('update sec.mitgliedschaften set kreis_id = $1 where nutzer_id = $2', [kreisId, person.nutzerId]);
  return ctx;
}

/** Every attack on one place. */
export async function greifeAn({ db, welt, schluessel, tage }: Schauplatz, { zellen, eingeweihte, paare, wunsch }: Umfang): Promise<Befund[]> {
  const w = wuerfle(wunsch.saat + 1000);
  const voll = tage.findLast(({ roh }) => findLinien(roh).size > 0);
  if (!voll) return [{ angriff: 'Veröffentlichung', versuche: tage.length, werte: {}, maengel: ['keine Tabelle mit zwei Merkmalen'] }];
  const ids = welt.traeger.map(({ id }) => id);
  const befunde: Befund[] = [await a1(voll, zellen)];
  for (const id of ids.slice(0, eingeweihte)) befunde.push(await a3(voll, [id], zellen));
  for (let i = 0; i < paare; i++) befunde.push(await a3(voll, [w.aus(ids), w.aus(ids)], zellen));
  befunde.push(a4(tage));
  befunde.push(a7(await leseLinien(db, welt, voll), w));
  const { rows } = await db.sql.query<{ zelle: string; kennung: string }>('select zelle, kennung from auswertung_intern.zellen($1, $2)', [welt.kreisId, voll.stichtag]);
  befunde.push(a10(rows.flatMap(({ zelle, kennung }) => {
    const anzahl = zaehle(voll.wahrheit, zelle);
    return anzahl !== null && anzahl <= 30 ? [{ anzahl, versatz: versatzVon(schluessel, kennung) }] : [];
  })));
  befunde.push(await a11(db, schluessel), a13(tage, rows, schluessel), zeilenmengen(tage), nutzen(tage));
  return befunde;
}

/** Entries and exits of three months behind each published line, without those of the Träger that has most. */
async function leseLinien(db: Testdatenbank, { kreisId }: Welt, { stichtag, roh }: Tag): Promise<{ zellen: number; jePeriode: number }[]> {
  const innen = await db.sql.query<Record<string, unknown> & { neu_zwoelf: boolean; beendet_zwoelf: boolean; traeger: string }>(
    'select * from auswertung_intern.basis($1, $2, auswertung_intern.haelfte($3, 54), auswertung_intern.haelfte($3, 92))', [kreisId, stichtag, SCHLUESSEL]);
  const perioden = stichtag.slice(5, 7) === '12' ? 1 : 4;
  return [...findLinien(roh)].map(([name, zellen]) => {
    const { werte } = leseZelle(name.split(' × ')[0]!);
    const [[merkmal, wert]] = Object.entries(werte) as [[string, string]];
    const faelle = innen.rows.filter((fall) => (Array.isArray(fall[merkmal]) ? (fall[merkmal] as string[]).includes(wert) : fall[merkmal] === wert));
    const ohneGroessten = (art: 'neu_zwoelf' | 'beendet_zwoelf') => {
      const je = [...Map.groupBy(faelle.filter((fall) => fall[art]), ({ traeger }) => traeger).values()].map((liste) => liste.length);
      const summe = je.reduce((a, b) => a + b, 0);
      return merkmal === 'traeger' ? summe : summe - Math.max(0, ...je);
    };
    return { zellen, jePeriode: Math.min(ohneGroessten('neu_zwoelf'), ohneGroessten('beendet_zwoelf')) / perioden };
  });
}

/** A11: what the logins of the Koordination and of the job are refused, and where the key is not. */
async function a11(db: Testdatenbank, schluessel: Buffer): Promise<Befund> {
  const maengel: string[] = [];
  let versuche = 0;
  const { rows: tabellen } = await db.sql.query<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('app', 'tresor', 'sec', 'auswertung_intern', 'auswertung')");
  for (const login of ['kim_koordination', 'kim_auswertung'] as const) {
    const client = await db.anmelden(login);
    for (const { name } of tabellen) {
      const darfLesen = name.startsWith('auswertung.') && !(login === 'kim_koordination' && name === 'auswertung.rohwerte');
      for (const text of [...(darfLesen ? [] : [`select * from ${name}`, `select count(*) from ${name}`]), `update ${name} set ${name.split('.')[1]} = null`, `delete from ${name}`, `truncate ${name}`]) {
        versuche++;
        const fehler = await client.query(text).then(() => null, (einer: { code?: string }) => einer.code ?? '');
        if (fehler === null) maengel.push(`${login}: ${text}`);
      }
    }
  }
  for (const { name } of tabellen) {
    versuche++;
    const { rows } = await db.sql.query<{ da: boolean }>(`select coalesce(bool_or(t::text like '%' || $1 || '%'), false) as da from ${name} t`, [schluessel.toString('hex')]);
    if (rows[0]?.da) maengel.push(`der Schlüssel steht in ${name}`);
  }
  return { angriff: 'A11 Rechte und Schlüssel', versuche, werte: { angenommen: maengel.length }, maengel };
}

/** A13 on the release itself: every stored value is the reference's value of the true count; offsets of the same stock stay. */
function a13(tage: readonly Tag[], kennungen: readonly { zelle: string; kennung: string }[], schluessel: Buffer): Befund {
  const versaetze = new Map(kennungen.filter(({ zelle }) => zelle.startsWith('bestand')).map(({ zelle, kennung }) => [zelle, versatzVon(schluessel, kennung)]));
  let [versuche, falsch] = [0, 0];
  for (const { roh, wahrheit } of tage) {
    for (const [zelle, wert] of roh) {
      const [anzahl, versatz] = [zaehle(wahrheit, zelle), versaetze.get(zelle)];
      if (anzahl === null || versatz === undefined) continue;
      versuche++;
      if (wert !== Math.max(0, 5 * Math.floor((anzahl + versatz) / 5))) falsch++;
    }
  }
  return { angriff: 'A13 gleich der Referenz', versuche, werte: { falsch }, maengel: [...(falsch > 0 ? ['ein Wert ist nicht der der Referenz'] : []), ...(versuche === 0 ? ['kein Wert'] : [])] };
}

/** A5, the part of the database: every table holds all its cells, empty ones too, and days of the same kind hold the same. */
function zeilenmengen(tage: readonly Tag[]): Befund {
  const art = ({ stichtag }: Tag) => `${stichtag.slice(0, 4)} ${['03', '06', '09'].includes(stichtag.slice(5, 7)) ? 'Quartal' : stichtag.slice(5, 7) === '12' ? 'Jahr' : 'Monat'}`;
  const abweichend = [...Map.groupBy(tage, art).values()].filter((gleiche) => new Set(gleiche.map(({ roh }) => [...roh.keys()].sort().join())).size > 1).length;
  const luecken = tage.flatMap(({ roh, anzahlWerte }) => [...Map.groupBy([...roh.keys()], (zelle) => { const { mass, werte } = leseZelle(zelle); return [mass, ...Object.keys(werte)].join('|'); })].filter(([name, zellen]) => {
    const merkmale = name.split('|').slice(1);
    const voll = merkmale.filter((merkmal) => merkmal !== 'traeger').reduce((produkt, merkmal) => produkt * (anzahlWerte.get(merkmal) ?? 0), 1);
    // Lines of Träger may be rarer, each as a whole.
    return merkmale.includes('traeger') ? zellen.length % voll !== 0 : zellen.length !== voll;
  })).length;
  return { angriff: 'A5 gleiche Zeilen an allen Tagen', versuche: tage.length, werte: { abweichend, lückenhaft: luecken }, maengel: [...(abweichend > 0 ? ['Zeilen kommen und gehen'] : []), ...(luecken > 0 ? ['leere Zellen fehlen'] : [])] };
}

/** The last day of a month so many months before another. */
export const vorMonaten = (ende: string, monate: number): string => {
  const [jahr, monat] = ende.split('-').map(Number) as [number, number];
  return inTagen(new Date(Date.UTC(jahr, monat - monate, 1)).toISOString().slice(0, 10), -1);
};
