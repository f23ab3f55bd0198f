import type pg from 'pg';
import { neueId } from '@kim/core/ids.ts';
import { tresorFuer } from '@kim/tresor/traeger-tresor.ts';
import type { Schluesselbund } from '@kim/tresor/schluesselbund.ts';
import type { Browser } from './browser.ts';

/** What somebody wants to have written once, and whether the application said that it was. */
export interface Absicht {
  formularId: string;
  nr: string;
  notiz: string;
  bestaetigt: boolean;
  versuche: number;
}

/** What the database makes of the intents. Everything but `eintraege` must be 0. */
export interface Abgleich {
  eintraege: number;
  /** Acknowledged, not there or not readable. */
  verloren: number;
  /** One intent, several entries. */
  doppelt: number;
  /** Entry without protocol line, protocol line without entry, form without entry. */
  halb: number;
}

export const neueAbsicht = (nr: string): Absicht => {
  const formularId = neueId();
  return { formularId, nr, notiz: `Absicht ${formularId}`, bestaetigt: false, versuche: 0 };
};

/** Posts the contact once. Answers what came back when it was neither the acknowledgement nor „not now“. */
export async function versuche(browser: Browser, absicht: Absicht, formularId = absicht.formularId): Promise<string | null> {
  absicht.versuche += 1;
  const pfad = `/faelle/${absicht.nr}/verlauf`;
  const felder = { _formular: formularId, am: '02.01.2026', kanal: 'telefon', dauer: '', notiz: absicht.notiz };
  const antwort = await browser.sende(pfad, felder).catch(() => null);
  if (!antwort || antwort.status === 503) return null;
  if (antwort.status !== 302 || antwort.ort !== pfad) return `${antwort.status} ${antwort.ort ?? ''}`.trim();
  absicht.bestaetigt = true;
  return null;
}

/** Reads every entry of the cases concerned with its key, and compares. */
export async function gleicheAb(sql: pg.Client, bund: Schluesselbund, absichten: readonly Absicht[]): Promise<Abgleich> {
  const notizen = await leseNotizen(sql, bund, [...new Set(absichten.map(({ nr }) => nr))]);
  const zahl = (trifft: (anzahl: number, absicht: Absicht) => boolean) => absichten.filter((absicht) => trifft(notizen.get(absicht.notiz) ?? 0, absicht)).length;
  const { rows } = await sql.query<{ halb: number }>(`
    select (select count(*) from app.kontakte k where not exists (
              select from app.protokoll p where p.gegenstand_id = k.id and p.aktion = 'kontakt.erfasst'))::int
         + (select count(*) from app.protokoll p where p.aktion = 'kontakt.erfasst' and not exists (
              select from app.kontakte k where k.id = p.gegenstand_id))::int
         + (select count(*) from app.formulareingaben e where e.id = any ($1) and not exists (
              select from app.kontakte k where k.id::text = e.ergebnis))::int as halb`, [absichten.map(({ formularId }) => formularId)]);
  return {
    eintraege: zahl((anzahl) => anzahl > 0),
    verloren: zahl((anzahl, { bestaetigt }) => bestaetigt && anzahl === 0),
    doppelt: zahl((anzahl) => anzahl > 1),
    halb: rows[0]!.halb,
  };
}

async function leseNotizen(sql: pg.Client, bund: Schluesselbund, nummern: string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ traeger_id: string; fall_id: string; id: string; version: number; notiz_krypt: Buffer; verpackt: Buffer; generation: number }>(`
    select k.traeger_id, k.fall_id, k.id, k.version, k.notiz_krypt, s.verpackt, s.generation
      from app.faelle f join app.kontakte k on k.traeger_id = f.traeger_id and k.fall_id = f.id
      join tresor.fallschluessel s on s.traeger_id = f.traeger_id and s.fall_id = f.id
     where f.fallnummer = any ($1)`, [nummern]);
  const anzahl = new Map<string, number>();
  for (const zeile of rows) {
    const tresor = tresorFuer(bund, zeile.traeger_id);
    const schluessel = tresor.oeffneSchluessel(zeile.fall_id, zeile.verpackt, zeile.generation);
    const notiz = tresor.entschluessleText(zeile.notiz_krypt, schluessel, { besitzerId: zeile.id, spalte: 'kontakte.notiz', version: zeile.version });
    anzahl.set(notiz, (anzahl.get(notiz) ?? 0) + 1);
  }
  return anzahl;
}
