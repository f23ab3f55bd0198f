import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, meldeAn, pruefeSeite, setzAnDenPlatz } from './person.ts';

/** People and places of the Kommunales Integrationszentrum, whose posts serve several communes. */
const JUDITH = konto('RBK', 'Fachkraft');
const kennzeichen = (name: string): string => name.replace(/[^a-z]/g, '');

async function eroeffne(seite: Page, nachname: string): Promise<string> {
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel(/^Nachname/).fill(nachname);
  await seite.getByLabel('Sprache', { exact: true }).selectOption('kmr');
  await seite.getByLabel('Weitere Sprache').selectOption('ara');
  await seite.getByLabel(/^Staatsangehörigkeit/).selectOption('475');
  await seite.getByLabel('Kommune').selectOption({ label: 'Odenthal' });
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  return new URL(seite.url()).pathname.split('/')[2] ?? '';
}

async function oeffne(seite: Page, titel: string): Promise<void> {
  await seite.locator('details:not([open])', { hasText: titel }).locator('summary').click();
}

test('a Träger keeps its places, and a Kontakt says where, what for and who interpreted', async ({ browser }, { project }) => {
  const ort = `Zimmer ${kennzeichen(project.name)}`;
  const verwaltung = await setzAnDenPlatz(browser, konto('RBK', 'Administration'));
  await verwaltung.goto(adresse('/verwaltung/dienstort'));
  await pruefeSeite(verwaltung);
  await verwaltung.goto(adresse('/verwaltung/dienstort/neu'));
  await verwaltung.getByRole('button', { name: 'Ort anlegen' }).click();
  await expect(verwaltung.getByRole('alert')).toContainText('Bitte geben Sie dem Ort einen Namen.');
  await verwaltung.getByLabel(/^Name/).fill(ort);
  await verwaltung.getByLabel(/^Art/).selectOption('buero');
  await verwaltung.getByLabel(/^Kommune/).selectOption({ label: 'Odenthal' });
  await verwaltung.getByLabel('barrierefrei').check();
  await verwaltung.getByRole('button', { name: 'Ort anlegen' }).click();
  await verwaltung.getByRole('link', { name: ort }).click();
  await expect(verwaltung.getByLabel('barrierefrei')).toBeChecked();
  await pruefeSeite(verwaltung);
  await verwaltung.context().close();

  const seite = await setzAnDenPlatz(browser, JUDITH);
  const nr = await eroeffne(seite, `Ortmann${kennzeichen(project.name)}`);
  await seite.goto(adresse(`/faelle/${nr}/verlauf`));
  await pruefeSeite(seite);
  await seite.getByLabel(/^Notiz/).fill('Beim Jobcenter gedolmetscht');
  await seite.getByLabel('Leistung', { exact: true }).selectOption('begleitung');
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('passenden Zweck');
  await seite.getByLabel(/^Zweck/).selectOption('krise');
  await oeffne(seite, 'Ort, Sprachmittlung und Themen');
  await seite.getByLabel('Ort', { exact: true }).selectOption({ label: `${ort} (barrierefrei)` });
  await seite.getByLabel('Sprachmittlung', { exact: true }).selectOption('laienpool');
  await seite.getByLabel('Wohnen').check();
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(seite.getByText('Begleitung zum Übersetzen?')).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/trotzdem speichern/).check();
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  const verlauf = seite.getByLabel('Kontakte, neueste zuerst');
  await expect(verlauf).toContainText(`Begleitung · Zweck: akute Krise · Ort: ${ort} · Sprachmittlung: Laien-Sprachmittlungspool · Themen: Wohnen`);
  await seite.getByLabel('Person ist nicht gekommen').check();
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(verlauf).toContainText('nicht gekommen');
  await seite.goto(adresse(`/faelle/${nr}/personen`));
  await expect(seite.getByText('Kurmandschi, Arabisch')).toBeVisible();
  await pruefeSeite(seite);
  await seite.context().close();
});

test('residence status is a time line that closes nothing', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, JUDITH);
  const nr = await eroeffne(seite, `Statusse${kennzeichen(project.name)}`);
  await seite.goto(adresse(`/faelle/${nr}/personen`));
  await seite.getByRole('link', { name: 'Aufenthalt und Leistungen' }).click();
  await pruefeSeite(seite);
  const status = seite.getByLabel(/^Status oder Leistung/);
  await status.selectOption('p104c');
  await seite.getByRole('textbox', { name: /^Seit / }).fill('01.02.2026');
  await seite.getByRole('button', { name: 'Angabe speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('schon ausgelaufen');
  await expect(status).toHaveValue('p104c');
  await seite.getByRole('textbox', { name: /^Seit / }).fill('01.02.2024');
  await seite.getByRole('textbox', { name: /^Frist/ }).fill('31.07.2025');
  await seite.getByRole('button', { name: 'Angabe speichern' }).click();
  const leiste = seite.getByLabel('Aufenthalt und Leistungen, neueste zuerst');
  await expect(leiste).toContainText('abgelaufen');
  await expect(leiste).toContainText('30.06.2027');
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: /^Korrigieren/ }).click();
  await expect(seite.getByRole('heading', { name: 'Angabe korrigieren' })).toBeVisible();
  await seite.getByLabel('Nummer des Dokuments').fill('YZ 12');
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Korrektur speichern' }).click();
  await expect(leiste).toContainText('YZ 12');
  await seite.goto(adresse(`/faelle/${nr}`));
  await expect(seite.getByText('beendet', { exact: true })).toHaveCount(0);
  await seite.context().close();
});

test('the Leitung agrees on fewer cases, without a reason', async ({ browser }, { project }) => {
  const seite = await (await browser.newContext()).newPage();
  // What ends today holds today: each project agrees at a Träger of its own.
  await meldeAn(seite, konto({ schreibtisch: 'KUE', telefon: 'ODE' }[project.name] ?? 'WKN', 'Leitung'));
  await seite.goto(adresse('/leitung/stellen'));
  await expect(seite.getByText('Ein Grund wird nicht erfragt und nirgends gespeichert')).toBeVisible();
  await seite.getByLabel('Fachkraft').selectOption({ index: 1 });
  await seite.getByLabel(/höchstens/).fill('25');
  await seite.getByRole('button', { name: 'Anpassung speichern' }).click();
  const anpassungen = seite.getByRole('table', { name: 'Vereinbarte Anpassungen, heute und künftig' });
  await expect(anpassungen).toContainText('25');
  await pruefeSeite(seite);
  await anpassungen.getByRole('button', { name: /^Anpassung beenden/ }).first().click();
  await expect(anpassungen).toContainText('endet heute');
  await seite.context().close();
});
