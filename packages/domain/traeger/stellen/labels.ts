import { formatZahl } from '@kim/core/zahl.ts';
import type { Warnung } from './rules.ts';
import type { Vertragsart } from './schema.ts';

/** The contract types of the paper (R9) and posts of the Kreis itself. */
export const VERTRAGSART: Record<Vertragsart, string> = {
  eigene_stelle: 'eigene Stelle',
  weiterleitung: 'Weiterleitungsvertrag',
  weiterleitung_kooperation: 'Weiterleitungs- und Kooperationsvertrag',
};

/** Hundredths as „0,77“. */
export const formatVzae = (hundertstel: number): string => formatZahl(hundertstel / 100, 2);

export function warnungText(warnung: Warnung): string {
  switch (warnung.art) {
    case 'ueberbesetzt':
      return `Mit dieser Besetzung sind zeitweise ${formatVzae(warnung.besetzt)} von ${formatVzae(warnung.vzae)} VZÄ der Stelle besetzt.`;
    case 'person_ueber_eins':
      return `Die Person füllt zeitweise zusammen ${formatVzae(warnung.anteil)} VZÄ aus, mehr als eine volle Stelle.`;
    case 'ausserhalb_der_foerderung':
      return 'Der Zeitraum liegt teilweise außerhalb der Förderung der Stelle.';
  }
}

export const EINORDNUNG = { unter: 'unter dem Richtwert', im: 'im Richtwert', ueber: 'über dem Richtwert' } as const;
