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
import { erfasseKontakt } from '@kim/domain/kontakte/mutations.server.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import { fuegeTraegerHinzu } from '@kim/tresor/schluesselbund.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import { hash as argon2 } from '@node-rs/argon2';
import { erfindeFall, VIGNETTEN } from './personen.ts';
import type { Demofall } from './personen.ts';

/** Beside the vignettes of the paper, which the first Fachkraft of a Träger has. */
export const FAELLE_JE_FACHKRAFT = 8;

/** Fills an empty database with the demo Kreis; goes on with one that was cut off; does nothing where a Kreis exists. */
export async function fuelleDemo(verwaltungUrl: string, urls: DatenbankUrls, bund: Schluesselbund): Promise<'angelegt' | 'vorhanden'> {
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
    if (!stand?.kreis) await legeKreisAn(verwaltung, bund);
    const fachkraefte = await meldeFachkraefteAn(verwaltung);
    await verwaltung.query('commit');
    for (const [stelle, { ctx, fertig, ...wer }] of fachkraefte.entries()) {
      await schreibeFaelle(akteurFuer(datenbank, bund, ctx, wer), stelle, wer.traegerId !== fachkraefte[stelle - 1]?.traegerId, fertig);
    }
    await verwaltung.query(`delete from sec.sitzungen where geraet = '${GERAET}'`);
    return 'angelegt';
  } finally {
    await Promise.all([verwaltung.end(), datenbank.schliesse()]);
  }
}

/** Marks the sessions that write; while one is left, the demo is not complete. */
const GERAET = 'Demodaten';

async function legeKreisAn(verwaltung: pg.Client, bund: Schluesselbund): Promise<void> {
  const passwort = await argon2(DEMO_PASSWORT, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, secret: bund.zweckschluessel('passwort').export() });
  const { traegerIds } = await richteDemoEin(verwaltung, DEMO_KONTEN, passwort);
  for (const traegerId of traegerIds) fuegeTraegerHinzu(bund, traegerId);
}

interface Fachkraft {
  ctx: string;
  /** Cases that a fill before this one has written. */
  fertig: number;
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
    select m.konto_id as konto, m.id as mitgliedschaft, m.traeger_id as "traegerId", m.kreis_id as "kreisId", m.nutzer_id as "nutzerId", n.name, t.kurzname as traeger, t.kennung,
           (select count(*)::int from app.zustaendigkeiten z where z.traeger_id = m.traeger_id and z.nutzer_id = m.nutzer_id) as fertig
      from sec.mitgliedschaften m join app.nutzer n on n.traeger_id = m.traeger_id and n.id = m.nutzer_id join kreis.traeger t on t.id = m.traeger_id
     where 'fachkraft' = any (m.rollen) order by t.kennung, n.id`);
  const fachkraefte: Fachkraft[] = [];
  await db.query(`delete from sec.sitzungen where geraet = '${GERAET}'`);
  for (const { konto, mitgliedschaft, ...wer } of rows) {
    const ctx = randomBytes(32).toString('hex');
    await db.query(
      `insert into sec.sitzungen (id_hash, ctx_hash, konto_id, mitgliedschaft_id, bestaetigt_am, laeuft_ab, endet_spaetestens, geraet)
       values ($1, $2, $3, $4, now(), now() + interval '10 minutes', now() + interval '10 minutes', '${GERAET}')`,
      [randomBytes(32), createHash('sha256').update(ctx).digest(), konto, mitgliedschaft],
    );
    fachkraefte.push({ ctx, ...wer });
  }
  return fachkraefte;
}

function akteurFuer(datenbank: Datenbank, bund: Schluesselbund, ctx: string, wer: Omit<Fachkraft, 'ctx' | 'fertig'>): TraegerAkteur {
  return { art: 'traeger', ...wer, rollen: ['fachkraft'], blickschutz: false, tresor: tresorFuer(bund, wer.traegerId), tx: (arbeit) => datenbank.inTraegerTx(ctx, arbeit) };
}

async function schreibeFaelle(akteur: TraegerAkteur, stelle: number, erste: boolean, fertig: number): Promise<void> {
  const kommunen = await listKommunen(akteur);
  const erfunden = Array.from({ length: FAELLE_JE_FACHKRAFT }, (_, i) => erfindeFall(stelle * FAELLE_JE_FACHKRAFT + i));
  const vignetten = erste ? (VIGNETTEN[akteur.kennung] ?? []) : [];
  for (const [i, fall] of [...vignetten, ...erfunden].entries()) {
    if (i >= fertig) await schreibeFall(akteur, fall, kommunen[i % kommunen.length]?.id ?? '');
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
