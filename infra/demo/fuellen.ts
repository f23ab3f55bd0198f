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
import { eroeffneFall, setzeKlasse } from '@kim/domain/faelle/mutations.server.ts';
import { neuerFall } from '@kim/domain/faelle/schema.ts';
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { fuegeTraegerHinzu } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import { hash as argon2 } from '@node-rs/argon2';
import { erfindeFall, VIGNETTEN } from './personen.ts';
import type { Demofall } from './personen.ts';

/** Fills an empty database with the demo Kreis; does nothing where a Kreis exists. */
export async function fuelleDemo(verwaltungUrl: string, urls: DatenbankUrls, bund: Schluesselbund): Promise<'angelegt' | 'vorhanden'> {
  const verwaltung = new pg.Client({ connectionString: verwaltungUrl });
  await verwaltung.connect();
  const datenbank = verbinde(urls);
  try {
    await verwaltung.query('begin');
    await verwaltung.query("select pg_advisory_xact_lock(hashtextextended('kim.demo', 0))");
    const { rowCount } = await verwaltung.query('select from kreis.kreise limit 1');
    if (rowCount) {
      await verwaltung.query('rollback');
      return 'vorhanden';
    }
    const passwort = await argon2(DEMO_PASSWORT, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, secret: bund.zweckschluessel('passwort').export() });
    const { traegerIds } = await richteDemoEin(verwaltung, DEMO_KONTEN, passwort);
    for (const traegerId of traegerIds) fuegeTraegerHinzu(bund, traegerId);
    const fachkraefte = await meldeFachkraefteAn(verwaltung);
    await verwaltung.query('commit');
    for (const [stelle, { ctx, ...wer }] of fachkraefte.entries()) {
      await schreibeFaelle(akteurFuer(datenbank, bund, ctx, wer), stelle);
    }
    await verwaltung.query("delete from sec.sitzungen where geraet = 'Demodaten'");
    return 'angelegt';
  } finally {
    await Promise.all([verwaltung.end(), datenbank.schliesse()]);
  }
}

interface Fachkraft {
  ctx: string;
  traegerId: string;
  kreisId: string;
  nutzerId: string;
  name: string;
  traeger: string;
  kennung: string;
}

/** A short session per Fachkraft: the demo is written through the same doors as everything else. */
async function meldeFachkraefteAn(db: pg.Client): Promise<Fachkraft[]> {
  const { rows } = await db.query<Omit<Fachkraft, 'ctx'> & { konto: string; mitgliedschaft: string }>(`
    select m.konto_id as konto, m.id as mitgliedschaft, m.traeger_id as "traegerId", m.kreis_id as "kreisId", m.nutzer_id as "nutzerId", n.name, t.kurzname as traeger, t.kennung
      from sec.mitgliedschaften m join app.nutzer n on n.traeger_id = m.traeger_id and n.id = m.nutzer_id join kreis.traeger t on t.id = m.traeger_id
     where 'fachkraft' = any (m.rollen) order by t.kennung, n.id`);
  const fachkraefte: Fachkraft[] = [];
  for (const { konto, mitgliedschaft, ...wer } of rows) {
    const ctx = randomBytes(32).toString('hex');
    await db.query(
      `insert into sec.sitzungen (id_hash, ctx_hash, konto_id, mitgliedschaft_id, bestaetigt_am, laeuft_ab, endet_spaetestens, geraet)
       values ($1, $2, $3, $4, now(), now() + interval '10 minutes', now() + interval '10 minutes', 'Demodaten')`,
      [randomBytes(32), createHash('sha256').update(ctx).digest(), konto, mitgliedschaft],
    );
    fachkraefte.push({ ctx, ...wer });
  }
  return fachkraefte;
}

function akteurFuer(datenbank: Datenbank, bund: Schluesselbund, ctx: string, wer: Omit<Fachkraft, 'ctx'>): TraegerAkteur {
  return { art: 'traeger', ...wer, rollen: ['fachkraft'], blickschutz: false, tresor: tresorFuer(bund, wer.traegerId), tx: (arbeit) => datenbank.inTraegerTx(ctx, arbeit) };
}

async function schreibeFaelle(akteur: TraegerAkteur, stelle: number): Promise<void> {
  const kommunen = await listKommunen(akteur);
  const erfunden = Array.from({ length: 8 }, (_, i) => erfindeFall(stelle * 8 + i));
  for (const [i, fall] of [...(VIGNETTEN[akteur.kennung] ?? []), ...erfunden].entries()) {
    await schreibeFall(akteur, fall, kommunen[i % kommunen.length]?.id ?? '');
  }
}

async function schreibeFall(akteur: TraegerAkteur, fall: Demofall, kommune: string): Promise<void> {
  const erster = Math.max(...fall.kontakte.map(([tage]) => tage));
  const eingabe = neuerFall.parse({ ...fall, kommune, eroeffnetAm: vorTagen(erster) });
  const eroeffnet = await eroeffneFall(akteur, eingabe, { formularId: neueId(), inhalt: {} });
  if (!eroeffnet.ok) throw new Error(`Demofall: ${eroeffnet.grund}`);
  for (const [tage, kanal, dauer, notiz] of fall.kontakte) {
    await erfasseKontakt(akteur, eroeffnet.wert, { am: vorTagen(tage), kanal, dauer, notiz }, { formularId: neueId(), inhalt: {} });
  }
  if (fall.klasse) await setzeKlasse(akteur, eroeffnet.wert, fall.klasse);
}

const vorTagen = (tage: number): string => heute(() => new Date(Date.now() - tage * 86_400_000));
