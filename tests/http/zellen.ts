import { PROTOKOLL } from './abbild.ts';
import type { Abbild } from './abbild.ts';
import type { Antwort } from './anfrage.ts';
import type { Besucher } from './besucher.ts';
import type { Buehne } from './buehne.ts';
import { FORMULARE } from './formulare.ts';
import { fuelle, objekteVon } from './objekte.ts';
import type { Objekt } from './objekte.ts';
import type { Eintrag } from './matrix/eintrag.ts';
import type { Route } from './routen.ts';
import { suche } from './tabelle.ts';
import type { Tafel, Wort } from './tabelle.ts';
import { VOR_DER_TUER, WER } from './wer.ts';
import type { Wer } from './wer.ts';

/** Goes through the cells of one page or one form; answers what did not turn out as declared. */

export interface Ergebnis {
  zellen: number;
  abweichungen: string[];
}

/**
 * Everything is asked by everybody in every way only by `npm run proof:isolation`. The short form leaves out what cannot turn
 * out differently: further objects for who is not let in at all or whose role has nothing here, other ways to what was asked
 * for in one, and a second sending of what was carried out.
 */
export const VOLL = process.env['KIM_HTTP_UMFANG'] === 'voll';

interface Zelle {
  wer: Wer;
  objekt: Objekt;
  /** One of the objects that are asked for in every way. */
  alle: boolean;
}

function zellenVon(eintrag: Eintrag, darf: readonly Tafel[], buehne: Buehne, personen: readonly Wer[] = WER): Zelle[] {
  const objekte = objekteVon(eintrag.objekte, buehne);
  return objekte
    .flatMap((objekt, i) => personen.flatMap((wer) => {
      const ohneRolle = objekte.every(({ name }) => suche(darf, wer, name) === 'nein');
      const draussen = ohneRolle || VOR_DER_TUER.some((eine) => eine === wer);
      const vorDerTuer = VOR_DER_TUER.some((eine) => eine === wer) && wer !== 'ohne Anmeldung';
      return VOLL || i === 0 || !draussen ? [{ wer, objekt, alle: VOLL || (!vorDerTuer && (i === 0 || objekt.name === 'anderswo')) }] : [];
    }));
}

const TUER: Partial<Record<Wort, string>> = {
  anmelden: '/anmelden',
  entsperren: '/entsperren',
  faktor: '/anmelden/zweiter-faktor',
  einrichten: '/konto/zweiter-faktor',
  waehlen: '/anmelden/mitgliedschaft',
};

const STATUS: Partial<Record<Wort, number>> = { nein: 404, abgelehnt: 422, widerspruch: 409, unbekannt: 405 };

/** Which word fits this answer; null when none does. */
export function benenne(antwort: Antwort, schreibt: boolean, danach?: string): Wort | null {
  const ort = antwort.ziel === null ? null : new URL(antwort.ziel, 'http://x').pathname;
  if (ort !== null) {
    if (antwort.status !== 302 && antwort.status !== 202) return null;
    if (schreibt && ort === danach) return 'ja';
    return (Object.keys(TUER) as Wort[]).find((wort) => TUER[wort] === ort) ?? (schreibt ? 'ja' : 'weiter');
  }
  if (antwort.status === 200 || (schreibt && antwort.status === 201)) return 'ja';
  return (Object.keys(STATUS) as Wort[]).find((wort) => STATUS[wort] === antwort.status) ?? null;
}

async function parallel<T>(arbeiten: readonly (() => Promise<T>)[], zugleich = 4): Promise<T[]> {
  const ergebnisse: T[] = [];
  let naechste = 0;
  const laeufer = async () => {
    for (let i = naechste++; i < arbeiten.length; i = naechste++) ergebnisse[i] = await (arbeiten[i] as () => Promise<T>)();
  };
  await Promise.all(Array.from({ length: zugleich }, laeufer));
  return ergebnisse;
}

interface Weg {
  methode: string;
  pfad: string;
  /** A route without a loader has no data of its own, whoever asks. */
  leer?: boolean;
}

/** Ways to ask for a page: for the data of this route alone; in every way also as a document, its head and all of its data. */
function leseWege({ route, rahmen }: Eintrag, { loader, seite }: Route, pfad: string, alle: boolean): Weg[] {
  const daten = pfad === '/' ? '/_root.data' : `${pfad}.data`;
  const eigene = { methode: 'GET', pfad: `${daten}?_routes=${encodeURIComponent(route)}`, leer: !loader };
  if (rahmen) return [eigene];
  const dokument = [{ methode: 'GET', pfad }, { methode: 'HEAD', pfad }];
  if (!seite) return dokument;
  return [eigene, ...(alle ? [...dokument, { methode: 'GET', pfad: daten }] : [])];
}

const istLeer = ({ status, rumpf }: Antwort): boolean => status === 200 && rumpf.trim() === '[{}]';

/** Who asks in every way in the short form: the first that is let in, and the first that is not. */
function stellvertreter(zellen: readonly Zelle[], darf: readonly Tafel[]): ReadonlySet<Zelle> {
  const erste = ['ja', 'nein'].map((wort) => zellen.find(({ wer, objekt, alle }) => alle && suche(darf, wer, objekt.name) === wort));
  return new Set([...erste, ...zellen.filter(({ wer }) => wer === 'ohne Anmeldung')].filter((zelle) => zelle !== undefined));
}

export async function pruefeLesen(eintrag: Eintrag, buehne: Buehne, besuch: Besucher): Promise<Ergebnis> {
  const abweichungen: string[] = [];
  const route = buehne.routen.find(({ id }) => id === eintrag.route);
  if (!route) return { zellen: 0, abweichungen: [`${eintrag.route} gibt es nicht.`] };
  const zellen = zellenVon(eintrag, eintrag.lesen, buehne);
  const inJederWeise = stellvertreter(zellen, eintrag.lesen);
  const arbeiten = zellen.flatMap((zelle) => {
    const { objekt, wer } = zelle;
    const alle = VOLL || inJederWeise.has(zelle);
    return leseWege(eintrag, route, fuelle(eintrag.pfad, objekt), alle).map((weg) => async () => {
      const antwort = await besuch.geh(wer, weg);
      if (weg.leer && istLeer(antwort)) return;
      const erwartet = suche(eintrag.lesen, wer, objekt.name);
      const wort = benenne(antwort, false);
      if (wort !== erwartet) abweichungen.push(`${wer}, ${objekt.name}: ${weg.methode} ${weg.pfad} → ${wort ?? antwort.status} statt ${erwartet}`);
    });
  });
  await parallel(arbeiten);
  return { zellen: arbeiten.length, abweichungen };
}

interface Sendung {
  eintrag: Eintrag;
  name: string;
  darf: readonly Tafel[];
  buehne: Buehne;
  besuch: Besucher;
  abbild: Abbild;
  /** Whether the route answers below `?index`. */
  index: boolean;
}

/** What may change although nothing was carried out: the line in the protocol, and what was typed into a session that is over. */
const SPUREN: ReadonlySet<string> = new Set([...PROTOKOLL, 'sec.drosselung']);
const ENTWURF: readonly Wer[] = ['Sitzung abgelaufen', 'gesperrt'];

export async function pruefeSchreiben(sendung: Sendung): Promise<Ergebnis> {
  const { eintrag, darf, buehne, abbild } = sendung;
  const abweichungen: string[] = [];
  let zellen = 0;
  let schonBeide = false;
  for (const wer of WER) {
    const faelle = zellenVon(eintrag, darf, buehne, [wer]).flatMap(({ objekt, alle }) =>
      (alle ? [false, true] : [true]).map((daten) => ({ objekt, daten, erwartet: suche(darf, wer, objekt.name) })));
    const wirksam = faelle.filter(({ erwartet, daten }) => erwartet === 'ja' && (VOLL || daten || !schonBeide));
    schonBeide ||= wirksam.length > 0;
    const rest = faelle.filter(({ erwartet }) => erwartet !== 'ja');
    zellen += rest.length + wirksam.length;
    await parallel(rest.map((fall) => async () => void abweichungen.push(...(await sendeEine(sendung, wer, fall)))));
    const ungewollt = (await abbild.geaendert(SPUREN)).filter((tabelle) => !(tabelle === 'sec.entwuerfe' && ENTWURF.includes(wer)));
    if (ungewollt.length > 0) abweichungen.push(`${wer}: abgewiesen, und doch geändert: ${ungewollt.join(', ')}`);
    await abbild.stelleHer([...ungewollt, 'sec.entwuerfe', 'sec.drosselung']);
    for (const fall of wirksam) {
      abweichungen.push(...(await sendeEine(sendung, wer, fall)));
      const geaendert = await abbild.geaendert(PROTOKOLL);
      if (geaendert.length === 0 && !eintrag.fragen?.includes(sendung.name)) abweichungen.push(`${wer}, ${fall.objekt.name}: angenommen, und nichts ist geschehen`);
      await abbild.stelleHer(geaendert);
    }
  }
  return { zellen, abweichungen };
}

async function sendeEine({ eintrag, name, buehne, besuch, index }: Sendung, wer: Wer, { objekt, daten, erwartet }: { objekt: Objekt; daten: boolean; erwartet: Wort | undefined }): Promise<string[]> {
  const ort = fuelle(eintrag.pfad, objekt);
  const pfad = `${daten ? (ort === '/' ? '/_root.data' : `${ort}.data`) : ort}${index ? '?index' : ''}`;
  const felder = FORMULARE[eintrag.route]?.[name]?.({ buehne, person: buehne.wer[wer], objekt });
  const antwort = await besuch.geh(wer, { pfad, formular: felder ?? {} });
  const wort = benenne(antwort, true, eintrag.danach?.[name]);
  const gleich = wort === erwartet || (erwartet === 'weiter' && wort === 'ja');
  return gleich ? [] : [`${wer}, ${objekt.name}: ${name} (POST ${pfad}) → ${wort ?? antwort.status} statt ${erwartet}`];
}

/** A page without forms takes nothing from anybody. */
export async function pruefeOhneEingabe(eintrag: Eintrag, buehne: Buehne, besuch: Besucher): Promise<Ergebnis> {
  const objekt = objekteVon(eintrag.objekte, buehne)[0];
  if (!objekt) return { zellen: 0, abweichungen: [] };
  const abweichungen = await parallel(
    WER.map((wer) => async () => {
      const antwort = await besuch.geh(wer, { pfad: fuelle(eintrag.pfad, objekt), formular: {} });
      return antwort.status === 405 ? [] : [`${wer}: POST ${eintrag.pfad} → ${antwort.status} statt 405`];
    }),
  );
  return { zellen: abweichungen.length, abweichungen: abweichungen.flat() };
}
