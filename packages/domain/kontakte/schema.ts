import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import { tag } from '../faelle/schema.ts';
import { auswahl, wennGelesen } from '../traeger/schema.ts';
import { brauchtNotiz, passtZweck, ZWECKCODES } from './rules.ts';

export const KANAELE = ['persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post'] as const;
export type Kanal = (typeof KANAELE)[number];

/** Kinds of service (R35). */
export const LEISTUNGEN = ['information', 'anleitung', 'begleitung', 'verweisberatung', 'einzelfallberatung'] as const;
export type Leistung = (typeof LEISTUNGEN)[number];

const AUS_DER_LISTE = 'Bitte wählen Sie einen Eintrag der Liste.';

/** A choice that may stay open. */
const freiwillig = <S extends z.ZodType>(schema: S) => z.union([z.literal('').transform(() => undefined), schema], AUS_DER_LISTE).optional();

const codes = <C extends string>(liste: Record<C, unknown>) => z.enum(schluesselVon(liste), AUS_DER_LISTE);

const angekreuzt = z.literal('ja').optional();

export const kontakt = z
  .object({
    am: tag('Bitte geben Sie den Tag des Kontakts an.'),
    kanal: z.enum(KANAELE, 'Bitte wählen Sie, wie der Kontakt stattfand.'),
    dauer: z
      .string()
      .trim()
      .optional()
      .default('')
      .transform((eingabe, ctx) => {
        if (eingabe === '') return null;
        const minuten = Number(eingabe);
        if (Number.isInteger(minuten) && minuten >= 1 && minuten <= 1440) return minuten;
        ctx.addIssue({ code: 'custom', message: 'Bitte die Dauer in ganzen Minuten angeben, höchstens 1440.' });
        return z.NEVER;
      }),
    notiz: z.string().trim().max(20_000, 'Bitte höchstens 20.000 Zeichen.').optional().default(''),
    leistung: freiwillig(z.enum(LEISTUNGEN, AUS_DER_LISTE)),
    zweck: freiwillig(z.enum(ZWECKCODES, AUS_DER_LISTE)),
    ort: freiwillig(z.uuid(AUS_DER_LISTE)),
    sprachmittlung: freiwillig(codes(SPRACHMITTLUNG)),
    themen: auswahl(codes(BEDARFSBEREICHE), AUS_DER_LISTE).optional(),
    ausgefallen: angekreuzt,
    /** Consent of the responsible authority and Arbeitssicherheit are settled (R39); asked for, not stored. */
    besuchGeklaert: angekreuzt,
    /** Ticked after the question about interpreting was read. */
    trotzdem: angekreuzt,
  })
  .refine((k) => !brauchtNotiz(k), { path: ['notiz'], message: 'Bitte notieren Sie kurz, worum es ging.', when: wennGelesen('notiz') })
  .refine(passtZweck, {
    path: ['zweck'], when: wennGelesen('kanal'),
    message: 'Bitte wählen Sie bei einer Begleitung und bei einem Besuch den passenden Zweck, sonst keinen.',
  })
  .refine((k) => k.kanal !== 'aufsuchend' || k.besuchGeklaert === 'ja', {
    path: ['besuchGeklaert'], when: wennGelesen('kanal'),
    message: 'Bitte bestätigen Sie, dass die Zustimmung der zuständigen Behörde und die Arbeitssicherheit geklärt sind.',
  });
export type Kontakteingabe = z.output<typeof kontakt>;
