import { z } from 'zod';
import { parseDezimal } from '@kim/core/zahl.ts';
import { auswahl, kalendertag, offenesEnde, wennGelesen } from '../schema.ts';

export const VERTRAGSARTEN = ['eigene_stelle', 'weiterleitung', 'weiterleitung_kooperation'] as const;
export type Vertragsart = (typeof VERTRAGSARTEN)[number];

/** VZÄ as typed with a decimal comma; kept as hundredths so that sums stay exact. */
const hundertstel = (hoechstens: number, fehlt: string, grenzen: string) =>
  z.string(fehlt).trim().min(1, fehlt).transform((eingabe, ctx) => {
    const zahl = parseDezimal(eingabe);
    const wert = zahl === null ? Number.NaN : Math.round(zahl * 100);
    if (wert >= 1 && wert <= hoechstens && zahl !== null && Math.abs(wert / 100 - zahl) < 1e-9) return wert;
    ctx.addIssue({ code: 'custom', message: zahl === null ? 'Bitte als Zahl mit Komma angeben, zum Beispiel 0,77.' : grenzen });
    return z.NEVER;
  });

const nichtRueckwaerts = (von: string, bis: string | null) => bis === null || bis >= von;

export const stelle = z
  .object({
    bezeichnung: z.string('Bitte geben Sie der Stelle einen Namen.').trim().min(1, 'Bitte geben Sie der Stelle einen Namen.').max(200, 'Bitte höchstens 200 Zeichen.'),
    vzae: hundertstel(2000, 'Bitte geben Sie den Umfang in VZÄ an.', 'Bitte einen Umfang von 0,01 bis 20,00 VZÄ mit höchstens zwei Nachkommastellen angeben.'),
    vertragsart: z.enum(VERTRAGSARTEN, 'Bitte wählen Sie die Vertragsart.'),
    kommunen: auswahl(z.uuid(), 'Bitte wählen Sie mindestens eine Kommune.').pipe(z.array(z.string()).min(1, 'Bitte wählen Sie mindestens eine Kommune.')),
    gefoerdertVon: kalendertag('Bitte geben Sie an, seit wann die Stelle gefördert wird.'),
    gefoerdertBis: offenesEnde,
  })
  .refine((s) => nichtRueckwaerts(s.gefoerdertVon, s.gefoerdertBis), { path: ['gefoerdertBis'], message: 'Das Ende der Förderung liegt vor ihrem Beginn.', when: wennGelesen('gefoerdertVon', 'gefoerdertBis') });
export type Stelleneingabe = z.output<typeof stelle>;

export const besetzung = z
  .object({
    person: z.uuid('Bitte wählen Sie, wer die Stelle besetzt.'),
    anteil: hundertstel(100, 'Bitte geben Sie den Anteil in VZÄ an.', 'Bitte einen Anteil von 0,01 bis 1,00 VZÄ mit höchstens zwei Nachkommastellen angeben. Eine Person füllt höchstens eine volle Stelle aus.'),
    besetztVon: kalendertag('Bitte geben Sie an, seit wann die Stelle besetzt ist.'),
    besetztBis: offenesEnde,
    /** Ticked after a warning was read. */
    trotzdem: z.literal('ja').optional(),
  })
  .refine((b) => nichtRueckwaerts(b.besetztVon, b.besetztBis), { path: ['besetztBis'], message: 'Das Ende der Besetzung liegt vor ihrem Beginn.', when: wennGelesen('besetztVon', 'besetztBis') });
export type Besetzungseingabe = z.output<typeof besetzung>;
