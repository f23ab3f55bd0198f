import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

const FACHKRAFT: Record<string, string> = { schreibtisch: konto('KUE', 'Fachkraft'), telefon: konto('BGL', 'Fachkraft'), 'ohne-javascript': konto('ODE', 'Fachkraft') };
const STELLE = 'Schuldnerberatung';

async function ersterFall(seite: Page): Promise<string> {
  await seite.goto(adresse('/faelle?klasse=case_management'));
  return ((await seite.getByRole('table').getByRole('link').first().getAttribute('href')) ?? '').split('/')[2] ?? '';
}

test('to the right place: nothing goes out before the person agrees, nor after she has revoked it; what is missing is counted', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, FACHKRAFT[project.name] ?? '');
  await seite.goto(adresse('/angebote?bereich=schulden'));
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: STELLE }).click();
  await expect(seite.getByText('noch niemand geprüft')).toBeVisible();
  await pruefeSeite(seite);

  const nr = await ersterFall(seite);
  await seite.goto(adresse(`/faelle/${nr}/linking`));
  await seite.getByRole('link', { name: 'Vermittlung anlegen' }).click();
  await seite.getByRole('button', { name: 'Vermittlung anlegen' }).click();
  await expect(seite.getByRole('alert').first()).toContainText('Bitte wählen Sie eine Stelle');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Stelle/).selectOption({ label: STELLE });
  await seite.getByLabel(/^Worum geht es/).fill('Drei Mahnungen liegen ungeöffnet.');
  await seite.getByRole('button', { name: 'Vermittlung anlegen' }).click();
  await expect(seite.getByText('Noch darf nichts hinaus')).toBeVisible();
  const vermittlung = seite.url();

  await seite.getByRole('link', { name: 'Schweigepflichtentbindung erfassen' }).click();
  await seite.getByLabel('stimmt zu').check();
  await expect(seite.getByLabel('Vermittlung an diese Stelle')).toBeChecked();
  await seite.getByLabel(/^Zweck/).fill('Schulden ordnen');
  await seite.getByLabel('Name, Anschrift, Geburtsdatum').check();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite).toHaveURL(/einwilligungen$/);

  await seite.goto(vermittlung);
  await seite.getByLabel('Gesundheit').check();
  await seite.getByLabel(/^Ihre Mitteilung/).fill('Bitte um einen Termin vormittags.');
  await seite.getByRole('button', { name: 'Text erzeugen' }).click();
  await expect(seite.getByRole('alert').first()).toContainText('umfasst nicht alle gewählten Angaben');
  await expect(seite.getByLabel(/^Ihre Mitteilung/)).toHaveValue('Bitte um einen Termin vormittags.');
  await seite.getByLabel('Gesundheit').uncheck();
  await seite.getByLabel('Name, Anschrift, Geburtsdatum').check();
  await seite.getByRole('button', { name: 'Text erzeugen' }).click();
  await expect(seite.getByText('Bitte um einen Termin vormittags.')).toBeVisible();
  await expect(seite.getByText(`An: ${STELLE}`)).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/monitoring`));
  for (const gruppe of await seite.getByRole('radiogroup').all()) await gruppe.getByLabel('nein', { exact: true }).check();
  await seite.getByRole('button', { name: 'Prüfung speichern' }).click();
  await expect(seite.getByText('Festhalten, was in der Region fehlt.')).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/einwilligungen`));
  await seite.getByRole('row', { name: new RegExp(STELLE) }).getByRole('link', { name: /Widerruf$/ }).click();
  await expect(seite.getByText('Angehalten wird:')).toBeVisible();
  await seite.getByRole('button', { name: 'Widerruf eintragen' }).click();
  await expect(seite).toHaveURL(/einwilligungen$/);
  await seite.goto(vermittlung);
  await expect(seite.getByText('Noch darf nichts hinaus')).toBeVisible();

  await seite.goto(adresse(`/faelle/${nr}/linking`));
  await seite.getByRole('link', { name: 'Kein Angebot vorhanden' }).click();
  await seite.getByLabel(/^Bereich/).selectOption('schulden');
  await seite.getByLabel('Zu lange Wartezeit').check();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Lücke festhalten' }).click();
  await expect(seite.getByRole('cell', { name: 'Zu lange Wartezeit' })).toBeVisible();
  await pruefeSeite(seite);

  await seite.context().close();
});
