import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';
import { beende, fragtAn, klaere, plane, pruefe, schaetzeEin, schreibe, vereinbare, vermittle, weiterZu, werteAus } from './verfahren.ts';

/** The three Case Managements of the paper (R45), from the Anfrage to the end, each with a dead end on the way. */

const nachname = (name: string, projekt: string) => `${name}${projekt.replace(/[^a-z]/g, '')}`;

/** From the Anfrage to the agreed plan in the person's hand. */
async function bisZumPlan(seite: Page, name: string, wer: { anliegen: string; staerke: string; wunsch: string; bereich: string; teilziel: string; schritt: string; sprache: string; ueberschrift: string }): Promise<string> {
  const nr = await fragtAn(seite, name, wer.anliegen);
  await klaere(seite, nr);
  await schaetzeEin(seite, nr, wer);
  await weiterZu(seite, nr, 'Serviceplanung');
  await plane(seite, nr, { leitziel: wer.wunsch, ...wer });
  await vereinbare(seite, nr, 1, wer);
  await weiterZu(seite, nr, 'Linking');
  return nr;
}

test('Shiva, moved here with a child who hardly hears: the offer that she needs does not exist, and that is counted', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('ROE', 'Fachkraft'));
  const nr = await bisZumPlan(seite, `Shiva ${nachname('Rahimi', project.name)}`, {
    anliegen: 'Meine Tochter hört kaum und geht in keine Kita.', staerke: 'Hat als Lehrerin gearbeitet', wunsch: 'Meine Tochter lernt sprechen', bereich: 'gesundheit',
    teilziel: 'Ein Termin in der Frühförderung für Hörgeschädigte', schritt: 'Die Frühförderung nimmt sie auf', sprache: 'eng', ueberschrift: 'My plan',
  });
  await seite.goto(adresse(`/faelle/${nr}`));
  await seite.getByRole('link', { name: 'Vermittlung anlegen oder festhalten, dass ein Angebot fehlt' }).click();
  await seite.getByRole('link', { name: 'Kein Angebot vorhanden' }).click();
  await seite.getByLabel(/^Bereich/).selectOption('gesundheit');
  await seite.getByLabel('Es gibt kein Angebot').check();
  await seite.getByRole('button', { name: 'Lücke festhalten' }).click();
  await expect(seite.getByRole('cell', { name: 'Es gibt kein Angebot' })).toBeVisible();
  await pruefeSeite(seite);
  // The gap is an answer: the procedure goes on with another way.
  await weiterZu(seite, nr, 'Monitoring');
  await vermittle(seite, nr, 'Kommunales Integrationszentrum: Elementarberatung');
  await pruefe(seite, nr, 'ja');
  await expect(seite.getByText('Das Ziel als erreicht bewerten')).toBeVisible();
  await weiterZu(seite, nr, 'Evaluation');
  await werteAus(seite, nr);
  await pruefeSeite(seite);
  await beende(seite, nr, 'Ziele erreicht');
  await seite.context().close();
});

test('Teklet, whom the shelter must not know: what is protected stays so, and a revoked Schweigepflichtentbindung stops what rests on it', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('BGL', 'Fachkraft'));
  const nr = await bisZumPlan(seite, `Teklet ${nachname('Habte', project.name)}`, {
    anliegen: 'Ich kann in der Unterkunft nicht bleiben.', staerke: 'Spricht Tigrinya, Amharisch und Englisch', wunsch: 'Ich lebe ohne Angst', bereich: 'wohnen',
    teilziel: 'Ein Zimmer außerhalb der Unterkunft', schritt: 'Die Stadt prüft eine andere Unterbringung', sprache: 'tir', ueberschrift: 'ውጥነይ',
  });
  const GEHEIM = 'Lebt mit seinem Freund zusammen';
  await seite.goto(adresse(`/faelle/${nr}/schutzbereich`));
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await expect(seite.getByText(/^Für Sie geöffnet bis/)).toBeVisible();
  await seite.getByLabel(/^Thema/).selectOption('sexualitaet');
  await seite.getByRole('button', { name: 'Eintrag aufnehmen' }).click();
  await expect(seite.getByRole('alert').first()).toContainText('was festgehalten werden soll');
  await expect(seite.getByLabel(/^Thema/)).toHaveValue('sexualitaet');
  await seite.getByLabel(/^Was festgehalten/).fill(GEHEIM);
  await seite.getByRole('button', { name: 'Eintrag aufnehmen' }).click();
  await expect(seite.getByText(GEHEIM).first()).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Jetzt schließen' }).click();
  await expect(seite.getByRole('button', { name: 'Öffnen', exact: true })).toBeVisible();
  for (const ort of ['', '/schutzbereich', '/verlauf', '/protokoll', '/serviceplanung/druck?sprache=tir', '/evaluation/druck?sprache=tir']) {
    await seite.goto(adresse(`/faelle/${nr}${ort}`));
    await expect(seite.getByText(GEHEIM)).toHaveCount(0);
  }

  const vermittlung = await vermittle(seite, nr, 'Unterbringung und Belegung');
  await schreibe(seite, vermittlung, 'Bitte um ein Gespräch über eine andere Unterbringung.');
  await expect(seite.getByText(GEHEIM)).toHaveCount(0);
  await weiterZu(seite, nr, 'Monitoring');
  await pruefe(seite, nr, 'teilweise');
  await seite.goto(adresse(`/faelle/${nr}/einwilligungen`));
  await seite.getByRole('row', { name: /Unterbringung und Belegung/ }).getByRole('link', { name: /Widerruf$/ }).click();
  await expect(seite.getByText(/^Unterbringung und Belegung, seit/)).toBeVisible();
  await seite.getByRole('button', { name: 'Widerruf eintragen' }).click();
  await expect(seite).toHaveURL(/einwilligungen$/);
  await seite.goto(adresse(`/faelle/${nr}`));
  await expect(seite.getByText('Angehalten: Unterbringung und Belegung.')).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Fall beenden' }).first().click();
  await expect(seite.getByLabel('Einwilligung oder Schweigepflichtentbindung widerrufen')).toBeChecked();
  await seite.goto(adresse(`/faelle/${nr}/monitoring`));
  await expect(seite.getByText('Keine offene Vermittlung')).toBeVisible();
  // He stays without that place: on to the Evaluation, by both.
  await weiterZu(seite, nr, 'Evaluation');
  await werteAus(seite, nr);
  await beende(seite, nr, 'Wunsch der Ratsuchenden ohne Angabe');
  await seite.context().close();
});

test('Hamza, with debts and no rest: what did not work shows, the plan changes in one click, and he moves away and comes back', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, konto('KUE', 'Fachkraft'));
  const nr = await bisZumPlan(seite, `Hamza ${nachname('Khalil', project.name)}`, {
    anliegen: 'Ich habe Schulden und schlafe nicht.', staerke: 'War Bäcker und backt für alle', wunsch: 'Ich schulde niemandem etwas', bereich: 'schulden',
    teilziel: 'Ein Plan mit den drei Gläubigern', schritt: 'Die Schuldnerberatung schreibt die Gläubiger an', sprache: 'ara', ueberschrift: 'خطتي',
  });
  await schreibe(seite, await vermittle(seite, nr, 'Schuldnerberatung'), 'Bitte um einen Termin am Vormittag.');
  await weiterZu(seite, nr, 'Monitoring');
  await pruefe(seite, nr, 'teilweise');
  await pruefeSeite(seite);
  await seite.getByRole('button', { name: 'Schritt im Plan ersetzen' }).click();
  await expect(seite.getByText('Statt „Schuldnerberatung“:').first()).toBeVisible();
  await expect(seite.getByText('Dritte · ohne Frist · entfallen')).toBeVisible();
  await vereinbare(seite, nr, 2, { sprache: 'ara', ueberschrift: 'خطتي' });

  await weiterZu(seite, nr, 'Re-Assessment');
  await seite.getByRole('link', { name: 'Re-Assessment ausfüllen' }).click();
  await seite.getByRole('button', { name: /ssessment beginnen$/ }).click();
  await seite.getByLabel(/^Was gelingt gut/).fill('Hat zwei Briefe selbst geöffnet');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('zuletzt gespeichert von').first()).toBeVisible();
  await beende(seite, nr, 'Umzug');
  await pruefeSeite(seite);
  await seite.getByLabel('Die Person ist wieder erreichbar').check();
  await seite.getByRole('button', { name: 'Fall wiederaufnehmen' }).click();
  await expect(seite.getByText(/^beendet am/)).toHaveCount(0);
  await weiterZu(seite, nr, 'Evaluation');
  await werteAus(seite, nr);
  await beende(seite, nr, 'Ziele erreicht');
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await expect(seite.getByText('Fassung 2').first()).toBeVisible();
  await seite.context().close();
});
