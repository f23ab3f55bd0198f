import { grenzen, alsProgramm } from '@kim/auswertung/pruefung.ts';
import { spielraum } from '@kim/auswertung/gesetz.ts';
import { leseZelle, stufe, zellname } from '@kim/auswertung/zelle.ts';
import type { Zeile } from '@kim/auswertung/zelle.ts';
import { zaehle } from './lage.ts';
import type { Wahrheit } from './lage.ts';
import { GESETZ, NENNER, schuetze } from './referenz.ts';
import type { Wuerfel } from './wuerfel.ts';

/** What an attack found, against what it may find at most. */
export interface Befund {
  angriff: string;
  /** What was tried: cells, lines, numbers. */
  versuche: number;
  werte: Record<string, number>;
  /** Empty when it passed. */
  maengel: string[];
}

/** A cut-off day as the attacker has it, and the truth for scoring. Protected counts tell more than what is shown. */
export interface Tag {
  stichtag: string;
  roh: ReadonlyMap<string, number>;
  werte: ReadonlyMap<string, number>;
  zeilen: readonly Zeile[];
  wahrheit: Wahrheit;
  /** How many values each Merkmal has. */
  anzahlWerte: ReadonlyMap<string, number>;
}

const istKlein = (anzahl: number | null): anzahl is number => anzahl !== null && anzahl >= 1 && anzahl <= 4;
const anteile = GESETZ.map(({ versatz, anteil }) => ({ versatz, p: Number(anteil) / Number(NENNER) }));
const runde = (zahl: number) => Math.round(zahl * 1000) / 1000;

function beurteile(angriff: string, kandidaten: readonly { von: number; bis: number }[], mindestens: number): Befund {
  const breiten = kandidaten.map(({ von, bis }) => bis - von + 1);
  const werte = {
    genau: breiten.filter((breite) => breite <= 1).length,
    'sicher 1–4': kandidaten.filter(({ von, bis }) => von >= 1 && bis <= 4).length,
    'wenigste Kandidaten': Math.min(...breiten, 99),
  };
  return {
    angriff, versuche: kandidaten.length, werte,
    maengel: [...(werte.genau > 0 ? ['eine Zelle ist genau bekannt'] : []), ...(werte['sicher 1–4'] > 0 ? ['eine Zelle ist sicher klein'] : []), ...(werte['wenigste Kandidaten'] < mindestens ? [`weniger als ${mindestens} Kandidaten`] : []), ...(kandidaten.length === 0 ? ['keine kleine Zelle gefunden: der Angriff hatte nichts zu tun'] : [])],
  };
}

/** A1: smallest and largest count of every small cell, all tables of a day linked by their totals. */
export async function a1({ roh, zeilen, wahrheit }: Tag, hoechstens = Infinity): Promise<Befund> {
  const welt = alsProgramm(roh, zeilen);
  const kleine = [...roh.keys()].filter((zelle) => istKlein(zaehle(wahrheit, zelle))).slice(0, hoechstens);
  const kandidaten = [];
  for (const zelle of kleine) kandidaten.push(await grenzen(welt, zelle));
  return beurteile('A1 alle Tabellen eines Tages', kandidaten, 5);
}

/** A3: the same for the others' cases, by somebody who knows all cases of one Träger or of two. */
export async function a3({ roh, zeilen, wahrheit }: Tag, eingeweihte: readonly string[], hoechstens = Infinity): Promise<Befund> {
  const eigene: Wahrheit = { ...wahrheit, faelle: wahrheit.faelle.filter((fall) => eingeweihte.includes(String(fall['traeger']))) };
  const welt = alsProgramm(roh, zeilen);
  const schranken = new Map(welt.grenzen);
  for (const [zelle, rohwert] of roh) {
    const eigen = zaehle(eigene, zelle);
    if (eigen === null) continue;
    const { von, bis } = spielraum(rohwert);
    const ganz = eingeweihte.includes(leseZelle(zelle).werte['traeger'] ?? '');
    schranken.set(welt.variable(zelle), ganz ? { von: eigen, bis: eigen } : { von: Math.max(von, eigen), bis });
  }
  const kleine = [...roh.keys()].map((zelle) => ({ zelle, eigen: zaehle(eigene, zelle) ?? 0, rest: (zaehle(wahrheit, zelle) ?? 99) - (zaehle(eigene, zelle) ?? 0) })).filter(({ rest }) => istKlein(rest)).slice(0, hoechstens);
  const kandidaten = [];
  for (const { zelle, eigen } of kleine) {
    const { von, bis } = await grenzen({ ...welt, grenzen: schranken }, zelle);
    kandidaten.push({ von: von - eigen, bis: bis - eigen });
  }
  const befund = beurteile(`A3 eingeweiht: ${eingeweihte.length} Träger`, kandidaten, 3);
  return { ...befund, maengel: befund.maengel.filter((mangel) => !mangel.startsWith('keine kleine')) };
}

/**
 * A4: every movement is known, only where it began is not: what all days together tell of a cell that is small on the last.
 * With an offset that stays, all days ask the same question; one that changes would answer anew each day.
 */
export function a4(tage: readonly Tag[]): Befund {
  const reihen = [...new Set(tage.flatMap(({ roh }) => [...roh.keys()]))].flatMap((zelle) => {
    const eigene = tage.filter(({ roh }) => roh.has(zelle)).map(({ roh, wahrheit }) => ({ anzahl: zaehle(wahrheit, zelle), gezeigt: roh.get(zelle) ?? 0 }));
    return eigene.length > 1 && istKlein(eigene.at(-1)!.anzahl) ? [eigene.map(({ anzahl, gezeigt }) => ({ anzahl: anzahl ?? 0, gezeigt }))] : [];
  });
  const nachher = reihen.map((reihe) => {
    const beginn = reihe[0]!.anzahl;
    const gewichte = Array.from({ length: 60 }, (_, vermutet) => (reihe.some(({ anzahl }) => vermutet + anzahl - beginn < 0) ? 0
      : Math.max(einVersatz(reihe, vermutet - beginn), wechselnd(reihe, vermutet - beginn))));
    return (gewichte[beginn] ?? 0) / gewichte.reduce((a, b) => a + b, 0);
  });
  const sicher = nachher.filter((p) => p >= 0.9).length;
  return {
    angriff: `A4 ${tage.length} Stichtage, alle Bewegungen bekannt`, versuche: reihen.length, werte: { 'zu 90 %': sicher, 'zu 50 %': nachher.filter((p) => p >= 0.5).length, mittel: runde(nachher.reduce((a, b) => a + b, 0) / Math.max(1, nachher.length)) },
    maengel: [...(sicher > 0 ? ['eine Zelle ist zu 90 % bekannt'] : []), ...(reihen.length === 0 ? ['keine kleine Zelle gefunden: der Angriff hatte nichts zu tun'] : [])],
  };
}

type Reihe = readonly { anzahl: number; gezeigt: number }[];
const einVersatz = (reihe: Reihe, mehr: number): number => anteile.reduce((summe, { versatz, p }) => summe + (reihe.every(({ anzahl, gezeigt }) => schuetze(anzahl + mehr, versatz) === gezeigt) ? p : 0), 0);
/** Where no single offset explains the days, the attacker learns that offsets change, and multiplies. */
const wechselnd = (reihe: Reihe, mehr: number): number => (anteile.some(({ versatz }) => reihe.every(({ anzahl, gezeigt }) => schuetze(anzahl, versatz) === gezeigt)) ? 0
  : reihe.reduce((produkt, { anzahl, gezeigt }) => produkt * anteile.reduce((summe, { versatz, p }) => summe + (schuetze(anzahl + mehr, versatz) === gezeigt ? p : 0), 0), 1));

/** P(cases come and go by so many) where others come and go with these rates. */
function bewegung(rate: number): Map<number, number> {
  const weite = Math.ceil(6 * Math.sqrt(rate) + 6);
  const [von, bis] = [Math.max(0, Math.floor(rate - weite)), Math.ceil(rate + weite)];
  let log = -rate;
  const poisson = Array.from({ length: bis + 1 }, (_, k) => Math.exp(k === 0 ? log : (log += Math.log(rate / k))));
  const ergebnis = new Map<number, number>();
  for (let zu = von; zu <= bis; zu++) for (let ab = von; ab <= bis; ab++) ergebnis.set(zu - ab, (ergebnis.get(zu - ab) ?? 0) + poisson[zu]! * poisson[ab]!);
  return ergebnis;
}

/** P(what is published moves by so much | the count moves by so much), the count's place within its step being unknown. */
const schritt = (netto: number, gezeigt: number): number => Math.max(0, 1 - Math.abs(netto - gezeigt) / 5);

/**
 * A7: somebody is known to have arrived in a line within a period; into which of its cells? Every published line with two
 * Merkmale, others moving as much as the row-size rule promises.
 * @param jeLinie entries (and exits) per period that a line has beside the attacker's own
 */
export function a7(linien: readonly { zellen: number; jePeriode: number }[], w: Wuerfel, spiele = 400): Befund {
  let [neunzig, fuenfzig, alle, mehrwertige] = [0, 0, 0, 0];
  for (const { zellen, jePeriode } of linien) {
    const gesetz = bewegung(jePeriode / zellen);
    const paare = [...gesetz];
    const ziehe = () => w.nachGewicht(paare.map(([netto, p]) => [netto, p] as const));
    const wahrscheinlich = (gezeigt: number, mehr: number) => paare.reduce((summe, [netto, p]) => summe + p * schritt(netto + mehr, gezeigt), 0);
    for (let spiel = 0; spiel < spiele; spiel++) {
      const ziel = w.von(0, zellen - 1);
      const verhaeltnisse = Array.from({ length: zellen }, (_, i) => {
        const [netto, lage] = [ziehe() + (i === ziel ? 1 : 0), w.zahl() * 5];
        const gezeigt = 5 * Math.floor((lage + netto) / 5);
        return wahrscheinlich(gezeigt, 1) / Math.max(1e-12, wahrscheinlich(gezeigt, 0));
      });
      const p = verhaeltnisse[ziel]! / verhaeltnisse.reduce((a, b) => a + b, 0);
      if (p >= 0.9) neunzig++;
      alle++;
      // Of two cells one is guessed right every other time without any table.
      if (zellen < 3) continue;
      mehrwertige++;
      if (p >= 0.5) fuenfzig++;
    }
  }
  const anteil = runde(fuenfzig / Math.max(1, mehrwertige));
  return {
    angriff: 'A7 eine bekannte Ankunft', versuche: alle, werte: { 'zu 90 %': neunzig, 'Anteil zu 50 %': anteil },
    maengel: [...(neunzig > 0 ? ['eine Ankunft ist zu 90 % zuzuordnen'] : []), ...(anteil > 0.02 ? ['mehr als 2 % sind zu 50 % zuzuordnen'] : []), ...(alle === 0 ? ['keine Linie'] : [])],
  };
}

/** A10: an insider moves a cell by made-up cases until he knows exactly where it steps: what that tells of the others' cases. */
export function a10(zellen: readonly { anzahl: number; versatz: number }[]): Befund {
  const nachher = zellen.map(({ anzahl, versatz }) => {
    const summe = anzahl + versatz;
    const moegliche = anteile.filter(({ versatz: o }) => summe - o >= 0);
    return (moegliche.find(({ versatz: o }) => o === versatz)?.p ?? 0) / moegliche.reduce((bisher, { p }) => bisher + p, 0);
  });
  const [sicher, mittel] = [nachher.filter((p) => p >= 0.9).length, runde(nachher.reduce((a, b) => a + b, 0) / Math.max(1, nachher.length))];
  return { angriff: 'A10 erfundene Fälle', versuche: zellen.length, werte: { 'zu 90 %': sicher, mittel }, maengel: [...(sicher > 0 ? ['eine Zelle ist zu 90 % bekannt'] : []), ...(mittel > 0.2 ? ['im Mittel über 0,2'] : []), ...(zellen.length === 0 ? ['keine Zelle'] : [])] };
}

/** Utility: what the released figures are still worth. Limits of anonymity.md 6, but for p95 (ADR 0015). */
export function nutzen(tage: readonly Tag[]): Befund {
  const fehler = tage.flatMap(({ werte, roh, wahrheit }) => [...werte].flatMap(([zelle, wert]) => {
    const anzahl = zaehle(wahrheit, zelle);
    return anzahl === null ? [] : [{ anzahl, fehler: Math.abs(wert - anzahl), roh: Math.abs((roh.get(zelle) ?? 0) - anzahl), stufe: stufe(zelle) }];
  })).sort((a, b) => a.fehler - b.fehler);
  const mittel = (werte: number[]) => runde(werte.reduce((a, b) => a + b, 0) / Math.max(1, werte.length));
  const relativ = (von: number, bis: number) => runde(mittel(fehler.filter(({ anzahl }) => anzahl >= von && anzahl <= bis).map((f) => f.fehler / f.anzahl)) * 100);
  const luecke = tage.reduce((groesste, { werte, zeilen }) => Math.max(groesste, ...zeilen.filter(({ vollstaendig }) => vollstaendig)
    .map(({ rand, teile }) => Math.abs(teile.reduce((summe, teil) => summe + (werte.get(teil) ?? 0), 0) - (werte.get(rand) ?? 0)))), 0);
  const werte = {
    'vor dem Abgleich': mittel(fehler.map((f) => f.roh)), 'mittlerer Fehler': mittel(fehler.map((f) => f.fehler)), 'über 5 in %': runde((100 * fehler.filter((f) => f.fehler > 5).length) / Math.max(1, fehler.length)), p95: fehler[Math.floor(fehler.length * 0.95)]?.fehler ?? 0, größter: fehler.at(-1)?.fehler ?? 0,
    '% bei 20–99': relativ(20, 99), '% ab 100': relativ(100, 1e9), Summenlücke: luecke, unterdrückt: tage.reduce((summe, tag) => summe + [...tag.roh.keys()].filter((zelle) => !tag.werte.has(zelle)).length, 0),
  };
  const grenze: Record<string, number> = { 'vor dem Abgleich': 2.5, 'mittlerer Fehler': 2.5, 'über 5 in %': 7, p95: 6, größter: 25, '% bei 20–99': 10, '% ab 100': 3, Summenlücke: 0, unterdrückt: 0 };
  return { angriff: 'Nutzen der Zahlen', versuche: fehler.length, werte, maengel: [...Object.entries(werte).filter(([name, wert]) => wert > (grenze[name] ?? 0)).map(([name]) => `${name} zu groß`), ...(fehler.length === 0 ? ['keine Zahl'] : [])] };
}

/** Lines with two Merkmale of a day: how many cells they have, by the name of the line. */
export function findLinien(roh: ReadonlyMap<string, number>): Map<string, number> {
  const linien = new Map<string, number>();
  for (const zelle of roh.keys()) {
    const { mass, werte } = leseZelle(zelle);
    if (Object.keys(werte).length !== 2) continue;
    for (const merkmal of Object.keys(werte)) {
      const name = `${zellname(mass, { [merkmal]: werte[merkmal]! })} × ${Object.keys(werte).find((anderes) => anderes !== merkmal)}`;
      linien.set(name, (linien.get(name) ?? 0) + 1);
    }
  }
  return linien;
}
