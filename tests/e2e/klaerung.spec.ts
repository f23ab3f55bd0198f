import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';
import { antworte, fragtAn, willigtEin } from './verfahren.ts';

/** The Klärung runs in Rösrath. */
const OLGA = konto('ROE', 'Fachkraft');

async function eroeffne(seite: Page, nachname: string): Promise<string> {
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel('Name der Person').fill(`Anna ${nachname}`);
  await seite.getByRole('button', { name: 'Suchen' }).click();
  await expect(seite.getByText('Niemand gefunden')).toBeVisible();
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  return new URL(seite.url()).pathname.split('/')[2] ?? '';
}

test('from the Erstgespräch over the criteria into Case Management, and out of it', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, OLGA);
  const nr = await fragtAn(seite, `Anna Klaerung${project.name.replace(/[^a-z]/g, '')}`, 'Braucht Rat zu Wohnung und Arbeit.');
  await seite.goto(adresse(`/faelle/${nr}/klaerung`));
  await expect(seite.getByText('Als Nächstes: Erstgespräch')).toBeVisible();
  await pruefeSeite(seite);

  await seite.getByRole('link', { name: 'Erstgespräch' }).click();
  await expect(seite.getByRole('heading', { name: 'Stärken und Wünsche' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Was gelingt gut/).fill('Geduld und Humor');
  await seite.getByLabel(/^Verständigung auf Deutsch/).selectOption('kaum');
  await seite.getByLabel(/^Mobilität/).selectOption('gut');
  await seite.getByLabel(/^Tag des Gesprächs/).fill('01.01.2020');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByRole('alert')).toContainText('höchstens 31 Tage vor der Eröffnung');
  await expect(seite.getByLabel(/^Was gelingt gut/)).toHaveValue('Geduld und Humor');
  await seite.getByLabel(/^Tag des Gesprächs/).fill(new Date().toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin' }));
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('Als Nächstes: Unterlagen')).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/klaerung/erstgespraech`));
  await expect(seite.getByLabel(/^Was gelingt gut/)).toHaveValue('Geduld und Humor');
  await expect(seite.getByText('persönlich, aufsuchend. Das ist ein Hinweis')).toBeVisible();

  await seite.goto(adresse(`/faelle/${nr}/klaerung/kriterien`));
  await expect(seite.getByText('Platzhalter: Wortlaut des Konzepts fehlt')).toBeVisible();
  await pruefeSeite(seite);
  await antworte(seite, 2);
  await seite.getByLabel('Erstintegration').check();
  await seite.getByLabel('Case Management', { exact: true }).check();
  await seite.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('Einverständnis');
  await expect(seite.getByRole('alert')).toContainText('weniger Kriterien erfüllt');
  await expect(seite.getByText('2 von 5 Kriterien erfüllt.')).toBeVisible();
  await expect(seite.getByLabel(/^Begründung zu/).first()).toHaveValue('Wohnen, Arbeit und Aufenthalt zugleich');
  await pruefeSeite(seite);
  await willigtEin(seite, nr);
  await seite.goto(adresse(`/faelle/${nr}/klaerung/kriterien`));
  await antworte(seite, 2);
  await seite.getByLabel('Erstintegration').check();
  await seite.getByLabel('Case Management', { exact: true }).check();
  await seite.getByLabel(/unter der Schwelle/).fill('Akute Notlage');
  await seite.getByLabel(/trotz fehlender Unterlagen/).fill('Übersetzung folgt');
  await seite.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await expect(seite.getByText('Die Klärung ist abgeschlossen').or(seite.getByText('Als Nächstes: Unterlagen'))).toBeVisible();
  await expect(seite.getByText('Akute Notlage')).toBeVisible();
  await expect(seite.getByText(/Case Management, 2 von 5 Kriterien erfüllt/)).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/abschluss`));
  await pruefeSeite(seite);
  await seite.getByLabel('Ziele erreicht').check();
  await seite.getByLabel('beide gemeinsam').check();
  await seite.getByLabel(/^Beendet am/).fill('01.01.2020');
  await seite.getByLabel(/^Notiz/).fill('Abschied gefeiert');
  await seite.getByRole('button', { name: 'Fall beenden' }).click();
  await expect(seite.getByRole('alert')).toContainText('frühestens am Tag des letzten Kontakts');
  await seite.getByLabel(/^Beendet am/).fill(new Date().toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin' }));
  await seite.getByRole('button', { name: 'Fall beenden' }).click();
  await expect(seite.getByText('Abschied gefeiert')).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel('Neuer Bedarf').check();
  await seite.getByRole('button', { name: 'Fall wiederaufnehmen' }).click();
  await expect(seite.getByText(/^beendet am/)).toHaveCount(0);
  await seite.context().close();
});

test('the Bogen saves itself, and two devices see both versions', async ({ browser, javaScriptEnabled }, { project }) => {
  test.skip(!javaScriptEnabled, 'without scripts there is the button');
  const seite = await setzAnDenPlatz(browser, OLGA);
  const nr = await eroeffne(seite, `Selbst${project.name.replace(/[^a-z]/g, '')}`);
  const andere = await setzAnDenPlatz(browser, OLGA);
  for (const eine of [seite, andere]) await eine.goto(adresse(`/faelle/${nr}/klaerung/erstgespraech`));
  await seite.getByLabel(/^Was wünscht sich/).fill('Eine Ausbildung');
  await expect(seite.getByText(/^Gespeichert: /)).toBeVisible();
  const gesendet = seite.waitForResponse((antwort) => antwort.request().method() === 'POST');
  await seite.getByLabel(/^Was wünscht sich/).fill('Eine Ausbildung als Tischlerin');
  expect((await gesendet).status()).toBe(200);
  await andere.getByLabel(/^Was wünscht sich/).fill('Etwas anderes');
  await expect(andere.getByText('zwischenzeitlich geändert')).toBeVisible();
  await expect(andere.getByRole('table').getByText('Eine Ausbildung als Tischlerin')).toBeVisible();
  await expect(andere.getByLabel(/^Was wünscht sich/)).toHaveValue('Etwas anderes');
  await pruefeSeite(andere);
  await andere.getByRole('button', { name: 'Meine Fassung speichern' }).click();
  await expect(andere).toHaveURL(/\/klaerung$/);
  await andere.goto(adresse(`/faelle/${nr}/klaerung/erstgespraech`));
  await expect(andere.getByLabel(/^Was wünscht sich/)).toHaveValue('Etwas anderes');
  await Promise.all([seite.context().close(), andere.context().close()]);
});

test('the Koordination drafts a version, and publishes it after a question', async ({ browser }) => {
  const seite = await setzAnDenPlatz(browser, konto(null, 'Koordination'));
  await seite.goto(adresse('/koordination/kataloge'));
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Neue Fassung' }).click();
  await expect(seite.getByRole('heading', { name: 'Entwurf' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Kriterium hinzufügen' }).click();
  await seite.getByRole('textbox', { name: 'Kriterium 6 (erforderlich)' }).fill('Ein sechstes');
  await seite.getByRole('button', { name: 'Kriterium 1 entfernen' }).click();
  await expect(seite.getByRole('textbox', { name: 'Kriterium 5 (erforderlich)' })).toHaveValue('Ein sechstes');
  await seite.getByLabel(/^Schwelle/).fill('6');
  await seite.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('zwischen 1 und der Zahl der Kriterien (5)');
  await seite.getByLabel(/^Schwelle/).fill('2');
  await seite.getByLabel(/^Beschluss/).fill('Lenkungskreis');
  await seite.getByLabel(/^Gilt ab/).fill('01.01.2090');
  await seite.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
  await expect(seite.getByRole('heading', { name: /veröffentlichen\?$/ })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await expect(seite.getByText('Die Fassung ist veröffentlicht.')).toBeVisible();
  await expect(seite.getByRole('button', { name: 'Entwurf speichern' })).toHaveCount(0);
  await pruefeSeite(seite);
  await seite.context().close();
});
