import { z } from 'zod';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import { tag } from '../faelle/schema.ts';

/** Kinds of paper that a case rests on (R62); „einverstaendnis“ is the consent to Case Management itself. */
export const EINWILLIGUNGSARTEN = ['datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'einverstaendnis'] as const;
export type Einwilligungsart = (typeof EINWILLIGUNGSARTEN)[number];
export const istEinwilligungsart = (text: unknown): text is Einwilligungsart => (EINWILLIGUNGSARTEN as readonly unknown[]).includes(text);

export const EINWILLIGUNGSSTAENDE = ['erteilt', 'verweigert', 'widerrufen'] as const;
export type Einwilligungsstand = (typeof EINWILLIGUNGSSTAENDE)[number];

export const EINWILLIGUNGSFORMEN = ['schriftlich', 'elektronisch', 'muendlich'] as const;
export type Einwilligungsform = (typeof EINWILLIGUNGSFORMEN)[number];

/** What a Schweigepflichtentbindung covers; the code is counted, the word is in labels.ts. */
export const DATENARTEN = ['person', 'familie', 'aufenthalt', 'leistungen', 'wohnen', 'bildung_arbeit', 'gesundheit', 'verlauf', 'ziele'] as const;
export type Datenart = (typeof DATENARTEN)[number];

/** What a recipient may be told for; checked before anything is sent (U8). */
export const ZWECKE = ['vermittlung', 'terminvereinbarung', 'antragsklaerung', 'fallbesprechung', 'fallkonferenz', 'rueckmeldung'] as const;
export type Zweck = (typeof ZWECKE)[number];

export const RICHTUNGEN = ['an_empfaenger', 'von_empfaenger', 'gegenseitig'] as const;
export type Richtung = (typeof RICHTUNGEN)[number];

const text = (hoechstens: number) => z.string().trim().max(hoechstens, `Bitte höchstens ${hoechstens.toLocaleString('de-DE')} Zeichen.`).optional().default('');

const spaetererTag = z.string().trim().optional().default('').transform((eingabe, ctx) => {
  if (eingabe === '') return null;
  const datum = parseDatum(eingabe);
  if (datum) return datum;
  ctx.addIssue({ code: 'custom', message: nenneDatumsfehler(eingabe) });
  return z.NEVER;
});

/** „data:image/png;base64,…“ of the drawn signature; about 300 KB at most. */
export const unterschrift = z.string().max(400_000).regex(/^(data:image\/png;base64,[A-Za-z0-9+/]+=*)?$/, 'Die Unterschrift konnte nicht gelesen werden.').optional().default('')
  .transform((url) => (url ? Uint8Array.from(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')) : null));

const gemeinsam = {
  person: z.uuid('Bitte wählen Sie, wer sich erklärt hat.'),
  entscheidung: z.enum(['erteilt', 'verweigert'], 'Bitte wählen Sie, wie sich die Person entschieden hat.'),
  am: tag('Bitte geben Sie den Tag der Erklärung an.'),
  form: z.enum(EINWILLIGUNGSFORMEN, 'Bitte wählen Sie, in welcher Form die Erklärung vorliegt.'),
  sprache: z.string().regex(/^([a-z]{3})?$/, 'Bitte wählen Sie eine Sprache der Liste.').optional().default(''),
  gueltigBis: spaetererTag,
  bemerkung: text(2_000),
  unterschrift,
};

const ohneEmpfaenger = z.object({ art: z.enum(['datenschutzvereinbarung', 'datenschutzerklaerung', 'einverstaendnis']), ...gemeinsam })
  .transform((eingabe) => ({ ...eingabe, empfaenger: '', zweck: '', datenarten: [] as Datenart[], richtung: null, angebot: null, zwecke: [] as Zweck[] }));

const mitEmpfaenger = z.object({
  art: z.literal('schweigepflichtentbindung'),
  ...gemeinsam,
  /** The recipient as an entry of the directory; then its name need not be typed. */
  angebot: z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie eine Stelle aus der Liste.').optional().default('').transform((id) => id || null),
  empfaenger: text(300),
  zwecke: z.union([z.string(), z.array(z.string())]).optional().default([]).transform((eine) => [eine].flat()).pipe(z.array(z.enum(ZWECKE, 'Bitte wählen Sie aus der Liste.'))),
  zweck: text(1_000).pipe(z.string().min(1, 'Bitte geben Sie an, wozu die Angaben weitergegeben werden.')),
  datenarten: z.union([z.string(), z.array(z.string())]).optional().default([]).transform((eine) => [eine].flat())
    .pipe(z.array(z.enum(DATENARTEN, 'Bitte wählen Sie aus der Liste.')).min(1, 'Bitte wählen Sie mindestens eine Art von Angaben.')),
  richtung: z.enum(RICHTUNGEN, 'Bitte wählen Sie, wer wem etwas mitteilen darf.'),
});

export const einwilligung = z.discriminatedUnion('art', [ohneEmpfaenger, mitEmpfaenger], 'Bitte wählen Sie, worum es geht.')
  .refine(({ art, angebot, empfaenger }) => art !== 'schweigepflichtentbindung' || angebot !== null || empfaenger !== '', { path: ['empfaenger'], message: 'Bitte nennen Sie die Stelle oder Person, für die die Entbindung gilt.' })
  .refine(({ angebot, zwecke }) => angebot === null || zwecke.length > 0, { path: ['zwecke'], message: 'Bitte wählen Sie, wofür die Stelle etwas erfahren darf.' })
  .refine(({ am, gueltigBis }) => gueltigBis === null || gueltigBis >= am, { path: ['gueltigBis'], message: 'Dieser Tag liegt vor dem Tag der Erklärung.' })
  .refine(({ form, unterschrift: gezeichnet }) => form !== 'muendlich' || gezeichnet === null, { path: ['form'], message: 'Unterschrieben ist die Erklärung nicht mündlich.' });
export type Einwilligungseingabe = z.output<typeof einwilligung>;

export const widerruf = z.object({ version: z.coerce.number().int().positive(), am: tag('Bitte geben Sie den Tag des Widerrufs an.') });
