import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { findeChromium } from '@kim/infra/local/browser.ts';
import { ensureBau } from '@kim/infra/local/bau.ts';
import { WURZEL } from '@kim/infra/local/datenverzeichnis.ts';
import { starteProdukt } from '@kim/testing/produkt.ts';
import { konto, meldeAn } from '../e2e/person.ts';
import { leseRouten } from '../http/routen.ts';
import { BEISPIELE, ROLLEN, ZUSTAENDE } from './seiten.ts';

/**
 * `npm run screens`: every page that each role reaches by links, and the states that no link leads to, on a desk and a
 * phone, into reports/screens/. Fails when a page of the built server is on no picture. `-- --readme` renews the
 * pictures of the README.
 */

/** Addresses of one kind that are opened for their links: not every case has every paper. */
const JE_ART = 4;

const ORDNER = join(WURZEL, 'reports/screens');
const BREITEN = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];

await ensureBau(WURZEL);
const produkt = await starteProdukt();
process.env['KIM_E2E_URL'] = produkt.url;
const browser = await chromium.launch({ executablePath: await findeChromium(), args: ['--no-sandbox', '--disable-gpu'] });
const gesehen = new Set<string>();
let bilder = 0;
try {
  rmSync(ORDNER, { recursive: true, force: true });
  const muster = (await leseRouten(produkt.env)).filter(({ seite, id }) => seite && id !== 'root').map(({ pfad }) => pfad);
  for (const [rolle, wer] of Object.entries(ROLLEN)) await nimmRolleAuf(browser, rolle, wer, muster);
  for (const zustand of ZUSTAENDE) {
    const seite = await (await browser.newContext({ locale: 'de-DE' })).newPage();
    if (zustand.als) await meldeAn(seite, konto(zustand.als.kennung, zustand.als.aufgabe));
    await zustand.stelleHer(seite, produkt.url);
    await nimmAuf(seite, zustand.ordner, zustand.name, muster);
    await seite.context().close();
  }
  const fehlt = [...new Set(muster)].filter((pfad) => !gesehen.has(pfad));
  for (const pfad of fehlt) console.log(`✗ auf keinem Bild: ${pfad}`);
  console.log(`${bilder} pictures of ${gesehen.size} pages in reports/screens, ${fehlt.length} pages missing`);
  process.exitCode = fehlt.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await produkt.stop();
}

/** Follows links; the first address of each kind of page is pictured. */
async function nimmRolleAuf(browser: Browser, rolle: string, wer: (typeof ROLLEN)[string], muster: readonly string[]): Promise<void> {
  const seite = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  if (wer) await meldeAn(seite, konto(wer.kennung, wer.aufgabe));
  const offen = wer ? ['/'] : ['/anmelden', '/zugang/ungueltig', '/danke', '/gibt-es-nicht'];
  const besucht = new Map<string, number>();
  const gemerkt = new Set(offen);
  for (let pfad = offen.shift(); pfad; pfad = offen.shift()) {
    const art = artVon(pfad, muster);
    const oft = besucht.get(art) ?? 0;
    if (oft >= JE_ART) continue;
    besucht.set(art, oft + 1);
    await seite.goto(produkt.url + pfad);
    if (oft === 0) await nimmAuf(seite, rolle, art.replace(/^\//, '').replaceAll('/', '.').replaceAll(/[^\w.-]/g, '') || 'start', muster);
    const links = await seite.locator('a[href^="/"]:not([download])').evaluateAll((alle) => alle.map((a) => a.getAttribute('href') ?? ''));
    const neue = links.filter((href) => !href.startsWith('/assets') && !href.endsWith('/evaluation/uebergabe') && !gemerkt.has(href));
    for (const href of neue) gemerkt.add(href);
    offen.push(...neue);
  }
  await seite.context().close();
}

/** The page of an address: its pattern, with the names of what was asked for. */
function artVon(pfad: string, muster: readonly string[]): string {
  const url = new URL(pfad, produkt.url);
  const felder = [...url.searchParams.keys()].filter((name) => !['ziel', 'nach'].includes(name));
  return [musterVon(url.pathname, muster), ...felder].join('-');
}

function musterVon(pfad: string, muster: readonly string[]): string {
  const passt = muster.filter((eines) => new RegExp(`^${eines.replace(/:\w+/g, '[^/]+')}$`).test(pfad));
  return passt.sort((a, b) => a.split(':').length - b.split(':').length)[0] ?? '/*';
}

async function nimmAuf(seite: Page, ordner: string, name: string, muster: readonly string[]): Promise<void> {
  gesehen.add(musterVon(new URL(seite.url()).pathname, muster));
  mkdirSync(join(ORDNER, ordner), { recursive: true });
  for (const breite of BREITEN) {
    await seite.setViewportSize(breite);
    const datei = join(ordner, `${name}-${breite.width}.png`);
    await seite.screenshot({ path: join(ORDNER, datei), fullPage: true });
    const beispiel = BEISPIELE[datei];
    if (beispiel && process.argv.includes('--readme')) await seite.screenshot({ path: join(WURZEL, 'infra/bilder', `${beispiel}.png`) });
    bilder += 1;
  }
  await seite.setViewportSize(BREITEN[0]!);
}
