import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { DEMO_KONTEN, DEMO_PASSWORT } from '@kim/db/seed/demo-konten.ts';

export const adresse = (pfad: string): string => `${process.env['KIM_E2E_URL']}${pfad}`;

/** E-mail address of the n-th demo account with this task at this Träger. */
export function konto(kennung: string | null, aufgabe: string, n = 0): string {
  const gefunden = DEMO_KONTEN.filter((einer) => einer.kennung === kennung && einer.aufgabe === aufgabe)[n];
  if (!gefunden) throw new Error(`kein Konto ${kennung} ${aufgabe} ${n}`);
  return gefunden.email;
}

export const PASSWORT = DEMO_PASSWORT;

/** Types address and password into the sign-in page and sends them; what comes next is up to the account. */
export async function tippeZugang(seite: Page, email: string, passwort = DEMO_PASSWORT): Promise<void> {
  await seite.getByLabel(/E-Mail-Adresse/).fill(email);
  await seite.getByLabel(/^Passwort/).fill(passwort);
  await seite.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(seite.getByRole('button', { name: 'Anmelden', exact: true })).toHaveCount(0);
}

/** Signs in on the open page. */
export async function meldeAn(seite: Page, email: string, passwort = DEMO_PASSWORT): Promise<void> {
  await seite.goto(adresse('/anmelden'));
  await tippeZugang(seite, email, passwort);
  await expect(seite.getByRole('button', { name: 'Abmelden' })).toBeVisible();
}

/** Fills and sends the page of a one-time link. */
export async function nimmEinladungAn(seite: Page, passwort: string, wiederholung = passwort): Promise<void> {
  await seite.getByLabel(/^Passwort(?! wiederholen)/).fill(passwort);
  await seite.getByLabel(/^Passwort wiederholen/).fill(wiederholung);
  await seite.getByRole('button', { name: 'Einladung annehmen' }).click();
}

/** A person at a fresh browser, signed in already; what the pages of signing in do is seen where `meldeAn` is used. */
export async function setzAnDenPlatz(browser: Browser, email: string): Promise<Page> {
  const umgebung = await browser.newContext();
  const antwort = await umgebung.request.post(adresse('/anmelden'), { form: { email, passwort: DEMO_PASSWORT }, headers: { origin: adresse('') }, maxRedirects: 0 });
  expect(antwort.status(), email).toBe(302);
  return umgebung.newPage();
}

/**
 * What holds on every page: no barrier that axe finds, nothing wider than the screen. A page in which axe has found nothing it
 * does not look at again where one is built alike; the workers of all widths share what they know by a file.
 */
export async function pruefeSeite(seite: Page): Promise<void> {
  const quer = await seite.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(quer, `überläuft: ${new URL(seite.url()).pathname}`).toBeLessThanOrEqual(0);
  // axe waits for promises of the page, which do not come where scripts are off.
  if (test.info().project.use.javaScriptEnabled === false) return;
  // No page has frames, so the run that looks into frames by a second page finds the same and takes twice as long.
  expect(seite.frames()).toHaveLength(1);
  const abdruck = createHash('sha256').update(await seite.evaluate(nimmAbdruck)).digest('hex');
  const datei = join(test.info().project.outputDir, 'axe.txt');
  if (existsSync(datei) && readFileSync(datei, 'utf8').includes(abdruck)) return;
  const { violations } = await new AxeBuilder({ page: seite }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), new URL(seite.url()).pathname).toEqual([]);
  mkdirSync(dirname(datei), { recursive: true });
  appendFileSync(datei, `${abdruck}\n`);
}

/** Everything that axe judges by: elements, roles, classes and where there is text, not which; rows of a kind count once. */
function nimmAbdruck(): string {
  const nurOb = new Set(['aria-label', 'alt', 'title', 'href', 'src', 'value', 'content', 'datetime', 'nonce', 'download']);
  const von = (element: Element): string => {
    const attribute = [...element.attributes].map(({ name, value }) => `${name}=${nurOb.has(name) ? value !== '' : value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '0')}`);
    const teile = [...element.childNodes].flatMap((kind) => (kind instanceof Element ? [von(kind)] : kind.textContent?.trim() ? ['t'] : []));
    return `<${element.tagName} ${attribute.join(' ')}>${teile.filter((teil, i) => teil !== teile[i - 1]).join('')}`;
  };
  return von(document.body);
}
