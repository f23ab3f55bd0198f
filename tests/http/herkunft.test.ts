import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nimmAbbild } from './abbild.ts';
import type { Abbild } from './abbild.ts';
import { besucher, notiere } from './besucher.ts';
import { alleEingaben } from './eingaben.ts';
import { VOLL } from './zellen.ts';

/** Every form, sent from somewhere else: refused before anybody looks at it (protection.md 4.1, B3). */

const buehne = inject('buehne');
const besuch = besucher(buehne);
const sql = new pg.Client({ connectionString: buehne.verwaltung });
let abbild: Abbild;

const { url } = buehne;
const fremderPort = url.replace(/\d+$/, (port) => String(Number(port) + 1));

/** What arrives from a page that is not ours, or from a program that says nothing. */
const HERKUENFTE: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'says nothing': { origin: null, 'sec-fetch-site': null },
  'foreign origin': { origin: 'https://boese.example', 'sec-fetch-site': null },
  'foreign origin that begins like ours': { origin: `${url}.boese.example`, 'sec-fetch-site': null },
  'another port of this host': { origin: fremderPort, 'sec-fetch-site': null },
  'https instead of http': { origin: url.replace('http:', 'https:'), 'sec-fetch-site': null },
  'origin null': { origin: 'null', 'sec-fetch-site': null },
  'origin empty': { origin: '', 'sec-fetch-site': null },
  'two origins': { origin: `${url}, https://boese.example`, 'sec-fetch-site': null },
  'cross-site': { origin: null, 'sec-fetch-site': 'cross-site' },
  'same-site': { origin: null, 'sec-fetch-site': 'same-site' },
  'none: typed or a bookmark': { origin: null, 'sec-fetch-site': 'none' },
  'our origin, yet cross-site': { origin: url, 'sec-fetch-site': 'cross-site' },
  'foreign origin, yet same-origin': { origin: 'https://boese.example', 'sec-fetch-site': 'same-origin' },
  'only a referer': { origin: null, 'sec-fetch-site': null, referer: `${url}/faelle` },
  'forwarded host': { origin: 'https://boese.example', 'sec-fetch-site': null, 'x-forwarded-host': 'boese.example', 'x-forwarded-proto': 'https' },
};

const METHODEN = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const EINGABEN = alleEingaben(buehne);

beforeAll(async () => {
  await sql.connect();
  abbild = await nimmAbbild(sql);
});

afterAll(async () => {
  await sql.end();
  notiere('request forgery', { forms: EINGABEN.length, requests: besuch.anfragen() });
});

describe.each(EINGABEN)('$name', ({ wer, pfad, daten, formular, nurFragt, erlaubt }) => {
  test('from anywhere else and by any other method: 403 and no effect', async () => {
    const faelle = [
      ...Object.entries(HERKUENFTE).map(([was, koepfe]) => ({ was, koepfe, methode: 'POST' })),
      ...METHODEN.map((methode) => ({ was: methode, koepfe: {}, methode })),
    ];
    const abweichungen: string[] = [];
    for (const [i, { was, koepfe, methode }] of faelle.entries()) {
      // It is the server that refuses, before it looks at the address: both ways are taken in turn.
      for (const ort of VOLL ? [pfad, daten] : [i % 2 === 0 ? pfad : daten]) {
        const { status } = await besuch.geh(wer, { pfad: ort, methode, formular, koepfe });
        if (status !== 403) abweichungen.push(`${was}: ${methode} ${ort} → ${status}`);
      }
    }
    expect(abweichungen).toEqual([]);
    expect(await abbild.geaendert()).toEqual([]);
  });

  test.runIf(erlaubt)('from our own page it is carried out: the form itself was right', async () => {
    const { status } = await besuch.geh(wer, { pfad, formular });
    expect([200, 201, 302]).toContain(status);
    const geaendert = await abbild.geaendert();
    if (!nurFragt) expect(geaendert).not.toEqual([]);
    await abbild.stelleHer(geaendert);
  });
});

test('no answer on the way broke a rule that holds for all of them', () => {
  besuch.erwarteSauber();
});
