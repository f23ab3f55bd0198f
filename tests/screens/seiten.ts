import { TOTP } from 'otpauth';
import type { Page } from '@playwright/test';
import { konto, nimmEinladungAn, PASSWORT, tippeZugang } from '../e2e/person.ts';

export interface Wer {
  kennung: string | null;
  aufgabe: string;
}

/** Whose pages are pictured; null has not signed in. */
export const ROLLEN: Readonly<Record<string, Wer | null>> = {
  niemand: null,
  fachkraft: { kennung: 'KUE', aufgabe: 'Fachkraft' },
  leitung: { kennung: 'KUE', aufgabe: 'Leitung' },
  verwaltung: { kennung: 'KUE', aufgabe: 'Administration' },
  koordination: { kennung: null, aufgabe: 'Koordination' },
};

export interface Zustand {
  ordner: string;
  name: string;
  als?: Wer;
  stelleHer: (seite: Page, url: string) => Promise<void>;
}

const FACHKRAFT: Wer = { kennung: 'WKN', aufgabe: 'Fachkraft' };

/** What no link leads to: answers to forms, and doors that open only at certain moments. */
export const ZUSTAENDE: readonly Zustand[] = [
  {
    // The handed-over screen keeps the browser on it, so no link is followed to it.
    ordner: 'fachkraft', name: 'evaluation.uebergabe', als: FACHKRAFT,
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/faelle?klasse=case_management`);
      const fall = await seite.getByRole('table').getByRole('link').first().getAttribute('href');
      await seite.goto(`${url}${fall}/evaluation/uebergabe`);
    },
  },
  {
    ordner: 'fachkraft', name: 'suche-treffer', als: FACHKRAFT,
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/faelle`);
      await seite.getByRole('searchbox').fill('kha');
      await seite.getByRole('link', { name: /Khaled/ }).first().waitFor();
    },
  },
  {
    ordner: 'fachkraft', name: 'faelle.neu-fehler', als: FACHKRAFT,
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/faelle/neu`);
      await seite.getByLabel('Name der Person').fill('Nadia Neu');
      await seite.getByRole('button', { name: 'Suchen' }).click();
      await seite.getByText('Niemand gefunden').waitFor();
      await seite.getByLabel(/^Geburtsdatum/).fill('31.02.1990');
      await seite.getByRole('button', { name: 'Fall eröffnen' }).click();
      await seite.getByRole('alert').first().waitFor();
    },
  },
  {
    ordner: 'fachkraft', name: 'blickschutz', als: FACHKRAFT,
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/faelle`);
      await seite.getByRole('button', { name: 'Blickschutz' }).click();
      await seite.getByRole('button', { name: 'Blickschutz', pressed: true }).waitFor();
    },
  },
  {
    ordner: 'fachkraft', name: 'gesperrt', als: FACHKRAFT,
    stelleHer: async (seite) => {
      await seite.getByRole('button', { name: 'Sperren' }).click();
      await seite.getByRole('heading', { name: 'Gesperrt' }).waitFor();
    },
  },
  {
    ordner: 'niemand', name: 'anmelden-falsch',
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/anmelden`);
      await seite.getByLabel(/E-Mail-Adresse/).fill('niemand@kue.example');
      await seite.getByLabel(/^Passwort/).fill('falsch');
      await seite.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await seite.getByRole('alert').first().waitFor();
    },
  },
  {
    ordner: 'verwaltung', name: 'eingeladen', als: { kennung: 'WKN', aufgabe: 'Administration' },
    stelleHer: async (seite, url) => void (await ladeEin(seite, url, 'neue.kollegin@wkn.example')),
  },
  {
    ordner: 'niemand', name: 'einladung', als: { kennung: 'WKN', aufgabe: 'Administration' },
    stelleHer: async (seite, url) => {
      const link = await ladeEin(seite, url, 'zweite.kollegin@wkn.example');
      await seite.goto(link);
    },
  },
  {
    ordner: 'niemand', name: 'wahl-des-traegers', als: { kennung: 'WKN', aufgabe: 'Administration' },
    stelleHer: async (seite, url) => {
      const email = 'amina.osei@dle.example';
      await seite.goto(await ladeEin(seite, url, email));
      await nimmEinladungAn(seite, PASSWORT);
      await tippeZugang(seite, email);
      await seite.getByRole('heading', { name: 'Für wen arbeiten Sie jetzt?' }).waitFor();
    },
  },
  {
    ordner: 'leitung', name: 'zweiter-faktor-einrichten', als: { kennung: 'WKN', aufgabe: 'Leitung' },
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/konto/zweiter-faktor`);
      await seite.getByLabel(/^Ihr Passwort/).fill(PASSWORT);
      await seite.getByRole('button', { name: 'Einrichtung beginnen' }).click();
      await seite.getByRole('button', { name: 'Bestätigen' }).waitFor();
    },
  },
  {
    ordner: 'leitung', name: 'wiederherstellungscodes', als: { kennung: 'WKN', aufgabe: 'Leitung' },
    stelleHer: async (seite, url) => richteFaktorEin(seite, url),
  },
  {
    ordner: 'niemand', name: 'anmelden.zweiter-faktor', als: { kennung: 'ODE', aufgabe: 'Leitung' },
    stelleHer: async (seite, url) => {
      await richteFaktorEin(seite, url);
      await seite.context().clearCookies();
      await seite.goto(`${url}/anmelden`);
      await tippeZugang(seite, konto('ODE', 'Leitung'));
      await seite.getByLabel(/Code/).first().waitFor();
    },
  },
  {
    ordner: 'verwaltung', name: 'verwaltung.personal.id.uebergabe', als: { kennung: 'KUE', aufgabe: 'Administration' },
    stelleHer: async (seite, url) => {
      await seite.goto(`${url}/verwaltung/personal`);
      await seite.getByRole('link', { name: 'Lars Becker' }).click();
      await seite.getByRole('link', { name: 'Fälle übergeben' }).first().click();
      await seite.getByRole('heading', { level: 1, name: 'Fälle übergeben' }).waitFor();
    },
  },
];

/** Pictures that the README shows, what fits on the screen of them, with their names there. */
export const BEISPIELE: Readonly<Record<string, string>> = {
  'fachkraft/faelle.nr.verlauf-1280.png': 'verlauf',
  'verwaltung/verwaltung.personal.id.uebergabe-1280.png': 'uebergabe',
  'fachkraft/suche-treffer-360.png': 'suche',
};

async function richteFaktorEin(seite: Page, url: string): Promise<void> {
  await seite.goto(`${url}/konto/zweiter-faktor`);
  await seite.getByLabel(/^Ihr Passwort/).fill(PASSWORT);
  await seite.getByRole('button', { name: 'Einrichtung beginnen' }).click();
  const schluessel = (await seite.locator('code').textContent()) ?? '';
  await seite.getByLabel(/^Code aus der App/).fill(new TOTP({ secret: schluessel.replaceAll(' ', '') }).generate());
  await seite.getByRole('button', { name: 'Bestätigen' }).click();
  await seite.getByRole('heading', { name: /Wiederherstellungscodes/ }).first().waitFor();
}

async function ladeEin(seite: Page, url: string, email: string): Promise<string> {
  await seite.goto(`${url}/verwaltung/personal/neu`);
  await seite.getByLabel(/^Vor- und Nachname/).fill('Neue Kollegin');
  await seite.getByLabel(/^E-Mail-Adresse/).fill(email);
  await seite.getByLabel(/^Fachkraft/).check();
  await seite.getByRole('button', { name: 'Einladen' }).click();
  return (await seite.locator('code').textContent()) ?? '';
}
