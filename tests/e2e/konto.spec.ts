import { expect, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import { tippeZugang, adresse, konto, meldeAn, PASSWORT, pruefeSeite } from './person.ts';

/** One person for each pass. */
const WER: Record<string, string> = { schreibtisch: konto('DLE', 'Leitung'), telefon: konto('DKO', 'Leitung'), 'ohne-javascript': konto('ROE', 'Leitung') };

test('a second factor is set up, asked for, and replaced by a recovery code', async ({ page }, { project }) => {
  const email = WER[project.name] ?? '';
  await meldeAn(page, email);
  await page.goto(adresse('/konto/zweiter-faktor'));
  await page.getByLabel(/^Ihr Passwort/).fill('falsch');
  await page.getByRole('button', { name: 'Einrichtung beginnen' }).click();
  await expect(page.getByText('Das Passwort stimmt nicht').first()).toBeVisible();
  await page.getByLabel(/^Ihr Passwort/).fill(PASSWORT);
  await page.getByRole('button', { name: 'Einrichtung beginnen' }).click();
  const schluessel = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  const totp = new TOTP({ secret: schluessel });
  await page.getByLabel(/^Code aus der App/).fill('000000');
  await page.getByRole('button', { name: 'Bestätigen' }).click();
  await expect(page.getByText('Der Code stimmt nicht').first()).toBeVisible();
  await pruefeSeite(page);
  await page.getByLabel(/^Code aus der App/).fill(totp.generate());
  await page.getByRole('button', { name: 'Bestätigen' }).click();
  await expect(page.getByRole('heading', { name: /Wiederherstellungscodes/ }).first()).toBeVisible();
  await pruefeSeite(page);
  const code = (await page.getByText(/^[0-9A-Z]{4,}(?:-[0-9A-Z]{4,})+$/i).first().textContent()) ?? '';
  await page.context().clearCookies();

  await page.goto(adresse('/anmelden'));
  await tippeZugang(page, email);
  await expect(page).toHaveURL(/zweiter-faktor/);
  await pruefeSeite(page);
  expect((await page.goto(adresse('/leitung/stellen')))?.url()).toContain('/anmelden/zweiter-faktor');
  await page.getByLabel(/Code/).first().fill(code);
  await page.getByRole('button').filter({ hasNotText: /Abmelden|Hell|Dunkel/ }).first().click();
  await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();
  await page.goto(adresse('/leitung/stellen'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
