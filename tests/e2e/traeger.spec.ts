import { expect, test } from '@playwright/test';
import { adresse, konto, meldeAn, nimmEinladungAn, pruefeSeite, setzAnDenPlatz, tippeZugang } from './person.ts';

test('the Koordination gets in and finds no door to a case', async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, konto(null, 'Koordination'));
  await seite.goto(adresse('/'));
  await expect(seite).toHaveURL(/\/koordination$/);
  await pruefeSeite(seite);
  expect(await seite.locator('a[href*="faelle"]').count()).toBe(0);
  for (const pfad of ['/faelle', '/faelle/neu', '/faelle/KUE-2026-0001', '/verwaltung/personal', '/leitung/stellen', '/protokoll']) {
    expect((await seite.goto(adresse(pfad)))?.status(), pfad).toBe(404);
  }
  await seite.context().close();
});

/** Names of a client of Kürten, in both scripts. */
const NAMEN = ['Teklet', 'Habte', 'ተክለት'];

const SEITEN = {
  Administration: ['/', '/verwaltung/personal', '/verwaltung/personal/neu', '/verwaltung/stellen', '/verwaltung/stellen/neu', '/verwaltung/protokoll', '/freigaben', '/konto'],
  Leitung: ['/', '/leitung', '/leitung/stellen', '/freigaben', '/konto'],
};

for (const [aufgabe, pfade] of Object.entries(SEITEN)) {
  test(`every page of the ${aufgabe}, and no client on any of them`, async ({ browser }) => {
    const seite = await setzAnDenPlatz(browser, konto('KUE', aufgabe));
    for (const pfad of pfade) {
      expect((await seite.goto(adresse(pfad)))?.status(), pfad).toBe(200);
      const inhalt = await seite.content();
      for (const name of NAMEN) expect(inhalt, pfad).not.toContain(name);
      await pruefeSeite(seite);
    }
    for (const pfad of ['/faelle', '/faelle/KUE-2026-0001']) expect((await seite.goto(adresse(pfad)))?.status(), pfad).toBe(404);
    await seite.context().close();
  });
}

test('the Koordination invites a colleague; who works for a Träger cannot become one of hers', async ({ browser }, { project }) => {
  const vomTraeger = { schreibtisch: konto('KUE', 'Fachkraft'), telefon: konto('WKN', 'Fachkraft'), 'ohne-javascript': konto('ROE', 'Fachkraft') }[project.name] ?? '';
  const kollegin = `neu.${project.name}@koordination.example`;
  const seite = await setzAnDenPlatz(browser, konto(null, 'Koordination'));
  const ladeEin = async (email: string): Promise<string> => {
    await seite.goto(adresse('/koordination/konten'));
    await seite.getByLabel(/^Vor- und Nachname/).fill('Toni Neu');
    await seite.getByLabel(/^E-Mail-Adresse/).fill(email);
    await seite.getByRole('button', { name: 'Einladen' }).click();
    return (await seite.locator('code').textContent()) ?? '';
  };
  const neue = await (await browser.newContext()).newPage();
  await neue.goto(await ladeEin(kollegin));
  await nimmEinladungAn(neue, 'Ein ganzer Satz für Toni');
  await pruefeSeite(seite);
  await tippeZugang(neue, kollegin, 'Ein ganzer Satz für Toni');
  await neue.goto(adresse('/koordination/konten'));
  await expect(neue.getByRole('heading', { level: 1 })).toHaveText('Konten der Koordination');
  await neue.context().close();

  // The Koordination cannot tell from the answer that this address belongs to a Träger; its link opens nothing.
  const fachkraft = await (await browser.newContext()).newPage();
  await fachkraft.goto(await ladeEin(vomTraeger));
  await expect(fachkraft.getByRole('heading', { name: 'Dieser Link gilt nicht' })).toBeVisible();
  await meldeAn(fachkraft, vomTraeger);
  expect((await fachkraft.goto(adresse('/koordination')))?.status()).toBe(404);
  await fachkraft.context().close();
  await seite.context().close();
});
