import { and, desc, eq, inArray, like, or } from 'drizzle-orm';
import { kennzahlen, laeufe, tabellenstaende, takte, werte } from '@kim/db/schema/auswertung.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Kreisakteur } from '@kim/kreis/akteur.ts';
import { baueBlatt } from './blatt.ts';
import type { Blatt } from './blatt.ts';
import { leseKatalog } from './katalog.ts';
import type { Katalog, Katalogtabelle } from './katalog.ts';

/** Cut-off days of each table that was released, newest first. */
type Stichtage = ReadonlyMap<string, string[]>;

/** What a page of tables needs: the catalogue, what has been released of it, and how often each table appears. */
export async function leseUebersicht(akteur: Kreisakteur) {
  return akteur.tx(async (tx) => {
    const [katalog, stichtage, haeufigkeiten] = await Promise.all([
      leseKatalog(tx), leseStichtage(tx), tx.select().from(takte).where(eq(takte.linie, '')).orderBy(desc(takte.jahr))]);
    return {
      tabellen: katalog.tabellen.map((tabelle) => ({
        ...tabelle, ...beschreibe(katalog, tabelle), stichtage: stichtage.get(tabelle.tabelle) ?? [],
        haeufigkeit: haeufigkeiten.find((takt) => takt.tabelle === tabelle.tabelle)?.takt ?? null,
      })),
    };
  });
}

const beschreibe = (katalog: Katalog, { mass, merkmale }: Katalogtabelle) => ({
  massTitel: katalog.masse.get(mass)?.titel ?? mass, merkmaleTitel: merkmale.map((merkmal) => katalog.merkmale.get(merkmal)?.titel ?? merkmal),
});

/**
 * One table on one of its cut-off days, the newest unless another is named; null where there is no such table or it was not
 * released on that day. Chooses among released cells and computes nothing.
 */
export async function leseBlatt(akteur: Kreisakteur, tabelle: string, stichtag?: string): Promise<Blatt | null> {
  return (await leseBlaetter(akteur, [tabelle], stichtag)).blaetter.get(tabelle) ?? null;
}

/**
 * Several tables at once, each on the newest of its days up to that one: one transaction, a fixed number of statements.
 */
export async function leseBlaetter(akteur: Kreisakteur, namen: readonly string[], bis?: string): Promise<{ blaetter: Map<string, Blatt>; monate: string[] }> {
  return akteur.tx(async (tx) => {
    const [katalog, stichtage] = await Promise.all([leseKatalog(tx), leseStichtage(tx)]);
    const gewaehlt = namen.flatMap((name) => {
      const tabelle = katalog.tabellen.find((eine) => eine.tabelle === name);
      const tage = stichtage.get(name) ?? [];
      const tag = bis ? tage.find((einer) => einer <= bis) : tage[0];
      return tabelle && tag ? [{ tabelle, tag, tage }] : [];
    });
    const [zellen, genaue] = gewaehlt.length === 0 ? [[], []] : await Promise.all([
      tx.select({ stichtag: werte.stichtag, zelle: werte.zelle, wert: werte.wert }).from(werte)
        .where(and(inArray(werte.stichtag, [...new Set(gewaehlt.map(({ tag }) => tag))]), or(...[...new Set(gewaehlt.map(({ tabelle }) => tabelle.mass))].flatMap((mass) => [eq(werte.zelle, mass), like(werte.zelle, `${mass}|%`)])))),
      tx.select().from(kennzahlen).where(inArray(kennzahlen.stichtag, gewaehlt.map(({ tag }) => tag))),
    ]);
    const jeTag = Map.groupBy(zellen, ({ stichtag }) => stichtag);
    return {
      monate: stichtage.get('bestand') ?? [],
      blaetter: new Map(gewaehlt.map(({ tabelle, tag, tage }) => [tabelle.tabelle, baueBlatt(katalog, tabelle, {
        stichtag: tag, stichtage: tage, werte: new Map(jeTag.get(tag)?.map(({ zelle, wert }) => [zelle, wert])), kennzahlen: genaue.filter((eine) => eine.stichtag === tag),
      })])),
    };
  });
}

/** One line per value of a table without or with one Merkmal, over its last cut-off days, oldest first. */
export interface Verlauf {
  titel: string;
  einheit: string;
  stichtage: string[];
  reihen: { titel: string; werte: (number | null)[] }[];
}

/** @param hoechstens cut-off days that are shown */
export async function leseVerlauf(akteur: Kreisakteur, name: string, bis?: string, hoechstens = 25): Promise<Verlauf | null> {
  return akteur.tx(async (tx) => {
    const [katalog, alleStichtage] = await Promise.all([leseKatalog(tx), leseStichtage(tx)]);
    const tabelle = katalog.tabellen.find((eine) => eine.tabelle === name && eine.merkmale.length < 2);
    const stichtage = (alleStichtage.get(name) ?? []).filter((tag) => !bis || tag <= bis).slice(0, hoechstens).reverse();
    if (!tabelle || stichtage.length === 0) return null;
    const [merkmal] = tabelle.merkmale;
    const linien = merkmal ? (katalog.merkmale.get(merkmal)?.werte ?? []).map(({ wert, titel }) => ({ titel, zelle: `${tabelle.mass}|${merkmal}=${wert}` })) : [{ titel: tabelle.titel, zelle: tabelle.mass }];
    const zellen = await tx.select({ stichtag: werte.stichtag, zelle: werte.zelle, wert: werte.wert }).from(werte)
      .where(and(inArray(werte.stichtag, stichtage), inArray(werte.zelle, linien.map(({ zelle }) => zelle))));
    const gefunden = new Map(zellen.map(({ stichtag, zelle, wert }) => [`${stichtag} ${zelle}`, wert]));
    return {
      titel: tabelle.titel, einheit: katalog.masse.get(tabelle.mass)?.einheit ?? '', stichtage,
      reihen: linien.map(({ titel, zelle }) => ({ titel, werte: stichtage.map((tag) => gefunden.get(`${tag} ${zelle}`) ?? null) })),
    };
  });
}

/** Every run with what came of each table: the visible log of releases. */
export async function leseProtokoll(akteur: Kreisakteur) {
  return akteur.tx(async (tx) => {
    const [katalog, alleLaeufe, staende] = await Promise.all([
      leseKatalog(tx), tx.select().from(laeufe).orderBy(desc(laeufe.stichtag)).limit(60), tx.select().from(tabellenstaende).orderBy(desc(tabellenstaende.stichtag))]);
    const titel = new Map(katalog.tabellen.map((tabelle) => [tabelle.tabelle, tabelle.titel]));
    const jeTag = Map.groupBy(staende, ({ stichtag }) => stichtag);
    return alleLaeufe.map(({ stichtag, gezaehltAm, katalog: fassung }) => {
      const eigene = jeTag.get(stichtag) ?? [];
      return {
        stichtag, gezaehltAm, fassung: fassung.slice(0, 8), abgeschlossenAm: eigene[0]?.erfasstAm ?? null,
        veroeffentlicht: eigene.filter(({ stand }) => stand === 'veroeffentlicht').length,
        zurueckgehalten: eigene.filter(({ stand }) => stand === 'zurueckgehalten').map(({ tabelle, grund }) => ({ titel: titel.get(tabelle) ?? 'Keine Tabelle', grund })),
      };
    });
  });
}

async function leseStichtage(tx: Tx): Promise<Stichtage> {
  const zeilen = await tx.select({ tabelle: tabellenstaende.tabelle, stichtag: tabellenstaende.stichtag }).from(tabellenstaende)
    .where(eq(tabellenstaende.stand, 'veroeffentlicht')).orderBy(desc(tabellenstaende.stichtag));
  return new Map([...Map.groupBy(zeilen, ({ tabelle }) => tabelle)].map(([tabelle, eigene]) => [tabelle, eigene.map(({ stichtag }) => stichtag)]));
}
