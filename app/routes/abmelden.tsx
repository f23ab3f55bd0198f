import { redirect } from '@remix-run/node';
import { geheimnisAus, beendeSitzung } from '../http/sitzung.server.ts';
import { oeffentlich } from '../http/geschuetzt.server.ts';
import { pfade } from '../paths.ts';

export const loader = oeffentlich(async () => redirect(pfade.start()));

export const action = oeffentlich(async ({ request }) => {
  const geheimnis = geheimnisAus(request);
  const cookie = geheimnis ? await beendeSitzung(geheimnis) : null;
  return redirect(pfade.anmelden(), { headers: { ...(cookie ? { 'Set-Cookie': cookie } : {}), 'Clear-Site-Data': '"cache", "storage"' } });
});
