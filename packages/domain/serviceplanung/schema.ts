import { z } from 'zod';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSFORMEN, unterschrift } from '../einwilligungen/schema.ts';
import { FRUEHESTER_TAG, tag } from '../faelle/schema.ts';

export const PRIORITAETEN = ['hoch', 'mittel', 'niedrig'] as const;
export type Prioritaet = (typeof PRIORITAETEN)[number];

export const ZIELSTAENDE = ['offen', 'erreicht', 'aufgegeben'] as const;
export type Zielstand = (typeof ZIELSTAENDE)[number];

/** Who acts (R43): the person herself first, somebody else second, the Fachkraft as an exception with a reason. */
export const HANDELNDE = ['ratsuchende', 'dritte', 'fachkraft'] as const;
export type Handelnde = (typeof HANDELNDE)[number];

export const MASSNAHMENSTAENDE = ['offen', 'erledigt', 'entfallen'] as const;
export type Massnahmenstand = (typeof MASSNAHMENSTAENDE)[number];

const text = (hoechstens: number) => z.string().trim().max(hoechstens, `Bitte höchstens ${hoechstens.toLocaleString('de-DE')} Zeichen.`).optional().default('');
const idOderLeer = (meldung: string) => z.union([z.literal(''), z.uuid()], meldung).optional().default('').transform((id) => id || null);

/** A term may lie ahead; ten years are a slip of the pen. */
const frist = z.string().trim().optional().default('').transform((eingabe, ctx): Datum | null => {
  if (eingabe === '') return null;
  const datum = parseDatum(eingabe);
  if (datum && datum >= FRUEHESTER_TAG && datum < spaetestens()) return datum;
  ctx.addIssue({ code: 'custom', message: datum ? 'Bitte prüfen Sie das Jahr.' : nenneDatumsfehler(eingabe) });
  return z.NEVER;
});

const JAHRE = 10;
const spaetestens = (): Datum => `${new Date().getFullYear() + JAHRE}-12-31`;

export const ziel = z.object({
  text: text(2_000).pipe(z.string().min(1, 'Bitte beschreiben Sie das Ziel, am besten in den Worten der Person.')),
  /** Sign by which both see that it is reached. */
  woran: text(1_000),
  /** Strength or resource that helps (R65). */
  ressource: text(1_000),
  prioritaet: z.enum(PRIORITAETEN, 'Bitte wählen Sie die Priorität.').optional().default('mittel'),
  bis: frist,
  oberziel: idOderLeer('Bitte wählen Sie ein Leitziel aus der Liste.'),
  person: idOderLeer('Bitte wählen Sie eine Person aus der Liste.'),
  bedarf: idOderLeer('Bitte wählen Sie einen Bedarf aus der Liste.'),
});
export type Zieleingabe = z.output<typeof ziel>;

export const zielaenderung = ziel.extend({
  stand: z.enum(ZIELSTAENDE, 'Bitte wählen Sie den Stand.'),
  version: z.coerce.number().int().positive(),
});
export type Zielaenderung = z.output<typeof zielaenderung>;

const massnahmenfelder = z.object({
  was: text(2_000).pipe(z.string().min(1, 'Bitte beschreiben Sie den Schritt.')),
  wer: z.enum(HANDELNDE, 'Bitte wählen Sie, wer handelt.'),
  grund: text(1_000),
  bis: frist,
});

const fachkraftBegruendet = ({ wer, grund }: { wer: Handelnde; grund: string }): boolean => wer !== 'fachkraft' || grund !== '';
const BEGRUENDEN = { path: ['grund'], message: 'Bitte begründen Sie, warum Sie diesen Schritt selbst übernehmen.' };

export const massnahme = massnahmenfelder.refine(fachkraftBegruendet, BEGRUENDEN);
export type Massnahmeneingabe = z.output<typeof massnahme>;

export const massnahmenaenderung = massnahmenfelder.extend({
  stand: z.enum(MASSNAHMENSTAENDE, 'Bitte wählen Sie den Stand.'),
  version: z.coerce.number().int().positive(),
}).refine(fachkraftBegruendet, BEGRUENDEN);
export type Massnahmenaenderung = z.output<typeof massnahmenaenderung>;

/** Who agrees to a plan: the person, who has custody of a child, or who was appointed by a court. */
export const VEREINBARENDE = ['selbst', 'sorgeberechtigt', 'betreuung'] as const;
export type Vereinbarende = (typeof VEREINBARENDE)[number];

export const vereinbarung = z.object({
  person: z.uuid('Bitte wählen Sie, wer den Plan vereinbart.'),
  durch: z.enum(VEREINBARENDE, 'Bitte wählen Sie, wer für die Person zustimmt.'),
  vertreten: text(200),
  am: tag('Bitte geben Sie den Tag der Vereinbarung an.'),
  ort: text(200),
  form: z.enum(EINWILLIGUNGSFORMEN, 'Bitte wählen Sie, in welcher Form der Plan vereinbart ist.'),
  sprache: z.string().regex(/^([a-z]{3})?$/, 'Bitte wählen Sie eine Sprache der Liste.').optional().default(''),
  unterschrift,
  /** Digest of the plan that was shown. */
  stand: z.string().regex(/^[0-9a-f]{64}$/),
})
  .refine(({ durch, vertreten }) => durch === 'selbst' || vertreten !== '', { path: ['vertreten'], message: 'Bitte nennen Sie den Namen der vertretenden Person.' })
  .refine(({ form, unterschrift: gezeichnet }) => form !== 'muendlich' || gezeichnet === null, { path: ['form'], message: 'Unterschrieben ist der Plan nicht mündlich.' });
export type Vereinbarungseingabe = z.output<typeof vereinbarung>;

/** Five steps of a goal's attainment, 1 to 5. */
export const STUFEN = ['1', '2', '3', '4', '5'] as const;
export type Stufe = (typeof STUFEN)[number];

export const SICHTEN = ['gemeinsam', 'ratsuchende', 'fachkraft'] as const;
export type Sicht = (typeof SICHTEN)[number];

export const zielbewertung = z.object({
  stufe: z.enum(STUFEN, 'Bitte wählen Sie, wie weit das Ziel erreicht ist.'),
  sicht: z.enum(SICHTEN, 'Bitte wählen Sie, wer das so sieht.').optional().default('gemeinsam'),
  am: tag('Bitte geben Sie den Tag an.'),
  notiz: text(2_000),
});
export type Zielbewertungseingabe = z.output<typeof zielbewertung>;
