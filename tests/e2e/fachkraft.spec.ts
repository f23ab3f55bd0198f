import { expect, test } from '@playwright/test';
import pg from 'pg';
import { adresse, konto, meldeAn, PASSWORT, pruefeSeite, setzAnDenPlatz } from './person.ts';

const LARS = konto('KUE', 'Fachkraft', 1);

test('a Fachkraft records a person, opens a case, writes a Kontakt and finds her again', { tag: '@telefon' }, async ({ browser }, { project }) => {
  const nachname = `Zwetkowa${project.name.replace(/[^a-z]/g, '')}`;
  const seite = await setzAnDenPlatz(browser, LARS);
  await seite.goto(adresse('/'));
  await pruefeSeite(seite);
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel('Name der Person').fill(`Анна ${nachname}`);
  await seite.getByRole('button', { name: 'Suchen' }).click();
  await expect(seite.getByText('Niemand gefunden')).toBeVisible();
  await expect(seite.getByLabel(/^Nachname/)).toHaveValue(nachname);
  await seite.getByLabel(/^Geburtsdatum/).fill('31.02.1990');
  await seite.getByLabel('Anliegen in den Worten der Person').fill('Sucht einen Sprachkurs 😀');
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('alert')).toContainText('gibt es im Kalender nicht');
  await expect(seite.getByLabel('Anliegen in den Worten der Person')).toHaveValue('Sucht einen Sprachkurs 😀');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Geburtsdatum/).fill('1990');
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  const nummer = new URL(seite.url()).pathname.split('/')[2] ?? '';
  expect(await seite.title()).toBe(`${nummer} · KIM Case Management`);
  await seite.goto(adresse(`/faelle/${nummer}/verlauf`));
  await seite.getByLabel(/^Notiz/).fill('Erstgespräch\nZweite Zeile');
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(seite.getByLabel('Kontakte, neueste zuerst')).toContainText('Zweite Zeile');
  for (const teil of ['', '/verlauf', '/personen', '/zustaendigkeit', '/protokoll']) {
    await seite.goto(adresse(`/faelle/${nummer}${teil}`));
    await pruefeSeite(seite);
  }
  await seite.context().close();

  const morgen = await setzAnDenPlatz(browser, LARS);
  await morgen.goto(adresse('/faelle'));
  await morgen.getByRole('searchbox').fill('zwe');
  await morgen.getByRole('searchbox').press('Enter');
  await expect(morgen.getByRole('link', { name: new RegExp(nachname) }).or(morgen.getByRole('heading', { level: 1, name: new RegExp(nachname) })).first()).toBeVisible();
  await morgen.context().close();
});

test('two editors of one Kontakt: the second sees both versions', async ({ browser }) => {
  const [erste, zweite] = [await setzAnDenPlatz(browser, LARS), await setzAnDenPlatz(browser, LARS)];
  await erste.goto(adresse('/faelle'));
  const fall = (await erste.locator('table a').first().getAttribute('href')) ?? '';
  await erste.goto(adresse(`${fall}/verlauf`));
  const kontakt = (await erste.getByRole('link', { name: /bearbeiten$/ }).first().getAttribute('href')) ?? '';
  await erste.goto(adresse(kontakt));
  await zweite.goto(adresse(kontakt));
  await erste.getByLabel(/^Notiz/).fill('Fassung eins');
  await erste.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(erste.getByLabel('Kontakte, neueste zuerst')).toContainText('Fassung eins');
  await zweite.getByLabel(/^Notiz/).fill('Fassung zwei');
  await zweite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(zweite.getByText('zwischenzeitlich geändert')).toBeVisible();
  await expect(zweite.getByRole('table').getByText('Fassung eins')).toBeVisible();
  await expect(zweite.getByLabel(/^Notiz/)).toHaveValue('Fassung zwei');
  await pruefeSeite(zweite);
  await zweite.getByRole('button', { name: 'Meine Fassung speichern' }).click();
  await expect(zweite.getByLabel('Kontakte, neueste zuerst')).toContainText('Fassung zwei');
  await Promise.all([erste.context().close(), zweite.context().close()]);
});

test('what was typed when the session expired is there after signing in again', async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, LARS);
  await seite.goto(adresse('/faelle'));
  const fall = (await seite.locator('table a').first().getAttribute('href')) ?? '';
  await seite.goto(adresse(`${fall}/verlauf`));
  await seite.getByLabel(/^Notiz/).fill('Noch nicht gespeichert');
  const db = new pg.Client({ connectionString: process.env['KIM_E2E_DB'] });
  await db.connect();
  await db.query("update sec.sitzungen set laeuft_ab = now() - interval '1 second'");
  await db.end();
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(seite.getByRole('button', { name: 'Anmelden', exact: true })).toBeVisible();
  const ziel = seite.url();
  await seite.getByLabel(/E-Mail-Adresse/).fill(LARS);
  await seite.getByLabel(/^Passwort/).fill(PASSWORT);
  await seite.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(seite.getByLabel(/^Notiz/), ziel).toHaveValue('Noch nicht gespeichert');
  await seite.context().close();
});

test('what was typed when the screen was locked is there afterwards', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts the button of another form sends nothing of this one');
  await meldeAn(page, LARS);
  await page.goto(adresse('/faelle'));
  const fall = (await page.locator('table a').first().getAttribute('href')) ?? '';
  await page.goto(adresse(`${fall}/verlauf`));
  await page.getByLabel(/^Notiz/).fill('Mitten im Satz');
  await page.getByRole('button', { name: 'Sperren' }).click();
  await expect(page.getByRole('heading', { name: 'Gesperrt' })).toBeVisible();
  expect(await page.content()).not.toContain('Mitten im Satz');
  await page.getByLabel(/^Passwort/).fill(PASSWORT);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(page.getByLabel(/^Notiz/)).toHaveValue('Mitten im Satz');
});

test("a colleague's Case Management is not there, and neither is an invented one", async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, LARS);
  for (const nummer of ['KUE-2026-0001', 'KUE-2026-9999', 'WKN-2026-0001', 'unsinn']) {
    const antwort = await seite.goto(adresse(`/faelle/${nummer}`));
    expect(antwort?.status(), nummer).toBe(404);
    await expect(seite.getByRole('heading', { name: 'Nicht gefunden' })).toBeVisible();
  }
  await pruefeSeite(seite);
  await seite.context().close();
});

test('locked: the case is covered until the password is typed', async ({ page }) => {
  await meldeAn(page, LARS);
  await page.goto(adresse('/faelle'));
  await page.getByRole('button', { name: 'Sperren' }).click();
  await expect(page.getByRole('heading', { name: 'Gesperrt' })).toBeVisible();
  await pruefeSeite(page);
  await page.getByLabel(/^Passwort/).fill('falsch');
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(page.getByRole('alert')).toContainText('stimmt nicht');
  await page.getByLabel(/^Passwort/).fill(PASSWORT);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(page.getByRole('heading', { name: 'Fälle' })).toBeVisible();
});
