import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Lucia } from 'lucia';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Rolle } from '@kim/policies/rollen.ts';
import { betrieb } from './betrieb.server.ts';

/** The one file that knows Lucia. The database keeps hashes only; see infra/adr/0003-lucia.md. */

/** `einrichten`: the second factor that everybody needs outside the demo is not set up yet (D6). */
export type Zustand = 'gueltig' | 'wahl' | 'einrichten' | 'zweiter_faktor' | 'gesperrt' | 'abgelaufen' | 'widerrufen';

export interface Sitzung {
  zustand: Zustand;
  kontoId: string;
  email: string;
  kontoArt: 'traeger' | 'koordination';
  mitgliedschaftId: string | null;
  traegerId: string | null;
  kreisId: string | null;
  nutzerId: string | null;
  name: string | null;
  traeger: string | null;
  kennung: string | null;
  rollen: Rolle[];
  laeuftAb: Date;
  hatTotp: boolean;
  demo: boolean;
  schreibweise: string;
  blickschutz: boolean;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { sitzung: Sitzung };
    DatabaseUserAttributes: object;
  }
}

export const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What travels into a transaction: derived from the cookie, and no way back to it. */
export const kontextVon = (geheimnis: string): string => createHash('sha256').update(`ctx${geheimnis}`).digest('hex');

/** One statement as the sign-in login. */
export async function anmeldung<T>(geheimnis: string, anweisung: ReturnType<typeof sql>): Promise<T[]> {
  return betrieb.datenbank.inAnmeldungTx(kontextVon(geheimnis), async (tx) => (await tx.execute(anweisung)).rows as T[]);
}

interface Zeile extends Record<string, unknown> {
  zustand: Zustand; konto_id: string; email: string; konto_art: Sitzung['kontoArt']; mitgliedschaft_id: string | null;
  traeger_id: string | null; kreis_id: string | null; nutzer_id: string | null; name: string | null; traeger: string | null;
  kennung: string | null; rollen: Rolle[] | null; laeuft_ab: string; hat_totp: boolean; demo: boolean; schreibweise: string; blickschutz: boolean;
}

/** The session as the database sees it, in any state; null for an unknown cookie. */
export async function leseSitzung(geheimnis: string): Promise<Sitzung | null> {
  const [z] = await anmeldung<Zeile>(geheimnis, sql`select * from sec.sitzung_lesen(${hash(geheimnis)})`);
  if (!z) return null;
  return {
    zustand: z.zustand, kontoId: z.konto_id, email: z.email, kontoArt: z.konto_art, mitgliedschaftId: z.mitgliedschaft_id,
    traegerId: z.traeger_id, kreisId: z.kreis_id, nutzerId: z.nutzer_id, name: z.name, traeger: z.traeger, kennung: z.kennung,
    rollen: z.rollen ?? [], laeuftAb: new Date(z.laeuft_ab), hatTotp: z.hat_totp, demo: z.demo, schreibweise: z.schreibweise, blickschutz: z.blickschutz,
  };
}

const geraete = new Map<string, string>();

const adapter: Adapter = {
  async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const sitzung = await leseSitzung(id);
    if (!sitzung || sitzung.zustand === 'abgelaufen' || sitzung.zustand === 'widerrufen') return [null, null];
    if (sitzung.demo && !betrieb.demo) return [null, null];
    return [
      { id, userId: sitzung.kontoId, expiresAt: sitzung.laeuftAb, attributes: { sitzung } },
      { id: sitzung.kontoId, attributes: {} },
    ];
  },
  async setSession(session) {
    const geraet = geraete.get(session.id) ?? 'unbekannt';
    const ctxHash = hash(kontextVon(session.id));
    await anmeldung(session.id, sql`select sec.sitzung_anlegen(${hash(session.id)}, ${ctxHash}, ${session.userId}, ${geraet})`);
  },
  async deleteSession(id) {
    await anmeldung(id, sql`select sec.sitzung_widerrufen(${hash(id)})`);
  },
  // The database slides the idle limit itself and removes what has expired in background work.
  updateSessionExpiration: async () => {},
  deleteExpiredSessions: async () => {},
  deleteUserSessions: async () => {},
  getUserSessions: async () => [],
};

export const lucia = new Lucia(adapter, {
  sessionCookie: {
    name: betrieb.sicher ? '__Host-sid' : 'sid',
    expires: false,
    attributes: { secure: betrieb.sicher, sameSite: 'lax', path: '/' },
  },
  getSessionAttributes: (attribute) => attribute,
});

/** Starts a session right after the password was checked; answers the Set-Cookie line. */
export async function eroeffneSitzung(kontoId: string, geraet: string): Promise<string> {
  const geheimnis = randomBytes(32).toString('base64url');
  geraete.set(geheimnis, geraet);
  try {
    await lucia.createSession(kontoId, {} as { sitzung: Sitzung }, { sessionId: geheimnis });
  } finally {
    geraete.delete(geheimnis);
  }
  return lucia.createSessionCookie(geheimnis).serialize();
}

/** A new secret for the same session, after a factor or a password was given; answers the Set-Cookie line. */
export async function erneuereSitzung(geheimnis: string): Promise<string> {
  const neu = randomBytes(32).toString('base64url');
  await anmeldung(geheimnis, sql`select sec.sitzung_erneuern(${hash(geheimnis)}, ${hash(neu)}, ${hash(kontextVon(neu))})`);
  return lucia.createSessionCookie(neu).serialize();
}

export async function beendeSitzung(geheimnis: string): Promise<string> {
  await lucia.invalidateSession(geheimnis);
  return lucia.createBlankSessionCookie().serialize();
}

/** The cookie of a request; null where there is none or it cannot be one of ours. */
export function geheimnisAus(request: Request): string | null {
  try {
    return lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  } catch {
    return null;
  }
}

/** The live session of a request, or null; pending and locked ones are told apart by `zustand`. */
export async function sitzungAus(geheimnis: string | null): Promise<Sitzung | null> {
  if (!geheimnis) return null;
  const { session } = await lucia.validateSession(geheimnis);
  return session ? session.sitzung : null;
}
