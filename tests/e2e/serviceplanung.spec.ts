import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, konto, pruefeSeite, setzAnDenPlatz } from './person.ts';
import { fallOhnePlan, inTagen } from './verfahren.ts';

/** Each width has its own Fachkraft, and of her a Case Management whose plan nobody has begun. */
const FACHKRAFT: Record<string, string> = { schreibtisch: konto('ODE', 'Fachkraft'), telefon: konto('KUE', 'Fachkraft'), 'ohne-javascript': konto('WKN', 'Fachkraft') };

async function nimmZielAuf(seite: Page, felder: Record<string, string>): Promise<void> {
  for (const [beschriftung, text] of Object.entries(felder)) await seite.getByLabel(new RegExp(`^${beschriftung}`)).first().fill(text);
  await seite.getByRole('button', { name: 'Ziel speichern' }).click();
}

test('a plan with its goals and steps, agreed, worked on, agreed anew; the phases on and back', async ({ browser }, { project }) => {
  const seite = await setzAnDenPlatz(browser, FACHKRAFT[project.name] ?? '');
  const nr = await fallOhnePlan(seite);
  await pruefeSeite(seite);

  await seite.getByRole('link', { name: 'Leitziel aufnehmen' }).click();
  await seite.getByRole('button', { name: 'Ziel speichern' }).click();
  await expect(seite.getByRole('alert')).toContainText('Bitte beschreiben Sie das Ziel');
  await nimmZielAuf(seite, { 'Was will die Person erreichen': 'Ich möchte in einer eigenen Wohnung leben' });
  await expect(seite.getByText('Zu diesem Leitziel gibt es noch kein Teilziel.')).toBeVisible();

  await seite.getByRole('link', { name: 'Teilziel aufnehmen' }).click();
  await nimmZielAuf(seite, { 'Was will die Person erreichen': 'Bald besser suchen', Bis: '31.02.2027' });
  await expect(seite.getByText('Diesen Tag gibt es im Kalender nicht.').first()).toBeVisible();
  await expect(seite.getByLabel(/^Was will die Person/)).toHaveValue('Bald besser suchen');
  await nimmZielAuf(seite, { Bis: '' });
  await expect(seite.getByText('Wörter wie „besser“ oder „bald“ lassen das offen.')).toBeVisible();
  await pruefeSeite(seite);

  await seite.getByRole('textbox', { name: /^Schritt/ }).fill('Wohnberechtigungsschein beantragen');
  await seite.getByLabel('Fachkraft', { exact: true }).check();
  await seite.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await expect(seite.getByRole('alert')).toContainText('warum Sie diesen Schritt selbst übernehmen');
  await expect(seite.getByRole('textbox', { name: /^Schritt/ })).toHaveValue('Wohnberechtigungsschein beantragen');
  await seite.getByLabel('Klient*in', { exact: true }).check();
  await seite.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await expect(seite.getByText('Klient*in · ohne Frist · offen')).toBeVisible();

  // Without a term it stays a draft.
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung/vereinbarung`));
  await expect(seite.getByText('Dieses Teilziel hat keine Frist.')).toBeVisible();
  await seite.getByRole('button', { name: 'Plan vereinbaren' }).click();
  await expect(seite.getByRole('alert').first()).toContainText('kann so noch nicht vereinbart werden');
  await pruefeSeite(seite);
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await seite.getByRole('link', { name: 'Bald besser suchen' }).first().click();
  await nimmZielAuf(seite, { 'Was will die Person erreichen': 'Im nächsten Monat drei Wohnungen besichtigen', 'Woran merken Sie': 'Drei Termine stehen im Kalender', 'Was hilft dabei': 'Die Schwester kennt die Gegend', Bis: inTagen(60) });
  await expect(seite.getByText('SMART 5 von 5')).toBeVisible();
  await seite.getByRole('link', { name: 'Plan vereinbaren' }).click();

  // A second tab changes the plan meanwhile.
  const zweiter = await seite.context().newPage();
  await zweiter.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await zweiter.getByRole('button', { name: /^Erledigt/ }).click();
  await expect(zweiter.getByRole('button', { name: /^Wieder öffnen/ })).toBeVisible();
  await seite.getByLabel('Ort', { exact: true }).fill('Im Rathaus');
  await seite.getByRole('button', { name: 'Plan vereinbaren' }).click();
  await expect(seite.getByRole('alert').first()).toContainText('Der Plan wurde inzwischen geändert');
  await expect(seite.getByLabel('Ort', { exact: true })).toHaveValue('Im Rathaus');
  await seite.getByRole('button', { name: 'Plan vereinbaren' }).click();
  await expect(seite.getByText('Fassung 1 ist vereinbart')).toBeVisible();

  await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await seite.getByRole('link', { name: 'Bearbeiten und Schritt hinzufügen' }).click();
  await seite.getByRole('textbox', { name: /^Schritt/ }).last().fill('Mieterverein fragen');
  await seite.getByLabel('Dritte', { exact: true }).last().check();
  await seite.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await seite.getByLabel('zur Hälfte').check();
  await seite.getByRole('button', { name: 'Bewertung speichern' }).click();
  await expect(seite.getByText('zur Hälfte (3 von 5)')).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await expect(seite.getByText('Der Plan ist seit Fassung 1 geändert')).toBeVisible();
  await pruefeSeite(seite);
  await seite.getByRole('link', { name: 'Plan vereinbaren' }).click();
  await seite.getByRole('button', { name: 'Plan vereinbaren' }).click();
  await seite.getByRole('link', { name: 'Fassung 2' }).click();
  await expect(seite.getByText('Was sich seit Fassung 1 geändert hat')).toBeVisible();
  await expect(seite.getByText('Maßnahme: Mieterverein fragen')).toBeVisible();
  await pruefeSeite(seite);

  // On without the Assessment, and back, each with a reason.
  await seite.goto(adresse(`/faelle/${nr}`));
  await expect(seite.getByRole('navigation', { name: 'Phasen des Falls' })).toBeVisible();
  await pruefeSeite(seite);
  const wechsle = async (ziel: RegExp, begruendung: string) => {
    await seite.goto(adresse(`/faelle/${nr}/phase`));
    await seite.getByRole('radio', { name: ziel }).check();
    await seite.getByLabel(/^Begründung/).fill(begruendung);
    await seite.getByRole('button', { name: 'Phase wechseln' }).click();
  };
  await wechsle(/^weiter zu: Serviceplanung/, '');
  await expect(seite.getByRole('alert').first()).toContainText('warum es trotzdem weitergeht');
  await pruefeSeite(seite);
  await wechsle(/^weiter zu: Serviceplanung/, 'Die Räumung ist angedroht, das Assessment folgt.');
  await expect(seite.getByRole('heading', { name: 'Als Nächstes: Serviceplanung' })).toBeVisible();
  await wechsle(/^zurück zu: Assessment/, 'Die Räumung ist abgewendet.');
  await expect(seite.getByRole('heading', { name: 'Als Nächstes: Assessment' })).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/phase`));
  await expect(seite.getByText('Serviceplanung → Assessment')).toBeVisible();
  await expect(seite.getByText('Die Räumung ist abgewendet.')).toBeVisible();
});
