import { inTagen } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import type { Bogen } from './schema.ts';

/** An Anfrage and its first talk may precede the opening of the case; days. */
const VORLAUF = 31;

/** First day that the Erstgespräch of a case opened on `eroeffnetAm` may have. */
export const fruehestens = (eroeffnetAm: Datum): Datum => inTagen(eroeffnetAm, -VORLAUF);

/** Ways that later contacts may take. */
export type Folgekanal = 'persoenlich' | 'aufsuchend' | 'telefon' | 'email' | 'video';

type Ressource = 'alphabetisierung' | 'spracherwerb' | 'mobilitaet' | 'digital';

/** What each way asks of the client: no named resource may be „noch kaum“ (R37). */
const VERLANGT: Record<Folgekanal, readonly Ressource[]> = {
  persoenlich: ['mobilitaet'],
  aufsuchend: [],
  telefon: ['spracherwerb'],
  email: ['alphabetisierung', 'spracherwerb', 'digital'],
  video: ['spracherwerb', 'digital'],
};

/** Ways that fit the four resources; null while none of them is known. A hint, never a limit. */
export function passendeKanaele(bogen: Bogen): Folgekanal[] | null {
  const bekannt: readonly Ressource[] = ['alphabetisierung', 'spracherwerb', 'mobilitaet', 'digital'];
  if (!bekannt.some((ressource) => bogen[ressource])) return null;
  const passt = (kanal: Folgekanal) => VERLANGT[kanal].every((ressource) => bogen[ressource] && bogen[ressource] !== 'kaum');
  return (Object.keys(VERLANGT) as Folgekanal[]).filter(passt);
}
