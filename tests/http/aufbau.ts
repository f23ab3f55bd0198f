import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { starteProdukt } from '@kim/testing/produkt.ts';
import { baueBuehne } from './buehne.ts';
import type { Buehne } from './buehne.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    buehne: Buehne;
  }
}

/** For `globalSetup`: one product and one scene for all files of this suite. The build must exist. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync('reports', { recursive: true });
  rmSync('reports/http.jsonl', { force: true });
  const produkt = await starteProdukt();
  try {
    project.provide('buehne', await baueBuehne(produkt));
  } catch (fehler) {
    await produkt.stop();
    throw fehler;
  }
  const { protokoll } = produkt;
  return async () => {
    const zeilen = readFileSync(protokoll, 'utf8').trim().split('\n');
    await produkt.stop();
    pruefeProtokolldatei(zeilen);
  };
}

/** Names, texts, addresses, Fallnummern, tokens: nothing of them belongs into a log (protection.md B8). */
const VERRAET = [/Kanari/i, /@[\w.-]+\.example/, /[A-Z]{2,5}-\d{4}-\d{4}/, /zugang\/[\w-]{20}/, /Willkommen im Kreis/];

/** Every line of the application over the whole run. */
function pruefeProtokolldatei(zeilen: readonly string[]): void {
  const funde = zeilen.filter((zeile) => VERRAET.some((muster) => muster.test(zeile)));
  console.log(`log: ${zeilen.length} lines, ${funde.length} with personal data`);
  if (zeilen.length < 1_000 || funde.length > 0) throw new Error(`Die Protokolldatei verrät etwas oder ist zu kurz: ${zeilen.length} Zeilen, ${funde[0]?.slice(0, 200) ?? ''}`);
}
