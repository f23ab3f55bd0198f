import { sql } from 'drizzle-orm';
import { betrieb } from './betrieb.server.ts';
import { anmeldung, geheimnisAus, hash } from './sitzung.server.ts';

/*
 * A screen that is handed to a client shows one page. While it is handed over, the browser carries a mark that names this
 * page: whoever asks for any other one meets the lock. The mark belongs to one session and goes with the next unlocking.
 */

const NAME = betrieb.sicher ? '__Host-uebergabe' : 'uebergabe';
const ATTRIBUTE = `Path=/; HttpOnly; SameSite=Lax${betrieb.sicher ? '; Secure' : ''}`;

const marke = (geheimnis: string, pfad: string): string => `${hash(`uebergabe${geheimnis}`).toString('hex')}.${Buffer.from(pfad).toString('base64url')}`;

const seiteVon = (request: Request): string => new URL(request.url).pathname.replace(/\.data$/, '');

/** Set-Cookie line that keeps this browser on the page of the request. */
export const uebergib = (request: Request): string => `${NAME}=${marke(geheimnisAus(request) ?? '', seiteVon(request))}; ${ATTRIBUTE}`;

/** Set-Cookie line that takes the screen back. */
export const nimmZurueck = (): string => `${NAME}=; ${ATTRIBUTE}; Max-Age=0`;

/** Whether the screen was handed over for another page than the one that is asked for. */
export function istAndereSeiteUebergeben(request: Request): boolean {
  const geheimnis = geheimnisAus(request);
  const kekse = (request.headers.get('Cookie') ?? '').split(';').map((keks) => keks.trim());
  const wert = kekse.find((keks) => keks.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  if (!geheimnis || !wert) return false;
  return wert.startsWith(marke(geheimnis, '')) && wert !== marke(geheimnis, seiteVon(request));
}

/** Covers the screen: the session reads nothing until its password is typed (R143). */
export async function sperreSitzung(request: Request): Promise<void> {
  const geheimnis = geheimnisAus(request);
  if (geheimnis) await anmeldung(geheimnis, sql`select sec.sitzung_sperren(${hash(geheimnis)})`);
}
