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

/** The state of every kind for one person. */
export function unterlagenVon(einwilligungen: readonly Einwilligungslage[], tag: Datum): Unterlagen {
  const stand = (art: Einwilligungsart) => standVon(einwilligungen.filter((eine) => eine.art === art), tag);
  return Object.fromEntries(EINWILLIGUNGSARTEN.map((art) => [art, stand(art)])) as Unterlagen;
}
