import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { adresse, konto, PASSWORT, setzAnDenPlatz } from './person.ts';
import { fallOhnePlan, inTagen } from './verfahren.ts';

/** Goes on by Tab until the wanted element has the focus, and looks whether one can see it. */
async function erreiche(seite: Page, ziel: Locator): Promise<void> {
  await expect(ziel).toBeVisible();
  for (let schritt = 0; schritt < 80; schritt++) {
    if (await ziel.evaluate((element) => element === document.activeElement)) return expect.poll(() => ziel.evaluate(istBetont), `Fokus sichtbar: ${ziel}`).toBe(true);
    await seite.keyboard.press('Tab');
  }
  throw new Error(`mit der Tastatur nicht zu erreichen: ${ziel}`);
}

/** The ring may lie on the element or on the box around it. */
function istBetont(element: Element): boolean {
  return [element, element.parentElement, element.nextElementSibling].some((eines) => {
    if (!eines) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(eines);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}

test('with the keyboard alone: sign in, open a case, write a Kontakt, find her again, lock', async ({ page }) => {
  const tippe = (text: string) => page.keyboard.type(text);
  await page.goto(adresse('/anmelden'));
  await erreiche(page, page.getByLabel(/E-Mail-Adresse/));
  await tippe(konto('WKN', 'Fachkraft'));
  await erreiche(page, page.getByLabel(/^Passwort/));
  await tippe(PASSWORT);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();

  // The first thing that Tab meets on a page leads past the navigation.
  await page.goto(adresse('/protokoll'));
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Zum Inhalt springen');
  await page.goto(adresse('/faelle/neu'));
  await erreiche(page, page.getByLabel('Name der Person'));
  await tippe('Tasta Turgut');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Niemand gefunden')).toBeVisible();
  await erreiche(page, page.getByRole('button', { name: 'Fall eröffnen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Turgut');
  await erreiche(page, page.getByRole('link', { name: 'Verlauf' }));
  await page.keyboard.press('Enter');
  await erreiche(page, page.getByLabel(/^Notiz/));
  await tippe('Nur getippt');
  await erreiche(page, page.getByRole('button', { name: 'Kontakt speichern' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kontakte, neueste zuerst')).toContainText('Nur getippt');

  await page.goto(adresse('/faelle'));
  await erreiche(page, page.getByRole('searchbox'));
  await tippe('tur');
  await expect(page.getByRole('link', { name: /Turgut/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Turgut');
  await erreiche(page, page.getByRole('button', { name: 'Sperren' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Gesperrt' })).toBeVisible();
  expect(await page.content()).not.toContain('Turgut');
  await erreiche(page, page.getByLabel(/^Passwort/));
  await tippe(PASSWORT);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Turgut');
});

test('with the keyboard alone: two consultations of the open hours, the second of somebody known', async ({ page }) => {
  const { keyboard } = page;
  await page.goto(adresse('/anmelden'));
  await erreiche(page, page.getByLabel(/E-Mail-Adresse/));
  await keyboard.type(konto('WKN', 'Fachkraft', 1));
  await erreiche(page, page.getByLabel(/^Passwort/));
  await keyboard.type(PASSWORT);
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();
  await erreiche(page, page.getByRole('link', { name: 'Sprechstunde' }).first());
  await keyboard.press('Enter');

  await expect(page.getByLabel(/^Name/)).toBeFocused();
  await keyboard.type('Tina Tippfrau');
  await erreiche(page, page.getByLabel(/^Anliegen/));
  await keyboard.type('Versteht einen Brief nicht.');
  await erreiche(page, page.getByLabel('Bedarf', { exact: true }));
  await keyboard.type('Wohn');
  await erreiche(page, page.getByRole('button', { name: 'Speichern, nächste Person' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Nächste Person');

  await expect(page.getByLabel(/^Name/)).toBeFocused();
  await keyboard.type('Tina Tippfrau');
  await expect(page.getByText('Ist es eine dieser Personen?')).toBeVisible();
  await erreiche(page, page.getByRole('radio', { name: /Tina Tippfrau/ }));
  await keyboard.press('Space');
  await erreiche(page, page.getByLabel(/^Anliegen/));
  await keyboard.type('Kommt mit dem Brief wieder.');
  await keyboard.press('Tab');
  await erreiche(page, page.getByRole('button', { name: 'Speichern, nächste Person' }));
  await keyboard.press('Enter');
  await expect(page.getByLabel(/^Name/)).toHaveValue('');
  await expect(page.getByRole('status').first()).toContainText('Nächste Person');
  await erreiche(page, page.getByRole('link', { name: 'Tina Tippfrau' }).first());
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tippfrau');
});

test('with the keyboard alone: a plan is made and agreed, and the protected part opened and closed', async ({ browser }) => {
  const page = await setzAnDenPlatz(browser, konto('WKN', 'Fachkraft'));
  const nr = await fallOhnePlan(page);
  const tippe = async (feld: Locator, text: string) => {
    await erreiche(page, feld);
    await page.keyboard.type(text);
  };
  const druecke = async (name: string, rolle: 'button' | 'link' = 'button') => {
    await erreiche(page, page.getByRole(rolle, { name, exact: true }).first());
    await page.keyboard.press('Enter');
  };
  await druecke('Leitziel aufnehmen', 'link');
  await tippe(page.getByLabel(/^Was will die Person/), 'Ich arbeite wieder als Bäcker');
  await druecke('Ziel speichern');
  await druecke('Teilziel aufnehmen', 'link');
  await tippe(page.getByLabel(/^Was will die Person/), 'Eine Probewoche in einer Backstube');
  await tippe(page.getByLabel('Bis', { exact: true }).first(), inTagen(40));
  await druecke('Ziel speichern');
  await tippe(page.getByRole('textbox', { name: /^Schritt/ }), 'Drei Backstuben anrufen');
  // The person herself is the first choice, and arrow keys lead to the others.
  await erreiche(page, page.getByRole('radiogroup', { name: /^Wer handelt/ }).getByRole('radio').first());
  await page.keyboard.press('Space');
  await druecke('Schritt hinzufügen');
  await expect(page.getByText('Klient*in · ohne Frist · offen')).toBeVisible();
  await page.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await druecke('Plan vereinbaren', 'link');
  await tippe(page.getByLabel('Ort', { exact: true }), 'Rathaus');
  await druecke('Plan vereinbaren');
  await expect(page.getByText('Fassung 1 ist vereinbart')).toBeVisible();
  await page.goto(adresse(`/faelle/${nr}/schutzbereich`));
  await druecke('Öffnen');
  await expect(page.getByText(/^Für Sie geöffnet bis/)).toBeVisible();
  await druecke('Jetzt schließen');
  await expect(page.getByRole('button', { name: 'Öffnen', exact: true })).toBeVisible();
  await page.context().close();
});
