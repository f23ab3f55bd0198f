import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { tippeZugang, adresse, konto, meldeAn, nimmEinladungAn, PASSWORT, pruefeSeite, setzAnDenPlatz } from './person.ts';

const rein = (text: string): string => text.replace(/[^a-z]/g, '');

/** Names of clients of Odenthal in the demo: no administrator ever reads one. */
const KLIENTEN = ['Rahimi', 'Shiva', 'رحیمی'];

async function ladeEin(seite: Page, name: string, email: string): Promise<string> {
  await seite.goto(adresse('/verwaltung/personal/neu'));
  await seite.getByLabel(/^Vor- und Nachname/).fill(name);
  await seite.getByLabel(/^E-Mail-Adresse/).fill('keine Adresse');
  await seite.getByRole('button', { name: 'Einladen' }).click();
  await expect(seite.getByRole('alert').first()).toBeVisible();
  await expect(seite.getByLabel(/^Vor- und Nachname/)).toHaveValue(name);
  await pruefeSeite(seite);
  await seite.getByLabel(/^E-Mail-Adresse/).fill(email);
  await seite.getByLabel(/^Fachkraft/).check();
  await seite.getByRole('button', { name: 'Einladen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toHaveText(`${name} ist eingeladen`);
  await pruefeSeite(seite);
  return (await seite.locator('code').textContent()) ?? '';
}

async function nimmAn(browser: Browser, link: string, passwort: string): Promise<Page> {
  const seite = await (await browser.newContext()).newPage();
  await seite.goto(link);
  await nimmEinladungAn(seite, passwort, `${passwort}?`);
  await expect(seite.getByText('stimmen nicht überein').first()).toBeVisible();
  await pruefeSeite(seite);
  await nimmEinladungAn(seite, passwort);
  await expect(seite.getByRole('button', { name: 'Anmelden', exact: true })).toBeVisible();
  return seite;
}

test('an administration invites a colleague, sets her post, and hands her the cases of one who leaves', async ({ browser }, { project }) => {
  const name = `Mara ${rein(project.name)}`;
  const email = `mara.${rein(project.name)}@ode.example`;
  const verwaltung = await setzAnDenPlatz(browser, konto('ODE', 'Administration'));
  const link = await ladeEin(verwaltung, name, email);
  const kollegin = await nimmAn(browser, link, 'Ein ganzer Satz für Mara');
  await kollegin.goto(link);
  await expect(kollegin.getByRole('heading', { name: 'Dieser Link gilt nicht' })).toBeVisible();

  await verwaltung.goto(adresse('/verwaltung/stellen'));
  await verwaltung.getByRole('link', { name: 'Case Management Odenthal' }).click();
  await verwaltung.getByLabel(/^Person/).selectOption({ label: name });
  await verwaltung.getByLabel(/^Anteil/).fill('eins');
  await verwaltung.getByRole('button', { name: 'Besetzung eintragen' }).click();
  await expect(verwaltung.getByLabel(/^Anteil/)).toHaveValue('eins');
  await verwaltung.getByLabel(/^Anteil/).fill('0,25');
  await verwaltung.getByRole('button', { name: 'Besetzung eintragen' }).click();
  await expect(verwaltung.getByRole('heading', { name: 'Stimmt das so?' }).or(verwaltung.getByText('Stimmt das so?')).first()).toBeVisible();
  await pruefeSeite(verwaltung);
  await verwaltung.getByLabel('Ja, das stimmt so').check();
  await verwaltung.getByRole('button', { name: 'Besetzung eintragen' }).click();
  await expect(verwaltung.getByText('Die Besetzung ist gespeichert')).toBeVisible();

  await verwaltung.goto(adresse('/verwaltung/personal'));
  const zeilen = await verwaltung.locator('tbody tr').evaluateAll((alle) => alle.map((eine) => ({ name: eine.querySelector('a')?.textContent ?? '', faelle: Number(eine.lastElementChild?.textContent?.replace(/\D/g, '') || 0) })));
  const wer = zeilen.toSorted((a, b) => b.faelle - a.faelle)[0]!;
  expect(wer.faelle).toBeGreaterThan(0);
  await verwaltung.getByRole('link', { name: wer.name }).click();
  await expect(verwaltung.getByText('Vorher müssen alle Fälle übergeben sein')).toBeVisible();
  const person = verwaltung.url();
  await verwaltung.getByRole('link', { name: 'Fälle übergeben' }).first().click();
  await verwaltung.getByLabel(/^An/).selectOption({ label: name });
  for (const klient of KLIENTEN) expect(await verwaltung.content()).not.toContain(klient);
  await pruefeSeite(verwaltung);
  await verwaltung.getByRole('button', { name: 'Angekreuzte Fälle übergeben' }).click();
  await expect(verwaltung.getByText('Keiner ist verwaist')).toBeVisible();
  await verwaltung.goto(person);
  await verwaltung.getByRole('button', { name: 'Zugang beenden' }).click();
  await expect(verwaltung.getByRole('alert').first()).toBeVisible();
  await verwaltung.getByLabel(/^Ja, den Zugang/).check();
  await verwaltung.getByRole('button', { name: 'Zugang beenden' }).click();
  await expect(verwaltung.getByText('Der Zugang ist beendet')).toBeVisible();
  await pruefeSeite(verwaltung);
  await verwaltung.context().close();

  await meldeAn(kollegin, email, 'Ein ganzer Satz für Mara');
  await kollegin.goto(adresse('/faelle'));
  await kollegin.locator('table a').first().click();
  await expect(kollegin.getByRole('heading', { level: 1 })).toBeVisible();
  await kollegin.goto(adresse('/protokoll'));
  await expect(kollegin.getByText(/übergeben/i).first()).toBeVisible();
  await kollegin.context().close();
});

/** One Träger for each pass: a role that was granted stays. */
const FREIGABE_BEI: Record<string, string> = { schreibtisch: 'ROE', telefon: 'BGL', 'ohne-javascript': 'KJA' };

test('who wants to read cases herself needs a second person', async ({ browser }, { project }) => {
  const traeger = FREIGABE_BEI[project.name] ?? '';
  const verwaltung = await setzAnDenPlatz(browser, konto(traeger, 'Administration'));
  await verwaltung.goto(adresse('/verwaltung/personal'));
  const zeile = verwaltung.locator('tbody tr').filter({ hasText: konto(traeger, 'Administration') });
  await zeile.getByRole('link').first().click();
  await expect(verwaltung.getByRole('heading', { level: 2, name: 'Rollen' })).toBeVisible();
  const person = verwaltung.url();
  await verwaltung.getByRole('checkbox', { name: /^Fachkraft/ }).check();
  await verwaltung.getByRole('button', { name: 'Rollen speichern' }).click();
  await verwaltung.getByRole('button', { name: 'Rolle Fachkraft bei der Leitung beantragen' }).click();
  await expect(verwaltung.getByText('Die Freigabe ist beantragt').first()).toBeVisible();
  await verwaltung.goto(adresse('/freigaben'));
  await expect(verwaltung.getByText('Wartet auf die zweite Person')).toBeVisible();
  expect(await verwaltung.getByRole('button', { name: 'Zustimmen' }).count()).toBe(0);
  expect((await verwaltung.goto(adresse('/faelle')))?.status()).toBe(404);

  const leitung = await setzAnDenPlatz(browser, konto(traeger, 'Leitung'));
  await leitung.goto(adresse('/freigaben'));
  await pruefeSeite(leitung);
  await leitung.getByRole('button', { name: 'Zustimmen' }).click();
  await expect(leitung.getByRole('button', { name: 'Zustimmen' })).toHaveCount(0);
  await leitung.context().close();

  await verwaltung.goto(person);
  await expect(verwaltung.getByRole('checkbox', { name: /^Fachkraft/ })).toBeChecked();
  expect((await verwaltung.goto(adresse('/faelle')))?.status()).toBe(200);
  await verwaltung.context().close();
});

test('who works for two Träger chooses after signing in and sees one of them', async ({ browser }, { project }) => {
  const email = { schreibtisch: konto('DLE', 'Fachkraft'), telefon: konto('DKO', 'Fachkraft'), 'ohne-javascript': konto('RBK', 'Fachkraft', 3) }[project.name] ?? '';
  const verwaltung = await setzAnDenPlatz(browser, konto('WKN', 'Administration'));
  const link = await ladeEin(verwaltung, 'Gast aus der Nachbarschaft', email);
  await verwaltung.context().close();
  const seite = await (await browser.newContext()).newPage();
  await seite.goto(link);
  await nimmEinladungAn(seite, PASSWORT);
  await tippeZugang(seite, email);
  await expect(seite.getByRole('heading', { name: 'Für wen arbeiten Sie jetzt?' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Weiter' }).click();
  await expect(seite.getByText('Bitte wählen Sie, für wen Sie jetzt arbeiten').first()).toBeVisible();
  await seite.getByLabel(/Wermelskirchen/).check();
  await seite.getByRole('button', { name: 'Weiter' }).click();
  await expect(seite.getByRole('button', { name: 'Abmelden' })).toBeVisible();
  await seite.goto(adresse('/faelle'));
  await expect(seite.getByRole('heading', { level: 1, name: 'Fälle' })).toBeVisible();
  expect(await seite.content()).not.toMatch(/(?:DLE|DKO|RBK)-2026-/);
  await seite.context().close();
});
