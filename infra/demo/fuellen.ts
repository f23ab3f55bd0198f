import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { heute } from '@kim/core/zeit.ts';
import { DEMO_KONTEN, DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { richteDemoEin } from '@kim/db/seed/einrichten.ts';
import { verbinde } from '@kim/db/tenancy.ts';
import type { DatenbankUrls, Datenbank } from '@kim/db/tenancy.ts';
import type { TraegerAkteur } from '@kim/domain/akteur.ts';
import { listKommunen } from '@kim/domain/faelle/data.server.ts';
import { eroeffneFall } from '@kim/domain/anfragen/mutations.server.ts';
import { neuerFall } from '@kim/domain/anfragen/schema.ts';
import { setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { beendeFall } from '@kim/domain/fallabschluesse/mutations.server.ts';
import { fallabschluss } from '@kim/domain/fallabschluesse/schema.ts';
import { erfasseBedarf } from '@kim/domain/bedarfe/mutations.server.ts';
import { bedarf } from '@kim/domain/bedarfe/schema.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import { kontakt } from '@kim/domain/kontakte/schema.ts';
import { fuegePersonHinzu } from '@kim/domain/ratsuchende/mutations.server.ts';
import { person } from '@kim/domain/ratsuchende/schema.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { fuegeTraegerHinzu } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import { hash as argon2 } from '@node-rs/argon2';
import { asc } from 'drizzle-orm';
import { angebote } from '@kim/db/schema/angebote.ts';
import { erfasseLuecke, legeVermittlungAn, saveVermittlung } from '@kim/domain/vermittlungen/mutations.server.ts';
import { luecke, vermittlung } from '@kim/domain/vermittlungen/schema.ts';
import { monatsende } from '@kim/auswertung/lagebild.ts';
import { schreibeAnfragen } from './anfragen.ts';
import { BESTAND, familiengroesse, KLEINER_BESTAND, UMSCHLAG } from './bestand.ts';
import type { Bestand } from './bestand.ts';
import { schreibeGeschichte } from './geschichte.ts';
import { erfindeAngehoerige, erfindeBeendeten, erfindeFall, erfindeVergangenen } from './erfunden.ts';
import { VIGNETTEN } from './personen.ts';
import type { Demofall } from './personen.ts';

/**
 * Fills an empty database with the demo Kreis; goes on with one that was cut off; does nothing where a Kreis exists.
 * @param umfang `voll`: the figures of the paper, about 1,100 cases; `klein`: eight cases per Fachkraft
 */
export async function fuelleDemo(verwaltungUrl: string, urls: DatenbankUrls, bund: Schluesselbund, umfang: 'voll' | 'klein' = 'voll'): Promise<'angelegt' | 'vorhanden'> {
  const verwaltung = new pg.Client({ connectionString: verwaltungUrl });
  await verwaltung.connect();
  const datenbank = verbinde(urls);
  try {
    await verwaltung.query('begin');
    await verwaltung.query("select pg_advisory_xact_lock(hashtextextended('kim.demo', 0))");
    const { rows: [stand] } = await verwaltung.query<{ kreis: boolean; abgebrochen: boolean }>(
      `select exists (select from kreis.kreise) as kreis, exists (select from sec.sitzungen where geraet = '${GERAET}') as abgebrochen`);
    if (stand?.kreis && !stand.abgebrochen) {
      await verwaltung.query('rollback');
      return 'vorhanden';
    }
    if (!stand?.kreis) await legeKreisAn(verwaltung, bund, umfang === 'voll');
    const fachkraefte = await meldeFachkraefteAn(verwaltung);
    await verwaltung.query('commit');
    // One Träger after the other writes in its own counter: different ones do not wait for each other.
    const jeTraeger = Map.groupBy(fachkraefte, ({ traegerId }) => traegerId);
    await Promise.all([...jeTraeger.values()].map(async (kollegium) => {
      for (const [platz, { ctx, fertig, stelle, ...wer }] of kollegium.entries()) {
        const akteur = akteurFuer(datenbank, bund, ctx, wer);
        const kommunen = await listKommunen(akteur);
        await schreibeFaelle(akteur, kommunen, listFaelleDerDemo(wer.kennung, platz, stelle, umfang), fertig);
        if (platz === 0) await schreibeAnfragen(akteur, kommunen[0]?.id ?? '', stelle * 1000 + 900);
      }
    }));
    await verwaltung.query(`delete from sec.sitzungen where geraet = '${GERAET}'`);
    return 'angelegt';
  } finally {
    await Promise.all([verwaltung.end(), datenbank.schliesse()]);
  }
}

/** Marks the sessions that write; while one is left, the demo is not complete. */
const GERAET = 'Demodaten';

/** @param veroeffentlicht from thirteen months ago on: the demo's past is made up, so nobody needs protection from its release */
async function legeKreisAn(verwaltung: pg.Client, bund: Schluesselbund, veroeffentlicht: boolean): Promise<void> {
  const passwort = await argon2(DEMO_PASSWORT, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, secret: bund.zweckschluessel('passwort').export() });
  const { traegerIds } = await richteDemoEin(verwaltung, DEMO_KONTEN, passwort);
  for (const traegerId of traegerIds) fuegeTraegerHinzu(bund, traegerId);
  if (veroeffentlicht) await verwaltung.query('insert into auswertung_intern.beginn (kreis_id, erster_stichtag) select id, $1 from kreis.kreise', [monatsende(heute(), -14)]);
}

interface Fachkraft {
  ctx: string;
  /** Cases that a fill before this one has written. */
  fertig: number;
  /** Place among all Fachkräfte of the demo. */
  stelle: number;
  traegerId: string;
  kreisId: string;
  nutzerId: string;
  name: string;
  traeger: string;
  kennung: string;
}

/** A short session per Fachkraft: the demo is written through the same doors as everything else. */
async function meldeFachkraefteAn(db: pg.Client): Promise<Fachkraft[]> {
  const { rows } = await db.query<Omit<Fachkraft, 'ctx' | 'stelle'> & { konto: string; mitgliedschaft: string }>(`
    select m.konto_id as konto, m.id as mitgliedschaft, m.traeger_id as "traegerId", m.kreis_id as "kreisId", m.nutzer_id as "nutzerId", n.name, t.kurzname as traeger, t.kennung,
           (select count(*)::int from app.zustaendigkeiten z where z.traeger_id = m.traeger_id and z.nutzer_id = m.nutzer_id) as fertig
      from sec.mitgliedschaften m join app.nutzer n on n.traeger_id = m.traeger_id and n.id = m.nutzer_id join kreis.traeger t on t.id = m.traeger_id
     where 'fachkraft' = any (m.rollen) order by t.kennung, n.id`);
  const fachkraefte: Fachkraft[] = [];
  await db.query(`delete from sec.sitzungen where geraet = '${GERAET}'`);
  for (const [stelle, { konto, mitgliedschaft, ...wer }] of rows.entries()) {
    const ctx = randomBytes(32).toString('hex');
    await db.query(
      `insert into sec.sitzungen (id_hash, ctx_hash, konto_id, mitgliedschaft_id, bestaetigt_am, laeuft_ab, endet_spaetestens, geraet)
       values ($1, $2, $3, $4, now(), now() + interval '10 minutes', now() + interval '10 minutes', '${GERAET}')`,
      [randomBytes(32), createHash('sha256').update(ctx).digest(), konto, mitgliedschaft],
    );
    fachkraefte.push({ ctx, stelle, ...wer });
  }
  return fachkraefte;
}

function akteurFuer(datenbank: Datenbank, bund: Schluesselbund, ctx: string, wer: Omit<Fachkraft, 'ctx' | 'fertig' | 'stelle'>): TraegerAkteur {
  return { art: 'traeger', ...wer, rollen: ['fachkraft'], blickschutz: false, tresor: tresorFuer(bund, wer.traegerId), tx: (arbeit) => datenbank.inTraegerTx(ctx, arbeit) };
}

/** The vignettes of the paper, which the first Fachkraft of a Träger has, and invented cases up to the figures of her Bestand. */
export function listFaelleDerDemo(kennung: string, platz: number, stelle: number, umfang: 'voll' | 'klein'): Demofall[] {
  const vignetten = platz === 0 ? (VIGNETTEN[kennung] ?? []) : [];
  const bestand = (umfang === 'voll' ? BESTAND[kennung]?.[platz] : null) ?? KLEINER_BESTAND;
  const { vergangen } = bestand;
  // The small one has the vignettes on top, the full one counts them in.
  const schonDa = (klasse?: string) => (umfang === 'voll' ? vignetten.filter((fall) => fall.klasse === klasse).length : 0);
  const familien = bestand.familien && umfang === 'voll' ? ohneVignetten(bestand.familien, vignetten) : bestand.familien;
  const nummer = (i: number) => stelle * 1000 + i;
  const cm = Array.from({ length: bestand.caseManagement - schonDa('case_management') }, (_, i) => ({
    ...erfindeFall(nummer(i), 'case_management', vergangen && tageSeitEnde(vergangen.jahr)), ...(familien && i < familien.anzahl && { weitere: familiengroesse(familien, i) - 1 }),
  }));
  const kurz = Array.from({ length: bestand.kurzberatung - schonDa() }, (_, i) => erfindeFall(nummer(300 + i)));
  const frueher = Array.from({ length: vergangen?.anzahl ?? 0 }, (_, i) => erfindeVergangenen(nummer(600 + i), vergangen?.jahr ?? 0));
  const beendet = Array.from({ length: umfang === 'voll' ? Math.round(UMSCHLAG * (bestand.caseManagement + bestand.kurzberatung)) : 0 }, (_, i) => erfindeBeendeten(nummer(700 + i), vergangen && tageSeitEnde(vergangen.jahr) - 2));
  return [...vignetten, ...cm, ...kurz, ...frueher, ...beendet];
}

/** The families of the vignettes are among those of the figures. */
function ohneVignetten({ anzahl, personen }: NonNullable<Bestand['familien']>, vignetten: readonly Demofall[]): NonNullable<Bestand['familien']> {
  const groessen = vignetten.filter((fall) => fall.klasse && fall.angehoerige).map((fall) => 1 + (fall.angehoerige?.length ?? 0));
  return { anzahl: anzahl - groessen.length, personen: personen - groessen.reduce((summe, groesse) => summe + groesse, 0) };
}

/** Clients of a year that is over have been there since then. */
const tageSeitEnde = (jahr: number): number => Math.ceil((Date.now() - Date.UTC(jahr, 11, 31)) / 86_400_000) + 1;

async function schreibeFaelle(akteur: TraegerAkteur, kommunen: readonly { id: string }[], faelle: readonly Demofall[], fertig: number): Promise<void> {
  for (let ab = fertig; ab < faelle.length; ab += JE_TRANSAKTION) {
    await akteur.tx(async (tx) => {
      const innen: TraegerAkteur = { ...akteur, tx: (arbeit) => arbeit(tx) };
      for (const [i, fall] of faelle.slice(ab, ab + JE_TRANSAKTION).entries()) await schreibeFall(innen, fall, ab + i, kommunen[(ab + i) % kommunen.length]?.id ?? '');
    });
  }
}

/** Cases written together: a thousand of them, each step in a transaction of its own, would take minutes. */
const JE_TRANSAKTION = 10;

const eingang = () => ({ formularId: neueId(), inhalt: {} });

async function schreibeFall(akteur: TraegerAkteur, fall: Demofall, i: number, kommune: string): Promise<void> {
  const erster = Math.max(...fall.kontakte.map(([tage]) => tage));
  const eroeffnet = await eroeffneFall(akteur, neuerFall.parse({ ...fall, kommune, eroeffnetAm: vorTagen(erster) }), eingang());
  if (!eroeffnet.ok) throw new Error(`Demofall: ${eroeffnet.grund}`);
  const nr = eroeffnet.wert;
  for (const [tage, kanal, dauer, notiz] of fall.kontakte) {
    await erfasseKontakt(akteur, nr, kontakt.parse({ am: vorTagen(tage), kanal, dauer: String(dauer), notiz, ...(kanal === 'aufsuchend' && { zweck: 'niedrigschwellig', besuchGeklaert: 'ja' }) }), eingang());
  }
  for (const bereich of fall.bedarfe ?? []) await erfasseBedarf(akteur, nr, bedarf.parse({ bereich, erkanntAm: vorTagen(erster) }), eingang());
  const familie = fall.angehoerige ?? Array.from({ length: fall.weitere ?? 0 }, (_, n) => erfindeAngehoerige(i, n, fall.nachname));
  for (const { haushalt, ...angehoerige } of familie) {
    await fuegePersonHinzu(akteur, nr, { rolle: 'familie', haushalt }, person.parse(angehoerige), eingang());
  }
  await schreibeGeschichte(akteur, nr, fall, vorTagen(erster));
  if (fall.klasse && !fall.klaerung) await setzeKlasse(akteur, nr, fall.klasse, vorTagen(erster));
  if (fall.luecke) await erfasseLuecke(akteur, nr, luecke.parse({ bereich: fall.luecke, art: 'kein_angebot', kommune, am: vorTagen(Math.max(0, erster - 20)) }), eingang());
  if (fall.gescheitert) await versucheVermittlung(akteur, nr, i, vorTagen(Math.max(0, erster - 30)));
  if (fall.beendetAm) await beendeFall(akteur, nr, fallabschluss.parse({ am: fall.beendetAm, grund: fall.grund ?? 'beratung_abgeschlossen', durch: 'beide' }), eingang());
}

/** A referral to one of the places of the directory that came to nothing. */
async function versucheVermittlung(akteur: TraegerAkteur, nr: string, i: number, am: string): Promise<void> {
  const stellen = await akteur.tx((tx) => tx.select({ id: angebote.id }).from(angebote).orderBy(asc(angebote.name)));
  const neu = await legeVermittlungAn(akteur, nr, vermittlung.parse({ angebot: stellen[(i * 7) % stellen.length]?.id, am, anlass: 'Kein freier Platz.' }), eingang());
  if (!neu.ok || !('ergebnis' in neu.wert)) throw new Error('Demofall: Vermittlung');
  await saveVermittlung(akteur, nr, String(neu.wert.ergebnis), { stand: 'gescheitert', pruefenAm: null, anlass: 'Kein freier Platz.', version: 1 });
}

const vorTagen = (tage: number): string => heute(() => new Date(Date.now() - tage * 86_400_000));
