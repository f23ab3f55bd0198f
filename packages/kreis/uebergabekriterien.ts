import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { fehler, ok } from '@kim/core/result.ts';
import { heute, nenneDatumsfehler, parseDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Tx } from '@kim/db/tx.ts';
import type { Kreisakteur } from './akteur.ts';

/** When somebody is handed over to a welfare association, as the Lenkungskreis adopted it on a day (R82). The paper has none yet. */
export interface Uebergabekriterien {
  id: string;
  fassung: number;
  giltAb: Datum;
  beschluss: string;
  kriterien: string[];
}

const HOECHSTENS = 30;

export const uebergabekriterien = z.object({
  giltAb: z.string('Bitte geben Sie an, ab wann die Kriterien gelten.').trim().transform((eingabe, ctx): Datum => {
    const datum = parseDatum(eingabe);
    if (datum && datum >= heute() && datum <= '2099-12-31') return datum;
    ctx.addIssue({ code: 'custom', message: datum ? 'Die Kriterien gelten frühestens ab heute.' : nenneDatumsfehler(eingabe) });
    return z.NEVER;
  }),
  beschluss: z.string('Bitte nennen Sie den Beschluss.').trim().min(1, 'Bitte nennen Sie den Beschluss.').max(500, 'Bitte höchstens 500 Zeichen.'),
  /** One per line. */
  kriterien: z.string('Bitte schreiben Sie mindestens ein Kriterium auf.').max(10_000, 'Bitte höchstens 10.000 Zeichen.')
    .transform((text) => text.split('\n').map((zeile) => zeile.trim()).filter(Boolean))
    .pipe(z.array(z.string()).min(1, 'Bitte schreiben Sie mindestens ein Kriterium auf.').max(HOECHSTENS, `Bitte höchstens ${HOECHSTENS} Kriterien.`)),
});
export type Uebergabeeingabe = z.output<typeof uebergabekriterien>;

/** All versions, the newest first. */
export async function leseUebergabekriterien(tx: Tx): Promise<Uebergabekriterien[]> {
  const { rows } = await tx.execute<Omit<Uebergabekriterien, 'giltAb'> & { gilt_ab: string } & Record<string, unknown>>(sql`
    select id, fassung, gilt_ab::text, beschluss, kriterien from kreis.uebergabekriterien order by fassung desc`);
  return rows.map(({ gilt_ab: giltAb, ...zeile }) => ({ ...zeile, giltAb }));
}

export const listUebergabekriterien = (akteur: Kreisakteur): Promise<Uebergabekriterien[]> => akteur.tx(leseUebergabekriterien);

/** The version in force on a day: of those whose day has come the one of the latest day, then the newest; null before the first. */
export const geltende = (fassungen: readonly Uebergabekriterien[], tag: Datum): Uebergabekriterien | null =>
  fassungen.filter(({ giltAb }) => giltAb <= tag).toSorted((a, b) => b.giltAb.localeCompare(a.giltAb) || b.fassung - a.fassung)[0] ?? null;

/** Adopts a version, which never changes again. The id of the form makes a second sending meet the same one. */
export async function beschliesseUebergabekriterien(akteur: Kreisakteur & { kreisId: string }, { giltAb, beschluss, kriterien }: Uebergabeeingabe, id: string) {
  return akteur.tx(async (tx) => {
    const bisher = await leseUebergabekriterien(tx);
    if (bisher.some((eine) => eine.id === id)) return ok();
    const { rowCount } = await tx.execute(sql`
      insert into kreis.uebergabekriterien (kreis_id, id, fassung, gilt_ab, beschluss, kriterien)
      values (${akteur.kreisId}, ${id}, ${(bisher[0]?.fassung ?? 0) + 1}, ${giltAb}, ${beschluss}, ${sql.param(kriterien)}::text[]) on conflict do nothing`);
    return rowCount === 1 ? ok() : fehler('gleichzeitig');
  });
}
