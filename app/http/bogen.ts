import { formatDatum } from '@kim/core/zeit.ts';
import type { GespeicherterBogen } from '@kim/domain/boegen/schema.ts';
import type { Evaluation } from '@kim/domain/evaluationen/data.server.ts';

/** What is said when a Bogen of a Case Management cannot be written; answered with 409. */
export const BOGENGRUND = {
  beendet: 'Der Fall ist beendet; der Bogen bleibt, wie er ist.',
  kein_case_management: 'Dieser Fall ist kein Case Management. Diesen Bogen gibt es nur dort.',
  anderer_inhalt: 'Dieses Formular wurde bereits mit anderem Inhalt abgeschickt.',
} as const;

/** The stored Evaluation as its form shows it. */
export function evaluationAlsBogen({ am, bogen, zielerreichung, zufriedenheit, selbststaendigkeit, version, gespeichertVon, gespeichertAm }: Evaluation): GespeicherterBogen {
  const grade = Object.entries({ zielerreichung, zufriedenheit, selbststaendigkeit }).map(([name, grad]) => [name, grad === null ? '' : String(grad)]);
  return { version, gespeichertVon, gespeichertAm, werte: { am: formatDatum(am), ...Object.fromEntries(grade), ...bogen } };
}
