import { asc } from 'drizzle-orm';
import { auspraegungen, masse, merkmale, tabellen } from '@kim/db/schema/auswertung.ts';
import { kommunen, traeger } from '@kim/db/schema/kreis.ts';
import type { Tx } from '@kim/db/tx.ts';

/** What is counted and how it is divided, as db/security/70-katalog.sql says it; Träger and Kommunen are the Kreis's own. */
export interface Katalog {
  masse: Map<string, { titel: string; einheit: string; spanne: Spanne; erklaerung: string }>;
  merkmale: Map<string, Merkmal>;
  tabellen: Katalogtabelle[];
}
export interface Merkmal {
  titel: string;
  erklaerung: string;
  /** A case may have several values. */
  mehrfach: boolean;
  werte: { wert: string; titel: string }[];
}
export interface Katalogtabelle {
  tabelle: string;
  mass: string;
  merkmale: string[];
  takt: Takt;
  titel: string;
  bis: string | null;
}
export type Spanne = 'stichtag' | 'quartal' | 'jahr';
export type Takt = 'monat' | 'quartal' | 'jahr' | 'nie';

/** Five statements, whatever the catalogue holds. */
export async function leseKatalog(tx: Tx): Promise<Katalog> {
  const [alleMasse, alleMerkmale, alleWerte, alleTabellen, alleTraeger, alleKommunen] = await Promise.all([
    tx.select().from(masse).orderBy(asc(masse.ordnung)),
    tx.select().from(merkmale),
    tx.select().from(auspraegungen).orderBy(asc(auspraegungen.merkmal), asc(auspraegungen.ordnung)),
    tx.select().from(tabellen).orderBy(asc(tabellen.ordnung)),
    tx.select({ wert: traeger.id, titel: traeger.kurzname }).from(traeger).orderBy(asc(traeger.kurzname)),
    tx.select({ wert: kommunen.id, titel: kommunen.name }).from(kommunen).orderBy(asc(kommunen.name)),
  ]);
  const eigene: Record<string, { wert: string; titel: string }[]> = { traeger: alleTraeger, kommune: alleKommunen };
  return {
    masse: new Map(alleMasse.map(({ mass, spanne, ...rest }) => [mass, { ...rest, spanne: spanne as Spanne }])),
    merkmale: new Map(alleMerkmale.map(({ merkmal, ...rest }) => [merkmal, { ...rest, werte: eigene[merkmal] ?? alleWerte.filter((w) => w.merkmal === merkmal) }])),
    tabellen: alleTabellen.map(({ takt, ...rest }) => ({ ...rest, takt: takt as Takt })),
  };
}
