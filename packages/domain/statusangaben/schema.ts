import { z } from 'zod';
import { kalendertag, offenesEnde } from '../traeger/schema.ts';

export type Statusart = 'aufenthalt' | 'leistung';

const text = (laengste: number) => z.string().trim().max(laengste, `Bitte höchstens ${laengste.toLocaleString('de-DE')} Zeichen.`).optional().default('');

/** One entry of the time line; whether its code exists, and on that day, says pruefeAngabe. */
export const statusangabe = z.object({
  code: z.string('Bitte wählen Sie einen Eintrag der Liste.').trim().min(1, 'Bitte wählen Sie einen Eintrag der Liste.').max(60, 'Bitte wählen Sie einen Eintrag der Liste.'),
  von: kalendertag('Bitte geben Sie an, seit wann das gilt.'),
  bis: offenesEnde,
  dokumentnummer: text(60),
  notiz: text(2000),
});
export type Statuseingabe = z.output<typeof statusangabe>;

/** Decrypted content of statusangaben.angaben_krypt. */
export interface Statusgeheimnis {
  dokumentnummer: string;
  notiz: string;
}
