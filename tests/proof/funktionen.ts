import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import type { Login } from '@kim/db/migrate.ts';
import { sitzungFuer } from '@kim/testing/actors.ts';
import type { Testdatenbank } from '@kim/testing/datenbank.ts';
import { codeHash } from '@kim/testing/fixture-konten.ts';
import { festeBytes, festeId, KREISE } from '@kim/testing/plan.ts';
import type { TraegerPlan } from '@kim/testing/plan.ts';
import type { Angreiferin } from './angreifer.ts';
import { zaehle } from './dynamisch.ts';
import type { Ergebnis, Umfang } from './dynamisch.ts';
import { gestalt, laufe } from './probe.ts';
import type { Befund } from './probe.ts';
import { alsText, findFremdes } from './spuren.ts';

interface Funktion {
  signatur: string;
  argumente: { name: string; typ: string }[];
}

/** Every function of our schemas that this login may call, from the live catalogue. */
async function leseFunktionen(sql: pg.ClientBase, login: Login): Promise<Funktion[]> {
  const { rows } = await sql.query<Funktion>(`
    select format('%s.%s', n.nspname, p.proname) as signatur,
           (select coalesce(json_agg(json_build_object('name', coalesce(p.proargnames[t.nr], ''), 'typ', format_type(t.o, null)) order by t.nr), '[]')
              from unnest(p.proargtypes::oid[]) with ordinality t(o, nr)) as argumente
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege($1, p.oid, 'execute') and has_schema_privilege($1, n.oid, 'usage')
       and p.prorettype <> 'trigger'::regtype order by 1`, [login]);
  return rows;
}

/**
 * Opens a session for whatever konto it is given: what the sign-in is for, after the password was checked. Begins whatever
 * Auftrag is open: background work belongs to no Träger; what the capability is good for, hintergrund.ts asks.
 */
const VERTRAUT = new Set(['sec.sitzung_anlegen', 'sec.konto_lesen', 'sec.auftrag_beginnen']);

/** Ids that this Träger owns, of every kind. */
const idsVon = (t: TraegerPlan): string[] => {
  const { fachkraft, verwaltung, leitung, eingeladen } = t.personen;
  const { koordination } = KREISE.find((k) => k.id === t.kreisId)!;
  return [...[fachkraft, verwaltung, leitung, eingeladen, koordination].flatMap((p) => [p.nutzerId, p.mitgliedschaftId, p.kontoId]), t.faelle.kurzberatung.id, t.faelle.kollegin.id,
    t.faelle.kollegin.ratsuchendeId, t.freigabeId, t.id, t.stelleId, festeId(t.kennung, 'vertretung', 'laufend'), festeId(t.kennung, 'auftrag')];
};

/** What the caller may rightly name, so that the foreign id is the only thing wrong. */
function eigenes(name: string, a: TraegerPlan): string {
  if (/nutzer|_an$/.test(name)) return a.personen.kollegin.nutzerId;
  if (/fall/.test(name)) return a.faelle.kurzberatung.id;
  if (/ratsuchende/.test(name)) return a.faelle.kollegin.ratsuchendeId;
  return /freigabe|p_id$/.test(name) ? a.freigabeId : neueId();
}

const TEXTE: Record<string, string[]> = { p_art: ['passwort', 'zweiter_faktor', 'beides'], p_anlass: ['uebergabe', 'uebernahme'], p_rolle: ['fachkraft'] };

function wertFuer({ name, typ }: Funktion['argumente'][number], text: string, idHash: Buffer, id: string, bytes: Buffer): unknown {
  if (typ === 'uuid') return id;
  if (typ === 'uuid[]') return name.includes('protokoll') ? Array.from({ length: 20 }, neueId) : [id];
  if (typ === 'bytea') return name === 'p_id_hash' ? idHash : /handle|code/.test(name) ? bytes : randomBytes(32);
  if (typ === 'bytea[]') return [bytes];
  if (typ === 'text[]') return ['fachkraft'];
  if (typ === 'boolean') return true;
  if (typ === 'integer' || typ === 'bigint') return 5;
  return text;
}

interface Aufruf { text: string; fremd: unknown[]; erfunden: unknown[] }

/** One call with a foreign id and its twin with an invented one, for each place an id can stand and each kind of id. */
function aufrufe({ signatur, argumente }: Funktion, a: TraegerPlan, b: TraegerPlan, idHash: Buffer, gruendlich: boolean): Aufruf[] {
  const stellen = argumente.map((x, i) => ({ ...x, i })).filter(({ name, typ }) => /^uuid/.test(typ) || (typ === 'bytea' && /handle|code/.test(name)));
  const ruf = `select * from ${signatur}(${argumente.map((x, i) => `$${i + 1}::${x.typ}`).join(', ')})`;
  const texte = argumente.flatMap((x) => TEXTE[x.name] ?? []);
  const fremdeBytes = [codeHash(b.personen.fachkraft), createHash('sha256').update(festeBytes(b.personen.fachkraft.kontoId, 'id')).digest()];
  const ids = gruendlich ? idsVon(b) : idsVon(b).filter((_, i) => i % 4 === 0);
  return (texte.length > 0 ? texte : ['x']).flatMap((text) => stellen.flatMap(({ i: wo, typ }) =>
    (typ === 'bytea' ? fremdeBytes.map((bytes) => ({ bytes, id: neueId() })) : ids.map((id) => ({ id, bytes: randomBytes(32) }))).flatMap(({ id, bytes }) =>
      (gruendlich ? [true, false] : [true]).map((nurHier) => {
        const mit = (fremd: boolean) => argumente.map((x, i) => {
          const hier = i === wo || !nurHier;
          return wertFuer(x, text, idHash, hier && fremd ? id : hier ? neueId() : eigenes(x.name, a), hier && fremd ? bytes : randomBytes(32));
        });
        return { text: ruf, fremd: mit(true), erfunden: mit(false) };
      }))));
}

/** Every function × every kind of foreign id, from every principal; nothing foreign comes back, nothing tells foreign from invented. */
export async function probiereFunktionen(db: Testdatenbank, { mannschaften, auchWeitere, gruendlich }: Umfang, ergebnis: Ergebnis): Promise<void> {
  const verbindungen = new Map<Login, { client: pg.Client; funktionen: Funktion[] }>();
  for (const { traeger: a, haupt, weitere, logins } of mannschaften) {
    const idHash = (await sitzungFuer(db.sql, a.personen.fachkraft)).idHash;
    const andere = mannschaften.map((m) => m.traeger).filter((t) => t !== a && auchWeitere(a, t));
    if (andere.length === 0) continue;
    for (const wer of [...haupt, ...weitere, ...logins]) {
      if (!verbindungen.has(wer.login)) verbindungen.set(wer.login, { client: await db.anmelden(wer.login), funktionen: await leseFunktionen(db.sql, wer.login) });
      const { client, funktionen } = verbindungen.get(wer.login)!;
      // In short form the signed-in roles beside these two are left to the full run.
      if (!gruendlich && wer.lebt && wer.login === 'kim_traeger' && !haupt.includes(wer) && !/leitung$|Auftrag/.test(wer.name)) continue;
      for (const funktion of funktionen.filter((f) => !VERTRAUT.has(f.signatur))) {
        // The dead need no pair: they are refused before any id counts.
        const fern = wer.login === 'kim_koordination' ? andere.filter((b) => b.kreisId !== a.kreisId) : andere;
        const liste = wer.lebt ? fern.flatMap((b) => aufrufe(funktion, a, b, idHash, gruendlich)) : aufrufe(funktion, a, andere[0]!, idHash, false).slice(0, 2);
        if (funktion.argumente.length === 0) liste.push({ text: `select * from ${funktion.signatur}()`, fremd: [], erfunden: [] });
        zaehle(ergebnis, `Funktionen ${wer.login}`, liste.length * 2);
        for (let i = 0; i < liste.length; i += 16) {
          const befunde = await Promise.all(liste.slice(i, i + 16).map((aufruf) => pruefeAufruf(client, wer, funktion, aufruf)));
          ergebnis.befunde.push(...befunde.filter((x) => x !== null));
        }
      }
    }
  }
}

async function pruefeAufruf(client: pg.Client, wer: Angreiferin, { signatur }: Funktion, { text, fremd, erfunden }: Aufruf): Promise<Befund | null> {
  const [x, y] = await Promise.all([fremd, erfunden].map((werte) => laufe(client, wer.ctx, text, werte, false)));
  const melde = (befund: string): Befund => ({ art: 'Funktion mit fremder Kennung', gegenstand: signatur, angreifer: wer.name, befund });
  const spur = findFremdes(alsText(x!.zeilen), wer.traeger);
  if (spur) return melde(`gibt heraus: ${spur}`);
  const [fx, fy] = [x!, y!].map((z) => `${gestalt(z)} ${maskiert(z.zeilen)}`);
  if (fx !== fy) return melde(`fremd „${fx}“, erfunden „${fy}“`);
  // The sign-in knows its caller by the session's hash and needs no context.
  if (!wer.lebt && !wer.nurKreis && wer.login === 'kim_traeger' && !['42501', '42704'].includes(x!.fehler ?? '')) return melde(`antwortet ohne gültige Sitzung: ${fx}`);
  return null;
}

const maskiert = (zeilen: unknown): string => alsText(zeilen).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…').slice(0, 400);
