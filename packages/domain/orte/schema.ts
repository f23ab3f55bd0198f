import { z } from 'zod';
import { offenesEnde } from '../traeger/schema.ts';

export const ORTSARTEN = ['buero', 'aussensprechstunde', 'unterkunft', 'sonstiger'] as const;
export type Ortsart = (typeof ORTSARTEN)[number];

const angekreuzt = z.literal('ja').optional().transform((wert) => wert === 'ja');

/** A place of consultation with what it allows (R67). */
export const ort = z.object({
  name: z.string('Bitte geben Sie dem Ort einen Namen.').trim().min(1, 'Bitte geben Sie dem Ort einen Namen.').max(200, 'Bitte höchstens 200 Zeichen.'),
  art: z.enum(ORTSARTEN, 'Bitte wählen Sie die Art des Orts.'),
  kommune: z.uuid('Bitte wählen Sie die Kommune.'),
  vertraulich: angekreuzt,
  familiengerecht: angekreuzt,
  barrierefrei: angekreuzt,
  sprechzeiten: z.string().trim().max(1000, 'Bitte höchstens 1.000 Zeichen.').optional().default(''),
  aufgegebenAm: offenesEnde,
});
export type Ortseingabe = z.output<typeof ort>;
