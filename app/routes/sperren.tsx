import { redirect } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import { leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { anmeldung, geheimnisAus, hash } from '../http/sitzung.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const loader = oeffentlich(async () => redirect(pfade.start()));

/** Covers the screen: the session reads nothing until its password is typed (R143). */
export const action = oeffentlich(async ({ request }) => {
  const geheimnis = geheimnisAus(request);
  if (geheimnis) await anmeldung(geheimnis, sql`select sec.sitzung_sperren(${hash(geheimnis)})`);
  const { werte } = await leseFormular(request);
  return redirect(pfade.entsperren(eigenesZiel(werte['zurueck']?.[0] ?? null)));
});
