import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { inTagen } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { KOMMUNEN, TRAEGER } from '@kim/db/seed/kreis-rbk.ts';
import { festeId } from '@kim/testing/plan.ts';
import { insertZeilen } from '@kim/testing/zeilen.ts';
import type { Zeile } from '@kim/testing/zeilen.ts';
import { wuerfle } from './wuerfel.ts';
import type { Wuerfel } from './wuerfel.ts';

/** A synthetic Kreis with the nine Träger and eight Kommunen of the paper: its cases come and go as the seed says. */
export interface Weltwunsch {
  saat: number;
  /** Running cases in the long run. */
  bestand: number;
  /** Last day that is lived through. */
  bis: Datum;
  /** Months of history before that. */
  monate: number;
}

export interface Welt {
  kreisId: string;
  traeger: { id: string; kennung: string; kommunen: string[] }[];
}

/** Share of the cases of each Träger, as the paper's printed figures suggest. */
const ANTEIL: Readonly<Record<string, number>> = { RBK: 6, BGL: 4, KJA: 5, DLE: 2, KUE: 8, ODE: 9, ROE: 9, WKN: 48, DKO: 5 };

const VERTEILUNG = {
  herkunft: [['166', 24], ['475', 20], ['423', 15], ['163', 9], ['438', 5], ['439', 4], ['170', 7], ['150', 3], ['224', 4], ['273', 3], ['261', 2], ['461', 3], ['997', 1]],
  aufenthalt: [['gestattung', 14], ['p25_2_fluechtling', 16], ['p25_2_subsidiaer', 10], ['p24', 22], ['p25_3', 6], ['p60a', 9], ['p26_3', 8], ['', 15]],
  zugang: [['sprechstunde', 30], ['selbst_telefon', 15], ['empfehlung', 14], ['behoerde', 16], ['beratungsstelle', 14], ['aufsuchend', 7], ['freunde_familie', 4]],
  bedarf: [['wohnen', 20], ['sprache', 16], ['aufenthalt', 18], ['existenz', 12], ['arbeit', 11], ['schule_kita', 10], ['gesundheit', 8], ['psyche', 5], ['familie', 6], ['teilhabe', 5], ['behoerden', 14], ['schulden', 3]],
  grund: [['ziele_erreicht', 20], ['beratung_abgeschlossen', 45], ['regeldienst', 15], ['wunsch', 5], ['termine', 6], ['umzug', 9]],
} as const;

export async function baueWelt(sql: pg.ClientBase, wunsch: Weltwunsch): Promise<Welt> {
  const w = wuerfle(wunsch.saat);
  // Fixed ids: cells are named after them, and with the same key the same world is released again.
  const kreisId = festeId('welt', String(wunsch.saat));
  const idVon = new Map(Object.keys(KOMMUNEN).map((name) => [name, festeId(kreisId, name)]));
  await insertZeilen(sql, 'kreis.kreise', [{ id: kreisId, name: `Kreis ${wunsch.saat}` }]);
  await insertZeilen(sql, 'kreis.kommunen', Object.entries(KOMMUNEN).map(([name, ags]) => ({ kreis_id: kreisId, id: idVon.get(name), name, ags })));
  const welt: Welt = { kreisId, traeger: [] };
  for (const [i, { stellen, orte: _, ...angaben }] of TRAEGER.entries()) {
    const id = festeId(kreisId, angaben.kennung);
    await insertZeilen(sql, 'kreis.traeger', [{ kreis_id: kreisId, id, ...angaben, kennung: `${String.fromCharCode(65 + (wunsch.saat % 26))}${angaben.kennung}` }]);
    for (const { bezeichnung, vzae, vertragsart, kommunen: bedient } of stellen) {
      const stelle = neueId();
      await insertZeilen(sql, 'app.stellen', [{ traeger_id: id, kreis_id: kreisId, id: stelle, bezeichnung, vzae_hundertstel: vzae, vertragsart, gefoerdert_von: '2020-01-01' }]);
      await insertZeilen(sql, 'app.stelle_kommunen', bedient.map((name) => ({ traeger_id: id, stelle_id: stelle, kreis_id: kreisId, kommune_id: idVon.get(name) })));
    }
    welt.traeger.push({ id, kennung: angaben.kennung, kommunen: [...new Set(stellen.flatMap((s) => s.kommunen))].map((name) => idVon.get(name)!) });
    await belebe(sql, wunsch, w, kreisId, welt.traeger[i]!);
  }
  return welt;
}

/** Cases of one Träger: a Kurzberatung lasts three months on average, a Case Management sixteen. */
async function belebe(sql: pg.ClientBase, { bestand, bis, monate }: Weltwunsch, w: Wuerfel, kreisId: string, traeger: Welt['traeger'][number]): Promise<void> {
  const nutzer = neueId();
  await insertZeilen(sql, 'app.nutzer', [{ traeger_id: traeger.id, id: nutzer, name: 'Fachkraft' }]);
  const soll = (bestand * (ANTEIL[traeger.kennung] ?? 1)) / 96;
  const anteilCm = traeger.kennung === 'WKN' ? 0.22 : 0.85;
  const blaetter = new Map<string, Zeile[]>();
  const schreibe = (tabelle: string, zeile: Zeile) => blaetter.set(tabelle, [...(blaetter.get(tabelle) ?? []), { traeger_id: traeger.id, ...zeile }]);
  const tage = monate * 30;
  const lebe = (klasse: 'kurzberatung' | 'case_management', dauer: number, laufend: number) => {
    const neue = w.poisson((laufend * tage) / dauer) + w.poisson(laufend);
    for (let n = 0; n < neue; n++) {
      const altbestand = n < laufend;
      const beginn = inTagen(bis, -(altbestand ? tage : Math.floor(w.zahl() * tage)));
      const ende = inTagen(beginn, 1 + Math.floor(-Math.log(1 - w.zahl()) * dauer));
      schreibeFall(schreibe, w, { kreisId, nutzer, klasse, kommune: w.aus(traeger.kommunen), beginn, ende: ende <= bis ? ende : null });
    }
  };
  lebe('case_management', 480, soll * anteilCm);
  lebe('kurzberatung', 90, soll * (1 - anteilCm));
  for (const [tabelle, zeilen] of blaetter) {
    for (let ab = 0; ab < zeilen.length; ab += 2_000) await insertZeilen(sql, tabelle, zeilen.slice(ab, ab + 2_000));
  }
}

interface Fallplan {
  kreisId: string;
  nutzer: string;
  klasse: 'kurzberatung' | 'case_management';
  kommune: string;
  beginn: Datum;
  ende: Datum | null;
}

const LEER = Buffer.alloc(1);

function schreibeFall(schreibe: (tabelle: string, zeile: Zeile) => void, w: Wuerfel, { kreisId, nutzer, klasse, kommune, beginn, ende }: Fallplan): void {
  const [person, fall] = [neueId(), neueId()];
  schreibe('app.ratsuchende', { id: person, name_krypt: LEER, erfasst_von: nutzer });
  schreibe('app.stammdaten', {
    ratsuchende_id: person, geburtsjahr: 1955 + w.von(0, 52), geschlecht: w.zahl() < 0.02 ? 'd' : w.aus(['w', 'm']), staatsangehoerigkeit: w.nachGewicht(VERTEILUNG.herkunft), daten_krypt: LEER,
  });
  schreibe('app.faelle', { kreis_id: kreisId, id: fall, fallnummer: fall, klasse, kommune_id: kommune, eroeffnet_am: beginn, beendet_am: ende });
  schreibe('app.fallbeteiligte', { fall_id: fall, ratsuchende_id: person, rolle: 'hauptperson', von: beginn });
  const ereignis = (art: string, wert: string, gilt_ab: Datum) => schreibe('app.fallereignisse', { id: neueId(), fall_id: fall, art, wert, gilt_ab, erfasst_von: nutzer });
  ereignis('eroeffnung', 'kurzberatung', beginn);
  ereignis('klasse', klasse, beginn);
  ereignis('kommune', kommune, beginn);
  if (klasse === 'case_management') for (const [i, phase] of ['klaerung', 'assessment', 'serviceplanung', 'linking', 'monitoring'].entries()) ereignis('phase', phase, inTagen(beginn, i * 40));
  if (ende) ereignis('ende', w.nachGewicht(VERTEILUNG.grund), ende);
  schreibe('app.anfragen', { kreis_id: kreisId, id: neueId(), ratsuchende_id: person, kommune_id: kommune, eingegangen_am: beginn, zugang: w.nachGewicht(VERTEILUNG.zugang), stand: 'aufgenommen', fall_id: fall, erfasst_von: nutzer });
  const aufenthalt = w.nachGewicht(VERTEILUNG.aufenthalt);
  if (aufenthalt) schreibe('app.statusangaben', { id: neueId(), fall_id: fall, ratsuchende_id: person, art: 'aufenthalt', code: aufenthalt, von: beginn, angaben_krypt: LEER, erfasst_von: nutzer });
  const bedarfe = new Set(Array.from({ length: klasse === 'case_management' ? w.von(2, 4) : w.von(1, 2) }, () => w.nachGewicht(VERTEILUNG.bedarf)));
  for (const bereich of bedarfe) schreibe('app.bedarfe', { id: neueId(), fall_id: fall, bereich, dringlichkeit: 'mittel', stand: 'offen', erkannt_am: beginn, erfasst_von: nutzer });
}
