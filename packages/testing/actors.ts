import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { festeId } from './plan.ts';
import type { Person, TraegerPlan } from './plan.ts';
import { insertZeilen } from './zeilen.ts';

/** The states a session can be in; only `gueltig` opens anything. */
export type Sitzungszustand = 'gueltig' | 'abgelaufen' | 'ausgelaufen' | 'widerrufen' | 'gesperrt' | 'zweiter_faktor' | 'wahl';

export interface Testsitzung {
  /** What the browser would hold. */
  geheimnis: string;
  /** What travels into transactions as app.ctx. */
  ctx: string;
  /** Names the session in the functions of the sign-in login. */
  idHash: Buffer;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Secret, context and hashes of a cookie as the product derives them. */
export function leiteAb(geheimnis = randomBytes(32).toString('base64url')): Testsitzung & { ctxHash: Buffer } {
  const ctx = sha256(`ctx${geheimnis}`).toString('hex');
  return { geheimnis, ctx, idHash: sha256(geheimnis), ctxHash: sha256(ctx) };
}

const minuten = (n: number) => new Date(Date.now() + n * 60_000);

/** A session row of this person in this state, written as superuser. */
export async function sitzungFuer(sql: pg.ClientBase, person: Person, zustand: Sitzungszustand = 'gueltig'): Promise<Testsitzung> {
  const { ctxHash, ...sitzung } = leiteAb();
  const bestaetigt = zustand !== 'zweiter_faktor' && zustand !== 'wahl';
  await insertZeilen(sql, 'sec.sitzungen', [{
    id_hash: sitzung.idHash,
    ctx_hash: ctxHash,
    konto_id: person.kontoId,
    mitgliedschaft_id: zustand === 'wahl' ? null : person.mitgliedschaftId,
    zweiter_faktor_am: zustand === 'zweiter_faktor' ? null : minuten(-1),
    bestaetigt_am: bestaetigt ? minuten(-1) : null,
    gesperrt_am: zustand === 'gesperrt' ? minuten(-1) : null,
    widerrufen_am: zustand === 'widerrufen' ? minuten(-1) : null,
    laeuft_ab: minuten(zustand === 'abgelaufen' ? -1 : 30),
    endet_spaetestens: minuten(zustand === 'ausgelaufen' ? -1 : 600),
    geraet: `${person.name}-geraet`,
  }]);
  return sitzung;
}

/** A fifteen-minute capability of background work for this Träger (D17). */
export async function auftragFuer(sql: pg.ClientBase, traeger: TraegerPlan, ablaufMinuten = 15, art = 'aufraeumen'): Promise<string> {
  const { ctx, ctxHash } = leiteAb();
  await insertZeilen(sql, 'sec.auftragsbefugnisse', [{
    ctx_hash: ctxHash, traeger_id: traeger.id, auftrag_id: festeId(traeger.kennung, 'auftrag'), art, laeuft_ab: minuten(ablaufMinuten),
  }]);
  return ctx;
}
