import { z } from 'zod';
import { TRAEGERROLLEN } from '@kim/policies/rollen.ts';
import { auswahl } from '../schema.ts';

const name = z.string('Bitte geben Sie den Namen ein.').trim().min(1, 'Bitte geben Sie den Namen ein.').max(200, 'Bitte höchstens 200 Zeichen.');

const rollenfeld = auswahl(z.enum(TRAEGERROLLEN, 'Bitte wählen Sie eine Rolle der Liste.'), 'Bitte wählen Sie mindestens eine Rolle.')
  .pipe(z.array(z.enum(TRAEGERROLLEN)).min(1, 'Bitte wählen Sie mindestens eine Rolle.'));

export const einladung = z.object({
  name,
  email: z.string('Bitte geben Sie die E-Mail-Adresse ein.').trim().toLowerCase().min(1, 'Bitte geben Sie die E-Mail-Adresse ein.').max(200, 'Bitte höchstens 200 Zeichen.')
    .pipe(z.email('Bitte prüfen Sie die E-Mail-Adresse. Sie sieht aus wie name@traeger.de.')),
  rollen: rollenfeld,
});
export type Einladungseingabe = z.output<typeof einladung>;

export const person = z.object({ name, version: z.coerce.number().int().positive() });

/** `bisher` are the roles that the form was rendered with, joined by commas. */
export const rollen = z.object({ rollen: rollenfeld, bisher: z.string().catch('') });

export const wiedereinladung = z.object({ rollen: rollenfeld });

export const RUECKSETZARTEN = ['passwort', 'zweiter_faktor', 'beides'] as const;
export type Ruecksetzart = (typeof RUECKSETZARTEN)[number];

export const ruecksetzung = z.object({ art: z.enum(RUECKSETZARTEN, 'Bitte wählen Sie, was zurückgesetzt wird.') });

export const ende = z.object({ sicher: z.literal('ja', 'Bitte bestätigen Sie, dass der Zugang enden soll.') });
