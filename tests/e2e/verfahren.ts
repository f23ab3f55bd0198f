import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { adresse, pruefeSeite } from './person.ts';

/** The steps of the procedure as a Fachkraft takes them on screen; a journey puts its own people and turns into them. */

export const inTagen = (tage: number): string => new Date(Date.now() + tage * 86_400_000).toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });

/** A Case Management of the Fachkraft whose plan nobody has begun; its Serviceplanung is open. */
export async function fallOhnePlan(seite: Page): Promise<string> {
  await seite.goto(adresse('/faelle?klasse=case_management'));
  const ziele = await seite.getByRole('table').getByRole('link').evaluateAll((alle) => alle.map((einer) => einer.getAttribute('href') ?? ''));
  for (const nr of new Set(ziele.map((ziel) => /^\/faelle\/([^/]+)$/.exec(ziel)?.[1] ?? '').filter(Boolean))) {
    await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
    if (await seite.getByText('Noch kein Ziel').isVisible()) return nr;
  }
  throw new Error('Jeder Fall hat schon einen Plan.');
}

/** From the corridor: an Anfrage that waits, and the case of it; answers the Fallnummer. */
export async function fragtAn(seite: Page, name: string, anliegen: string): Promise<string> {
  await seite.goto(adresse('/sprechstunde'));
  await seite.getByLabel(/^Name/).fill(name);
  await seite.getByLabel(/^Anliegen/).fill(anliegen);
  await seite.getByLabel('wartet auf das Erstgespräch').check();
  await seite.getByRole('button', { name: 'Speichern, nächste Person' }).click();
  await expect(seite.getByRole('status').first()).toContainText('Die Anfrage ist notiert');
  await seite.goto(adresse('/anfragen'));
  await seite.getByRole('link', { name: new RegExp(name.split(' ').at(-1) ?? name) }).click();
  await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
  await expect(seite).toHaveURL(/\/faelle\//);
  return new URL(seite.url()).pathname.split('/')[2] ?? '';
}

export async function willigtEin(seite: Page, nr: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/einwilligungen/neu?art=einverstaendnis`));
  await seite.getByLabel('stimmt zu').check();
  await seite.getByLabel(/^Unterschriebenes Blatt/).setInputFiles({ name: 'blatt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') });
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite.getByText('Noch nicht eingeholt.')).toHaveCount(3);
}

/** Yes to the first criteria, no to the others, all with reasons. */
export async function antworte(seite: Page, ja: number): Promise<void> {
  for (const [stelle, gruppe] of (await seite.getByRole('radiogroup').all()).slice(0, 5).entries()) {
    await gruppe.getByLabel(stelle < ja ? 'ja' : 'nein', { exact: true }).check();
    await seite.getByLabel(/^Begründung zu/).nth(stelle).fill(stelle < ja ? 'Wohnen, Arbeit und Aufenthalt zugleich' : 'Davon war nicht die Rede');
  }
}

/** Erstgespräch, Einverständnis, criteria, and the decision for Case Management. */
export async function klaere(seite: Page, nr: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/klaerung/erstgespraech`));
  await seite.getByLabel(/^Was gelingt gut/).fill('Gibt nicht auf');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('Als Nächstes: Unterlagen')).toBeVisible();
  await willigtEin(seite, nr);
  await seite.goto(adresse(`/faelle/${nr}/klaerung/kriterien`));
  await antworte(seite, 5);
  await seite.getByLabel('Erstintegration').check();
  await seite.getByLabel('Case Management', { exact: true }).check();
  await seite.getByLabel(/trotz fehlender Unterlagen/).fill('Unterschriften folgen beim nächsten Termin');
  await seite.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await expect(seite.getByText(/Case Management, 5 von 5 Kriterien erfüllt/)).toBeVisible();
}

/** On to the phase that the Überblick offers, with everything that this one needs. */
export async function weiterZu(seite: Page, nr: string, phase: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}`));
  await seite.getByRole('link', { name: `Weiter zu: ${phase}` }).click();
  await seite.getByRole('button', { name: 'Phase wechseln' }).click();
  await expect(seite.getByRole('heading', { name: `Als Nächstes: ${phase}` })).toBeVisible();
}

/** Strengths before needs, then a Bedarf. */
export async function schaetzeEin(seite: Page, nr: string, { staerke, wunsch, bereich }: { staerke: string; wunsch: string; bereich: string }): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}`));
  await seite.getByRole('link', { name: 'Assessment ausfüllen' }).click();
  await seite.getByRole('button', { name: /ssessment beginnen$/ }).click();
  await seite.getByLabel(/^Was gelingt gut/).fill(staerke);
  await seite.getByLabel(/^Was wünscht sich/).fill(wunsch);
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('zuletzt gespeichert von')).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/bedarfe`));
  await seite.getByLabel(/^Bereich/).selectOption(bereich);
  await seite.getByRole('button', { name: 'Bedarf aufnehmen' }).click();
  await expect(seite.getByRole('heading', { name: 'Bedarfe (1 offen)' })).toBeVisible();
}

/** A Leitziel, a Teilziel with what shows it, and a step that somebody else takes. */
export async function plane(seite: Page, nr: string, { leitziel, teilziel, schritt }: { leitziel: string; teilziel: string; schritt: string }): Promise<void> {
  const nimmAuf = async (felder: Record<string, string>) => {
    for (const [beschriftung, text] of Object.entries(felder)) await seite.getByLabel(new RegExp(`^${beschriftung}`)).first().fill(text);
    await seite.getByRole('button', { name: 'Ziel speichern' }).click();
  };
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung`));
  await seite.getByRole('link', { name: 'Leitziel aufnehmen' }).click();
  await nimmAuf({ 'Was will die Person erreichen': leitziel });
  await seite.getByRole('link', { name: 'Teilziel aufnehmen' }).click();
  await nimmAuf({ 'Was will die Person erreichen': teilziel, 'Woran merken Sie': 'Es steht im Kalender', Bis: inTagen(60) });
  await seite.getByRole('textbox', { name: /^Schritt/ }).fill(schritt);
  await seite.getByLabel('Dritte', { exact: true }).check();
  await seite.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await expect(seite.getByText('Dritte · ohne Frist · offen')).toBeVisible();
}

/** Agrees the plan as it stands, and looks at the sheet that the person takes home. */
export async function vereinbare(seite: Page, nr: string, fassung: number, blatt: { sprache: string; ueberschrift: string }): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung/vereinbarung`));
  await seite.getByLabel('Ort', { exact: true }).fill('Beratungsstelle');
  await seite.getByRole('button', { name: 'Plan vereinbaren' }).click();
  await expect(seite.getByText(`Fassung ${fassung} ist vereinbart`)).toBeVisible();
  await seite.goto(adresse(`/faelle/${nr}/serviceplanung/druck?sprache=${blatt.sprache}`));
  await expect(seite.getByText(blatt.ueberschrift, { exact: true }).first()).toHaveAttribute('dir', blatt.sprache === 'ara' ? 'rtl' : 'ltr');
  await expect(seite.getByText('von Muttersprachler*in bestätigt: nein')).toBeVisible();
  await pruefeSeite(seite);
}

/** Begins a referral that serves the first step of the plan; answers its address. */
export async function vermittle(seite: Page, nr: string, stelle: string): Promise<string> {
  await seite.goto(adresse(`/faelle/${nr}/linking/neu`));
  await seite.getByLabel(/^Stelle/).selectOption({ label: stelle });
  await seite.getByLabel(/^Schritt des Plans/).selectOption({ index: 1 });
  await seite.getByRole('button', { name: 'Vermittlung anlegen' }).click();
  await expect(seite.getByText('Noch darf nichts hinaus')).toBeVisible();
  return seite.url();
}

/** The person releases the Fachkraft from secrecy towards this place, and a letter goes out. */
export async function schreibe(seite: Page, vermittlung: string, mitteilung: string): Promise<void> {
  await seite.goto(vermittlung);
  await seite.getByRole('link', { name: 'Schweigepflichtentbindung erfassen' }).click();
  await seite.getByLabel('stimmt zu').check();
  await seite.getByLabel(/^Zweck/).fill('Gemeinsam weiterkommen');
  await seite.getByLabel('Name, Anschrift, Geburtsdatum').check();
  await seite.getByRole('button', { name: 'Erklärung speichern' }).click();
  await expect(seite).toHaveURL(/einwilligungen$/);
  await seite.goto(vermittlung);
  await seite.getByLabel('Name, Anschrift, Geburtsdatum').check();
  await seite.getByLabel(/^Ihre Mitteilung/).fill(mitteilung);
  await seite.getByRole('button', { name: 'Text erzeugen' }).click();
  await expect(seite.getByText(mitteilung)).toBeVisible();
}

/** Answers the four questions about the first referral, all alike. */
export async function pruefe(seite: Page, nr: string, antwort: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/monitoring`));
  for (const gruppe of await seite.getByRole('radiogroup').all()) await gruppe.getByLabel(antwort, { exact: true }).check();
  await seite.getByRole('button', { name: 'Prüfung speichern' }).click();
  await expect(seite.getByText('Hat die Person die Stelle erreicht?').first()).toBeVisible();
  await expect(seite.getByRole('strong').filter({ hasText: antwort }).first()).toBeVisible();
}

/** Both views of the Evaluation; the client's is copied from the paper she filled in at home. */
export async function werteAus(seite: Page, nr: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/evaluation/ratsuchende`));
  await seite.getByRole('radiogroup').first().getByRole('radio').nth(3).check();
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite).toHaveURL(/evaluation$/);
  await seite.goto(adresse(`/faelle/${nr}/evaluation/fachkraft`));
  await seite.getByRole('radiogroup').first().getByRole('radio').nth(3).check();
  await seite.getByLabel(/^Strukturelle Erkenntnisse/).fill('Wartezeiten von einem halben Jahr');
  await seite.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(seite.getByText('Beide Bögen liegen vor.')).toBeVisible();
}

export async function beende(seite: Page, nr: string, grund: string): Promise<void> {
  await seite.goto(adresse(`/faelle/${nr}/abschluss`));
  await seite.getByLabel(grund, { exact: true }).check();
  await seite.getByLabel('beide gemeinsam').check();
  await seite.getByRole('button', { name: 'Fall beenden' }).click();
  await expect(seite.getByText(/^beendet am/).first()).toBeVisible();
}
