import { starteProdukt } from '@kim/testing/produkt.ts';

/** One product with the demo Kreis for all journeys; its address goes to the workers by environment. One that is named there is used as it is. */
export default async function aufbau() {
  if (process.env['KIM_E2E_URL']) return undefined;
  const produkt = await starteProdukt();
  process.env['KIM_E2E_URL'] = produkt.url;
  process.env['KIM_E2E_DB'] = produkt.verwaltung;
  return () => produkt.stop();
}
