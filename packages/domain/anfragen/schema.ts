import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import { BEDARFSBEREICHE } from '@kim/kreis/bedarfsbereiche.ts';
import type { Bedarfsbereich } from '@kim/kreis/bedarfsbereiche.ts';
import { SPRACHEN } from '@kim/kreis/sprachen.ts';
import { KERNKRITERIEN, SPRACHMITTLUNG, ZUGAENGE } from '@kim/kreis/zugaenge.ts';
import { anliegen, tag } from '../faelle/schema.ts';
import type { Kanal } from '../kontakte/schema.ts';
import { liegtVorGeburt } from '../ratsuchende/rules.ts';
import { person } from '../ratsuchende/schema.ts';
import { beginntPersoenlich } from './rules.ts';

const DER_LISTE = 'Bitte wählen Sie einen Eintrag der Liste.';

/** A key of a table, or '' for „not known yet“. */
const schluessel = <T extends Record<string, string>>(tabelle: T) =>
  z.enum(schluesselVon<keyof T & string>(tabelle), DER_LISTE).or(z.literal('')).optional().default('');

const text = (laengste: number) => z.string().trim().max(laengste, `Bitte höchstens ${laengste.toLocaleString('de-DE')} Zeichen.`).optional().default('');

const zugang = z.enum(schluesselVon(ZUGAENGE), 'Bitte wählen Sie den Zugang.');
const kommune = z.uuid('Bitte wählen Sie die Kommune.');

const eroeffnung = {
  kommune,
  eroeffnetAm: tag('Bitte geben Sie an, seit wann der Fall läuft.'),
  zugang: zugang.optional().default('selbst_persoenlich'),
  kernkriterium: schluessel(KERNKRITERIEN),
  anliegen,
};

/** A person with everything known of her, and her case. */
export const neuerFall = person.extend(eroeffnung)
  .refine(({ geburtsdatum, eroeffnetAm }) => !geburtsdatum || !(geburtsdatum.datum ? eroeffnetAm < geburtsdatum.datum : liegtVorGeburt(eroeffnetAm, geburtsdatum.jahr)), { path: ['geburtsdatum'], message: 'Das Geburtsdatum liegt nach dem Tag der Eröffnung.' });
export type NeuerFall = z.output<typeof neuerFall>;

/** A case for somebody who is recorded already. */
export const weitererFall = z.object({ person: z.uuid('Bitte wählen Sie eine Person aus der Liste.'), ...eroeffnung });
export type WeitererFall = z.output<typeof weitererFall>;

/** A day from today on, or null. */
const termin = z.string().trim().optional().default('').transform((eingabe, ctx) => {
  if (eingabe === '') return null;
  const datum = parseDatum(eingabe);
  if (datum && datum >= heute()) return datum;
  ctx.addIssue({ code: 'custom', message: datum ? 'Der Termin liegt in der Vergangenheit.' : nenneDatumsfehler(eingabe) });
  return z.NEVER;
});

/** What comes of an Anfrage: a class of case (D24), the wait for the Erstgespräch, or nothing yet. */
export const ERGEBNISSE = ['kurzberatung', 'verweis', 'erstgespraech', 'offen'] as const;
export type Ergebnis = (typeof ERGEBNISSE)[number];

/** What somebody says when she asks for help, as far as it is known. */
const gesagtes = {
  sprache: z.string().trim().optional().default('').refine((code) => code === '' || SPRACHEN.some((eine) => eine.code === code), DER_LISTE),
  sprachmittlung: schluessel(SPRACHMITTLUNG),
  zugang,
  anliegen,
  bedarf: schluessel(BEDARFSBEREICHE),
  weitererBedarf: schluessel(BEDARFSBEREICHE),
  telefon: text(60),
};

const ZWEIMAL = 'Dieser Bedarf ist schon gewählt.';

/** How one speaks when somebody asks for help; a visit is recorded in the case, where its preconditions are asked. */
export const ANFRAGEKANAELE = ['persoenlich', 'telefon', 'video', 'email', 'messenger'] as const satisfies readonly Kanal[];

/** One page that asks only for a name and what came of it; everything else may follow later (R24–R31). */
export const anfrage = z
  .object({
    /** Chosen from the hits: a person already recorded, or one of her cases. */
    person: z.uuid().or(z.literal('')).optional().default(''),
    fall: z.string().trim().toUpperCase().optional().default(''),
    name: z.string({ error: 'Bitte geben Sie den Namen ein.' }).trim().min(1, 'Bitte geben Sie den Namen ein. Ein einzelner Name genügt.').max(200, 'Bitte höchstens 200 Zeichen.'),
    kommune,
    eingegangenAm: tag('Bitte geben Sie den Tag an.'),
    /** How one spoke; '' where the way in says it. */
    kanal: z.enum(ANFRAGEKANAELE, DER_LISTE).or(z.literal('')).optional().default(''),
    kernkriterium: schluessel(KERNKRITERIEN),
    ...gesagtes,
    ergebnis: z.enum(ERGEBNISSE, 'Bitte wählen Sie, was daraus wird.'),
    verwiesenAn: text(300),
    erstgespraechAm: termin,
  })
  .check(({ value, issues }) => {
    const melde = (feld: string, message: string) => issues.push({ code: 'custom', path: [feld], message, input: value });
    if (value.ergebnis === 'verweis' && value.verwiesenAn === '') melde('verwiesenAn', 'Bitte nennen Sie die Stelle, an die Sie verwiesen haben.');
    if ((value.ergebnis !== 'offen' || value.fall !== '') && value.anliegen === '') melde('anliegen', 'Bitte notieren Sie kurz das Anliegen.');
    if (!beginntPersoenlich(value)) melde('ergebnis', 'Die erste Beratung findet immer persönlich statt. Bitte vereinbaren Sie ein Erstgespräch, oder notieren Sie die Anfrage.');
    if (value.bedarf !== '' && value.bedarf === value.weitererBedarf) melde('weitererBedarf', ZWEIMAL);
  });
export type Anfrageeingabe = z.output<typeof anfrage>;

/** The Erstgespräch takes place: the Anfrage becomes a case. */
export const aufnahme = z.object({ kernkriterium: schluessel(KERNKRITERIEN), am: tag('Bitte geben Sie an, seit wann der Fall läuft.') });
export type Aufnahmeeingabe = z.output<typeof aufnahme>;

export const anfrageaenderung = z.object({
  stand: z.enum(['offen', 'wartet', 'nicht_aufgenommen'], 'Bitte wählen Sie, wie es weitergeht.'),
  erstgespraechAm: termin,
  kernkriterium: schluessel(KERNKRITERIEN),
  version: z.coerce.number().int().positive(),
});
export type Anfrageaenderung = z.output<typeof anfrageaenderung>;

/** What was said, put right. */
export const anfrageangaben = z.object({ ...gesagtes, version: z.coerce.number().int().positive() })
  .refine(({ bedarf, weitererBedarf }) => bedarf === '' || bedarf !== weitererBedarf, { path: ['weitererBedarf'], message: ZWEIMAL });
export type Anfrageangaben = z.output<typeof anfrageangaben>;

/** The Kernkriterium of a case that began without one. */
export const kernkriterium = z.object({ kernkriterium: z.enum(schluesselVon(KERNKRITERIEN), DER_LISTE) });

/** Content of an Anfrage that is not a case yet; encrypted with its own key (D8). */
export interface Anfrageinhalt {
  anliegen: string;
  sprache: string;
  telefon: string;
  bedarfe: Bedarfsbereich[];
}
