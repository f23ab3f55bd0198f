import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { neueId } from '@kim/core/ids.ts';
import { sende } from './anfrage.ts';
import type { Anfrage, Antwort } from './anfrage.ts';
import type { Buehne } from './buehne.ts';
import { findeFremdes } from './kanarien.ts';
import { pruefeKoepfe } from './koepfe.ts';
import type { Wer } from './wer.ts';

/** Goes to the product as somebody, and looks at every answer for what must never be in one. */
export interface Besucher {
  geh: (wer: Wer, anfrage: Omit<Anfrage, 'cookie'> & { cookie?: string | null }) => Promise<Antwort>;
  /** Fails the test when any answer so far broke a rule that holds for all of them; says how many there were. */
  erwarteSauber: () => void;
  anfragen: () => number;
}

/** What only a programmer may read. */
const INNEREIEN = [/\bat [\w.<>]+ \(.*:\d+:\d+\)/, /node:internal/, /\b(?:select|insert into|update|delete from)\b[^<>]+\b(?:app|sec|tresor|kreis)\./i, /SQLSTATE|syntax error at|violates (?:check|foreign|unique|not-null)/i, /\bkim_(?:traeger|anmeldung|koordination|eigentuemer)\b/];

function entschluessle(pfad: string): string {
  try {
    return decodeURIComponent(pfad);
  } catch {
    return pfad;
  }
}

/** The demo's own accounts stand on its sign-in page. */
const zeigtDemokonten = (pfad: string) => /^\/anmelden(?:\.data)?(?:\?|$)/.test(pfad);

export function besucher(buehne: Buehne): Besucher {
  const verstoesse: string[] = [];
  const nonces = new Set<string>();
  let anfragen = 0;
  return {
    async geh(wer, anfrage) {
      const person = buehne.wer[wer];
      const formular = anfrage.formular && { _formular: neueId(), ...anfrage.formular };
      const antwort = await sende(buehne.url, { cookie: person.cookie, ...anfrage, ...(formular ? { formular } : {}) });
      anfragen += 1;
      const wo = `${wer}: ${anfrage.methode ?? (formular ? 'POST' : 'GET')} ${anfrage.pfad}`;
      const merke = (was: string) => verstoesse.length < 50 && verstoesse.push(`${wo}: ${was}`);
      for (const was of pruefeKoepfe(anfrage, antwort, nonces)) merke(was);
      const gesendet = entschluessle(anfrage.pfad) + JSON.stringify(formular ?? anfrage.rumpf ?? '');
      const gesehen = `${antwort.rumpf}\n${JSON.stringify(antwort.koepfe)}`;
      for (const was of findeFremdes(wer, person, gesehen, gesendet, zeigtDemokonten(anfrage.pfad) ? {} : buehne.personal)) merke(`Fremdes: ${was}`);
      for (const muster of INNEREIEN) if (muster.test(antwort.rumpf)) merke(`Innereien: ${muster.exec(antwort.rumpf)?.[0].slice(0, 80)}`);
      if (antwort.status >= 500) merke(`Fehler ${antwort.status}`);
      return antwort;
    },
    erwarteSauber() {
      expect(verstoesse).toEqual([]);
      expect(anfragen).toBeGreaterThan(0);
    },
    anfragen: () => anfragen,
  };
}

/** Adds a line to the figures that the suite leaves behind. */
export function notiere(was: string, zahlen: Readonly<Record<string, number>>): void {
  console.log(`${was}: ${Object.entries(zahlen).map(([name, zahl]) => `${zahl} ${name}`).join(', ')}`);
  appendFileSync(join('reports', 'http.jsonl'), `${JSON.stringify({ was, ...zahlen })}\n`);
}
