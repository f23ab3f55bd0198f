import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, PASSWORT, pruefeSeite, setzAnDenPlatz } from './person.ts';

/** Each width has its own Fachkraft, and of her a Case Management whose Assessment nobody has begun. */
const FACHKRAFT: Record<string, string> = { schreibtisch: konto('ODE', 'Fachkraft'), telefon: konto('KUE', 'Fachkraft'), 'ohne-javascript': konto('WKN', 'Fachkraft') };

/** The last of the list: the first ones are planned in another journey. */
async function fallOhneAssessment(seite: Page): Promise<string> {
  await seite.goto(adresse('/faelle?klasse=case_management'));
  const ziele = await seite.getByRole('table').getByRole('link').evaluateAll((alle) => alle.map((einer) => einer.getAttribute('href') ?? ''));
  for (const nr of new Set(ziele.map((ziel) => /^\/faelle\/([^/]+)$/.exec(ziel)?.[1] ?? '').filter(Boolean).reverse())) {
    await seite.goto(adresse(`/faelle/${nr}/assessment`));
    if (await seite.getByText('Noch kein Assessment').isVisible()) return nr;
  }
  throw new Error('Jeder Fall hat schon ein Assessment.');
}

test('an Assessment, and at the end the client looks back on a screen that shows nothing else', async ({ browser, javaScriptEnabled }, { project }) => {
  const seite = await setzAnDenPlatz(browser, FACHKRAFT[project.name] ?? '');
  const nr = await fallOhneAssessment(seite);
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: /ssessment beginnen$/ }).click();
  await expect(seite.getByRole('heading', { name: 'Stärken und Ressourcen' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Was gelingt gut/).fill('Spricht vier Sprachen');
  await seite.getByLabel(/^Was wünscht sich/).fill('Eine Ausbildung');
  if (javaScriptEnabled) await expect(seite.getByText(/^Gespeichert: /)).toBeVisible();
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('Spricht vier Sprachen')).toBeVisible();
  await expect(seite.getByText('zuletzt gespeichert von')).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/instrumente`));
  await pruefeSeite(seite);
  await seite.getByLabel('Netzwerkkarte').check();
  await seite.getByRole('button', { name: 'Beginnen' }).click();
  await expect(seite.getByRole('heading', { name: 'Kontakt 3' })).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByLabel(/^Wer\?/).nth(1).fill('Frau Yılmaz, Nachbarin');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByRole('heading', { name: 'Kontakt 4' })).toBeVisible();
  await expect(seite.getByLabel(/^Wer\?/).first()).toHaveValue('Frau Yılmaz, Nachbarin');
  await seite.getByRole('button', { name: 'Speichern und abschließen' }).click();
  await expect(seite.getByRole('cell', { name: 'abgeschlossen' })).toBeVisible();
  await seite.getByRole('link', { name: 'Netzwerkkarte' }).click();
  await expect(seite.getByText('Frau Yılmaz, Nachbarin')).toBeVisible();
  await expect(seite.getByRole('textbox')).toHaveCount(0);
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/evaluation/fachkraft`));
  await pruefeSeite(seite);
  await seite.getByRole('radiogroup', { name: /vereinbarten Ziele/ }).getByLabel('größtenteils').check();
  await seite.getByLabel(/^Strukturelle Erkenntnisse/).fill('Es fehlen Ausbildungsplätze');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('Es fehlen Ausbildungsplätze')).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/evaluation/druck?sprache=ara`));
  await expect(seite.locator('[lang=ar][dir=rtl]').first()).toBeVisible();
  await pruefeSeite(seite);

  await seite.goto(adresse(`/faelle/${nr}/evaluation`));
  await pruefeSeite(seite);
  await seite.getByLabel(/^Sprache der Person/).selectOption('ara');
  await seite.getByRole('button', { name: 'Bildschirm übergeben' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toHaveText('نظرة إلى ما مضى');
  await expect(seite.getByRole('navigation')).toHaveCount(0);
  await expect(seite.getByRole('link')).toHaveCount(1);
  await pruefeSeite(seite);
  await seite.getByRole('radiogroup').first().getByLabel('تمامًا').check();
  await seite.getByRole('textbox').first().fill('الإصغاء');
  await seite.getByRole('button', { name: 'إرسال' }).click();
  await expect(seite.getByRole('heading', { level: 1 })).toHaveText('شكرًا جزيلًا!');
  await pruefeSeite(seite);
  await seite.goBack();
  await expect(seite.getByRole('button', { name: 'Entsperren' })).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}`));
  await seite.getByLabel(/^Passwort/).fill(PASSWORT);
  await seite.getByRole('button', { name: 'Entsperren' }).click();
  await expect(seite).toHaveURL(new RegExp(`/faelle/${nr}$`));
  await seite.goto(adresse(`/faelle/${nr}/evaluation`));
  await expect(seite.getByText('الإصغاء')).toBeVisible();
  await expect(seite.getByText('Beide Bögen liegen vor.')).toBeVisible();
  await pruefeSeite(seite);
  await seite.context().close();
});
