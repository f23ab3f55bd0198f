import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import { RECHTSKREISE } from '@kim/kreis/rechtskreise.ts';
import { tagOderLeer } from '../faelle/schema.ts';

const zeile = (hoechstens: number) => z.string().trim().max(hoechstens, `Bitte höchstens ${hoechstens.toLocaleString('de-DE')} Zeichen.`).optional().default('');
const viele = z.union([z.string(), z.array(z.string())]).optional().default([]).transform((eine) => [...new Set([eine].flat().filter(Boolean))]);

export const angebot = z.object({
  name: zeile(200).pipe(z.string().min(1, 'Bitte geben Sie den Namen der Stelle an.')),
  organisation: zeile(200),
  rechtskreis: z.enum(schluesselVon(RECHTSKREISE), 'Bitte wählen Sie den Rechtskreis.'),
  bereiche: viele.pipe(z.array(z.enum(schluesselVon(BEDARFSBEREICHE), 'Bitte wählen Sie aus der Liste.'))),
  einzugsgebiet: viele.pipe(z.array(z.uuid('Bitte wählen Sie aus der Liste.'))),
  sprachen: viele.pipe(z.array(z.string().regex(/^[a-z]{3}$/, 'Bitte wählen Sie aus der Liste.'))),
  anschrift: zeile(500),
  anfahrt: zeile(1_000),
  telefon: zeile(100),
  email: z.union([z.literal(''), z.email('Bitte prüfen Sie die E-Mail-Adresse.')]).optional().default(''),
  web: z.string().trim().max(500, 'Bitte höchstens 500 Zeichen.').regex(/^(https?:\/\/\S+)?$/, 'Bitte mit https:// beginnen.').optional().default(''),
  zeiten: zeile(500),
  hinweise: zeile(2_000),
  nurEigene: z.string().optional().transform((wert) => wert === 'ja'),
  geschlossenAm: tagOderLeer,
});
export type Angebotseingabe = z.output<typeof angebot>;

export const angebotsaenderung = angebot.extend({ version: z.coerce.number().int().positive() });
