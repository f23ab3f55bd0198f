import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { DATENARTEN, ZWECKE } from '../einwilligungen/schema.ts';
import { tag } from '../faelle/schema.ts';

/** An offer, a single question to the Ausländerbehörde, or the way to naturalisation (R21, R23). */
export const VERMITTLUNGSARTEN = ['angebot', 'abh_anfrage', 'einbuergerung'] as const;
export type Vermittlungsart = (typeof VERMITTLUNGSARTEN)[number];

export const VERMITTLUNGSSTAENDE = ['geplant', 'angefragt', 'angebunden', 'angehalten', 'beendet', 'gescheitert'] as const;
export type Vermittlungsstand = (typeof VERMITTLUNGSSTAENDE)[number];

export const WEGE = ['brief', 'email', 'telefon', 'gespraech', 'fallkonferenz'] as const;
export type Weg = (typeof WEGE)[number];

/** Why somebody is not helped where help should be (R59, R118). */
export const LUECKENARTEN = ['kein_angebot', 'warteliste', 'sprache', 'erreichbarkeit', 'zugang', 'kosten', 'nicht_passend'] as const;
export type Lueckenart = (typeof LUECKENARTEN)[number];

const text = (hoechstens: number) => z.string().trim().max(hoechstens, `Bitte höchstens ${hoechstens.toLocaleString('de-DE')} Zeichen.`).optional().default('');
const idOderLeer = (meldung: string) => z.union([z.literal(''), z.uuid()], meldung).optional().default('').transform((id) => id || null);
const viele = z.union([z.string(), z.array(z.string())]).optional().default([]).transform((eine) => [eine].flat());

const spaeter = z.string().trim().optional().default('').transform((eingabe, ctx): Datum | null => {
  if (eingabe === '') return null;
  const datum = parseDatum(eingabe);
  if (datum) return datum;
  ctx.addIssue({ code: 'custom', message: nenneDatumsfehler(eingabe) });
  return z.NEVER;
});

const anlass = text(2_000);

export const vermittlung = z.object({
  angebot: z.uuid('Bitte wählen Sie eine Stelle aus dem Verzeichnis.'),
  art: z.enum(VERMITTLUNGSARTEN, 'Bitte wählen Sie die Art.').optional().default('angebot'),
  person: idOderLeer('Bitte wählen Sie eine Person aus der Liste.'),
  massnahme: idOderLeer('Bitte wählen Sie einen Schritt aus der Liste.'),
  am: tag('Bitte geben Sie den Tag der Vermittlung an.'),
  pruefenAm: spaeter,
  anlass,
}).refine(({ am, pruefenAm }) => pruefenAm === null || pruefenAm > am, { path: ['pruefenAm'], message: 'Die Prüfung liegt nach der Vermittlung.' });
export type Vermittlungseingabe = z.output<typeof vermittlung>;

export const vermittlungsaenderung = z.object({
  stand: z.enum(VERMITTLUNGSSTAENDE, 'Bitte wählen Sie den Stand.'),
  pruefenAm: spaeter,
  anlass,
  version: z.coerce.number().int().positive(),
});
export type Vermittlungsaenderung = z.output<typeof vermittlungsaenderung>;

export const weitergabe = z.object({
  zweck: z.enum(ZWECKE, 'Bitte wählen Sie, wofür die Stelle das erfährt.'),
  datenarten: viele.pipe(z.array(z.enum(DATENARTEN, 'Bitte wählen Sie aus der Liste.')).min(1, 'Bitte wählen Sie, was die Stelle erfährt.')),
  weg: z.enum(WEGE, 'Bitte wählen Sie den Weg.'),
  mitteilung: text(10_000),
});
export type Weitergabeeingabe = z.output<typeof weitergabe>;

export const luecke = z.object({
  bereich: z.enum(schluesselVon(BEDARFSBEREICHE), 'Bitte wählen Sie den Bereich.'),
  art: z.enum(LUECKENARTEN, 'Bitte wählen Sie, was fehlt.'),
  kommune: z.uuid('Bitte wählen Sie die Kommune.'),
  vermittlung: idOderLeer('Bitte wählen Sie eine Vermittlung aus der Liste.'),
  am: tag('Bitte geben Sie an, wann es auffiel.'),
  notiz: text(2_000),
});
export type Lueckeneingabe = z.output<typeof luecke>;
