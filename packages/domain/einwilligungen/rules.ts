import type { Datum } from '@kim/core/zeit.ts';
import { EINWILLIGUNGSARTEN } from './schema.ts';
import type { Einwilligungsart, Einwilligungsstand } from './schema.ts';

/** What the rules look at; free of what was written. */
export interface Einwilligungslage {
  id: string;
  art: Einwilligungsart;
  stand: Einwilligungsstand;
  am: Datum;
  gueltigBis: Datum | null;
  widerrufenAm: Datum | null;
}

/** What a case has of one kind of paper on a day. */
export type Unterlagenstand = 'liegt_vor' | 'abgelaufen' | 'verweigert' | 'widerrufen' | 'fehlt';
export type Unterlagen = Record<Einwilligungsart, Unterlagenstand>;

/** Whether a consent holds on that day: given, not expired, not yet revoked. */
export function nochGueltig({ stand, am, gueltigBis, widerrufenAm }: Einwilligungslage, tag: Datum): boolean {
  return stand !== 'verweigert' && am <= tag && (gueltigBis === null || tag <= gueltigBis) && (widerrufenAm === null || tag < widerrufenAm);
}

/** The day on which a person last said something about it. */
const zuletztAm = ({ am, widerrufenAm }: Einwilligungslage): Datum => widerrufenAm ?? am;

/**
 * The state of one kind for one person: what she said last counts. Schweigepflichtentbindungen stand beside each
 * other, one per recipient, so that one valid is enough (R62, U8).
 */
export function standVon(einwilligungen: readonly Einwilligungslage[], tag: Datum): Unterlagenstand {
  const bekannt = einwilligungen.filter(({ am }) => am <= tag);
  const letzte = bekannt.toSorted((a, b) => zuletztAm(b).localeCompare(zuletztAm(a)) || b.id.localeCompare(a.id))[0];
  if (!letzte) return 'fehlt';
  const massgeblich = letzte.art === 'schweigepflichtentbindung' ? (bekannt.find((eine) => nochGueltig(eine, tag)) ?? letzte) : letzte;
  if (nochGueltig(massgeblich, tag)) return 'liegt_vor';
  if (massgeblich.stand === 'verweigert') return 'verweigert';
  return massgeblich.widerrufenAm !== null && massgeblich.widerrufenAm <= tag ? 'widerrufen' : 'abgelaufen';
}

/** Kinds without which nothing may be recorded; their revocation stops the case at once (R61 b). */
const TRAEGT_DAS_ERFASSEN: readonly Einwilligungsart[] = ['datenschutzvereinbarung', 'datenschutzerklaerung'];

export const stoppt = (art: Einwilligungsart): boolean => TRAEGT_DAS_ERFASSEN.includes(art);

/** What a revocation does, said before it is confirmed and done in its transaction. */
export type Widerrufsfolge = 'erfassen_endet' | 'weitergabe_endet' | 'begleitung_ungewiss';

export const WIDERRUFSFOLGE: Record<Einwilligungsart, Widerrufsfolge> = {
  datenschutzvereinbarung: 'erfassen_endet',
  datenschutzerklaerung: 'erfassen_endet',
  schweigepflichtentbindung: 'weitergabe_endet',
  einverstaendnis: 'begleitung_ungewiss',
};

/** What a person declares next, as far as it must fit what she declared before. */
export interface Erklaerung {
  art: Einwilligungsart;
  person: string;
  am: Datum;
  entscheidung: 'erteilt' | 'verweigert';
}

/**
 * The day of a later revocation that a consent dated before it would contradict; null when there is none. Several
 * Schweigepflichtentbindungen stand beside each other and do not contradict one another.
 */
export function widerspruchZu(bisher: readonly (Einwilligungslage & { personId: string })[], { art, person, am, entscheidung }: Erklaerung): Datum | null {
  if (entscheidung !== 'erteilt' || art === 'schweigepflichtentbindung') return null;
  const hebtAuf = (alte: Einwilligungsart) => alte === art || (art === 'datenschutzvereinbarung' && stoppt(alte));
  const tage = bisher.filter((e) => e.personId === person && hebtAuf(e.art)).map((e) => e.widerrufenAm ?? '');
  return tage.filter((tag) => tag > am).toSorted().at(-1) ?? null;
}

/** Whether a case stays stopped although this person agrees anew: by a later revocation of hers, or by another person's. */
export function bleibtGestoppt(einwilligungen: readonly (Einwilligungslage & { personId: string })[], neue: { personId: string; am: Datum }): boolean {
  const widerrufe = einwilligungen.filter(({ art, widerrufenAm }) => stoppt(art) && widerrufenAm !== null);
  const erneuert = (w: (typeof widerrufe)[number]) => [...einwilligungen.filter((e) => e.art === 'datenschutzvereinbarung' && e.stand === 'erteilt'), neue]
    .some((e) => e.personId === w.personId && e.am >= (w.widerrufenAm ?? ''));
  return widerrufe.some((w) => !erneuert(w));
}

/** The state of every kind for one person. */
export function unterlagenVon(einwilligungen: readonly Einwilligungslage[], tag: Datum): Unterlagen {
  const stand = (art: Einwilligungsart) => standVon(einwilligungen.filter((eine) => eine.art === art), tag);
  return Object.fromEntries(EINWILLIGUNGSARTEN.map((art) => [art, stand(art)])) as Unterlagen;
}
