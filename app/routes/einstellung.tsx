import { redirect } from '@remix-run/node';
import { leseFormular } from '../http/formular.server.ts';
import { fuerKonto, oeffentlich } from '../http/geschuetzt.server.ts';
import { setzeEinstellung } from '../http/konto.server.ts';
import { eigenesZiel, pfade } from '../paths.ts';

export const loader = oeffentlich(async () => redirect(pfade.start()));

/** The switch in the header: back to the page it was pressed on. */
export const action = fuerKonto(async ({ request, ...wer }) => {
  const { werte } = await leseFormular(request);
  const blickschutz = werte['blickschutz']?.[0];
  if (blickschutz === 'an' || blickschutz === 'aus') await setzeEinstellung(wer, { blickschutz: blickschutz === 'an' });
  return redirect(eigenesZiel(werte['zurueck']?.[0] ?? null));
});
