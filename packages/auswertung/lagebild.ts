import { inTagen } from '@kim/core/zeit.ts';
import type { Kreisakteur } from '@kim/kreis/akteur.ts';
import { nenneZeitraum } from './blatt.ts';
import type { Blatt } from './blatt.ts';
import { leseBlaetter } from './lesen.ts';

/** What the Lagebild shows, in this order: a table of the catalogue, the question that it answers, and how it is drawn. */
const ABSCHNITTE = [
  { tabelle: 'bestand_bedarf', titel: 'Bedarfe', frage: 'Womit kommen die Menschen?', bild: 'balken' },
  { tabelle: 'kommune', titel: 'Kommunen', frage: 'Wo leben sie?', bild: 'karte' },
  { tabelle: 'traeger_klasse', titel: 'Träger', frage: 'Wer führt wie viele Fälle?', bild: 'balken' },
  { tabelle: 'bestand_zugang', titel: 'Zugangswege', frage: 'Wie finden sie den Weg?', bild: 'balken' },
  { tabelle: 'bestand_aufenthalt', titel: 'Aufenthaltsstatus', frage: 'Mit welchem Status leben sie hier?', bild: 'balken' },
  { tabelle: 'bedarf_alter', titel: 'Bedarf und Alter', frage: 'Wer braucht was?', bild: 'balken' },
  { tabelle: 'bedarf_herkunft', titel: 'Bedarf und Staatsangehörigkeit', frage: 'Unterscheiden sich die Bedarfe?', bild: 'balken' },
  { tabelle: 'bestand_phase', titel: 'Phasen', frage: 'Wo stehen die Fälle im Verfahren?', bild: 'balken' },
  { tabelle: 'abgaenge_grund', titel: 'Warum Fälle enden', frage: 'Was beendet die Begleitung?', bild: 'balken' },
  { tabelle: 'gescheitert_stelle', titel: 'Wo Vermittlungen scheitern', frage: 'Bei welcher Art von Stelle?', bild: 'balken' },
  { tabelle: 'luecken_bereich', titel: 'Was fehlt', frage: 'Wofür gibt es kein passendes Angebot?', bild: 'balken' },
] as const;
const KOPF = ['bestand', 'bestand_klasse', 'zugaenge', 'abgaenge'];

/** A headline figure: multiples of five as released, or a share computed from such. */
export interface Lagekennzahl {
  titel: string;
  wert: number;
  /** Behind the figure: „ %“, or nothing for cases. */
  einheit: string;
  veraenderung: number | null;
  /** The time that it is set against. */
  gegen: string;
  zusatz: string;
}

/**
 * The state of the region at the end of a month, from released rows alone; null before the first release.
 * @param stichtag newest where none is named
 * @param gegen the earlier day that it is set against; a year ago where none is named
 */
export async function leseLagebild(akteur: Kreisakteur, stichtag?: string, gegen?: string) {
  const jetzt = await leseBlaetter(akteur, [...KOPF, ...ABSCHNITTE.map(({ tabelle }) => tabelle)], stichtag);
  const stand = jetzt.blaetter.get('bestand')?.stichtag;
  if (!stand) return null;
  const vergleiche = [['dem Vormonat', 1], ['dem Vorquartal', 3], ['dem Vorjahr', 12]].flatMap(([titel, monate]) => {
    const tag = jetzt.monate.find((einer) => einer === monatsende(stand, -Number(monate)));
    return tag ? [{ titel: String(titel), tag }] : [];
  });
  const vergleich = (gegen && gegen < stand && jetzt.monate.includes(gegen) ? gegen : vergleiche.at(-1)?.tag) ?? null;
  const frueher = vergleich ? (await leseBlaetter(akteur, KOPF, vergleich)).blaetter : new Map<string, Blatt>();
  return {
    stichtag: stand, monate: jetzt.monate, vergleich, vergleiche,
    kennzahlen: kennzahlenVon(jetzt.blaetter, frueher),
    abschnitte: ABSCHNITTE.flatMap(({ tabelle, ...rest }) => {
      const blatt = jetzt.blaetter.get(tabelle);
      return blatt ? [{ ...rest, blatt }] : [];
    }),
  };
}

/** The last day of the month so many months later; earlier for a negative number. */
export function monatsende(stichtag: string, monate: number): string {
  const [jahr, monat] = stichtag.split('-').map(Number) as [number, number];
  return inTagen(new Date(Date.UTC(jahr, monat + monate, 1)).toISOString().slice(0, 10), -1);
}

/** Aim of the paper for the share of Case Management (R52). */
const QUOTE = { von: 20, bis: 30 };
/** How far a published count lies from the true one in 19 of 20 cases. */
const ABWEICHUNG = 5;

type Blaetter = ReadonlyMap<string, Blatt>;

const gesamt = (blatt: Blatt | undefined): number | null => blatt?.zeilen.find(({ rand }) => rand)?.werte.at(-1)?.wert ?? null;
const caseManagement = (blaetter: Blaetter): number | null => blaetter.get('bestand_klasse')?.zeilen.find(({ titel }) => titel === 'Case Management')?.werte[0]?.wert ?? null;
const zeitVon = (blatt: Blatt | undefined): string => (blatt ? nenneZeitraum(blatt.stichtag, blatt.spanne === 'stichtag' ? 'monat' : blatt.spanne) : '');

function kennzahlenVon(jetzt: Blaetter, frueher: Blaetter): Lagekennzahl[] {
  const zahl = (titel: string, tabelle: string, lies: (blaetter: Blaetter) => number | null): Lagekennzahl[] => {
    const [wert, alt] = [lies(jetzt), lies(frueher)];
    return wert === null ? [] : [{ titel, wert, einheit: '', veraenderung: alt === null ? null : wert - alt, gegen: zeitVon(frueher.get(tabelle)), zusatz: '' }];
  };
  return [
    ...zahl('laufende Fälle', 'bestand', (b) => gesamt(b.get('bestand'))),
    ...zahl('davon Case Management', 'bestand_klasse', caseManagement),
    ...quote(jetzt, frueher),
    ...zahl(`neue Fälle, ${zeitVon(jetzt.get('zugaenge'))}`, 'zugaenge', (b) => gesamt(b.get('zugaenge'))),
    ...zahl(`beendete Fälle, ${zeitVon(jetzt.get('abgaenge'))}`, 'abgaenge', (b) => gesamt(b.get('abgaenge'))),
  ];
}

function quote(jetzt: Blaetter, frueher: Blaetter): Lagekennzahl[] {
  const lies = (blaetter: Blaetter) => {
    const [teil, ganzes] = [caseManagement(blaetter), gesamt(blaetter.get('bestand'))];
    return teil === null || !ganzes ? null : { teil, ganzes, wert: Math.round((100 * teil) / ganzes) };
  };
  const [neu, alt] = [lies(jetzt), lies(frueher)];
  if (!neu) return [];
  const rand = (vorzeichen: number) => Math.min(100, Math.max(0, Math.round((100 * (neu.teil + vorzeichen * ABWEICHUNG)) / Math.max(1, neu.ganzes - vorzeichen * ABWEICHUNG))));
  return [{
    titel: 'Anteil Case Management', wert: neu.wert, einheit: ' %', veraenderung: alt && neu.wert - alt.wert, gegen: zeitVon(frueher.get('bestand')),
    zusatz: `Basis: laufende Fälle. Mit der Rundung meist ${rand(-1)} bis ${rand(1)}\u00a0%. Angestrebt: ${QUOTE.von} bis ${QUOTE.bis}\u00a0%`,
  }];
}
