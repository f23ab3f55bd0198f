import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import type { Sprachmittlung } from '@kim/kreis/zugaenge.ts';
import { tag } from '../../faelle/schema.ts';
import type { BOGEN } from './labels.ts';
import { FELDER, STUFE } from './labels.ts';

type Gruppe = (typeof BOGEN)[number];

/** What was filled in, by field; what was left empty is not there. */
export type Bogen = Partial<Record<Gruppe['felder'][number]['name'], string>>;

const text = z.string().trim().max(5_000, 'Bitte höchstens 5.000 Zeichen.').optional().default('');
const stufe = z.enum(['', ...schluesselVon(STUFE)], 'Bitte wählen Sie eine der drei Stufen.').optional().default('');

const felder = Object.fromEntries(FELDER.map(({ name, art }) => [name, art === 'stufe' ? stufe : text]));

/** Always in person: a call or a message may follow, never begin (R36). */
const kanal = z.enum(['persoenlich', 'aufsuchend'], 'Das Erstgespräch findet immer persönlich statt (Kapitel 7.2). Telefonate und Nachrichten erfassen Sie im Verlauf.');

const sprachmittlung = z.enum(['', ...schluesselVon(SPRACHMITTLUNG)], 'Bitte wählen Sie eine der angebotenen Sprachmittlungen.').optional().default('');

/** All fields of the Bogen are optional (R65: nobody has to answer). */
export const erstgespraech = z.object({
  /** Version that was read; 0 while nothing is stored. */
  version: z.coerce.number().int().min(0),
  am: tag('Bitte geben Sie den Tag des Erstgesprächs an.'),
  kanal,
  ort: z.union([z.literal(''), z.uuid()], 'Bitte wählen Sie einen Ort aus der Liste.').optional().default(''),
  sprachmittlung,
  ...felder,
}).transform(({ version, am, kanal, ort, sprachmittlung, ...angaben }) => ({
  version, am, kanal, ortId: ort || null, sprachmittlung: (sprachmittlung || null) as Sprachmittlung | null,
  bogen: Object.fromEntries(Object.entries(angaben).filter(([, wert]) => wert !== '')) as Bogen,
}));
export type Erstgespraechseingabe = z.output<typeof erstgespraech>;
