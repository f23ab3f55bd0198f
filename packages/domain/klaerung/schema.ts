import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { KERNKRITERIEN } from '@kim/kreis/zugaenge.ts';
import { KLASSEN } from '../faelle/schema.ts';

const grund = z.string().trim().max(5_000, 'Bitte höchstens 5.000 Zeichen.').optional().default('');

/** Fields `antwort.k1`, `grund.k1`, … of a form by key of the criterion. */
function sammleAntworten(eingabe: unknown): unknown {
  if (typeof eingabe !== 'object' || eingabe === null) return eingabe;
  const gesammelt: Record<string, Record<string, unknown>> = { antwort: {}, grund: {} };
  for (const [name, wert] of Object.entries(eingabe)) {
    const [, art = '', schluessel = ''] = /^(antwort|grund)\.(k[0-9]{1,3})$/.exec(name) ?? [];
    const teil = gesammelt[art];
    if (teil) teil[schluessel] = wert;
  }
  return { ...eingabe, ...gesammelt };
}

/** The answered criteria and what somebody decides on them. */
export const kriterienpruefung = z.preprocess(sammleAntworten, z.object({
  katalogId: z.uuid('Bitte laden Sie die Seite neu.'),
  antwort: z.record(z.string(), z.enum(['ja', 'nein'], 'Bitte wählen Sie ja oder nein.')),
  grund: z.record(z.string(), grund),
  entscheidung: z.enum(KLASSEN, 'Bitte entscheiden Sie, wie es weitergeht.'),
  /** Why Case Management although fewer criteria are met than the threshold says. */
  abweichung: grund,
  /** Why Case Management although mandatory documents are missing. */
  unterlagen: grund,
  kernkriterium: z.enum(['', ...schluesselVon(KERNKRITERIEN)], 'Bitte wählen Sie das Kernkriterium.').optional().default(''),
}));
export type Pruefungseingabe = z.output<typeof kriterienpruefung>;
