import { z } from 'zod';

/** What belongs into the protected part: special categories of data (Art. 9 DSGVO) and what endangers somebody when it is known. */
export const THEMEN = ['gesundheit', 'gewalt', 'sexualitaet', 'glaube', 'gefaehrdung', 'sonstiges'] as const;
export type Thema = (typeof THEMEN)[number];

/** Why somebody opens it; „zustaendig“ is not chosen, it is. */
export const ANLAESSE = ['zustaendig', 'vertretung', 'wunsch', 'gefahr', 'fallberatung'] as const;
export type Oeffnungsanlass = (typeof ANLAESSE)[number];

export const schutzoeffnung = z.object({
  anlass: z.enum(['vertretung', 'wunsch', 'gefahr', 'fallberatung'], 'Bitte wählen Sie den Anlass.'),
  grund: z.string().trim().min(10, 'Bitte nennen Sie in einem Satz, warum Sie jetzt öffnen.').max(500, 'Bitte höchstens 500 Zeichen.'),
});
export type Oeffnungseingabe = z.output<typeof schutzoeffnung>;

export const schutzeintrag = z.object({
  thema: z.enum(THEMEN, 'Bitte wählen Sie das Thema.'),
  person: z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie eine Person aus der Liste.').optional().default('').transform((id) => id || null),
  text: z.string().trim().min(1, 'Bitte schreiben Sie, was festgehalten werden soll.').max(10_000, 'Bitte höchstens 10.000 Zeichen.'),
});
export type Schutzeintragseingabe = z.output<typeof schutzeintrag>;

export const schutzeintragsaenderung = schutzeintrag.extend({ version: z.coerce.number().int().positive() });
export type Schutzeintragsaenderung = z.output<typeof schutzeintragsaenderung>;
