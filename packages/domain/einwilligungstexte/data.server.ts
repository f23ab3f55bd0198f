import { sql } from 'drizzle-orm';
import type { Tx } from '@kim/db/tx.ts';
import { vorlageFuer, vorlageMit } from '@kim/kreis/einwilligungstexte.ts';
import type { RegimeCode } from '@kim/kreis/rechtsregime.ts';
import type { TraegerAkteur } from '../akteur.ts';
import type { Einwilligungsart } from '../einwilligungen/schema.ts';
import { fassungAm } from './rules.ts';
import type { Textfassung } from './rules.ts';

/** Everything a Träger says in its papers: its law, its own wordings, and its name as the responsible body. */
export interface Textbestand {
  traeger: string;
  regime: RegimeCode;
  fassungen: readonly Textfassung[];
}

export async function leseTextbestand(tx: Tx, { traegerId, kreisId }: TraegerAkteur): Promise<Textbestand> {
  const [{ rows: traeger }, { rows: fassungen }] = await Promise.all([
    tx.execute<{ name: string; rechtsregime: RegimeCode }>(sql`select name, rechtsregime from kreis.traeger where kreis_id = ${kreisId} and id = ${traegerId}`),
    tx.execute<{ id: string; art: Einwilligungsart; fassung: number; gilt_ab: string; text: string }>(sql`
      select id, art, fassung, gilt_ab::text, text from app.einwilligungstexte where traeger_id = ${traegerId} order by fassung desc`),
  ]);
  return {
    traeger: traeger[0]?.name ?? '',
    regime: traeger[0]?.rechtsregime ?? 'dsgvo',
    fassungen: fassungen.map(({ gilt_ab: giltAb, ...eine }) => ({ ...eine, giltAb })),
  };
}

export const getTextbestand = (akteur: TraegerAkteur): Promise<Textbestand> => akteur.tx((tx) => leseTextbestand(tx, akteur));

/** Which wording a paper carries: a Träger's own, or the shipped one of its law. */
export interface Wortlaut {
  textId: string | null;
  vorlage: string | null;
  /** „eigene Fassung 2“ or „Vorlage dsgvo-1“. */
  bezeichnung: string;
  text: string;
}

const eigene = ({ id, fassung, text }: Textfassung): Wortlaut => ({ textId: id, vorlage: null, bezeichnung: `eigene Fassung ${fassung}`, text });

/** The wording in force on a day. */
export function wortlautAm({ regime, fassungen }: Textbestand, art: Einwilligungsart, tag: string): Wortlaut {
  const fassung = fassungAm(fassungen, art, tag);
  if (fassung) return eigene(fassung);
  const vorlage = vorlageFuer(regime);
  return { textId: null, vorlage: vorlage.id, bezeichnung: `Vorlage ${vorlage.id}`, text: vorlage.texte[art] };
}

/** The wording that was signed, whatever is in force today. */
export function wortlautVon({ fassungen }: Textbestand, art: Einwilligungsart, { textId, vorlage }: { textId: string | null; vorlage: string | null }): Wortlaut {
  const fassung = fassungen.find(({ id }) => id === textId);
  if (fassung) return eigene(fassung);
  return { textId: null, vorlage, bezeichnung: vorlage ? `Vorlage ${vorlage}` : '', text: (vorlage && vorlageMit(vorlage)?.[art]) || '' };
}
