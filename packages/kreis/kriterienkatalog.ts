import { z } from 'zod';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Kataloginhalt } from '@kim/db/schema/kataloge.ts';

/** A version of the criteria of the Case Finding (R3, R46–R48). */
export interface Kriterienkatalog extends Kataloginhalt {
  id: string;
  fassung: number;
  stand: 'entwurf' | 'veroeffentlicht';
  giltAb: Datum;
  beschluss: string;
  /** Shipped wording that stands for the missing one of the paper. */
  platzhalter: boolean;
  schwelle: number;
  version: number;
}

/** The version in force on a day: the newest published one whose day has come; null before the first. */
export function giltAm<K extends Pick<Kriterienkatalog, 'stand' | 'giltAb' | 'fassung'>>(kataloge: readonly K[], tag: Datum): K | null {
  const spaeter = (a: K, b: K) => (a.giltAb === b.giltAb ? a.fassung > b.fassung : a.giltAb > b.giltAb);
  return kataloge
    .filter((katalog) => katalog.stand === 'veroeffentlicht' && katalog.giltAb <= tag)
    .reduce<K | null>((bisher, katalog) => (!bisher || spaeter(katalog, bisher) ? katalog : bisher), null);
}

/** Drafts are entwurf; a published version is planned, in force or superseded on a day. */
export type Katalogstand = 'entwurf' | 'kuenftig' | 'gilt' | 'abgeloest';

export function standAm(katalog: Kriterienkatalog, kataloge: readonly Kriterienkatalog[], tag: Datum): Katalogstand {
  if (katalog.stand === 'entwurf') return 'entwurf';
  if (katalog.giltAb > tag) return 'kuenftig';
  return giltAm(kataloge, tag)?.id === katalog.id ? 'gilt' : 'abgeloest';
}

export const MAX_KRITERIEN = 20;

const SCHLUESSEL = /^k[0-9]{1,3}$/;

/**
 * A key that no criterion has or had: above those of every version and of what is typed, so that an earlier answer is never
 * taken for one to other words.
 */
export function neuerSchluessel(kataloge: readonly Pick<Kriterienkatalog, 'kriterien'>[], getippt: readonly string[]): string {
  const vergeben = [...kataloge.flatMap(({ kriterien }) => kriterien.map(({ schluessel }) => schluessel)), ...getippt];
  const hoechster = Math.max(0, ...vergeben.filter((einer) => SCHLUESSEL.test(einer)).map((einer) => Number(einer.slice(1))));
  return `k${hoechster + 1}`;
}

const zeile = (fehlt: string) => z.string(fehlt).trim().min(1, fehlt).max(200, 'Bitte höchstens 200 Zeichen.');

const kriterium = z.object({
  schluessel: z.string().regex(SCHLUESSEL, 'Dieses Kriterium ist unbekannt.'),
  titel: zeile('Bitte benennen Sie das Kriterium, oder entfernen Sie es.'),
  erlaeuterung: z.string().trim().max(1_000, 'Bitte höchstens 1.000 Zeichen.').optional().default(''),
});

const giltAb = z.string('Bitte geben Sie an, ab wann die Fassung gilt.').trim().transform((eingabe, ctx) => {
  const datum = parseDatum(eingabe);
  if (datum && datum >= heute() && datum <= '2099-12-31') return datum;
  const grund = datum ? (datum < heute() ? 'Eine Fassung gilt frühestens ab heute.' : 'Bitte prüfen Sie das Jahr.') : nenneDatumsfehler(eingabe);
  ctx.addIssue({ code: 'custom', message: eingabe === '' ? 'Bitte geben Sie an, ab wann die Fassung gilt.' : grund });
  return z.NEVER;
});

const schwelle = z.string('Bitte geben Sie die Schwelle an.').trim().regex(/^[0-9]{1,2}$/, 'Bitte geben Sie eine ganze Zahl an.').transform(Number);

const orientierungspunkte = z.string().max(10_000, 'Bitte höchstens 10.000 Zeichen.').optional().default('')
  .transform((text) => text.split('\n').map((punkt) => punkt.trim()).filter(Boolean));

/** Fields `kriterien.0.titel`, `kriterien.1.titel`, … of a form as a list. */
function sammleKriterien(eingabe: unknown): unknown {
  if (typeof eingabe !== 'object' || eingabe === null) return eingabe;
  const kriterien: Record<string, unknown>[] = [];
  for (const [name, wert] of Object.entries(eingabe)) {
    const treffer = /^kriterien\.([0-9]{1,2})\.(schluessel|titel|erlaeuterung)$/.exec(name);
    if (treffer) (kriterien[Number(treffer[1])] ??= {})[treffer[2] ?? ''] = wert;
  }
  return { ...eingabe, kriterien };
}

/** The form of a draft. */
export const katalogentwurf = z.preprocess(sammleKriterien, z.object({
  version: z.coerce.number().int().positive(),
  giltAb,
  beschluss: z.string().trim().max(500, 'Bitte höchstens 500 Zeichen.').optional().default(''),
  schwelle,
  kriterien: z.array(kriterium).min(1, 'Ein Katalog braucht mindestens ein Kriterium.').max(MAX_KRITERIEN, `Bitte höchstens ${MAX_KRITERIEN} Kriterien.`),
  orientierungspunkte,
}).superRefine(({ schwelle, kriterien }, ctx) => {
  if (schwelle < 1 || schwelle > kriterien.length) {
    ctx.addIssue({ code: 'custom', path: ['schwelle'], message: `Die Schwelle liegt zwischen 1 und der Zahl der Kriterien (${kriterien.length}).` });
  }
  if (new Set(kriterien.map(({ schluessel }) => schluessel)).size < kriterien.length) {
    ctx.addIssue({ code: 'custom', path: ['kriterien'], message: 'Ein Kriterium kommt doppelt vor. Bitte laden Sie die Seite neu.' });
  }
}));
export type Katalogeingabe = z.output<typeof katalogentwurf>;
