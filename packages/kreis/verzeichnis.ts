import { asc } from 'drizzle-orm';
import { kommunen, kreise, traeger } from '@kim/db/schema/kreis.ts';
import type { Kreisakteur } from './akteur.ts';

export const TRAEGERART: Record<string, string> = { kreis: 'Kreis', kommune: 'Kommune', freier_traeger: 'Freier Träger' };

/** The Kreis with its Träger and communes: nothing of anybody's cases, posts or staff. */
export function leseKreis(akteur: Kreisakteur) {
  return akteur.tx(async (tx) => {
    const [kreis, alleTraeger, alleKommunen] = await Promise.all([
      tx.select({ name: kreise.name }).from(kreise),
      tx.select({ id: traeger.id, name: traeger.name, kennung: traeger.kennung, art: traeger.traegerart }).from(traeger).orderBy(asc(traeger.name)),
      tx.select({ id: kommunen.id, name: kommunen.name, ags: kommunen.ags }).from(kommunen).orderBy(asc(kommunen.name)),
    ]);
    return { name: kreis[0]?.name ?? '', traeger: alleTraeger, kommunen: alleKommunen };
  });
}
