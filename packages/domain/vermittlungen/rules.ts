import { formatDatum } from '@kim/core/zeit.ts';
import type { Datum } from '@kim/core/zeit.ts';
import { nochGueltig } from '../einwilligungen/rules.ts';
import type { Einwilligungslage } from '../einwilligungen/rules.ts';
import type { Datenart, Richtung, Zweck } from '../einwilligungen/schema.ts';
import type { Vermittlungsstand } from './schema.ts';

export const istOffeneVermittlung = (stand: Vermittlungsstand): boolean => stand === 'geplant' || stand === 'angefragt' || stand === 'angebunden';

/** A Schweigepflichtentbindung as far as it decides what may be told. */
export interface Entbindung extends Einwilligungslage {
  personId: string;
  angebotId: string | null;
  zwecke: readonly Zweck[];
  datenarten: readonly Datenart[];
  richtung: Richtung | null;
}

export type Entbindungsmangel = 'keine' | 'nicht_gueltig' | 'richtung' | 'zweck' | 'datenarten';

/**
 * The one Schweigepflichtentbindung under which this recipient may be told these kinds of data for this purpose on that day
 * (U8); else what the nearest one lacks. Two of them are never added up: each was signed for itself.
 */
export function pruefeEntbindung(einwilligungen: readonly Entbindung[], { angebotId, zweck, datenarten, am }: { angebotId: string; zweck: Zweck; datenarten: readonly Datenart[]; am: Datum }): { id: string } | { mangel: Entbindungsmangel } {
  const reihen: [Entbindungsmangel, (eine: Entbindung) => boolean][] = [
    ['keine', (eine) => eine.art === 'schweigepflichtentbindung' && eine.angebotId === angebotId],
    ['nicht_gueltig', (eine) => eine.stand === 'erteilt' && nochGueltig(eine, am)],
    ['richtung', (eine) => eine.richtung === 'an_empfaenger' || eine.richtung === 'gegenseitig'],
    ['zweck', (eine) => eine.zwecke.includes(zweck)],
    ['datenarten', (eine) => datenarten.every((art) => eine.datenarten.includes(art))],
  ];
  let uebrig = einwilligungen;
  for (const [mangel, passt] of reihen) {
    uebrig = uebrig.filter(passt);
    if (uebrig.length === 0) return { mangel };
  }
  return { id: uebrig[0]!.id };
}

/**
 * The open referrals that stop with a revoked Schweigepflichtentbindung (R61 b): to its recipient, for its person or for the
 * whole household, unless she gave another one that still holds.
 */
export function angehaltenDurch<V extends { angebotId: string; personId: string | null; stand: Vermittlungsstand }>(vermittlungen: readonly V[], widerrufene: Entbindung, alle: readonly Entbindung[], am: Datum): V[] {
  const nochEine = alle.some((eine) => eine.id !== widerrufene.id && eine.art === 'schweigepflichtentbindung' && eine.angebotId === widerrufene.angebotId
    && eine.personId === widerrufene.personId && eine.stand === 'erteilt' && nochGueltig(eine, am));
  if (widerrufene.art !== 'schweigepflichtentbindung' || widerrufene.angebotId === null || nochEine) return [];
  return vermittlungen.filter(({ angebotId, personId, stand }) => angebotId === widerrufene.angebotId && istOffeneVermittlung(stand) && (personId === null || personId === widerrufene.personId));
}

/** What a letter may draw on, by kind of data; a kind that was not approved is not even looked at. */
export interface Briefangaben {
  person: readonly string[];
  aufenthalt: readonly string[];
  leistungen: readonly string[];
  ziele: readonly string[];
}

interface Brief {
  traeger: string;
  fachkraft: string;
  stelle: string;
  am: Datum;
  zweck: string;
  datenarten: readonly Datenart[];
  angaben: Briefangaben;
  /** What the Fachkraft typed for this recipient. */
  mitteilung: string;
}

const UEBERSCHRIFT: Record<keyof Briefangaben, string> = { person: 'Zur Person', aufenthalt: 'Aufenthalt', leistungen: 'Leistungen', ziele: 'Woran wir arbeiten' };

/** The text of a letter or e-mail: approved kinds of data alone, then what was typed. */
export function brieftext({ traeger, fachkraft, stelle, am, zweck, datenarten, angaben, mitteilung }: Brief): string {
  const erlaubt = (Object.keys(UEBERSCHRIFT) as (keyof Briefangaben)[]).filter((art) => datenarten.includes(art) && angaben[art].length > 0);
  const absaetze = [
    `${traeger}, ${fachkraft}`,
    `An: ${stelle}`,
    formatDatum(am),
    `Betreff: ${zweck}`,
    'Guten Tag,',
    'mit Einwilligung der Person teile ich Ihnen Folgendes mit. Eine Schweigepflichtentbindung für Ihre Stelle, diesen Zweck und diese Angaben liegt vor.',
    ...erlaubt.map((art) => `${UEBERSCHRIFT[art]}:\n${angaben[art].join('\n')}`),
    ...(mitteilung ? [mitteilung] : []),
    'Bitte verwenden Sie die Angaben nur für diesen Zweck.',
    `Mit freundlichen Grüßen\n${fachkraft}`,
  ];
  return absaetze.join('\n\n');
}
