import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

const FATMA = konto('WKN', 'Fachkraft');

async function erfasse(seite: Page, name: string, anliegen: string): Promise<void> {
  await seite.getByLabel(/^Name/).fill(name);
  await seite.getByLabel(/^Anliegen/).fill(anliegen);
}

const speichere = (seite: Page) => seite.getByRole('button', { name: 'Speichern, nächste Person' }).click();

test('a morning in the corridor: new, known, referred on, waiting; everything is found again', { tag: '@telefon' }, async ({ browser }, { project }) => {
  const name = `Wilma ${project.name.replace(/[^a-z]/g, '')}`;
  const seite = await setzAnDenPlatz(browser, FATMA);
  await seite.goto(adresse('/sprechstunde'));
  await pruefeSeite(seite);

  await erfasse(seite, name, 'Versteht einen Brief vom Amt nicht.');
  await seite.getByLabel('Sprache').selectOption('ara');
  await seite.getByLabel('Bedarf', { exact: true }).selectOption('behoerden');
  await speichere(seite);
  await expect(seite.getByRole('status').first()).toContainText('Nächste Person');
  await expect(seite.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(seite.getByLabel(/^Name/)).toHaveValue('');

  // The same name again: she is asked once whether it is the same person, and nothing typed is lost.
  await erfasse(seite, name, 'Kommt mit demselben Brief wieder.');
  if (project.name === 'ohne-javascript') {
    await speichere(seite);
    await expect(seite.getByRole('alert')).toContainText('schon jemand erfasst');
    await expect(seite.getByLabel(/^Anliegen/)).toHaveValue('Kommt mit demselben Brief wieder.');
    await pruefeSeite(seite);
  }
  await seite.getByLabel(new RegExp(name)).check();
  await speichere(seite);
  await expect(seite.getByLabel(/^Name/)).toHaveValue('');
  await expect(seite.getByRole('status').first()).toContainText('Nächste Person');
  await seite.getByRole('link', { name, exact: true }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(name);
  const nummer = new URL(seite.url()).pathname.split('/')[2] ?? '';
  await seite.goto(adresse(`/faelle/${nummer}/verlauf`));
  await expect(seite.getByLabel('Kontakte, neueste zuerst')).toContainText('Versteht einen Brief');
  await expect(seite.getByLabel('Kontakte, neueste zuerst')).toContainText('demselben Brief');
  await seite.goto(adresse(`/faelle/${nummer}/bedarfe`));
  await expect(seite.getByText('Behörden und Schriftverkehr').first()).toBeVisible();
  await pruefeSeite(seite);

  // The third time: worth looking at the criteria again, and nothing changes by itself.
  await seite.goto(adresse('/sprechstunde'));
  await erfasse(seite, name, 'Kommt zum dritten Mal.');
  if (project.name === 'ohne-javascript') await speichere(seite);
  await seite.getByLabel(new RegExp(name)).check();
  await speichere(seite);
  await expect(seite.getByText(`Kriterien in ${nummer} erneut prüfen?`)).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Kriterien prüfen' }).click();
  await expect(seite).toHaveURL(new RegExp(`${nummer}/klaerung/kriterien$`));
  await expect(seite.getByText('Kurzberatung').first()).toBeVisible();
});

test('who corrects a mistake goes on typing while hits come in', async ({ browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts no hits come in');
  const seite = await setzAnDenPlatz(browser, FATMA);
  await seite.goto(adresse('/sprechstunde'));
  await seite.getByLabel(/^Name/).fill('Khaled');
  await speichere(seite);
  await expect(seite.getByRole('alert')).toBeFocused();
  const name = seite.getByLabel(/^Name/);
  await name.focus();
  await seite.keyboard.press('End');
  await Promise.all([seite.waitForResponse((antwort) => antwort.request().method() === 'POST'), seite.keyboard.type(' Al')]);
  await expect(seite.getByRole('radio', { name: /Khaled Al-Masri/ })).toBeVisible();
  await seite.keyboard.type('-Masri', { delay: 200 });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Khaled Al-Masri');
  await seite.context().close();
});

test('a Verweis names the place; an Anfrage waits, and becomes a case', async ({ browser }, { project }) => {
  const name = `Valentin ${project.name.replace(/[^a-z]/g, '')}`;
  const seite = await setzAnDenPlatz(browser, FATMA);
  await seite.goto(adresse('/sprechstunde'));
  await erfasse(seite, `${name}verweis`, 'Sucht einen Sprachkurs.');
  await seite.getByLabel('Verweis an eine andere Stelle').check();
  await speichere(seite);
  await expect(seite.getByRole('alert')).toContainText('Bitte nennen Sie die Stelle');
  await expect(seite.getByLabel(/^Anliegen/)).toHaveValue('Sucht einen Sprachkurs.');
  await seite.getByLabel('Verwiesen an').fill('VHS Bergisches Land');
  await speichere(seite);
  await expect(seite.getByRole('status').first()).toContainText('Nächste Person');

  await erfasse(seite, name, 'Möchte am Telefon beraten werden.');
  await seite.getByLabel('Zugang').selectOption('selbst_telefon');
  await speichere(seite);
  await expect(seite.getByRole('alert')).toContainText('findet immer persönlich statt');
  await seite.getByLabel('Zugang').selectOption('sprechstunde');
  await seite.getByLabel(/^Anliegen/).fill('Möchte beraten werden.');
  await seite.getByLabel('wartet auf das Erstgespräch').check();
  await seite.getByLabel(/^Termin für das Erstgespräch/).fill('01.02.2020');
  await speichere(seite);
  await expect(seite.getByRole('alert')).toContainText('Vergangenheit');
  await seite.getByLabel(/^Termin für das Erstgespräch/).fill('');
  await speichere(seite);
  await expect(seite.getByRole('status').first()).toContainText('Die Anfrage ist notiert');
  await seite.goto(adresse('/anfragen'));
  await pruefeSeite(seite);
  await seite.getByRole('link', { name, exact: true }).click();
  await pruefeSeite(seite);
  await seite.getByText('Angaben berichtigen').click();
  await seite.getByRole('textbox', { name: /^Anliegen/ }).fill('Möchte zur Arbeit beraten werden.');
  await seite.getByRole('button', { name: 'Angaben speichern' }).click();
  await expect(seite.getByText('Möchte zur Arbeit beraten werden.').first()).toBeVisible();
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite).toHaveURL(/\/faelle\//);
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(name);
  await seite.goto(adresse('/anfragen'));
  await expect(seite.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('what is to be done shows in Mein Tag until it is done', async ({ browser }, { project }) => {
  const schritt = `Beim Amt nachfragen ${project.name}`;
  const seite = await setzAnDenPlatz(browser, FATMA);
  await seite.goto(adresse('/faelle'));
  const adresseDesFalls = await seite.getByRole('link', { name: /^Kontakt erfassen in/ }).first().getAttribute('href');
  const nummer = adresseDesFalls?.split('/')[2] ?? '';
  await seite.goto(adresse(`/faelle/${nummer}/schritte`));
  await seite.getByLabel(/^Was ist zu tun/).fill(schritt);
  await seite.getByLabel(/^Bis/).fill('31.02.2027');
  await seite.getByRole('button', { name: 'Wiedervorlage anlegen' }).click();
  await expect(seite.getByRole('alert')).toContainText('gibt es im Kalender nicht');
  await expect(seite.getByLabel(/^Was ist zu tun/)).toHaveValue(schritt);
  await seite.getByLabel(/^Bis/).fill(new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()));
  await seite.getByRole('button', { name: 'Wiedervorlage anlegen' }).click();
  await expect(seite.getByRole('button', { name: `Erledigt: ${schritt}` })).toBeVisible();
  await pruefeSeite(seite);
  await seite.goto(adresse('/'));
  await expect(seite.getByText(schritt)).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: `Erledigt: ${schritt}` }).click();
  await expect(seite.getByText(schritt)).toHaveCount(0);
});

test('a list is filtered, kept under a name, and forgotten', async ({ browser }, { project }) => {
  const name = `Meine Auswahl ${project.name}`;
  const seite = await setzAnDenPlatz(browser, FATMA);
  await seite.goto(adresse('/faelle?klasse=case_management'));
  await pruefeSeite(seite);
  await seite.getByLabel('Diese Auswahl merken als').fill(name);
  await seite.getByRole('button', { name: 'Ansicht merken' }).click();
  await expect(seite.getByRole('link', { name })).toBeVisible();
  await seite.goto(adresse('/faelle'));
  await seite.getByRole('link', { name }).click();
  await expect(seite).toHaveURL(/klasse=case_management/);
  await seite.getByRole('button', { name: `Ansicht ${name} löschen` }).click();
  await expect(seite.getByRole('link', { name })).toHaveCount(0);
});
