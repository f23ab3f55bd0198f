import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

/** What the journeys do at a desk, a phone only shows: every page that a link leads to fits on it and has no barrier. */

const ROLLEN = { Fachkraft: konto('ODE', 'Fachkraft'), Leitung: konto('WKN', 'Leitung'), Administration: konto('WKN', 'Administration'), Koordination: konto(null, 'Koordination') };

/** Addresses of one kind that are asked for their links; the first one is opened and looked at. */
const JE_ART = 2;

/** A page with whatever it is about left out; a filter is a kind of its own. */
function artVon(href: string): string {
  const url = new URL(href, adresse('/'));
  const felder = [...url.searchParams.keys()].filter((name) => !['ziel', 'nach', 'sprache', 'art', 'aufgabe', 'angebot'].includes(name));
  return [url.pathname.replace(/[A-Z]{2,5}-\d{4}-\d{4,}/, ':nr').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/(?<=\/tabellen\/)\w+$/, ':tabelle'), ...felder].join('+');
}

/** The handed-over screen keeps the browser on it; a journey of its own goes there. */
const bleibtHaengen = (href: string): boolean => href.endsWith('/evaluation/uebergabe');

/** Opens a page and looks at it; answers where its links lead. */
async function oeffne(seite: Page, href: string): Promise<string[]> {
  const antwort = await seite.goto(adresse(href));
  expect(antwort?.status(), href).toBe(200);
  await pruefeSeite(seite);
  return seite.locator('a[href^="/"]:not([download])').evaluateAll((alle) => alle.map((a) => (a.getAttribute('href') ?? '').replace(/#.*/, '')));
}

/** The same of a page of a kind that was looked at already. */
async function frage(seite: Page, href: string): Promise<string[]> {
  const antwort = await seite.request.get(adresse(href));
  expect(antwort.status(), href).toBe(200);
  const html = await antwort.text();
  return [...html.matchAll(/<a [^>]*href="(\/[^"#]*)[^>]*>/g)].filter(([ganz]) => !ganz.includes(' download')).map(([, ziel = '']) => ziel.replaceAll('&amp;', '&'));
}

async function gehUmher(seite: Page): Promise<number> {
  const offen = ['/'];
  const besucht = new Map<string, number>();
  const gemerkt = new Set(offen);
  for (let href = offen.shift(); href; href = offen.shift()) {
    const art = artVon(href);
    const oft = besucht.get(art) ?? 0;
    if (oft >= JE_ART) continue;
    besucht.set(art, oft + 1);
    const neue = (oft === 0 ? await oeffne(seite, href) : await frage(seite, href)).filter((eines) => !eines.startsWith('/assets') && !bleibtHaengen(eines) && !gemerkt.has(eines));
    for (const eines of neue) gemerkt.add(eines);
    offen.push(...neue);
  }
  return besucht.size;
}

for (const [rolle, email] of Object.entries(ROLLEN)) {
  test(`${rolle}: every page on a phone`, { tag: '@telefon' }, async ({ browser }) => {
    const seite = await setzAnDenPlatz(browser, email);
    expect(await gehUmher(seite)).toBeGreaterThan(5);
  });
}
