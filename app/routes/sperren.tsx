import { redirect } from '@remix-run/node';
import { leseFormular } from '../http/formular.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { sperreSitzung } from '../http/uebergabe.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const loader = oeffentlich(async () => redirect(pfade.start()));

/** Covers the screen: the session reads nothing until its password is typed (R143). */
export const action = oeffentlich(async ({ request }) => {
  await sperreSitzung(request);
  const { werte } = await leseFormular(request);
  return redirect(pfade.entsperren(eigenesZiel(werte['zurueck']?.[0] ?? null)));
});
