import { z } from 'zod';
import { tag } from '../faelle/schema.ts';

export const KANAELE = ['persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post'] as const;

export const kontakt = z.object({
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
  notiz: z.string().trim().min(1, 'Bitte notieren Sie kurz, worum es ging.').max(20_000, 'Bitte höchstens 20.000 Zeichen.'),
});
export type Kontakteingabe = z.output<typeof kontakt>;
