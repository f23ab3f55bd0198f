import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { neueId } from '@kim/core/ids.ts';
import { fehler, ok } from '@kim/core/result.ts';
import type { Kreisakteur } from './akteur.ts';

/** The Koordination's own accounts; the database decides what may happen to them (db/security/35-koordination.sql). */

export const einladung = z.object({
  name: z.string({ error: 'Bitte geben Sie den Namen ein.' }).trim().min(1, 'Bitte geben Sie den Namen ein.').max(200, 'Bitte höchstens 200 Zeichen.'),
  email: z
    .string({ error: 'Bitte geben Sie die E-Mail-Adresse ein.' })
    .trim()
    .toLowerCase()
    .max(200, 'Bitte höchstens 200 Zeichen.')
    .pipe(z.email('Bitte prüfen Sie die E-Mail-Adresse, zum Beispiel name@kreis.de.')),
});

export interface Koordinationskonto {
  nutzerId: string;
  name: string;
  email: string;
  angenommen: boolean;
  zweiterFaktor: boolean;
  eigenes: boolean;
}

interface Zeile extends Record<string, unknown> {
  nutzer_id: string;
  name: string;
  email: string;
  angenommen: boolean;
  zweiter_faktor: boolean;
  eigenes: boolean;
}

export function listKonten(akteur: Kreisakteur): Promise<Koordinationskonto[]> {
  return akteur.tx(async (tx) => {
    const { rows } = await tx.execute<Zeile>(sql`select * from sec.koordination_konten()`);
    return rows.map((z) => ({ nutzerId: z.nutzer_id, name: z.name, email: z.email, angenommen: z.angenommen, zweiterFaktor: z.zweiter_faktor, eigenes: z.eigenes }));
  });
}

/** @param tokenHash of the link that the caller sends once this has committed */
export async function ladeEin(akteur: Kreisakteur, { name, email }: z.output<typeof einladung>, tokenHash: Buffer) {
  const neu = await frage<boolean>(akteur, sql`select sec.koordination_einladen(${neueId()}, ${neueId()}, ${neueId()}, ${name}, ${email}, ${tokenHash}) as antwort`);
  return neu ? ok() : fehler('vorhanden');
}

/** A new link for an invitation that waits; the old one is void. */
export async function erneuereEinladung(akteur: Kreisakteur, nutzerId: string, tokenHash: Buffer) {
  const offen = await frage<boolean>(akteur, sql`select sec.koordination_erneuern(${nutzerId}, ${tokenHash}) as antwort`);
  return offen ? ok() : fehler('unbekannt');
}

export async function beendeKonto(akteur: Kreisakteur, nutzerId: string) {
  const antwort = await frage<'ok' | 'unbekannt' | 'selbst' | 'letzte'>(akteur, sql`select sec.koordination_beenden(${nutzerId}) as antwort`);
  return antwort === 'ok' ? ok() : fehler(antwort);
}

export async function setzeZurueck(akteur: Kreisakteur, nutzerId: string, art: 'passwort' | 'zweiter_faktor', tokenHash: Buffer) {
  const antwort = await frage<'ok' | 'unbekannt' | 'selbst' | 'betreiber'>(akteur, sql`select sec.koordination_zuruecksetzen(${nutzerId}, ${art}, ${tokenHash}) as antwort`);
  return antwort === 'ok' ? ok() : fehler(antwort);
}

function frage<T>(akteur: Kreisakteur, anweisung: ReturnType<typeof sql>): Promise<T> {
  return akteur.tx(async (tx) => (await tx.execute<{ antwort: T }>(anweisung)).rows[0]?.antwort as T);
}
