import { chromium } from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import { DEMO_KONTEN, DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';
import { findeChromium } from '@kim/infra/local/browser.ts';
import { starteProdukt } from '@kim/testing/produkt.ts';

/** One everyday task as a hand does it: what it costs by the clock of experience.md, 250 ms a key and 1 s a click. */
export interface Handgriff {
  name: string;
  tasten: number;
  klicks: number;
  seiten: number;
  /** Keys, clicks and what the product itself took. */
  sekunden: number;
  /** Limit in seconds; of the search in keys. */
  grenze: { sekunden: number } | { tasten: number };
}

const JE_TASTE = 0.25;
const JE_KLICK = 1;
const ANLIEGEN = 'Sucht eine Wohnung für vier Personen, versteht Brief nicht.!';

/** A hand that counts what it does and the seconds that it waits. */
class Hand {
  readonly seite: Page;
  tasten = 0;
  klicks = 0;
  seiten = 0;
  gewartet = 0;

  constructor(seite: Page) {
    this.seite = seite;
    seite.on('framenavigated', (rahmen) => (this.seiten += rahmen === seite.mainFrame() ? 1 : 0));
  }

  async tippe(text: string): Promise<void> {
    this.tasten += [...text].length;
    await this.seite.keyboard.type(text, { delay: 20 });
  }

  async taste(...namen: string[]): Promise<void> {
    this.tasten += namen.length;
    for (const name of namen) await this.seite.keyboard.press(name);
  }

  async klicke(worauf: Locator): Promise<void> {
    this.klicks += 1;
    await worauf.click();
  }

  async warte(auf: Promise<unknown>): Promise<void> {
    const beginn = performance.now();
    await auf;
    this.gewartet += (performance.now() - beginn) / 1000;
  }

  fertig(name: string, grenze: Handgriff['grenze']): Handgriff {
    const { tasten, klicks, seiten, gewartet } = this;
    return { name, tasten, klicks, seiten, grenze, sekunden: tasten * JE_TASTE + klicks * JE_KLICK + gewartet };
  }
}

export async function misseHandgriffe(): Promise<Handgriff[]> {
  const produkt = await starteProdukt();
  const browser = await chromium.launch({ executablePath: await findeChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const seite = await browser.newPage();
    await seite.goto(`${produkt.url}/anmelden`);
    const { email } = DEMO_KONTEN.find((konto) => konto.kennung === 'WKN' && konto.aufgabe === 'Fachkraft')!;
    await seite.getByLabel(/E-Mail-Adresse/).fill(email);
    await seite.getByLabel(/^Passwort/).fill(DEMO_PASSWORT);
    await seite.keyboard.press('Enter');
    await seite.getByRole('searchbox').waitFor();
    return [await erfasseBeratung(seite, produkt.url), await schreibeKontakt(seite, produkt.url), await findeFall(seite, produkt.url)];
  } finally {
    await browser.close();
    await produkt.stop();
  }
}

/** Name, language, access path, concern of sixty characters, one Bedarf and the result, with the keyboard alone. */
async function erfasseBeratung(seite: Page, url: string): Promise<Handgriff> {
  await seite.goto(`${url}/sprechstunde`, { waitUntil: 'networkidle' });
  const hand = new Hand(seite);
  await hand.tippe('Amal Testfrau');
  await hand.taste('Tab');
  await hand.tippe('Arab');
  await hand.taste('Tab');
  await hand.tippe('offe');
  await hand.taste('Tab');
  await hand.tippe('Wohn');
  await hand.taste('Tab');
  await hand.tippe(ANLIEGEN);
  await hand.taste('Tab', 'Space');
  for (let n = 0; n < 6 && !(await istAufKnopf(seite)); n++) await hand.taste('Tab');
  await hand.taste('Enter');
  await hand.warte(seite.getByRole('link', { name: 'Amal Testfrau' }).first().waitFor());
  return hand.fertig('record a consultation', { sekunden: 30 });
}

const istAufKnopf = (seite: Page) => seite.evaluate(() => document.activeElement?.textContent?.trim() === 'Speichern, nächste Person');

async function schreibeKontakt(seite: Page, url: string): Promise<Handgriff> {
  await seite.goto(`${url}/faelle`, { waitUntil: 'networkidle' });
  const hand = new Hand(seite);
  await hand.klicke(seite.getByRole('link', { name: /^Kontakt erfassen in/ }).first());
  await hand.warte(seite.getByLabel(/^Notiz/).waitFor());
  await hand.klicke(seite.getByLabel(/^Notiz/));
  await hand.tippe(ANLIEGEN);
  await hand.klicke(seite.getByRole('button', { name: 'Kontakt speichern' }));
  await hand.warte(seite.getByLabel('Kontakte, neueste zuerst').getByText(ANLIEGEN).first().waitFor());
  return hand.fertig('write a Kontakt', { sekunden: 20 });
}

async function findeFall(seite: Page, url: string): Promise<Handgriff> {
  await seite.goto(`${url}/`, { waitUntil: 'networkidle' });
  const hand = new Hand(seite);
  await hand.tippe('kha');
  await hand.warte(seite.getByRole('link', { name: /Khaled/ }).first().waitFor());
  await hand.taste('Enter');
  await hand.warte(seite.getByRole('heading', { level: 1, name: /Khaled/ }).waitFor());
  return hand.fertig('find a case', { tasten: 4 });
}

export const istVerfehlt = ({ grenze, tasten, sekunden }: Handgriff): boolean => ('sekunden' in grenze ? sekunden > grenze.sekunden : tasten > grenze.tasten);

export const nenneGrenze = ({ grenze }: Handgriff): string => ('sekunden' in grenze ? `≤ ${grenze.sekunden} s` : `≤ ${grenze.tasten} keys`);
