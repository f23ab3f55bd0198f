import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

test('the Koordination reads the Lagebild, goes back in time, opens a table and takes it along', async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, konto(null, 'Koordination'));
  await seite.goto(adresse('/koordination'));
  await expect(seite.getByText('laufende Fälle', { exact: true })).toBeVisible();
  await expect(seite.getByText(/Vielfache von 5/).first()).toBeVisible();
  await pruefeSeite(seite);
  for (const bild of await seite.locator('main img').all()) {
    await bild.scrollIntoViewIfNeeded();
    await expect.poll(() => bild.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 100)).toBe(true);
    expect((await bild.getAttribute('alt'))?.length).toBeGreaterThan(20);
  }

  await seite.getByText('Anderer Monat, anderer Vergleich').click();
  const monat = seite.locator('details a[href*="stichtag"]').last();
  const name = (await monat.textContent()) ?? '';
  await monat.click();
  await expect(seite.getByText(`Stand ${name}`)).toBeVisible();

  await seite.goto(adresse('/koordination/tabellen'));
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Laufende Fälle je Träger und Klasse' }).click();
  await expect(seite.getByRole('heading', { level: 1, name: 'Laufende Fälle je Träger und Klasse' })).toBeVisible();
  await pruefeSeite(seite);
  const summe = seite.getByRole('row', { name: /^zusammen/ });
  const zahlen = (await summe.getByRole('cell').allTextContents()).map((text) => text.trim());
  const [datei] = await Promise.all([seite.waitForEvent('download'), seite.getByRole('link', { name: 'CSV' }).click()]);
  expect(datei.suggestedFilename()).toMatch(/^traeger_klasse-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(zahlen).toHaveLength(3);
  expect(readFileSync(await datei.path(), 'utf8').split('\r\n').find((zeile) => zeile.startsWith('zusammen'))?.split(';').slice(1)).toEqual(zahlen);

  await seite.goto(adresse('/koordination/veroeffentlichungen'));
  await expect(seite.getByRole('table').getByRole('row')).not.toHaveCount(0);
  await pruefeSeite(seite);
  await seite.context().close();
});
