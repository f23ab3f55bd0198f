import { expect, test } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

test('the Koordination gets in and finds no door to a case', async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, konto(null, 'Koordination'));
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
  Leitung: ['/', '/leitung/stellen', '/freigaben', '/konto'],
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
