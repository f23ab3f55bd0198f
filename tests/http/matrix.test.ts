import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nimmAbbild } from './abbild.ts';
import type { Abbild } from './abbild.ts';
import { besucher, notiere } from './besucher.ts';
import { FORMULARE } from './formulare.ts';
import { MATRIX } from './matrix.ts';
import { SERVERWEGE } from './matrix/oeffentlich.ts';
import { objekteVon } from './objekte.ts';
import { leseServerwege } from './routen.ts';
import { objekteAus, suche } from './tabelle.ts';
import { pruefeLesen, pruefeOhneEingabe, pruefeSchreiben } from './zellen.ts';
import { WER } from './wer.ts';

const buehne = inject('buehne');
const besuch = besucher(buehne);
const sql = new pg.Client({ connectionString: buehne.verwaltung });
let abbild: Abbild;
let gelesen = 0;
let geschrieben = 0;

beforeAll(async () => {
  await sql.connect();
  abbild = await nimmAbbild(sql);
});

afterAll(async () => {
  await sql.end();
  notiere('route matrix', { routes: buehne.routen.length, 'reading cells': gelesen, 'writing cells': geschrieben, requests: besuch.anfragen() });
});

describe('the matrix speaks of exactly what the built server has', () => {
  test('every route, with its address; no other', () => {
    const declared = MATRIX.map(({ route, pfad }) => `${route} ${pfad}`).sort();
    expect(declared).toEqual(buehne.routen.map(({ id, pfad }) => `${id} ${pfad}`).sort());
  });

  test('forms where there is an action, and only there', () => {
    const mitEingaben = MATRIX.filter(({ eingaben }) => Object.keys(eingaben).length > 0).map(({ route }) => route);
    expect(mitEingaben.sort()).toEqual(buehne.routen.filter(({ action }) => action).map(({ id }) => id).sort());
  });

  test('every form has a filling, and every filling a form', () => {
    const namen = (liste: [string, object][]) => liste.flatMap(([route, eingaben]) => Object.keys(eingaben).map((name) => `${route}: ${name}`)).sort();
    expect(namen(Object.entries(FORMULARE))).toEqual(namen(MATRIX.map(({ route, eingaben }) => [route, eingaben])));
  });

  test('what the server answers before any page', () => {
    expect(leseServerwege()).toEqual([...SERVERWEGE].sort());
  });

  test.each(MATRIX)('$route: a word for every person and object, and for no other', ({ objekte, lesen, eingaben }) => {
    const namen = objekteVon(objekte, buehne).map(({ name }) => name);
    for (const tafeln of [lesen, ...Object.values(eingaben)]) {
      const fehlt = namen.flatMap((objekt) => WER.filter((wer) => suche(tafeln, wer, objekt) === undefined).map((wer) => `${wer}, ${objekt}`));
      expect(fehlt).toEqual([]);
      expect(objekteAus(tafeln).filter((objekt) => !namen.includes(objekt))).toEqual([]);
    }
  });
});

describe('reading', () => {
  test.each(MATRIX)('$pfad ($route)', async (eintrag) => {
    const { zellen, abweichungen } = await pruefeLesen(eintrag, buehne, besuch);
    gelesen += zellen;
    expect(abweichungen).toEqual([]);
  });
});

describe('writing', () => {
  const mit = MATRIX.flatMap((eintrag) => Object.entries(eintrag.eingaben).map(([name, darf]) => ({ eintrag, name, darf, pfad: eintrag.pfad })));
  test.each(mit)('$pfad: $name', async ({ eintrag, name, darf }) => {
    const index = buehne.routen.find(({ id }) => id === eintrag.route)?.index ?? false;
    const { zellen, abweichungen } = await pruefeSchreiben({ eintrag, name, darf, buehne, besuch, abbild, index });
    geschrieben += zellen;
    expect(abweichungen).toEqual([]);
  });

  test.each(MATRIX.filter(({ eingaben }) => Object.keys(eingaben).length === 0))('$pfad ($route) takes nothing', async (eintrag) => {
    const { zellen, abweichungen } = await pruefeOhneEingabe(eintrag, buehne, besuch);
    geschrieben += zellen;
    expect(abweichungen).toEqual([]);
  });
});

test('no answer on the way broke a rule that holds for all of them', () => {
  besuch.erwarteSauber();
});
