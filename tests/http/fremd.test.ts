import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { besucher, notiere } from './besucher.ts';
import type { Antwort } from './anfrage.ts';
import { FELDPROBEN } from './feldproben.ts';
import { FORMULARE } from './formulare.ts';
import { MATRIX } from './matrix.ts';
import type { Eintrag } from './matrix/eintrag.ts';
import { ERFUNDENE_ID, ERFUNDENE_NUMMER, fuelle, objekteVon } from './objekte.ts';
import type { Objekt } from './objekte.ts';
import { suche } from './tabelle.ts';
import type { Wer } from './wer.ts';
import { VOLL } from './zellen.ts';

/** What belongs to somebody else answers exactly like what does not exist, and leaves a line in the protocol. */

const buehne = inject('buehne');
const besuch = besucher(buehne);
const sql = new pg.Client({ connectionString: buehne.verwaltung });
let vergleiche = 0;
let zeilen = 0;

beforeAll(async () => {
  await sql.connect();
  await sql.query("create index if not exists nicht_gefunden on app.protokoll (nutzer_id) where aktion like '%nicht_gefunden'");
});
afterAll(async () => {
  await sql.end();
  notiere('foreign against invented', { comparisons: vergleiche, 'protocol lines': zeilen, requests: besuch.anfragen() });
});

/** Everything that is different each time anyway, and what was asked for. */
function maskiere({ status, koepfe, rumpf }: Antwort, gesucht: readonly string[]): { status: number; koepfe: Record<string, unknown>; rumpf: string } {
  const ohne = (text: string) =>
    [...gesucht].sort((a, b) => b.length - a.length)
      .reduce((bisher, wert) => bisher.replaceAll(wert, '•').replaceAll(encodeURIComponent(wert), '•'), text)
      .replace(/nonce-[A-Za-z0-9+/=]+|nonce="[^"]+"/g, 'nonce')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id');
  const { date: _, ...rest } = koepfe;
  return { status, koepfe: Object.fromEntries(Object.entries(rest).map(([name, wert]) => [name, typeof wert === 'string' ? ohne(wert) : wert])), rumpf: ohne(rumpf) };
}

interface Anliegen {
  eintrag: Eintrag;
  wer: Wer;
  fremd: Objekt;
  erfunden: Objekt;
}

/** The same address with what nobody has in the place of what is foreign: the id alone where the case around it is one's own. */
function erfinde(eintrag: Eintrag, wer: Wer, fremd: Objekt, objekte: readonly Objekt[]): Objekt {
  const imEigenen = objekte.some(({ name, params }) => params['nr'] === fremd.params['nr'] && suche(eintrag.lesen, wer, name) === 'ja');
  const { nr, id } = fremd.params;
  return { name: 'erfunden', params: { ...fremd.params, ...(nr ? { nr: imEigenen ? nr : ERFUNDENE_NUMMER } : {}), ...(id ? { id: ERFUNDENE_ID } : {}) } };
}

/** Whoever may use a page at all tries the others' objects on it. */
const ANLIEGEN: Anliegen[] = MATRIX.filter(({ objekte }) => objekte !== 'link').flatMap((eintrag) => {
  const objekte = objekteVon(eintrag.objekte, buehne);
  return ([...(VOLL ? (['in Vertretung'] as const) : []), 'Fachkraft', 'Administration', 'Leitung', 'Koordination', 'Fachkraft anderswo'] as const).flatMap((wer) =>
    objekte
      .filter(({ name }) => name !== 'erfunden' && name !== 'ungültig' && suche(eintrag.lesen, wer, name) === 'nein')
      .filter(() => objekte.some(({ name }) => suche(eintrag.lesen, wer, name) === 'ja'))
      .map((fremd) => ({ eintrag, wer, fremd, erfunden: erfinde(eintrag, wer, fremd, objekte) })),
  );
});

const zaehleZeilen = async (wer: Wer): Promise<number> =>
  Number((await sql.query("select count(*) as n from app.protokoll where nutzer_id = $1 and aktion like '%nicht_gefunden'", [buehne.wer[wer].nutzerId])).rows[0].n);

async function stelleGegenueber(wer: Wer, wege: readonly [Parameters<typeof besuch.geh>[1], Parameters<typeof besuch.geh>[1]], gesucht: readonly [readonly string[], readonly string[]]): Promise<void> {
  const [erste, zweite] = [await besuch.geh(wer, wege[0]), await besuch.geh(wer, wege[1])];
  expect(maskiere(erste, gesucht[0])).toEqual(maskiere(zweite, gesucht[1]));
  vergleiche += 1;
}

describe('by address', () => {
  test.each(ANLIEGEN)('$eintrag.pfad: $wer asks for „$fremd.name“', async ({ eintrag, wer, fremd, erfunden }) => {
    const gesucht = [Object.values(fremd.params), Object.values(erfunden.params)] as const;
    const [hier, dort] = [fuelle(eintrag.pfad, fremd), fuelle(eintrag.pfad, erfunden)];
    const eigene = `.data?_routes=${encodeURIComponent(eintrag.route)}`;
    const vorher = await zaehleZeilen(wer);
    if (!eintrag.rahmen) await stelleGegenueber(wer, [{ pfad: hier }, { pfad: dort }], gesucht);
    await stelleGegenueber(wer, [{ pfad: hier + eigene }, { pfad: dort + eigene }], gesucht);
    for (const [name, fuellung] of Object.entries(FORMULARE[eintrag.route] ?? {})) {
      const index = buehne.routen.find(({ id }) => id === eintrag.route)?.index ? '?index' : '';
      const formular = (objekt: Objekt) => fuellung({ buehne, person: buehne.wer[wer], objekt });
      if (suche(eintrag.eingaben[name] ?? [], wer, fremd.name) !== 'nein') continue;
      const davor = await zaehleZeilen(wer);
      await stelleGegenueber(wer, [{ pfad: hier + index, formular: formular(fremd) }, { pfad: dort + index, formular: formular(erfunden) }], gesucht);
      if (wer !== 'Koordination') expect(await zaehleZeilen(wer), `${name}: a line for each`).toBeGreaterThanOrEqual(davor + 2);
    }
    const geschrieben = (await zaehleZeilen(wer)) - vorher;
    zeilen += geschrieben;
    const leser = buehne.routen.find(({ id }) => id === eintrag.route)?.loader;
    if (leser && wer !== 'Koordination') expect(geschrieben).toBeGreaterThanOrEqual(2);
  });
});

describe('by a field of a form', () => {
  test.each(FELDPROBEN)('$route, $eingabe: $feld of $wer', async ({ route, eingabe, feld, wer, objekt: name, fremd, erfunden }) => {
    const eintrag = MATRIX.find((einer) => einer.route === route);
    const fuellung = FORMULARE[route]?.[eingabe];
    const objekt = eintrag && objekteVon(eintrag.objekte, buehne).find((eines) => eines.name === name);
    if (!eintrag || !fuellung || !objekt) throw new Error(`${route}, ${eingabe}: gibt es nicht.`);
    const index = buehne.routen.find(({ id }) => id === route)?.index ? '?index' : '';
    const weg = (wert: string) => ({ pfad: fuelle(eintrag.pfad, objekt) + index, formular: { ...fuellung({ buehne, person: buehne.wer[wer], objekt }), [feld]: wert } });
    const [dort, nirgends] = [fremd(buehne), erfunden];
    const antwort = await besuch.geh(wer, weg(dort));
    expect([404, 422]).toContain(antwort.status);
    await stelleGegenueber(wer, [weg(dort), weg(nirgends)], [[dort], [nirgends]]);
  });
});

test('no answer on the way broke a rule that holds for all of them', () => {
  expect(ANLIEGEN.length).toBeGreaterThan(20);
  besuch.erwarteSauber();
});
