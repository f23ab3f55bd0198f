import { starteProdukt } from '@kim/testing/produkt.ts';

/** One product with the demo Kreis for all journeys; its address goes to the workers by environment. */
export default async function aufbau() {
  const produkt = await starteProdukt();
  process.env['KIM_E2E_URL'] = produkt.url;
  process.env['KIM_E2E_DB'] = produkt.verwaltung;
  return () => produkt.stop();
}
