import { sql } from 'drizzle-orm';
import type { Schreibweise } from '@kim/kreis/schreibweise.ts';
import type { Angemeldet } from './akteur.server.ts';
import { hashePasswort } from './passwort.server.ts';
import { anmeldung, erneuereSitzung, hash } from './sitzung.server.ts';
import type { Sitzung } from './sitzung.server.ts';

/** What a person does to her own account. */

export interface Geraet {
  /** Names the session to its owner and opens nothing. */
  kennung: string;
  geraet: string;
  seit: Date;
  /** False where only the password was given so far. */
  offen: boolean;
  eigenes: boolean;
}

/** Open sessions of this person, this one first. */
export async function listGeraete({ geheimnis }: Angemeldet): Promise<Geraet[]> {
  const zeilen = await anmeldung<{ handle: Buffer; geraet: string; erfasst_am: string; offen: boolean; eigene: boolean }>(
    geheimnis, sql`select * from sec.sitzungen_auflisten(${hash(geheimnis)})`);
  return zeilen
    .map((z) => ({ kennung: z.handle.toString('hex'), geraet: z.geraet, seit: new Date(z.erfasst_am), offen: z.offen, eigenes: z.eigene }))
    .sort((a, b) => Number(b.eigenes) - Number(a.eigenes));
}

/** Ends one session of this person, or all but this one; answers how many. An unknown one is none. */
export async function beendeGeraete({ geheimnis }: Angemeldet, kennung: string | 'alle'): Promise<number> {
  if (kennung !== 'alle' && !/^[0-9a-f]{64}$/.test(kennung)) return 0;
  const handle = kennung === 'alle' ? null : Buffer.from(kennung, 'hex');
  const [zeile] = await anmeldung<{ n: number }>(geheimnis, sql`select sec.andere_sitzung_widerrufen(${hash(geheimnis)}, ${handle}::bytea) as n`);
  return zeile?.n ?? 0;
}

/** Sets a checked password, ends all other sessions and gives this one a new secret; answers the Set-Cookie line. */
export async function setzePasswort({ geheimnis }: Angemeldet, passwort: string): Promise<string> {
  const neu = await hashePasswort(passwort);
  await anmeldung(geheimnis, sql`select sec.passwort_setzen(${hash(geheimnis)}, ${neu})`);
  return erneuereSitzung(geheimnis);
}

export async function setzeEinstellung({ geheimnis }: Angemeldet, { schreibweise = null, blickschutz = null }: { schreibweise?: Schreibweise | null; blickschutz?: boolean | null }): Promise<void> {
  await anmeldung(geheimnis, sql`select sec.einstellung_setzen(${hash(geheimnis)}, ${schreibweise}::text, ${blickschutz}::boolean)`);
}

/** Words about this person that a password must not consist of. */
export const umfeldVon = (sitzung: Sitzung): string[] => [sitzung.email, sitzung.name ?? '', sitzung.traeger ?? ''];
