import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';

const MERYEM = konto('KUE', 'Fachkraft', 0);
const PDF = { name: 'unterschrieben.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 unterschrieben') };

async function eroeffneFall(seite: Page, nachname: string, sprache = ''): Promise<string> {
  await seite.goto(adresse('/faelle/neu'));
  await seite.getByLabel('Name der Person').fill(`Alaa ${nachname}`);
  await seite.getByRole('button', { name: 'Suchen' }).click();
  await expect(seite.getByLabel(/^Nachname/)).toHaveValue(nachname);
  await seite.getByLabel('Sprache', { exact: true }).selectOption(sprache);
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toContainText(nachname);
  return `/faelle/${new URL(seite.url()).pathname.split('/')[2] ?? ''}`;
}

test('a person agrees, revokes and agrees anew; in between nothing is recorded', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, MERYEM);
  const fall = await eroeffneFall(seite, `Kareem${project.name.replace(/[^a-z]/g, '')}`);

  await seite.goto(adresse(`${fall}/einwilligungen`));
  await expect(seite.getByText('Noch nicht eingeholt.')).toHaveCount(4);
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Datenschutzvereinbarung erfassen' }).click();
  await seite.getByLabel('stimmt zu').check();
  await seite.getByLabel(/^Tag der Erklärung/).fill('01.01.2999');
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('in der Zukunft');
  await expect(seite.getByLabel('stimmt zu')).toBeChecked();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Tag der Erklärung/).fill('02.11.2026');
  await seite.getByLabel(/^Unterschriebenes Blatt/).setInputFiles({ ...PDF, buffer: Buffer.from('<html>kein PDF') });
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('kein PDF, PNG- oder JPEG-Bild');
  await seite.getByLabel(/^Unterschriebenes Blatt/).setInputFiles(PDF);
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByText('Noch nicht eingeholt.')).toHaveCount(3);

  await seite.getByRole('link', { name: 'Datenschutzvereinbarung: Widerruf' }).click();
  await expect(seite.getByText('Ab sofort wird in diesem Fall nichts mehr erfasst.')).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Tag des Widerrufs/).fill('01.11.2026');
  await seite.getByRole('button', { name: 'Widerruf eintragen' }).click();
  await expect(seite.getByRole('alert')).toContainText('erst am 02.11.2026');
  await seite.getByLabel(/^Tag des Widerrufs/).fill('10.11.2026');
  await seite.getByRole('button', { name: 'Widerruf eintragen' }).click();
  await expect(seite.getByText('Seit dem 10.11.2026 darf hier nichts mehr erfasst werden')).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`${fall}/verlauf`));
  await expect(seite.getByText('Seit dem 10.11.2026 darf hier nichts mehr erfasst werden')).toBeVisible();
  await seite.getByLabel(/^Notiz/).fill('Noch schnell notiert');
  await seite.getByRole('button', { name: 'Kontakt speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('nichts mehr erfasst werden');
  await expect(seite.getByLabel(/^Notiz/)).toHaveValue('Noch schnell notiert');

  await seite.goto(adresse(`${fall}/einwilligungen/neu?art=datenschutzvereinbarung`));
  await seite.getByLabel('stimmt zu').check();
  await seite.getByLabel('mündlich').check();
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByText('darf hier nichts mehr erfasst werden')).toHaveCount(0);
  await expect(seite.getByText('Noch nicht eingeholt.')).toHaveCount(3);

  await seite.getByRole('link', { name: 'Datenschutzvereinbarung: Nachweis ablegen' }).click();
  await seite.getByRole('button', { name: 'Nachweis ablegen' }).click();
  await expect(seite.getByRole('alert')).toContainText('Bitte wählen Sie eine Datei.');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Unterschriebenes Blatt/).setInputFiles(PDF);
  await seite.getByRole('button', { name: 'Nachweis ablegen' }).click();
  await expect(seite.getByRole('link', { name: 'Nachweis', exact: true })).toHaveCount(2);
  await seite.context().close();
});

type Punkt = [x: number, y: number];

async function zeichne(seite: Page, punkte: Punkt[]): Promise<void> {
  await seite.mouse.move(...punkte[0]!);
  await seite.mouse.down();
  for (const punkt of punkte) await seite.mouse.move(...punkt);
  await seite.mouse.up();
}

/** A finger: unlike the mouse it scrolls the page unless the field keeps it. */
async function streiche(seite: Page, punkte: Punkt[]): Promise<void> {
  const finger = await seite.context().newCDPSession(seite);
  const [anfang, ...weiter] = punkte.map(([x, y]) => ({ touchPoints: [{ x, y }] }));
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', ...anfang! });
  for (const punkt of weiter) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', ...punkt });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a Schweigepflichtentbindung is signed on the screen and printed beside Arabic', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, MERYEM);
  const fall = await eroeffneFall(seite, `Haddad${project.name.replace(/[^a-z]/g, '')}`, 'ara');
  await seite.goto(adresse(`${fall}/einwilligungen/neu?art=schweigepflichtentbindung`));
  await seite.getByLabel('stimmt zu').check();
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('Bitte nennen Sie die Stelle oder Person');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Stelle oder Person/).fill('Jobcenter Rhein-Berg, Frau Klein');
  await seite.getByLabel(/^Zweck/).fill('Antrag auf Leistungen');
  await seite.getByLabel('Leistungen und Lebensunterhalt').check();
  await seite.getByLabel('gegenseitig').check();
  await seite.getByLabel(/^Sprache der/).selectOption('ara');
  if (project.use.javaScriptEnabled === false) {
    await expect(seite.getByText('Oder hier unterschreiben')).toHaveCount(0);
    await seite.getByLabel(/^Unterschriebenes Blatt/).setInputFiles(PDF);
  } else {
    await seite.getByLabel('elektronisch, am Bildschirm unterschrieben').check();
    const unterschrift = seite.getByRole('img', { name: 'Leeres Feld für die Unterschrift' });
    await unterschrift.scrollIntoViewIfNeeded();
    const ort = await unterschrift.boundingBox();
    const { x, y } = ort!;
    await (project.use.hasTouch ? streiche : zeichne)(seite, [[x + 120, y + 90], [x + 90, y + 50], [x + 80, y + 10]]);
    const unterschrieben = seite.getByRole('img', { name: 'Feld mit Unterschrift' });
    await expect(unterschrieben).toBeVisible();
    expect(await unterschrieben.boundingBox()).toEqual(ort);
  }
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByRole('rowheader', { name: /Jobcenter Rhein-Berg/ })).toBeVisible();

  await seite.getByRole('link', { name: 'Schweigepflichtentbindung: Druckansicht' }).click();
  await expect(seite.locator('[lang=ar][dir=rtl]').first()).toBeVisible();
  await expect(seite.getByText('von Muttersprachler*in bestätigt: nein')).toBeVisible();
  await pruefeSeite(seite);
  await seite.goto(adresse(`${fall}/einwilligungen/vordruck/schweigepflichtentbindung`));
  await expect(seite.locator('[lang=ar][dir=rtl]').first()).toBeVisible();
  await seite.goto(adresse(`${fall}/einwilligungen/vordruck/schweigepflichtentbindung?sprache=ukr`));
  await expect(seite.getByText('Підпис')).toBeVisible();
  await pruefeSeite(seite);
  await seite.context().close();
});

test('a document is put into the record and comes back as a download', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, MERYEM);
  const fall = await eroeffneFall(seite, `Sesay${project.name.replace(/[^a-z]/g, '')}`);
  await seite.goto(adresse(`${fall}/dokumente`));
  await seite.getByRole('button', { name: 'Dokument ablegen' }).click();
  await expect(seite.getByRole('alert')).toContainText('Bitte wählen Sie eine Datei.');
  await seite.getByLabel(/^Datei/).setInputFiles({ ...PDF, buffer: Buffer.concat([PDF.buffer, Buffer.alloc(10_500_000)]) });
  await seite.getByRole('button', { name: 'Dokument ablegen' }).click();
  await expect(seite.getByRole('alert')).toContainText('größer als 10 MB');
  await pruefeSeite(seite);
  await seite.getByLabel(/^Datei/).setInputFiles(PDF);
  await seite.getByLabel(/^Bezeichnung/).fill('Mietvertrag');
  await seite.getByRole('button', { name: 'Dokument ablegen' }).click();
  await pruefeSeite(seite);
  const [download] = await Promise.all([seite.waitForEvent('download'), seite.getByRole('link', { name: 'Mietvertrag', exact: true }).click()]);
  expect(download.suggestedFilename()).toBe('Mietvertrag.pdf');
  const ansicht = await seite.context().request.get(adresse((await seite.getByRole('link', { name: /„Mietvertrag“ ansehen/ }).getAttribute('href')) ?? ''));
  expect([ansicht.headers()['content-type'], ansicht.headers()['content-disposition']?.split(';')[0]]).toEqual(['application/pdf', 'inline']);

  await seite.getByLabel(/^Datei/).setInputFiles(PDF);
  await seite.getByLabel(/^Bezeichnung/).fill('Mietvertrag, geändert');
  await seite.getByLabel(/^Neue Fassung von/).selectOption({ label: 'Mietvertrag' });
  await seite.getByRole('button', { name: 'Dokument ablegen' }).click();
  await expect(seite.getByText(/^früher: Mietvertrag,/)).toBeVisible();
  await expect(seite.getByRole('table').getByRole('row')).toHaveCount(2);
  await pruefeSeite(seite);
  await seite.context().close();
});

test('the administration writes its own text; the preview saves nothing', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('KUE', 'Administration'));
  await seite.goto(adresse('/verwaltung/datenschutz'));
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Einverständnis mit dem Case Management' }).click();
  const text = `Ich möchte begleitet werden (${project.name}). Was geschieht, wird mit mir abgesprochen.`;
  await seite.getByLabel(/^Text/).fill(text);
  await seite.getByRole('button', { name: 'Vorschau' }).click();
  await expect(seite.getByRole('heading', { name: 'Vorschau, noch nicht gespeichert' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Fassung speichern' }).click();
  await expect(seite.getByText(/Heute gilt: eigene Fassung/)).toBeVisible();
  await pruefeSeite(seite);
  await seite.context().close();
});
