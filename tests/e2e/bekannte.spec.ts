import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

const kennzeichen = (name: string): string => name.replace(/[^a-z]/g, '');

async function erfasse(seite: Page, vorname: string, nachname: string, { nochmals = false } = {}): Promise<string> {
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel(/^Vorname/).fill(vorname);
  await seite.getByLabel(/^Nachname/).fill(nachname);
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  if (nochmals) {
    await expect(seite.getByRole('alert')).toContainText('Unter diesem Namen ist schon jemand erfasst');
    await expect(seite.getByRole('table', { name: /^Gefundene Personen/ })).toContainText(nachname);
    await expect(seite.getByLabel(/^Vorname/)).toHaveValue(vorname);
    await pruefeSeite(seite);
    await seite.getByLabel(/trotzdem neu erfassen/).check();
    await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  }
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  return new URL(seite.url()).pathname.split('/')[2] ?? '';
}

async function suche(seite: Page, name: string): Promise<void> {
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel('Name der Person').fill(name);
  await seite.getByRole('button', { name: 'Suchen' }).click();
}

test('somebody recorded twice is found, joined, and parted again', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('BGL', 'Fachkraft'));
  const nachname = `Doppler${kennzeichen(project.name)}`;
  const [erster, zweiter] = [await erfasse(seite, 'Dalia', nachname), await erfasse(seite, 'Dalia', nachname, { nochmals: true })];
  await suche(seite, nachname);
  await expect(seite.getByRole('link', { name: 'doppelt erfasst?' })).toHaveCount(2);
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'doppelt erfasst?' }).first().click();
  await expect(seite.getByRole('heading', { name: 'Doppelt erfasst?' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: /^Zusammenführen/ }).click();
  await expect(seite.getByText('Auch erfasst als')).toBeVisible();
  const person = seite.url();
  await suche(seite, nachname);
  await expect(seite.getByRole('row', { name: new RegExp(`${erster}.*${zweiter}|${zweiter}.*${erster}`) })).toHaveCount(1);
  await seite.goto(person);
  await seite.getByRole('button', { name: /^Trennen/ }).click();
  await expect(seite.getByText('Vielleicht dieselbe Person')).toBeVisible();
  await seite.context().close();
});

test('who comes back after her case has ended gets a new one; another known person joins it', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('BGL', 'Fachkraft'));
  const nachname = `Wiederkehr${kennzeichen(project.name)}`;
  const frueher = await erfasse(seite, 'Rana', nachname);
  await seite.goto(adresse(`/faelle/${frueher}/abschluss`));
  await seite.getByLabel('Beratung abgeschlossen').check();
  await seite.getByLabel('beide gemeinsam').check();
  await seite.getByRole('button', { name: 'Fall beenden' }).click();
  await expect(seite.getByText(/^beendet am/).first()).toBeVisible();
  await suche(seite, nachname);
  await seite.getByRole('link', { name: /^Neuer Fall für/ }).click();
  await expect(seite.getByRole('heading', { name: `Fall eröffnen für Rana ${nachname}` })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Eröffnet am/).fill('31.02.2026');
  await seite.getByLabel(/^Anliegen/).fill('Ist wieder da');
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('alert')).toContainText('gibt es im Kalender nicht');
  await expect(seite.getByLabel(/^Anliegen/)).toHaveValue('Ist wieder da');
  await seite.getByLabel(/^Eröffnet am/).fill(new Date().toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin' }));
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  const nr = new URL(seite.url()).pathname.split('/')[2] ?? '';
  expect(nr).not.toBe(frueher);

  await erfasse(seite, 'Karim', `Bruder${kennzeichen(project.name)}`);
  await seite.goto(adresse(`/faelle/${nr}/personen`));
  await seite.getByRole('searchbox').fill(`Bruder${kennzeichen(project.name)}`);
  await seite.getByRole('button', { name: 'Suchen' }).click();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Nachname/).fill(`Bruder${kennzeichen(project.name)}`);
  await seite.getByLabel(/^Vorname/).fill('Karim');
  await seite.getByRole('button', { name: 'Person aufnehmen', exact: true }).click();
  await expect(seite.getByRole('alert')).toContainText('Unter diesem Namen ist schon jemand erfasst');
  await expect(seite.getByLabel(/^Vorname/)).toHaveValue('Karim');
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Die erfasste Person oben aufnehmen' }).click();
  await expect(seite.getByLabel(/^Karim/)).toBeFocused();
  await expect(seite.getByLabel(/trotzdem neu erfassen/)).toBeVisible();
  await seite.getByLabel(/^Karim/).check();
  await seite.getByRole('button', { name: 'Diese Person aufnehmen' }).click();
  await expect(seite.getByRole('link', { name: 'Angaben bearbeiten' })).toHaveCount(2);
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Angaben bearbeiten' }).last().click();
  await expect(seite.getByRole('heading', { name: 'Zugehörigkeit zum Fall' })).toBeVisible();
  await seite.getByRole('radio', { name: 'weitere Person' }).check();
  await seite.getByLabel(/^Aus dem Fall ausgeschieden am/).fill('01.01.2020');
  await seite.getByRole('button', { name: 'Zugehörigkeit speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('gehört erst seit dem');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Aus dem Fall ausgeschieden am/).fill(new Date().toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }));
  await seite.getByRole('button', { name: 'Zugehörigkeit speichern' }).click();
  await expect(seite.getByText(/^ausgeschieden am .* · weitere Person/)).toBeVisible();
  await pruefeSeite(seite);
  await seite.context().close();
});
