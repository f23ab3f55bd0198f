import { z } from 'zod';
import { staatsangehoerigkeit } from '@kim/kreis/staatsangehoerigkeiten.ts';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';

/** Input shapes of a person. Names take any script and length up to 200 characters; one letter is a name. */

const text = (laengste: number, meldung: string) => z.string().trim().max(laengste, meldung);
const optional = (laengste: number) => text(laengste, `Bitte höchstens ${laengste} Zeichen.`).optional().default('');

export const geburtsdatum = z
  .string()
  .trim()
  .optional()
  .default('')
  .transform((eingabe, ctx) => {
    if (eingabe === '') return null;
    if (/^\d{4}$/.test(eingabe)) return pruefeJahr(Number(eingabe), ctx) ? { jahr: Number(eingabe), datum: null } : z.NEVER;
    const datum = parseDatum(eingabe);
    if (!datum) {
      ctx.addIssue({ code: 'custom', message: nenneDatumsfehler(eingabe, 'Bitte als TT.MM.JJJJ oder nur das Jahr angeben, zum Beispiel 05.03.1989 oder 1989.') });
      return z.NEVER;
    }
    if (datum > heute()) {
      ctx.addIssue({ code: 'custom', message: 'Das Geburtsdatum liegt in der Zukunft.' });
      return z.NEVER;
    }
    return pruefeJahr(Number(datum.slice(0, 4)), ctx) ? { jahr: Number(datum.slice(0, 4)), datum } : z.NEVER;
  });

function pruefeJahr(jahr: number, ctx: z.RefinementCtx): boolean {
  if (jahr >= 1900 && jahr <= Number(heute().slice(0, 4))) return true;
  ctx.addIssue({ code: 'custom', message: 'Bitte ein Geburtsjahr ab 1900 angeben, das nicht in der Zukunft liegt.' });
  return false;
}

/** Up to three languages in the order of the form, as ISO 639-3 codes; what was typed before there was a list stays. */
export const SPRACHEN_HOECHSTENS = 3;
const sprachen = z.union([z.string().transform((eine) => [eine]), z.array(z.string())], 'Bitte wählen Sie einen Eintrag der Liste.').optional().default([])
  .transform((alle) => [...new Set(alle.map((eine) => eine.trim()).filter(Boolean))])
  .refine((alle) => alle.length <= SPRACHEN_HOECHSTENS && alle.every((eine) => eine.length <= 100), 'Bitte wählen Sie höchstens drei Sprachen der Liste.');

export const GESCHLECHTER = ['m', 'w', 'd', 'x'] as const;

export const name = z.object({
  vorname: optional(200),
  nachname: text(200, 'Bitte höchstens 200 Zeichen.').min(1, 'Bitte geben Sie den Namen ein. Ein einzelner Name genügt.'),
  schreibweisen: optional(400),
});

export const stammdaten = z.object({
  geburtsdatum,
  geschlecht: z.enum(GESCHLECHTER, 'Bitte wählen Sie einen Eintrag der Liste.').or(z.literal('')).optional().default(''),
  staatsangehoerigkeit: optional(3).refine((schluessel) => schluessel === '' || staatsangehoerigkeit(schluessel) !== null, 'Bitte wählen Sie einen Eintrag der Liste.'),
  sprache: sprachen,
  telefon: optional(60),
  email: z.email('Bitte prüfen Sie die E-Mail-Adresse.').max(200).or(z.literal('')).optional().default(''),
  anschrift: optional(300),
});

export const person = name.extend(stammdaten.shape);

export type Personeneingabe = z.output<typeof person>;

/** Decrypted content of ratsuchende.name_krypt. */
export interface Personenname {
  vorname: string;
  nachname: string;
  /** Further spellings, one per line in the form. */
  schreibweisen: string[];
}

/** Decrypted content of stammdaten.daten_krypt. */
export interface Personendaten {
  geburtsdatum: string | null;
  sprachen: string[];
  telefon: string;
  email: string;
  anschrift: string;
}
