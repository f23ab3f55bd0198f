import { z } from 'zod';
import { schluesselVon } from '@kim/core/tabellen.ts';
import { SPRACHMITTLUNG } from '@kim/kreis/zugaenge.ts';
import type { Sprachmittlung } from '@kim/kreis/zugaenge.ts';
import { ausgefuellt, bogenfelder } from '../../boegen/schema.ts';
import { tag } from '../../faelle/schema.ts';
import { BOGEN } from './labels.ts';

type Gruppe = (typeof BOGEN)[number];

/** What was filled in, by field; what was left empty is not there. */
export type Bogen = Partial<Record<Gruppe['felder'][number]['name'], string>>;

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
  ...bogenfelder(BOGEN),
}).transform(({ version, am, kanal, ort, sprachmittlung, ...angaben }) => ({
  version, am, kanal, ortId: ort || null, sprachmittlung: (sprachmittlung || null) as Sprachmittlung | null,
  bogen: ausgefuellt(angaben) as Bogen,
}));
export type Erstgespraechseingabe = z.output<typeof erstgespraech>;
