import { z } from 'zod';

export const DATEITYPEN = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type Dateityp = (typeof DATEITYPEN)[number];

/** „unterschrift“ is drawn on the screen, „nachweis“ belongs to a consent. */
export const DOKUMENTARTEN = ['nachweis', 'unterschrift', 'anlage'] as const;
export type Dokumentart = (typeof DOKUMENTARTEN)[number];

export const dokument = z.object({
  name: z.string().trim().max(200, 'Bitte höchstens 200 Zeichen.').optional().default(''),
  art: z.enum(['nachweis', 'anlage'], 'Bitte wählen Sie, was für ein Dokument das ist.'),
  /** The file that this one replaces. */
  ersetzt: z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie ein Dokument aus der Liste.').optional().default('').transform((id) => id || null),
  geschuetzt: z.literal('ja').optional().transform((wert) => wert === 'ja'),
}).refine(({ art, geschuetzt }) => !geschuetzt || art === 'anlage', { path: ['geschuetzt'], message: 'Nachweise werden im Fall gebraucht; in den geschützten Bereich kommen nur Anlagen.' });
export type Dokumenteingabe = z.output<typeof dokument>;
