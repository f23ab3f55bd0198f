import { fallnummernAus, meldeAn, oeffneBrowser } from './browser.ts';
import type { Antwort, Browser, Ziel } from './browser.ts';
import { neueAbsicht, versuche } from './hauptbuch.ts';

/** Somebody with the entry open: reads its version, and saves a text for the version she read. */
export interface Bearbeiter {
  lese: () => Promise<number>;
  speichere: (version: number, notiz: string) => Promise<Antwort>;
}

/** R4. The last four must be 0. */
export interface Bearbeitungsbericht {
  versuche: number;
  gespeichert: number;
  konflikte: number;
  /** Saved although another text had been saved for the same version: that one is gone and nobody was told. */
  ueberschrieben: number;
  /** Saves more or less than the version counts. */
  versionsfehler: number;
  /** Conflict pages that do not show both texts. */
  ohneBeideFassungen: number;
  unerwartet: number;
}

/** All read, then all save, again and again. */
export async function bearbeiteGleichzeitig(bearbeiter: readonly Bearbeiter[], runden: number): Promise<Bearbeitungsbericht> {
  const bericht = { versuche: 0, gespeichert: 0, konflikte: 0, ueberschrieben: 0, versionsfehler: 0, ohneBeideFassungen: 0, unerwartet: 0 };
  const beginn = await bearbeiter[0]!.lese();
  for (let runde = 0; runde < runden; runde++) {
    const antworten = await Promise.all(bearbeiter.map(async ({ lese, speichere }, nr) => {
      const version = await lese();
      const notiz = `Runde ${runde} von ${nr}, gelesen in Fassung ${version}.`;
      return { version, notiz, ...(await speichere(version, notiz)) };
    }));
    zaehle(antworten, bericht);
  }
  bericht.versionsfehler = Math.abs((await bearbeiter[0]!.lese()) - beginn - bericht.gespeichert);
  return bericht;
}

function zaehle(antworten: readonly (Antwort & { version: number; notiz: string })[], bericht: Bearbeitungsbericht): void {
  const gespeichert = antworten.filter(({ status }) => status === 302);
  const konflikte = antworten.filter(({ status }) => status === 409);
  bericht.versuche += antworten.length;
  bericht.gespeichert += gespeichert.length;
  bericht.konflikte += konflikte.length;
  bericht.ueberschrieben += gespeichert.length - new Set(gespeichert.map(({ version }) => version)).size;
  bericht.ohneBeideFassungen += konflikte.filter(({ text, notiz }) => !text.includes(notiz) || !gespeichert.some((andere) => text.includes(andere.notiz))).length;
  bericht.unerwartet += antworten.length - gespeichert.length - konflikte.length;
}

/** Two colleagues with the same entry of a shared case open, each in two windows. */
export async function oeffneZuZweit(ziel: Ziel, emails: readonly [string, string]): Promise<Bearbeiter[]> {
  const [erste, zweite] = await Promise.all(emails.map(async (email) => oeffneBrowser(ziel, await meldeAn(ziel, email)))) as [Browser, Browser];
  const [nr = ''] = fallnummernAus((await zweite.hole('/faelle?ansicht=gemeinsame')).text);
  const unerwartet = await versuche(erste, neueAbsicht(nr));
  if (unerwartet) throw new Error(`Kontakt in ${nr}: ${unerwartet}`);
  const pfad = new RegExp(`/faelle/${nr}/verlauf/[0-9a-f-]{36}`).exec((await erste.hole(`/faelle/${nr}/verlauf`)).text)?.[0] ?? '';
  return [erste, zweite, erste, zweite].map((browser) => alsBearbeiter(browser, pfad));
}

const alsBearbeiter = (browser: Browser, pfad: string): Bearbeiter => ({
  lese: async () => Number(/name="version" value="(\d+)"/.exec((await browser.hole(pfad)).text)?.[1]),
  speichere: (version, notiz) => browser.sende(pfad, { version: String(version), am: '02.01.2026', kanal: 'telefon', dauer: '', notiz }),
});
