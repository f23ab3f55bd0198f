import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { nimmAbbild, PROTOKOLL } from './abbild.ts';
import type { Abbild } from './abbild.ts';
import type { Anfrage, Antwort } from './anfrage.ts';
import { besucher, notiere } from './besucher.ts';
import { alleEingaben } from './eingaben.ts';
import type { Eingabe } from './eingaben.ts';
import { RUEMPFE, unsinn } from './unsinn.ts';
import { VOLL } from './zellen.ts';

/** Bad input for every form: refused with a word, never with a fault, and nothing is written (protection.md B1). */

const buehne = inject('buehne');
const besuch = besucher(buehne);
const sql = new pg.Client({ connectionString: buehne.verwaltung });
let abbild: Abbild;
let angenommen = 0;

/** Forms per form; `KIM_UNSINN=1000` for a long night. The seed is fixed so that a failure comes again. */
const MENGE = Number(process.env['KIM_UNSINN'] ?? (VOLL ? 12 : 6));
const SAAT = Number(process.env['KIM_SAAT'] ?? 20261122);

/** What a refusal may leave: its line, the attempt, and what the sessions do by themselves. */
const SPUREN: ReadonlySet<string> = new Set([...PROTOKOLL, 'sec.drosselung']);

beforeAll(async () => {
  await sql.connect();
  abbild = await nimmAbbild(sql);
});

afterAll(async () => {
  await sql.end();
  notiere('bad input', { requests: besuch.anfragen(), accepted: angenommen, seed: SAAT });
});

const istAngenommen = ({ status }: Antwort): boolean => status < 400;

/** Sends them all; what is accepted is put back at once, what is refused must have left nothing. */
async function sende({ wer }: Eingabe, anfragen: readonly Omit<Anfrage, 'cookie'>[]): Promise<string[]> {
  const fehler: string[] = [];
  const verdaechtig: Omit<Anfrage, 'cookie'>[] = [];
  for (const anfrage of anfragen) {
    const antwort = await besuch.geh(wer, anfrage);
    if (antwort.status >= 500) fehler.push(`${antwort.status}: ${JSON.stringify(anfrage.formular ?? anfrage.koepfe).slice(0, 300)}`);
    if (!istAngenommen(antwort)) verdaechtig.push(anfrage);
    else {
      angenommen += 1;
      await abbild.stelleHer(await abbild.geaendert(PROTOKOLL));
    }
  }
  const geaendert = await abbild.geaendert(SPUREN);
  if (geaendert.length > 0) fehler.push(`refused, yet changed ${geaendert.join(', ')}: one of ${JSON.stringify(verdaechtig.map(({ formular }) => formular)).slice(0, 2_000)}`);
  await abbild.stelleHer(await abbild.geaendert(PROTOKOLL));
  return fehler;
}

const EINGABEN = alleEingaben(buehne);

test.each(EINGABEN)('$name: fields gone wrong', async (eingabe) => {
  const formulare = fc.sample(unsinn(eingabe.formular), { numRuns: MENGE, seed: SAAT });
  const fehler = await sende(eingabe, formulare.map((formular, i) => ({ pfad: i % 3 === 0 ? eingabe.daten : eingabe.pfad, formular })));
  expect(fehler).toEqual([]);
});

/** What is no form is refused where forms are read, whichever of a page it was meant for. */
const JE_SEITE = EINGABEN.filter(({ pfad }, i) => VOLL || EINGABEN.findIndex((eine) => eine.pfad === pfad) === i);

test.each(JE_SEITE)('$name: no form at all', async (eingabe) => {
  const fehler = await sende(eingabe, Object.values(RUEMPFE).map(({ rumpf, ...koepfe }) => ({ pfad: eingabe.pfad, rumpf, koepfe })));
  expect(fehler).toEqual([]);
});

test('no answer on the way broke a rule that holds for all of them', () => {
  besuch.erwarteSauber();
});
